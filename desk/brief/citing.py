"""The words that stand for a paper where it is named: its title as it stands on a page, else what it says. Pure."""

from collections.abc import Iterator, Mapping

from desk.brief import quotes
from desk.note import Source
from desk.registers.experience import Proof
from search.spans import text_of
from search.types import Document, DocumentId, Span

Pages = Mapping[DocumentId, Mapping[int, str]]


def wanted(proof: Proof) -> set[tuple[DocumentId, int]]:
    """Return the pages that are needed to cite a paper."""
    return {(document.id, page) for _, document, page in _titles(proof)} | {
        (proof.document.id, span.page) for span in proof.spans
    }


def cited(proof: Proof, pages: Pages) -> tuple[str, Source]:
    """Return words that stand for a paper, and the page they stand on; empty where the page has no text.

    The title of a decision, which may begin on an earlier page than what was found; that of its paper; the sentence
    that says it; else the first that stands there.
    """
    for title, document, page in _titles(proof):
        if quotes.standing_in(title, _page(pages, document, page)):
            return " ".join(title.split()), quotes.at_page(document, page)
    said = text_of(proof.spans, pages.get(proof.document.id, {})) if proof.spans else ""
    text = _page(pages, proof.document, proof.page)
    found = quotes.quote(said, proof.spans, 0, len(said)) or quotes.beginning(text, (Span(proof.page, 0, len(text)),))
    return found.text if found else "", quotes.at_page(proof.document, found.page if found else proof.page)


def _titles(proof: Proof) -> Iterator[tuple[str, Document, int]]:
    if proof.decision:
        yield proof.decision.title, proof.decision.document, proof.decision.page
    yield proof.title, proof.document, proof.page
    yield proof.document.title, proof.document, 1


def _page(pages: Pages, document: Document, number: int) -> str:
    return pages.get(document.id, {}).get(number, "")
