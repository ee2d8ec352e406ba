"""Running contracts: until when one may join, give notice, and they last; who buys, may join and did. Pure.

Each line is one sentence of the contract; what stands before it says which facts were read from it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desk.brief import leads, quotes, texts
from desk.brief.texts import HEADINGS
from desk.brief.theme import Found
from desk.note import Entry, Part, Section
from desk.registers import board, durations
from desk.registers.board import Row, What
from desk.texts import RENEWALS, amount, counted, euro, moment
from search.registers.agreements import Field
from search.registers.contracts import Evidence, Phase
from search.spans import text_of
from search.types import Kind

MOST: Final = 4


@dataclass(slots=True)
class _Line:
    """A sentence, and what was read from it."""

    evidence: Evidence
    says: list[str]
    is_sure: bool = True


def section(found: Found) -> Section:
    """Return the section: the first to end comes first; what is over is named, with its page, and no more."""
    rows = board.rows(found.contracts, found.today, municipalities=found.query.municipalities)
    running = [row for row in rows if _runs(row)]
    entries = [entry for row in running[:MOST] for entry in _told(row, found)]
    entries += [_over(row) for row in rows if not _runs(row)]
    return Section(Part.CONTRACTS, HEADINGS[Part.CONTRACTS], tuple(entries))


def _runs(row: Row) -> bool:
    return row.phase is not Phase.ENDED or row.may_have_been_renewed


def _told(row: Row, found: Found) -> Iterator[Entry]:
    """Yield a contract: who buys, under its name, then what it says of its terms and of who may join."""
    lead, remark = leads.titled(row.contract.document, row.name), _remark(row, found.today)
    for line in _lines(row, found.today):
        if (entry := _entry(line, found)) is not None:
            yield replace(entry, lead=lead, remark=leads.sentence(remark, entry.remark))
            remark = ""


def _entry(line: _Line, found: Found) -> Entry | None:
    document, spans = line.evidence.document, line.evidence.fact.spans
    pages = found.pages.get(document.id, {})
    says, remark = leads.sentence(*line.says), "" if line.is_sure else leads.sentence(texts.TO_CONFIRM)
    if document.kind is Kind.ACCESSION and quotes.standing_in(document.title, pages.get(line.evidence.page, "")):
        # The decision itself is quoted among the decisions.
        return Entry(document.title, quotes.at_page(document, line.evidence.page), remark=remark, label=says)
    text = text_of(spans, pages)
    said = quotes.quote(text, spans, 0, len(text)) or quotes.beginning(text, spans)
    return Entry(said.text, quotes.source(document, said), remark=remark, label=says) if said else None


def _remark(row: Row, today: date) -> str:
    """Return how it stands: how long one may still join, and how long it lasts."""
    left = [
        form.format(days=counted((each.day - today).days, texts.DAYS_LEFT))
        for what, form in ((What.JOIN, texts.TO_JOIN), (What.END, texts.TO_END))
        if (each := row.deadline(what)) is not None and each.day > today
    ]
    return leads.sentence(str(row.phase), *left, texts.RENEWED if row.may_have_been_renewed else "")


def _lines(row: Row, today: date) -> list[_Line]:
    """Return the sentences that tell the facts of a contract, each once, in the order of what matters first."""
    lines: dict[tuple[object, ...], _Line] = {}
    for told in _FACTS:
        for evidence, says in told(row, today):
            if not evidence.fact.spans:
                continue
            line = lines.setdefault((evidence.document.id, evidence.fact.spans), _Line(evidence, []))
            line.says += [says] if says and says not in line.says else []
            line.is_sure = line.is_sure and not evidence.needs_a_look
    return list(lines.values())


_Told = Iterable[tuple[Evidence, str]]


def _join_until(row: Row, today: date) -> _Told:
    deadline = row.deadline(What.JOIN)
    if deadline is None:
        return []
    form = texts.JOIN_UNTIL if deadline.day >= today else texts.JOIN_OVER
    return [(deadline.evidence, form.format(day=leads.day(deadline.day)))]


def _end(row: Row, today: date) -> _Told:
    deadline = row.deadline(What.END)
    return [(deadline.evidence, texts.END.format(day=leads.day(deadline.day)))] if deadline else []


def _renewal(row: Row, today: date) -> _Told:
    first = row.contract.first(Field.RENEWAL)
    return [(first, texts.RENEWAL.format(how=RENEWALS.get(first.fact.value, first.fact.value)))] if first else []


def _notice(row: Row, today: date) -> _Told:
    for evidence in row.contract.facts.get(Field.NOTICE, ()):
        says = texts.NOTICE.format(term=durations.in_words(evidence.fact.value))
        deadline = row.deadline(What.NOTICE)
        if deadline and deadline.evidence == evidence and deadline.day >= today:
            says = f"{says}; {texts.NOTICE_BY.format(day=leads.day(deadline.day))}"
        yield evidence, says


def _grouped(found: Iterable[Evidence], form: str, name: Callable[[Evidence], str]) -> _Told:
    """Return who is named in each sentence, together."""
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for each in found:
        groups.setdefault((each.document.id, each.fact.spans), []).append(each)
    return [(group[0], form.format(who=", ".join(map(name, group)))) for group in groups.values()]


def _may_join(row: Row, today: date) -> _Told:
    if not row.contract.may_still_join(today):
        return []
    return _grouped(row.may_join, texts.MAY_JOIN, lambda each: each.fact.value)


def _joined(row: Row, today: date) -> _Told:
    return _grouped(row.joined, texts.JOINED, _since)


def _since(evidence: Evidence) -> str:
    fact = evidence.fact
    return f"{fact.value} ({moment(fact.detail)})" if fact.detail else fact.value


def _buyers(row: Row, today: date) -> _Told:
    are_equals = bool(row.buyers) and row.buyers[0].fact.field is Field.PARTY
    return _grouped(row.buyers, texts.PARTIES if are_equals else texts.BUYER, lambda each: each.fact.value)


def _ceiling(row: Row, today: date) -> _Told:
    first = row.contract.first(Field.CEILING)
    value = euro(first.fact.value) if first else None
    if first is None or value is None:
        return []
    said = " ".join(filter(None, (amount(value), first.fact.detail)))
    return [(first, texts.CEILING.format(amount=said))]


_FACTS: Final[Sequence[Callable[[Row, date], _Told]]] = (
    _buyers, _join_until, _end, _renewal, _notice, _may_join, _joined, _ceiling,
)  # fmt: skip


def _over(row: Row) -> Entry:
    """Return a contract that is over, with the page that says when it ended."""
    end, document = row.deadline(What.END), row.contract.document
    at = quotes.at_page(end.evidence.document, end.evidence.page) if end else quotes.at_page(document, 1)
    remark = texts.END.format(day=leads.day(end.day)) if end else ""
    return Entry("", at, texts.ENDED_CONTRACTS, remark, leads.titled(document, row.name))
