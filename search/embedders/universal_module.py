"""The universal sentence encoder as a sentence-transformers module: the mathematics written plainly, and trainable.

The truth that `universal_forward` must equal. Not used to answer questions: importing torch takes seconds.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import sentencepiece
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule
from torch import Tensor, nn
from torch.nn import functional

from .universal import MAX_PIECES, cut
from .universal_weights import BRANCHES, DIM, PIECES_FILE, VOCABULARY, WIDTH, Weights, from_folder, from_package


class UniversalSentenceEncoder(InputModule):
    """Texts to vectors of length 1. All parameters are float32 and can be trained."""

    config_keys: list[str] = ["max_pieces"]  # noqa: RUF012  (declared so by the base class)

    def __init__(self, weights: Weights, max_pieces: int = MAX_PIECES) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        table = torch.from_numpy(weights.rows(np.arange(VOCABULARY)))
        self.embedding = nn.Embedding(table.shape[0], table.shape[1], _weight=table)
        self.dense = nn.ParameterDict(
            {name: nn.Parameter(torch.from_numpy(np.array(value))) for name, value in weights.dense.items()}
        )
        # How much each piece counts in the sum over a text: in the base model all alike.
        self.importance = nn.Parameter(torch.from_numpy(weights.importance(np.arange(VOCABULARY))))
        self.register_buffer("eps", torch.tensor(weights.eps, dtype=torch.float32))
        self.max_pieces = max_pieces
        self._pieces_path = weights.pieces
        self.tokenizer: Any = sentencepiece.SentencePieceProcessor(model_file=str(weights.pieces))

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Tensor | Any]:
        """Return ids of pieces, padded, and which of them are real: both of shape (n, longest)."""
        ids = cut(self.tokenizer, [(prompt or "") + text for text in inputs], self.max_pieces)
        longest = max(map(len, ids), default=0)
        padded = torch.zeros((len(ids), longest), dtype=torch.long)
        mask = torch.zeros((len(ids), longest), dtype=torch.long)
        for i, pieces in enumerate(ids):
            padded[i, : len(pieces)] = torch.tensor(pieces)
            mask[i, : len(pieces)] = 1
        return {"input_ids": padded, "attention_mask": mask}

    def forward(self, features: dict[str, Tensor | Any], **_: Any) -> dict[str, Tensor | Any]:
        """Add `sentence_embedding`, shape (n, 512)."""
        mask = features["attention_mask"].unsqueeze(-1).to(self.embedding.weight.dtype)
        embeddings = self.embedding(features["input_ids"])
        inputs = self.inputs(embeddings) * mask
        branches = [
            self._branch(order, left, part, mask)
            for (order, left), part in zip(BRANCHES, torch.split(inputs, WIDTH, dim=-1), strict=True)
        ]
        everything = torch.cat([embeddings, *branches], dim=-1)
        counts = self.importance[features["input_ids"]].unsqueeze(-1) * mask
        summed = (self._norm(everything, "ln_g", "ln_b") * counts).sum(dim=1)
        length = counts.square().sum(dim=1).sqrt()
        mean = (summed @ self.dense["cnn_W"] + counts.sum(dim=1) * self.dense["cnn_b"]) / length
        features["sentence_embedding"] = self.head(mean)
        return features

    def inputs(self, embeddings: Tensor) -> Tensor:
        """Return the inputs of the branches side by side: one projection each, one norm over them all."""
        orders = [order for order, _ in BRANCHES]
        projected = torch.cat([embeddings @ self.dense[f"proj{n}"] + self.dense[f"proj_b{n}"] for n in orders], dim=-1)
        gain = torch.cat([self.dense[f"ln_g{n}"] for n in orders])
        bias = torch.cat([self.dense[f"ln_b{n}"] for n in orders])
        return functional.layer_norm(projected, gain.shape, gain, bias, float(self.eps))

    def _norm(self, values: Tensor, gain: str, bias: str) -> Tensor:
        weight = self.dense[gain]
        return functional.layer_norm(values, weight.shape, weight, self.dense[bias], float(self.eps))

    def _branch(self, order: int, left: int, inputs: Tensor, mask: Tensor) -> Tensor:
        """Return two convolutions over windows of `order` pieces, each with what it got added to what it gives."""
        for layer in ("1", "2"):
            # As one convolution: side by side in memory, the windows cost 1.3 times as much for five pieces.
            kernel = self.dense[f"w{layer}_{order}"].view(order, WIDTH, WIDTH).permute(2, 1, 0)
            padded = functional.pad(inputs.transpose(1, 2), (left, order - 1 - left))
            convolved = functional.conv1d(padded, kernel, self.dense[f"b{layer}_{order}"]).transpose(1, 2)
            inputs = (functional.relu(convolved) + inputs) * mask
        return inputs

    def head(self, mean: Tensor) -> Tensor:
        """Return the unit vectors for what the convolutions gave for each text, shape (n, 512)."""
        first = functional.relu(mean @ self.dense["d0"])
        second = functional.relu(mean @ self.dense["p1"] + first @ self.dense["d1"])
        third = functional.relu(second @ self.dense["d2"])
        return functional.normalize(torch.tanh(second @ self.dense["p3"] + third @ self.dense["d3"]), dim=-1)

    def get_embedding_dimension(self) -> int:
        """Return 512."""
        return DIM

    @property
    def max_seq_length(self) -> int:
        """Most pieces of a text that count."""
        return self.max_pieces

    def save(self, output_path: str, *args: Any, safe_serialization: bool = True, **_: Any) -> None:
        """Write parameters, settings and pieces to a folder; always as safetensors."""
        self.save_torch_weights(output_path, safe_serialization=True)
        self.save_config(output_path)
        target = Path(output_path) / PIECES_FILE
        shutil.copyfile(self._pieces_path, target)

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", *_: Any, **__: Any) -> Self:
        """Read what `save` wrote."""
        config = cls.load_config(model_name_or_path, subfolder=subfolder, local_files_only=True)
        return cls(from_folder(Path(model_name_or_path) / subfolder), **config)


def build() -> SentenceTransformer:
    """Return a model with the weights that Google trained, to be trained further."""
    return SentenceTransformer(modules=[UniversalSentenceEncoder(from_package())], device="cpu")


def read(folder: Path) -> SentenceTransformer:
    """Return a model that was saved with `SentenceTransformer.save`.

    `SentenceTransformer(folder)` needs trust_remote_code=True for any module that is not its own, and would then
    also run code that lies in the folder; this never does.
    """
    return SentenceTransformer(modules=[UniversalSentenceEncoder.load(str(folder))], device="cpu")
