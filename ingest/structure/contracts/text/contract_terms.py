"""The words by which contracts speak of themselves, their duration and their parts. Data, no logic."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

CONTRACT = (
    r"(?:\w*overeenkomst(?:en)?|\w*contract(?:en)?|(?:overheids|raam)?opdracht|\w*samenwerking|\w*concessie|\w*protocol|convenant|toetreding|interlokale vereniging|charter|consortium|memorandum|afspraak|afspraken|intentieverklaring"
    r"|deelname|deelneming|aansluiting|afname|instap|addendum|avenant|verbintenis|mandaat|\w*akkoord|dienstverlening|conventie|bijakte|polis|huur|erfpacht|\w*regeling|abonnement|bestek)"
)
"""What is signed, joined or amended."""

DURATION_TOPIC = re.compile(
    r"\b(?:\w{0,12}duur(?:tijd)?|looptijd|ingangsdatum|einddatum|aanvang(?:sdatum)?|inwerkingtreding|ingang|startdatum"
    r"|begin(?:datum)?|einde|vervaldag|vervaldatum|eindtermijn|start|periode|geldigheid|wanneer (?:begint|start|eindigt|stopt|loopt|geldt)|hoe\s?lang|van(?:af)? wanneer|tot wanneer|(?:in)?werkingstijd|contractperiode|verlenging(?:en)?|tijdsduur|termijn(?:en)?(?!\s+van\s+uitvoering|\s+voor))\b"
)
"""A heading or label, in small letters, over how long it lasts."""

NOTICE_TOPIC = re.compile(
    r"\b(?:opzeg\w*|vooropzeg\w*|be[eë]indig\w*|uittred\w*|afstap\w*|uittree\w*|stopp\w+|uitstap\w*|stopzetting|ontbinding|verbreking|einde)\b"
)
JOINING_TOPIC = re.compile(
    r"\b(?:toetred\w*|afnem\w*|aansluit\w*|instap\w*|deelnem\w*|deelname|gebruikers|begunstigden|besturen|bestellen|kan afnemen|kan deelnemen"
    r"|toepassingsgebied|bestelgerechtigd\w*|er(?:bij| \w+ bij) ?komen|iemand bij|wie mag|voor wie|opstap|bestemming|bestemmelingen|openstelling|uitbreiding|doelgroep|aankoopcentrale|opdrachtencentrale)\b"
)
PARTIES_TOPIC = re.compile(
    r"\b(?:partijen|contractpartijen|contracterende|ondergetekenden|ondertekenaars|tussen de ondergetekenden|identificatie|tussen$|wie (?:ondertekent|tekent|sluit|doet mee|doen mee|neemt deel|nemen deel|zijn wij|zijn we))\b"
)
SUBJECT_TOPIC = re.compile(
    r"^(?:(?:het )?(?:voorwerp|onderwerp|doel(?:stelling)?|opdracht)(?: (?:van (?:de|het) )?(?:\w+)?| en .{2,40})?|(?:voorwerp|onderwerp)\b.{0,60})$"
)
RECITAL_TOPIC = re.compile(
    r"\b(?:aanleiding|overweg\w*|voorgeschiedenis|context|situering|voorafgaand\w*|vooraf$|preambule|inleiding|motiver\w*|motivatie|feiten|feitelijk\w*"
    r"|argument\w*|juridisch\w*|rechtsgrond\w*|wettelijk\w*|historiek|toelichting|gelet op|verantwoording|achtergrond|considerans|voorgaand\w*|adviezen)\b"
)
"""A part that tells what went before: its dates are those of other papers."""

PRICE_TOPIC = re.compile(
    r"\b(?:prij[sz]\w*|tarie\w*|vergoeding\w*|kost\w*|betaling\w*|factu\w*|waarborg\w*|borg\w*|garantie|verzeker\w*|boete\w*|straf\w*|levering\w*|indexer\w*|herzien\w*)\b"
)
JOINS = (
    r"(?:toe\s*te\s*treden|toetred\w*|toetreedt|treedt\b.{0,80}?\btoe|treden\b.{0,80}?\btoe|instapp\w+|instapt|in te stappen|stapt\b.{0,60}?\bin"
    r"|aan\s*(?:te\s*)?sluiten|inschrijven|in te schrijven|mee\s*(?:te\s*)?(?:doen|kopen|stappen)|aansluit\w*|sluit(?:en)?\b.{0,60}?\baan|intekenen|in te tekenen|deel\s*(?:te\s*)?nemen|deelneemt|neemt\b.{0,40}?\bdeel"
    r"|afnem\w*|afneemt|af te nemen|bestellen|te bestellen|gebruik\s*(?:te\s*)?maken|beroep\s+(?:te\s+)?doen|bestelling(?:en)?\s+(?:te\s+)?plaatsen|gebruikmaken|gebruik\s?maakt|mee(?:kopen|bestellen)|aankopen\s+(?:te\s+)?doen|bijtreden)"
)
"""Ways of becoming a participant, or of saying who may."""

_JOINT_HEAD = (
    r"[Ii]ntercommunale|[Pp]rovincie|(?:[Dd]ienstverlenende|[Oo]pdrachthoudende|[Ii]nterlokale) [Vv]ereniging|[Pp]rojectvereniging|[Vv]ervoerregio(?:raad)?|[Hh]ulpverleningszone|[Bb]randweerzone|[Pp]olitiezone"
    r"|[Zz]orgbedrijf|[Pp]ensioenfonds|[Ii]ntergemeentelijk [Ss]amenwerkingsverband|[Ss]amenwerkingsverband|[Ww]elzijnsvereniging|[Aa]utonoom [Gg]emeentebedrijf|AGB|[Ss]treekvereniging|[Ss]treekintercommunale"
    r"|[Pp]rocureur des|[Vv]laams(?= Gewest)|[Vv]laamse(?= Gemeenschap| Regering)|[Bb]elgische(?= Staat)|[Hh]ogeschool|[Uu]niversiteit|[Ee]rfgoedcel|[Rr]egionaal [Ll]andschap|[Ww]oonmaatschappij|[Zz]orgraad|[Ee]erstelijnszone|[Kk]ringwinkel|HOGESCHOOL|INTERCOMMUNALE|STREEKVERENIGING|PROVINCIE|POLITIEZONE|HULPVERLENINGSZONE"
)
_OF_THE_STATE = r"[Aa]gentschap|AGENTSCHAP|[Dd]epartement|[Vv]ereniging (?=van )|[Ii]nstituut (?=voor )"
_ITS_FORM = r"(?:\s(?:dv|ov|vzw|igs|cv|nv|bv|DV|OV|VZW|IGS)\b)?"
JOINT_BODY = (
    rf"(?:(?:{_JOINT_HEAD})(?:\s[A-Z][\w&'-]*){{1,5}}"
    rf"|(?:{_OF_THE_STATE})(?:\s?(?:(?:voor|van|de|het|en)\s){{0,2}}[A-Z][\w&'-]*){{1,6}}){_ITS_FORM}"
)
"""A public body that is no municipality, with its name."""

BODY = r"(?:aankoop|opdrachten)centra(?:le|les)|centrale aankoopinstantie|aankoopcentale"
"""What buys for others; "gezamenlijke opdracht" is not that: nobody can join one later."""

FOR_OTHERS = re.compile(r"\b(?:mede (?:optre\w+ )?|optre\w+ )(?:voor|namens)\b")
"""What stands before those for whom a body acts: they buy through it, and are neither buyer nor party."""

AGREED = re.compile(
    r"(?:(?:wordt|werd|worden|is|zijn|komen|kwamen|verklaren|spreken|sluiten|beslissen|besluiten|verbinden)\b[^.;]{0,110}\b(?:overeengekomen|overeen|afgesproken|vastgesteld|besloten|bepaald|af|partijen|volgende?|volgt|gesloten)\b[^.;]{0,40}[:.,]?|enig\s+(?:hoofdstuk|artikel)\b[^:;]{0,60}|tussen(?: de ondergetekenden)?\s*:?)$",
    re.IGNORECASE,
)
"""The line with which the recitals end and the agreement begins."""

RECITES = re.compile(
    r"\W*(?:(?:overwegende|gelet op|gezien|aangezien|gehoord|in aanmerking nemende?|nadat|erop gelet|herinnerend aan)\b"
    r"|(?:de |het )?(?:hoofd|basis|moeder|(?:oorspronkelijke|initi[eë]le|eerdere|vorige|bestaande) )\w*(?:overeenkomst|contract)\b[^.;]{0,40}\b(?:getekend|ondertekend|gesloten|werd|liep|trad|ging|startte|lopend|van \d))",
    re.IGNORECASE,
)
"""How a sentence begins that tells what went before."""

OPERATIVE = (
    r"wat (?:vinden|vragen|willen|stellen|eisen|bepleiten) (?:wij|we)\b.{0,30}|(?:(?:ons|het|gezamenlijk|gemeenschappelijk|herzien|nieuw)\s+)?standpunt(?:en)?(?:\s+(?:20\d\d|van .{2,60}|over .{2,60}|inzake .{2,60}))?|(?:ingenomen|uitgesproken) standpunt(?:en)?"
    r"|wat (?:wij|we) (?:samen )?(?:onderschrijven|vragen|willen|bepleiten|eisen|voorstellen)|(?:wij|we|de burgemeesters|de besturen|de gemeenten) (?:vragen|stellen|bepleiten|eisen|willen|verbinden ons|engageren)(?: .{2,40})?"
    r"|(?:onze |de |het )?(?:concrete |gezamenlijke |gemeenschappelijke |gedeelde )?(?:vragen|eisen|aanbevelingen|krachtlijnen|engagementen|voorstellen|kernpunten|bezwaren|verwachtingen|verzoeken|opmerkingen|prioriteiten|speerpunten|principes|standpunten|krachtlijnen van het standpunt)(?: en (?:vragen|eisen|voorstellen|aanbevelingen|engagementen|bezwaren|verwachtingen|opmerkingen))?(?: (?:aan|voor|van|bij) .{3,60})?"
)
"""Headings, in small letters, over what a position states."""

TOPIC = re.compile(
    rf"{OPERATIVE}|(?:inleiding|aanleiding|situering|toelichting|context|feiten|motivering|overwegingen|voorbehoud|opvolging|besluit|beslissing|argumentatie"
    r"|voorwerp|onderwerp|doel|partijen|duur|looptijd|duurtijd|opzegging|opzeg|be[eë]indiging|verlenging|toetreding|afnemers|prijs|kosten|waarde|plafond|geschillen|slotbepalingen|bepalingen|wijzigingen|afspraken|bijlagen?|kerngegevens)"
    r"(?: en [a-z]+| van (?:de|het) [a-z]+)?"
)
"""A line that is a heading by its words alone."""
