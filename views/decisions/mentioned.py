"""What a decision names: laws with their articles, companies, other municipalities, places. Returns HTML."""

from collections.abc import Sequence
from typing import Final

from search.answer import Query
from search.registers.decisions import Decision
from search.registers.entities import EntityKind, entities_of
from search.spans import text_of
from views import session
from views.address import Address, link
from views.decisions import texts as words
from views.pieces.markup import anchor, element, escaped

LONGEST: Final = 40_000  # characters of an item that are looked into: 25 ms
MOST: Final = 8  # names of one kind
_SHOWN: Final = (EntityKind.LAW, EntityKind.COMPANY, EntityKind.MUNICIPALITY, EntityKind.PLACE)


def mentioned(decision: Decision) -> str:
    """Return what the richest paper on a decision names, or nothing where it names nothing."""
    kb, reader = session.knowledge_base(), session.reader()
    spans = decision.papers[0].telling.treatment.spans
    numbers = sorted({span.page for span in spans})
    pages = {number: kb.page(decision.document.id, number, reader).text for number in numbers}
    return named(text_of(spans, pages)[:LONGEST], decision.municipality)


def named(text: str, own: str | None) -> str:
    """Return the names in a text by kind, each with a search for it; the deciding municipality is left out."""
    found: dict[EntityKind, dict[str, set[str]]] = {kind: {} for kind in _SHOWN}
    for entity in entities_of(text):
        if entity.kind in found and entity.name != own:
            found[entity.kind].setdefault(entity.name, set()).update(entity.detail)
    rows = "".join(
        element("dt", escaped(words.MENTIONED[kind])) + element("dd", _names(list(names.items())))
        for kind, names in found.items()
        if names
    )
    if not rows:
        return ""
    return element("h2", escaped(words.MENTIONED_HEADING)) + element("dl", rows, {"class": "sg-mentioned"})


def _names(names: Sequence[tuple[str, set[str]]]) -> str:
    shown = []
    for name, articles in names[:MOST]:
        detail = words.ARTICLES.format(numbers=", ".join(sorted(articles))) if articles else ""
        shown.append(anchor(link(Address(Query(name))), escaped(name)) + escaped(detail))
    return "; ".join(shown)
