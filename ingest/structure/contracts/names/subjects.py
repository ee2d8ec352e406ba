"""What a contract or position is about, in a few words: from its title, its first lines or the clause on its object."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import SUBJECT_TOPIC
from ingest.structure.contracts.text.labels import KEY_WITHIN
from ingest.structure.head import unspaced
from ingest.structure.rows import Row
from search.language import dates
from search.registers.agreements import Fact, Field
from search.types import Span

_KIND = (
    r"(?:(?:(?:eerste|tweede|derde|vierde|vijfde|\d{1,2}(?:e|de|ste))|herziene?|gezamenlijke?|gemeenschappelijke?|onderhandse|geconsolideerde?|nieuwe?|ontwerp van|ontwerp)\s+)*"
    r"(?:[\w-]{0,25}(?:overeenkomst|contract|akkoord|protocol|convenant)(?:\s+met statutaire draagkracht)?|\w{0,12}concessie(?:\s+van\s+(?:(?:openbare\s+)?dienst(?:en)?|(?:openbare\s+)?werken))?|wijzigingsakte|avenant|toetredingsakte|memorandum(?:\s+(?:van|of)\s+(?:overeenstemming|understanding))?|persmededeling|persbericht|charter|manifest|resolutie|intentieverklaring"
    r"|(?:deelname|toetredings|aansluitings|intekenings?|inschrijvings|afname)(?:formulier|verklaring|akte)|afsprakenkader|afsprakennota|gunningsbeslissing|verlengingsakte|conventie|addendum|bijakte|(?:bijzonder )?bestek|lastvoorwaarden|opdrachtdocument(?:en)?|standpunt(?:nota)?|open brief|verklaring|groepsaankoop|samenaankoop)"
)
_JOINING = r"(?:toetreding(?:\s+tot)?|aansluiting(?:\s+(?:bij|op))?|instap(?:pen)?(?:\s+in)?|afname\s+(?:via|uit|van)|toetreden\s+tot|aansluiten\s+bij|gebruik\s+van|deelname(?:\s+aan)?|deelneming\s+aan|verlenging(?:\s+van)?|(?:uw|onze) (?:vraag|aanvraag)(?:\s+(?:tot|om))?)"
_LEADING = re.compile(
    rf"^\W*(?:(?:(?:uw|ons|onze?)\s+)?(?:{_KIND}|betreffende|inzake|houdende|aangaande|{_JOINING}|opdrachtencentrale|aankoopcentrale|(?:gunning|toewijzing|sluiting|opzegging|opzeg|be[eë]indiging|hernieuwing)(?=\s+(?:van\s+)?(?:de\s+|het\s+)?(?:{_KIND}|opdracht)\b)(?:\s+van)?(?:\s+(?:de|het))?)\b\s*(?:nr\.?\s*(?:\d{{1,3}}\b|(?=[^\s\d]{{0,20}}\d)\S{{4,25}})|\d{{1,2}}(?=\s+(?:bij|aan)\b)|[IVX]{{1,4}}(?=\s+bij))?\s*(?:(?:bij|aan|tot)\b|van het\s+Burgemeestersoverleg(?:\s+\w+)?|tussen\s+.{{3,80}}?(?=\bvoor\b|\binzake\b|\bover\b))?\s*(?:(?:voor(?=\s+(?:de|het|een)\s)|houdende|tot(?=\s+(?:de|het)\s)|in verband met|inzake|betreffende|aangaande|rond|over|met betrekking tot)\s+)?(?:de\s+|het\s+|een\s+)?[:–-]?\s*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s*(?:\([^()]*\)|\b(?=[A-Z0-9/.-]{0,24}\d)[A-Z0-9]{2,}(?:[/.-][A-Z0-9]+){1,4}|(?:\b(?:van|d\.d\.|dd\.?)\s+)?\d{1,2}\s+[a-z]+\s+\d{4}|\b(?:19|20)\d\d\s*(?:[-–]|t\.?e\.?m\.?)\s*(?:19|20)\d\d|\b(?:19|20)\d\d|,\s*(?:stad|gemeente|toetreding|deel|perceel|tussen)\b.*|\bvan\s+(?:de\s+)?(?:stad|gemeente)\s+[A-Z][\w-]+(?:\s+als\s+\w+)?"
    r"|\bvoor\s+de\s+(?:lokale\s+)?besturen\b.*|\bmet\s+de\s+(?:stad|gemeente)\b.*|[-–]\s*(?:goedkeuring|toetreding\b.*|kennisname|addendum.*|principiële.*)|\.\s*(?:Goedkeuring|Kennisname|Kennisneming|Toetred\w*.*|Afname via.*|Aansluiting bij.*|Instap\w*.*|Gebruik van.*|Principiële.*)|[,;:.–-])\s*$"
)
_FORM = r"(?:fiche|lastvoorwaarden|(?:bijzonder\s+)?(?:bestek|lastenboek)|deel|administratieve|technische|contractuele)(?:\s+(?:raam(?:overeenkomst|contract)|overeenkomst|contract|deel|bepalingen|voorwaarden|voorschriften|[IVX]{1,4}|nr\.?|[\w/.-]{0,20}\d[\w/.-]{0,20})){0,6}"
LEADING_KIND = re.compile(rf"\W*(?:{_KIND})\b\s+\S", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    rf"\W*(?:ocmw\b.*|(?:vast bureau|bijzonder comité|schepencollege|deputatie)\b.*|bijlage\s+\w{{1,3}}|wijziging(?:\s+van)?(?:\s+(?:de|het))?\s+[\w-]*(?:overeenkomst|contract)|provincie\b.*|arrondissement\b.*|vlaamse overheid\b.*|agentschap\b.*|departement\b.*|intercommunale\b.*|regio(?:tafel|raad|overleg|conferentie)\b.*|streekoverleg\b.*|aangetekend\b.*|per (?:mail|e-mail|post)\b.*|aan\s.*|afdeling\b.*|directie\b.*|versie\b.*|ontwerp|kopie|vertrouwelijk|{_KIND}(?:\s+(?:en|van|voor|aan|nr\.?)\s.{{0,40}})?|{_KIND}\s+en\s+{_KIND}.*|(?:dienstverlenende|opdrachthoudende|interlokale) vereniging[^\"“]*|[^\"“]{{2,60}}\svereniging|projectvereniging[^\"“]*|politiezone\b.*|hulpverleningszone\b.*|kerngegevens|inlichtingenblad|(?:dossier|bestek|referentie|kenmerk|nummer|ref)\b.{{0,40}}|contractfiche|fiche|(?:(?:stad|gemeente|ocmw|lokaal bestuur|en|&)\s+){{1,5}}\S+(?:\s+(?:dienst|team|afdeling|cel)\b.*)?|beslist|besluit|toetredings\w+|overeenkomst|addendum|artikel\b.*|partijen|{_FORM}|burgemeesters(?:conferentie|overleg)\b.*|tussen\b.*|(?:stad|gemeente|ocmw)(?:\s+[A-Z][\w-]+)?|(?:aansluitings|toetredings|intekenings?)(?:formulier|verklaring)|bijakte.*|van\s.*|nota aan\b.*|brief\b.*|open brief.*|geachte\b.*|mevrouw.*|(?:stad|gemeente)\s.*\b\d{{4}}\b.*|gemeentebestuur\b.*|\S{{0,20}}\d\S{{0,20}}(?:\s+deel\s+\w+)?|(?:gemeente)?raad\b.*|college\b.*|zitting\b.*|uittreksel\b.*|dienst\b.{{0,20}}|(?:van de )?(?:overheids)?opdracht voor \w+|nr\.?\s*\d*)\W*",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"\[[^\]]{0,40}\]\W*$|\W*[>*=~#]{2}|(?i:(?:hoofdstuk|titel|afdeling)\s+(?:[ivx]{1,5}|\d{1,2})\b)|.{0,160}?\b(?:(?:T|[Tt]el\.?|[Ff]ax|KBO)\W{1,3}\d{2}|[1-9]\d{3} [A-Z][a-z]+ (?:T|[Tt]el|KBO)\b)"
)
"""A coat of arms, a line between ornaments, a heading, or who writes, with address and telephone."""

_BESIDE_WORD = re.compile(r"(?:Betreft|BETREFT|Onderwerp|ONDERWERP|Voorwerp)\s+(?=[A-ZÀ-Ý])(?P<value>[^:]{6,150})")
_FORM_NAME = re.compile(_FORM, re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"^\s*(?:\d{1,3}\.?\s+)?(?:(?:19|20)\d\d_[A-Z]{2,5}_\d+\s*[-–:]?\s*)?")
_ITEM_PART = re.compile(r"\s*(?:(?<![Nn]r)(?<!NR)\.\s+(?=[A-Z])|\s[-–]\s)")
_ABOUT_JOINING = re.compile(
    rf"\b(?:{_JOINING}|aankoopcentrale|opdrachtencentrale|goedkeuring|kennisn\w+)\b", re.IGNORECASE
)
_CONCERNS = re.compile(r"(?:betreffende|inzake|houdende|aangaande|met betrekking tot)\s", re.IGNORECASE)
SAYS_SUBJECT = re.compile(
    r"(?:betreft|betreffende|onderwerp|voorwerp|inzake|titel|opdracht|contract(?:naam)?|concerne|opdracht van (?:leveringen|diensten|werken)|(?:titel|naam|voorwerp|omschrijving|onderwerp|benaming)(?: van)?(?: (?:de|het))? (?:opdracht|overeenkomst|contract|raamovereenkomst|raamcontract|dossier|project|samenwerking|standpunt)|raamovereenkomst|raamcontract|overeenkomst|(?:naam|titel|voorwerp|omschrijving) van de (?:opdracht|overeenkomst))",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"“„«](?P<name>[^\"“”„«»]{4,120})[\"”“»]|(?<![^\s(])['‘](?P<single>[^'‘’]{4,120})['’](?![^\s.,;:)])"
)
_IS_THING = re.compile(r"(?:[a-zà-ÿ-]{4,}\s){0,3}[a-zà-ÿ-]{4,}$", re.IGNORECASE)
_SAYS_IT = re.compile(
    r"betreft|contract(?:naam)?|onderwerp|inzake|(?:titel|naam|voorwerp|omschrijving|benaming)(?: van)?(?: (?:de|het))? (?:opdracht|overeenkomst|contract|raamovereenkomst|raamcontract|dossier|project|samenwerking|standpunt)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?:van|tussen|namens)\s(?:de|het|alle)?\s?[^.;]{3,90}?\s(?:over|inzake|betreffende|rond|aangaande|met betrekking tot)\s+(?:(?:de|het|een)\s+)?",
    re.IGNORECASE,
)
_LEADING_DAY = re.compile(
    r"^\W*(?:(?:persmededeling|persbericht)\W{1,4})?\d{1,2} [a-z]{3,9} (?:19|20)\d\d\W{1,4}", re.IGNORECASE
)
_REPLY = re.compile(r"^(?:(?:re|fw|fwd|tr|antw|doorst)\s*:\s*)+", re.IGNORECASE)
_KIND_ALONE = re.compile(rf"\W*{_KIND}(?:\s+(?:en|van|namens|aan de|aan het|nr\.?|tot)\b.{{0,80}})?\W*", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\s+(?:n[r°]\.?\s*)?(?:\d{1,2}|[IVX]{1,4})\W*$")
_BEFORE_KIND = re.compile(rf"(?P<name>[A-ZÀ-Ý][^():;|]{{5,100}})\((?:{_KIND})\b[^()]{{0,60}}\)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\W*(?:nr|nummer|ref)\b\.?\s*\S{2,24}\s*[-–:]\s*", re.IGNORECASE)
_IS_LABEL = re.compile(r"[^\W\d_][\w ]{1,30}\s?:\s")
_CONNECTS = re.compile(
    r"\W*(?:betreffende|inzake|houdende|aangaande|met betrekking tot|over|rond|voor(?= (?:de|het|een) )|tot(?= (?:het|de) ))\s+(?:(?:de|het|een)\s+)?",
    re.IGNORECASE,
)
_OTHER_LINE = re.compile(
    r"\W*(?:(?:[IVX]{1,4}|\d{1,2})[.)]\s?\d?|is\b|zijn\b|wordt\b|werd\b|en\b|overwegende|gelet|in aanmerking|wij\b|de ondergetekende|aan\b|van\b|tussen\b|te\s|namens|door\b|vastgesteld|goedgekeurd|plechtig|ondertekend|opgemaakt|versie|bijlage|dossier|bestek|nr\b|ref|datum|pagina|blz|zitting|stad\b|gemeente\b|dienst\b|provincie\b|inhoud|partijen)",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:(?:heeft|hebben) (?:tot|als) (?:voorwerp|doel|onderwerp)|(?:overeenkomst|contract|protocol|convenant|akkoord|opdracht|concessie|samenwerking)\s+(?:regelt|betreft|omvat|organiseert|strekt tot|strekt ertoe|handelt over|heeft betrekking op)|belast\b[^.;]{0,60}\bmet|(?:verhuurt|verleent|verzorgt|gunt|verpacht)\b(?:\s+aan\s+(?:de|het)\s+[\w-]+)?|draagt\b[^.;]{0,50}?\b(?=(?:de|het)\s\w+en\b)|voorwerp van (?:deze|dit|de) \w+ is)\s*:?\s+(?:(?:de|het|een)\s+)?(?P<what>[^.;:()]{4,200})",
    re.IGNORECASE,
)
_OBJECT_ENDS = re.compile(
    r",|\s(?:waarbij|waarvoor|waarmee|zoals|met inbegrip|overeenkomstig|ten behoeve|op afroep|in het kader|tussen|die|dat|door de|conform|volgens|gedurende|voor een (?:periode|termijn|duur))\b"
)
_LONG_ENOUGH = 12  # characters of a title before a label that ran into it
_LABELLED = 8  # words: what is longer and ends with a stop is a clause, not a name
_TITLE_ROWS = 8
_CLAUSES = 30  # sentences in which a contract says what it is for
_LONGEST_TITLE = 170  # characters of a line that holds a title
_HEAD = 15  # sentences in which a letter or form says what it is about


def subject_of(
    sentences: Sequence[Sentence], title: str, where: tuple[Span, ...], opening: Sequence[Row] = ()
) -> Fact | None:
    """What it is about: the title without what every such title says; without a telling title, what else says it.

    That is a line with a label, a first line that begins with the kind of paper or stands below it, or the clause on
    its object.

    Args:
        sentences: Of the paper.
        title: Its own, or that of the agenda item.
        where: The title stands, or the first line where that is unknown.
        opening: The first rows: a title may go on over a second line that says what the first does not.
    """
    line = next((each for each in sentences[:_HEAD] if _SAYS_IT.fullmatch(each.label)), None)
    short = "" if line and not LEADING_KIND.match(title) else _first_telling(title)
    if short:
        return Fact(Field.SUBJECT, short, title, "", where, 0.85)
    for each in sentences[:_HEAD]:
        if each.label and SAYS_SUBJECT.fullmatch(each.label) and len(each.text) < 160:
            value = "" if each.text[-1] == "." and len(each.value.split()) > _LABELLED else each.value
            if len(named := short_subject(_REPLY.sub("", value))) >= 4:
                return Fact(Field.SUBJECT, named, each.text, "", each.spans, 0.85)
    for each in sentences[:_HEAD]:
        beside = _BESIDE_WORD.fullmatch(each.text)  # "Betreft   Standpunt over het spoor", without a colon
        if beside and (short := _first_telling(_REPLY.sub("", beside["value"]))):
            return Fact(Field.SUBJECT, short, each.text, "", each.spans, 0.8)
    for pattern, longest in ((LEADING_KIND, 120), (_CONCERNS, 160)):
        for row in opening[:_TITLE_ROWS]:
            if len(row.text) < longest and pattern.match(row.text) and (short := _first_telling(row.text)):
                return Fact(Field.SUBJECT, short, row.text, "", (row.span,), 0.75)
    return _beside_kind(opening) or _object_clause(sentences)


def _beside_kind(opening: Sequence[Row]) -> Fact | None:
    """The line that stands with a kind of paper: below "OVEREENKOMST", or before "(raamovereenkomst)"."""
    rows = [(unspaced(row.text), row) for row in opening]
    for at, (text, _) in enumerate(rows):
        kind = _KIND_ALONE.fullmatch(text)
        for below, row in rows[at + 1 : at + 4] if kind else ():
            if len(below) < _LONGEST_TITLE and below[-1] not in ".;," and (short := _told_below(below)):
                return Fact(Field.SUBJECT, short, row.text, "", (row.span,), 0.72)
    for text, row in rows:
        if len(text) < _LONGEST_TITLE and (before := _BEFORE_KIND.match(text)):
            return Fact(Field.SUBJECT, before["name"].strip(" -–:"), row.text, "", (row.span,), 0.7)
    return None


def _told_below(text: str) -> str:
    """The subject in a line below a kind of paper: no address, day or number, nor whose paper it is."""
    text = _NUMBERED.sub("", text)
    if lead := _CONNECTS.match(text):
        return short_subject(text[lead.end() :])
    if not text or _OTHER_LINE.match(text) or _IS_LABEL.match(text) or dates.find(text) or len(text.split()) < 2:
        return ""
    short = _first_telling(text)
    return "" if re.search(r"\d{4}", short) else short


def _object_clause(sentences: Sequence[Sentence]) -> Fact | None:
    """What the contract says that it has as its object; else the first sentence under "Voorwerp", or beside that word."""
    headed = [
        each for each in sentences
        if SUBJECT_TOPIC.match(each.heading.casefold()) or each.label.casefold() in ("voorwerp", "onderwerp")
    ]  # fmt: skip
    for each in (*headed[:4], *sentences[:_CLAUSES]):
        match = _OBJECT.search(each.text) if "overeenkomst" not in each.label.casefold() else None
        if match and len(value := _OBJECT_ENDS.split(match["what"])[0].strip(" ,")) >= 4:
            return Fact(Field.SUBJECT, value, each.text, "", each.spans, 0.72)
    for each in headed:
        text = re.sub(r"^\W*(?:onderwerp|voorwerp)\s*[:|\t]\s*", "", each.text, flags=re.IGNORECASE)
        return Fact(Field.SUBJECT, text, each.text, "", each.spans, 0.75)
    return None


def _first_telling(title: str) -> str:
    """The subject in a title; "" where it only names a kind of paper, a place or a sitting."""
    short = "" if _LETTERHEAD.match(title) else short_subject(title)
    return "" if len(short) < 4 or _NO_SUBJECT.fullmatch(short) else short


def tells(title: str) -> bool:
    """Whether a title says what a paper is about: more than a kind of paper, a place or a letterhead."""
    return bool(_first_telling(title))


def is_kind_alone(title: str) -> bool:
    """Whether a title is a kind of paper and nothing else: "Bijakte III"."""
    return bool(_KIND_ALONE.fullmatch(_PLAIN_NUMBER.sub("", title)))


def short_subject(title: str) -> str:
    """A title without kind, number, date, town and outcome."""
    title = _LEADING_DAY.sub("", title)
    title = title[: key.start()] if (key := KEY_WITHIN.search(title)) and key.start() > _LONG_ENOUGH else title
    text = _ITEM_NUMBER.sub("", re.sub(r"\([^()]{0,80}\)", " ", " ".join(title.split())[:250]))
    parts = [part for part in _ITEM_PART.split(text) if part.strip()]
    if len(parts) > 1:
        telling = [part for part in parts if not (_ABOUT_JOINING.search(part) or _FORM_NAME.fullmatch(part.strip()))]
        text = telling[0] if telling else parts[0]
        if len(telling) > 1 and len(telling[0]) < 5:
            text = telling[1]
    if quoted := _QUOTED.search(text):
        name = (quoted["name"] or quoted["single"]).strip(" .,")
        beside = _LEADING.sub("", text[: quoted.start()]).strip(" .,:;–-")
        return f'{beside} "{name}"' if _IS_THING.match(beside) else name
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
    if whose := _WHOSE.match(text):
        text = text[whose.end() :]
    text = re.sub(r"\s+(?:nr|nummer|ref|dossier|bestek)\.?$", "", text, flags=re.IGNORECASE)
    return re.sub(r"^(?:voor\s+)?(?:(?:de|het|een)\s+)?", "", text).strip(' .,:;–-"“”')
