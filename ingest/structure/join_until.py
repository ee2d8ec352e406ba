"""Until when one may join a contract. Knows nothing of who may."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator
from datetime import timedelta

from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import JOINING_TOPIC, JOINS
from search.registers.agreements import Fact, Field

MAY_JOIN = re.compile(
    rf"\b(?:kan|kunnen|mogen|mag|mogelijk|wensen|wenst|wil|willen|gerechtigd)\b.{{0,160}}?{JOINS}|{JOINS}[^,.;]{{0,25}}?\b(?:kan|kunnen|mogelijk|mogen)\b"
    r"|\b(?:bestemd|open(?:gesteld)?)\s+(?:\w+\s+){0,2}voor\b|\bstaat\b.{0,40}?\bopen\b|\bten behoeve van\b|\bkunnen (?:afnemen|toetreden|bestellen|deelnemen|instappen|aansluiten)\b|\bhandelt (?:voor|ten behoeve)\b"
    r"|\b(?:potenti[eë]le|mogelijke) (?:afnemers|deelnemers|deelnemende)\b|\bafnamegerechtigd\w*\b|\bvoor rekening van (?:de )?(?:besturen|gemeenten)\b|\bopenstelling\b|\b(?:mogen|kunnen|mag|kan) dat (?:ook|eveneens)\b"
)
"""A sentence, in small letters, on who may join."""

_UNTIL = re.compile(
    r"\b(?:tot(?:\s+en\s+met|\s+en\s+tot|\s+uiterlijk|\s+ten laatste)?|t\.?e\.?m\.?|t/m|uiterlijk(?:\s+(?:op|tegen|vóór|voor))?|ten laatste(?:\s+op)?|v[óo][óo]r|tegen|uiterlijk\b[^.;]{0,80}\(|einde?|(?:uitgesloten|niet (?:meer|langer) mogelijk|afgesloten) (?:na|vanaf)|(?:instap|toetredings|aansluitings)(?:datum|termijn|periode)(?:\s+is)?|uiterste datum|[:|])\s*(?:de\s+)?\W{0,3}$"
)
_JOINING = re.compile(
    rf"{JOINS}|\b(?:aanmeld\w*|zich\b[^.;]{{0,40}}\bmeld\w*|mits melding aan|inschrijving\w*|intekening\w*|gebruikmaken|instapperiode|toetredingsperiode|toetredingstermijn|instaptermijn|instapdatum|toetredingsdatum|open(?:gesteld)?|openstelling|afname door|uiterste datum)\b"
)
_TELLS_THEM = re.compile(r"\b(?:laat|laten|meld\w*|schrij\w+|bevestig\w*|bezorg\w*|deelt|delen)\b")
_BEFORE = re.compile(r"(?<!uiterlijk )\bv[óo][óo]r\s+(?:de\s+)?$")
_END_OF_YEAR = re.compile(r"\btot (?:eind|het einde van|ultimo)\s+(?P<year>20\d\d)\b")


def until_of(sentence: Sentence) -> Iterator[Fact]:
    """The last day to join that a sentence tells, of joining that is possible or is over."""
    folded = sentence.folded
    told = bool(JOINING_TOPIC.search(sentence.topic) and _TELLS_THEM.search(folded))
    if not (told or _JOINING.search(folded) or re.search(r"toetred|instap|aansluit", sentence.topic)):
        return
    is_open = (
        told
        or MAY_JOIN.search(folded)
        or re.search(
            r"\b(?:kan|kunnen|open|instapperiode|toetredingsperiode|toetredings?termijn|uiterlijk|mogelijk|uitgesloten|melden|aanmelden|melding|aanvaard|inschrijven|treedt toe door|intekenen|uiterste)\b",
            folded,
        )
    )
    if not is_open or re.search(
        r"\bopzeg|\bverslag\b|\b(?:toetreding|deelname|aansluiting) (?:eindigt|neemt een einde)", folded
    ):
        return
    sure = 0.7 if sentence.recites else 0.93
    if match := _END_OF_YEAR.search(folded):
        yield Fact(Field.JOIN_UNTIL, f"{match['year']}-12-31", sentence.text, "", sentence.spans, sure)
        return
    for day, start, _ in sentence.days:
        lead = folded[max(0, start - 110) : start]
        is_past = bool(
            re.search(
                r"(?:periode|termijn|lijst)\W+(?:is|was|werd|liep|verstreek|verstrijkt|eindig\w+|sluit|sloot)\b", folded
            )
        )
        if is_past or (
            _UNTIL.search(lead)
            and not re.search(r"loopt van|\bvan \d[^.]{0,25}tot\W*$", folded[max(0, start - 60) : start])
        ):
            last = day - timedelta(days=1) if _BEFORE.search(lead) else day
            yield Fact(Field.JOIN_UNTIL, last.isoformat(), sentence.text, "", sentence.spans, sure)
            return
