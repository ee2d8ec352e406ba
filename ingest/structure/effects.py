"""What a sentence says became of an item: approved, postponed, noted ... Words and sentences only.

Which sentences of an item count, and which of them weighs most, is decided in `outcome`.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterable

from ingest.structure.terms import OLD_STYLE
from search.registers.treatments import Effect

_LABEL = r"(?:(?:besluit|beslissing|gevolg|resultaat|uitslag|stemming|beslist)\s*:\s*)?"
_AGREED = r"(?:(?:met|bij)\s+(?:eenparigheid|algemene\s+stemmen|(?:\d{1,3}|\w{3,8})\s+(?:ja-?\s?)?stemmen)\b[^.;]{0,160}|eenparig|unaniem)"
_HEAD = rf"{_LABEL}(?:(?:het|dit)\s+(?:agenda)?punt\s+(?:wordt|is)\s+|er\s+wordt\s+|(?:de\s+)?(?:gemeente)?raad\s*:\s*)?(?:{_AGREED}[\s,:]+)?"
_TAIL = rf"(?:[\s,(–-]+(?:{_AGREED}|zonder\s+(?:verdere\s+)?(?:opmerkingen|bespreking|stemming)|door\s+de\s+(?:gemeente)?raad))?\s*\)?\s*[.!]?"
_GUNSTIG, _ONGUNSTIG = r"(?:gunstig|positief)", r"(?:ongunstig|negatief)"

_WORDS: tuple[tuple[Effect, str], ...] = (
    (Effect.AMENDED, r"(?:gewijzigd|geamendeerd)\s+(?:goedgekeurd|aangenomen|vastgesteld)|goedgekeurd,?\s+(?:zoals\s+(?:gewijzigd|geamendeerd)|mits\s+amendement(?:en|ering)?)"),
    (Effect.REJECTED, r"niet[\s-](?:goedgekeurd|aangenomen|akkoord|aanvaard)|verworpen|afgekeurd|afgewezen"),
    (Effect.POSTPONED, r"verdaagd|uitgesteld"),
    (Effect.WITHDRAWN, r"ingetrokken|(?:van\s+de\s+agenda\s+)?(?:afgevoerd|geschrapt|gehaald)(?:\s+van\s+de\s+agenda)?"),
    (Effect.UNFAVOURABLE, rf"(?:voorwaardelijk\s+)?{_ONGUNSTIG}(?:\s+(?:advies(?:\s+verleend)?|geadviseerd))?"),
    (Effect.FAVOURABLE, rf"(?:voorwaardelijk\s+)?{_GUNSTIG}(?:\s+(?:advies(?:\s+verleend)?|geadviseerd))?"),
    (Effect.NOTED, r"(?:ter\s+)?kennis\s?genomen|kennis(?:name|neming)|kennis(?:\s+van)?\s+genomen|akte\s?genomen|akte(?:name|neming)|akte(?:\s+van)?\s+genomen|voor\s+kennisgeving\s+aangenomen"),
    (Effect.APPROVED, r"(?:principieel\s+|definitief\s+|voorlopig\s+|voorwaardelijk\s+)?(?:goedgekeurd|aangenomen|akkoord|vastgesteld|bekrachtigd|aanvaard|gegund|vergund|toegekend)"),
)  # fmt: skip
_WORD = tuple((effect, re.compile(rf"{_HEAD}(?:{words}){_TAIL}", re.IGNORECASE)) for effect, words in _WORDS)
_FIRST_WORD = re.compile(
    r"(?P<word>goedgekeurd|akkoord|vastgesteld|kennis\s?genomen|verdaagd|uitgesteld|ingetrokken|verworpen)\b(?=\s*[,:(]|\s+(?:mits|met|zonder|tot|naar|na)\b)",
    re.IGNORECASE,
)
"""A word of its own that a remark follows: "Goedgekeurd, met een verbetering in punt 5"."""

_POINT = r"(?:agendapunt|punt|voorstel|motie|dossier)"
_MATTER = rf"(?:{_POINT}|behandeling|bespreking|beslissing|besluit|stemming|verslag)"
_IS = r"(?:wordt|worden|is|zijn)"


def _about(matter: str, participles: str) -> str:
    """Match "Het punt wordt verdaagd", "wordt het punt verdaagd", "Punt verdaagd naar"; "werd" tells of a past sitting."""
    return (
        rf"^(?:(?:de|het|dit|deze)\s+(?:\w+\s+){{0,2}})?{matter}\b[^;]{{0,200}}?\b{_IS}\b[^;]{{0,100}}?\b(?:{participles})\b"
        rf"|\b{_IS}\s+(?:de|het|dit|deze)\s+(?:\w+\s+)?{matter}\b[^;]{{0,100}}?\b(?:{participles})\b|^(?:agenda)?punt\s+(?:{participles})\b"
    )


_GIVES = r"(?:verleen(?:t|d)|verlenen|geeft|geven|gegeven|brengt|brengen|uitgebracht|formuleert|formuleren)"
_ADVISES = r"(?:\b(?:raad|gemeenteraad|college|bestuur|bureau)\s+adviseert|\badviseert\s+(?:de|het)\s+(?:gemeenteraad|raad|college|vast\s+bureau)|^adviseert|\bte\s+adviseren)"
_SENTENCES: tuple[tuple[Effect, bool, str], ...] = (
    (Effect.POSTPONED, True, _about(_MATTER, "verdaagd|uitgesteld") + rf"|\b{_MATTER}\b[^;]{{0,100}}?\b(?:te\s+verdagen|uit\s+te\s+stellen)\b|\bverdaagt\b|^te\s+verdagen\b"),
    (Effect.WITHDRAWN, True, _about(_POINT, "ingetrokken|afgevoerd|van\\s+de\\s+agenda\\s+(?:gehaald|geschrapt)") + r"|\b(?:agenda)?punt\b[^;]{0,100}?\b(?:in\s+te\s+trekken|af\s+te\s+voeren)\b|\btrekt\b[^;]{0,40}?\b(?:agenda)?punt\s+in\b"),
    (Effect.REJECTED, True, _about(rf"(?:{_MATTER}|\w*reglement|\w*overeenkomst)", "verworpen|afgekeurd|niet\\s+(?:goedgekeurd|aangenomen|aanvaard)") + rf"|\b{_MATTER}\b[^;]{{0,100}}?\b(?:te\s+verwerpen|af\s+te\s+keuren|niet\s+goed\s+te\s+keuren)\b|\bverwerpt\b|\bkeurt\b[^;]{{0,300}}?\bniet\s+goed\b"),
    (Effect.UNFAVOURABLE, True, rf"\b{_GIVES}\b[^;]{{0,120}}?\b{_ONGUNSTIG}\s+advies\b|\b{_ONGUNSTIG}\s+advies\b[^;]{{0,160}}?\b{_GIVES}\b|{_ADVISES}\b[^;]{{0,300}}?\b{_ONGUNSTIG}\b|\b{_ONGUNSTIG}\s+(?:te\s+)?advis|\b{_IS}\s+{_ONGUNSTIG}\s+geadviseerd\b"),
    (Effect.FAVOURABLE, True, rf"\b{_GIVES}\b[^;]{{0,120}}?\b{_GUNSTIG}\s+advies\b|\b{_GUNSTIG}\s+advies\b[^;]{{0,160}}?\b{_GIVES}\b|{_ADVISES}\b[^;]{{0,300}}?\b{_GUNSTIG}\b|\b{_GUNSTIG}\s+(?:te\s+)?advis|\b{_IS}\s+{_GUNSTIG}\s+geadviseerd\b|^(?:voorwaardelijk\s+)?{_GUNSTIG}\s+advies\.?$"),
    (Effect.AMENDED, True, r"\b(?:gewijzigd|geamendeerd)\s+(?:goedgekeurd|aangenomen|vastgesteld)\b|\bzoals\s+geamendeerd\b|\bgeamendeerde?\s+(?:voorstel|ontwerp|tekst)\b"),
    (Effect.NOTED, True, r"^(?:\W*(?:de|het)\s+(?:\w+\s+){1,5}?)?(?:neemt|nemen)\b[^;]{0,80}?\b(?:kennis|akte)\b|\b(?:kennis|akte)\s+te\s+nemen\b|\b(?:wordt|is)\b[^;]{0,40}?\b(?:kennis|akte)\b[^;]{0,40}?\bgenomen\b|^(?:kennis(?:name|neming)|akte(?:name|neming))\s+van\b"),
    (Effect.APPROVED, True, r"\bkeur(?:t|en)\b[^;]{0,600}?\bgoed\b|\bgoed\s+te\s+keuren\b|\bgoedgekeurd\b|\bgoedkeuring\b[^;]{0,80}?\b(?:verl|geven|gegeven|geeft|hecht)|\b(?:verleen|geef|hech|geven)\w*\b[^;]{0,80}?\bgoedkeuring\b"
        rf"|\b(?:gaat|gaan|{_IS}|verklaart)\b[^;]{{0,120}}?\bakkoord\b|\bakkoord\s+te\s+gaan\b|^akkoord\b|\bstel(?:t|len)\b[^;]{{0,400}}?\bvast\b|\bvast\s+te\s+stellen\b|\bte\s+bekrachtigen\b|\bbekrachtigt\b"
        rf"|\b{_IS}\b[^;]{{0,400}}?\b(?:vastgesteld|bekrachtigd|aangenomen|aanvaard)\b"),
    (Effect.APPROVED, False, rf"\b{_IS}\b[^;]{{0,400}}?\b(?:aangeduid|aangesteld|benoemd|verkozen|voorgedragen|toegekend|gegund|opgeheven|verlengd|afgesloten|ondertekend|gemachtigd|toegestaan|verleend|vergund|ingevoerd|gewijzigd|aangepast|aangekocht|verkocht)\b"
        r"|\btreedt\b[^;]{0,200}?\btoe\b|\bsluit\b[^;]{0,200}?\baan\b|\b(?:raad|college|bureau|comité|burgemeester)\b[^;]{0,120}?\b(?:beslist|besluit|aanvaardt|bekrachtigt|ondertekent|ondersteunt)\b|^met\b[^;]{0,160}?\bbeslist\s+de\s+raad\b|\b(?:beslist|besluit)\b[^;]{0,40}?\b(?:om|tot|dat|eenparig)\b"),
)  # fmt: skip
_SENTENCE = tuple((effect, is_plain, re.compile(pattern, re.IGNORECASE)) for effect, is_plain, pattern in _SENTENCES)
_BEFORE = re.compile(
    r"^(?:het|dit|de|een)?\s*(?:sub)?amendement|\b(?:werd|werden)\b[^;]{0,120}?\b(?:op|in\s+(?:de\s+)?zitting)\b|\bvoorafgaand",
    re.IGNORECASE,
)
_ADVICE_OF_OTHERS = re.compile(
    rf"\b(?:na|gelet\s+op|gezien|mits|ingevolge|op\s+basis\s+van)\s+(?:het\s+|een\s+)?(?:on)?{_GUNSTIG}\s+advies\b|\badvies\s+(?:verleend\s+|gegeven\s+|uitgebracht\s+)?(?:door|van)\b",
    re.IGNORECASE,
)
_TOO = re.compile(r"\ben\b[^;]{0,60}?\b(?:keurt|stelt|gaat|verleent|hecht|beslist)\b", re.IGNORECASE)
_DOES_TOO = re.compile(
    r"\ben\b[^;]{0,80}?\b(?:duidt|wijst|machtigt|mandateert|gunt|bekrachtigt|aanvaardt|wijzigt|heft|treedt|benoemt|kent"
    r"|(?:aan|op|toe)\s+te\s+(?:duiden|stellen|heffen|kennen|wijzen|treden)|te\s+(?:machtigen|mandateren|gunnen|wijzigen|aanvaarden|benoemen))\b",
    re.IGNORECASE,
)
"""What an item does that takes note in the same sentence: "neemt kennis van het ontslag en duidt een opvolger aan"."""
_FORMALITY = re.compile(
    r"(?:(?:een|bezorgt\s+een)\s+)?(?:afschrift|uittreksel)\b"
    r"|(?:dit|deze|het)\s+(?:besluit|beslissing)\b[^;]{0,60}?\b(?:ter\s+kennis|bekend\s?gemaakt|bezorgd|overgemaakt|betekend|meegedeeld)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:bezwa(?:ar|ren)|amendement(?:en)?|offertes?|kandida\w+)\b", re.IGNORECASE)
_LONGEST = 3_000  # characters of a sentence that is looked at

_TITLES: tuple[tuple[Effect, float, re.Pattern[str]], ...] = tuple(
    (effect, trust, re.compile(rf"(?:^|[\s.:–-])(?:{words})\s*(?:\([^)]*\))?\s*\.?$", re.IGNORECASE))
    for effect, trust, words in (
        (Effect.AMENDED, 0.9, "gewijzigd goedgekeurd"),
        (Effect.REJECTED, 0.9, "verworpen|afgekeurd|niet[ -]goedgekeurd|niet aangenomen"),
        (Effect.POSTPONED, 0.9, "verdaagd|uitgesteld"),
        (Effect.WITHDRAWN, 0.9, "ingetrokken|afgevoerd|van de agenda gehaald"),
        (Effect.UNFAVOURABLE, 0.85, "(?:ongunstig|negatief) advies"),
        (Effect.FAVOURABLE, 0.85, "(?:gunstig|positief) advies|(?:voorwaardelijk )?gunstig"),
        (Effect.NOTED, 0.85, "kennisgenomen|kennis genomen|aktegenomen|akte genomen"),
        (Effect.APPROVED, 0.85, "goedgekeurd|principieel akkoord|akkoord|vastgesteld|bekrachtigd|(?:voorwaardelijk )?vergund"),
        (Effect.POSTPONED, 0.5, "verdaging|uitstel"),
        (Effect.NOTED, 0.6, "kennisname|kennisneming|kennisgeving|aktename|akteneming"),
        (Effect.REJECTED, 0.5, "niet-goedkeuring|verwerping"),
        (Effect.APPROVED, 0.5, "goedkeuring|vaststelling|bekrachtiging|hervaststelling|aanvaarding"),
    )
)  # fmt: skip


def word_of(text: str) -> Effect | None:
    """The effect that a paragraph of one word tells: "GOEDGEKEURD", "Besluit: Verdaagd met eenparigheid"."""
    if len(text) > 300:
        return None
    return next((effect for effect, pattern in _WORD if pattern.fullmatch(text)), None)


def first_word_of(text: str) -> Effect | None:
    """The effect that opens a paragraph, with a remark behind it: "Goedgekeurd, met een verbetering in punt 5"."""
    match = _FIRST_WORD.match(text)
    return word_of(match["word"]) if match else None


def effect_in(sentence: str) -> tuple[Effect, bool] | None:
    """What a sentence of a decision says became of the item, and whether it says so plainly.

    "Het reglement wordt goedgekeurd" does; "een schoolstraat wordt ingevoerd" tells what was approved.
    """
    text = sentence[:_LONGEST]
    if OLD_STYLE.match(text) or _BEFORE.search(text):
        return None
    for effect, is_plain, pattern in _SENTENCE:
        if pattern.search(text) and not _is_of_another(effect, text):
            return effect, is_plain
    return None


def effects_in(texts: Iterable[str]) -> frozenset[Effect]:
    """All that sentences say became of an item; approved, where one that takes note does something else too."""
    found = [(told[0], text) for text in texts if (told := effect_in(text))]
    does_too = any(effect is Effect.NOTED and _DOES_TOO.search(text[:_LONGEST]) for effect, text in found)
    return frozenset(effect for effect, _ in found) | (frozenset({Effect.APPROVED}) if does_too else frozenset())


def is_formality(text: str) -> bool:
    """Whether an article only says who gets the decision, which is no act of its own."""
    return bool(_FORMALITY.match(text))


def _is_of_another(effect: Effect, text: str) -> bool:
    """Whether what a sentence tells is the advice of others, or about objections rather than the item."""
    if effect in (Effect.FAVOURABLE, Effect.UNFAVOURABLE):
        return bool(_ADVICE_OF_OTHERS.search(text))
    if effect is Effect.REJECTED:
        return bool(_OTHERS.search(text))
    return effect is Effect.NOTED and bool(_TOO.search(text))


def asked_in(title: str) -> tuple[Effect | None, float]:
    """What the last word of a title says, and how far that is to be trusted: a noun only says what was asked."""
    return next(((effect, trust) for effect, trust, pattern in _TITLES if pattern.search(title)), (None, 0.0))
