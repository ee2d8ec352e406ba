"""The subcommands that ask: one question, or a whole set of them of which the answers are known."""

import argparse
from pathlib import Path

from cli import models, options, places
from cli.options import WrongCall
from cli.output import print_json, print_text
from search.types import Kind


def search_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `search`."""
    part.add_argument("question", metavar="VRAAG", help="de vraag, tussen aanhalingstekens")
    options.reader(part)
    part.add_argument("--k", type=options.number, default=10, metavar="N", help="hoeveel documenten (standaard 10)")
    options.municipality(part)
    options.period(part)
    part.add_argument(
        "--literal",
        action="append",
        default=[],
        metavar="WOORDEN",
        help="neem deze woorden van de vraag als gewone woorden; mag meermaals",
    )
    options.choice(part, "--kind", "SOORT", "alleen deze soort document", Kind)
    options.site_reranker(part)


def search(given: argparse.Namespace) -> int:
    """Ask a question; finding nothing is an answer too."""
    from access import reader_named
    from cli.hits import as_text
    from search import open_knowledge_base
    from search.answer import Query
    from search.contract import as_json

    query = Query(
        given.question,
        municipalities=tuple(given.municipality),
        kinds=tuple(Kind(kind) for kind in given.kind),
        since=given.since,
        until=given.until,
        literal=tuple(given.literal),
    )
    kb = open_knowledge_base(given.data, reranker=models.reranker_if_here(given.reranker))
    reader = reader_named(given.reader)
    places.warn_of_unknown(kb, reader, given.municipality)
    answer = kb.search(query, reader, given.k)
    if given.json:
        print_json(as_json(answer))
    else:
        print_text(as_text(answer))
    return 0


def evaluate_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `evaluate`."""
    part.add_argument(
        "folder", type=Path, metavar="BEIR_DIR", help="een map met corpus.jsonl, queries.jsonl en qrels/test.tsv"
    )
    part.add_argument(
        "--mode",
        choices=["lexical", "dense", "hybrid"],
        default="hybrid",
        metavar="WIJZE",
        help="hoe er gezocht wordt: lexical (op woorden), dense (op betekenis) of hybrid (standaard: beide)",
    )
    options.model(part, "een ander model dan het standaardmodel")
    options.reranker(part)


def evaluate(given: argparse.Namespace) -> int:
    """Measure the search on a question set."""
    from evaluation.beir import NotBeir, read
    from evaluation.run import evaluate as run
    from search import Mode
    from search.embedders import DEFAULT

    try:
        questions = read(given.folder)
    except NotBeir as error:
        raise WrongCall(str(error)) from error
    reranker = models.reranker(given.reranker) if given.reranker else None
    figures = run(questions, models.embedder(given.model or DEFAULT), [Mode(given.mode)], reranker)[0].as_json()
    if given.json:
        print_json(figures)
    else:
        print_text("\n".join(f"{name:>14}  {value}" for name, value in figures.items()))
    return 0
