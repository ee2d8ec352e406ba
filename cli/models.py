"""The models that a subcommand asks for by name; one that is not here is a wrong call."""

from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import WrongCall
from cli.output import warn

if TYPE_CHECKING:
    from search.types import Embedder, Reranker


def embedder(name: str) -> "Embedder":
    """Return a model that makes vectors."""
    from search.embedders import ModelNotFound, build

    try:
        return build(name)
    except ModelNotFound as error:
        raise WrongCall(str(error)) from error


def reranker(name: str) -> "Reranker":
    """Return a cross-encoder."""
    from search.embedders import ModelNotFound
    from search.rerankers import build

    try:
        return build(name)
    except ModelNotFound as error:
        raise WrongCall(str(error)) from error


def reranker_if_here(name: str | None) -> "Reranker | None":
    """Return the reranker, or say that it is not here and go on without: finding is better than refusing."""
    try:
        return reranker(name) if name else None
    except WrongCall as error:
        warn(f"{error} Er wordt gezocht zonder herschikken.")
        return None


def of_knowledge_base(data: Path) -> str:
    """Return the model that made the knowledge base, or the default one where there is none yet."""
    from search import store
    from search.database import open_for_reading
    from search.embedders import DEFAULT
    from search.errors import NoKnowledgeBase

    try:
        db = open_for_reading(data)
    except NoKnowledgeBase:
        return DEFAULT
    try:
        return store.setting(db, "model") or DEFAULT
    finally:
        db.close()
