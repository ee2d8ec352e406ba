"""The items of a publication, as its mark-up tells them, with the places on the pages where their texts stand.

Knows no mark-up: what it told is in `ingest.publication`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.oslo_titles import split_title
from ingest.publication import Publication, PublishedArticle, PublishedItem
from ingest.structure.places import Places, joined, squashed
from ingest.structure.published_effects import effect_of
from ingest.structure.rows import Row
from ingest.types import Role
from search.registers.treatments import Article, Treatment
from search.spans import text_of
from search.types import Kind, Span

_LABEL = re.compile(r"(?:enig\s+)?art(?:ikel|\.)?\s*", re.IGNORECASE)
_LEAD = re.compile(r"(?:punt)?[a-z]{0,2}\d{0,8}[a-z]?(?:\d{4}[a-z]{1,10}\d{2,8})?")  # a number or a code, squashed
_LONGEST_LEAD = 30
_MOST_PLACES = 50  # of one title
_SURE = 15  # letters of a title that may be found within a line


@dataclass(frozen=True, slots=True)
class _Region:
    """The part of the squashed text that is of one item; all of it where its title was not found."""

    title: tuple[Span, ...]
    lead: str  # what stands before the title on its line: number and code
    start: int  # after the title
    end: int
    first: int  # of the line with the title


def published(
    publication: Publication, rows: Sequence[Row], texts: Mapping[int, str], kind: Kind
) -> tuple[Treatment, ...]:
    """Return the items of a publication in its order. Of what cannot be found on the pages the spans are empty.

    Args:
        publication: What the mark-up tells.
        rows: Of the document, without furniture and without lists of people and votes.
        texts: Of the pages, by number.
        kind: Of the document, where the mark-up does not say.
    """
    places = Places(rows)
    regions = _regions(places, publication.items)
    is_agenda = (publication.kind or kind) is Kind.AGENDA
    return tuple(
        _treatment(places, at, item, region, texts, is_agenda)
        for at, (item, region) in enumerate(zip(publication.items, regions, strict=True))
    )


def _treatment(
    places: Places, position: int, item: PublishedItem, region: _Region, texts: Mapping[int, str], is_agenda: bool
) -> Treatment:
    effect, confidence = effect_of(item, is_agenda=is_agenda)
    articles = _articles(places, item.articles, region, texts)
    decision = () if articles or is_agenda else _decision(places, item, region)
    whole: tuple[Span, ...] = ()
    if region.title:
        whole = places.spans_of_rows(places.rows_in(squashed(item.text), region.first, region.end))
    parts = [*region.title, *decision, *(span for article in articles for span in article.spans)]
    number, code, _ = split_title(f"{region.lead} titel", with_bare=True)
    return Treatment(
        position, item.number or number, item.code or code, item.title, item.is_public, effect, confidence, item.votes,
        articles, decision, joined([*whole, *parts]), region.title, item.uri,
    )  # fmt: skip


def _regions(places: Places, items: Sequence[PublishedItem]) -> list[_Region]:
    """Return for each item where its title stands and how far it runs: to the next title."""
    taken: set[int] = set()
    found: list[tuple[int, int] | None] = []
    cursor = 0
    for item in items:
        place = _title(places, item, cursor, taken)
        found.append(place)
        if place:
            cursor = place[0] + place[1]
            taken.add(place[0])
    firsts = sorted({places.starts[places.row_at(place[0])] for place in found if place})
    following = dict(zip(firsts, [*firsts[1:], len(places.text)], strict=True))
    regions = []
    for place in found:
        if place is None:
            regions.append(_Region((), "", 0, len(places.text), 0))
            continue
        start, length = place
        first = places.starts[places.row_at(start)]
        title, lead = places.spans(start, start + length), places.before(start)
        regions.append(_Region(title, lead, start + length, following[first], first))
    return regions


def _title(places: Places, item: PublishedItem, cursor: int, taken: set[int]) -> tuple[int, int] | None:
    """Return place and length of a title: best as a heading of its own, after the one before, not told before."""
    leads = {"", *map(squashed, (item.number, item.code, item.number + item.code, item.code + item.number))}
    for needle in dict.fromkeys(map(squashed, (item.title, *item.titles))):
        best: tuple[tuple[bool, ...], int] | None = None
        for place in places.all_of(needle, _MOST_PLACES) if needle else ():
            row = places.row_at(place)
            lead = places.text[places.starts[row] : place]
            begins = lead in leads or (len(lead) <= _LONGEST_LEAD and bool(_LEAD.fullmatch(lead)))
            if not begins and len(needle) < _SURE:
                continue
            ends = place + len(needle) == places.bounds(row)[1]
            rank = (begins, place not in taken, places.rows[row].role is Role.HEADING, ends, place >= cursor)
            if best is None or rank > best[0]:
                best = rank, place
        if best:
            return best[1], len(needle)
    return None


def _articles(
    places: Places, articles: Sequence[PublishedArticle], region: _Region, texts: Mapping[int, str]
) -> tuple[Article, ...]:
    cursor = region.start
    found = []
    for article in articles:
        spans, cursor = _article(places, article, cursor, region)
        number = _LABEL.sub("", article.number).strip(" .:-–°")
        found.append(Article(number, text_of(spans, texts), spans))
    return tuple(found)


def _article(places: Places, article: PublishedArticle, cursor: int, region: _Region) -> tuple[tuple[Span, ...], int]:
    """Return where an article stands, without its number, and where the next can begin."""
    needle, whole = squashed(article.text), squashed(article.whole)
    place = places.find(whole, cursor, region.end)
    if place >= 0:
        place += len(whole) - len(needle)
    else:
        place = places.find(needle, cursor, region.end)
    if place >= 0:
        return places.spans(place, place + len(needle)), place + len(needle)
    rows = places.rows_in(needle, cursor, region.end) if region.title else []
    end = places.bounds(rows[-1])[1] if rows else cursor
    return places.spans_of_rows(rows), end


def _decision(places: Places, item: PublishedItem, region: _Region) -> tuple[Span, ...]:
    """Return where the words of a decision stand that has no articles."""
    title = squashed(item.title)
    for text in (item.decision, item.description):
        needle = squashed(text)
        if not needle or needle in title or needle.endswith(title):
            continue
        place = places.find(needle, region.start, region.end) if region.title else -1
        if place >= 0:
            return places.spans(place, place + len(needle))
        if region.title and (rows := places.rows_in(needle, region.start, region.end)):
            return places.spans_of_rows(rows)
    return ()
