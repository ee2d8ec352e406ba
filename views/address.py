"""The address of a screen: what is asked and what is open, as Dutch keys after the question mark.

Knows nothing of Streamlit and keeps no state: the address is the state, so that a link opens the same search elsewhere.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar
from urllib.parse import urlencode

from desk.registers.board import Only
from desk.registers.matrix import subjects_of
from search.answer import Order, Query
from search.types import Kind
from views import texts

SEARCH: Final = "/"
DOCUMENT: Final = "/document"
OVERVIEW: Final = "/inhoud"
HELP: Final = "/uitleg"
DECISION: Final = "/besluit"
SITTING: Final = "/zitting"
DOSSIERS: Final = "/dossiers"
DOSSIER: Final = "/dossier"
MATRIX: Final = "/matrix"
EXPERIENCE: Final = "/ervaring"
BRIEF: Final = "/nota"
NOTES: Final = "/notas"
NEWS: Final = "/nieuw"
CONTRACTS: Final = "/overeenkomsten"
CONTRACT: Final = "/overeenkomst"
THEMES: Final = "/themas"
WATCHES: Final = "/volglijsten"
FEEDBACK: Final = "/terugkoppeling"
TROUBLED: Final = "#aandacht"
"""The place on the overview that tells what could not be read."""

FIRST_SHOWN: Final = 10
MOST_SHOWN: Final = 200
LONGEST_QUESTION: Final = 500
_MOST_VALUES: Final = 50
_LARGEST_NUMBER: Final = 2**53
_KEY: Final = re.compile(r"[0-9a-f]{16}")
Choice = TypeVar("Choice", bound=StrEnum)
_NO_QUESTION: Final = Query("")


@dataclass(frozen=True, slots=True)
class Address:
    """What the address says, after checking. `page` counts from 1, `place` is the hit's rank from 1."""

    query: Query = _NO_QUESTION
    shown: int = FIRST_SHOWN
    document: int | None = None
    page: int | None = None
    passage: int | None = None
    place: int | None = None
    decision: str | None = None  # a key of `search.registers.tellings`; a sitting is named by one of its decisions
    article: int | None = None  # of that decision, in the order in which it has them, from 1
    dossier: str | None = None
    contract: str | None = None
    theme: str = ""
    subjects: tuple[str, ...] = ()  # of the matrix
    only: Only = Only.ALL  # which contracts
    order: Order = Order.BEST  # of results

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the question restricts the answer."""
        query = self.query
        return bool(
            query.municipalities or query.kinds or query.bodies or query.since is not None or query.until is not None
        )

    @property
    def in_list(self) -> "Address":
        """The same question and filters, with no document open."""
        return Address(self.query, self.shown, order=self.order)

    def at_decision(self, key: str) -> "Address":
        """The address of a decision, or of its sitting, found by the same question."""
        return replace(self.in_list, decision=key)

    def with_query(self, query: Query) -> "Address":
        """The address of another question or other filters: from the first result on."""
        return Address(query, order=self.order)


def parse(
    parameters: Mapping[str, Sequence[str]], municipalities: Iterable[str] | None = None
) -> tuple[Address, tuple[str, ...]]:
    """Read an address; never raises, whatever was typed.

    Args:
        parameters: The values of every key, in order.
        municipalities: Names that may be filtered on; None accepts any name.

    Returns:
        The address, and a Dutch sentence for each value that was not understood and is not applied.
    """
    problems: list[str] = []
    address = Address(
        query=_query(parameters, municipalities, problems),
        shown=min(_number(parameters, "toon", problems) or FIRST_SHOWN, MOST_SHOWN),
        document=_number(parameters, "document", problems),
        page=_number(parameters, "pagina", problems),
        passage=_number(parameters, "fragment", problems),
        place=_number(parameters, "plaats", problems),
        decision=_key(parameters, "besluit", problems),
        article=_number(parameters, "artikel", problems),
        dossier=_key(parameters, "dossier", problems),
        contract=_key(parameters, "overeenkomst", problems),
        theme=_clean(_last(parameters, "thema"))[:LONGEST_QUESTION],
        subjects=subjects_of(_clean(line) for value in parameters.get("onderwerp", ()) for line in value.splitlines()),
        only=_chosen(Only, _last(parameters, "enkel"), problems),
        order=_chosen(Order, _last(parameters, "volgorde"), problems),
    )
    return address, tuple(problems)


def _query(parameters: Mapping[str, Sequence[str]], municipalities: Iterable[str] | None, problems: list[str]) -> Query:
    query = Query(
        text=_question(_last(parameters, "vraag"), problems),
        municipalities=_municipalities(parameters.get("gemeente", ()), municipalities, problems),
        kinds=_kinds(parameters.get("soort", ()), problems),
        bodies=_distinct(_clean(value) for value in parameters.get("orgaan", ())),
        since=_day(_last(parameters, "van"), "van", problems),
        until=_day(_last(parameters, "tot"), "tot", problems),
        literal=_distinct(_clean(value)[:LONGEST_QUESTION].strip() for value in parameters.get("letterlijk", ())),
    )
    if query.since and query.until and query.since > query.until:
        problems.append(texts.PERIOD_REVERSED)
        query = replace(query, since=query.until, until=query.since)
    return query


def parameters(address: Address) -> dict[str, list[str]]:
    """Return the shortest parameters that `parse` reads back as this address."""
    query = address.query
    values: dict[str, list[str]] = {
        "vraag": [query.text] if query.text else [],
        "gemeente": list(query.municipalities),
        "soort": [str(kind) for kind in query.kinds],
        "orgaan": list(query.bodies),
        "van": [_since_text(query.since)] if query.since else [],
        "tot": [_until_text(query.until)] if query.until else [],
        "letterlijk": list(query.literal),
        "toon": [str(address.shown)] if address.shown != FIRST_SHOWN else [],
    }
    for key, number in (
        ("document", address.document),
        ("pagina", address.page),
        ("fragment", address.passage),
        ("plaats", address.place),
        ("artikel", address.article),
    ):
        values[key] = [] if number is None else [str(number)]
    for key, text in (
        ("besluit", address.decision),
        ("dossier", address.dossier),
        ("overeenkomst", address.contract),
        ("thema", address.theme),
        ("enkel", str(address.only)),
        ("volgorde", str(address.order)),
    ):
        values[key] = [text] if text else []
    values["onderwerp"] = list(address.subjects)
    return {key: value for key, value in values.items() if value}


def link(address: Address, path: str = SEARCH) -> str:
    """Return the address as it stands in a link, below this site's root."""
    text = urlencode(parameters(address), doseq=True)
    return f"{path}?{text}" if text else path


def toggled(values: Sequence[str], value: str) -> tuple[str, ...]:
    """Return `values` without `value` when it was there, with it otherwise."""
    if value in values:
        return tuple(other for other in values if other != value)
    return (*values, value)


def _last(parameters: Mapping[str, Sequence[str]], key: str) -> str:
    values = parameters.get(key, ())
    return values[-1] if values else ""


def _clean(text: str) -> str:
    """Drop what no keyboard types on purpose: control characters and halves of characters."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())


def _question(text: str, problems: list[str]) -> str:
    question = _clean(text)
    if len(question) > LONGEST_QUESTION:
        problems.append(texts.QUESTION_CUT.format(most=LONGEST_QUESTION))
        question = question[:LONGEST_QUESTION].rstrip()
    return question


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:_MOST_VALUES]


def _municipalities(values: Sequence[str], known: Iterable[str] | None, problems: list[str]) -> tuple[str, ...]:
    wanted = _distinct(_clean(value) for value in values)
    if known is None:
        return wanted
    by_folded = {name.casefold(): name for name in known}
    problems.extend(
        texts.UNKNOWN_MUNICIPALITY.format(value=value[:80]) for value in wanted if value.casefold() not in by_folded
    )
    return _distinct(by_folded.get(value.casefold(), "") for value in wanted)


def _kinds(values: Sequence[str], problems: list[str]) -> tuple[Kind, ...]:
    kinds: dict[Kind, None] = {}
    for value in _distinct(_clean(value).casefold() for value in values):
        try:
            kinds[Kind(value)] = None
        except ValueError:
            problems.append(texts.UNKNOWN_KIND.format(value=value[:80]))
    return tuple(kinds)


def _day(text: str, key: str, problems: list[str]) -> date | None:
    text = _clean(text)
    if not text:
        return None
    try:
        if len(text) == 4 and text.isascii() and text.isdigit():
            return date(int(text), 1, 1) if key == "van" else date(int(text), 12, 31)
        return date.fromisoformat(text)
    except ValueError:
        problems.append(texts.UNKNOWN_DATE.format(key=key, value=text[:80]))
        return None


def _number(parameters: Mapping[str, Sequence[str]], key: str, problems: list[str]) -> int | None:
    text = _clean(_last(parameters, key))
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) < 17 and 0 < int(text) < _LARGEST_NUMBER:
        return int(text)
    problems.append(texts.UNKNOWN_NUMBER.format(key=key, value=text[:80]))
    return None


def _key(parameters: Mapping[str, Sequence[str]], key: str, problems: list[str]) -> str | None:
    text = _clean(_last(parameters, key))
    if not text:
        return None
    if _KEY.fullmatch(text):
        return text
    problems.append(texts.UNKNOWN_KEY.format(key=key, value=text[:80]))
    return None


def _chosen(choice: type[Choice], text: str, problems: list[str]) -> Choice:
    """Return what is chosen, or what holds where nothing is: the empty one."""
    try:
        return choice(_clean(text))
    except ValueError:
        problems.append(texts.UNKNOWN_ONLY.format(value=_clean(text)[:80]))
        return choice("")


def _since_text(day: date) -> str:
    return f"{day.year:04}" if (day.month, day.day) == (1, 1) else day.isoformat()


def _until_text(day: date) -> str:
    return f"{day.year:04}" if (day.month, day.day) == (12, 31) else day.isoformat()
