"""What is new as a note, that Word, PDF and Markdown are made of."""

from collections import defaultdict

from desk.news import sections
from desk.news import texts as words
from desk.news.matters import Sort
from desk.news.news import News
from desk.news.sections import Quoted
from desk.note import Note
from search import KnowledgeBase
from search.registers import tellings
from search.types import DocumentId, Reader


def compose(kb: KnowledgeBase, reader: Reader, found: News) -> Note:
    """Return the news as a note; what it quotes is read anew in the name of `reader`.

    Args:
        kb: Where the news was found.
        reader: Whose news it is.
        found: The news.
    """
    stated = [each.document.id for place in found.places for each in place.of(Sort.STATED)]
    statements = tellings.facts(kb.db, reader, stated)
    wanted = {(document, span.page) for document, facts in statements.items() for f in facts for span in f.spans}
    told = [each.evidence for each in found.contracts if each.evidence]
    wanted |= {(each.document.id, span.page) for each in told for span in each.fact.spans}
    pages: dict[DocumentId, dict[int, str]] = defaultdict(dict)
    for document, number in sorted(wanted):
        pages[document][number] = kb.page(document, number, reader).text
    title = words.TITLE.format(day=words.day(found.period.since))
    about = (found.theme, found.today, found.period.since, found.period.until, found.municipalities)
    return Note(title, *about, sections.sections(found, Quoted(pages, statements)))
