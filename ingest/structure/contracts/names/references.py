"""The number of a contract, and the contract that an addendum or accession is about."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.names.mentions import mentions, trimmed
from ingest.structure.contracts.names.subjects import LEADING_KIND, SAYS_SUBJECT
from ingest.structure.contracts.names.superseded import is_over, superseded
from ingest.structure.contracts.text.clauses import Sentence
from search.language import dates
from search.registers.agreements import Fact, Field
from search.types import Span

_REFERENCE = re.compile(
    r"\b(?:bestek(?:snummer|nr\.?)?|lastvoorwaarden|lastenboek|lastenkohier|(?:zaak|project|raamcontract)nummer|aanbesteding(?:snummer|snr\.?)?|dossier(?:nummer|nr\.?)?(?:\s+(?:klant|opdrachtgever|bestuur))?|contract(?:nummer|nr\.?)|^(?:nummer|nr\.?)(?=\s*[:|\t]\s*(?=\S{0,12}[a-z]))|referentie(?:nummer)?|referte|leidraad|ref\.?|(?<!ons )(?<!uw )kenmerk|opdracht(?:nummer|nr\.?)|(?:nr\.?|nummer)(?: van de)? (?:opdracht|overeenkomst|contract|bestek|raamovereenkomst)|raam(?:overeenkomst|contract)(?:nummer|\s+nr\.?)|overeenkomst(?:nummer|\s+nr\.?)|\w*(?:overeenkomst|contract|opdracht)\s+met\s+(?:nummer|nr\.?|referentie|kenmerk))"
    r"\s*(?:(?:met\s+)?(?:nummer|nr\.?|referentie|ref\.?|kenmerk)\s*)?[:|\t]?\s*[\"“]?(?P<number>(?=[A-Z0-9/_.-]{0,24}\d)[A-Z0-9][A-Za-z0-9]*(?:[-/_.][A-Za-z0-9]+){0,6})",
    re.IGNORECASE,
)
_LESSER = re.compile(r"\W*(?:dossier|project|zaak|ref|kenmerk)", re.IGNORECASE)  # an office's own number as often
_BEHIND_KIND = re.compile(
    r"\b(?i:\w*overeenkomst|\w*contract|\w*concessie|\w*opdracht|groepsaankoop|samenaankoop|convenant|\w*protocol|akte|volgnummer|lastv\.|ref\.|referentie|besteknummer)"
    r"(?:\s+(?:klant|centrale|opdrachtgever|bestuur|van de centrale|nr\.?|nummer))?\s*[:=]?\s+(?P<number>(?=[A-Z0-9/._-]{0,24}\d)(?=[A-Za-z0-9._]{0,14}[-/])(?!\d{1,2}[-/]\d)[A-Z0-9][A-Za-z0-9]*(?:[-/_.][A-Za-z0-9]+){1,6})",
)
_BESIDE_KIND = re.compile(
    r"\b(?:\w*overeenkomst|\w*contract|\w*opdracht|groepsaankoop|samenaankoop)\b[^.;()]{0,90}\(\s*(?P<number>(?=[A-Z0-9/._-]{0,24}\d)(?=[A-Z0-9/._-]{0,24}[A-Z])[A-Z0-9]+(?:[-/_.][A-Z0-9]+){1,6})\s*\)",
)
_FORMER = re.compile(r"\b(?:vorige?|vroegere?|voorgaande?|eerdere?|voormalige?|opdracht gegund)\b", re.IGNORECASE)
_NUMBER_WORDS = (
    "bestek",
    "lasten",
    "aanbested",
    "dossier",
    "contract",
    "overeenkomst",
    "ref",
    "kenmerk",
    "opdracht",
    "leidraad",
    "nummer",
    "nr",
    "concessie",
    "aankoop",
    "akte",
    "lastv",
    "convenant",
    "protocol",
    "(",
)
_SUBJECT_LINE = re.compile(r"(?:betreft|betreffende|onderwerp|voorwerp|inzake)\b", re.IGNORECASE)
_CODE = re.compile(
    r"(?<![\w/.-])(?P<number>(?=[A-Z0-9/.-]{0,30}[A-Z])(?=[A-Z0-9/.-]{0,30}\d)[A-Z0-9]{2,}(?:[/-][A-Z0-9]+){1,5})(?![\w/])"
)
_BARE_NUMBER = re.compile(
    r"\W*(?:nr|nummer|n°|ref)\b\.?\s*:?\s*(?P<number>(?=\S{0,12}\d)[A-Z0-9]+(?:[-/_.][A-Z0-9]+){1,5})", re.IGNORECASE
)
_OWN_NUMBER = re.compile(
    r"(?:ons )?kenmerk\s*[:|\t]\s*(?P<number>(?=\S{0,24}[A-Z])(?=\S{0,24}\d)[A-Z0-9][\w/.-]{3,24})", re.IGNORECASE
)
_LETTER = re.compile(r"\W*(?:uw (?:kenmerk|brief|bericht)|geachte|betreft|beste|mijnheer|mevrouw)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*(?P<number>[A-Z]{2,6}(?:[-/]?(?:19|20)\d\d|[-/]\d\d)[-/][A-Z0-9/-]{1,12})\s*\)")
_FIRST = 40  # characters of a sentence that say which contract it is about
_HEAD = 15  # sentences in which a letter or form says what it is about
_DECISION = re.compile(
    r"(?:19|20)\d\d_[A-Z]{2,5}_\d+|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:19|20)\d\d(?:-(?:19|20)\d\d)?|\d{1,2}°?"
)
_CONTRACT_NAME = re.compile(
    r"\b(?P<name>(?:\w*overeenkomst|raamcontract|\w*contract|convenant|\w*protocol|\w*akkoord|opdrachtencentrale|aankoopcentrale|groepsaankoop|samenaankoop|samenwerking)\b(?P<rest>(?:[^;.\n]|\.(?=\d)|(?<=ref)\.|(?<=nr)\.){0,200}))",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"(?:(?:de|het) )?(?:(?:hoofd|basis|raam|moeder)?overeenkomst|(?:raam)?contract|(?:gewijzigde|oorspronkelijke) (?:overeenkomst|contract))",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"(?<![^\s(])['‘„«“]([^'‘’«»“”\"]{2,120})['’“»”](?![^\s.,;:)])")
_TOLD = re.compile(
    r"\b(?P<name>(?:raam(?:overeenkomst|contract|akkoord)|kaderovereenkomst|groepsaankoop|samenaankoop)\s+(?:\"[^\"]{4,120}\"|(?:voor|inzake|betreffende|van)\s+(?!de\s+(?:stad|gemeente)|\d)[^.;\"]{4,120}|(?!die|dat|van|met|is|wordt|loopt|werd|gaat|ging|en\b)[a-z][^.;\"]{4,120}))",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"(?<!\d)[,:](?!\d)|\s+(?:met ingang|met de stad|met de gemeente|met het|tussen de|tussen het|en verklaart|en\s+(?:neemt|bestelt|keurt)|vanaf|zonder|die|dat|waarvan|waarop|waarbij|wordt|worden|loopt|is|blijft|blijven|zoals|via|als aankoopcentrale|als opdrachtencentrale|af|toe|tot (?=\d)|te\s|goed\b|aan\b|met \d)(?=\W|\s|$)|[\"”](?=\s*(?:,|$))|\s+\((?!bestek|[A-Z0-9/-]{4,20}\)|lastv|ref|nr)"
)
_JOIN_WORD = re.compile(
    r"\b(?:deelna\w+|deelne\w+|neemt\b.{0,60}\b(?:deel|af)|toetre\w+|toetrad|treed\w*|toe te treden|toegetreden|aansluit\w*|aan te sluiten|aangesloten|sluit\b.{0,60}\baan|instap\w*|instapt|ingestapt|stapt\b.{0,40}\b(?:in|uit)|in te stappen|afn\w+|intek\w+|inschrij\w+|ingeschreven|deelnemer|doet mee|gebruik|bestelbon|klant)\b",
    re.IGNORECASE,
)
_JOINS_LABEL = re.compile(
    r"[^:|]{0,60}\b(?:aan te sluiten bij|sluit aan bij|aangemeld voor|deelname aan|deel te nemen aan|toe te treden tot|in te stappen in|gekozen contract|(?:toe te treden tot|deelname aan|aansluiting bij) (?:de|het) \w+|raamovereenkomst|raamcontract)[\s.]*[:|]\s*(?P<name>[^:|]{6,120})$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:wijzig\w*|verleng\w*|aan(?:ge)?pas\w*|aan(?:ge)?vul\w*|herzie\w*|addendum|bijakte|avenant|aanhangsel|bijvoegsel|sloten|gesloten)\b",
    re.IGNORECASE,
)
_IS_CONTRACT = re.compile(r"^[\w -]*?(?:overeenkomst|contract|convenant|protocol|concessie)\b", re.IGNORECASE)
_ENDS_IT = re.compile(r"\b(?:\w*opzeg\w*|niet-verlenging|stopzetting|vervang\w*|be[eë]indig\w*)\b", re.IGNORECASE)
_BESIDE_TITLE = re.compile(
    r"\s+(?:van \d{1,2}(?:\.\d{1,2}\.| [a-z]+ )\d{4}|\((?:(?:bestek|lastv|ref|nr)[^()]{3,40}|[A-Z0-9/.-]{4,20})\)|met (?:referentie|kenmerk|nummer|nr\.?|bestek) \S{4,25})"
)
"""What belongs to a name beside its title in quotes: its day or its number."""

_AMENDS = re.compile(
    r"\b(?:bij|aan|op|tot wijziging van|tot|van|in)\s+(?:de|het|onze)\s+(?=\w*(?:overeenkomst|contract|convenant|protocol)\b)",
    re.IGNORECASE,
)
_JOINS_IT = re.compile(
    r"\b(?:toe\s*(?:te\s*treden)?\s*(?:tot|aan)|toetre\w+\s+(?:tot|aan)|deelne\w+\s+aan|afneemt\s+(?:van|via|uit)|instapt?\s+in|(?:zich\s+)?aan(?:\s+te\s+sluiten)?\s+bij|(?:in\s+te\s+)?(?:stapp\w+|in)\s+(?:in|op)|stapt\b.{0,60}?\bin(?:\s+in|\s+op)?|deel\s*(?:te\s*nemen)?\s+aan|af(?:\s*te\s*nemen)?\s+(?:van|via|uit)|aansluit\w+\s+bij|instap\w*\s+(?:in|op)|gebruik\s*(?:te\s*maken)?\s+van|beroep\s+(?:te\s+doen\s+)?op|(?:bestell\w*|bestelt|aankop\w*|kop\w*)\s+via|via)\s+(?:de|het|uw|jullie)\s+",
    re.IGNORECASE,
)


def reference_of(sentences: Sequence[Sentence]) -> Fact | None:
    """The number of the bestek, lastvoorwaarden or contract; never that of a decision or of an earlier contract."""
    told = list(_numbered(sentences))
    lesser: Fact | None = None
    for pattern, sure in ((_REFERENCE, 0.95), (_BEHIND_KIND, 0.85), (_BESIDE_KIND, 0.8), (_IN_BRACKETS, 0.8)):
        for sentence, text in told:
            for match in pattern.finditer(text):
                number = match["number"].rstrip(".")
                if _DECISION.fullmatch(number) or len(number) < 4 or not re.search(r"\d", number):
                    continue
                if _is_of_another(sentence, text):
                    break
                fact = Fact(Field.REFERENCE, number, sentence.text, "", sentence.spans, sure)
                if not _LESSER.match(match[0]):
                    return fact
                lesser = lesser or fact
    return lesser or _number_above(sentences[:_HEAD])


def _is_of_another(sentence: Sentence, text: str) -> bool:
    """Whether a sentence speaks of an earlier contract, or of one that is over."""
    is_former = _FORMER.search(sentence.heading) or _FORMER.search(text[:_FIRST])
    return bool(is_former or is_over(text) or superseded(text))


def _numbered(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """The sentences that may hold a number, with the words they go on with where "nr." was taken for their end."""
    for sentence, following in zip(sentences, (*sentences[1:], None), strict=False):
        if sentence.names(_NUMBER_WORDS):
            is_cut = following is not None and following.block == sentence.block and sentence.text.endswith("nr.")
            yield sentence, f"{sentence.text} {following.text}" if is_cut and following else sentence.text


def _number_above(head: Sequence[Sentence]) -> Fact | None:
    """The number in the first lines that no word announces: beside the contract's name, alone, or the letter's own."""
    for sentence in head:
        own = _BARE_NUMBER.match(sentence.text) if len(sentence.text) < 100 else None
        if own and not _DECISION.fullmatch(own["number"]):
            return Fact(Field.REFERENCE, own["number"], sentence.text, "", sentence.spans, 0.7)
    for sentence in head:
        # "Betreft: raamovereenkomst huisvuilzakken 2018/HVZ/02", or a line that holds nothing but the contract's name
        named = LEADING_KIND.match(sentence.text) or (sentence.label and _SUBJECT_LINE.match(sentence.label))
        code = _CODE.search(sentence.text) if named and len(sentence.text) < 160 else None
        if code and not _DECISION.fullmatch(code["number"]):
            return Fact(Field.REFERENCE, code["number"], sentence.text, "", sentence.spans, 0.75)
    if any(_LETTER.match(each.text) for each in head):
        return None  # the number of a letter is no contract's
    for sentence in head:  # a paper's own number, where it names no other
        own = _OWN_NUMBER.match(sentence.text)
        if own and not _DECISION.fullmatch(own["number"]):
            return Fact(Field.REFERENCE, own["number"].rstrip("."), sentence.text, "", sentence.spans, 0.55)
    return None


def reference_in(title: str, where: tuple[Span, ...]) -> Fact | None:
    """The number in a title that names the contract or its bestek: "BESTEK NR. DIK/2020/07"."""
    match = _REFERENCE.search(title) or (_CODE.search(title) if LEADING_KIND.match(title) else None)
    if match is None or _DECISION.fullmatch(match["number"]) or len(match["number"]) < 4:
        return None
    return Fact(Field.REFERENCE, match["number"].rstrip("."), title, "", where, 0.8)


def double_quoted(text: str) -> str:
    """A text, as long, in which all that is quoted stands between double quotes."""
    return _QUOTES.sub(r'"\1"', text)


def contract_named(text: str, pattern: re.Pattern[str] = _JOINS_IT) -> str:
    """The contract that a sentence joins or amends, as it is written: "raamovereenkomst zonnepanelen van 1 mei 2020"."""
    text = double_quoted(text)
    for lead in pattern.finditer(text):
        match = _CONTRACT_NAME.match(text, lead.end())
        if match is None:
            adjective = re.match(r"(?:\w+\s){1,2}(?=\w*(?:overeenkomst|contract|centrale)\b)", text[lead.end() :])
            match = _CONTRACT_NAME.match(text, lead.end() + adjective.end()) if adjective else None
        if match:
            return cut(match["name"])
    return _titled(text) if pattern is _JOINS_IT else ""


def _titled(text: str) -> str:
    """The contract that stands beside a word of joining: by its title or name, or after a colon."""
    if line := _JOINS_LABEL.match(text):
        return str(line["name"]).strip(" .")
    word = _JOIN_WORD.search(text)
    named = [each for each in mentions(text) if each.is_known and not each.is_own] if word else []
    quoted = next((each for each in named if '"' in each.name), None)
    first = quoted or next((each for each in named if word and each.start > word.start()), None)
    return cut(first.name) if first and not dates.find(first.name) else ""


def contract_told(sentences: Sequence[Sentence]) -> tuple[str, Sentence] | None:
    """The first framework contract that is named with what it is for, where the sentence that joins says only "de raamovereenkomst"."""
    for sentence in sentences:
        match = _TOLD.search(double_quoted(sentence.text))
        if match:
            return cut(match["name"]), sentence
    return None


def cut(name: str) -> str:
    """The name of a contract without the clause that follows it."""
    after = re.match(r"\w+(?:\s*[\"“][^\"“”]{2,120}[\"”])?", name)  # a title in quotes is one name
    if after and after[0][-1] in '"”':
        rest = _BESIDE_TITLE.match(name, after.end())
        return name[: rest.end() if rest else after.end()]
    stop = _STOPS.search(name, after.end() if after else 0)
    kept = trimmed(name[: stop.start()] if stop else name).strip(" ,.:;“”")
    return kept if kept.count('"') % 2 == 0 else kept.strip('"')


def amended(sentences: Sequence[Sentence], title: str, where: tuple[Span, ...]) -> Fact | None:
    """The contract that an addendum is about: by its title, or its first lines."""
    if lead := _AMENDS.search(title):
        match = _CONTRACT_NAME.match(title, lead.end())
        if match and " " in match["name"].strip(" .,:;"):
            name = re.sub(r",\s*(?:toetreding|deel|verlenging)\b.*$", "", match["name"]).strip(" .,:;")
            dated = next((each for each in sentences[:12] if re.search(r"\bovereenkomst van \d", each.text)), None)
            if not dates.find(name) and dated and sentences.index(dated) < 2:
                found = dates.find(dated.text)
                name = f"{name} (overeenkomst van {dates.in_words(found[0][0])})" if found else name
            return Fact(Field.AMENDS, name, title, "", where, 0.92)
    for sentence in sentences[:_HEAD]:
        value = sentence.text[len(sentence.label) :].strip(" :|\t") if _IS_IT.fullmatch(sentence.label) else ""
        if len(value) > 4 and len(sentence.text) < 200 and not _CONTRACT_NAME.match(value):
            name = f"{sentence.label.lower()} {value}"
            return Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.8)
        # "Betreft: raamovereenkomst huisvuilzakken - verlenging", or the contract's name below "Addendum 2"
        text = sentence.text[len(sentence.label) :].strip(" :|\t") if sentence.label else sentence.text
        is_line = not sentence.label or SAYS_SUBJECT.fullmatch(sentence.label)
        line = _CONTRACT_NAME.match(text) if is_line and len(text) < 160 and text[-1] not in ".;," else None
        if line is None and sentence.label and is_line and len(text) < 220:
            line = _CONTRACT_NAME.search(double_quoted(text), 0)  # "Betreft: verlenging raamovereenkomst keuringen"
        is_over = bool(sentence.label and _ENDS_IT.search(text))  # "Betreft: opzegging onderhoudscontract liften"
        if line and not is_over and next(mentions(line["name"]), None):
            name = cut(re.split(r"\s[-–]\s", line["name"])[0])
            return Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.8)
    for sentence in sentences[:25]:
        name = contract_named(sentence.text, _AMENDS)
        if len(name.split()) >= 3 and next(mentions(name), None):
            return Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.8)
    return _changed(sentences[:25])


def _changed(sentences: Sequence[Sentence]) -> Fact | None:
    """The first contract that is named beside a word of changing, extending or signing."""
    for sentence in sentences:
        text = double_quoted(sentence.text)
        if _CHANGES.search(text) and not _ENDS_IT.search(text):
            named = next((each for each in mentions(text) if not each.is_own and _IS_CONTRACT.search(each.name)), None)
            if named and len(named.name.split()) >= 3:
                return Fact(Field.AMENDS, cut(named.name), sentence.text, "", sentence.spans, 0.65)
    return None
