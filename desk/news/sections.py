"""What is new as sections of a note: an overview, contracts by day, then each municipality and partnership. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desk.brief import leads, quotes
from desk.brief import texts as shared
from desk.news import texts as words
from desk.news.contracts import Event
from desk.news.matters import Ended, Sort, is_routine
from desk.news.news import News, Place
from desk.note import Entry, Part, Section, Source
from desk.texts import counted
from search.registers.agreements import Fact, Field
from search.registers.decisions import Decision
from search.spans import text_of
from search.types import DocumentId

MOST: Final = 12  # matters of one sort and place that say what they are about: two pages for each municipality
MOST_LATE: Final = 6
MOST_STATED: Final = 3  # sentences of one position

Pages = Mapping[DocumentId, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Quoted:
    """What the sections quote beside titles."""

    pages: Pages = field(default_factory=dict)
    statements: Mapping[DocumentId, Sequence[Fact]] = field(default_factory=dict)


def sections(news: News, quoted: Quoted) -> tuple[Section, ...]:
    """Return the sections; what there is nothing of is left out."""
    made = [overview(news), contracts(news, quoted), *(place(news, each, quoted) for each in news.places)]
    return tuple(each for each in made if each.entries)


def overview(news: News) -> Section:
    """Return the period, how much there is, what rose, and of whom there is nothing."""
    period = words.PERIOD.format(since=words.day(news.period.since), until=words.day(news.period.until))
    counts = words.counts(news)
    lines = [
        " ".join((period, words.horizon(news))),
        words.THEME.format(theme=news.theme) if news.theme else "",
        words.NEW.format(counts=", ".join(counts)) if counts else words.NOTHING,
        *(f"{words.rise(each)}." for each in news.rises),
        "" if news.rises else words.NO_RISE,
        words.SILENT.format(places=", ".join(news.silent)) if news.silent else "",
        words.UNREAD.format(places=", ".join(news.unread)) if news.unread else "",
    ]
    return Section(Part.CONTEXT, words.OVERVIEW, tuple(Entry(line) for line in lines if line))


def contracts(news: News, quoted: Quoted) -> Section:
    """Return what happens to contracts, each once, by day."""
    return Section(Part.CONTRACTS, words.CONTRACTS, tuple(_event(each, quoted) for each in news.contracts))


def place(news: News, found: Place, quoted: Quoted) -> Section:
    """Return what is new of one municipality or partnership."""
    shown = {sort: [each for each in found.of(sort) if not is_routine(each)][:MOST] for sort in Sort}
    entries = [entry for sort in Sort for each in shown[sort] for entry in _told(each, sort, quoted)]
    rest = {sort: len(found.of(sort)) - len(shown[sort]) for sort in Sort}
    if more := [counted(n, words.COUNTED[sort]) for sort, n in rest.items() if n]:
        entries.append(Entry(words.MORE.format(what=", ".join(more))))
    entries += [entry for each in found.ended for entry in _ended(each)]
    if found.late:
        what = counted(len(found.late), words.LATE_COUNTED)
        entries.append(Entry(words.LATE_OF.format(what=what, day=words.day(news.period.since))))
        entries += [_matter(each, (words.LATE.lower(), words.outcome(each))) for each in found.late[:MOST_LATE]]
    return Section(Part.NEWS, words.name(found.name), tuple(entries))


def _told(decision: Decision, sort: Sort, quoted: Quoted) -> Iterator[Entry]:
    stated = list(_stated(decision, quoted)) if sort is Sort.STATED else []
    yield from stated or [_matter(decision, _remarks(decision, sort))]


def _matter(decision: Decision, remarks: Iterable[str]) -> Entry:
    """Return a matter by its title, as it stands on its page; a paper without items by its first page."""
    spans = decision.papers[0].telling.treatment.title_spans
    lead, remark = leads.lead(decision.document), leads.sentence(*remarks)
    if not spans:
        lead = shared.TITLED.format(lead=lead, title=decision.title)
        return Entry("", quotes.at_page(decision.document, decision.page), lead, remark)
    return Entry(decision.title, _at_title(decision), lead, remark)


def _at_title(decision: Decision) -> Source:
    spans = decision.papers[0].telling.treatment.title_spans
    is_on_one = {span.page for span in spans} == {decision.page}
    return quotes.at_page(decision.document, decision.page, spans if is_on_one else ())


def _stated(decision: Decision, quoted: Quoted) -> Iterator[Entry]:
    """Yield the first sentences of a position, word for word."""
    document = decision.document
    pages = quoted.pages.get(document.id, {})
    facts = [each for each in quoted.statements.get(document.id, ()) if each.field is Field.STATEMENT and each.spans]
    told = [(text_of(each.spans, pages), each.spans) for each in facts]
    said = [each for each in (quotes.quote(text, spans, 0, len(text)) for text, spans in told) if each]
    for i, each in enumerate(said[:MOST_STATED]):
        lead = shared.TITLED.format(lead=leads.lead(document), title=decision.title) if i == 0 else ""
        remark = leads.sentence(words.LABELS[Sort.STATED], shared.SHORTENED if len(said) > MOST_STATED else "")
        yield Entry(each.text, quotes.source(document, each), lead, remark if i == 0 else "")


def _remarks(decision: Decision, sort: Sort) -> tuple[str, ...]:
    if sort is Sort.PLANNED:
        return words.LABELS[sort], words.NO_OUTCOME
    return words.outcome(decision) or words.LABELS[sort], shared.LOOK if decision.needs_a_look else ""


def _ended(found: Ended) -> Iterator[Entry]:
    """Yield the earlier decision, then the one that changed or ended it."""
    since = shared.SINCE_DAY.format(state=found.state, day=words.day(found.since))
    yield _matter(found.decision, (since,))
    if found.by:
        yield _matter(found.by, (words.HEREBY.format(state=found.state, title=found.decision.title),))


def _event(event: Event, quoted: Quoted) -> Entry:
    lead = f"{words.day(event.day)}: {words.HAPPENINGS[event.happening].lower()}, {event.contract.document.title}"
    remark = leads.sentence(words.concerns(event))
    evidence = event.evidence
    if evidence is None or not evidence.fact.spans:
        return Entry("", quotes.at_page(event.document, event.page), lead, remark)
    spans = evidence.fact.spans
    text = text_of(spans, quoted.pages.get(event.document.id, {}))
    said = quotes.quote(text, spans, 0, len(text)) or quotes.beginning(text, spans)
    if said is None:
        return Entry("", quotes.at_page(event.document, event.page), lead, remark)
    return Entry(said.text, quotes.source(event.document, said), lead, remark)
