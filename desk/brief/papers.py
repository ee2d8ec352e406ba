"""Position papers that hold, point by point; where one rests on a replaced position, its successor too. Pure."""

from collections.abc import Iterator, Sequence
from typing import Final

from desk.brief import leads, quotes, texts
from desk.brief.hits import is_within
from desk.brief.quotes import Quote
from desk.brief.theme import Found
from desk.note import Entry
from search.language import dates
from search.language.dutch import analyse
from search.registers.agreements import Fact, Field
from search.spans import text_of
from search.types import Document, Kind

MOST_PAPERS: Final = 3  # position papers that still hold
MOST_POINTS: Final = 6  # of one paper
MOST_OF_HEIR: Final = 3  # of one that was not found by the theme, but replaced what a found one rests on


def entries(found: Found) -> Iterator[Entry]:
    """Yield the points of the positions on the theme; in place of a replaced one stands the last that replaced it."""
    stated = [matter.document for matter in found.matters if matter.document.kind is Kind.POSITION]
    shown = list(dict.fromkeys(_holding(paper, found) for paper in stated))[:MOST_PAPERS]
    told = {paper: _points(paper, found) for paper in shown}
    for paper in shown:
        yield from _told(paper, told[paper], found)
    for heir in heirs(told, found):
        yield from _told(heir, _points(heir, found), found)


def heirs(told: dict[Document, list[Quote]], found: Found) -> list[Document]:
    """Return the positions that replaced what these rest on, and that are not among them."""
    rested = (found.superseded.rested_on(each.text, paper) for paper, said in told.items() for each in said)
    newer = dict.fromkeys(pair[1] for pair in rested if pair)
    return [heir for heir in newer if heir not in told and _passes(heir, found)]


def resting(sentence: str, document: Document, found: Found) -> str:
    """Return the remark that a sentence rests on a position that was replaced since; empty where it does not."""
    pair = found.superseded.rested_on(sentence, document)
    if pair is None:
        return ""
    older, heir = pair
    return texts.RESTS_ON.format(day=leads.day(older.date), since=leads.day(heir.date), title=heir.title)


def _holding(paper: Document, found: Found) -> Document:
    """Return a position, or what replaced it where that lies in the period."""
    heir = found.superseded.heirs.get(paper.id)
    return heir if heir and _passes(heir, found) else paper


def _passes(paper: Document, found: Found) -> bool:
    return is_within(paper.date, found.query)


def _points(paper: Document, found: Found) -> list[Quote]:
    """Return the points of a position: those on the theme, where it is about more; where none names it, the first."""
    pages = found.pages.get(paper.id, {})
    stated = [fact for fact in found.facts.get(paper.id, ()) if fact.field is Field.STATEMENT and fact.spans]
    texts_of = ((text_of(fact.spans, pages), fact.spans) for fact in stated)
    said = [each for text, spans in texts_of if (each := quotes.quote(text, spans, 0, len(text)))]
    mine = [matter for matter in found.matters if matter.document == paper]
    if any(matter.is_central for matter in mine):
        return said
    about = [each for each in said if not found.words.isdisjoint(analyse(each.text))]
    return about if about or mine else said[:MOST_OF_HEIR]


def _told(paper: Document, said: Sequence[Quote], found: Found) -> Iterator[Entry]:
    heir = found.superseded.heirs.get(paper.id)
    once = leads.sentence(
        texts.REPLACED_BY.format(day=leads.day(heir.date), title=heir.title) if heir else "",
        _replaces(found.facts.get(paper.id, ())),
        texts.SHORTENED if len(said) > MOST_POINTS else "",
    )
    for i, each in enumerate(said[:MOST_POINTS]):
        remark = leads.sentence(once if i == 0 else "", resting(each.text, paper, found))
        yield Entry(each.text, quotes.source(paper, each), leads.titled(paper, paper.title), remark)


def _replaces(facts: Sequence[Fact]) -> str:
    days = [day for f in facts if f.field is Field.REPLACES for day, _, _ in dates.find(f.value)]
    return texts.REPLACES.format(day=leads.day(days[0])) if days else ""
