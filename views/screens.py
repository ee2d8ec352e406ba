"""The screens: where each stands, what it is called, and under which word of the menu it hangs. No logic."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from views import address, texts
from views.about import feedback, help, overview, texts_feedback
from views.decisions import decision, sitting
from views.decisions import texts as texts_decision
from views.dossiers import dossier, dossiers, themes
from views.dossiers import texts as texts_dossier
from views.news import news
from views.news import texts as texts_news
from views.notes import brief, notes, texts_brief
from views.notes import texts as texts_note
from views.registers import contract, contracts, experience, matrix
from views.registers import texts as texts_registers
from views.search import document, search
from views.watches import texts as texts_watch
from views.watches import watches


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
    Screen(address.CONTRACTS, texts_registers.PAGE_CONTRACTS, contracts.show, ""),
    Screen(address.EXPERIENCE, texts_registers.PAGE_EXPERIENCE, experience.show, ""),
    Screen(address.MATRIX, texts_registers.PAGE_MATRIX, matrix.show, ""),
    Screen(address.BRIEF, texts_brief.PAGE, brief.show, texts.MENU_DESK),
    Screen(address.NEWS, texts_news.PAGE, news.show, texts.MENU_DESK),
    Screen(address.NOTES, texts_note.PAGE, notes.show, texts.MENU_DESK),
    Screen(address.WATCHES, texts_watch.PAGE, watches.show, texts.MENU_DESK),
    Screen(address.OVERVIEW, texts.PAGE_OVERVIEW, overview.show, texts.MENU_ABOUT),
    Screen(address.HELP, texts.PAGE_HELP, help.show, texts.MENU_ABOUT),
    Screen(address.FEEDBACK, texts_feedback.PAGE, feedback.show, texts.MENU_ABOUT),
    Screen(address.DOSSIER, texts_dossier.PAGE_DOSSIER, dossier.show, None),
    Screen(address.CONTRACT, texts_registers.PAGE_CONTRACT, contract.show, None),
    Screen(address.DOCUMENT, texts.PAGE_DOCUMENT, document.show, None),
    Screen(address.DECISION, texts_decision.PAGE_DECISION, decision.show, None),
    Screen(address.SITTING, texts_decision.PAGE_SITTING, sitting.show, None),
)
