"""Matters as a reading makes them, for the tests of what belongs together."""

from collections.abc import Sequence
from datetime import date

from search.registers import citations
from search.registers.linking import Reason, links
from search.registers.matters import Matter, about
from search.registers.threads import Edit, threads
from search.registers.treatments import Effect
from search.types import Kind


def matter(
    title: str,
    place: str | None = "Damme",
    day: str = "2021-03-29",
    *,
    text: str = "",
    body: str | None = "Gemeenteraad",
    kind: Kind = Kind.MINUTES,
    effect: Effect | None = None,
    code: str = "",
) -> Matter:
    return Matter(
        f"{place}/{day}/{title}", place, body, date.fromisoformat(day), code, kind, effect,
        citations.find(f"{title}\n{text}"), about(title, body, text), None, title,
    )  # fmt: skip


def of_region(title: str, day: str = "2021-03-01", text: str = "") -> Matter:
    return matter(title, None, day, text=text, body="Burgemeestersoverleg Brugge", kind=Kind.MEETING_REPORT)


def titled(matter: Matter) -> str:
    return matter.key.split("/", 2)[2]


def formed(matters: Sequence[Matter], edits: Sequence[Edit] = ()) -> list[set[str]]:
    """The dossiers of two and more, by titles."""
    titles = {each.key: titled(each) for each in matters}
    found = threads(titles, links(matters), edits)
    return [{titles[key] for key in thread.keys} for thread in found if len(thread.keys) > 1]


def reasons(*matters: Matter) -> list[Reason]:
    return [link.reason for link in links(matters)]
