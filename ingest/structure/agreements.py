"""The facts of contracts, accessions, addenda and positions: parties, dates, amounts, who may join."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure.accession import accessions_of, joiner, since_when
from ingest.structure.clauses import Sentence, sentences_of
from ingest.structure.contract_terms import BODY
from ingest.structure.joining import joining_of
from ingest.structure.money import money_of
from ingest.structure.outline import Head
from ingest.structure.parties import company_in, parties_of
from ingest.structure.positions import position_of
from ingest.structure.references import amended, contract_named, reference_of, replaced, short_subject, subject_of
from ingest.structure.renewal import notices_of, renewal_of
from ingest.structure.rows import Row
from ingest.structure.validity import signed_on, started_by_signing, validity_of
from ingest.types import Facts
from search.agreements import SURE, Fact, Field
from search.language import municipalities
from search.treatments import Treatment
from search.types import Kind, Span

_SIGNED = frozenset({Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.ADDENDUM, Kind.ACCESSION})
_OPENING = 6  # rows in which a title may go on
_FOOT = 30  # rows at the end among which the line above the signatures stands
_DECISION = re.compile(r"(?:besluit|beslissing)\b", re.IGNORECASE)
_SUPPLYING_WORDS = (
    "bestel",
    "overeenkomst",
    "contract",
    "sl",
    "uitbater",
    "gegund",
    "gunde",
    "leverancier",
    "opdrachtn",
    "dienstv",
    "concess",
    "tussen",
)
_SUPPLIES = re.compile(
    r"\b(?:bestel(?:t|lingen?)|raamovereenkomst|contract\w*|overeenkomst|sloot|uitbater|gegund|gunde|leverancier|opdrachtnemer|dienstverlener|concessiehouder)\b",
    re.IGNORECASE,
)
_MADE_WITH = re.compile(
    r"\b(?:sloot|gesloten|afgesloten|sluit)\b.{0,60}?\bmet\s+(?:de firma\s+)?(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
    r"|\btussen de (?:stad|gemeente) [A-Z][\w-]+ en (?:de firma\s+)?(?P<other>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
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
    sentences = sentences_of(rows, heads)
    where = _title_spans(whole, facts.title) or (rows[0].span,)
    if facts.kind in _DECIDED:
        own = facts.title if facts.kind is Kind.EXTRACT else ""
        found = accessions_of(sentences, treatments, facts.municipality, own)
    elif facts.kind is Kind.POSITION:
        found = [*position_of(sentences, facts, where), *_named(sentences, facts.title, where), *replaced(sentences)]
    elif facts.kind is Kind.ACCESSION and _is_decision(sentences, heads):
        found = _decision(sentences, heads, rows, treatments, facts, where)
    else:
        found = _contract(sentences, rows, sentences_of(whole[-_FOOT:], ()), facts, where)
    return tuple(sorted(_valid(found), key=lambda each: (each.spans[0].page, each.spans[0].start, each.field)))


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
    rows: Sequence[Row],
    foot: Sequence[Sentence],
    facts: Facts,
    where: tuple[Span, ...],
) -> list[Fact]:
    """The facts of a contract, an addendum or an accession that two parties signed."""
    is_addendum = facts.kind is Kind.ADDENDUM
    joins = _accession(sentences, facts) if facts.kind is Kind.ACCESSION else []
    times = validity_of(sentences)
    if not any(each.field is Field.START for each in times):
        times += _starts(joins)
    signed = signed_on(sentences) or signed_on(foot) or _dated(facts, where, times)
    if not any(each.field is Field.START for each in times) and (start := started_by_signing(sentences, signed)):
        times.append(start)
    start_day = next((each.value for each in times if each.field is Field.START), "")
    reference = reference_of(sentences) if not is_addendum else None
    changed = amended(sentences, facts.title, where) if is_addendum else None
    one = [each for each in (signed, reference, changed, renewal_of(sentences)) if each]
    found = [
        *_subject(sentences, rows[:_OPENING], facts, where, (*joins, *one)), *one, *times, *notices_of(sentences), *money_of(sentences),
        *parties_of(sentences, facts.kind), *joining_of(sentences, facts.kind, start_day), *replaced(sentences), *joins,
    ]  # fmt: skip
    return [*found, *_elsewhere(sentences, facts, where, {each.field for each in found})]


def _elsewhere(
    sentences: Sequence[Sentence], facts: Facts, where: tuple[Span, ...], found: set[Field]
) -> Iterator[Fact]:
    """Purchasing body and supplier where they are named outside the parties."""
    if Field.PURCHASING_BODY not in found and facts.kind in (Kind.ACCESSION, Kind.FRAMEWORK_CONTRACT):
        for each in _bodies(sentences, facts.title, where):
            yield each
            if facts.kind is Kind.FRAMEWORK_CONTRACT and Field.BUYER not in found:
                yield replace(each, field=Field.BUYER)
    if Field.SUPPLIER not in found:
        yield from _suppliers(sentences)


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
    if own is None and contract and (short := short_subject(contract.value)):
        return [Fact(Field.SUBJECT, short, contract.said, "", contract.spans, 0.75)]
    return _named(sentences, facts.title, where, opening)


def _accession(sentences: Sequence[Sentence], facts: Facts) -> list[Fact]:
    """What an accession that was signed joins, and who does."""
    for sentence in sentences:
        if name := contract_named(sentence.text):
            who = joiner(sentence.text) or facts.municipality
            joins = [Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.9)]
            if who:
                since = since_when(sentence.text)
                joins.append(Fact(Field.JOINED, who, sentence.text, since, sentence.spans, 0.88))
            return joins
    return []


def _suppliers(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """A supplier named outside the parties: "sluit de dienstencontracten met de uitbater, Velowest bv"."""
    for sentence in sentences:
        if not sentence.names(_SUPPLYING_WORDS):
            continue
        name = company_in(sentence.text) if _SUPPLIES.search(sentence.text) else ""
        match = _MADE_WITH.search(sentence.text)
        made_with = (match["name"] or match["other"]) if match else ""
        if made_with and not municipalities.canonical(made_with):
            name = name or made_with
        if name:
            yield Fact(Field.SUPPLIER, name, sentence.text, "", sentence.spans, 0.75)
            return


def _is_decision(sentences: Sequence[Sentence], heads: Sequence[Head]) -> bool:
    """Whether an accession is a council's decision rather than a contract."""
    return any(head.is_item for head in heads) or any(_DECISION.match(each.heading) for each in sentences)


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
    joins = accessions_of(sentences, treatments, facts.municipality, title)
    starts = list(_starts(joins))
    fields = {each.field for each in (*joins, *starts)}
    rest = [each for each in _recited(validity_of(sentences)) if each.field not in fields]
    reference = reference_of(sentences)
    return [
        *joins, *starts, *(each for each in rest if each.field is not Field.TERM),
        *(_named((), facts.title, where) or _named(sentences, title, place or where)),
        *([reference] if reference else []), *_sitting(facts, where), *notices_of(sentences),
        *_bodies(sentences, title, place or where), *(each for each in money_of(sentences) if each.field not in fields),
        *(each for each in joining_of(sentences, Kind.ACCESSION) if each.value not in {one.value for one in joins}),
        *_suppliers(sentences),
    ]  # fmt: skip


def _starts(joins: Sequence[Fact]) -> Iterator[Fact]:
    """The first day of an accession: that from which the municipality takes part."""
    for each in joins:
        if each.field is Field.JOINED and each.detail:
            yield replace(each, field=Field.START, value=each.detail, detail="")


def _recited(times: Sequence[Fact]) -> Iterator[Fact]:
    """Days of the framework contract, as a decision to join it recites them, are marked so."""
    for each in times:
        yield replace(each, detail="raamovereenkomst") if each.confidence < SURE else each


def _sitting(facts: Facts, where: tuple[Span, ...]) -> list[Fact]:
    return [Fact(Field.SIGNED, facts.date.isoformat(), facts.title, "", where, 0.9)] if facts.date else []


def _bodies(sentences: Sequence[Sentence], title: str, where: tuple[Span, ...]) -> Iterator[Fact]:
    """The purchasing body that a decision names: "de stad Brugge als aankoopcentrale"."""
    places = [(title, where), *((each.text, each.spans) for each in sentences)]
    pattern = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
    for text, spans in places:
        for match in pattern.finditer(text):
            near = text[max(0, match.start() - 60) : match.end() + 50]
            towns = municipalities.find(near)
            if towns:
                closest = min(towns, key=lambda each: abs(each[1] - min(60, match.start())))
                yield Fact(Field.PURCHASING_BODY, closest[0], text, "", spans, 0.88)
                return
