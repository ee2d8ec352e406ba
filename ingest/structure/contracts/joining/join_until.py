"""Until when one may join a contract. Knows nothing of who may."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import JOINING_TOPIC, JOINS
from ingest.structure.contracts.text.joining_words import LEAVES
from search.registers.agreements import Fact, Field

_JOINING = re.compile(
    rf"{JOINS}|\b(?:inschrijving\w*|intekening\w*|instap\w*|toetreding\w*|openstelling|opengesteld|open|bijkomen|erbij|aanmeld\w*"
    r"|kandidaat\w*|deelname|mee te (?:doen|liften|stappen)|meedoet|mee als|gebruikmaken|afname door)\b"
)
"""A sentence, in small letters, in which somebody joins."""
_ANNOUNCES = re.compile(
    r"\b(?:aanmeld\w*|aan te melden|zich\b[^.;]{0,60}\b(?:meld\w*|opgegeven|gemeld)|mits melding aan|meld\w* (?:aan|zich)|laat weten|laten (?:weten|kennen)|kenbaar|interesse|kandidaat\w*|laatste dag om|uiterste (?!eind)\w+|deadline|limietdatum|afgesloten)\b"
)
"""What somebody does who announces that he joins, by words that say so alone."""
_SENDS = re.compile(
    r"\b(?:terug\w*|stuur\w*|bezorg\w*|bevestig\w*|deelt|delen|schrij\w+|antwoord|beslissing|besluit\w*|raadsbesluit|laatste dag|dat doen|dat kan|gelieve)\b"
)
"""What he may do so by, in or below a sentence on joining."""
_IS_OPEN = re.compile(
    r"\b(?:kan|kunnen|kon|konden|mag|mogen|open|(?:instap|toetredings)(?:periode|termijn|datum)|uiterlijk|uiterste|laatste dag|mogelijk|uitgesloten|melden|aanmelden|melding"
    r"|aanvaard|inschrijven|treedt toe door|intekenen|wensen|wenst|wil|willen)\b"
)
_OTHER = re.compile(
    r"\bopzeg|\b(?:wenst|wensen|wil|willen)\b[^.;]{0,20}\b(?:te )?(?:stoppen|vertrekken|uitstappen|uit te stappen|uittreden)|\bdoorloopt\b|\bdoor per jaar|\bterugwerkend|\b(?:laatste dag|einde) van (?:haar|zijn|hun|de|uw) (?:deelname|afname)|\bstopzet|\bevaluatie|\bverslag\b|\bschade\b|\bfactu|\boffertes?\b|\b(?:toetreding|deelname|aansluiting|afname)\b[^.;]{0,60}\b(?:eindigt|neemt een einde|geldt|loopt|duurt)\b"
)
"""A sentence of another term than that for joining."""
_UNTIL = re.compile(
    r"\b(?:tot(?:\s+en\s+met|\s+en\s+tot|\s+uiterlijk|\s+ten laatste)?|t\.?e\.?m\.?|t/m|uiterlijk(?:\s+(?:op|tegen|vóór|voor))?|ten laatste(?:\s+op)?|v[óo][óo]r|tegen|uiterlijk\b[^.;]{0,80}\(|einde?"
    r"|(?:uitgesloten|niet (?:meer|langer) mogelijk|afgesloten) (?:na|vanaf)|(?:instap|toetredings|aansluitings|aanmeld\w*)(?:termijn|periode)(?:\s+is)?|(?:uiterste (?!eind)(?:\w*datum|dag)|deadline|limietdatum|laatste dag)\b[^.;]{0,40}|niet later dan"
    r"|(?:aanmeld\w+|inschrijv\w+|intekening\w*|kandidaatstelling\w*|instap\w*|lijst)\b[^.;]{0,60}\b(?:sluit|sluiten|afgesloten|verstrijkt|loopt af|stopt|stoppen) op"
    r"|\b(?:uiterlijk|tot|aanmelden|inschrijven|instappen|toetreden|intekenen)\b[^.;:|]{0,40}[:|])\s*(?:de\s+)?\W{0,3}(?:[a-z]+dag\s)?$"
)
_NOT_UNTIL = re.compile(
    r"\b(?:duur|looptijd|duurtijd|periode|gegund|getekend|opgemaakt|datum|zitting|gesloten)\W*$|\bloopt van\b|\bvan \d[^.]{0,25}tot\W*$"
)
_PAST = re.compile(r"(?:periode|termijn|lijst)\W+(?:is|was|werd|liep|verstreek|verstrijkt|eindig\w+|sluit|sloot)\b")
_NO_MORE = re.compile(
    r"(?:\s*\([^)]*\))?\s(?:is|kan|kunnen|wordt|worden|kwam|komt|komen)\b[^.;]{0,60}\b(?:niet|geen|uitgesloten|onmogelijk|afgesloten|te laat)\b"
)
_IS_LAST = re.compile(r"\s(?:is|was|geldt als) (?:de )?(?:laatste|uiterste)\b")
_AFTER = re.compile(r"\b(?:na|later dan|vanaf)\s(?:de\s)?$")
_BEFORE = re.compile(r"(?<!uiterlijk )\bv[óo][óo]r\s+(?:de\s+)?(?:[a-z]+dag\s)?$")
_END_OF_YEAR = re.compile(r"\btot (?:eind|het einde van|ultimo)\s+(?P<year>20\d\d)\b")
_LEAD = 110  # characters before a day in which its meaning stands
_NEAR = 2  # sentences above one that says "dat kan tot", of which one speaks of joining


def untils_of(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The last days to join that a paper tells, of joining that is possible or is over."""
    for at, sentence in enumerate(sentences):
        if sentence.days or _END_OF_YEAR.search(sentence.folded):
            yield from _until(sentence, sentences[max(0, at - _NEAR) : at])


def _until(sentence: Sentence, above: Sequence[Sentence]) -> Iterator[Fact]:
    folded = sentence.folded
    if not _is_about(sentence, above) or _OTHER.search(folded):
        return
    sure = 0.7 if sentence.recites else 0.93
    if match := _END_OF_YEAR.search(folded):
        yield Fact(Field.JOIN_UNTIL, f"{match['year']}-12-31", sentence.text, "", sentence.spans, sure)
        return
    for day, start, end in sentence.days:
        lead = folded[max(0, start - _LEAD) : start]
        if _PAST.search(folded) or _is_last(lead, folded[end:]):
            last = day - timedelta(days=1) if _BEFORE.search(lead) else day
            yield Fact(Field.JOIN_UNTIL, last.isoformat(), sentence.text, "", sentence.spans, sure)
            return


def _is_last(lead: str, rest: str) -> bool:
    """Whether the words before and behind a day make it the last one."""
    if _NOT_UNTIL.search(lead[-60:]):
        return False
    is_over = bool(_AFTER.search(lead) and _NO_MORE.match(rest))
    return is_over or bool(_UNTIL.search(lead) or _IS_LAST.match(rest))


def _is_about(sentence: Sentence, above: Sequence[Sentence]) -> bool:
    """Whether a sentence is on joining by itself, its topic, or those right above it."""
    folded = sentence.folded
    if LEAVES.search(sentence.heading.casefold()):
        return False
    if _ANNOUNCES.search(folded) or (_JOINING.search(folded) and _IS_OPEN.search(folded)):
        return True
    is_topic = bool(_JOINING.search(sentence.topic) or JOINING_TOPIC.search(sentence.topic))
    near = any(each.part == sentence.part and _JOINING.search(each.folded) for each in above)
    return bool(_SENDS.search(folded) or _IS_OPEN.search(folded)) and (is_topic or near)
