"""Embedders: what turns text into vectors. One family per file; nothing heavy is imported before it is used."""

from importlib import import_module
from pathlib import Path

from ..types import Embedder
from .sentence_transformers import ModelNotFound

__all__ = ["DEFAULT", "NAMES", "ModelNotFound", "build"]

DEFAULT = "streekgeheugen-1"
"""Our own: the base model below, trained further on Dutch administrative language (`training/`)."""

_FAMILIES = {"hashing": "hashing", DEFAULT: "universal", "use-multilingual-3": "universal"}
NAMES = tuple(sorted(_FAMILIES))
"""The embedders that are always there. Any other name is a sentence-transformers model, by hub name or folder."""

_OUR_MODULE = "search.embedders.universal_module.UniversalSentenceEncoder"


def build(model: str = DEFAULT, *, threads: int | None = None) -> Embedder:
    """Return the embedder called `model`.

    Args:
        model: One of `NAMES`, the name of a model on the Hugging Face hub, or a folder that holds one.
        threads: Most threads to use; None for one on each core.

    Raises:
        ModelNotFound: When there is no such model here.
    """
    embedder: Embedder
    if model in _FAMILIES:
        embedder = import_module(f"{__name__}.{_FAMILIES[model]}").build(model, threads)
    elif _is_ours(Path(model)):
        # A fine-tuned default: the same arithmetic without torch, so that it starts as quickly.
        embedder = import_module(f"{__name__}.universal").read(Path(model), threads)
    else:
        embedder = import_module(f"{__name__}.sentence_transformers").build(model, threads)
    return embedder


def _is_ours(folder: Path) -> bool:
    """Whether the folder holds the universal sentence encoder, as saved by sentence-transformers, and nothing more."""
    import json

    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        return [module["type"] for module in modules] == [_OUR_MODULE] and not modules[0]["path"]
    except (OSError, ValueError, TypeError, KeyError):
        return False
