"""Which decision a result is about: the last item of its paper that begins before what was found. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from search.answer import Result
from search.registers.decisions import Decision
from search.types import Document, DocumentId, Passage

# Share of the best score below which a found paper is beside the subject. Shown in a list it does no harm, counted it
# does: in the sample corpus "digitaal buurtplatform" has 0.66 for the best paper, 0.42 for the last one about it, and
# 0.26 for an accession to a framework contract on something else.
LEAST_OF_BEST: Final = 0.5

_Place = tuple[int, int]  # page, character


@dataclass(slots=True)
class Items:
    """Where the decisions of each paper begin."""

    begins: dict[DocumentId, list[_Place]] = field(default_factory=dict)
    decisions: dict[DocumentId, list[Decision]] = field(default_factory=dict)

    def of(self, result: Result) -> Decision | None:
        """Return the decision that a result is about; None before the first item of its paper.

        The sentence that answers tells: a passage of an agenda holds several items.
        """
        place = _place(result.passage, result.sentence.start if result.sentence else 0)
        return self.at(result.document.id, *place)

    def at(self, document: DocumentId, page: int, start: int) -> Decision | None:
        """Return the decision of a paper that a character of a page belongs to; None before the first item."""
        before = bisect_right(self.begins.get(document, []), (page, start))
        return self.decisions[document][before - 1] if before else None


def items(decisions: Iterable[Decision]) -> Items:
    """Return where each of these decisions begins in each of its papers."""
    found: dict[DocumentId, list[tuple[_Place, int, Decision]]] = {}
    for i, decision in enumerate(decisions):
        for paper in decision.papers:
            spans = paper.telling.treatment.title_spans if paper.telling.is_item else ()
            place = (spans[0].page, spans[0].start) if spans else (0, 0)  # a paper without items is one from its start
            found.setdefault(paper.document.id, []).append((place, i, decision))
    made = Items()
    for document, places in found.items():
        places.sort(key=lambda each: each[:2])
        made.begins[document] = [place for place, _, _ in places]
        made.decisions[document] = [decision for _, _, decision in places]
    return made


def _place(passage: Passage, offset: int) -> _Place:
    """Return where a character of a passage's text stands; its spans are joined by one character."""
    for span in passage.spans:
        if offset <= span.end - span.start:
            return span.page, span.start + offset
        offset -= span.end - span.start + 1
    return passage.spans[-1].page, passage.spans[-1].end


def owner(document: Document) -> str | None:
    """Return whose paper it is: a municipality, else the partnership that met."""
    return document.municipality or document.body
