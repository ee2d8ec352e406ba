"""The encoder's forward pass for training: what `universal_module` computes, half as costly.

As in `search.embedders.universal_forward`, each different piece of a batch is projected once, texts lie behind one
another instead of side by side with padding, and the last norm is folded into the sum over a text.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from search.embedders.universal_module import UniversalSentenceEncoder
from search.embedders.universal_weights import BRANCHES, FEATURES, WIDTH

_GAP = 2  # rows of zeros between texts: as far as the widest window reaches


def embed(module: UniversalSentenceEncoder, texts: Sequence[Sequence[int]]) -> Tensor:
    """Return a unit vector for each text, shape (n, 512), that gradients flow through.

    Args:
        module: What is trained.
        texts: Ids of pieces; none is empty.
    """
    rows, owner = _layout(texts)
    different, inverse = torch.unique(rows[owner >= 0], return_inverse=True)
    places = torch.zeros_like(rows)  # 0 is the row of zeros between texts
    places[owner >= 0] = inverse + 1
    table = module.embedding(different)
    inputs = functional.pad(module.inputs(table), (0, 0, 1, 0))
    parts = [functional.embedding(places, functional.pad(table, (0, 0, 1, 0)))]
    for (order, left), part in zip(BRANCHES, torch.split(inputs, WIDTH, dim=-1), strict=True):
        parts.append(_branch(module, order, left, part, places))
    counts = functional.embedding(places, functional.pad(module.importance[different], (1, 0)).unsqueeze(1)).squeeze(1)
    return _pool(module, parts, counts, owner, len(texts))


def _layout(texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return all pieces behind one another, and the text that each belongs to; -1 in the gaps."""
    rows, owner = [0] * _GAP, [-1] * _GAP
    for i, pieces in enumerate(texts):
        rows += [*pieces, *[0] * _GAP]
        owner += [i] * len(pieces) + [-1] * _GAP
    return torch.tensor(rows), torch.tensor(owner)


def _branch(module: UniversalSentenceEncoder, order: int, left: int, part: Tensor, places: Tensor) -> Tensor:
    """Return both convolutions over windows of `order` pieces, shape (len(places), 256)."""
    first = module.dense[f"w1_{order}"].view(order, WIDTH, WIDTH)
    padded = functional.pad(places, (left, order - 1 - left))
    hidden = module.dense[f"b1_{order}"].expand(len(places), WIDTH)
    for j in range(order):
        hidden = hidden + functional.embedding(padded[j : j + len(places)], part @ first[j])
    inside = (places > 0).unsqueeze(1)
    hidden = (functional.relu(hidden) + functional.embedding(places, part)) * inside
    kernel = module.dense[f"w2_{order}"].view(order, WIDTH, WIDTH).permute(2, 1, 0)
    windows = functional.pad(hidden.T.unsqueeze(0), (left, order - 1 - left))
    convolved = functional.conv1d(windows, kernel, module.dense[f"b2_{order}"]).squeeze(0).T
    return functional.relu(convolved) + hidden


def _pool(module: UniversalSentenceEncoder, parts: Sequence[Tensor], counts: Tensor, owner: Tensor, n: int) -> Tensor:
    """Return the vectors of `n` texts: the norm over each piece's features, their sum, and the last layers."""
    mean = torch.stack([part.sum(dim=1) for part in parts]).sum(dim=0) / FEATURES
    squares = torch.stack([part.square().sum(dim=1) for part in parts]).sum(dim=0) / FEATURES
    weights = counts * torch.rsqrt(squares - mean.square() + module.eps)
    summing = torch.zeros(n, len(owner)).index_put(
        (owner.clamp(min=0), torch.arange(len(owner))), weights * (owner >= 0)
    )
    sums = torch.cat([summing @ part for part in parts], dim=1) - (summing @ mean).unsqueeze(1)
    total = torch.zeros(n).index_add(0, owner.clamp(min=0), counts * (owner >= 0))
    length = torch.zeros(n).index_add(0, owner.clamp(min=0), counts.square() * (owner >= 0)).sqrt()
    sums = sums * module.dense["ln_g"] + total.unsqueeze(1) * module.dense["ln_b"]
    mixed = sums @ module.dense["cnn_W"] + total.unsqueeze(1) * module.dense["cnn_b"]
    return module.head(mixed / length.unsqueeze(1))
