"""Decisions by which a council joins a framework contract or purchasing body: in minutes, lists, extracts and papers of their own."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.money.money import money_of
from ingest.structure.contracts.names.references import contract_named
from ingest.structure.contracts.names.subjects import short_subject
from ingest.structure.contracts.parties.actors import actors_in
from ingest.structure.contracts.parties.elsewhere import bodies_of
from ingest.structure.contracts.parties.names import Named, Sort
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import BODY
from ingest.structure.contracts.text.joining_words import LEAVES, NOUN_OF, WISHES
from ingest.structure.rows import Row
from search.language import dates, municipalities
from search.registers.agreements import Fact, Field
from search.registers.treatments import Effect, Treatment

_CONTRACT = rf"(?:raamovereenkomst|raamcontract|kaderovereenkomst|kadercontract|{BODY}|groepsaankoop|samenaankoop)"
_ABOUT = re.compile(
    rf"\b{_CONTRACT}\b|\b(?:toetreding tot|aansluiting bij|aan\s?bij) het \w{{0,12}}contract\b", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b(?:treedt\b.{0,120}?\btoe\b|treden\b.{0,60}?\btoe\b|toe te treden|toetreding\b.{0,60}?\b(?:goedgekeurd|wordt|goed)\b|keurt\b.{0,40}?\btoetreding\b|goedkeuring aan (?:de|het) (?:toetreding|aansluiting|deelname|instap\w*|afname|gebruik)\b|stapt\b.{0,60}?\bin\b|in te stappen|instap\b.{0,60}?\bgoed|sluit\b.{0,60}?\baan\b|aan te sluiten|aansluiting\b.{0,60}?\bgoed"
    r"|neemt\b.{0,60}?\b(?:deel|af)\b|deel te nemen|deelname\b.{0,60}?\bgoed|af te nemen|doet\b.{0,20}?\bberoep\b|beroep te doen|maakt\b.{0,20}?\bgebruik\b|gebruik te maken|afname\b.{0,40}?\bgoed|(?:zal|gaat|wil)\b.{0,80}?\b(?:bestellen|aankopen|afnemen)\b|bestelt\b.{0,60}?\bvia\b|koopt\b.{0,60}?\bvia\b)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\b(?:toetreedt|instapt|aansluit|deelneemt|afneemt)\b")
_RECITES = re.compile(
    r"^\W*(?:gelet|gezien|overwegende|aangezien|gehoord|op voorstel)\b|\b(?:zou|zouden|vraagt|antwoordt|deelt mee|meldt|licht toe|voorstel\w*|overweg\w*|stelt voor|wenst|kan|kunnen)\b",
    re.IGNORECASE,
)
_DECISION_PART = re.compile(r"\b(?:besluit|beslissing|beslist|besluitvorming|artikel|art\.)", re.IGNORECASE)
_DECISION_TEXT = re.compile(
    r"^\W*(?:artikel|art\.?)\s+\w{1,4}\b|\b(?:raad|college|bureau)\b.{0,60}?\b(?:beslist|besluit|keurt|gaat|treedt)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:niet|geen|evenmin)\b", re.IGNORECASE)
_DONE_WITHOUT = (Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN)
_PUT_OFF = re.compile(r"\b(?:verdaagd|uitgesteld|verworpen|ingetrokken|afgevoerd|niet goedgekeurd)\b", re.IGNORECASE)
_NOTED = re.compile(r"\bneemt\b.{0,30}?\bkennis\b|\bkennis(?:name|neming|genomen)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:vanaf|met ingang van|per|ingaand op|gaat in op|gaat in vanaf|ingang op|aanvang op|begint op|start op|sinds|(?:treedt|treden|stapt|sluit)\b[^.;]{0,60}\bop)\W*$"
)
_WHO = re.compile(
    r"(?:naam (?:van )?(?:(?:het|de) )?|ondergetekende$|(?=organisatie|entiteit|instelling))?(?:toetredend |aansluitend |deelnemend )?(?:bestuur|gemeente|stad|lokaal bestuur|deelnemer|afnemer|aanvrager|organisatie|entiteit|instelling|)(?: \(naam\))?"
)
_JOINS_IN_FORM = re.compile(
    r"\b(?:aan te sluiten|toe te treden|deel te nemen|in te stappen|in te tekenen|sluit\b.{0,30}\baan|treedt\b.{0,60}\btoe|neemt\b.{0,30}\bdeel)\b"
)
_CONTRACT_LABEL = re.compile(
    r"raamovereenkomst|raamcontract|kaderovereenkomst|overeenkomst|contract|groepsaankoop|samenaankoop"
)
_SINCE_LABEL = re.compile(
    r"(?:van(?:af)? wanneer|vanaf|start|begin|wanneer)|(?:gewenste |voorziene )?(?:(?:datum|start|begin|aanvang|ingang)(?:datum)?(?: van)?(?: de)? ?)?(?:aansluiting|toetreding|instap|afname|deelname|ingangsdatum|startdatum)(?: (?:vanaf|op|per))?"
)
_OF_JOINER = re.compile(r"gewenst|voorzien|aansluit|toetred|instap|afname|deelname")
_UNTIL = re.compile(r"\b(?:tot(?:\s+en\s+met|\s+uiterlijk|\s+ten laatste)?|t\.?e\.?m\.?|eindigt op|uiterlijk op)\W*$")


def accessions_of(
    sentences: Sequence[Sentence], treatments: Sequence[Treatment], town: str | None, title: str = ""
) -> list[Fact]:
    """Who joined which contract, from when, until when and up to what sum, by the items of a council's paper.

    Args:
        sentences: Of the paper.
        treatments: Its items, to leave out what was postponed or rejected.
        town: Whose council decided; None where that is unknown.
        title: Of a paper that holds one such decision; without it every item is looked at by its own.
    """
    items: dict[str, list[Sentence]] = {}
    for each in sentences:
        items.setdefault(each.item, []).append(each)
    facts: list[Fact] = []
    for item, own in items.items():
        found = list(_joined(own, item or title, town)) if item or title else []
        if found and not _came_to_nothing(own, treatments):
            facts += found
    return facts


def tells_of_one(rows: Sequence[Row]) -> bool:
    """Whether a paper names a framework contract or purchasing body at all: most papers of a sitting do not."""
    return any(_ABOUT.search(row.text) for row in rows)


def _came_to_nothing(item: Sequence[Sentence], treatments: Sequence[Treatment]) -> bool:
    """Whether an item was postponed, rejected or withdrawn."""
    if treatments:
        places = {(span.page, span.start) for each in item for span in each.spans}
        for treatment in treatments:
            if any(
                span.page == page and span.start <= start < span.end
                for span in treatment.spans
                for page, start in places
            ):
                return treatment.effect in _DONE_WITHOUT
    return any(_DECISION_TEXT.search(each.text) and _PUT_OFF.search(each.text) for each in item)


def _joined(item: Sequence[Sentence], title: str, town: str | None) -> Iterator[Fact]:
    is_about = bool(_ABOUT.search(title))
    has_part = any(_is_decision(each) for each in item)
    for at, sentence in enumerate(item):
        if not _decides(sentence, is_about=is_about, has_part=has_part):
            continue
        name = _completed(contract_named(sentence.text), item, title) or _from_body(sentence.text, title)
        who = _own_body(sentence.text) or town or joiner(sentence.text)
        if not name or not who:
            continue
        terms = item[at : at + 6] if has_part else [each for each in item[at:] if each.block == sentence.block]
        since = next((day for text in (*(each.text for each in terms), title) for day in _day(text, _SINCE)), "")
        sure = 0.93 if _is_decision(sentence) else 0.8
        yield Fact(Field.JOINED, who, sentence.text, since, sentence.spans, sure)
        yield Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, round(sure - 0.05, 2))
        yield from _limits(terms)
        return


def _is_decision(sentence: Sentence) -> bool:
    return bool(_DECISION_PART.search(sentence.heading) or _DECISION_TEXT.search(sentence.text))


def _decides(sentence: Sentence, *, is_about: bool, has_part: bool) -> bool:
    """Whether a sentence is the decision to join; in a list without parts the item's own text is the decision."""
    text = sentence.text
    if has_part and not _is_decision(sentence):
        return False
    match = _DECIDES.search(text)
    if match is None or _NEGATED.search(match[0]) or _RECITES.search(text[:160]) or _NOTED.search(text):
        return False
    return bool(_ABOUT.search(text)) or (
        is_about and bool(re.search(r"\b(?:overeenkomst|contract|opdracht|prijsvraag|centrale)\b", text))
    )


def joiner(text: str) -> str:
    """Who a sentence says to join, a town or another body; "" where it names nobody."""
    return next((each.name for each in _joining(text)), "")


def _own_body(text: str) -> str:
    """The body that joins beside its town: "OCMW Lede", "politiezone Netebos"; "" where it is the town itself."""
    return next((each.name for each in _joining(text) if each.sort is Sort.BODY), "")


def _joining(text: str) -> list[Named]:
    match = _DECIDES.search(text) or _JOINS.search(text) or WISHES.search(text.casefold()) or NOUN_OF.search(text)
    return actors_in(text, match.span()) if match else []


def since_when(text: str) -> str:
    """From when a sentence says that somebody joins, ISO; "" where it does not."""
    return next(_day(text, _SINCE), "")


def _completed(name: str, item: Sequence[Sentence], title: str) -> str:
    """A contract that is named as "de raamovereenkomst" alone, with the subject of the item and whose it is."""
    if not name or " " in name:
        return name
    whose = next((each.value for each in bodies_of(item, title, (), None)), "")
    whose = f"de stad {whose}" if municipalities.is_municipality(whose) else whose
    return " ".join(part for part in (name, short_subject(title), f"van {whose}" if whose else "") if part)


def form_of(sentences: Sequence[Sentence]) -> list[Fact]:
    """What a form says that a municipality filled in: which contract it joins and from when."""
    labelled = [(each.label.casefold(), each) for each in sentences if each.label]
    who = next((each for label, each in labelled if _WHO.fullmatch(label) and municipalities.find(each.text)), None)
    contract = next((each for label, each in labelled if _CONTRACT_LABEL.fullmatch(label)), None)
    if (
        who is None
        or contract is None
        or any(LEAVES.search(f"{each.heading} {each.text}".casefold()) for each in sentences[:2])
    ):
        return []
    since = _since_label(sentences)
    number = next((each for label, each in labelled if label.startswith("bestek")), None)
    name = f"{contract.label.casefold()} {contract.value}" + (f" ({number.value})" if number else "")
    day = since.days[0][0].isoformat() if since else next(
        (told for each in sentences if _JOINS_IN_FORM.search(each.folded) and (told := since_when(each.text))), ""
    )  # fmt: skip
    spans = (*who.spans, *since.spans) if since else who.spans
    return [
        Fact(Field.AMENDS, name, contract.text, "", contract.spans, 0.9),
        Fact(Field.JOINED, municipalities.find(who.text)[0][0], who.text, day, spans, 0.9),
    ]


def since_labelled(sentences: Sequence[Sentence]) -> str:
    """The day beside "Vanaf" or "Startdatum" in a list or table, ISO; "" without one."""
    found = _since_label(sentences)
    return found.days[0][0].isoformat() if found else ""


def _since_label(sentences: Sequence[Sentence]) -> Sentence | None:
    """The line of a form that says from when; rather one on who joins than "Begin", which may be of the contract."""
    found = [each for each in sentences if each.days and _SINCE_LABEL.fullmatch(each.label.casefold())]
    return next((each for each in found if _OF_JOINER.search(each.label.casefold())), found[0] if found else None)


def _from_body(text: str, title: str) -> str:
    """The purchasing body of a decision that names no contract, with the subject of the item."""
    match = re.search(
        rf"(?P<who>(?:stad|gemeente)\s+[A-Z][\w-]+)\s+als\s+(?:{BODY})(?:\s+voor\s+(?P<what>[^.;]{{5,120}}))?", text
    )
    if match:
        what = short_subject(title) or match["what"] or ""
        return f"raamovereenkomst van de {match['who']}" + (f", {what}" if what else "")
    match = re.search(rf"\b(?:{BODY})\b[^.;]{{0,90}}", title, re.IGNORECASE) or re.search(
        rf"\b(?:{BODY})\b[^.;]{{0,60}}", text, re.IGNORECASE
    )
    return match[0].strip() if match else ""


def _limits(terms: Sequence[Sentence]) -> Iterator[Fact]:
    """The last day and the ceiling of what was joined, in the same articles."""
    for sentence in terms:
        for day in _day(sentence.text, _UNTIL):
            if re.search(r"\b(?:deelname|afname|toetreding|loopt|geldt|neemt|treedt)\b", sentence.text):
                yield Fact(Field.END, day, sentence.text, "", sentence.spans, 0.85)
                break
    yield from (fact for fact in money_of(terms) if fact.field is Field.CEILING)


def _day(text: str, before: re.Pattern[str]) -> Iterator[str]:
    folded = text.casefold()
    for day, start, _ in dates.find(text):
        if before.search(folded[max(0, start - 80) : start]):
            yield day.isoformat()
