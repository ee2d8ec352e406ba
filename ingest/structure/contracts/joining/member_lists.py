"""Who takes part, may join or has left by lists, tables and forms: the role that a heading, label or lead-in gives.

Knows nothing of running sentences.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ingest.structure.contracts.joining.may_join import opens_list, who_is_named
from ingest.structure.contracts.joining.taking_part import since_told
from ingest.structure.contracts.parties.actors import first_named, who_acts
from ingest.structure.contracts.parties.names import Named
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.joining_words import DENIES, JOINS_NOW, LEAVES, MAY, NOUN
from ingest.structure.terms import BULLET
from search.registers.agreements import Fact, Field
from search.types import Kind

_JOINED = r"(?:toegetreden|aangesloten|ingestapte?|deelnemende|ingetekende|toetredende|afnemende)"
_MEMBERS = re.compile(
    rf"\b(?:deelnemers?(?:lijst)?|afnemers?|toetreders?|instappers?|ledenlijst|(?:founding |latere )?members?|{_JOINED} (?:\w+ )?(?:leden|lid|besturen|bestuur|gemeenten|partijen|entiteiten|zones|instellingen)"
    rf"|nieuwe (?:besturen|leden|klanten)|(?:reeds|al) deelnemend|wie doet (?:er )?mee|wie neemt (?:er )?af|leden van de groepering|(?:definitieve|bevestigde) {NOUN}|{NOUN}\w*\b[^:]{{0,30}}\b(?:goedgekeurd|bevestigd|ontvangen)|verbintenis\b[^:]{{0,30}}\bontvangen|kandidaatstelling in orde)\b"
    r"|^(?:toegevoegd|toegetreden|ingestapt|aangesloten|deelname)\b"
)
"""A heading, label or lead-in, in small letters, over those who take part."""
_MAY_BE = re.compile(r"\b(?:kan|kunnen|mag|mogen|mogelijke|potenti[eë]le|kandida\w+\b(?! in orde)|wie nog)\b")
_OWN_NAME = re.compile(
    r"(?:uw |ons |toetredende? |aansluitende? |deelnemende? |ondergetekende? )?(?:lokaal )?(?:bestuur|naam|organisatie|gemeente|stad|ondergetekende|aanvrager|entiteit|voor|naam (?:van )?(?:het |de )?(?:bestuur|gemeente|organisatie))"
)
"""Beside this label a form has who fills it in."""
_OF_FORM = re.compile(
    rf"\b(?:{NOUN}|toe te treden|aan te sluiten|deel te nemen|in te stappen|nemen deel|deelnemen|aangemeld|(?:toetredend|deelnemend|aansluitend) bestuur)\b"
)
_ITEM = re.compile(
    r"(?:[-–•*·]\s+|\(?\w{1,3}[.)°]\s+|\d{1,3}\s+|20\d\d\s*:\s*|(?:naam|bestuur|lid|GR|RMW|de|het)\b\s*:?\s*|(?:stad|gemeente|politiezones?)\s+)*",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"centrale|leverancier|aannemer|opdracht|aanbested|contact|bestek")
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|mag|mogen|moet|moeten|treedt|treden|neemt|nemen|gebruikt|betaalt|staat|bestelt)\b"
)
_REFUSED = re.compile(r"\b(?:niet|geen)\b")
_LONGEST_HEAD = 200  # characters of a heading or lead-in
_LONGEST_TITLE = 80
_LONGEST_ITEM = 160
_SURE = 0.85


def listed(sentences: Sequence[Sentence], kind: Kind) -> Iterator[Fact]:
    """Those who take part or may join by the lists and forms of a paper; who may join not of an accession."""
    over = None
    for _, group in groupby(sentences, key=lambda each: each.part):
        part = list(group)
        if not (over and _begins_with_name(part[0].heading)):  # a line of a list that was taken for a heading
            over = role_of(part[0].heading)
        found = _of_part(part, over, is_form=over is not Field.LEFT and _is_form(part, kind))
        yield from (each for each in found if each.field is Field.JOINED or kind is not Kind.ACCESSION)


def _of_part(part: Sequence[Sentence], over: Field | None, *, is_form: bool) -> Iterator[Fact]:
    role, block = over, -1
    for sentence in part:
        head, value = _cut(sentence)
        own = role_of(head) if value else None
        if sentence.text.endswith(":") or _is_lead_in(sentence.text):
            role, block = None if sentence.recites else role_of(sentence.text), sentence.block
        elif value and own is not None and not (own is Field.JOINED and _is_out(value)):
            yield from _beside(sentence, own, value)
        elif is_form and _OWN_NAME.fullmatch(sentence.label.casefold()):
            yield from _facts(sentence, first_named(value or sentence.value))
        elif value and over is Field.JOINED and _begins_with_name(value) and not _is_of_others(head, value):
            yield from _beside(sentence, over, value)
        elif role is not None and (BULLET.match(sentence.text) or _is_item(sentence.text)):
            yield from _of_item(sentence, role)
        elif role is not over and sentence.block != block:
            role = over


def _cut(sentence: Sentence) -> tuple[str, str]:
    """A label or lead-in and its value; the last colon cuts where only that has a name behind it."""
    text = sentence.text
    if sentence.is_row and text.startswith(sentence.label):
        return sentence.label, sentence.value
    head, _, value = text.partition(":")
    if ":" in value and role_of(head) is None and _begins_with_name(value.rpartition(":")[2]):
        head, _, value = text.rpartition(":")
    return head, value.strip()


def _is_lead_in(text: str) -> bool:
    """Whether a line of a few words without a stop stands over a list: "DEELNEMENDE BESTUREN - BIJLAGE 2"."""
    return (
        len(text) < _LONGEST_TITLE
        and text[-1] not in ".;,"
        and ":" not in text
        and text.isupper()
        and role_of(text) is not None
    )


def _begins_with_name(text: str) -> bool:
    named = first_named(text)
    item = _ITEM.match(text)
    return bool(named and item and item.end() >= named[0].start)


def _beside(sentence: Sentence, role: Field, value: str) -> Iterator[Fact]:
    """Who stands behind the label or lead-in of one sentence."""
    if role is Field.JOINED:
        yield from _facts(sentence, who_acts(value))
    elif role is Field.MAY_JOIN and not sentence.recites:
        for name in who_is_named(value):
            yield Fact(Field.MAY_JOIN, name, sentence.text, "", sentence.spans, _SURE)


def _of_item(sentence: Sentence, role: Field | None) -> Iterator[Fact]:
    if role is Field.JOINED and _is_item(sentence.text) and not _is_out(sentence.text):
        yield from _facts(sentence, first_named(sentence.text))
    elif role is Field.MAY_JOIN and not (_REFUSED.search(sentence.folded) or JOINS_NOW.search(sentence.folded)):
        for value in who_is_named(sentence.text):
            yield Fact(Field.MAY_JOIN, value, sentence.text, "", sentence.spans, _SURE)


def role_of(head: str) -> Field | None:
    """What those are who are listed below or beside some words: JOINED, LEFT, MAY_JOIN; None for anything else."""
    folded = head.casefold()
    if not folded or len(folded) > _LONGEST_HEAD:
        return None
    if LEAVES.search(folded):
        return Field.LEFT
    if DENIES.search(folded):
        return None
    if MAY.search(folded) or _MAY_BE.search(folded) or opens_list(folded.strip(" :")):
        return Field.MAY_JOIN
    return Field.JOINED if _MEMBERS.search(folded) or JOINS_NOW.search(folded) else None


def _is_out(text: str) -> bool:
    folded = text.casefold()
    return bool(LEAVES.search(folded) or DENIES.search(folded) or MAY.search(folded))


def _is_of_others(head: str, value: str) -> bool:
    return bool(_OTHERS.search(head.casefold())) or _is_out(f"{head}: {value}")


def _is_form(part: Sequence[Sentence], kind: Kind) -> bool:
    if not any(each.label and _OWN_NAME.fullmatch(each.label.casefold()) for each in part):
        return False
    if any(LEAVES.search(f"{each.heading} {each.text}".casefold()) for each in part[:2]):
        return False  # that of one who leaves
    return kind is Kind.ACCESSION or any(_OF_FORM.search(f"{each.topic} {each.folded}") for each in part)


def _is_item(text: str) -> bool:
    """Whether a line of a list begins with a name."""
    if len(text) > _LONGEST_ITEM or (text.endswith(".") and not BULLET.match(text) and _VERB.search(text)):
        return False
    return _begins_with_name(text)


def _facts(sentence: Sentence, named: Iterable[Named]) -> Iterator[Fact]:
    since = since_told(sentence.text)
    for each in named:
        yield Fact(Field.JOINED, each.name, sentence.text, since, sentence.spans, _SURE)
