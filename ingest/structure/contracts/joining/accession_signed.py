"""An accession that was signed rather than decided in a sitting: a form, a contract or a letter. Which contract, who, since when."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure.contracts.joining.accession import form_of, joiner, since_labelled, since_when
from ingest.structure.contracts.names.references import contract_named, contract_told
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.joining_words import LEAVES
from ingest.types import Facts
from search.registers.agreements import Fact, Field

FRAMEWORK = "raamovereenkomst"
"""Detail of a day of the framework contract that an accession recites."""

_WE_JOIN = re.compile(
    r"\b(?:wij|we|onze (?:gemeente|stad)|ons bestuur|het bestuur|de (?:gemeente|stad))\b[^.;]{0,60}\b(?:vanaf|met ingang van)\b[^.;]{0,60}\b(?:bestel|afne|deelne|toetre|instap|aansluit|gebruik)\w*",
    re.IGNORECASE,
)
_OF_FRAMEWORK = re.compile(
    r"(?<!deze )(?<!dit )(?<!onderhavige )\b(?:raam)?(?:overeenkomst|contract)\b[^.;]{0,60}\b(?:loopt|geldt|liep|eindigt|geldig|gesloten|start|verstrijkt)\b",
    re.IGNORECASE,
)


def joined_by(sentences: Sequence[Sentence], facts: Facts) -> list[Fact]:
    """What an accession that was signed joins, and who does: by its form, else by the sentences that say so."""
    if form := form_of(sentences):
        return form
    named = next(((name, each) for each in sentences if (name := contract_named(each.text))), None)
    if named is None:
        return []
    name, first = named
    where = first
    if " " not in name and (told := contract_told(sentences)):
        name, first = told
    joins = [Fact(Field.AMENDS, name, first.text, "", first.spans, 0.9)]
    if LEAVES.search(where.folded) and not joiner(where.text):
        return joins  # a letter by which somebody leaves
    dated = next(
        (
            each
            for each in sentences
            if (joiner(each.text) or _WE_JOIN.search(each.text)) and since_when(each.text) and not each.recites
        ),
        where,
    )
    if who := joiner(dated.text) or facts.municipality:
        since = since_when(dated.text) or since_labelled(sentences)
        joins.append(Fact(Field.JOINED, who, dated.text, since, dated.spans, 0.88))
    return joins


def own_times(times: Sequence[Fact], joins: Sequence[Fact]) -> list[Fact]:
    """Days of the framework contract are marked so; its start goes where the accession has one of its own."""
    own = [*starts_of(joins)]
    kept = [replace(each, detail=FRAMEWORK) if _OF_FRAMEWORK.search(each.said) else each for each in times]
    return [*own, *(each for each in kept if not (own and each.field is Field.START))]


def starts_of(joins: Sequence[Fact]) -> Iterator[Fact]:
    """The first day of an accession: that from which the municipality takes part."""
    for each in joins:
        if each.field is Field.JOINED and each.detail:
            yield replace(each, field=Field.START, value=each.detail, detail="")
