"""Pieces of screen that contracts, matrix and experience share: links to the page, files to take along. HTML."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

from desk import texts as words
from desk.registers import durations
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, Evidence, Phase
from search.types import Document
from views.address import DOCUMENT, Address, link
from views.pieces import dutch, texts
from views.pieces.markup import anchor, element, escaped

_PHASES: Final[Mapping[Phase, str]] = {
    Phase.COMING: "coming", Phase.OPEN: "open", Phase.RUNNING: "running", Phase.ENDING: "ending",
    Phase.ENDED: "ended", Phase.UNKNOWN: "unknown",
}  # fmt: skip


def page_link(document: Document, page: int, shown: str, passage: int | None = None) -> str:
    """Return a link to a page of a document; `shown` is HTML already."""
    title = texts.ON_PAGE.format(title=document.title, page=page)
    return anchor(link(Address(document=document.id, page=page, passage=passage), DOCUMENT), shown, {"title": title})


def fact_link(evidence: Evidence, shown: str = "") -> str:
    """Return a fact as a link to the page on which it stands, with a mark where it is uncertain."""
    made = page_link(evidence.document, evidence.page, escaped(shown or value(evidence.fact)))
    return made + (look_mark() if evidence.needs_a_look else "")


def look_mark() -> str:
    """Return the mark on what a person should confirm."""
    attributes = {"class": "sg-pill sg-pill-warning sg-look", "title": texts.TO_LOOK_AT_WHY}
    return " " + element("span", escaped(texts.TO_LOOK_AT), attributes)


def phase(found: Phase) -> str:
    """Return where a contract stands, as a pill."""
    return element("span", escaped(found), {"class": f"sg-pill sg-phase sg-phase-{_PHASES[found]}"})


def value(fact: Fact) -> str:
    """Return what a fact says, in Dutch."""
    text, detail = fact.value, fact.detail
    if fact.field in (Field.TERM, Field.NOTICE):
        text = durations.in_words(text)
    elif fact.field in (Field.CEILING, Field.AMOUNT):
        found = words.euro(text)
        return f"{words.amount(found) if found is not None else text} {detail}".strip()
    elif fact.field is Field.RENEWAL:
        text = words.RENEWALS.get(text, text)
    elif fact.field in (Field.JOINED, Field.LEFT) and detail:
        detail = texts.SINCE.format(day=words.moment(detail))
    else:
        text = words.moment(text)
    return f"{text} ({detail})" if detail else text


def exports(
    path: str,
    parameters: Mapping[str, str | Sequence[str]],
    forms: Sequence[str],
    heading: str = texts.EXPORT,
) -> str:
    """Return links to what is on the screen as files.

    Args:
        path: Of the route, without its ending.
        parameters: What is chosen on the screen.
        forms: Endings, of those that EXPORT_NAMES has.
        heading: What stands before them.
    """
    query = urlencode({key: given for key, given in parameters.items() if given}, doseq=True)
    links = [
        element(
            "a",
            escaped(texts.EXPORT_NAMES[form]),
            {
                "href": f"{path}.{form}" + (f"?{query}" if query else ""),
                "download": True,
                "class": "sg-button",
                "title": texts.EXPORT_ICS_WHY if form == "ics" else None,
            },
        )
        for form in forms
    ]
    return element("p", f"{escaped(heading)} " + " ".join(links), {"class": "sg-exports"})


def may_join(contract: Contract, today: date) -> str:
    """Return what stands before those who may join: whether they still can, where that is known."""
    if contract.may_still_join(today):
        return texts.MAY_JOIN
    last = contract.day(Field.JOIN_UNTIL) or contract.day(Field.END)
    return texts.MIGHT_JOIN if last and last < today else texts.ALLOWED


def left(days: int | None) -> str:
    """Return how many days are left, in words; empty where that is not known."""
    if days is None:
        return ""
    if days == 0:
        return texts.ENDS_TODAY
    return dutch.counted(days, texts.LEFT) if days > 0 else dutch.counted(-days, texts.OVER)


def nothing(heading: str, sentence: str, *more: str) -> str:
    """Return an empty state: what is not there, why, and what can be done; `more` is HTML."""
    head = element("h2", escaped(heading)) + element("p", escaped(sentence), {"role": "status"})
    return element("div", head + "".join(more), {"class": "sg-nothing"})
