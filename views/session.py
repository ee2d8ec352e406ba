"""What a screen works with: the knowledge base, who reads, the address. The only user of st.session_state keys.

Keeps no rights of its own: every call hands the Reader on, and nothing is remembered across readers.
"""

import logging
import os
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st

from access import reader_named
from access.visitors import COOKIE, owner_of
from search import KnowledgeBase, open_knowledge_base, rerankers
from search.answer import Answer, Order, Query
from search.embedders import ModelNotFound
from search.overview import Overview
from search.registers.register import Registers
from search.types import Document, Reader, Reranker
from views import address as addresses
from views import texts
from views.address import Address

QUESTION: Final = "vraag"
"""Key of the question field."""
_ASKED: Final = "vraag_in_adres"
_LOG: Final = logging.getLogger(__name__)
_ANSWERS_KEPT: Final = 64
_LISTS_KEPT: Final = 4

_opening = threading.Lock()
_opened: dict[Path, KnowledgeBase] = {}
_generations: dict[Path, int] = {}


def data_folder() -> Path:
    """Return the folder of the knowledge base, as the environment names it."""
    return Path(os.environ.get("STREEKGEHEUGEN_DATA", "data")).absolute()


def knowledge_base() -> KnowledgeBase:
    """Return the knowledge base, opened once for all sessions and routes of this process.

    Raises:
        search.errors.NoKnowledgeBase: Nothing has been read in yet; tried again at the next call.
    """
    folder = data_folder()
    with _opening:
        if folder not in _opened:
            _opened[folder] = open_knowledge_base(folder, reranker=_reranker())
            threading.Thread(target=_opened[folder].warm_up, daemon=True).start()
        opened = _opened[folder]
        generation = opened.generation
        if _generations.get(folder) != generation:  # what was erased must not live on in answers that were kept
            _answer.cache_clear()
            _overview.cache_clear()
            _documents.cache_clear()
            _generations[folder] = generation
    return opened


def _reranker() -> Reranker | None:
    """Return the reranker that the environment names; None, with a line in the log, where it cannot be read."""
    name = os.environ.get("STREEKGEHEUGEN_RERANKER")
    try:
        return rerankers.build(name) if name else None
    except ModelNotFound as error:
        _LOG.warning("%s Er wordt gezocht zonder herschikken.", error)
        return None


def reader() -> Reader:
    """Return who is looking at this screen."""
    return reader_named(None)


def owner() -> str | None:
    """Return under which name this person's notes and watch lists are kept; None where the browser keeps no cookies."""
    secret = st.context.cookies.get(COOKIE)
    return owner_of(secret if isinstance(secret, str) else None)  # outside a browser Streamlit has no cookies to give


def answer(query: Query, k: int, order: Order = Order.BEST) -> Answer:
    """Ask the knowledge base, or return what it answered to the same reader while the data were the same."""
    opened = knowledge_base()
    return _answer(opened, opened.generation, reader(), query, k, order)


def overview() -> Overview:
    """Return the content in numbers, for the current reader."""
    opened = knowledge_base()
    return _overview(opened, opened.generation, reader())


def documents(query: Query) -> list[Document]:
    """Return the documents that pass the filters of `query`, newest first."""
    opened = knowledge_base()
    return _documents(opened, opened.generation, reader(), query)


def registers() -> Registers:
    """Return where decisions, sittings, dossiers and contracts are looked up; hand it `reader()` at every call."""
    return knowledge_base().registers


def read_address() -> tuple[Address, tuple[str, ...]]:
    """Return what the address asks, and what in it was not understood."""
    typed: Mapping[str, Sequence[str]] = {key: st.query_params.get_all(key) for key in st.query_params}
    return addresses.parse(typed, overview().municipalities)


def write_address(address: Address) -> None:
    """Make this the address of the current screen."""
    st.query_params.from_dict(addresses.parameters(address))


def name_screen(name: str) -> None:
    """Give the browser's tab, and so its history, a name of its own."""
    st.set_page_config(page_title=f"{name[:80]} · {texts.APP}")


def follow_address(question: str) -> None:
    """Let the question field show the question of the address, whenever that has changed."""
    if st.session_state.get(_ASKED) != question or QUESTION not in st.session_state:
        st.session_state[QUESTION] = question
        st.session_state[_ASKED] = question


def typed_question() -> str:
    """Return what stands in the question field."""
    return str(st.session_state.get(QUESTION, ""))


@lru_cache(maxsize=_ANSWERS_KEPT)
def _answer(opened: KnowledgeBase, generation: int, reader: Reader, query: Query, k: int, order: Order) -> Answer:
    return opened.search(query, reader, k, order)


@lru_cache(maxsize=_ANSWERS_KEPT)
def _overview(opened: KnowledgeBase, generation: int, reader: Reader) -> Overview:
    return opened.overview(reader)


@lru_cache(maxsize=_LISTS_KEPT)
def _documents(opened: KnowledgeBase, generation: int, reader: Reader, query: Query) -> list[Document]:
    return opened.documents(reader, query)


def report_error(error: Exception) -> bool:
    """Say in Dutch that a screen failed; the details go to the log and never to the screen."""
    _LOG.error("A screen failed", exc_info=error)
    st.error(texts.BROKEN)
    return True
