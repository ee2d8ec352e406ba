"""What several subcommands take: the same option everywhere under one name, and how its value is read."""

import argparse
import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

THEME: Final = 'dit thema, zoals het op de schermen heet: "Cultuur en erfgoed"'
_REPEATED: Final = "mag meermaals"
_MODEL: Final = "STREEKGEHEUGEN_RERANKER"
_PORTS: Final = 65_535


class WrongCall(Exception):
    """The arguments make no sense together."""


def everywhere() -> argparse.ArgumentParser:
    """Return a parser with what each subcommand takes, to make theirs from."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("STREEKGEHEUGEN_DATA", "data")),
        metavar="MAP",
        help="de map van de kennisbank (standaard ./data, of STREEKGEHEUGEN_DATA)",
    )
    parser.add_argument("--json", action="store_true", help="druk één JSON-document af op standaarduitvoer")
    return parser


def reader(part: argparse.ArgumentParser) -> None:
    """Add who asks."""
    part.add_argument("--reader", metavar="NAAM", help="wie het vraagt (standaard: leest wat voor iedereen is)")


def municipality(part: argparse.ArgumentParser, what: str = "alleen stukken van deze gemeente") -> None:
    """Add the municipalities that it is about; `what` says in what way."""
    part.add_argument("--municipality", action="append", default=[], metavar="GEMEENTE", help=f"{what}; {_REPEATED}")


def choice(part: argparse.ArgumentParser, name: str, metavar: str, what: str, among: type[StrEnum]) -> None:
    """Add an option with some of the values of an enumeration, and name them all."""
    values = [str(each) for each in among]
    part.add_argument(
        name,
        action="append",
        default=[],
        choices=values,
        metavar=metavar,
        help=f"{what}: {', '.join(values)}; {_REPEATED}",
    )


def period(part: argparse.ArgumentParser, since: str = "", until: str = "") -> None:
    """Add the first and the last day of a period; `since` and `until` say what they are where they are not given."""
    part.add_argument(
        "--from", dest="since", type=day, metavar="DATUM", help=f"vanaf deze dag: JJJJ-MM-DD of JJJJ{since}"
    )
    part.add_argument(
        "--to", dest="until", type=last_day, metavar="DATUM", help=f"tot en met deze dag: JJJJ-MM-DD of JJJJ{until}"
    )


def model(part: argparse.ArgumentParser, what: str) -> None:
    """Add the model that makes vectors."""
    part.add_argument("--model", metavar="NAAM", help=what)


def reranker(part: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the cross-encoder."""
    part.add_argument(
        "--reranker",
        default=default,
        metavar="NAAM",
        help="cross-encoder die de beste documenten herschikt (map of naam)",
    )


def site_reranker(part: argparse.ArgumentParser) -> None:
    """Add the cross-encoder; that of this site where none is given."""
    reranker(part, os.environ.get(_MODEL))


def output(part: argparse.ArgumentParser, what: str) -> None:
    """Add the file that is written."""
    part.add_argument("--output", type=Path, metavar="BESTAND", help=what)


def number(text: str) -> int:
    """Read how many, 1 or more."""
    found = _whole(text)
    if found < 1:
        raise argparse.ArgumentTypeError("moet minstens 1 zijn")
    return found


def port(text: str) -> int:
    """Read a port on which a server can be found."""
    found = _whole(text)
    if not 1 <= found <= _PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is geen poort; kies een getal van 1 tot {_PORTS}")
    return found


def day(text: str, rest: str = "-01-01") -> date:
    """Read a day, or a year: then its first day."""
    try:
        return date.fromisoformat(text + rest if len(text) == 4 else text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is geen datum; schrijf JJJJ-MM-DD of JJJJ") from error


def last_day(text: str) -> date:
    """Read a day, or a year: then its last day."""
    return day(text, "-12-31")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is geen geheel getal") from error
