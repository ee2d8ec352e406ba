"""The command `streekgeheugen` and its subcommands; the contract of their arguments, output and exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3

from cli import brief, commands, feedback, news, notify, registers
from cli.output import warn
from search.errors import KnowledgeBaseError, Locked, NoKnowledgeBase
from search.registers.treatments import Effect
from search.types import Kind

DONE, FAILED, WRONG_CALL, NO_KNOWLEDGE_BASE, LOCKED = 0, 1, 2, 10, 11


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        code = int(given.command(given))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads along ("| head") has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it closes
        return DONE
    except NoKnowledgeBase as error:
        warn(str(error))
        return NO_KNOWLEDGE_BASE
    except Locked as error:
        warn(str(error))
        return LOCKED
    except KnowledgeBaseError as error:
        warn(str(error))
        return FAILED
    except commands.WrongCall as error:
        warn(str(error))
        return WRONG_CALL
    except sqlite3.DatabaseError as error:
        warn(f"De kennisbank in {given.data} is beschadigd ({error}). Kijk na met: streekgeheugen check")
        return FAILED
    except OSError as error:
        warn(f"Het lukt niet: {error.strerror or error}" + (f" ({error.filename})" if error.filename else ""))
        return FAILED
    except KeyboardInterrupt:
        warn("Gestopt. Wat al ingelezen was, is bewaard; begin gerust opnieuw.")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("STREEKGEHEUGEN_DATA", "data")),
        metavar="MAP",
        help="de map van de kennisbank (standaard ./data, of STREEKGEHEUGEN_DATA)",
    )
    everywhere.add_argument("--json", action="store_true", help="druk één JSON-document af op standaarduitvoer")
    parser = argparse.ArgumentParser(
        prog="streekgeheugen", description="Zoek terug wat buurgemeenten beslisten, met de bladzijde erbij."
    )
    parts = parser.add_subparsers(required=True, metavar="OPDRACHT")

    def add(name: str, command: object, text: str) -> argparse.ArgumentParser:
        part = parts.add_parser(name, parents=[everywhere], help=text, description=text)
        part.set_defaults(command=command)
        return part

    _ingest(add("ingest", commands.ingest, "lees mappen en bestanden in; alleen wat nieuw of gewijzigd is"))
    _search(add("search", commands.search, "stel een vraag"))
    _evaluate(add("evaluate", commands.evaluate, "meet hoe goed het zoeken is op een vragenset (BEIR-map)"))
    _decisions(add("decisions", registers.decisions, "som besluiten op, de nieuwste eerst"))
    dossiers = add("dossiers", registers.dossiers, "som dossiers op: wat over jaren en besturen bij elkaar hoort")
    _register(dossiers)
    dossiers.add_argument("--theme", metavar="THEMA", help="alleen dossiers over dit thema")
    _contracts(add("contracts", registers.contracts, "som overeenkomsten op, met wie kan toetreden en tot wanneer"))
    note = add("brief", brief.brief, "schrijf een briefingnota over een thema, met de bladzijde bij elk citaat")
    brief.arguments(note, _day, _last_day)
    news.arguments(add("news", news.news, "zeg wat nieuw is sinds de vorige vergadering"), _day, _last_day)
    serve = add("serve", commands.serve, "start de toepassing in de browser")
    serve.add_argument("--port", type=int, default=8501, help="poort (standaard 8501)")
    _reranker(serve, os.environ.get("STREEKGEHEUGEN_RERANKER"))
    said = add("feedback", feedback.feedback, "tel wat mensen van antwoorden zeiden, of maak er een vragenset van")
    feedback.arguments(said)
    notify.arguments(add("notify", notify.notify, "bekijk alle volglijsten en mail wat nieuw is (voor cron)"))
    check = add("check", commands.check, "zoek wat beschadigd, weg of verweesd is")
    check.add_argument("--read-data", action="store_true", help="lees ook elke passage, vector en bestand na")
    rebuild = add("rebuild", commands.rebuild, "maak de index opnieuw uit wat opgeslagen is")
    rebuild.add_argument("--model", metavar="NAAM", help="bereken ook alle vectoren opnieuw, met dit model")
    return parser


def _ingest(part: argparse.ArgumentParser) -> None:
    part.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="mappen en bestanden")
    part.add_argument("--audience", metavar="NAAM", help="wie ze mag lezen (standaard iedereen)")
    part.add_argument("--workers", type=_positive, default=2, metavar="N", help="hoeveel bestanden tegelijk")
    part.add_argument("--watch", action="store_true", help="blijf kijken en lees wijzigingen vanzelf in")
    part.add_argument("--model", metavar="NAAM", help="model voor een nieuwe kennisbank")


def _search(part: argparse.ArgumentParser) -> None:
    part.add_argument("question", metavar="VRAAG")
    part.add_argument("--reader", metavar="NAAM", help="wie het vraagt (standaard: leest wat voor iedereen is)")
    part.add_argument("--k", type=_positive, default=10, metavar="N", help="hoeveel documenten (standaard 10)")
    part.add_argument("--municipality", action="append", default=[], metavar="GEMEENTE")
    part.add_argument("--from", dest="since", type=_day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")
    part.add_argument("--to", dest="until", type=_last_day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")
    part.add_argument(
        "--literal",
        action="append",
        default=[],
        metavar="WOORDEN",
        help="neem deze woorden van de vraag als gewone woorden",
    )
    part.add_argument("--kind", action="append", default=[], choices=[str(kind) for kind in Kind], metavar="SOORT")
    _reranker(part, os.environ.get("STREEKGEHEUGEN_RERANKER"))


def _register(part: argparse.ArgumentParser) -> None:
    part.add_argument("--reader", metavar="NAAM", help="wie het vraagt (standaard: leest wat voor iedereen is)")
    part.add_argument("--municipality", action="append", default=[], metavar="GEMEENTE")
    part.add_argument("--body", action="append", default=[], metavar="ORGAAN")
    part.add_argument("--from", dest="since", type=_day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")
    part.add_argument("--to", dest="until", type=_last_day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")


def _decisions(part: argparse.ArgumentParser) -> None:
    _register(part)
    part.add_argument("--k", type=_positive, default=None, metavar="N", help="hoeveel (standaard alle)")
    part.add_argument("--outcome", action="append", default=[], choices=[*map(str, Effect)], metavar="UITKOMST")
    part.add_argument("--all", action="store_true", help="ook agenda's, verslagen en stukken zonder besluit")


def _contracts(part: argparse.ArgumentParser) -> None:
    part.add_argument("--reader", metavar="NAAM", help="wie het vraagt (standaard: leest wat voor iedereen is)")
    part.add_argument(
        "--municipality", action="append", default=[], metavar="GEMEENTE", help="partij, of kan toetreden"
    )
    part.add_argument("--on", type=_day, metavar="DATUM", help="zoals het op die dag stond (standaard vandaag)")
    part.add_argument("--open", action="store_true", help="alleen waar nog wie kan toetreden")
    part.add_argument("--all", action="store_true", help="ook verlopen overeenkomsten")


def _evaluate(part: argparse.ArgumentParser) -> None:
    part.add_argument("folder", type=Path, metavar="BEIR_DIR")
    part.add_argument("--mode", choices=["lexical", "dense", "hybrid"], default="hybrid")
    part.add_argument("--model", metavar="NAAM", help="een ander model dan het standaardmodel")
    _reranker(part, None)


def _reranker(part: argparse.ArgumentParser, default: str | None) -> None:
    part.add_argument(
        "--reranker",
        default=default,
        metavar="NAAM",
        help="cross-encoder die de beste documenten herschikt (map of naam)",
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("moet minstens 1 zijn")
    return number


def _day(text: str, rest: str = "-01-01") -> date:
    try:
        return date.fromisoformat(text + rest if len(text) == 4 else text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is geen datum; schrijf JJJJ-MM-DD of JJJJ") from error


def _last_day(text: str) -> date:
    return _day(text, "-12-31")


if __name__ == "__main__":
    sys.exit(main())
