"""The facts of contracts, accessions, addenda and positions: parties, dates, amounts, who may join."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure.contracts.changes import without_former
from ingest.structure.contracts.joining.accession import accessions_of, tells_of_one
from ingest.structure.contracts.joining.accession_signed import FRAMEWORK, joined_by, own_times, starts_of
from ingest.structure.contracts.joining.joining import joining_of
from ingest.structure.contracts.joining.leaving import leaving_of
from ingest.structure.contracts.joining.members_days import without_members_days
from ingest.structure.contracts.money.money import money_of
from ingest.structure.contracts.names.references import amended, reference_in, reference_of
from ingest.structure.contracts.names.replacing import replaced
from ingest.structure.contracts.names.subjects import short_subject, subject_of
from ingest.structure.contracts.parties.buying import writer_of
from ingest.structure.contracts.parties.elsewhere import bodies_of
from ingest.structure.contracts.parties.parties import parties_of
from ingest.structure.contracts.parties.suppliers import suppliers_of
from ingest.structure.contracts.positions import position_of
from ingest.structure.contracts.text.clauses import Sentence, sentences_of
from ingest.structure.contracts.text.labels import is_keyed
from ingest.structure.contracts.text.letters import is_letter
from ingest.structure.contracts.text.written_days import days_in
from ingest.structure.contracts.times.notice import notices_of
from ingest.structure.contracts.times.renewal import renewal_of
from ingest.structure.contracts.times.signing import signed_on
from ingest.structure.contracts.times.validity import started_by_signing, validity_of
from ingest.structure.outline import Head
from ingest.structure.rows import Row
from ingest.types import Facts
from search.registers.agreements import SURE, Fact, Field
from search.registers.treatments import Treatment
from search.types import Kind, Span

_SIGNED = frozenset({Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.ADDENDUM, Kind.ACCESSION})
_BOUGHT_BY = (Kind.ACCESSION, Kind.FRAMEWORK_CONTRACT, Kind.ADDENDUM)
_OPENING = 6  # rows in which a title may go on
_TITLES = 14  # rows at the top among which a line may say what it is about
_LONGEST_DATE_LINE = 60  # characters of "Besluit van 30 mei 2022"
_SIGNED_LINES = 4  # at the end of a position, which may say when it was adopted
_FOOT = 30  # rows at the end among which the line above the signatures stands
_DECISION = re.compile(r"(?:besluit|beslissing|beslist)\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:toetred|aansluit|instap|deelname|gebruik van|beroep op|afname)\w*", re.IGNORECASE)
_SITTING = re.compile(
    r"(?:besluit|beslissing|zitting|(?:openbare )?vergadering|gemeenteraad|college|datum)\b", re.IGNORECASE
)
_DECIDED = frozenset({Kind.MINUTES, Kind.EXTRACT, Kind.DECISION_LIST})


def said_of(
    rows: Sequence[Row],
    heads: Sequence[Head],
    treatments: Sequence[Treatment],
    facts: Facts,
    whole: Sequence[Row] = (),
) -> tuple[Fact, ...]:
    """Return what a paper says of a contract or position, in order of where it stands.

    Args:
        rows: Of the paper, without furniture and people.
        heads: The headings among them.
        treatments: Its items, where it is a paper of a sitting.
        facts: What the paper says of itself.
        whole: All rows: the line above the signatures and the title are facts too, and not among `rows`.
    """
    if not rows or facts.kind not in _SIGNED | _DECIDED | {Kind.POSITION}:
        return ()
    if facts.kind in _DECIDED and not tells_of_one(rows):
        return ()
    if facts.kind is Kind.POSITION:  # its numbered points are no items of an agenda
        heads = [head for head in heads if not head.is_item]
    sentences = [*_keyed_in_title(whole[:_TITLES], rows), *sentences_of(rows, heads)]
    where = _title_spans(whole, facts.title) or (rows[0].span,)
    if facts.kind in _DECIDED:
        found = _decided(sentences, treatments, facts)
    elif facts.kind is Kind.POSITION:
        foot = sentences_of(whole[-_FOOT:], ())[-_SIGNED_LINES:]
        found = [
            *position_of(sentences, facts, where, foot),
            *_named(sentences, facts.title, where, whole[:_TITLES]),
            *replaced(sentences),
        ]
    elif facts.kind is Kind.ACCESSION and _is_decision(sentences, heads):
        found = _decision(sentences, heads, rows, treatments, facts, where)
    else:
        found = _contract(sentences, whole, sentences_of(whole[-_FOOT:], ()), facts, where)
    return tuple(sorted(_valid(found), key=lambda each: (each.spans[0].page, each.spans[0].start, each.field)))


def _keyed_in_title(opening: Sequence[Row], rows: Sequence[Row]) -> Iterator[Sentence]:
    """Lines with a label that were taken for a part of the title: "Partij 1: gemeente Retie" below "Overeenkomst"."""
    kept = {row.span for row in rows[:_TITLES]}
    eaten = [row for row in opening if row.span not in kept and is_keyed(row.text)]
    for each in sentences_of(eaten, ()):
        yield replace(each, part=-1, block=-each.block)


def _decided(sentences: Sequence[Sentence], treatments: Sequence[Treatment], facts: Facts) -> list[Fact]:
    """Who joined what by the items of a paper of a sitting; an extract names those who joined before as well."""
    own = facts.title if facts.kind is Kind.EXTRACT else ""
    found = accessions_of(sentences, treatments, facts.municipality, own)
    if not (found and own):
        return found
    named = {each.value for each in found}
    others = (each for each in joining_of(sentences, Kind.ACCESSION) if each.field is Field.JOINED)
    return [*found, *(each for each in others if each.value not in named)]


def _valid(found: Sequence[Fact]) -> Iterator[Fact]:
    """Facts with a place and a value; an end before its start is none."""
    start = next((each.value for each in found if each.field is Field.START), "")
    for each in found:
        if each.field is Field.END and start and each.value < start:
            continue
        if each.spans and (each.value or each.detail):
            yield each


def _title_spans(whole: Sequence[Row], title: str) -> tuple[Span, ...]:
    """Where a title stands among the first rows; () where it is put together from a name or a date."""
    wanted = "".join(title.split()).casefold()
    for at in range(min(len(whole), 12)):
        written = ""
        for end in range(at, min(at + 5, len(whole))):
            written += "".join(whole[end].text.split()).casefold()
            if written == wanted:
                return tuple(row.span for row in whole[at : end + 1])
    return ()


def _named(
    sentences: Sequence[Sentence], title: str, where: tuple[Span, ...], opening: Sequence[Row] = ()
) -> list[Fact]:
    subject = subject_of(sentences, title, where, opening)
    return [subject] if subject else []


def _contract(
    sentences: Sequence[Sentence],
    whole: Sequence[Row],
    foot: Sequence[Sentence],
    facts: Facts,
    where: tuple[Span, ...],
) -> list[Fact]:
    """The facts of a contract, an addendum or an accession that two parties signed."""
    is_addendum = facts.kind is Kind.ADDENDUM
    sentences = list(without_former(sentences)) if is_addendum else sentences
    joins = joined_by(sentences, facts) if facts.kind is Kind.ACCESSION else []
    times = validity_of(sentences)
    if facts.kind is Kind.ACCESSION:
        times = own_times(times, joins)
    if not any(each.field is Field.START for each in times):
        times += starts_of(joins)
    told = [signed_on(sentences), signed_on(foot), _dated(facts, where, times)]
    signed = max((each for each in told if each), key=lambda each: each.confidence, default=None)
    if not any(each.field is Field.START for each in times) and (start := started_by_signing(sentences, signed)):
        times.append(start)
    start_day = next((each.value for each in times if each.field is Field.START), "")
    reference = reference_of(sentences) or reference_in(facts.title, where)
    changed = amended(sentences, facts.title, where) if is_addendum else None
    own = facts.municipality if facts.kind is Kind.ACCESSION else None
    one = [each for each in (signed, reference, changed, renewal_of(sentences)) if each]
    found = [
        *_subject(sentences, whole[:_TITLES], facts, where, (*joins, *one)), *one, *times, *notices_of(sentences), *money_of(sentences),
        *parties_of(sentences, facts.kind), *replaced(sentences), *joins, *leaving_of(sentences, facts.kind, own),
        *(each for each in joining_of(sentences, facts.kind, start_day) if each.value not in {one.value for one in joins}),
    ]  # fmt: skip
    if facts.kind is Kind.CONTRACT:  # its founding parties are no later participants
        parties = {each.value for each in found if each.field is Field.PARTY}
        found = [each for each in found if each.field is not Field.JOINED or each.value not in parties]
    found = list(without_members_days(found, facts.kind))
    return [*found, *_elsewhere(_with_head(sentences, whole), foot, facts, where, found)]


def _with_head(sentences: Sequence[Sentence], whole: Sequence[Row]) -> Sequence[Sentence]:
    """Those of a letter with its first lines: who writes to whom may have been taken for its title."""
    return [*sentences_of(whole[:_TITLES], ()), *sentences] if is_letter(sentences) else sentences


def _elsewhere(
    sentences: Sequence[Sentence],
    foot: Sequence[Sentence],
    facts: Facts,
    where: tuple[Span, ...],
    found: Sequence[Fact],
) -> Iterator[Fact]:
    """Purchasing body and supplier where they are named outside the parties."""
    fields = {each.field for each in found}
    buyers = {each.value for each in found if each.field in (Field.BUYER, Field.PURCHASING_BODY)}
    own = None if facts.kind is Kind.ACCESSION else facts.municipality
    if Field.PURCHASING_BODY not in fields and facts.kind in _BOUGHT_BY:
        for each in bodies_of(sentences, facts.title, where, own):
            buyers.add(each.value)
            yield each
            if facts.kind is not Kind.ACCESSION and Field.BUYER not in fields:
                yield replace(each, field=Field.BUYER)
    is_open = facts.kind is not Kind.ACCESSION and Field.PARTY not in fields and not buyers
    if is_open and (buyer := writer_of(sentences, facts.municipality)):
        buyers.add(buyer.value)
        yield buyer
    if Field.SUPPLIER not in fields:
        signing = foot if buyers and facts.kind is not Kind.ACCESSION else ()
        yield from suppliers_of(sentences, buyers, signing)


def _dated(facts: Facts, where: tuple[Span, ...], times: Sequence[Fact]) -> Fact | None:
    """The day of the paper, where no line says when it was signed; that of its start may be nothing else."""
    if facts.date is None:
        return None
    day = facts.date.isoformat()
    return Fact(Field.SIGNED, day, facts.title, "", where, 0.5 if day in {each.value for each in times} else 0.65)


def _subject(
    sentences: Sequence[Sentence],
    opening: Sequence[Row],
    facts: Facts,
    where: tuple[Span, ...],
    joins: Sequence[Fact],
) -> list[Fact]:
    """What it is about; an accession or addendum without a subject in its title is about the contract it names."""
    contract = next((each for each in joins if each.field is Field.AMENDS), None)
    own = subject_of((), facts.title, where)
    if (
        facts.kind in (Kind.ADDENDUM, Kind.ACCESSION)
        and own is None
        and contract
        and (short := short_subject(contract.value))
    ):
        return [Fact(Field.SUBJECT, short, contract.said, "", contract.spans, 0.75)]
    return _named(sentences, facts.title, where, opening)


def _is_decision(sentences: Sequence[Sentence], heads: Sequence[Head]) -> bool:
    """Whether an accession is a council's decision rather than a contract."""
    return any(head.is_item or _DECISION.match(head.text) for head in heads) or any(
        _DECISION.match(each.heading) for each in sentences
    )


def _decision(
    sentences: Sequence[Sentence],
    heads: Sequence[Head],
    rows: Sequence[Row],
    treatments: Sequence[Treatment],
    facts: Facts,
    where: tuple[Span, ...],
) -> list[Fact]:
    """The facts of an accession that a council decided, in a paper of its own."""
    item = next((head for head in heads if head.is_item), None)
    place = tuple(row.span for row in rows[item.first : item.end]) if item else ()
    title = item.text if item else facts.title
    if item is None and not _JOINS.search(title):
        line = next((row for row in rows[:_OPENING] if len(row.text) < 200 and _JOINS.search(row.text)), None)
        title, place = (line.text, (line.span,)) if line else (title, place)
    joins = accessions_of(sentences, treatments, facts.municipality, title)
    starts = list(starts_of(joins))
    fields = {each.field for each in (*joins, *starts)}
    rest = [each for each in _recited(validity_of(sentences)) if each.field not in fields]
    reference, renewed = reference_of(sentences), renewal_of(sentences)
    buying = list(bodies_of(sentences, title, place or where, None))
    bodies = {each.value for each in buying}
    return [
        *joins, *starts, *(each for each in rest if each.field is not Field.TERM or each.detail == FRAMEWORK),
        *(_named((), facts.title, where) or _named(sentences, title, place or where)),
        *(each for each in (reference, renewed) if each), *_sitting(facts, where, rows), *notices_of(sentences),
        *buying, *(each for each in money_of(sentences) if each.field not in fields),
        *(each for each in joining_of(sentences, Kind.ACCESSION) if each.value not in {one.value for one in joins}),
        *suppliers_of(sentences, bodies), *leaving_of(sentences, Kind.ACCESSION, facts.municipality),
    ]  # fmt: skip


def _recited(times: Sequence[Fact]) -> Iterator[Fact]:
    """Days of the framework contract, as a decision to join it recites them, are marked so."""
    for each in times:
        yield replace(each, detail=FRAMEWORK) if each.confidence < SURE else each


def _sitting(facts: Facts, where: tuple[Span, ...], rows: Sequence[Row]) -> list[Fact]:
    if facts.date:
        return [Fact(Field.SIGNED, facts.date.isoformat(), facts.title, "", where, 0.9)]
    for row in rows[:_OPENING]:
        if _SITTING.match(row.text) and len(row.text) < _LONGEST_DATE_LINE and (found := days_in(row.text)):
            return [Fact(Field.SIGNED, found[0][0].isoformat(), row.text, "", (row.span,), 0.85)]
    return []
