"""The button that puts what is found in the current note with one click. It shows that it is in already."""

import hashlib
from collections.abc import Callable

import streamlit as st

from desk.notes import collect
from desk.notes.collect import Collected
from search import KnowledgeBase
from search.errors import KnowledgeBaseError
from search.registers.contracts import Contract
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.types import Document, Passage, Reader
from views import session
from views.notes import current, texts
from views.notes.current import Said

Taken = Callable[[KnowledgeBase, Reader], Collected]


def for_passage(document: Document, passage: Passage, label: str = texts.PUT) -> None:
    """Show the button of a passage."""
    number = passage.id
    _button(label, collect.origin_of_passage(document, passage), lambda kb, who: collect.passage(kb, who, number))


def for_decision(decision: Decision) -> None:
    """Show the button of a decision, or of an item of a meeting."""
    key = decision.key
    label = texts.PUT_DECISION if decision.is_decided else texts.PUT_ITEM
    _button(label, collect.origin_of("besluit", key), lambda kb, reader: collect.decision(kb, reader, key))


def for_contract(contract: Contract) -> None:
    """Show the button of a contract."""
    key = contract.key
    origin = collect.origin_of("overeenkomst", key)
    _button(texts.PUT_CONTRACT, origin, lambda kb, reader: collect.contract(kb, reader, key))


def for_dossier(dossier: Dossier) -> None:
    """Show the button of a dossier."""
    key = dossier.key
    _button(texts.PUT_DOSSIER, collect.origin_of("dossier", key), lambda kb, reader: collect.dossier(kb, reader, key))


def for_page(document: Document, number: int) -> None:
    """Show the button of a page."""
    origin = collect.origin_of_page(document, number)
    _button(texts.PUT_PAGE, origin, lambda kb, reader: collect.page(kb, reader, document.id, number))


def _button(label: str, origin: str, take: Taken) -> None:
    is_in = origin in current.current().origins
    key = "sg-in-nota-" + hashlib.blake2b(origin.encode("utf-8", "replace"), digest_size=8).hexdigest()
    st.button(texts.IS_IN if is_in else label, key=key, type="tertiary", on_click=_clicked, args=(origin, take))


def _clicked(origin: str, take: Taken) -> None:
    """Put it in the note; what is in already is not put in twice, but can be taken out."""
    owner = session.owner()
    if owner is None:
        current.say(Said(texts.NO_COOKIES))
        return
    kb = session.knowledge_base()
    try:
        head, is_new = collect.put(kb, owner, take(kb, session.reader()))
    except KnowledgeBaseError as error:
        current.say(Said(str(error) or texts.NOT_THERE))
        return
    can_go = origin if origin in current.current().origins else ""  # else it is there as part of something else
    said = Said(texts.PUT_IN, head, can_undo=True) if is_new else Said(texts.WAS_IN, head, origin=can_go)
    current.say(said)
