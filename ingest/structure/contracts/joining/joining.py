"""Who may join a contract and until when, and who takes part already. Knows nothing of who decides it."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

from collections.abc import Sequence

from ingest.structure.contracts.joining.join_until import untils_of
from ingest.structure.contracts.joining.may_join import who_may
from ingest.structure.contracts.joining.member_lists import listed
from ingest.structure.contracts.joining.taking_part import members_told
from ingest.structure.contracts.text.clauses import Sentence
from search.language import municipalities
from search.registers.agreements import Fact, Field
from search.types import Kind

_WORDS = (
    "toetre", "treedt", "treden", "afn", "afgen", "neemt", "nemen", "namen", "aansl", "sluit", "slot", "aangesl", "zichzelf", "aanvang", "begin", "start",
    "eerste dag", "instap", "stapt", "stapp", "deelne", "deelna", "bestel", "bestemd", "behoeve", "open", "gebruik", "beroep", "uiterste", "intek", "tekenen", "meld",
    "besturen", "mee", "mede", "rechtswege", "verder", "volgt", "trad", "mogen dat", "kunnen dat", "inschrijv", "ingest", "lid", "klant", "gerechtigd", "welkom",
    "namens", "genieten", "toegevoegd", "aanvaard", "opgenomen", "toegang", "verbonden", "afhalen",
)  # fmt: skip
_SINCE_WHEN = 0.1  # of certainty that a day is worth


def joining_of(sentences: Sequence[Sentence], kind: Kind, start: str = "") -> list[Fact]:
    """Who may join, until when, and who takes part.

    Args:
        sentences: Of the paper.
        kind: Of the paper; who may join is asked of the contract itself, not of an accession to it.
        start: First day of the contract, ISO, "" where unknown: from when those take part who do "vanaf de aanvang".
    """
    facts = [*listed(sentences, kind), *untils_of(sentences)]
    for sentence in (each for each in sentences if each.names(_WORDS)):
        if kind is not Kind.ACCESSION:
            facts += who_may(sentence)
        facts += members_told(sentence, kind, start)
    return _once(facts)


def _once(facts: Sequence[Fact]) -> list[Fact]:
    """Each value once, the most certain, rather one that says since when; with towns named, "besturen" are none."""
    kept: dict[tuple[Field, str], Fact] = {}
    for fact in facts:
        key = (fact.field, fact.value.casefold() if fact.field is not Field.JOIN_UNTIL else "")
        if key not in kept or _weight(fact) > _weight(kept[key]):
            kept[key] = fact
    values = {fact.value for fact in kept.values() if fact.field is Field.MAY_JOIN}
    has_names = any(municipalities.is_municipality(value) for value in values)
    return [
        fact for fact in kept.values() if not (has_names and fact.field is Field.MAY_JOIN and _is_vague(fact.value))
    ]


def _weight(fact: Fact) -> float:
    return fact.confidence + (_SINCE_WHEN if fact.detail else 0.0)


def _is_vague(value: str) -> bool:
    return value.casefold() in ("besturen", "bestuur", "lokale besturen", "gemeenten", "andere besturen")
