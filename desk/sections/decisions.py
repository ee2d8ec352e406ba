"""Earlier decisions word for word, those that hold first, with outcome, vote and whether they still hold. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desk.note import Entry, Part, Section
from desk.sections import leads, quotes, texts
from desk.sections.quotes import Quote
from desk.sections.texts import HEADINGS
from desk.texts import counted
from desk.theme import Found, Matter
from search.decisions import Decision, Standing, State
from search.spans import text_of
from search.treatments import Article, Vote
from search.types import Document, Kind, Passage, Span

MOST: Final = 8  # decisions word for word
MOST_ARTICLES: Final = 3  # of one decision
MOST_TITLES: Final = 6
LONGEST_TITLE: Final = 90
_AGREEMENTS: Final = frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ADDENDUM})
_FORMALITY: Final = re.compile(
    r"\b(?:afschrift|uittreksel|ter kennis|in kennis gesteld|over te maken|bezorgd aan|bekendgemaakt|bekendmaking"
    r"|belast met de uitvoering|toezichthoudende)\b",
    re.IGNORECASE,
)
_LAST: Final = (State.NEVER, State.REPLACED, State.REPEALED, State.EXPIRED)


def section(found: Found) -> Section:
    """Return the section."""
    decided = [matter for matter in found.matters if _is_decision(matter)]
    ordered = sorted(decided, key=_order)  # stable: newest first within each
    entries = [entry for matter in ordered[:MOST] for entry in _told(matter)]
    if rest := ordered[MOST:]:
        entries.append(Entry(_more([matter.decision for matter in rest])))
    return Section(Part.DECISIONS, HEADINGS[Part.DECISIONS], tuple(entries))


def _is_decision(matter: Matter) -> bool:
    """Whether a governing body took it; an accession without an outcome that was read is one too."""
    kind = matter.document.kind
    return kind not in _AGREEMENTS and (matter.decision.is_decided or kind is Kind.ACCESSION)


def _order(matter: Matter) -> bool:
    standing = matter.decision.standing
    return standing is not None and standing.state in _LAST


def _told(matter: Matter) -> Iterator[Entry]:
    decision, document = matter.decision, matter.document
    lead = texts.TITLED.format(lead=leads.lead(document), title=_short(decision.title))
    articles = [article for article in decision.articles if not _FORMALITY.search(article.text)]
    told = [(article, quotes.beginning(article.text, article.spans)) for article in articles[:MOST_ARTICLES]]
    kept = [(article, said) for article, said in told if said]
    more = counted(len(articles) - len(kept), texts.MORE_ARTICLES) if len(articles) > len(kept) and kept else ""
    cut = texts.SHORTENED.rstrip(".").lower() if any(not said.is_all for _, said in kept) else ""
    if not kept:
        said = _outcome(matter)
        text = said.text if said else ""
        at = quotes.source(document, said) if said else quotes.at_page(document, decision.page)
        yield Entry(text, at, lead, _remark(decision, "" if said else texts.OVER_PAGES))
        return
    for i, (article, said) in enumerate(kept):
        first = i == 0
        numbered = texts.ARTICLE.format(number=article.number) if article.number and len(articles) > 1 else ""
        yield Entry(
            said.text, quotes.source(document, said), lead if first else numbered,
            _remark(decision, more, cut) if first else "",
        )  # fmt: skip


def _outcome(matter: Matter) -> Quote | None:
    """Return what was decided where that is not in articles: its own words, else the title of the item."""
    paper = matter.decision.papers[0]
    treatment = paper.telling.treatment
    for spans in (treatment.decision, treatment.title_spans):
        text = _text(spans, matter.passages)
        if text and (said := quotes.beginning(text, spans)) and quotes.says_something(said.text):
            return said
    for passage in matter.passages:
        if said := quotes.beginning(passage.text, passage.spans):
            return said
    return None


def _text(spans: Sequence[Span], passages: Sequence[Passage]) -> str:
    """Return the text of these spans, taken from the passages that hold them; empty where none does."""
    pieces = []
    for span in spans:
        piece = next((found for passage in passages if (found := _piece(span, passage))), "")
        if not piece:
            return ""
        pieces.append(piece)
    return "\n".join(pieces)


def _remark(decision: Decision, *more: str) -> str:
    return leads.sentence(
        str(decision.effect) if decision.effect else "",
        *(_vote(vote) for vote in decision.votes[:1]),
        _standing(decision.standing),
        texts.LOOK if decision.needs_a_look else "",
        *more,
    )


def _vote(vote: Vote) -> str:
    if vote.is_unanimous:
        return texts.UNANIMOUS
    if vote.in_favour is None or vote.against is None:
        return ""
    said = texts.VOTE.format(in_favour=vote.in_favour, against=vote.against)
    return said + (texts.ABSTAINED.format(n=vote.abstained) if vote.abstained else "")


def _standing(standing: Standing | None) -> str:
    if standing is None or standing.state is State.NEVER:
        return ""  # the outcome says so
    state = str(standing.state)
    return texts.SINCE_DAY.format(state=state, day=leads.day(standing.since)) if standing.since else state


def _more(decisions: Sequence[Decision]) -> str:
    named = [f"{leads.lead(each.document)} ({_short(each.title)})" for each in decisions[:MOST_TITLES]]
    named += ["…"] if len(decisions) > MOST_TITLES else []
    return counted(len(decisions), texts.MORE_DECISIONS).format(n=len(decisions), titles="; ".join(named))


def _short(title: str) -> str:
    flat = " ".join(title.split()).rstrip(".")
    return flat if len(flat) <= LONGEST_TITLE else flat[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
