"""Any cross-encoder of the sentence-transformers library, from the hub or from a folder.

Runs no code that comes with a model, and reads weights as safetensors only.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..embedders import ModelNotFound

_BATCH = 16
_LONGEST = 4_000  # characters of a passage that are read; passages have some 700, and models stop at 512 pieces or so


class CrossEncoder:
    """A Reranker around one model; it may be shared between threads."""

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self.name = name

    def score(self, question: str, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return how well each text answers, in [0, 1], shape (n,)."""
        import torch

        if not texts:
            return np.empty(0, dtype=np.float32)
        # The model's own last step may be none at all (ms-marco) or one of [0, 1]; ours is the same for all of them.
        logits = self._model.predict(
            [(_readable(question), _readable(text[:_LONGEST])) for text in texts],
            batch_size=_BATCH,
            activation_fn=torch.nn.Sigmoid(),
            show_progress_bar=False,
        )
        return np.nan_to_num(np.asarray(logits, dtype=np.float32), nan=0.0)


def build(model: str, threads: int | None = None) -> CrossEncoder:
    """Return the cross-encoder called `model` on the hub, or lying in the folder `model`.

    A folder is read without touching the network. A hub name must be in the hub's cache already.

    Raises:
        ModelNotFound: When it is not here, needs code of its own, or does not give one score for a pair of texts.
    """
    try:
        loaded = _load(model)
        figures = int(loaded.num_labels)
    except (OSError, ValueError, ImportError, RuntimeError, AttributeError, TypeError) as error:
        raise ModelNotFound(
            f"Het model '{model}' om resultaten te herschikken staat niet op deze computer of kan niet worden gelezen."
            " Nodig is een map met een cross-encoder van sentence-transformers, met gewichten als safetensors en"
            f" zonder eigen programmacode; of haal het op met 'hf download {model}'."
        ) from error
    if figures != 1:
        raise ModelNotFound(
            f"Het model '{model}' geeft {figures} cijfers per tekst; om te herschikken moet het er één geven."
        )
    if threads:
        import torch

        torch.set_num_threads(threads)
    return CrossEncoder(loaded, Path(model).name if Path(model).is_dir() else model)


def _load(model: str) -> Any:
    pickles = [file for pattern in ("*.bin", "*/*.bin") for file in Path(model).glob(pattern)]
    if any(not list(file.parent.glob("*.safetensors")) for file in pickles):
        raise ValueError("weights as a pickle only")  # the library would read those, if without running them
    from sentence_transformers import CrossEncoder as Model

    return Model(
        model,
        device="cpu",
        trust_remote_code=False,
        local_files_only=True,
        model_kwargs={"use_safetensors": True},
    )


def _readable(text: str) -> str:
    """Replace lone surrogates, which have no UTF-8 form, by question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
