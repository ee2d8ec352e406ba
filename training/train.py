"""Trains our model from the base model, on two quiet cores in an hour and a quarter: four runs, and their mean.

    python -m training.train SETS [--share 1.0] [--output FILE]

SETS is the folder with the question sets. A question should lie nearer to its passage than to the other passages of
the batch (InfoNCE: van den Oord et al., 2018; in-batch negatives: Karpukhin et al., 2020), and the other way round.
The mean of the weights of several runs is better than each (Wortsman et al., "Model soups", 2022): see `README.md`.
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from search.embedders import build
from search.embedders.universal import BASE, cut
from search.embedders.universal_module import UniversalSentenceEncoder
from search.embedders.universal_weights import OURS, from_package
from training.batches import Batch, Batches
from training.forward import embed
from training.pack import pack
from training.pairs import sources
from training.paraphrases import paraphrase_sources, synonym_source

SHARPNESS = 20.0  # what cosines are multiplied by
BACKWARD = 0.5  # weight of finding the question for a passage
MATRICES, TABLE, IMPORTANCE = 4e-4, 4e-4, 1.5e-2  # rates of learning
WARM_UP = 30  # steps
LONGEST_STEP = 1.0  # of the gradient of the matrices
SEED = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One way to train. What sets the runs apart is what makes their mean better than each."""

    steps: int
    with_words: float  # share of the batches that meaning and words decide together
    dropped: float  # share of the pieces of each text that a step does not see
    with_paraphrases: bool


RUNS = (Run(500, 0.0, 0.0, False), Run(500, 0.5, 0.1, False), Run(420, 0.0, 0.0, True), Run(420, 0.5, 0.1, True))


class Trainer:
    """Holds the model and what moves it."""

    def __init__(self, module: UniversalSentenceEncoder, run: Run) -> None:
        self.module = module
        self._dropped = run.dropped
        self._rng = random.Random(SEED)
        module.embedding.sparse = True  # a batch has some 5,000 of 128,000 pieces
        self._matrices: list[nn.Parameter] = list(module.dense.parameters())
        self._optimisers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(
                [{"params": self._matrices, "lr": MATRICES}, {"params": [module.importance], "lr": IMPORTANCE}],
                weight_decay=0.0,
            ),
            torch.optim.SparseAdam([module.embedding.weight], lr=TABLE),
        ]
        self._rates = [[group["lr"] for group in o.param_groups] for o in self._optimisers]

    def step(self, batch: Batch, pace: float) -> float:
        """Learn from one batch at a share `pace` of the full rate; return how many questions found their passage."""
        scores = self._scores(batch)
        right = torch.arange(len(batch.pairs))
        loss = functional.cross_entropy(scores, right)
        if len({pair.query for pair in batch.pairs}) == len(batch.pairs):  # a passage of one question only
            loss = loss + BACKWARD * functional.cross_entropy(scores.T, right)
        for optimiser, rates in zip(self._optimisers, self._rates, strict=True):
            optimiser.zero_grad()
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = pace * rate
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._matrices, LONGEST_STEP)
        for optimiser in self._optimisers:
            optimiser.step()
        return float((scores.argmax(dim=1) == right).float().mean())

    def _scores(self, batch: Batch) -> Tensor:
        questions = self._embed([pair.query for pair in batch.pairs])
        passages = self._embed([pair.passage for pair in batch.pairs])
        scores = SHARPNESS * (questions @ passages.T + torch.from_numpy(batch.words))
        return scores.masked_fill(torch.from_numpy(batch.clash), float("-inf"))

    def _embed(self, texts: list[str]) -> Tensor:
        ids = cut(self.module.tokenizer, texts, self.module.max_pieces)
        return embed(
            self.module, [[i for i in pieces if self._rng.random() >= self._dropped] or pieces for pieces in ids]
        )


def train(folder: Path, share: float, output: Path) -> None:
    """Train on the sets below `folder`, that share of the steps of each run, and write the weights to `output`."""
    base, sets, ours = build(BASE), sources(folder), [*paraphrase_sources(), synonym_source()]
    runs = []
    for run in RUNS:
        batches = Batches([*sets, *(ours if run.with_paraphrases else [])], base, SEED, run.with_words)
        runs.append(_run(run, batches, max(1, round(share * run.steps))))
    module = UniversalSentenceEncoder(from_package())
    module.load_state_dict({name: sum(state[name] for state in runs) / len(runs) for name in runs[0]})
    pack(module, output)


def _run(run: Run, batches: Batches, steps: int) -> dict[str, Tensor]:
    """Return the parameters that one run ends with."""
    torch.manual_seed(SEED)
    trainer = Trainer(UniversalSentenceEncoder(from_package()), run)
    found: dict[str, float] = {}
    for step in range(1, steps + 1):
        batch = batches.draw()
        share = trainer.step(batch, min(1.0, step / WARM_UP) * (1 - step / (steps + 1)))
        found[batch.kind] = 0.9 * found.get(batch.kind, share) + 0.1 * share
        if step % 25 == 0:
            shares = " ".join(f"{kind} {value:.2f}" for kind, value in sorted(found.items()))
            print(f"{time.strftime('%H:%M')} {run} step {step}: {shares}", file=sys.stderr, flush=True)
    return trainer.module.state_dict()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of the steps: less, to try something")
    parser.add_argument("--output", type=Path, default=OURS)
    given = parser.parse_args()
    train(given.sets, given.share, given.output)


if __name__ == "__main__":
    main()
