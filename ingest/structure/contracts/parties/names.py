"""Who is named in a sentence: municipalities, other public bodies, firms. Knows nothing of what they do."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ingest.structure.contracts.text.companies import COMPANY, company_of
from ingest.structure.contracts.text.contract_terms import JOINT_BODY
from ingest.structure.contracts.text.towns import towns_in
from search.language import municipalities

# How the name of a public body begins, mostly without a capital; what it is called follows in capitals.
_HEADS = (
    r"(?:stad|gemeente)(?:- en OCMW-bestuur| en OCMW)(?: van)?|OCMW(?:-vereniging)?|openbaar centrum voor maatschappelijk welzijn|AGB|AG|APB|PZ|HVZ",
    r"autonoom (?:gemeente|provincie)bedrijf|[\w-]{0,20}(?:politie|brandweer|hulpverlenings|eerstelijns)zone|(?:centraal )?kerk(?:fabriek|bestuur)",
    r"lokaal bestuur|provincie(?:bestuur)?|intercommunale|polder|watering|sociaal huis|zorg(?:bedrijf|band|punt|net|raad)|(?:lokaal )?dienstencentrum",
    r"(?:opdrachthoudende |dienstverlenende |interlokale )?[\w-]{0,20}vereniging|[\w-]{0,20}(?:ontwikkelings|haven)bedrijf|facilitair bedrijf",
    r"scholen(?:groep|gemeenschap)|woonmaatschappij|regionaal landschap|erfgoedcel|hogeschool|universiteit|(?-i:Netwerk)|uitleendienst|vlaams gewest",
    r"(?:intergemeentelijk |intercommunaal )?samenwerkingsverband|intergemeentelijke? \w+(?: voor)?|intergemeentelijk|provinciaal \w+",
    r"[\w-]{0,20}(?:aankoop|inkoop)(?:unie|groep|vereniging|platform)|samenaankoop|(?:sociale )?koopgroep|groep aankoop",
)  # fmt: skip
_LINK = r"(?:van|voor|der|den|de|het|te|op|en|&|[-–](?=\s))"
_WORD = r"(?:['’][a-z]\s)?(?!EUR\b|KBO\b|BTW\b|BETREFT\b)[A-ZÀ-Ý](?:[^\W\d]|['’&/-])*(?![\w-])"
_FORM = r"(?:\s(?:dv|ov|vzw|igs|ivzw|cvba|cv|ag|DV|OV|VZW|IGS|CV)\b)?"
_BODY = re.compile(
    rf"(?<![\w-])(?:(?P<head>(?i:{'|'.join(_HEADS)})(?:\s\d{{1,3}}(?=\s[A-Z]))?)(?:\s+(?:{_LINK}\s+){{0,3}}{_WORD}){{1,7}}|{JOINT_BODY}|federale politie){_FORM}"
)
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,6}}{_FORM}")
_AND = re.compile(r"\s+(?:en|&|[-–]|voor)\s+(?:(?:de|het)\s+)?")
# A name that tells by itself that its bearer buys for others or is of several towns: "Kempenkoop", "Denderland Intergemeentelijk".
_JOINT_WORD = re.compile(
    r"(?<![\w-])(?:(?i:[\w-]{0,30}(?:aankoop|inkoop)(?:\w{4,30})?|koopt|kopen|intergemeentelijk|intercommunale)|[A-Z]\w{2,20}[a-z]koop)(?!\w)"
)
_THING = re.compile(r"(?i:(?:aan|in|ver|groeps?aan|samenaan)ko(?:op|pen))")
_NOUN = re.compile(r"(?i:(?:aan|in)koop\w{4,30})")  # "Aankoopcentrale" without a name beside it
_LEADING = re.compile(
    r"(?:(?i:de|het|een|aan|van|voor|via|door|bij|met|en|dat|vereniging|raam\w+|\w*overeenkomst|\w*contract|toetreding|aansluiting|deelname|afname|intekening|betreft|onderwerp|wie|dienst|optie|artikel|art|gelet|gezien|mits|tussen|overwegende|firma|lot|perceel)\s+)"
)
_LOT = re.compile(r"(?i:perceel|lot)\s$")
_LETTER = re.compile(r"[A-Z]\s(?=[A-Z])")
_PUBLIC = re.compile(r"\s(?:dv|ov|igs|ivzw|ag|DV|OV|IGS)$")


class Sort(StrEnum):
    """What a name is the name of."""

    TOWN = "gemeente"
    BODY = "bestuur"
    FIRM = "firma"


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where it stands."""

    name: str
    start: int
    end: int
    sort: Sort

    @property
    def buys(self) -> bool:
        """Whether the name itself tells that its bearer is of several towns, or buys for them."""
        return self.sort is Sort.BODY and any(_JOINT_WORD.fullmatch(word) for word in self.name.split())


@lru_cache(maxsize=1024)  # four readers ask it of the same sentences of a paper
def names_in(text: str) -> tuple[Named, ...]:
    """Everybody who is named, in order; a town within the name of a body is not named itself."""
    found: list[Named] = []
    for each in sorted((*_bodies(text), *_firms(text), *_towns(text)), key=lambda each: (each.start, -each.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return tuple(found)


def in_lists(text: str, names: Iterable[Named], between: re.Pattern[str]) -> Iterator[list[Named]]:
    """The names in runs, as in "Essen, Kapellen en Schoten"; `between` is what may stand between two of one run."""
    run: list[Named] = []
    for each in names:
        if run and not between.fullmatch(text, run[-1].end, each.start):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def with_gaps(text: str, names: Sequence[Named], width: int) -> Iterator[tuple[str, Named, str]]:
    """Each name with the words between it and the names beside it, at most `width` characters on either side."""
    for at, each in enumerate(names):
        since = max(names[at - 1].end if at else 0, each.start - width)
        until = names[at + 1].start if at + 1 < len(names) else len(text)
        yield text[since : each.start], each, text[each.end : min(until, each.end + width)]


def _towns(text: str) -> Iterator[Named]:
    for name, start, end in towns_in(text):
        yield Named(name, start, end, Sort.TOWN)


def _firms(text: str) -> Iterator[Named]:
    for match in COMPANY.finditer(text):
        name = company_of(match)
        end = match.end()
        if _BODY.match(text, match.start()) and not _PUBLIC.search(name):
            continue  # told by its head
        if _LOT.search(text, max(0, match.start() - 10), match.start()) and _LETTER.match(name):
            name = name[2:]  # "perceel A Onderling Waarborgfonds cv"
        start = text.rfind(name, match.start(), end)
        yield Named(name, max(start, match.start()), end, Sort.BODY if _PUBLIC.search(name) else Sort.FIRM)


def _bodies(text: str) -> Iterator[Named]:
    for match in _BODY.finditer(text):
        end = _until_next(text, match.start(), match.end(), match.end("head") if match["head"] else match.start())
        yield Named(text[match.start() : end], match.start(), end, Sort.BODY)
    if not _JOINT_WORD.search(text):
        return
    for match in _RUN.finditer(text):
        start = match.start()
        while lead := _LEADING.match(text, start, match.end()):
            start = lead.end()
        end = _until_next(text, start, match.end(), start)
        words = text[start:end].split()
        telling = [at for at, word in enumerate(words) if _JOINT_WORD.fullmatch(word)]
        if telling and not _is_thing(words, telling):
            yield Named(text[start:end], start, end, Sort.BODY)


def _is_thing(words: list[str], telling: list[int]) -> bool:
    """Whether a name is that of what is bought: "Aankoop Laptops"."""
    if len(words) == 1 and _NOUN.fullmatch(words[0]):
        return True
    if not _THING.fullmatch(words[0]):
        return False
    return len(words) == 1 or not words[1][0].isupper() or (telling == [0] and words[0].casefold() != "inkoop")


def _until_next(text: str, start: int, end: int, since: int) -> int:
    """Where a name ends before a second one that "en" ties to it: "OCMW Aalst en Politiezone Dender"."""
    for gap in _AND.finditer(text, since, end):
        first = text[gap.end() : end].split(" ")[0]
        firm = COMPANY.match(text, gap.end())
        if first in ("Stad", "Gemeente") or _BODY.match(text, gap.end()) or municipalities.canonical(first):
            return gap.start()
        if firm and (gap[0].strip().startswith("en") and text[gap.end()].isupper()):
            return gap.start()
    return end
