"""What a contract or position is about, its number, and which earlier one it amends or replaces."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import SUBJECT_TOPIC
from ingest.structure.rows import Row
from search.language import dates
from search.registers.agreements import Fact, Field
from search.types import Span

_KIND = (
    r"(?:(?:(?:eerste|tweede|derde|vierde|vijfde|\d{1,2}(?:e|de|ste))|herzien(?:e)?|gezamenlijk(?:e)?|gemeenschappelijk(?:e)?|nieuwe?|ontwerp van|ontwerp)\s+)*(?:raam(?:overeenkomst|contract)|wijzigings(?:overeenkomst|akte)|avenant|kaderovereenkomst|toetredingsakte|memorandum|samenwerkings(?:overeenkomst|akkoord|protocol)|raamakkoord|(?:toetredings|dienstverlenings|concessie|gebruiks|beheers|huur|aannemings)?overeenkomst"
    r"|contract|convenant|conventie|protocol|addendum|bijakte|(?:bijzonder )?bestek|lastvoorwaarden|standpunt(?:nota)?|verklaring|dienstencontract|onderhoudscontract|leveringscontract)"
)
_JOINING = r"(?:toetreding(?:\s+tot)?|aansluiting\s+bij|instap(?:pen)?\s+in|afname\s+via|toetreden\s+tot|aansluiten\s+bij|gebruik\s+van|deelname\s+aan)"
_LEADING = re.compile(
    rf"^\W*(?:(?:(?:uw|onze?)\s+)?(?:{_KIND}|betreffende|inzake|houdende|aangaande|{_JOINING}|opdrachtencentrale|aankoopcentrale)\b\s*(?:nr\.?\s*(?:\d{{1,3}}\b|(?=[^\s\d]{{0,20}}\d)\S{{4,25}})|\d{{1,2}}(?=\s+(?:bij|aan)\b)|[IVX]{{1,4}}(?=\s+bij))?\s*(?:bij|aan|tot|van het\s+Burgemeestersoverleg(?:\s+\w+)?|tussen\s+.{{3,80}}?(?=\bvoor\b|\binzake\b|\bover\b))?\s*(?:(?:voor(?=\s+(?:de|het|een)\s)|houdende|tot(?=\s+(?:de|het)\s)|in verband met|inzake|betreffende|aangaande|rond|over|met betrekking tot)\s+)?(?:de\s+|het\s+|een\s+)?[:–-]?\s*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s*(?:\([^()]*\)|\b(?=[A-Z0-9/.-]{0,24}\d)[A-Z0-9]{2,}(?:[/.-][A-Z0-9]+){1,4}|(?:\b(?:van|d\.d\.|dd\.?)\s+)?\d{1,2}\s+[a-z]+\s+\d{4}|\b(?:19|20)\d\d\s*(?:[-–]|t\.?e\.?m\.?)\s*(?:19|20)\d\d|\b(?:19|20)\d\d|,\s*(?:stad|gemeente|toetreding|deel|perceel|tussen)\b.*|\bvan\s+(?:de\s+)?(?:stad|gemeente)\s+[A-Z][\w-]+(?:\s+als\s+\w+)?"
    r"|\bvoor\s+de\s+(?:lokale\s+)?besturen\b.*|\bmet\s+de\s+(?:stad|gemeente)\b.*|[-–]\s*(?:goedkeuring|toetreding\b.*|kennisname|addendum.*|principiële.*)|\.\s*(?:Goedkeuring|Kennisname|Kennisneming|Toetred\w*.*|Afname via.*|Aansluiting bij.*|Instap\w*.*|Gebruik van.*|Principiële.*)|[,;:.–-])\s*$"
)
_FORM = r"(?:fiche|lastvoorwaarden|(?:bijzonder\s+)?(?:bestek|lastenboek)|deel|administratieve|technische|contractuele)(?:\s+(?:raam(?:overeenkomst|contract)|overeenkomst|contract|deel|bepalingen|voorwaarden|voorschriften|[IVX]{1,4}|nr\.?|[\w/.-]{0,20}\d[\w/.-]{0,20})){0,6}"
_LEADING_KIND = re.compile(rf"\W*(?:{_KIND})\b\s+\S", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    rf"\W*(?:(?:(?:stad|gemeente|ocmw|lokaal bestuur|en|&)\s+){{1,5}}\S+(?:\s+(?:dienst|team|afdeling|cel)\b.*)?|beslist|besluit|toetredings\w+|overeenkomst|addendum|artikel\b.*|partijen|{_FORM}|burgemeesters(?:conferentie|overleg)\b.*|tussen\b.*|(?:stad|gemeente|ocmw)(?:\s+[A-Z][\w-]+)?|(?:aansluitings|toetredings|intekenings?)(?:formulier|verklaring)|bijakte.*|van\s.*|nota aan\b.*|brief\b.*|open brief.*|geachte\b.*|mevrouw.*|(?:stad|gemeente)\s.*\b\d{{4}}\b.*|gemeentebestuur\b.*|\S{{0,20}}\d\S{{0,20}}(?:\s+deel\s+\w+)?|(?:gemeente)?raad\b.*|college\b.*|zitting\b.*|uittreksel\b.*|dienst\b.{{0,20}}|(?:van de )?(?:overheids)?opdracht voor \w+|nr\.?\s*\d*)\W*",
    re.IGNORECASE,
)
_FORM_NAME = re.compile(_FORM, re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"^\s*(?:\d{1,3}\.?\s+)?(?:(?:19|20)\d\d_[A-Z]{2,5}_\d+\s*[-–:]?\s*)?")
_ITEM_PART = re.compile(r"\s*(?:(?<![Nn]r)(?<!NR)\.\s+(?=[A-Z])|\s[-–]\s)")
_ABOUT_JOINING = re.compile(
    rf"\b(?:{_JOINING}|aankoopcentrale|opdrachtencentrale|goedkeuring|kennisn\w+)\b", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:bestek(?:snummer|nr\.?)?|lastvoorwaarden|lastenboek|dossier(?:nummer|nr\.?)?(?:\s+(?:klant|opdrachtgever|bestuur))?|contract(?:nummer|nr\.?)|^(?:nummer|nr\.?)(?=\s*[:|\t]\s*(?=\S{0,12}[a-z]))|referentie(?:nummer)?|referte|leidraad|ref\.?|(?<!ons )(?<!uw )kenmerk|opdracht(?:nummer|nr\.?)|(?:nr\.?|nummer)(?: van de)? (?:opdracht|overeenkomst|contract|bestek|raamovereenkomst)|raam(?:overeenkomst|contract)(?:nummer|\s+nr\.?)|overeenkomst(?:nummer|\s+nr\.?)|\w*(?:overeenkomst|contract|opdracht)\s+met\s+(?:nummer|nr\.?|referentie|kenmerk))"
    r"\s*(?:(?:met\s+)?(?:nummer|nr\.?|referentie|ref\.?|kenmerk)\s*)?[:|\t]?\s*[\"“]?(?P<number>(?=[A-Z0-9/_.-]{0,24}\d)[A-Z0-9][A-Za-z0-9]*(?:[-/_.][A-Za-z0-9]+){0,6})",
    re.IGNORECASE,
)
_NUMBER_WORDS = (
    "bestek",
    "lastvoorw",
    "lastenboek",
    "dossier",
    "contract",
    "overeenkomst",
    "ref",
    "kenmerk",
    "opdracht",
    "leidraad",
    "nummer",
    "nr",
    "(",
)
_REPLACING_WORDS = (
    "vervang",
    "vervalt",
    "vervallen",
    "houdt op",
    "opgeheven",
    "in de plaats",
    "in plaats",
    "heft",
    "teniet",
    "een einde",
    "opvolg",
    "volgt",
)
_SUBJECT_LINE = re.compile(r"(?:betreft|betreffende|onderwerp|voorwerp|inzake)\b", re.IGNORECASE)
_LETTER_LABELS = ("betreft", "onderwerp", "inzake")
_CONCERNS = re.compile(r"(?:betreffende|inzake|houdende|aangaande|met betrekking tot)\s", re.IGNORECASE)
_SAYS_SUBJECT = re.compile(
    r"(?:betreft|betreffende|onderwerp|voorwerp|inzake|titel|opdracht van (?:leveringen|diensten|werken)|raamovereenkomst|raamcontract|overeenkomst|(?:naam|titel|voorwerp|omschrijving) van de (?:opdracht|overeenkomst))",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w/.-])(?P<number>(?=[A-Z0-9/.-]{0,30}[A-Z])(?=[A-Z0-9/.-]{0,30}\d)[A-Z0-9]{2,}(?:[/-][A-Z0-9]+){1,5})(?![\w/])"
)
_OWN_NUMBER = re.compile(
    r"(?:ons )?kenmerk\s*[:|\t]\s*(?P<number>(?=\S{0,24}[A-Z])(?=\S{0,24}\d)[A-Z0-9][\w/.-]{3,24})", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\(\s*(?P<number>[A-Z]{2,6}(?:[-/]?(?:19|20)\d\d|[-/]\d\d)[-/][A-Z0-9/-]{1,12})\s*\)")
_HEAD = 15  # sentences in which a letter or form says what it is about
_DECISION = re.compile(
    r"(?:19|20)\d\d_[A-Z]{2,5}_\d+|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:19|20)\d\d(?:-(?:19|20)\d\d)?|\d{1,2}°?"
)
_CONTRACT_NAME = re.compile(
    r"\b(?P<name>(?:\w*overeenkomst|raamcontract|\w*contract|convenant|protocol|opdrachtencentrale|aankoopcentrale|samenwerking)\b(?P<rest>(?:[^;.\n]|(?<=ref)\.|(?<=nr)\.){0,200}))",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"(?<!\d)[,:](?!\d)|\s+(?:met ingang|met de stad|met de gemeente|met het|tussen de|tussen het|en verklaart|en\s+(?:neemt|bestelt|keurt)|vanaf|zonder|die|dat|waarvan|waarop|waarbij|wordt|worden|loopt|is|blijft|blijven|zoals|via|als aankoopcentrale|als opdrachtencentrale|af|toe|tot (?=\d)|te\s|goed\b|aan\b|met \d)(?=\W|\s|$)|[\"”](?=\s*(?:,|$))|\s+\((?!bestek|[A-Z0-9/-]{4,20}\)|lastv|ref|nr)"
)
_AMENDS = re.compile(
    r"\b(?:bij|aan|op|tot wijziging van|tot|van|in)\s+(?:de|het|onze)\s+(?=\w*(?:overeenkomst|contract|convenant|protocol)\b)",
    re.IGNORECASE,
)
_JOINS_IT = re.compile(
    r"\b(?:toe\s*(?:te\s*treden)?\s*(?:tot|aan)|toetre\w+\s+(?:tot|aan)|deelne\w+\s+aan|afneemt\s+(?:van|via|uit)|instapt?\s+in|(?:zich\s+)?aan(?:\s+te\s+sluiten)?\s+bij|(?:in\s+te\s+)?(?:stapp\w+|in)\s+(?:in|op)|stapt\b.{0,60}?\bin(?:\s+in|\s+op)?|deel\s*(?:te\s*nemen)?\s+aan|af(?:\s*te\s*nemen)?\s+(?:van|via|uit)|aansluit\w+\s+bij|instap\w*\s+(?:in|op)|gebruik\s*(?:te\s*maken)?\s+van|beroep\s+(?:te\s+doen\s+)?op|(?:bestell\w*|bestelt|aankop\w*|kop\w*)\s+via|via)\s+(?:de|het|uw|jullie)\s+",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\W*(?:\d{1,2}[.)°]\s*|[A-Z][.)]\s*|[IVX]{1,5}[.)]\s*)?(?:de|het)\s+(?P<name>(?:\w+\s){0,2}?(?:\w*overeenkomst|\w*contract|conventie|convenant|protocol|akkoord|standpunt|regeling|afspraken\w*)\b[^.;]{0,120}?)\s*,?\s+(?:houdt op te bestaan|houden op te bestaan|(?:wordt|worden|werd) (?:(?:hierbij|hierdoor|integraal|volledig)\s+)*(?:door|vervangen|opgeheven|be[eë]indigd|ingetrokken)|vervalt\b|vervallen\b|eindigt (?:bij|door|met))",
    re.IGNORECASE,
)
_BY_THIS = re.compile(r"\b(?:deze|dit|onderhavige?|huidige?|voorliggende?|hierbij|hierdoor|nieuwe)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)°]?\s+|[A-Za-z][.)]\s+|[IVX]{1,5}[.)]\s+|(?:artikel|art\.)\s+\w{1,4}\W+)?",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\b(?:vervangt|vervangen|in de plaats van|komt in plaats van|ter vervanging van|heft\b.{0,20}?\bop|doet\b.{0,30}?\bteniet|maakt\b.{0,40}?\been einde aan|opvolger van|volgt\b.{0,10}?\bop)\b\s*(?P<what>(?:en annuleert\s+|integraal\s+|volledig\s+|alle\s+)*(?:de|het|alle|ons|onze)?\s*(?:eerdere?\s+|vorige\s+|vroegere\s+|bestaande\s+|voorgaande\s+)*(?P<name>(?:\w*overeenkomst(?:en)?|\w*contract|standpunt|convenant|conventie|akkoord|regeling|protocol|afspraken|nota)\b[^.;\n]{0,160}))",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^\W*(?:dit|dat|deze|het(?= (?:vervang|komt|treedt))|ze|zij|de huidige|het huidige|onderhavige?|huidige?|voorliggende?|de (?:nieuwe )?(?:\w*overeenkomst|\w*contract))\b",
    re.IGNORECASE,
)


def subject_of(
    sentences: Sequence[Sentence], title: str, where: tuple[Span, ...], opening: Sequence[Row] = ()
) -> Fact | None:
    """What it is about: the title without what every such title says; without a telling title, the clause on its object.

    Args:
        sentences: Of the paper.
        title: Its own, or that of the agenda item.
        where: The title stands, or the first line where that is unknown.
        opening: The first rows: a title may go on over a second line that says what the first does not.
    """
    line = next((each for each in sentences[:_HEAD] if each.label.casefold() in _LETTER_LABELS), None)
    short = "" if line and not _LEADING_KIND.match(title) else _first_telling(title)
    if short:
        return Fact(Field.SUBJECT, short, title, "", where, 0.85)
    for each in sentences[:_HEAD]:
        if each.label and _SAYS_SUBJECT.fullmatch(each.label) and len(each.text) < 160:
            value = each.text[each.text.find(each.label) + len(each.label) :].strip(" :|\t")
            if len(named := short_subject(value)) >= 4:
                return Fact(Field.SUBJECT, named, each.text, "", each.spans, 0.85)
    for pattern, longest in ((_LEADING_KIND, 120), (_CONCERNS, 160)):
        for row in opening:
            if len(row.text) < longest and pattern.match(row.text) and (short := _first_telling(row.text)):
                return Fact(Field.SUBJECT, short, row.text, "", (row.span,), 0.75)
    return _object_clause(sentences)


def _object_clause(sentences: Sequence[Sentence]) -> Fact | None:
    """The first sentence under "Voorwerp", or beside that word."""
    for each in sentences:
        if SUBJECT_TOPIC.match(each.heading.casefold()) or each.label.casefold() in ("voorwerp", "onderwerp"):
            text = re.sub(r"^\W*(?:onderwerp|voorwerp)\s*[:|\t]\s*", "", each.text, flags=re.IGNORECASE)
            return Fact(Field.SUBJECT, text, each.text, "", each.spans, 0.75)
    return None


def _first_telling(title: str) -> str:
    """The subject in a title; "" where it only names a kind of paper, a place or a sitting."""
    short = short_subject(title)
    return "" if len(short) < 4 or _NO_SUBJECT.fullmatch(short) else short


def short_subject(title: str) -> str:
    """A title without kind, number, date, town and outcome."""
    text = _ITEM_NUMBER.sub("", re.sub(r"\([^()]{0,80}\)", " ", " ".join(title.split())[:250]))
    parts = [part for part in _ITEM_PART.split(text) if part.strip()]
    if len(parts) > 1:
        telling = [part for part in parts if not (_ABOUT_JOINING.search(part) or _FORM_NAME.fullmatch(part.strip()))]
        text = telling[0] if telling else parts[0]
        if len(telling) > 1 and len(telling[0]) < 5:
            text = telling[1]
    if quoted := re.search(r"[\"“](?P<name>[^\"“”]{4,120})[\"”]", text):
        return quoted["name"].strip(" .,")
    for _ in range(4):
        shorter = _TRAILING.sub("", text)
        if shorter == text or len(shorter) < 4:
            break
        text = shorter
    if match := re.search(
        r"\b(?:van|met) de (?:stad|gemeente) [A-Z][\w-]+ (?:voor|inzake) (?:het |de |een )?(?P<rest>.+)", text
    ):
        text = match["rest"]
    text = _LEADING.sub("", text)
    return re.sub(r"^(?:voor\s+)?(?:(?:de|het|een)\s+)?", "", text).strip(' .,:;–-"“”')


def reference_of(sentences: Sequence[Sentence]) -> Fact | None:
    """The number of the bestek, lastvoorwaarden or contract; never that of a decision."""
    for pattern, sure in ((_REFERENCE, 0.95), (_IN_BRACKETS, 0.8)):
        for sentence, following in zip(sentences, (*sentences[1:], None), strict=True):
            if not sentence.names(_NUMBER_WORDS):
                continue
            # "Besteknr. 2021/07": the stop of an abbreviation may have been taken for the end of a sentence.
            is_cut = following is not None and following.block == sentence.block and sentence.text.endswith("nr.")
            for match in pattern.finditer(
                f"{sentence.text} {following.text}" if is_cut and following else sentence.text
            ):
                number = match["number"].rstrip(".")
                if not _DECISION.fullmatch(number) and len(number) >= 4 and re.search(r"\d", number):
                    return Fact(Field.REFERENCE, number, sentence.text, "", sentence.spans, sure)
    for sentence in sentences[:_HEAD]:
        # "Betreft: raamovereenkomst huisvuilzakken 2018/HVZ/02", or a line that holds nothing but the contract's name
        named = _LEADING_KIND.match(sentence.text) or (sentence.label and _SUBJECT_LINE.match(sentence.label))
        code = _CODE.search(sentence.text) if named and len(sentence.text) < 160 else None
        if code and not _DECISION.fullmatch(code["number"]):
            return Fact(Field.REFERENCE, code["number"], sentence.text, "", sentence.spans, 0.75)
    for sentence in sentences[:_HEAD]:  # a letter's own number, where it names no other
        own = _OWN_NUMBER.match(sentence.text)
        if own and not _DECISION.fullmatch(own["number"]):
            return Fact(Field.REFERENCE, own["number"].rstrip("."), sentence.text, "", sentence.spans, 0.55)
    return None


def reference_in(title: str, where: tuple[Span, ...]) -> Fact | None:
    """The number in a title that names the contract or its bestek: "BESTEK NR. DIK/2020/07"."""
    match = _REFERENCE.search(title) or (_CODE.search(title) if _LEADING_KIND.match(title) else None)
    if match is None or _DECISION.fullmatch(match["number"]) or len(match["number"]) < 4:
        return None
    return Fact(Field.REFERENCE, match["number"].rstrip("."), title, "", where, 0.8)


def contract_named(text: str, pattern: re.Pattern[str] = _JOINS_IT) -> str:
    """The contract that a sentence joins or amends, as it is written: "raamovereenkomst zonnepanelen van 1 mei 2020"."""
    for lead in pattern.finditer(text):
        match = _CONTRACT_NAME.match(text, lead.end())
        if match is None:
            adjective = re.match(r"(?:\w+\s){1,2}(?=\w*(?:overeenkomst|contract|centrale)\b)", text[lead.end() :])
            match = _CONTRACT_NAME.match(text, lead.end() + adjective.end()) if adjective else None
        if match:
            return cut(match["name"])
    return ""


def cut(name: str) -> str:
    """The name of a contract without the clause that follows it."""
    after = re.match(r"\w+(?:\s*[\"“][^\"“”]{2,120}[\"”])?", name)  # a title in quotes is one name
    stop = _STOPS.search(name, after.end() if after else 0)
    kept = (name[: stop.start()] if stop else name).strip(" ,.:;“”")
    return kept if kept.count('"') % 2 == 0 else kept.strip('"')


def amended(sentences: Sequence[Sentence], title: str, where: tuple[Span, ...]) -> Fact | None:
    """The contract that an addendum is about: by its title, or its first lines."""
    if lead := _AMENDS.search(title):
        match = _CONTRACT_NAME.match(title, lead.end())
        if match:
            name = re.sub(r",\s*(?:toetreding|deel|verlenging)\b.*$", "", match["name"]).strip(" .,:;")
            dated = next((each for each in sentences[:12] if re.search(r"\bovereenkomst van \d", each.text)), None)
            if not dates.find(name) and dated and sentences.index(dated) < 2:
                found = dates.find(dated.text)
                name = f"{name} (overeenkomst van {dates.in_words(found[0][0])})" if found else name
            return Fact(Field.AMENDS, name, title, "", where, 0.92)
    for sentence in sentences[:_HEAD]:
        # "Betreft: raamovereenkomst huisvuilzakken - verlenging", or the contract's name below "Addendum 2"
        text = sentence.text[len(sentence.label) :].strip(" :|\t") if sentence.label else sentence.text
        is_line = not sentence.label or _SAYS_SUBJECT.fullmatch(sentence.label)
        line = _CONTRACT_NAME.match(text) if is_line and len(text) < 160 and text[-1] not in ".;," else None
        if line and len(line["name"].split()) >= 2:
            name = cut(re.split(r"\s[-–]\s", line["name"])[0])
            return Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.8)
    for sentence in sentences[:25]:
        name = contract_named(sentence.text, _AMENDS)
        if len(name.split()) >= 3:
            return Fact(Field.AMENDS, name, sentence.text, "", sentence.spans, 0.8)
    return None


def replaced(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The earlier contract or position whose place this one takes."""
    for sentence in sentences:
        if not sentence.names(_REPLACING_WORDS):
            continue
        number = _NUMBER.match(sentence.text)
        text = sentence.text[number.end() :] if number else sentence.text
        match = (_REPLACES.search(text) if _WHOLE.match(text) else None) or _REPLACED.match(text)
        if (
            match is None
            or (match.re is _REPLACED and not _BY_THIS.search(text, match.end("name")))
            or re.match(r"\W*de\b.{0,60}\bartikel\b", sentence.text, re.IGNORECASE)
        ):
            continue
        sure = 0.6 if sentence.recites else 0.93
        name = re.sub(
            r",\s+(?:waarin|waarbij|die|dat|zoals)\b.*$|\s+(?:en treedt|dat|die|is|wordt|blijft)\b.*$",
            "",
            match["name"],
        ).strip(" .,;")
        yield Fact(Field.REPLACES, name, sentence.text, "", sentence.spans, sure)
