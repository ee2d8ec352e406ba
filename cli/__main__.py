"""The command `streekgeheugen` and its subcommands; the contract of their arguments, output and exit codes."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import i18nparse  # type: ignore[import-untyped]
from pysqlite3 import dbapi2 as sqlite3

from cli import brief, feedback, knowledge_base, news, notify, questions, registers, serve
from cli.options import WrongCall, everywhere
from cli.output import warn
from search.errors import KnowledgeBaseError, Locked, NoKnowledgeBase

_Run: TypeAlias = Callable[[argparse.Namespace], int]
_Arguments: TypeAlias = Callable[[argparse.ArgumentParser], None]

_Format = partial(argparse.HelpFormatter, max_help_position=28)  # "--municipality GEMEENTE" and its help on one line

DONE, FAILED, WRONG_CALL, NO_KNOWLEDGE_BASE, LOCKED = 0, 1, 2, 10, 11


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    given = _read(arguments)
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
    except WrongCall as error:
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


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked; help and refusals are Dutch, and other parsers in this process stay as they are."""
    i18nparse.activate("nl")
    try:
        return _parser().parse_args(arguments)
    finally:
        i18nparse.deactivate()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="streekgeheugen",
        description="Zoek terug wat buurgemeenten beslisten, met de bladzijde erbij.",
        formatter_class=_Format,
    )
    parts = parser.add_subparsers(required=True, title="opdrachten", metavar="OPDRACHT")
    for name, (run, arguments, text) in _COMMANDS.items():
        part = parts.add_parser(name, parents=[everywhere()], help=text, description=text, formatter_class=_Format)
        arguments(part)
        part.set_defaults(command=run)
    return parser


_COMMANDS: Final[Mapping[str, tuple[_Run, _Arguments, str]]] = {
    "ingest": (
        knowledge_base.ingest, knowledge_base.ingest_arguments,
        "lees mappen en bestanden in; alleen wat nieuw of gewijzigd is",
    ),
    "search": (questions.search, questions.search_arguments, "stel een vraag"),
    "evaluate": (
        questions.evaluate, questions.evaluate_arguments,
        "meet hoe goed het zoeken is op een vragenset (BEIR-map)",
    ),
    "decisions": (registers.decisions, registers.decisions_arguments, "som besluiten op, de nieuwste eerst"),
    "dossiers": (
        registers.dossiers, registers.dossiers_arguments,
        "som dossiers op: wat over jaren en besturen bij elkaar hoort",
    ),
    "contracts": (
        registers.contracts, registers.contracts_arguments,
        "som overeenkomsten op, met wie kan toetreden en tot wanneer",
    ),
    "brief": (
        brief.brief, brief.arguments, "schrijf een briefingnota over een thema, met de bladzijde bij elk citaat",
    ),
    "news": (news.news, news.arguments, "zeg wat nieuw is sinds de vorige vergadering"),
    "serve": (serve.serve, serve.arguments, "start de toepassing in de browser"),
    "feedback": (
        feedback.feedback, feedback.arguments,
        "tel wat mensen van antwoorden zeiden, of maak er een vragenset van",
    ),
    "notify": (notify.notify, notify.arguments, "bekijk alle volglijsten en mail wat nieuw is (voor cron)"),
    "check": (knowledge_base.check, knowledge_base.check_arguments, "zoek wat beschadigd, weg of verweesd is"),
    "rebuild": (
        knowledge_base.rebuild, knowledge_base.rebuild_arguments, "maak de index opnieuw uit wat opgeslagen is",
    ),
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
