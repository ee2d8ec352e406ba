"""The field's words as expressions: headings of a decision, outcomes, bodies, formulas. Data, no logic."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

MOTIVES = re.compile(
    r"""(?:\d{1,2}[.)]\s*)?(?:
    aanleiding(?:\s+en\s+(?:context|motivering|doel))?|(?:beknopte\s+)?samenvatting
    |context(?:\s*/\s*feiten.*|\s+en\s+(?:argumentatie|feiten|motivering))?
    |feiten(?:\s*,?\s*(?:en|,)\s*context|\s+en\s+argumentatie|,\s*context\s+en\s+argumentatie)?
    |feitelijke\s+context(?:\s+en\s+(?:argumentatie|motivering))?|voorgeschiedenis|historiek|situering|toelichting|korte\s+inhoud
    |juridische\s+(?:grond(?:en)?|context|overwegingen|basis|aspecten|motivering)|juridisch(?:\s+kader)?|rechtsgrond(?:en)?
    |(?:wettelijke|decretale)\s+(?:grond(?:en)?|basis|bepalingen)|regelgeving|bevoegdheid(?:sgrond)?|hogere\s+regelgeving
    |motivering|motivatie|argumentatie|argumenten|overwegingen|verantwoording|afweging|beoordeling
    |adviez?s?(?:en)?(?:\s+en\s+visum)?|inspraak|participatie|openbaar\s+onderzoek
    |financi[eë]le?\s+(?:impact|gevolgen|weerslag|aspecten|informatie|context|consequenties|implicaties)|visum|budget(?:tair)?
    |besluit|beslissing|besluitvorming|besluitvoorstel|voorstel\s+van\s+beslis(?:sing|t)|ontwerpbesluit
    |stemming|stemresultaat|stemmen|resultaat(?:\s+van\s+de\s+stemming)?|(?:amendement(?:en)?)
    |tussenkomst(?:en)?(?:\s+.{0,25}raadsleden)?|bespreking|debat|vragen(?:\s+en\s+opmerkingen)?
    |bijlagen?|documenten|communicatie|uitvoering|bekendmaking|publicatie|verwijzingsdocumenten
    |beleidsdoelstelling(?:en)?|link\s+(?:met\s+)?(?:het\s+)?meerjarenplan|klimaat(?:impact|toets)
    |standpunt|afspra(?:ak|ken)|conclusies?|actiepunten|opvolging|verslag(?:\s+van\s+de\s+bespreking)?
    )\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line that holds only the heading of a part of a decision."""

RUN_IN = re.compile(r"(Besluit|BESLUIT|Beslissing|BESLISSING|Beslist)\s*:\s+(?=\S)")
"""A decision that follows its heading on the same line."""

ARTICLE = re.compile(
    r"(?:Artikel|ARTIKEL|Art\.?|ART\.?)\s+(?:\d{1,3}(?:bis|ter|[a-z])?|[IVX]{1,5}|één|enig|Eén)\b\s*(?:[.:°§]|[-–])*\s*"
)
CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")
OLD_STYLE = re.compile(
    r"(?:Gelet op|Gezien|Overwegende|Gehoord|Aangezien|In overweging|Op voorstel van|Na beraadslaging)\b", re.IGNORECASE
)
BULLET = re.compile(r"(?:[•·▪◦●○∙\uf0b7\uf0a7–—*-]|o|\(?[a-zA-Z][.)]|\(?\d{1,2}[.)°]|[ivx]{1,4}[.)])\s+(?=\S)")

OUTCOME_AT_END = re.compile(
    r"(?:goedkeuring|goedgekeurd|kennis(?:name|neming|geving)|aktename|akteneming|advies|vaststelling|aanpassing|wijziging|stopzetting"
    r"|mandaat|bekrachtiging|aanstelling|beslissing|verdaging|verdaagd|principebeslissing|besluit|opheffing|hernieuwing|bespreking|toewijzing|gunning)"
    r"(?:\s*\([^)]*\))?\s*\.?",
    re.IGNORECASE,
)
"""The last word of an agenda item's title, which says what is asked of the body."""

CHAPTER = re.compile(
    r"(?:openbare?|besloten|geheime?)(?:\s+(?:zitting|vergadering|gedeelte|deel|.{0,40}))?"
    r"|(?:aanvullende\s+)?agenda(?:punten)?|varia|hoogdringend(?:e agendapunten|heid)?|punten toegevoegd.*|bijkomende agendapunten"
    r"|(?:A|B|I|II|III|IV|V|VI)\.?\s+(?:openbare?|besloten|geheime?)\s+(?:zitting|vergadering)",
    re.IGNORECASE,
)
RESTART = re.compile(
    r"aanvullend|besloten|geheim|raad voor maatschappelijk|openbar|toegevoegd|hoogdringend|bijkomend", re.IGNORECASE
)
"""Chapters after which the numbers of items may begin at 1 again."""

CODE = re.compile(r"(?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6}\b")

FORMULA = re.compile(
    r"(?:(?:De|Het|DE|HET)\s+(?:gemeenteraad|raad|college|vast bureau|bijzonder comité|burgemeester|GEMEENTERAAD|COLLEGE)\b"
    r"[^.:;]{0,70},?"
    r"|(?:in\s+)?(?:openbare|besloten|geheime)\s+(?:zitting|vergadering)[,.]?"
    r"|(?:De\s+)?voorzitter\s+(?:opent|sluit)\b.{0,80}|De\s+(?:zitting|vergadering)\s+(?:begint|eindigt|wordt\s+(?:geopend|gesloten|geheven))\b.{0,80}"
    r"|Aldus (?:beslist|beraadslaagd|goedgekeurd|gedaan).{0,40}in .{0,30}|(?:Bevoegd\s+)?lid van het college:.{0,40}"
    r"|Fictief voorbeeld\s*[-–].{0,30}|Pdf-versie|Overzicht punten|Terug|Agendapunten|Samenstelling|Totaal\s*:\s*\d+|(?:Tegen|Voor|Onthoudingen?|Blanco|Ongeldig|Onbepaald)\s*:"
    r"|(?:Blanco|Ongeldige) stemmen 0|Locatie:.{0,60}"
    r"|(?:Publicatiedatum|Gepubliceerd op|Datum publicatie):?\s*[\d/. -]*\w*)"
)
"""A whole line that says nothing of the matter."""

_VERB = re.compile(
    r"\b(?:besluit|beslist|keurt|neemt|stelt|is|heeft|wordt|werd|gaat|verleent|vraagt|vindt|zal|kan|wil|geeft|moet|bevestigt)\b"
)


def is_formula(text: str) -> bool:
    """Whether a line is only a formula ("De gemeenteraad,"), not a sentence with a decision in it."""
    if not FORMULA.fullmatch(text):
        return False
    return (
        not text.startswith(("De ", "Het ", "DE ", "HET "))
        or "voorzitter" in text[:20]
        or text.endswith(",")
        or ((not _VERB.search(text) and len(text) < 60) or text.startswith(("De zitting", "De vergadering")))
    )


BODIES: tuple[tuple[str, str], ...] = (
    (r"raad voor maatschappelijk welzijn|\bRMW\b|ocmw-?raad", "Raad voor Maatschappelijk Welzijn"),
    (
        r"college van burgemeester en schepenen|schepencollege|\bCBS\b|\bcollege\b",
        "College van Burgemeester en Schepenen",
    ),
    (r"bijzonder comité(?: voor de sociale dienst)?|\bBCSD\b", "Bijzonder Comité voor de Sociale Dienst"),
    (r"vast bureau", "Vast Bureau"),
    (r"gemeenteraad|\bGR\b|raadsvergadering|gemeenteraadszitting", "Gemeenteraad"),
    (r"provincieraad", "Provincieraad"),
    (r"\bdeputatie\b", "Deputatie"),
    (r"districtsraad", "Districtsraad"),
    (r"politieraad", "Politieraad"),
    (r"zoneraad", "Zoneraad"),
    (r"raad van bestuur", "Raad van bestuur"),
    (r"algemene vergadering", "Algemene vergadering"),
    (r"directiecomité", "Directiecomité"),
    (r"algemeen directeur", "Algemeen directeur"),
    (r"financieel directeur", "Financieel directeur"),
    (r"burgemeester(?!soverleg|s\b|-voorzitter| en schepenen)", "Burgemeester"),
)
"""Expressions and the exact labels of OSLO's BestuursorgaanClassificatieCode; the first that fits counts."""

PARTNERSHIPS: tuple[tuple[str, str], ...] = (
    (r"exello(?:\.net)?|netwerk van algemeen directeurs", "Exello.net"),
    (r"burgemeestersoverleg(?:\s+(?:van de\s+)?(?:regio\s+|streek\s+)?brugge)?", "Burgemeestersoverleg Brugge"),
)
WORKING_GROUP = re.compile(r"\b(werkgroep\s+[A-Za-zÀ-ÿ-]+(?:\s+(?:en\s+)?[a-zà-ÿ-]{3,}){0,3})", re.IGNORECASE)
