"""What the document screen shows: a document at a page, what led there and what is marked on it."""

from dataclasses import dataclass, replace

from search.answer import Answer, Result, Source
from search.errors import NotFound
from search.registers import tellings
from search.registers.decisions import Decision
from search.registers.tellings import Telling
from search.registers.treatments import Article
from search.types import Document, Page, Passage, Span
from views import session
from views.address import MOST_SHOWN, Address
from views.decisions import decision


@dataclass(frozen=True, slots=True)
class Opened:
    """What the screen shows: a document at a page, and what led there."""

    address: Address
    document: Document
    page: Page | None  # None: the file has no page that can be shown
    passages: tuple[Passage, ...]  # of the whole document
    results: tuple[Result, ...]  # of the question, around this document
    items: tuple[Telling, ...] = ()  # of a sitting, as this document tells them
    decision: Decision | None = None  # that the address names, or that the passage belongs to

    @property
    def result(self) -> Result | None:
        """The result that this document is, or is a source of, if it was found by a question."""
        of_it = [result for result in self.results if self.document.id in {d.id for d in _papers(result)}]
        return next((result for result in of_it if result.rank == self.address.place), of_it[0] if of_it else None)

    @property
    def found(self) -> tuple[Passage, ...]:
        """The passages of this document that match the question, best first."""
        if self.result is None:
            return ()
        if self.result.document.id == self.document.id:
            return (self.result.passage, *self.result.others)
        return tuple(source.passage for source in self.result.sources if source.document.id == self.document.id)

    @property
    def copies(self) -> tuple[Source, ...]:
        """The other papers in which the same item stands."""
        if self.result is None:
            return ()
        every = (Source(self.result.document, self.result.passage), *self.result.sources)
        return tuple(source for source in every if source.document.id != self.document.id)

    @property
    def passage(self) -> Passage | None:
        """The passage that is marked."""
        return next((passage for passage in self.passages if passage.id == self.address.passage), None)

    @property
    def is_at_decision(self) -> bool:
        """Whether a decision, or one of its articles, is marked, rather than a passage that was found."""
        return self.decision is not None and self.decision.key == self.address.decision

    @property
    def telling(self) -> Telling | None:
        """What this document tells of the decision."""
        papers = self.decision.papers if self.decision else ()
        return next((paper.telling for paper in papers if paper.document.id == self.document.id), None)

    @property
    def article(self) -> Article | None:
        """The article that the address names."""
        articles = self.telling.treatment.articles if self.telling and self.is_at_decision else ()
        at = (self.address.article or 0) - 1
        return articles[at] if 0 <= at < len(articles) else None

    @property
    def marks(self) -> tuple[Span, ...]:
        """Where the article stands that the address names; without one, the title and the decision."""
        if self.telling is None or not self.is_at_decision:
            return ()
        treatment = self.telling.treatment
        return self.article.spans if self.article else (*treatment.title_spans, *treatment.decision)

    @property
    def number(self) -> int:
        """The page that is shown, from 1."""
        return self.page.number if self.page else 1


def _papers(result: Result) -> tuple[Document, ...]:
    return (result.document, *(source.document for source in result.sources))


def look_up(address: Address) -> Opened:
    """Return what the address names, or raise NotFound."""
    kb, reader = session.knowledge_base(), session.reader()
    document = kb.document(address.document or 0, reader)
    passages = tuple(kb.passages(document.id, reader))
    results: tuple[Result, ...] = ()
    if address.query.text and address.place:
        results = answer_to(address).results
    told = tuple(each for each in tellings.of_document(kb.db, document.id, reader) if each.is_item)
    passage = next((passage for passage in passages if passage.id == address.passage), None)
    opened = Opened(address, document, None, passages, results, told, _decision(address, document, passage))
    cited = opened.marks[0].page if opened.marks else passage.page if passage else 1
    wanted = address.page or cited
    page = None
    for number in dict.fromkeys((wanted, cited, 1)):
        try:
            page = kb.page(document.id, number, reader)
            break
        except NotFound:
            continue
    return replace(opened, page=page)


def _decision(address: Address, document: Document, passage: Passage | None) -> Decision | None:
    """Return the decision that the address names, if this document tells of it; else the one the passage belongs to."""
    if address.decision:
        try:
            named = session.registers().decision(address.decision, session.reader())
        except NotFound:
            return None
        return named if document.id in {paper.document.id for paper in named.papers} else None
    return decision.at_each([passage])[0] if passage else None


def answer_to(address: Address) -> Answer:
    """Return the answer to the question, at least as far as the hit after this one."""
    return session.answer(address.query, min(max(address.shown, (address.place or 0) + 1), MOST_SHOWN), address.order)
