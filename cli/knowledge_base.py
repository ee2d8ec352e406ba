"""The subcommands that make and mend a knowledge base: ingest, check, rebuild.

Heavy imports stand where they are used, here and in the other subcommands, so that --help is quick.
"""

import argparse
import sys
from pathlib import Path

from cli import models, options
from cli.options import WrongCall
from cli.output import FileProgress, print_json, print_text


def ingest_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `ingest`."""
    part.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="mappen en bestanden")
    part.add_argument("--audience", metavar="NAAM", help="wie ze mag lezen (standaard iedereen)")
    part.add_argument(
        "--workers", type=options.number, default=2, metavar="N", help="hoeveel bestanden tegelijk (standaard 2)"
    )
    part.add_argument("--watch", action="store_true", help="blijf kijken en lees wijzigingen vanzelf in")
    options.model(part, "model voor een nieuwe kennisbank")


def ingest(given: argparse.Namespace) -> int:
    """Read files in; 1 if a file failed."""
    from ingest.pipeline import ingest as run
    from ingest.watch import look, wait

    for path in given.paths:
        if not path.exists():
            raise WrongCall(f"{path} bestaat niet.")
    embedder = models.embedder(given.model or models.of_knowledge_base(given.data))
    while True:
        before = look(given.paths, given.data) if given.watch else {}
        with FileProgress() as progress:
            report = run(
                given.paths,
                given.data,
                embedder,
                audience=given.audience,
                workers=given.workers,
                progress=progress,
            )
        if given.json:
            print_json(report.as_json())
        else:
            _print_report(report.as_json())
        if not given.watch:
            return 1 if report.failed else 0
        sys.stdout.flush()
        wait(given.paths, given.data, before)


def check_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    part.add_argument("--read-data", action="store_true", help="lees ook elke passage, vector en bestand na")


def check(given: argparse.Namespace) -> int:
    """Look for damage; 1 if there is any."""
    from search.check import check as run

    report = run(given.data, read_data=given.read_data)
    if given.json:
        print_json(report.as_json())
    else:
        lines = [f"{problem.kind}: {problem.what}  ->  {problem.remedy}" for problem in report.problems]
        print_text("\n".join([*lines, report.summary]))
    return 1 if report.problems else 0


def rebuild_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `rebuild`."""
    options.model(part, "bereken ook alle vectoren opnieuw, met dit model")


def rebuild(given: argparse.Namespace) -> int:
    """Make what is derived again from what is stored."""
    from search.rebuild import rebuild as run

    done = run(given.data, models.embedder(given.model or models.of_knowledge_base(given.data)))
    if given.json:
        print_json(done)
    else:
        print_text(f"{done['passages']} passages opnieuw geïndexeerd in {done['seconds']} s.")
    return 0


def _print_report(report: dict[str, object]) -> None:
    counts = ("added", "nieuw"), ("changed", "gewijzigd"), ("unchanged", "ongewijzigd"), ("removed", "verdwenen")
    print_text(", ".join(f"{report[key]} {word}" for key, word in counts))
    print_text(f"{report['pages']} bladzijden, {report['passages']} passages, {report['seconds']} s")
    for key, word in (("failed", "Mislukt"), ("no_text", "Zonder tekst")):
        rows = report[key]
        assert isinstance(rows, list)
        for row in rows:
            page = f" (p. {row['page']})" if row["page"] else ""
            print_text(f"{word}: {row['path']}{page}: {row['message']}")
    warnings = report["warnings"]
    assert isinstance(warnings, list)
    for warning in warnings:
        print_text(f"Let op: {warning}")
