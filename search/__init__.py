"""Rows -> answers: the nouns, the schema and the indexes of the knowledge base, and the one way to ask it.

The names below are loaded at first use: the process that parses hostile files needs `search.types` alone, without
SQLite, FAISS or a model. Children import their siblings and never this package, so that no import runs in a circle.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.engine import KnowledgeBase, Mode, open_knowledge_base

__all__ = ["KnowledgeBase", "Mode", "open_knowledge_base"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'search' has no attribute {name!r}")
    from search import engine

    return getattr(engine, name)
