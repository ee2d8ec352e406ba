"""How Dutch says that somebody joins, may join, leaves or does not: stems and cues. Data, no logic."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

# Finite forms, particle, infinitive and participle of each verb: its other shapes follow from these.
_VERBS = (
    ("treedt treden trad traden", "toe", "treden", "toegetreden"),
    ("sluit sluiten sloot sloten", "aan", "sluiten", "aangesloten"),
    ("stapt stappen stapte stapten", "in", "stappen", "ingestapt"),
    ("stapt stappen stapte stapten", "mee", "stappen", "meegestapt"),
    ("neemt nemen nam namen", "deel", "nemen", "deelgenomen"),
    ("neemt nemen nam namen", "af", "nemen", ""),
    ("tekent tekenen tekende tekenden", "in", "tekenen", "ingetekend"),
    ("doet doen deed deden", "mee", "doen", "meegedaan"),
    ("koopt kopen kocht kochten", "mee", "kopen", "meegekocht"),
    ("komt komen kwam kwamen", "bij", "komen", "bijgekomen"),
)
_FAR = 150  # characters between "treedt" and "toe"


def _finite(forms: str, particle: str) -> str:
    """A verb in a main clause ("treedt vanaf mei toe") or a subordinate one ("toetreedt")."""
    either = "|".join(forms.split())
    apart = r"er\b[^.;:]{0,40}\bbij" if particle == "bij" else particle
    return rf"(?:{either})\b(?:[^.;:]|\.(?=\d)){{0,{_FAR}}}?\b{apart}\b|{particle}(?:{either})\b"


_FINITE = "|".join(_finite(forms, particle) for forms, particle, _, _ in _VERBS)
_TO = "|".join(rf"{particle}\s?te\s{infinitive}" for _, particle, infinitive, _ in _VERBS)
_BARE = "|".join(rf"{particle}\s?{infinitive}" for _, particle, infinitive, _ in _VERBS)
_DONE = "|".join(participle for _, _, _, participle in _VERBS if participle)

FOR_OTHERS = r"(?:voor zichzelf en voor|(?:mede |daarbij )?optre\w+ (?:voor|namens)|mede (?:voor|namens)|optre\w+\b[^.;:]{0,40}\bcentrale voor)\b"
"""What stands before those who take part through whom acts."""

_MEMBER = r"(?:(?:als\s)?(?:een\s|de\s)?(?:nieuwe?\s|eerste\s)?(?:lid|leden|deelnemers?|klant|klanten|afnemers?|toetreders?|participant))"
NOUN = r"(?:toetreding|aansluiting|deelname|deelneming|intekening|instap|inschrijving|afname)"
"""Joining as a noun."""

BY_NOUN = re.compile(rf"\b{NOUN}(?:\s(?!tot\b|aan\b)\w+){{0,2}}\s(?:van|door|der|voor|vanwege|namens)$|\bdeelnemende$")
"""What stands before whoever joins: "de toetreding van", "keurt de toetreding goed van"."""

NOUN_OF = re.compile(rf"\b{NOUN}(?:\s\w+){{0,2}}\s(?:van|door|der|voor|vanwege)\s")
"""The same, anywhere in a clause."""

_BUYS = r"(?:bestelt|bestellen|koopt|kopen)"
_CUES = (
    _FINITE,
    rf"(?:{_TO}|{_DONE}|gebruik te maken|beroep te doen|te laten aansluiten|van rechtswege)\b",
    rf"(?:wordt|worden|werd|werden|is|zijn|was|waren|blijft|blijven|optreedt als)\b[^.;:]{{0,80}}\b(?:{_MEMBER}|verbonden|toegevoegd|aanvaard|opgenomen|bijgevoegd|toegelaten)\b",
    r"(?:toegevoegd|opgenomen|aanvaard|toegelaten)\s(?:worden|werd|wordt|zijn|is|als)\b",
    r"(?:doet|doen|deed|deden)\b(?:\s(?:een|voortaan))?\s(?:beroep|verder)\b",
    r"maakt\b[^.;:]{0,40}\bgebruik van\b",
    rf"(?:{_BUYS}|betrekt|betrekken|gebruikt|gebruiken)\b[^.;:]{{0,120}}\b(?:via|bij|raam\w+|overeenkomst|contract|sinds)\b",
    rf"(?:sinds|reeds|al|thans|nu|momenteel|intussen|inmiddels|ondertussen)\b[^.;:]{{0,60}}\b(?:{_BUYS}|afnemen|{_MEMBER})\b",
    r"(?:gaat|gaan|ging|gingen)\b[^.;:]{0,40}\b(?:deelname|verbintenis) aan\b",
    r"toegang\b[^.;:]{0,20}\bverleend\b",
    r"(?:deelnemerslijst|verwelkom\w*|lid (?:sinds|vanaf)|stapt(?:en)? in (?:het|de))\b",
    r"(?:is|zijn|waren) er (?:al |reeds )?bij\b",
    r"volg(?:t|en|de|den)\b[^.;:]{0,15}\bop \d",
    r"vanaf (?:de aanvang|het begin|de start|de eerste dag|dag één)\b",
    r"zich\b[^.;:]{0,60}\b(?:opgegeven|aangemeld)\b",
    r"(?:toetredend bestuur|toetreder)(?=,|$)",
    FOR_OTHERS,
)
# One boundary before them all: looking for it once is near twice as fast as in each cue.
JOINS_NOW = re.compile(rf"\b(?=[a-z])(?:{'|'.join(_CUES)})")
"""A clause, in small letters, that tells that somebody joins or has joined."""

DECIDED = re.compile(
    r"\b(?:keurt|goedgekeurd\w*|goed te keuren|stemt in|in te stemmen|verleend|aanvaard\w*|noteer\w*|bekrachtigt|ondergetekende\w*|besluit|beslist)\b"
)
"""Whoever is named joins by this: what else is said of "de toetreding van" somebody may be a plan or a rule."""

MAY_VERB = re.compile(
    rf"\b(?:{_BARE}|{_DONE}|{_TO}|bestel\w*|gebruik\w*|genieten|afhalen|inschrijven|in te schrijven|aanmelden|melden|beroep|meeliften|mee te liften|orders? plaatsen|volgen|zich (?:aan|bij)\b[^.;:]{{0,40}}aansluiten|mee|dat ook|dat eveneens|hun {NOUN} vragen)\b"
)
"""What somebody may do who may join."""

MAY = re.compile(rf"\b(?:kan|kunnen|kunt|mag|mogen|konden|mochten|mogelijkheid om)\b[^.;]{{0,200}}?{MAY_VERB.pattern}")
"""A clause, in small letters, that tells that somebody may join."""

LEAVES = re.compile(
    r"\b(?:haakte[n]?\b[^.;]{0,60}\baf|afhaakte[n]?|afgehaakt|trad(?:en)?\b[^.;]{0,40}\buit|(?:treedt|treden|stapt|stappen)\b[^.;]{0,60}\buit|uittrad(?:en)?|uitgetreden|stapte[n]?\b[^.;]{0,60}\buit|uitstapte[n]?|uitgestapt|uittreedt|uittreding|uitstap"
    r"|geschrapt|schrapping|uit de lijst|opgehouden|ontslagnemend|verlaat|verlaten|verliet\w*|gestopt|stopt|stopzetting|stopgezet|stop te zetten|be[eë]indig\w*|in te trekken|herroep\w*|te herroepen|op te zeggen|ex-\w+|ontbonden|opgezegd|opzegde[n]?|zegde[n]?\b[^.;]{0,40}\bop|zegt\b[^.;]{0,60}\bop|vertrokken|niet (?:langer|meer)|lid van [^.;]{0,30}\btot\b)\b"
)
"""Who is named in such a clause takes part no longer."""

DENIES = re.compile(
    r"\b(?:niet|niets|geen|nooit|evenmin|geweigerd|afgewezen|verworpen|uitgesteld|ingetrokken|trekt\b[^.;]{0,80}\bin|opgeheven|onvolledig|te laat|nog te ontvangen|geen antwoord|reserve\w*|waarnemers?"
    r"|zou|zouden|overweegt|overwegen|onderzoekt|onderzoeken|vroeg\w*|wacht(?:en|te|ten)?\b[^.;]{0,60}\baf|verzoekt|indien|zodra)\b"
)
"""Who is named in such a clause does not take part, or not yet."""

ON_CONTRACT = re.compile(
    r"\braam\w+|overeenkomst|contract|centrale|\bopdracht|groepsaankoop|samenaankoop|perceel|interlokale vereniging|bestek|aankoop|convenant|samenwerking|afne[em]|toetred|deelneme?r|inteken|aansluit|aan te sluiten|instap|vereniging\b|leverancier|opdrachtnemer|dienstverlener|percelen"
)
"""Something one can join is named."""

WISHES = re.compile(
    rf"\b(?:wenst|wensen|wil|willen|zal|zullen|gaat|bevestigt|bevestigen|verklaart|verklaren|beslist|besluit)\b[^.;]{{0,160}}?\b(?:{_TO}|{_BARE}|(?:zich )?(?:in|aan) te schrijven|inschrijven|gebruik te maken|beroep te doen|{NOUN})\b|\baanvaardt\b[^.;]{{0,60}}\b(?:bepalingen|voorwaarden|bestek)\b"
)
"""An accession says of its own municipality that it joins."""
