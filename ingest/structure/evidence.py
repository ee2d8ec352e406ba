"""What kind of paper a text is by its clauses and formulas, where no title or name tells. Knows no fields."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.rows import Row
from ingest.types import Role
from search.types import Kind

_READ = 40_000  # characters in which signs are looked for: the clauses of the longest contract seen begin within them
_ENOUGH = 5  # weight of the signs of a contract: a formula and three clauses, or clauses alone
_MOST_CLAUSES = 5
_ENOUGH_STATED = 3
_ENOUGH_OF_FRAMEWORK = 2  # mentions

_AGREES: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)
    for pattern, weight in (
        (r"\b(?:is|zijn|wordt|werd|komen|verklaren)\b[^.;\n]{0,80}\b(?:overeengekomen|overeen\b)", 3),
        (r"\bsluiten (?:het|de) volgende? \w*(?:overeenkomst|contract|akkoord)", 3),
        (r"^tussen\b[^\n]{0,60}$|^tussen (?:de ondergetekenden|enerzijds|:)", 2),
        (r"\b(?:hierna|verder)\b[^.;\n]{0,30}[\"“'‘]|\bhierna (?:te noemen|genoemd|de|het)\b", 1),
        (r"\b(?:opgemaakt|gedaan|getekend|ondertekend)\b[^.;\n]{0,60}\b(?:\w+voud\b|exempla(?:ar|ren)|originelen)", 3),
        (r"\b(?:deze|dit|huidige|onderhavige|voorliggende)\s+\w*(?:overeenkomst|contract|akkoord|opdracht|convenant|protocol)\b", 1),
        (r"\b(?:lastvoorwaarden|bestek|lastenboek|lastenkohier|bijzonder bestek)\s*(?:nr|nummer|:|\d|[A-Z]{2})", 2),
        # A letter with which a public buyer closes the contract with who won: the law has no other signature.
        (
            r"^\W*(?:brief van (?:sluiting|toewijzing|gunning)|(?:sluitings|gunnings|toewijzings)brief|kennisgeving van (?:de )?(?:sluiting|gunning|toewijzing))\b"
            r"|\b(?:door|met) (?:deze|dit) (?:brief|schrijven|kennisgeving|bericht)\b[^.;\n]{0,60}\b(?:overeenkomst|contract|opdracht)\b[^.;\n]{0,40}\b(?:tot stand|gesloten|definitief|toegewezen)"
            r"|\b(?:hierbij|bij deze)\b[^.;\n]{0,40}\b(?:sluiten|gunnen|wijzen|bestellen)\b[^.;\n]{0,60}\b(?:opdracht|overeenkomst|contract)",
            3,
        ),
        (r"\b(?:opdrachtnemer|leverancier|dienstverlener|concessiehouder|aannemer|huurder|begunstigde)\b", 1),
        (r"\boverheidsopdracht voor (?:leveringen|diensten|werken|aanneming)\b", 1),
    )
)  # fmt: skip
_CLAUSE = re.compile(
    r"^(?:(?:artikel|art\.?|§|deel|titel|hoofdstuk)\s{0,2})?(?:[\w.]{1,7}[.):°]?\s{1,3}[-–:.]{0,2}\s{0,2})?"
    r"(?P<topic>voorwerp|onderwerp|doel|duur|duurtijd|looptijd|termijn|prijs|prijzen|vergoeding|kostprijs|kostenverdeling|opzegging|opzeg|be[eë]indiging|geschillen"
    r"|toepasselijk recht|bevoegde rechtbank|aansprakelijkheid|verzekering|betaling|facturatie|partijen|verlenging|borgtocht|waarborg|slotbepalingen|toetreding|afnemers|potenti[eë]le afnemers"
    r"|uitvoering|vertrouwelijkheid|gegevensbescherming|overdracht|overmacht|verbintenissen|verplichtingen|plafond|maximum|gunning|plaatsingsprocedure|opdrachtgever)\b[^\n]{0,50}$",
    re.IGNORECASE | re.MULTILINE,
)
_FRAMEWORK = re.compile(
    r"\b(?:raamovereenkomst|raamcontract|raamakkoord|kader(?:overeenkomst|contract)|aankoopcentrale|opdrachtencentrale)\b",
    re.IGNORECASE,
)
_ITS_OWN_NAME = re.compile(
    r"\b(?:deze|dit|huidige|onderhavige|voorliggende)\s+(?:raamovereenkomst|raamcontract|raamakkoord|kaderovereenkomst)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:hoofdovereenkomst|basisovereenkomst|moederovereenkomst|oorspronkelijke (?:overeenkomst|contract)|bovenvermelde overeenkomst)\b"
    r"|\b(?:raam|hoofd|basis)?(?:overeenkomst|contract)\b[^.;\n]{0,60}\bte verlengen\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:treedt|treden|wij treden)\b[^.;\n]{0,120}\btoe tot (?:de|het|uw|jullie) (?:raam|aankoop|opdrachten)"
    r"|\b(?:wenst|wensen|willen|beslist|besliste|verzoekt|verklaart|bevestigt|bevestigen)\b[^.;\n]{0,80}\b(?:toe te treden tot|in te stappen in|aan te sluiten bij|deel te nemen aan|in te tekenen op|gebruik te maken van|mee te doen (?:aan|met)) (?:de|het|uw|jullie) (?:raam|aankoop|opdrachten|groepsaankoop|samenaankoop)"
    r"|\b(?:stapt|stappen|sluit|sluiten|tekent|tekenen|neemt|nemen|doet|doen)\b[^.;\n]{0,80}\b(?:in op|in|aan bij|aan op|deel aan|mee aan|mee met) (?:uw|jullie|de|het) (?:raamovereenkomst|raamcontract|groepsaankoop|samenaankoop|aankoopcentrale|opdrachtencentrale)"
    r"|\bbevestig(?:en|t|ing)\b[^.;\n]{0,60}\b(?:deelname|toetreding|aansluiting|afname|instap|intekening)\b[^.;\n]{0,80}\b(?:raam(?:overeenkomst|contract)|groepsaankoop|samenaankoop|aankoopcentrale|opdrachtencentrale)",
    re.IGNORECASE,
)
_STATES: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)
    for pattern, weight in (
        (r"\b(?:wij|we|de burgemeesters|de (?:ondertekenende )?(?:gemeenten|besturen))\b[^.;\n]{0,40}\b(?:vragen|eisen|bepleiten|pleiten|roepen|dringen|verzoeken|verwachten)\b", 2),
        (r"^(?:onze|de) (?:vragen|eisen|voorstellen|aanbevelingen|krachtlijnen|verwachtingen)\b[^\n]{0,40}$|^(?:wij|we) (?:vragen|eisen|bepleiten|pleiten)\b[^\n]{0,60}:?$", 2),
        (r"\b(?:dien(?:t|en)|teken(?:t|en)|maak(?:t|en)|breng(?:t|en)|formule(?:ert|ren))\b[^.;\n]{0,80}\b(?:bezwaar|bezwaren|verzet|inspraakreactie|protest)\b", 2),
        (r"\b(?:in het kader van|tijdens|binnen|naar aanleiding van) het openbaar onderzoek\b|\bdeze motie\b", 1),
        (r"^\W*(?:vraagt|vragen|roept|roepen|dringt|dringen|eist|eisen|verzoekt|verzoeken) (?:de|het|er|met aandrang|bij) ", 2),
        (r"\b(?:geachte|mevrouw de|mijnheer de|aan de) (?:heer |mevrouw )?(?:vlaamse |federale )?(?:minister|regering|vlaamse regering|gouverneur)\b", 1),
        (r"\b(?:namens|burgemeesters van|burgemeestersoverleg|gemeenschappelijk|gezamenlijk)\b", 1),
    )
)  # fmt: skip
_OF_A_COUNCIL = re.compile(
    r"^(?:\W*zitting van\b|aanwezig(?:en)?\s*:|verontschuldigd\s*:|(?:de|het) (?:gemeenteraad|raad|college|vast bureau)\b[^\n]{0,60}\b(?:besluit|beslist)\b|stemming\s*:|agendapunt)",
    re.IGNORECASE | re.MULTILINE,
)


def kind_by_text(rows: Sequence[Row]) -> Kind | None:
    """The kind of contract or position that a text is by what it says; None where it tells too little.

    A paper of a council's sitting is none of these, whatever contract it speaks of.
    """
    text = _text(rows)
    if _OF_A_COUNCIL.search(text):
        return None
    agreed = sum(weight for sign, weight in _AGREES if sign.search(text))
    clauses = len({match["topic"].casefold() for match in _CLAUSE.finditer(text)})
    stated = sum(weight for sign, weight in _STATES if sign.search(text))
    if agreed and agreed + min(clauses, _MOST_CLAUSES) >= _ENOUGH:
        if _JOINS.search(text) and clauses < _MOST_CLAUSES:
            return Kind.ACCESSION
        if _CHANGES.search(text) and clauses < _MOST_CLAUSES:
            return Kind.ADDENDUM
        return Kind.FRAMEWORK_CONTRACT if len(_FRAMEWORK.findall(text)) >= _ENOUGH_OF_FRAMEWORK else Kind.CONTRACT
    if _JOINS.search(text):
        return Kind.ACCESSION
    return Kind.POSITION if stated >= _ENOUGH_STATED else None


def is_framework(rows: Sequence[Row]) -> bool:
    """Whether a contract calls itself a framework contract in its clauses, where its title does not."""
    return any(_ITS_OWN_NAME.search(row.text) for row in rows)


def _text(rows: Sequence[Row]) -> str:
    return "\n".join(row.text for row in rows if row.role is not Role.FURNITURE)[:_READ]
