"""What a position paper states: who holds it, and each of its points word for word."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.holders import holders_of, listed_holders
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import OPERATIVE
from ingest.types import Facts
from search.language import dates
from search.registers.agreements import Fact, Field
from search.types import Span

_OPERATIVE = re.compile(
    rf"(?:{OPERATIVE}|besluit)$|(?:daarom |samen )?(?:(?:wij|we|de (?:burgemeesters|gemeenten|besturen|ondertekenaars|conferentie)) )?(?:vragen|vraagt|eisen|eist|bepleiten|bepleit|verzoeken|verzoekt|roepen|roept|dringen|dringt|verwachten|verwacht|verklaren|verklaart|verbinden|nemen\b.{{0,30}}\bstandpunt)\b"
)
_BACKGROUND = re.compile(
    r"\b(?:aanleiding|situering|context|inleiding|vaststelling\w*|wat wij vaststellen|uitgangspunt\w*|motivering|toelichting|waarom|waarover|wat doen (?:wij|we)|wat gebeurt|voorbehoud|aantekening|opvolging|vergelijking|stemverklaring|aangenomen|werkwijze|bijlage|rolverdeling|middelen"
    r"|samenvatting|aan de hand|wie gaat akkoord|akkoord|(?:verdere|volgende) stappen|hoe (?:verder|nu verder)|vervolg|stand van zaken|probleemstelling|knelpunten|cijfers|ondersteund|ondertekenaars|bronnen|feiten|instrumenten|betekent|vraag aan|achtergrond|procedure|timing|contact|slagschaduw|historiek|verdeling|financi[eë]le?\b.{0,30}|ondertekening|minderheid\w*|voor eensluidend|voor gelijkvormig|hoogachtend|juridisch\w*|wettelijk\w*)\b"
)
_TOGETHER = r"(?:burgemeesters(?:conferentie|overleg|tafel)?|conferentie|overleg|streek(?:overleg|raad|tafel|platform)|regio(?:overleg|raad|tafel|conferentie|platform)?|stuurgroep|vervoerregio(?:raad)?|netwerk|platform|alliantie|coalitie|zorgraad|woonraad|forum|samenwerkingsverband)"
_COLLECTIVE = re.compile(
    rf"(?:[Dd]e |[Hh]et )?(?i:{_TOGETHER})(?:,? (?:van|der|uit|burgemeesters|de|het|steden|gemeenten|en|regio|arrondissement|provincie|streek|(?!Aan\b|Aangenomen|Goedgekeurd|Vastgesteld|Brief|Nota)[A-Z][\w-]+)){{1,8}}(?=$|,| [Aa]an| p/a| Goedg| Vastg| Brief| Nota)"
)
_SPEAKS = re.compile(
    rf"\b(?:verenigd in|namens|leden van|in naam van|sprekend voor)\s+(?:het |de )?(?P<who>(?i:{_TOGETHER})(?:\s(?:(?:van|voor|de|het|der|uit)\s){{0,2}}[A-Z][\w-]+){{1,5}})"
)
_OF_TOWNS = re.compile(
    r"(?:[Vv]an (?:de )?|[Ww]ij, (?:de )?|[Dd]e )?(?P<who>(?i:burgemeesters|schepenen|gemeenten|steden|besturen|gemeentebesturen)(?: en schepenen)?(?: van)?(?: (?:de|het))?(?: \w+(?:gemeenten|steden))?\s[A-Z][\w-]+(?:(?:, | en | of )(?:(?:de )?(?:stad|gemeente) )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)+)"
)
_IN_TITLE = re.compile(
    r"\b(?:standpunt(?:nota)?|memorandum|charter|manifest|resolutie|open brief|oproep|verklaring) van (?:de|het) (?P<who>(?!\d).{4,90}?)(?= (?:over|aan|inzake|betreffende|rond|van \d)\b|$)",
    re.IGNORECASE,
)
_IS_CONFERENCE = re.compile(
    r"burgemeesters(?:conferentie|overleg|tafel)\s+[A-Z]|\w*(?:tafel|platform|raad)\s+[A-Z]", re.IGNORECASE
)
_FROM = re.compile(r"van|vanwege|afzender|namens|indiener|ingediend door|standpunt van|uitgaande van", re.IGNORECASE)
_HEAD = 8  # sentences in which it is said who speaks
_ANNOUNCES = re.compile(
    r"\b(?:vragen|eisen|bepleiten|stellen|verzoeken|verwachten|overeen)\b[^.;]{0,60}\b(?:volgende?|volgt)\W{0,3}$"
    r"|\b(?:vragen|vraagt|eisen|eist|bepleiten|pleiten|stellen|verzoeken|verwachten|verbinden|engageren|besluiten|verklaren|onderschrijven|roepen|roept|dringen|nemen|spreken|kiezen|bevestigen|willen|beslissen|leggen)\b[^;]{0,120}:$|\b(?:standpunt|punten|eisen|vragen|voorstellen|engagementen|krachtlijnen|afspraken)\b[^;]{0,60}:$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:vragen|vraagt|verzoek(?:t|en)|eis(?:t|en)|pleit(?:en)?|bepleit(?:en)?|dring(?:t|en) (?:er ?op |er |op )?aan|roep(?:t|en)\b.{0,80}\bop|verwacht(?:en)?|stel(?:t|len)\b.{0,40}\bvoor|verzet(?:ten)?|steun(?:t|en)|kant(?:en)? zich|gekant|aanvaard(?:t|en)|moet(?:en)?|dien(?:t|en) te|mag niet|mogen niet|hoor(?:t|en) (?:niet )?te|onaanvaardbaar|noodzakelijk|voorstander|tegenstander|weiger(?:t|en)|engage(?:ert|ren)|verbind(?:t|en) zich|draag(?:t|en)\b.{0,60}\bop\b|beve(?:elt|len)\b.{0,40}\baan|betreur(?:t|en)|veroordeel(?:t|en)|nodig(?:t|en)\b.{0,60}\buit|neemt zich voor|schaar(?:t|en) zich|keur(?:t|en)\b.{0,80}\baf)\b"
)
_TELLS_TO = re.compile(
    r"(?:\W{0,3}|\(?\d{1,2}[.)]\s)(?:laat|geef|maak|zorg|investeer|herstel|behoud|schrap|beperk|verhoog|verlaag|versterk|ondersteun|erken|voorzie|herzie|betrek|stop|verleng|vereenvoudig|garandeer|creëer|ontwikkel|financier|bescherm|organiseer|werk|betaal|voer|trek|breid|pas|hou|neem|stel|geen|verplicht|verdeel|bouw|vermijd|hef|schaf|sta|stem|zet|waak|verzeker|bied|verruim|vrijwaar)\s",
    re.IGNORECASE,
)
"""How a sentence begins that tells somebody what to do."""
_CLOSES = re.compile(
    r"\W*(?:opgemaakt|opgesteld|gedaan te|(?:onder|mede-?onder|ge)tekend|bijlagen?\b|kopie\b|afschrift|in kopie|voor eensluidend|aangenomen|aldus|hoogachtend|met (?:vriendelijke|de meeste|hoog)|namens\b|contact\w*\s?:|voor meer (?:info|inlichtingen)|bron(?:nen)?\s?:)",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"^(?:(?:artikel|art\.)\s\w{1,4}\s?[.:)–-]*|(?:(?:punt|vraag|eis|voorstel|aanbeveling|engagement|krachtlijn|standpunt)\s)?\d{1,2}\s?[.):]|[IVX]{1,5}[.)]|\d{1,2}\.\d{1,2}\.?|\(?\d{1,2}[.)°]|[•·▪◦●*–-]|\(?[a-z][.)]|[Tt]en (?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|slotte)\s?[:,])\s+",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:aangenomen|ingenomen|vastgesteld|goedgekeurd|onderschreven|aanvaard|bekrachtigd|geformuleerd|verspreid|stelde[nt]?\b.{0,50}?\bvast|nam(?:en)?\b.{0,50}?\b(?:aan|standpunt in)|keurde[nt]?\b.{0,50}?\bgoed)\b.{0,120}",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"^[^.;]{0,90}\b(?:standpunt|charter|memorandum|resolutie|tekst)\b[^.;]{0,40}\b(?:bepaald|ingenomen|genomen|afgesproken|gekozen)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:door|van|namens)\s+(?:het|de)\s+(?P<who>(?:gemeenteraad|college van burgemeester en schepenen|burgemeestersoverleg|burgemeesters|raad van bestuur|directeurenoverleg|stuurgroep|conferentie van burgemeesters|politieraad|zoneraad|vast bureau|regioraad|schepencollege|netwerk|bestuurscomité|algemene vergadering)(?:\s+van)?(?:\s+(?:de\s+)?(?:stad\s+|gemeente\s+|regio\s+)?[A-Z][\w-]+)?)",
    re.IGNORECASE,
)


def position_of(
    sentences: Sequence[Sentence], facts: Facts, where: tuple[Span, ...], foot: Sequence[Sentence] = ()
) -> list[Fact]:
    """The holder, the day of adoption and the statements of a position paper.

    Args:
        sentences: Of the paper.
        facts: What it says of itself: its body, municipality and date.
        where: The title stands, or the first line.
        foot: The last lines, with those above the signatures.
    """
    return [*_holder(sentences, facts, where), *_adopted((*sentences, *foot), facts, where), *_statements(sentences)]


def _holder(sentences: Sequence[Sentence], facts: Facts, where: tuple[Span, ...]) -> Iterator[Fact]:
    said = next(
        (
            (match, each)
            for each in sentences[:_HEAD]
            if (adopted := _ADOPTED.search(each.text)) and (match := _BY.search(adopted[0]))
        ),
        None,
    )
    spoken = next(((match["who"], each) for each in sentences[:_HEAD] if (match := _SPEAKS.search(each.text))), None)
    if spoken:
        yield Fact(Field.HOLDER, spoken[0], spoken[1].text, "", spoken[1].spans, 0.85)
        return
    listed = listed_holders(sentences)
    if listed and not _titled((), facts, where):
        yield from listed
        return
    from_line = next((each for each in sentences[:_HEAD] if _FROM.fullmatch(each.label)), None)
    if from_line and not facts.body and not facts.municipality:
        who = from_line.value
        yield Fact(Field.HOLDER, who, from_line.text, "", from_line.spans, 0.88)
        return
    heads = [(facts.title, where), *((each.text, each.spans) for each in sentences[:_HEAD])]
    letterhead = next(((match[0], spans) for text, spans in heads if (match := _COLLECTIVE.match(text))), None)
    if letterhead and (not facts.body or _IS_CONFERENCE.match(letterhead[0])):
        yield Fact(Field.HOLDER, letterhead[0], letterhead[0], "", letterhead[1], 0.75)
        return
    if titled := _titled(heads, facts, where):
        yield Fact(Field.HOLDER, titled[0], titled[0], "", titled[1], 0.72)
        return
    own = facts.body if facts.municipality is None else facts.municipality
    if own:
        told = (said[0]["who"], said[1].spans, 0.92) if said else (facts.title, where, 0.8)
        yield Fact(Field.HOLDER, own, told[0], "", told[1], told[2])
    elif said:
        yield Fact(Field.HOLDER, said[0]["who"], said[1].text, "", said[1].spans, 0.8)
    else:
        yield from holders_of(sentences)


def _titled(
    heads: Sequence[tuple[str, tuple[Span, ...]]], facts: Facts, where: tuple[Span, ...]
) -> tuple[str, tuple[Span, ...]] | None:
    """Those who speak together, as the first lines name them: "burgemeesters van Diest en Aarschot"."""
    if facts.body:
        return None
    several = next(((match["who"], spans) for text, spans in heads if (match := _OF_TOWNS.match(text))), None)
    titled = _IN_TITLE.search(facts.title)
    return several or ((titled["who"], where) if titled else None)


def _adopted(sentences: Sequence[Sentence], facts: Facts, where: tuple[Span, ...]) -> Iterator[Fact]:
    for sentence in (*sentences[:_HEAD], *sentences[-8:]):
        match = _ADOPTED.search(sentence.text)
        if match and (found := dates.find(sentence.text[match.start() :])):
            yield Fact(Field.SIGNED, found[0][0].isoformat(), sentence.text, "", sentence.spans, 0.92)
            return
        if (
            match is None
            and len(found := dates.find(sentence.text)) == 1
            and _STATED.match(sentence.text[found[0][2] :])
        ):
            yield Fact(Field.SIGNED, found[0][0].isoformat(), sentence.text, "", sentence.spans, 0.8)
            return
    if facts.date:
        yield Fact(Field.SIGNED, facts.date.isoformat(), facts.title, "", where, 0.7)


def _statements(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The points of the operative part; where none is headed so, all that is not headed as background."""
    operative = [each for each in sentences if _OPERATIVE.match(each.heading.casefold())]
    sure = 0.95 if operative else 0.6
    if not operative and (announced := _announced(sentences)):
        operative, sure = announced, 0.75
    elif not operative:
        operative = _asking([each for each in sentences if not _BACKGROUND.search(each.heading.casefold())])
    else:
        others = [
            each
            for each in sentences
            if (each.heading or _POINT.match(each.text))
            and each not in operative
            and not _BACKGROUND.search(each.heading.casefold())
        ]
        operative = (
            operative
            if any(_POINT.match(each.text) and re.match(r"\(?\d", each.text) for each in operative)
            else operative + others
        )
    for part in dict.fromkeys(each.part for each in operative):
        own = [each for each in operative if each.part == part]
        end = next((at for at, each in enumerate(own) if at and _CLOSES.match(each.text)), len(own))
        yield from _points(own[:end], sure)


def _asking(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Where neither a heading nor a line says that points follow: what asks for something, and lists in which a point does."""
    asks = [each for each in sentences if _asks(each) and not each.recites]
    lists = {each.part for each in asks if _POINT.match(each.text)}
    return [each for each in sentences if each in asks or (each.part in lists and _POINT.match(each.text))]


def _asks(sentence: Sentence) -> bool:
    return bool(_ASKS.search(sentence.folded) or _TELLS_TO.match(sentence.text))


def _announced(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The points below "Wij vragen daarom het volgende." in a letter without headings; none where it has no points."""
    at = next((at for at, each in enumerate(sentences) if _ANNOUNCES.search(each.text)), None)
    below = [] if at is None else [each for each in sentences[at + 1 :] if each.part == sentences[at].part]
    return below if any(_POINT.match(each.text) for each in below) else []


def _mark(match: re.Match[str]) -> str:
    """A number or bullet goes; "Ten eerste:" is said, and a statement is given word for word."""
    return match[0] if match[0][:3].casefold() == "ten" else ""


def _points(sentences: Sequence[Sentence], sure: float) -> Iterator[Fact]:
    """One statement a point; without points, one a sentence."""
    blocks: dict[int, list[Sentence]] = {}
    for each in sentences:
        if not each.is_row:
            blocks.setdefault(each.block, []).append(each)
    pointed = {at for at, block in blocks.items() if _POINT.match(block[0].text)}
    for at, block in blocks.items():
        if not pointed:
            yield from (Fact(Field.STATEMENT, each.text, each.text, "", each.spans, sure - 0.1) for each in block)
        elif at in pointed:
            text = " ".join(each.text for each in block)
            spans = tuple(span for each in block for span in each.spans)
            yield Fact(Field.STATEMENT, _POINT.sub(_mark, text), text, "", spans, sure)
