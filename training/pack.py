"""A trained model -> the file that the program carries: what training changed, in 8 and 16 bits."""

from hashlib import sha256
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from search.embedders.universal_module import UniversalSentenceEncoder
from search.embedders.universal_weights import VOCABULARY, Floats, from_package

_STEPS = 127  # of an 8-bit number, either way


def pack(module: UniversalSentenceEncoder, path: Path) -> None:
    """Write what sets `module` apart from the package's weights."""
    everything = np.arange(VOCABULARY)
    table: Floats = module.embedding.weight.detach().numpy()
    importance: Floats = module.importance.detach().numpy()
    changed = (table != from_package().rows(everything)).any(axis=1) | (importance != 1)
    ids = everything[changed].astype(np.int32)
    scale = np.abs(table[ids]).max(axis=1, keepdims=True) / _STEPS
    tensors = {
        "ids": ids,
        "rows": np.rint(table[ids] / np.maximum(scale, 1e-12)).astype(np.int8),
        "scale": scale[:, 0].astype(np.float32),
        "importance": importance[ids].astype(np.float32),
        **{name: value.detach().numpy().astype(np.float16) for name, value in module.dense.items()},
    }
    seal = sha256()
    for name in sorted(tensors):
        seal.update(name.encode() + tensors[name].tobytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path, {"fingerprint": f"sha256-{seal.hexdigest()[:16]}"})
