"""The entry: the Streamlit application and its HTTP routes, put together. No logic.

Start with `streamlit run app.py`, or `streekgeheugen serve`.
"""

from pathlib import Path

import streamlit as st

import api
from api import exports, feeds, lists, news
from views import session, texts
from views.screens import SCREENS

app = st.App(
    Path(__file__).with_name("views") / "main.py",
    routes=[
        *api.routes(
            session.knowledge_base, screens=[screen.path for screen in SCREENS], title=texts.APP, words=texts.STREAMLIT
        ),
        *exports.routes(session.knowledge_base),
        *news.routes(session.knowledge_base),
        *lists.routes(session.knowledge_base),
        *feeds.routes(session.knowledge_base),
    ],
    middleware=api.middleware(),
    on_script_error=session.report_error,
)
