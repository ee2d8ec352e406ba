"""The script that Streamlit runs at every interaction: page setup and navigation. No logic."""

from pathlib import Path

import streamlit as st

from search.errors import KnowledgeBaseError, NoKnowledgeBase
from views import (
    address,
    brief,
    contract,
    contracts,
    decision,
    document,
    dossier,
    dossiers,
    experience,
    help,
    matrix,
    overview,
    search,
    sitting,
    texts,
    texts_brief,
    texts_decision,
    texts_desk,
    texts_dossier,
    themes,
    widgets,
)
from views.markup import element, escaped

STYLE = Path(__file__).with_name("style.css")


def main() -> None:
    """Set up the page and show the screen that the address names."""
    screen = st.navigation(
        [
            st.Page(search.show, title=texts.PAGE_SEARCH, url_path=address.SEARCH.strip("/"), default=True),
            st.Page(dossiers.show, title=texts_dossier.PAGE_DOSSIERS, url_path=address.DOSSIERS.strip("/")),
            st.Page(themes.show, title=texts_dossier.PAGE_THEMES, url_path=address.THEMES.strip("/")),
            st.Page(
                dossier.show,
                title=texts_dossier.PAGE_DOSSIER,
                url_path=address.DOSSIER.strip("/"),
                visibility="hidden",
            ),
            st.Page(contracts.show, title=texts_desk.PAGE_CONTRACTS, url_path=address.CONTRACTS.strip("/")),
            st.Page(experience.show, title=texts_desk.PAGE_EXPERIENCE, url_path=address.EXPERIENCE.strip("/")),
            st.Page(matrix.show, title=texts_desk.PAGE_MATRIX, url_path=address.MATRIX.strip("/")),
            st.Page(
                contract.show,
                title=texts_desk.PAGE_CONTRACT,
                url_path=address.CONTRACT.strip("/"),
                visibility="hidden",
            ),
            st.Page(brief.show, title=texts_brief.PAGE, url_path=address.BRIEF.strip("/")),
            st.Page(overview.show, title=texts.PAGE_OVERVIEW, url_path=address.OVERVIEW.strip("/")),
            st.Page(help.show, title=texts.PAGE_HELP, url_path=address.HELP.strip("/")),
            st.Page(
                document.show,
                title=texts.PAGE_DOCUMENT,
                url_path=address.DOCUMENT.strip("/"),
                visibility="hidden",
            ),
            st.Page(
                decision.show,
                title=texts_decision.PAGE_DECISION,
                url_path=address.DECISION.strip("/"),
                visibility="hidden",
            ),
            st.Page(
                sitting.show,
                title=texts_decision.PAGE_SITTING,
                url_path=address.SITTING.strip("/"),
                visibility="hidden",
            ),
        ],
        position="top",
    )
    st.set_page_config(page_title=f"{screen.title} · {texts.APP}", layout="wide")
    st.html(STYLE)
    try:
        screen.run()
    except NoKnowledgeBase:
        widgets.show(
            element("h1", escaped(texts.NO_KNOWLEDGE_BASE_HEADING)), element("p", escaped(texts.NO_KNOWLEDGE_BASE))
        )
    except KnowledgeBaseError as error:
        widgets.show(element("h1", escaped(texts.BROKEN_HEADING)), element("p", escaped(error)))


main()
