"""The matrix: what each municipality last decided on each subject, and where nothing was found. Pure.

Finds by the question that is asked of the knowledge base, so that what is not good enough to show there is not here.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeAlias

from desk.registers.finding import LEAST_OF_BEST, Items
from search.answer import Answer, Query, Result
from search.registers.decisions import Decision
from search.registers.treatments import Effect
from search.types import Document

MOST_SUBJECTS: Final = 12
LONGEST_SUBJECT: Final = 200
THEMES_SHOWN: Final = 5
# What mayors of a region work on together: shown first, before what most is decided on (roads, church councils).
OF_THE_REGION: Final = (
    "Slimme steden en digitalisering", "Cultuur en erfgoed", "Duurzaamheid en energie", "Ruimte en omgeving",
    "Gezamenlijke aankopen",
)  # fmt: skip
LOOKED_AT: Final = 5  # results of a municipality
# Share of the best score from which a later decision is preferred. In the sample corpus, with five subjects: the
# framework contract on the neighbourhood platform has 0.66, the decision that awarded it 0.49, an item beside the
# subject 0.25.
AS_GOOD: Final = 0.7

Ask: TypeAlias = Callable[[Query, int], Answer]


class State(Enum):
    """What a cell tells."""

    FOUND = "found"
    NOTHING = "nothing"  # nothing good enough among what was read in
    NOT_READ = "not read"  # of this municipality nothing was read in at all


@dataclass(frozen=True, slots=True)
class Cell:
    """What a municipality decided on a subject."""

    municipality: str
    subject: str
    state: State
    document: Document | None = None
    page: int = 1
    passage: int | None = None
    decision: Decision | None = None
    more: int = 0  # further documents of this municipality on the subject

    @property
    def day(self) -> date | None:
        """Of the sitting, else of the paper."""
        return self.document.date if self.document else None

    @property
    def title(self) -> str:
        """Of the decision, else of the paper."""
        return self.decision.title if self.decision else self.document.title if self.document else ""

    @property
    def effect(self) -> Effect | None:
        """What became of it; None where no paper says so."""
        return self.decision.effect if self.decision else None


def subjects_of(text: Iterable[str]) -> tuple[str, ...]:
    """Return the subjects that were typed, one a line, each once; at most MOST_SUBJECTS."""
    lines = (" ".join(line.split())[:LONGEST_SUBJECT] for part in text for line in part.splitlines())
    by_folded: dict[str, str] = {}
    for line in lines:
        if line:
            by_folded.setdefault(line.casefold(), line)
    return tuple(by_folded.values())[:MOST_SUBJECTS]


def usual_subjects(decisions: Iterable[Decision], otherwise: Sequence[str]) -> tuple[str, ...]:
    """Return the themes of the region, then those that most is decided on; `otherwise` where decisions have none."""
    counts = Counter(theme for decision in decisions if decision.is_decided for theme in decision.themes)
    first = [theme for theme in OF_THE_REGION if theme in counts]
    most = sorted(counts, key=lambda theme: (-counts[theme], theme))
    return tuple(dict.fromkeys((*first, *most)))[:THEMES_SHOWN] or tuple(otherwise)


def cells(
    subject: str,
    municipalities: Sequence[str],
    read_in: Collection[str],
    ask: Ask,
    at: Items,
    by_theme: Sequence[Decision] = (),
) -> tuple[Cell, ...]:
    """Return what each municipality decided on a subject.

    Args:
        subject: A question, or the name of a theme.
        municipalities: One cell for each.
        read_in: Those that a reader may read something of.
        ask: Asks the knowledge base in the name of that reader.
        at: Tells which decision a passage belongs to.
        by_theme: All that this reader may know, newest first: a subject that is a theme is looked up there.
    """
    own = [decision for decision in by_theme if decision.is_decided and subject in decision.themes]
    there = [name for name in municipalities if name in read_in]
    if own:
        found = {name: _of_theme(name, subject, [each for each in own if each.municipality == name]) for name in there}
    else:
        answers = {name: ask(Query(subject, (name,)), LOOKED_AT) for name in there}
        best = max((answer.results[0].score for answer in answers.values() if answer.results), default=0.0)
        found = {name: _found(name, subject, answer, best, at) for name, answer in answers.items()}
    return tuple(found.get(name) or Cell(name, subject, State.NOT_READ) for name in municipalities)


def _of_theme(municipality: str, subject: str, own: Sequence[Decision]) -> Cell:
    if not own:
        return Cell(municipality, subject, State.NOTHING)
    latest = own[0]
    return Cell(municipality, subject, State.FOUND, latest.document, latest.page, None, latest, len(own) - 1)


def _found(municipality: str, subject: str, answer: Answer, best: float, at: Items) -> Cell:
    if not answer.results or answer.results[0].score < LEAST_OF_BEST * best:
        return Cell(municipality, subject, State.NOTHING)
    least = AS_GOOD * answer.results[0].score
    good = [(result, at.of(result)) for result in answer.results if result.score >= least]
    result, decision = min(good, key=_preferred)
    more = len(answer.results) + answer.more - 1
    document, passage = result.document, result.passage
    return Cell(municipality, subject, State.FOUND, document, passage.page, passage.id, decision, more)


def _preferred(found: tuple[Result, Decision | None]) -> tuple[bool, int, int]:
    """Return an order: what was decided before what was not, the latest first, then the best."""
    result, decision = found
    day = result.document.date
    return not (decision is not None and decision.is_decided), -(day.toordinal() if day else 0), result.rank
