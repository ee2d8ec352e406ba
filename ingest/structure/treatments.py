"""The items of a sitting as a paper tells them: outcome, votes, articles. By headings and typography."""

import re
from collections.abc import Sequence

from ingest.structure.articles import articles_of
from ingest.structure.effects import word_of
from ingest.structure.lines import Line, Paragraph, Part, lines_of, paragraphs_of, spans_of, telling, with_counts
from ingest.structure.outcome import Material, outcome_of
from ingest.structure.outline import CHAPTER_LEVEL, Head
from ingest.structure.rows import Row, right_margin
from ingest.structure.terms import CODE, OLD_STYLE
from ingest.structure.votes import votes_of
from ingest.types import Facts
from search.registers.treatments import Article, Effect, Treatment, Vote
from search.types import Kind, Span

_NUMBER = re.compile(
    r"(?:(?:agenda)?punt\s+)?(?P<number>(?:HD|AGP?)?\s*\d{1,3}|[A-Z]\.?\d{1,3}[a-z]?)(?:\s*[.):](?!\d)|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_CLOSED_TITLE = re.compile(r"(?:^|[.–-]\s)(?:besloten|geheime)\s+(?:zitting|vergadering)(?:\.|$|\s[–-])", re.IGNORECASE)
_ACCESS = re.compile(
    r"(?:[A-Z]{1,3}\.?\s+)?(?:(?P<open>openba(?:ar|re))|besloten|geheime?)\b(?!\s+(?:werken|domein|verlichting|orde|onderzoek"
    r"|ruimte|groen|vervoer|verkoop|gebouwen))",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?:(?P<open>openbare)|besloten|geheime)\s+(?:zitting|vergadering)\b|,\s(?P<open2>openbaar),", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:taken|acties|actie(?:lijst|punten)|afspraken|opvolging|besluiten\s+en\s+opdrachten"
    r"|sluiting(?:\s+van\s+de\s+(?:zitting|vergadering))?|volgende\s+vergadering)\s*:?",
    re.IGNORECASE,
)
"""What closes a paper below its last item, and is none of its items."""
_VOTE_LINE = re.compile(r"(?:stemming|stemmen|gevolg|resultaat|onderwerp|onthoudingen)\b", re.IGNORECASE)


def treatments_of(
    rows: Sequence[Row], kept: Sequence[Row], heads: Sequence[Head], facts: Facts
) -> tuple[Treatment, ...]:
    """Return the items of a paper in order.

    Args:
        rows: Of the paper, without furniture; lists of people and votes included.
        kept: The same without lists of people and votes.
        heads: The headings among `kept`.
        facts: What the paper says of itself.
    """
    margin = right_margin(rows)
    places = _places(rows, kept)
    public = _public(kept, heads)
    found: list[Treatment] = []
    for at, head in enumerate(heads):
        if not head.is_item or _CLOSING.fullmatch(head.text):
            continue
        below = next((n for n in range(at + 1, len(heads)) if _ends_item(heads[n])), len(heads))
        end = heads[below].first if below < len(heads) else len(kept)
        end = next((n for n in range(head.end, end) if kept[n].bold and _CLOSING.fullmatch(kept[n].text)), end)
        lines = lines_of(kept, heads[at + 1 : below], head.end, end)
        used = set(places[head.first : end])
        until = places[end] if end < len(kept) else len(rows)
        dropped = [rows[n] for n in range(places[head.first], until) if n not in used]
        titled = [row for row in kept[head.first : head.end]]
        number, code, title = _name(titled, head.text)
        is_public = False if _CLOSED_TITLE.search(title) else public.get(at)
        parts = _parts(lines, dropped, margin, facts.kind, title)
        spans = spans_of([*titled, *(line.row for line in lines)])
        found.append(
            Treatment(len(found), number, code, title, is_public, *parts, spans=spans, title_spans=spans_of(titled))
        )
    return tuple(found)


def _ends_item(head: Head) -> bool:
    return head.is_item or head.level == CHAPTER_LEVEL


def _parts(
    lines: Sequence[Line], dropped: Sequence[Row], margin: float, kind: Kind, title: str
) -> tuple[Effect | None, float, tuple[Vote, ...], tuple[Article, ...], tuple[Span, ...]]:
    """Effect, confidence, votes, articles and the words of the decision."""
    articles, theirs = articles_of(lines)
    if kind is Kind.AGENDA:  # it says what is asked
        return None, 0.0, (), articles, ()
    others = telling([line for at, line in enumerate(lines) if at not in theirs])
    paragraphs = paragraphs_of(with_counts(others, dropped), margin)
    votes = votes_of(paragraphs)
    effect, confidence = outcome_of(Material(kind, title, paragraphs, articles, votes))
    return effect, confidence, votes, articles, () if articles else _decision(paragraphs, effect)


def _decision(paragraphs: Sequence[Paragraph], effect: Effect | None) -> tuple[Span, ...]:
    """What was decided, word for word, without articles.

    That is what stands under that heading; without one, what stands below the title of an item that has an outcome.
    Votes are left out, and a word such as "Goedgekeurd" where more is said.
    """
    named = [p for p in paragraphs if p.part is Part.DECISION and not p.lines[0].is_head]
    said = named or ([p for p in paragraphs if p.part is Part.LEAD] if effect else [])
    worded = [p for p in said if not (_VOTE_LINE.match(p.text) or OLD_STYLE.match(p.text))]
    full = [p for p in worded if not word_of(p.text)]
    return spans_of([line.row for p in full or worded for line in p.lines])


def _name(titled: Sequence[Row], text: str) -> tuple[str, str, str]:
    """Number as printed, code and title of an item."""
    printed = " ".join(row.text for row in titled)
    match = _NUMBER.match(printed)
    code = CODE.search(printed[:60])
    title = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    if code and (again := CODE.match(title)):
        title = title[again.end() :].lstrip(" -–:")
    return " ".join(match["number"].split()) if match else "", code[0] if code else "", title


def _places(rows: Sequence[Row], kept: Sequence[Row]) -> list[int]:
    """Where among `rows` each row of `kept` stands, or what is left of it."""
    places: list[int] = []
    at = 0
    for row in kept:
        while at < len(rows) - 1 and not (rows[at].page == row.page and rows[at].start <= row.start < rows[at].end):
            at += 1
        places.append(at)
    return places


def _public(kept: Sequence[Row], heads: Sequence[Head]) -> dict[int, bool]:
    """Which items, by their place among the headings, stand under a chapter "Openbaar" or "Besloten".

    What stands above a first chapter "Besloten" is public: papers leave that out more often than the other.
    """
    named = {
        at: bool(match["open"])
        for at, head in enumerate(heads)
        if (match := _ACCESS.match(head.text)) and head.level == CHAPTER_LEVEL
    }
    above = _SITTING.findall(" ".join(row.text for row in kept[: heads[0].first])) if heads else []
    said = any(above[0]) if len(above) == 1 else True if next(iter(named.values()), True) is False else None
    found: dict[int, bool] = {}
    for at, head in enumerate(heads):
        said = named.get(at, said)
        if head.is_item and said is not None:
            found[at] = said
    return found
