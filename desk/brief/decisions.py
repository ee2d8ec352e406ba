"""Earlier decisions word for word, those that hold first, with outcome, vote and whether they still hold. Pure."""

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
from search.registers.treatments import Article, Vote
from search.spans import flat, text_of
from search.types import Document, Kind, Passage, Snippet, Span

MOST: Final = 7  # decisions word for word
RECENT: Final = 365  # days within which an item of an agenda may still be waited for
MOST_ARTICLES: Final = 3  # of one decision
MOST_TITLES: Final = 6
LONGEST_TITLE: Final = 90
_FORMALITY: Final = re.compile(
    r"\b(?:afschrift|uittreksel|ter kennis|in kennis gesteld|over te maken|bezorgd aan|bekendgemaakt|bekendmaking"
    r"|belast met de uitvoering|toezichthoudende|aangerekend|registratiesleutel|budgetwijziging|budgetcode)\b",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"^[ \t]*(?:Artikel|Art\.)[ \t]*1[.:]?[ \t]+", re.MULTILINE)
_NEXT: Final = re.compile(r"^[ \t]*(?:Artikel|Art\.)[ \t]*2\b", re.MULTILINE)
_LAST: Final = (State.NEVER, State.REPLACED, State.REPEALED, State.EXPIRED)


def section(found: Found) -> Section:
    """Return the section."""
    ordered = sorted((matter for matter in found.matters if _is_decision(matter)), key=_order)
    coming = {matter.decision.key for matter in ordered if _is_coming(matter, found.today)}
    # Stable: of equals those that hold, the newest.
    best = sorted(ordered, key=lambda matter: (matter.decision.key not in coming, -matter.share))[:MOST]
    kept = [matter for matter in ordered if matter in best]
    entries = [entry for matter in kept for entry in _told(matter, found.pages.get(matter.document.id, {}))]
    if rest := [matter for matter in ordered if matter not in best]:
        entries.append(Entry(_more([matter.decision for matter in rest])))
    return Section(Part.DECISIONS, HEADINGS[Part.DECISIONS], tuple(entries))


def _is_decision(matter: Matter) -> bool:
    """Whether a governing body took it, will, or spoke of it: an item of an agenda, a question of a councillor."""
    kind, is_item = matter.document.kind, matter.decision.papers[0].telling.is_item
    return kind not in REPORTS and (matter.decision.is_decided or kind is Kind.ACCESSION or is_item)


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
    lead = texts.TITLED.format(lead=leads.lead(matter.document), title=_short(decision.title))
    document, articles = _articles(decision)
    told = [(each, quotes.beginning(each.text, each.spans)) for each in articles[:MOST_ARTICLES]]
    kept = [(article, said) for article, said in told if said]
    if not kept:
        document, said = _outcome(matter, pages)
        at = quotes.source(document, said) if said else quotes.at_page(document, decision.page)
        yield Entry(said.text if said else "", at, lead, _remark(decision, "" if said else texts.OVER_PAGES))
        return
    more = counted(len(articles) - len(kept), texts.MORE_ARTICLES) if len(articles) > len(kept) else ""
    cut = texts.SHORTENED if any(not said.is_all for _, said in kept) else ""
    for i, (article, said) in enumerate(kept):
        numbered = texts.ARTICLE.format(number=article.number) if article.number and len(articles) > 1 else ""
        remark = _remark(decision, more, cut) if i == 0 else ""
        yield Entry(said.text, quotes.source(document, said), numbered if i else lead, remark)


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
    return quotes.beginning(flat(page[span.start : span.end]), (span,))


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


def _more(decisions: Sequence[Decision]) -> str:
    named = [f"{leads.lead(each.document)} ({_short(each.title)})" for each in decisions[:MOST_TITLES]]
    named += ["…"] if len(decisions) > MOST_TITLES else []
    form = texts.MORE_DECISIONS[min(len(decisions), 2) - 1]
    return form.format(n=len(decisions), titles="; ".join(named))


def _short(title: str) -> str:
    flat = " ".join(title.split()).rstrip(".")
    return flat if len(flat) <= LONGEST_TITLE else flat[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
