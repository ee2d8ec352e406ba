"""What each subcommand does: open, ask, print. Heavy imports stand where they are used, so that --help is quick."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.output import FileProgress, print_json, print_text, warn

if TYPE_CHECKING:
    from search.types import Embedder, Reranker


class WrongCall(Exception):
    """The arguments make no sense together."""


def ingest(given: argparse.Namespace) -> int:
    """Read files in; 1 if a file failed."""
    from ingest.pipeline import ingest as run
    from ingest.watch import look, wait

    for path in given.paths:
        if not path.exists():
            raise WrongCall(f"{path} bestaat niet.")
    embedder = _embedder(given.model or _model(given.data))
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


def search(given: argparse.Namespace) -> int:
    """Ask a question; finding nothing is an answer too."""
    from access import reader_named
    from cli.hits import as_text
    from search import open_knowledge_base
    from search.answer import Query
    from search.contract import as_json
    from search.types import Kind

    query = Query(
        given.question,
        municipalities=tuple(given.municipality),
        kinds=tuple(Kind(kind) for kind in given.kind),
        since=given.since,
        until=given.until,
        literal=tuple(given.literal),
    )
    kb = open_knowledge_base(given.data, reranker=_reranker_if_here(given.reranker))
    answer = kb.search(query, reader_named(given.reader), given.k)
    if given.json:
        print_json(as_json(answer))
    else:
        print_text(as_text(answer))
    return 0


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
    reranker = _reranker(given.reranker) if given.reranker else None
    figures = run(questions, _embedder(given.model or DEFAULT), [Mode(given.mode)], reranker)[0].as_json()
    if given.json:
        print_json(figures)
    else:
        print_text("\n".join(f"{name:>14}  {value}" for name, value in figures.items()))
    return 0


def serve(given: argparse.Namespace) -> int:
    """Start the app; does not return before it ends."""
    app = Path(__file__).resolve().parent.parent / "app.py"
    environment = os.environ | {"STREEKGEHEUGEN_DATA": str(given.data.resolve())}
    if given.reranker:
        is_folder = Path(given.reranker).is_dir()
        environment["STREEKGEHEUGEN_RERANKER"] = str(Path(given.reranker).resolve()) if is_folder else given.reranker
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(given.port)]
    warn(f"De toepassing opent op http://localhost:{given.port}  (stoppen: Ctrl+C)")
    sys.stderr.flush()
    os.chdir(app.parent)  # where .streamlit/config.toml stands
    os.execve(sys.executable, command, environment)  # noqa: S606 arguments as a list, no shell is wanted


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


def rebuild(given: argparse.Namespace) -> int:
    """Make what is derived again from what is stored."""
    from search.rebuild import rebuild as run

    done = run(given.data, _embedder(given.model or _model(given.data)))
    if given.json:
        print_json(done)
    else:
        print_text(f"{done['passages']} passages opnieuw geïndexeerd in {done['seconds']} s.")
    return 0


def _embedder(model: str) -> "Embedder":
    from search.embedders import ModelNotFound, build

    try:
        return build(model)
    except ModelNotFound as error:
        raise WrongCall(str(error)) from error


def _reranker(model: str) -> "Reranker":
    from search.embedders import ModelNotFound
    from search.rerankers import build

    try:
        return build(model)
    except ModelNotFound as error:
        raise WrongCall(str(error)) from error


def _reranker_if_here(model: str | None) -> "Reranker | None":
    """Return the reranker, or say that it is not here and go on without: finding is better than refusing."""
    try:
        return _reranker(model) if model else None
    except WrongCall as error:
        warn(f"{error} Er wordt gezocht zonder herschikken.")
        return None


def _model(data: Path) -> str:
    """Return the model that made the knowledge base, or the default one where there is none yet."""
    from search import store
    from search.database import open_for_reading
    from search.embedders import DEFAULT
    from search.errors import NoKnowledgeBase

    try:
        db = open_for_reading(data)
    except NoKnowledgeBase:
        return DEFAULT
    try:
        return store.setting(db, "model") or DEFAULT
    finally:
        db.close()


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
