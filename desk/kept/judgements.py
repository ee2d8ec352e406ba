"""What was said of answers, as one reader may see it: each document looked up again, questions put together.

A judgement on what the reader may not read, or what is gone, tells neither which document it was nor where in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desk.kept.feedback import About, Judgement, MadeWith, Verdict, checksum
from search import KnowledgeBase, whereabouts
from search.answer import Query
from search.types import Document, Passage, Reader


class State(Enum):
    """What became of a document since it was judged."""

    STANDS = auto()
    CHANGED = auto()  # another text stands under its path now
    WITHHELD = auto()  # it is not for this reader, or no longer there: deliberately the same
    WITHOUT = auto()  # no document was judged


@dataclass(frozen=True, slots=True)
class Placed:
    """A judgement as a reader may see it; `judgement.about` is None where its document is withheld."""

    judgement: Judgement
    state: State
    document: Document | None = None
    passage: Passage | None = None  # that was judged, where it still stands

    @property
    def page(self) -> int:
        """The page to open, from 1: where the passage stands now."""
        if self.passage:
            return self.passage.page
        judged = self.judgement.about
        return min(judged.page, self.document.pages or 1) if judged and self.document else 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and all that was said of its answers, the newest first."""

    query: Query  # as it was asked last, with its filters
    judgements: tuple[Judgement, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how often something was said."""
        return sum(each.verdict is verdict for each in self.judgements)


def made_with(kb: KnowledgeBase) -> MadeWith:
    """Return what answers now, to keep with a judgement."""
    return MadeWith(kb.embedder.name, kb.index.fingerprint.revision)


def placed(kb: KnowledgeBase, reader: Reader, judgements: Sequence[Judgement]) -> list[Placed]:
    """Return the judgements as `reader` may see them, in the same order."""
    papers = whereabouts.by_path(kb.db, [each.about.path for each in judgements if each.about], reader)
    looked_at = {document.id: document for documents in papers.values() for document in documents}
    wanted = {each.about.passage for each in judgements if each.about and each.about.passage}
    found = {
        (document.id, name): passage
        for document in (looked_at.values() if wanted else ())
        for passage in reversed(kb.passages(document.id, reader))  # of two that say the same the first counts
        if (name := checksum(passage)) in wanted
    }
    return [_placed(each, papers, found) for each in judgements]


def _placed(judgement: Judgement, papers: dict[str, list[Document]], found: dict[tuple[int, str], Passage]) -> Placed:
    judged = judgement.about
    if judged is None:
        return Placed(judgement, State.WITHOUT)
    here = papers.get(judged.path, [])
    # Two folders may each hold a file of this path: the file itself counts before one that only has the passage.
    for document in sorted(here, key=lambda each: each.sha256 != judged.sha256):
        passage = found.get((document.id, judged.passage))
        if passage or _is_page_of(judged, document):
            return Placed(judgement, State.STANDS, document, passage)
    if here:
        return Placed(judgement, State.CHANGED, here[0])
    return Placed(replace(judgement, about=None), State.WITHHELD)


def _is_page_of(judged: About, document: Document) -> bool:
    return not judged.passage and judged.sha256 == document.sha256


def by_question(judgements: Iterable[Judgement]) -> list[Asked]:
    """Return the questions, that of the newest judgement first; capitals make no other question, nor do filters."""
    of: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        of[name_of(each.query)].append(each)
    return [Asked(each[0].query, tuple(each)) for each in of.values()]


def name_of(query: Query) -> str:
    """Return what makes two questions the same."""
    return query.text.casefold().rstrip(" ?.!")
