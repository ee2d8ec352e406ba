"""The screens: where each stands, what it is called, and under which word of the menu it hangs. No logic."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

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
    feedback,
    help,
    matrix,
    news,
    notes,
    overview,
    search,
    sitting,
    texts,
    texts_brief,
    texts_decision,
    texts_desk,
    texts_dossier,
    texts_feedback,
    texts_news,
    texts_note,
    texts_watch,
    themes,
    watches,
)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen; `menu` is None where one comes to it from another screen only."""

    path: str
    title: str
    show: Callable[[], None]
    menu: str | None


SCREENS: Final = (
    Screen(address.SEARCH, texts.PAGE_SEARCH, search.show, ""),
    Screen(address.DOSSIERS, texts_dossier.PAGE_DOSSIERS, dossiers.show, ""),
    Screen(address.THEMES, texts_dossier.PAGE_THEMES, themes.show, ""),
    Screen(address.CONTRACTS, texts_desk.PAGE_CONTRACTS, contracts.show, ""),
    Screen(address.EXPERIENCE, texts_desk.PAGE_EXPERIENCE, experience.show, ""),
    Screen(address.MATRIX, texts_desk.PAGE_MATRIX, matrix.show, ""),
    Screen(address.BRIEF, texts_brief.PAGE, brief.show, texts.MENU_DESK),
    Screen(address.NEWS, texts_news.PAGE, news.show, texts.MENU_DESK),
    Screen(address.NOTES, texts_note.PAGE, notes.show, texts.MENU_DESK),
    Screen(address.WATCHES, texts_watch.PAGE, watches.show, texts.MENU_DESK),
    Screen(address.OVERVIEW, texts.PAGE_OVERVIEW, overview.show, texts.MENU_ABOUT),
    Screen(address.HELP, texts.PAGE_HELP, help.show, texts.MENU_ABOUT),
    Screen(address.FEEDBACK, texts_feedback.PAGE, feedback.show, texts.MENU_ABOUT),
    Screen(address.DOSSIER, texts_dossier.PAGE_DOSSIER, dossier.show, None),
    Screen(address.CONTRACT, texts_desk.PAGE_CONTRACT, contract.show, None),
    Screen(address.DOCUMENT, texts.PAGE_DOCUMENT, document.show, None),
    Screen(address.DECISION, texts_decision.PAGE_DECISION, decision.show, None),
    Screen(address.SITTING, texts_decision.PAGE_SITTING, sitting.show, None),
)
