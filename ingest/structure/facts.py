"""What a document says of itself: kind, municipality, body, date and a title for people."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.structure.casing import calmed
from ingest.structure.contracts.names.subjects import is_kind_alone, tells
from ingest.structure.dating import date_of
from ingest.structure.head import Head, head_of, is_nonsense
from ingest.structure.kinds import kind_of
from ingest.structure.rows import Row
from ingest.structure.whose import body_of, municipality_of, partnership_of
from ingest.types import Facts
from search.language.dates import in_words
from search.registers.agreements import Fact, Field
from search.types import Kind

_COUNCIL_PAPERS = {
    Kind.AGENDA: "Agenda",
    Kind.DECISION_LIST: "Besluitenlijst",
    Kind.MINUTES: "Notulen",
    Kind.SESSION_REPORT: "Zittingsverslag",
}
_NAMED = frozenset({Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.ACCESSION, Kind.ADDENDUM, Kind.POSITION})
_LONGEST_TITLE = 200
_ROMAN = re.compile(r"[IVX]{1,4}")
_ONLY_EXTRACT = re.compile(r"uittreksel uit (?:de|het)\b", re.IGNORECASE)


def facts_of(rows: Sequence[Row], declared: str, path: str) -> Facts:
    """Find the facts of a document; `declared` is the title in the file's own metadata, `path` where it lay."""
    head = head_of(rows, declared, path)
    kind = kind_of(head, rows)
    partnership = partnership_of(head)
    municipality = None if partnership else municipality_of(head)
    body = partnership or body_of(head, kind)
    day = date_of(head, kind)
    title = calmed(_title(head, kind, municipality, body, day), (row.text for row in rows))
    return Facts(title, kind, municipality, body, day)


def _title(head: Head, kind: Kind, municipality: str | None, body: str | None, day: date | None) -> str:
    """Papers of a sitting get a title of one form, so that a list of them reads well; others keep their own."""
    label = _COUNCIL_PAPERS.get(kind)
    if label and body and day and municipality:
        if kind is Kind.AGENDA and re.search(r"aanvullende agenda", head.text, re.IGNORECASE):
            label = "Aanvullende agenda"
        return f"{label} {body[0].lower()}{body[1:]} {in_words(day)} – {municipality}"
    if head.title and not is_nonsense(head.title):
        return _shorten(head.title)
    name = re.sub(r"^\d{4}[- ]\d\d[- ]\d\d\s+|^\d{8}\s+", "", head.name)
    if not is_nonsense(name):
        return _shorten(name[0].upper() + name[1:])
    parts = (str(kind).capitalize(), body, in_words(day) if day else None)
    return " ".join(part for part in parts if part) + (f" – {municipality}" if municipality else "")


def with_name(facts: Facts, said: Sequence[Fact]) -> Facts:
    """Name a contract or position after its subject, where its title is a letterhead or no more than "Bijakte III"."""
    subject = next((each.value for each in said if each.field is Field.SUBJECT), "")
    if facts.kind not in _NAMED or not subject or tells(facts.title):
        return facts
    kind = facts.title if is_kind_alone(facts.title) else str(facts.kind)
    if kind.isupper():
        kind = " ".join(word if _ROMAN.fullmatch(word) else word.lower() for word in kind.split())
    return replace(facts, title=_shorten(f"{kind[0].upper()}{kind[1:]}: {subject}"))


def with_subject(facts: Facts, items: Sequence[str]) -> Facts:
    """Name an extract of one decision after that decision, where its own title says only that it is an extract."""
    if facts.kind is not Kind.EXTRACT or len(items) != 1 or not _ONLY_EXTRACT.match(facts.title):
        return facts
    subject = re.sub(r"^\d+\. ", "", items[0])
    return replace(facts, title=_shorten(f"Uittreksel: {subject}"))


def _shorten(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
