"""The universal sentence encoder, 512 dimensions, no torch, no hub: Google's multilingual v3, and ours made of it.

Cuts text into pieces and spreads the work over the cores; the arithmetic is in `universal_forward`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import numpy as np
import sentencepiece
from threadpoolctl import ThreadpoolController, threadpool_limits  # type: ignore[import-untyped]

from ..types import Vectors
from .universal_forward import Forward
from .universal_weights import (
    DIM,
    Weights,
    from_folder,
    from_package,
    from_project,
    our_fingerprint,
    package_fingerprint,
)

BASE = "use-multilingual-3"
MAX_PIECES = 4096
"""Of a longer text only the beginning counts. The model has no limit of its own, but a sum over thousands of pieces
says little, and memory must be bounded. On 30 Chamber sections of over 20,000 characters the first 512 pieces
have a cosine of 0.69 to the whole, 2048 of 0.87, 4096 (some 16,000 characters) of 0.93. Passages have 180."""
_MAX_CHARACTERS = 16 * MAX_PIECES  # cut before tokenising: a piece has 4 characters on average and 16 at most
_LEAST_PIECES = 64  # a block of fewer is not worth a thread: three words in one block 3 ms, in two 6
_BLOCK_PIECES = 24_000  # texts that share their lookups: some 130 passages, 60 MB for each thread
_BEGIN, _END = 1, 2


class Universal:
    """An Embedder that may be shared between threads; the same text always gives the same vector within 1e-6."""

    dim = DIM

    def __init__(self, load: Callable[[], Weights], name: str, threads: int | None = None) -> None:
        """Keep how to get the weights: an ingest that finds nothing new needs only the name (0.5 s of 1.3 saved)."""
        self._load = load
        self._loading = Lock()
        self._loaded: tuple[sentencepiece.SentencePieceProcessor, Forward] | None = None
        self._threads = threads or len(os.sched_getaffinity(0))
        self.name = f"{name}+pieces={MAX_PIECES}"

    def _model(self) -> tuple[sentencepiece.SentencePieceProcessor, Forward]:
        """Return the tokeniser and the arithmetic, loading them at first use."""
        if self._loaded is None:
            with self._loading:
                if self._loaded is None:
                    weights = self._load()
                    # The library reads the package's file as it is. It differs from the package's Python port in that
                    # a run of unknown characters is one piece, text that looks like a mark ("<s>") stays text, and
                    # nothing is no piece.
                    pieces = sentencepiece.SentencePieceProcessor(model_file=str(weights.pieces))
                    self._loaded = pieces, Forward(weights)
        return self._loaded

    def embed_passages(self, texts: Sequence[str], /) -> Vectors:
        """Return one unit vector per text, shape (n, 512), in the order of the texts."""
        blocks = list(self._blocks(texts))
        if not blocks:
            return np.empty((0, DIM), dtype=np.float32)
        if len(blocks) == 1:
            with _one_thread_each_product():
                return self._model()[1](blocks[0])
        # Whole blocks on two threads: 400 passages/s. NumPy's own threads speed up the matrix products only.
        with _one_thread_each_product(), ThreadPoolExecutor(self._threads) as pool:
            return np.concatenate(list(pool.map(self._model()[1], blocks)))

    def embed_query(self, text: str, /) -> Vectors:
        """Return a unit vector, shape (512,). A question and a passage are treated alike by this model."""
        # On a quiet machine 2.5 ms either way; on a busy one products over two threads wait for each other:
        # median 31 and p95 158 ms, against 5 and 18 ms with one thread each (load 5 on two cores).
        with _one_thread_each_product():
            pieces, forward = self._model()
            vector: Vectors = forward(cut(pieces, [text]))[0]
        return vector

    def _blocks(self, texts: Sequence[str]) -> Iterator[list[list[int]]]:
        """Yield the texts' pieces in blocks of about `_BLOCK_PIECES`, fewer where that would idle a thread."""
        ids = cut(self._model()[0], texts)
        total = sum(map(len, ids))
        limit = min(_BLOCK_PIECES, max(_LEAST_PIECES, -(-total // self._threads)))
        block: list[list[int]] = []
        pieces = 0
        for one in ids:
            block.append(one)
            pieces += len(one)
            if pieces >= limit:
                yield block
                block, pieces = [], 0
        if block:
            yield block


def build(model: str, threads: int | None = None) -> Universal:
    """Return the encoder with the weights that Google trained ("use-multilingual-3") or with ours."""
    if model == BASE:
        return Universal(from_package, f"{model}@{package_fingerprint()}", threads)
    return Universal(from_project, f"{model}@{our_fingerprint()}", threads)


def read(folder: Path, threads: int | None = None) -> Universal:
    """Return an encoder that `universal_module` saved to `folder`."""
    weights = from_folder(folder)
    return Universal(lambda: weights, f"{folder.resolve()}@{weights.fingerprint}", threads)


def cut(pieces: sentencepiece.SentencePieceProcessor, texts: Sequence[str], limit: int = MAX_PIECES) -> list[list[int]]:
    """Return the ids of each text's pieces, at most `limit`, between the marks of begin and end."""
    # 22,000 passages/s on one thread, so not worth more; the library's own threads gave 5 %.
    found: list[list[int]] = pieces.encode([_readable(text) for text in texts], num_threads=1)
    return [[_BEGIN, *ids[: limit - 2], _END] for ids in found]


def _readable(text: str) -> str:
    """Cut what is too long, and replace lone surrogates, which have no UTF-8 form, by question marks."""
    return text[:_MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


class _Limit:
    """How many calls now want one thread in each matrix product."""

    lock = Lock()
    users = 0
    controller: ThreadpoolController | None = None  # finding the libraries takes 6 ms, so once
    active: threadpool_limits | None = None


@contextmanager
def _one_thread_each_product() -> Iterator[None]:
    """Keep NumPy's matrix products to the thread that asks for them, while any call is inside.

    The limit holds for the process, so calls that overlap share it and the last one out restores it: each saving and
    restoring for itself could leave the limit in place for ever.
    """
    with _Limit.lock:
        if _Limit.users == 0:
            _Limit.controller = _Limit.controller or ThreadpoolController()
            _Limit.active = _Limit.controller.limit(limits=1, user_api="blas")
        _Limit.users += 1
    try:
        yield
    finally:
        with _Limit.lock:
            _Limit.users -= 1
            if _Limit.users == 0 and _Limit.active is not None:
                _Limit.active.restore_original_limits()
                _Limit.active = None
