"""Earlier decisions word for word, those that hold first, with outcome, vote and whether they still hold. Pure.

Each quotation names its decision, whatever stands before it: a person may leave out or move any of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from desk.brief import leads, quotes, texts
from desk.brief.quotes import Quote
from desk.brief.texts import HEADINGS
from desk.brief.theme import REPORTS, Found, Matter
from desk.note import Entry, Part, Section
from desk.texts import counted
from search.items import decided
from search.registers.decisions import Decision, Standing, State
from search.registers.dossiers import Dossier
from search.registers.treatments import Article, Vote
from search.spans import flat, text_of
from search.types import Document, Kind, Passage, Snippet, Span

MOST: Final = 7  # decisions word for word
RECENT: Final = 365  # days within which an item of an agenda may still be waited for
MOST_ARTICLES: Final = 3  # of one decision
MOST_NAMED: Final = 12  # decisions that are not quoted; each is a line with its page
_FORMALITY: Final = re.compile(
    r"\b(?:afschrift|uittreksel|ter kennis|in kennis gesteld|over te maken|bezorgd aan|bekendgemaakt|bekendmaking"
    r"|belast met de uitvoering|toezichthoudende|aangerekend|registratiesleutel|budgetwijziging|budgetcode)\b",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"^[ \t]*(?:Artikel|Art\.)[ \t]*1[.:]?[ \t]+", re.MULTILINE)
_NEXT: Final = re.compile(r"^[ \t]*(?:Artikel|Art\.)[ \t]*2\b", re.MULTILINE)
_HEADING: Final = re.compile(r"([^\n]{0,79}[^\s.!?:;,…])[ \t]*\n(?=([A-Z][^\n]*))")
_LAST: Final = (State.NEVER, State.REPLACED, State.REPEALED, State.EXPIRED)
_HOLDS: Final = (State.HOLDS, State.AMENDED)


def section(found: Found) -> Section:
    """Return the section."""
    ordered = sorted((matter for matter in found.matters if _is_decision(matter)), key=_order)
    coming = {matter.decision.key for matter in ordered if _is_coming(matter, found.today)}
    older = _older(ordered, found.dossiers)
    # Stable: of equals those that hold, the newest.
    best = sorted(
        ordered,
        key=lambda matter: (matter.decision.key not in coming, matter.decision.key in older, -matter.share),
    )[:MOST]
    kept = [matter for matter in ordered if matter in best]
    entries = [entry for matter in kept for entry in _told(matter, found.pages.get(matter.document.id, {}))]
    entries += _more([matter.decision for matter in ordered if matter not in best])
    return Section(Part.DECISIONS, HEADINGS[Part.DECISIONS], tuple(entries))


def _is_decision(matter: Matter) -> bool:
    """Whether a governing body took it, will, or spoke of it: an item of an agenda, a question of a councillor."""
    kind, is_item = matter.document.kind, matter.decision.papers[0].telling.is_item
    return kind not in REPORTS and (matter.decision.is_decided or kind is Kind.ACCESSION or is_item)


def _older(newest_first: Sequence[Matter], dossiers: Sequence[Dossier]) -> set[str]:
    """Return the keys of those after which the same municipality took another on the same matter, that holds."""
    dossier_of = {each.key: dossier.key for dossier in dossiers for each in dossier.decisions}
    taken: dict[tuple[str | None, str], date] = {}
    older = set()
    for matter in newest_first:
        decision, dossier = matter.decision, dossier_of.get(matter.decision.key)
        if dossier is None or decision.municipality is None or matter.day is None:
            continue
        newest = taken.get((decision.municipality, dossier))
        if newest and matter.day < newest:
            older.add(decision.key)
        elif newest is None and decision.is_decided and decision.standing and decision.standing.state in _HOLDS:
            taken[decision.municipality, dossier] = matter.day
    return older


def _is_coming(matter: Matter, today: date) -> bool:
    """Whether it stands on a recent agenda and nothing says yet what became of it."""
    is_open = matter.document.kind is Kind.AGENDA and matter.decision.effect is None
    return is_open and matter.day is not None and (today - matter.day).days <= RECENT


def _order(matter: Matter) -> bool:
    """Return an order: what holds first. It is stable, and matters come newest first."""
    standing = matter.decision.standing
    return standing is not None and standing.state in _LAST


def _told(matter: Matter, pages: Mapping[int, str]) -> Iterator[Entry]:
    decision = matter.decision
    lead = leads.titled(matter.document, decision.title)
    document, articles = _articles(decision)
    told = [(each, quotes.beginning(*_unheaded(each.text, each.spans))) for each in articles[:MOST_ARTICLES]]
    kept = [(article, said) for article, said in told if said]
    if not kept:
        document, said = _outcome(matter, pages)
        at = quotes.source(document, said) if said else quotes.at_page(document, decision.page)
        yield Entry(said.text if said else "", at, lead, _remark(decision, "" if said else texts.OVER_PAGES))
        return
    more = counted(len(articles) - len(kept), texts.MORE_ARTICLES) if len(articles) > len(kept) else ""
    cut = texts.SHORTENED if any(not said.is_all for _, said in kept) else ""
    for i, (article, said) in enumerate(kept):
        label = texts.ARTICLE.format(number=article.number) if article.number and len(articles) > 1 else ""
        remark = _remark(decision, more, cut) if i == 0 else ""
        yield Entry(said.text, quotes.source(document, said), lead, remark, label)


def _articles(decision: Decision) -> tuple[Document, list[Article]]:
    """Return the articles that say something, and the paper in which they stand."""
    paper = next((each for each in decision.papers if each.telling.treatment.articles), decision.papers[0])
    return paper.document, [each for each in decision.articles if not _FORMALITY.search(each.text)]


def _outcome(matter: Matter, pages: Mapping[int, str]) -> tuple[Document, Quote | None]:
    """Return what was decided where that is not in articles: its own words, else the title of the item."""
    document, treatment = matter.document, matter.decision.papers[0].telling.treatment
    for spans in (treatment.decision, treatment.title_spans):
        said = quotes.beginning(text_of(spans, pages), spans) if spans else None
        if said and quotes.says_something(said.text):
            return document, said
    for number, page in sorted(pages.items()):
        if said := _first_article(page, number):
            return document, said
    deciding = sorted(matter.passages, key=lambda each: -decided(_snippet(each)))  # stable: then as they stand
    found = (quotes.beginning(passage.text, passage.spans) for passage in deciding)
    return document, next((said for said in found if said), None)


def _first_article(page: str, number: int) -> Quote | None:
    """Return what stands behind "Artikel 1." on a page, for a paper of which no articles were read."""
    begins = _BEGINS.search(page)
    if begins is None:
        return None
    ends = _NEXT.search(page, begins.end())
    span = Span(number, begins.end(), ends.start() if ends else len(page))
    text, spans = _unheaded(page[span.start : span.end], (span,))
    return quotes.beginning(flat(text), spans)


def _unheaded(text: str, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """Return an article without a heading of its own: a line in which the first word of the next would have fitted."""
    found = _HEADING.match(text)
    if found is None or len(found[1]) + len(found[2].split(maxsplit=1)[0]) + 1 >= len(found[2]):
        return text, spans
    at, (first, *rest) = found.end(), spans
    length = first.end - first.start
    if at > length:
        return (text[at:], rest) if rest and at == length + 1 else (text, spans)
    return text[at:], (Span(first.page, first.start + at, first.end), *rest)


def _snippet(passage: Passage) -> Snippet:
    return Snippet(passage.id, passage.document_id, passage.text, passage.headings, passage.context)


def _remark(decision: Decision, *more: str) -> str:
    return leads.sentence(
        str(decision.effect) if decision.effect else "",
        _undecided(decision),
        *(_vote(vote) for vote in decision.votes[:1]),
        _standing(decision.standing),
        texts.LOOK if decision.needs_a_look else "",
        *more,
    )


def _undecided(decision: Decision) -> str:
    if decision.effect is not None or decision.document.kind is Kind.ACCESSION:
        return ""
    return texts.ON_AGENDA if decision.document.kind is Kind.AGENDA else texts.SPOKEN_OF


def _vote(vote: Vote) -> str:
    if vote.is_unanimous:
        return texts.UNANIMOUS
    if vote.in_favour is None or vote.against is None:
        return ""
    said = texts.VOTE.format(in_favour=vote.in_favour, against=vote.against)
    return ", ".join(filter(None, (said, counted(vote.abstained, texts.ABSTAINED) if vote.abstained else "")))


def _standing(standing: Standing | None) -> str:
    if standing is None or standing.state is State.NEVER:
        return ""  # the outcome says so
    state = str(standing.state)
    return texts.SINCE_DAY.format(state=state, day=leads.day(standing.since)) if standing.since else state


def _more(decisions: Sequence[Decision]) -> Iterator[Entry]:
    """Yield those that are not quoted, each with its page; where not all are named, the last says how many are not."""
    left = len(decisions) - MOST_NAMED
    for i, each in enumerate(decisions[:MOST_NAMED], 1):
        more = counted(left, texts.MORE_YET) if left > 0 and i == MOST_NAMED else ""
        label = leads.titled(each.document, each.title)
        yield Entry("", quotes.at_page(each.document, each.page), texts.MORE_DECISIONS, _remark(each, more), label)
