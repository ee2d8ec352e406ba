"""The script that Streamlit runs at every interaction: page setup and navigation. No logic."""

from collections import defaultdict

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from search.errors import KnowledgeBaseError, NoKnowledgeBase
from views import texts
from views.address import SEARCH
from views.pieces import widgets
from views.pieces.markup import element, escaped
from views.screens import SCREENS, Screen
from views.style import STYLE


def main() -> None:
    """Set up the page and show the screen that the address names."""
    menu: dict[str, list[StreamlitPage]] = defaultdict(list)
    for screen in SCREENS:
        menu[screen.menu or ""].append(_page(screen))
    shown = st.navigation(dict(menu), position="top")
    st.set_page_config(page_title=f"{shown.title} · {texts.APP}", layout="wide")
    st.html(f"<style>{STYLE}</style>")
    try:
        shown.run()
    except NoKnowledgeBase:
        widgets.show(
            element("h1", escaped(texts.NO_KNOWLEDGE_BASE_HEADING)), element("p", escaped(texts.NO_KNOWLEDGE_BASE))
        )
    except KnowledgeBaseError as error:
        widgets.show(element("h1", escaped(texts.BROKEN_HEADING)), element("p", escaped(error)))


def _page(screen: Screen) -> StreamlitPage:
    return st.Page(
        screen.show,
        title=screen.title,
        url_path=screen.path.strip("/"),
        default=screen.path == SEARCH,
        visibility="hidden" if screen.menu is None else "visible",
    )


main()
