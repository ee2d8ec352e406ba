"""Vector engines: what finds the nearest vectors. One engine per file; listing them imports none.

An engine is a module with `build(dim)` and `read(path)`, both giving a VectorIndex. To add one, add a file: the
tests in `tests/conformance/test_vectors.py` run over all of them and hold them equal to `exact`.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..types import VectorIndex

NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))


def build(engine: str, dim: int) -> VectorIndex:
    """Return an empty index of the engine called `engine` for vectors of length `dim`."""
    index: VectorIndex = _module(engine).build(dim)
    return index


def read(engine: str, path: str) -> VectorIndex:
    """Return the index that `engine` wrote to `path`.

    Raises:
        ValueError: When the file is damaged, or not of this engine.
        OSError: When the file cannot be opened.
    """
    index: VectorIndex = _module(engine).read(path)
    return index


def _module(engine: str) -> ModuleType:
    if engine not in NAMES:
        raise ValueError(f"unknown vector engine {engine!r}; choose from {', '.join(NAMES)}")
    return import_module(f"{__name__}.{engine}")
