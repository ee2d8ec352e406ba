"""Rerankers: what reads a question and a passage together, for sites that have such a model. Off unless named.

Slower than all else in a search, so it looks at the best documents only; `reranking` says how it counts.
"""

from ..types import Reranker

__all__ = ["build"]


def build(model: str, *, threads: int | None = None) -> Reranker:
    """Return the reranker called `model`: a cross-encoder of sentence-transformers, by hub name or folder.

    Raises:
        search.embedders.ModelNotFound: When there is no such model here; in Dutch, with what to do about it.
    """
    from .cross_encoder import build as build_cross_encoder

    return build_cross_encoder(model, threads)
