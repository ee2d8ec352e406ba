"""For a question about what was decided or stated: decisions before talk, valid ones before replaced ones. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from search.copies import NEAR, Find, Paper
from search.items import decided, is_talk, states
from search.language import dates
from search.language.dutch import analyse
from search.language.sentences import sentences
from search.types import Document, Kind

DECISIONS = frozenset({"decision", "accession"})  # intents that ask for what was decided
INTENTS = DECISIONS | {"position"}
TALK = 0.5  # what is left of the score of a paper that was found by what somebody asked or announced
AGREED = 0.75  # what an agreement in the report of a meeting counts against a decision of a body that can bind
BEGINNING = 1.25  # how much more the beginning of a decision counts than its further articles
REPLACED = 0.8  # and of one that another paper says it replaces
FRESH = 0.05  # most that the newest gains: turns round what is nearly equal, never buries an exact hit
HALVED = 4.0  # years after which half of that gain is left

_REPLACES = re.compile(
    r"\b(?:vervangt|herziet|hef(?:t|fen)\b.{0,120}\bop|opgeheven|trekt\b.{0,120}\bin|ingetrokken)\b", re.IGNORECASE
)


def weighed(papers: Sequence[Paper], intent: str, unfit: float) -> list[Paper]:
    """Return the papers with decisions first, by score and then id.

    Args:
        papers: In any order, as found for a question of that intent.
        intent: One of INTENTS.
        unfit: What the ranking left of the score of kinds of paper that hold no decisions as a rule.
    """
    newest = max((paper.document.date for paper in papers if paper.document.date), default=None)
    replaced = {id_ for paper in papers for id_ in _replaced_by(paper, papers)}
    report = AGREED / unfit if intent in DECISIONS else 1.0
    scored = [replace(paper, score=paper.score * _weight(paper, newest, replaced, report)) for paper in papers]
    return sorted(scored, key=lambda paper: (-paper.score, paper.document.id))


def decision_among(finds: Sequence[Find]) -> Find | None:
    """Return the best of these passages on one item that holds the decision, where it comes near the best of all."""
    least = NEAR * finds[0].hit.score
    near = [(find, decided(find.snippet)) for find in finds if find.hit.score >= least]
    articles = [pair for pair in near if pair[1] >= 2] or [pair for pair in near if pair[1]]
    best = max(articles, key=lambda pair: pair[0].hit.score * (BEGINNING if pair[1] == 3 else 1.0), default=None)
    return best[0] if best else None


def position_among(finds: Sequence[Find]) -> Find | None:
    """Return the first passage of a paper that states the position, where it comes near the best of those found."""
    least = NEAR * finds[0].hit.score
    near = [find for find in finds if find.hit.score >= least and states(find.snippet)]
    return min(near, key=lambda find: find.hit.passage_id, default=None)  # ids ascend with the place in the document


def _weight(paper: Paper, newest: date | None, replaced: set[int], report: float) -> float:
    weight = 1.0
    if is_talk(paper.best.snippet, paper.best.item) and not decides(paper):
        weight = TALK
    elif paper.document.kind is Kind.MEETING_REPORT and decides(paper):
        weight = report  # the mayors agree in their meeting, and have no minutes but its report
    if paper.document.id in replaced:
        weight *= REPLACED
    if newest and paper.document.date:
        weight *= 1 + FRESH * 0.5 ** ((newest - paper.document.date).days / 365 / HALVED)
    return weight


def decides(paper: Paper) -> bool:
    """Whether what was found of a paper on its item says what was decided."""
    return any(decided(find.snippet) for find in paper.on(paper.best.item))


def _replaced_by(paper: Paper, papers: Sequence[Paper]) -> Iterator[int]:
    """Yield the papers of the same body that this one says it replaces: by their date, and on the same subject."""
    days = {day for find in paper.on(paper.best.item) for day in _days_replaced(find.snippet.text)}
    for other in papers if days else ():
        if (
            other.document.date in days
            and _body(other.document) == _body(paper.document)
            and _subjects_meet(paper, other)
        ):
            yield other.document.id


def _days_replaced(text: str) -> Iterator[date]:
    if _REPLACES.search(text) is None:
        return
    for start, end in sentences(text):
        if _REPLACES.search(text, start, end):
            yield from (day for day, _, _ in dates.find(text[start:end]))


def _body(document: Document) -> tuple[str | None, str | None]:
    return document.municipality, document.body


def _subjects_meet(one: Paper, other: Paper) -> bool:
    """Whether most words of the shorter subject stand in the other; of "standpunt bouwshift" one word is not enough."""
    words, others = _subject(one), _subject(other)
    return bool(words and others) and len(words & others) > 0.5 * min(len(words), len(others))


def _subject(paper: Paper) -> frozenset[str]:
    return paper.best.item.words if paper.best.item else frozenset(analyse(paper.document.title))
