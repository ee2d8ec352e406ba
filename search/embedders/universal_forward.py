"""The universal sentence encoder's forward pass in NumPy, arranged for speed.

`universal_module` states the same mathematics plainly, in torch, and is the truth: the tests hold this equal to
it (they differ by less than 1e-6). Knows no text, only ids of pieces.

Three identities make it 2 to 3 times as fast as computing every piece of every text (see `benchmarks.embedding`):

- Up to the first convolution's activation all is linear in windows or depends on one piece only. So project each
  *different* piece of a block once (128 passages: 22,464 pieces, 3,596 different) and add up the looked-up rows.
- Texts lie behind one another with two rows of zeros between, so that a window is a plain slice: no padding to
  the longest text, hence no reason to sort by length. Neighbours share words, which the first identity rewards.
- The last layer norm and the sum over pieces are both linear given each piece's mean and deviation, so the sum is
  one small matrix product and the normalised features are never written out.

What remains is the second convolution, 60 % of the time, at the speed of the machine's matrix product (87 of
92 GFLOP/s on one thread).
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import as_strided

from .universal_weights import BRANCHES, DIM, FEATURES, WIDTH, Floats, Integers, Weights

_GAP = 2  # rows of zeros between texts: as far as the widest window reaches to either side
_GROUP_PIECES = 1024  # per convolution: flat from 512 to 2048; 256 loses 10 %
_GROUP_TEXTS = 64  # bounds the summing matrix (texts, pieces) when texts are short


class Forward:
    """Maps ids of pieces to unit vectors. Holds no state between calls, so threads may share it."""

    def __init__(self, weights: Weights) -> None:
        dense = weights.dense
        orders = [order for order, _ in BRANCHES]
        self._rows = weights.rows
        self._importance = weights.importance
        self._eps = np.float32(weights.eps)
        self._dense = dense
        self._projection = np.concatenate([dense[f"proj{n}"] for n in orders], axis=1)
        self._projection_bias = np.concatenate([dense[f"proj_b{n}"] for n in orders])
        self._gain = np.concatenate([dense[f"ln_g{n}"] for n in orders])
        self._bias = np.concatenate([dense[f"ln_b{n}"] for n in orders])
        self._first = [np.ascontiguousarray(dense[f"w1_{n}"].reshape(n, WIDTH, WIDTH)) for n in orders]
        self._ones = np.ones(WIDTH, dtype=np.float32)

    def __call__(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Return a unit vector for each text, shape (n, 512).

        Args:
            texts: Ids of pieces; no text is empty (the marks of begin and end are always there).
        """
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        flat = np.fromiter((i for text in texts for i in text), dtype=np.int64, count=int(lengths.sum()))
        different, inverse = np.unique(flat, return_inverse=True)
        block = _Block(self, different)
        sums = np.zeros((len(texts), FEATURES), dtype=np.float32)
        starts = np.concatenate([[0], np.cumsum(lengths)])
        counts = self._importance(different)[inverse]
        inverse += 1  # row 0 of every table is the zero row that stands between texts
        for i, j in pairwise(_groups(lengths)):
            those = slice(starts[i], starts[j])
            sums[i:j] = block.sums(inverse[those], counts[those], lengths[i:j])
        total = np.add.reduceat(counts, starts[:-1])
        return self._head(sums, total, np.sqrt(np.add.reduceat(counts * counts, starts[:-1])))

    def first_layer(self, embeddings: Floats) -> Floats:
        """Return the inputs of the three branches side by side, shape (n, 768), normalised as one."""
        x: Floats = embeddings @ self._projection
        x += self._projection_bias
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1 / np.sqrt(variance + self._eps))[:, None]
        x *= self._gain
        x += self._bias
        return x

    def _head(self, sums: Floats, total: Floats, length: Floats) -> Floats:
        """Return the unit vectors for the sums of the normalised features.

        Args:
            sums: Of each text, every piece counted by its importance, shape (n, 1280).
            total: The sum of the importance of its pieces, shape (n,).
            length: The length of the vector of these, shape (n,).
        """
        dense = self._dense
        sums *= dense["ln_g"]
        sums += total[:, None] * dense["ln_b"]
        mean = sums @ dense["cnn_W"]
        mean += total[:, None] * dense["cnn_b"]
        mean /= length[:, None]
        first = np.maximum(mean @ dense["d0"], 0)
        second = np.maximum(mean @ dense["p1"] + first @ dense["d1"], 0)
        third = np.maximum(second @ dense["d2"], 0)
        vectors: Floats = np.tanh(second @ dense["p3"] + third @ dense["d3"])
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


class _Block:
    """What depends on one piece only, for the different pieces of a block of texts."""

    def __init__(self, forward: Forward, pieces: Integers) -> None:
        self._forward = forward
        self._embeddings = np.zeros((len(pieces) + 1, DIM), dtype=np.float32)
        self._embeddings[1:] = forward._rows(pieces)
        layer = forward.first_layer(self._embeddings[1:])
        self._inputs: list[Floats] = []
        self._parts: list[Floats] = []  # per branch and place in the window, shape (order, pieces + 1, 256)
        for i, weights in enumerate(forward._first):
            inputs = np.zeros((len(pieces) + 1, WIDTH), dtype=np.float32)
            inputs[1:] = layer[:, i * WIDTH : (i + 1) * WIDTH]
            self._inputs.append(inputs)
            self._parts.append(np.matmul(inputs, weights))
        self._totals = self._embeddings.sum(axis=1)
        self._squares = np.einsum("ij,ij->i", self._embeddings, self._embeddings)

    def sums(self, pieces: Integers, counts: Floats, lengths: Integers) -> Floats:
        """Return each text's sum of normalised features, shape (len(lengths), 1280), gain and bias not yet applied.

        Args:
            pieces: Rows of this block's tables, of all texts behind one another.
            counts: How much each piece counts, same shape.
            lengths: How many pieces each text has.
        """
        owner = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(len(pieces)) + _GAP * owner
        rows = np.zeros(len(pieces) + _GAP * (len(lengths) + 1), dtype=np.int64)
        rows[places + _GAP] = pieces
        middle = rows[_GAP:-_GAP]
        branches = [self._branch(i, rows) for i in range(len(BRANCHES))]
        totals = self._totals[middle]
        squares = self._squares[middle]
        for branch in branches:
            totals += branch @ self._forward._ones
            squares += np.einsum("ij,ij->i", branch, branch)
        mean = totals / np.float32(FEATURES)
        inverse_deviation = 1 / np.sqrt(squares / np.float32(FEATURES) - mean * mean + self._forward._eps)
        summing = np.zeros((len(lengths), len(middle)), dtype=np.float32)  # zero in the gaps
        summing[owner, places] = inverse_deviation[places] * counts
        features = [self._embeddings[middle], *branches]
        sums = np.concatenate([summing @ part for part in features], axis=1)
        sums -= (summing @ mean)[:, None]
        return sums

    def _branch(self, i: int, rows: Integers) -> Floats:
        """Return both convolutions of branch `i`, shape (len(rows) - 4, 256); rows in the gaps mean nothing."""
        order, left = BRANCHES[i]
        count = len(rows) - 2 * _GAP
        dense = self._forward._dense
        padded = np.zeros((len(rows), WIDTH), dtype=np.float32)
        hidden = padded[_GAP:-_GAP]
        looked_up = np.empty_like(hidden)
        for j, part in enumerate(self._parts[i]):
            # mode="clip" lets NumPy write to `out` directly; "raise" goes through a buffer.
            start = _GAP - left + j
            part.take(rows[start : start + count], axis=0, out=looked_up, mode="clip")
            hidden += looked_up
        hidden += dense[f"b1_{order}"]
        np.maximum(hidden, 0, out=hidden)
        middle = rows[_GAP:-_GAP]
        self._inputs[i].take(middle, axis=0, out=looked_up, mode="clip")
        hidden += looked_up
        hidden[middle == 0] = 0
        row, item = padded.strides
        windows = as_strided(padded[_GAP - left :], (count, order * WIDTH), (row, item), writeable=False)
        result: Floats = windows @ dense[f"w2_{order}"]
        result += dense[f"b2_{order}"]
        np.maximum(result, 0, out=result)
        result += hidden
        return result


def _groups(lengths: Integers) -> list[int]:
    """Cut texts into runs of at most `_GROUP_PIECES` pieces; a longer text is a run of its own."""
    cuts = [0]
    pieces = 0
    for i, length in enumerate(lengths.tolist()):
        if i > cuts[-1] and (pieces + length > _GROUP_PIECES or i - cuts[-1] >= _GROUP_TEXTS):
            cuts.append(i)
            pieces = 0
        pieces += length
    if len(lengths):
        cuts.append(len(lengths))
    return cuts
