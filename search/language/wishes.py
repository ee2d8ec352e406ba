"""What a question wishes to see beside its subject: a body, a kind of document, a number, a phrase, without a word.

Says what the words ask for, in Dutch, French and English; not whether there is any such document.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
import unicodedata
from collections.abc import Iterator

_Named = tuple[tuple[re.Pattern[str], str], ...]

_BODIES: _Named = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", 0 if words.isupper() else re.IGNORECASE), label)
    for words, label in (
        (r"raad voor maatschappelijk welzijn|ocmw-?raad|conseil de l['’]action sociale", "Raad voor Maatschappelijk Welzijn"),
        ("RMW", "Raad voor Maatschappelijk Welzijn"),
        (r"(?:schepen)?college(?: van burgemeester en schepenen)?|coll[èe]ge (?:communal|des bourgmestre et [ée]chevins|[ée]chevinal)|college of (?:mayor and )?aldermen", "College van Burgemeester en Schepenen"),
        ("CBS", "College van Burgemeester en Schepenen"),
        (r"bijzonder comit[ée](?: voor de sociale dienst)?", "Bijzonder Comité voor de Sociale Dienst"),
        ("BCSD", "Bijzonder Comité voor de Sociale Dienst"),
        (r"vast bureau|bureau permanent", "Vast Bureau"),
        (r"gemeenteraad(?:szitting)?|gemeenteraden|raadszitting|raadsvergadering|conseil(?:s)? communa(?:l|ux)|(?:municipal|town|city) council", "Gemeenteraad"),
        ("GR", "Gemeenteraad"),
        (r"burgemeestersoverleg(?:\s+(?:van de\s+)?(?:regio\s+|streek\s+)?brugge)?|overleg van (?:de )?burgemeesters|concertation des bourgmestres|mayors['’]? (?:meeting|consultation)", "Burgemeestersoverleg"),
        (r"exello(?:\.net)?|netwerk van (?:de )?algemeen directeurs|directeursnetwerk", "Exello.net"),
        (r"politieraad", "Politieraad"),
        (r"zoneraad", "Zoneraad"),
        (r"provincieraad", "Provincieraad"),
        (r"deputatie", "Deputatie"),
    )
)  # fmt: skip

_KINDS: _Named = tuple(
    (re.compile(words, re.IGNORECASE), intent)
    for words, intent in (
        (r"notulen|proces[- ]verbaal|procès[- ]verbal|minutes", "minutes"),
        (r"(?:dag)?agenda(?:'s|punten)?(?! 20\d\d)|dagorde|ordre du jour", "agenda"),
        (r"besluitenlijst(?:en)?|decision lists?|liste des d[ée]cisions", "decision list"),
        (r"uittreksels?|extraits?|extracts?", "extract"),
        (r"zittingsverslag(?:en)?|audioverslag", "session report"),
        (r"verslag(?:en)?|comptes?[- ]rendus?|meeting reports?", "report"),
        (r"besluit(?:en)?|beslissing(?:en)?|d[ée]cisions?", "decision"),
        (r"standpunt(?:en)?|prises? de position|position papers?", "position"),
        (r"addend(?:um|a)|avenants?", "addendum"),
        (r"toetredingen|toetreding|toetredingsbesluit(?:en)?", "accession"),
        (r"raamovereenkomst(?:en)?|raamcontract(?:en)?|contract(?:en|s)?|overeenkomst(?:en)?|contrats?(?:[- ]cadres?)?|conventions?|framework (?:contracts?|agreements?)|agreements?", "contract"),
        (r"(?:(?:belasting|retributie|subsidie|politie)?reglement(?:en)?|verordening(?:en)?|r[èe]glements?|regulations?)", "regulation"),
        (r"nota's|nota|beleidsplan(?:nen)?|notes?", "note"),
    )
)  # fmt: skip
_LEADING = r"^\W*(?:(?:alle|de|het|een|welke?|recente|laatste|toon|geef|zoek|open|waar (?:vind ik|zijn|is|staan?)|in|uit|volgens|zijn er|is er|bestaan er|me|mij|les?|la|l['’]|un|une|des|quels?|quelles?|the|all|an?|which|show|find|in)\s+)*"
_LED = tuple(
    (re.compile(rf"{_LEADING}(?P<noun>{p.pattern})(?![\w-])(?!\s+(?:door|wordt|is|mag)\b)", re.I), i) for p, i in _KINDS
)
_WITHIN = tuple(
    (re.compile(rf"(?<![\w-])(?:in|uit|volgens|op) (?:de|het|een)\s+(?P<noun>{p.pattern})(?![\w-])", re.I), i)
    for p, i in _KINDS
)

_QUOTED = re.compile(r"[\"“”„«]\s*([^\"“”„«»]*?[^\W_][^\"“”„«»]*?)\s*[\"“”»]")
_WITHOUT = re.compile(r"(?<!\S)[-−](?P<word>[^\W\d_][\w'’]*(?:-\w+)*)")
# "2020_GR_00057", "OMV_2021012345", "SB-2016-077": letters and at least four digits, joined. "COVID-19" is a word.
_NUMBER = re.compile(
    r"(?<![\w/.-])(?=[A-Z0-9_/.-]*[A-Z])(?=(?:[A-Z_/.-]*\d){4})[A-Z0-9]{1,10}(?:[_/.-][A-Z0-9]{1,12}){1,5}(?![\w/-])"
)
_LETTERS = re.compile(r"[^\W_]+")
_PLAIN_YEAR = re.compile(r"[A-Z]+[-/](?:19|20)\d\d")  # "RUP-2021" names a plan


def bodies(text: str) -> list[tuple[str, str]]:
    """Return the bodies that a text names, in order, each once: (name, the words that say so)."""
    found = sorted(
        (match.start(), -len(match[0]), label, match[0]) for p, label in _BODIES for match in p.finditer(text)
    )
    firsts: dict[str, str] = {}
    after = 0
    for start, length, label, said in found:
        if start >= after:
            firsts.setdefault(label, said)
            after = start - length
    return list(firsts.items())


def kind(text: str) -> tuple[str, str] | None:
    """Return which documents a question asks for by their name, (intent, the noun), or None.

    The noun leads the question ("notulen van ...", "welke reglementen") or says where to look ("in de notulen").
    """
    for patterns in (_LED, _WITHIN):
        found = [
            (match.start("noun"), -len(match["noun"]), intent, match["noun"])
            for p, intent in patterns
            if (match := p.search(text))
        ]
        if found:
            return min(found)[2:]
    return None


def phrases(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands between quotation marks, without them as group 1."""
    return _QUOTED.finditer(text)


def unwanted(text: str) -> Iterator[re.Match[str]]:
    """Yield the words with a minus before them, without it as group 1."""
    return _WITHOUT.finditer(text)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the reference numbers in a text, of a dossier or a decision."""
    return (match for match in _NUMBER.finditer(text) if not _PLAIN_YEAR.fullmatch(match[0]))


def plain(text: str) -> str:
    """Return a text for comparing word for word: lower case, no accents, one space for all that is no letter or digit.

    A space stands at both ends, so that `plain(phrase) in plain(text)` compares whole words.
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return f" {' '.join(_LETTERS.findall(folded))} "
