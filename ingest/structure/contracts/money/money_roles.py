"""What an amount is by the words around it: a ceiling, a cost, or neither. Knows nothing of facts and sentences."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from dataclasses import dataclass
from enum import Enum

_PERIOD = r"(?:jaar(?:basis)?|kalenderjaar|schooljaar|werk(?:ings)?jaar|dienstjaar|contractjaar|maand|kwartaal|trimester|semester|seizoen)"
_PARTY = r"(?:bestuur|partij|partner|gemeente|stad|deelnemer|lid|huishouden en per jaar)"
_UNITS = re.compile(rf"(?!(?:{_PERIOD}|{_PARTY})\b)\w")
"""How what a price is for one of begins, where that is no stretch of time and no participant."""

_CEILING = (
    r"plafond\w*|\w*plafond|maxim(?:um(?!pri)\w*|ale?|aal)|max\b|bovengrens|begrens[dt]|beperkt tot|gelimiteerd|geplafonneerd|limiet|binnen (?:de|een) grens|ten hoogste|hoogstens"
    r"|(?:niet|nooit|geenszins|in geen geval|geen enkel \w+) (?:voor )?(?:meer|hoger) (?:\w+ ){0,3}?(?:dan|bedragen|zijn)|(?:niet|nooit) (?:worden |mogen |kunnen )?(?:overschrij\w+|te boven)|(?:niet|nooit) hoger|uitstijgen boven|(?:niet|nooit) (?:\w+ )?boven"
    r"|overschrij\w+ (?:niet|nooit|geenszins|in geen geval|op geen enkel \w+)|(?:blijf|blijven|blijft) (?:\w+ )?(?:onder|beneden|binnen)|mag \w{0,12}\s?(?:besteden|afnemen|bestellen)|van zodra er voor|zolang"
)
_COST = (
    r"ram(?:en|ing\w*)|raam(?:t|de)|begro(?:ot|ten)|begroting\w*|\w*raming|geraamd\w*|geschat\w*|schatt(?:en|ing)|naar schatting|bedraagt|bedragen|belo(?:opt|pen)|neerkomt|kost(?:en|prijs)?|\w+kost(?:en)?|\w*bijdrage\w*|\w*vergoed(?:ing\w*|t|en)|totaal\w*|totale|te verdelen|voorzien|uitgave\w*|forfait\w*|eenmalig\w*"
    r"|jaarlijks\w*|opstart\w*|tussenkomst|inschrijvings?\w*|inschrijving|ingeschreven|betaalt|betalen|betaald|verschuldigd|\w*prijs|\w*bedrag\w*|\w*waarde|aandeel|lidgeld|inleg|inbreng|retributie|\w*licentie|huur|\w*premie|aannemingssom|honorari\w+|ereloon|erelonen|subsidie|toelage|offerte|gegund|toegewezen|opdrachtsom|abonnement|\w*investering"
    r"|aan te rekenen|uitgetrokken|daarvoor|hiervoor|komen wij aan|som|stort(?:en|t)?|rekent|rekenen|aanvaardt de opdracht|legt|leggen|draagt|dragen|\w+geld|\w*recht"
)
_OTHER = (
    r"provisie|drempel\w*|korting\w*|verzeker(?:t|d|de|en)|besparing\w*|opbrengst\w*|omzet\w*|\w*kapitaal|akte|saldo|schijf|minder dan|meer dan|vanaf een bedrag|beneden|onder|boven|standaard\w+|handelaar\w*|riem|vorige aankoop|laatste eigen|tegenover|eigen procedure|optie|intrest\w*|interest\w*"
    r"|maximumprij\w*|minimum(?!bijdrage)\w*|verlies|verliezen|voucher\w*|puntenwaarde|administratiekost\w*|pro rata|steun|gesteund|ontvangt|ontvangen|tegemoetkoming|gewaardeerd"
)
_NEVER = re.compile(
    r"\b(?:\w*waarborg(?:som|bedrag)?|borg(?:som|tocht\w*|stelling\w*)?|\w*garantie|\w*voorschot\w*|krediet\w*|beschikbaar|vastgelegd|restwaarde|residuele|herbouwwaarde|nieuwwaarde|koopoptie|lening|kosten van de akte|\w*stijging|begroting (?:van |dienstjaar )?(?:19|20)\d\d|rolrecht|notaris\w*|creditnota|restbedrag|betaalbaarstelling\w*|hinderfonds|inschrijvers?|(?:andere|laagste|hogere|twee|drie) (?:offertes?|prijs|bod)|geweerd|vielen af"
    r"|factuur (?:van \d|\S{0,12}\d)|bewoners?|ouders|gebruikers? betal\w+|bijkomende (?!kost|bijdrage|vergoeding)\w+|aandeelhouder\w*|erelonen van|buiten het contract)\b"
)
"""Words before an amount that is no price of the contract, whatever stands nearer to it."""

_CUE = re.compile(rf"\b(?:(?P<ceiling>{_CEILING})|(?P<other>{_OTHER})|(?P<cost>{_COST}))\b")
_WEAK = re.compile(
    r"\b(?:bedra(?:agt|gen)|belo(?:opt|pen)|neerkomt|\w*bedrag|\w*waarde|totaal|totale|jaarlijkse?|som|voorzien)\b"
)
"""Words that say as little of a cost as of a ceiling: they count where no other does."""

_SANCTION = re.compile(
    r"\b(?:boetes?|geldboete\w*|straf\w*|penalit\w*|sanctie\w*|inbreuk\w*|laattijdig\w*|nalatig\w*|vertraging\w*|niet-(?:uitvoering|naleving)|wanprestatie|schade\w*|aansprakelijk\w*|dagvergoeding|niet-betaling|ingebrekestelling|aanmaning\w*)\b"
)
_FORMER = re.compile(
    r"\b(?:destijds|voorheen|voordien|vroeger\w*|toen|reeds|vorige?|normaal|kostten?|beliep(?:en)?|betaalden?|gaf|gaven|klom|stegen?|kocht(?:en)?|plaatsten|aangekocht|begonnen|besteed|gestort|gefactureerd|tot dusver|nog open|huidige|liep op|oorspronkelijke|(?:is|was|waren|werd) (?:er (?:al |reeds )?voor|daarvan)|(?:in|van|voor|sinds) (?:19|20)\d\d (?:bedroeg|bedroegen|goed voor|was|waren|werd|werden)|in (?:19|20)\d\d geraamde|(?:bedroeg|bedroegen|betaald) in (?:19|20)\d\d|(?:19|20)\d\d, betaald|in (?:19|20)\d\d:)(?!\w)"
    r"|\b(?:in plaats van|i\.p\.v\.|was|oude?|oud:[^.;€]{0,40}|tot nu toe|nu:|\(nu)[:\s(]*$"
)
_FORMER_AFTER = re.compile(
    r"\)?\s*(?:in (?:19|20)\d\d\b|(?:gevraagd|beliepen|uitgegeven)\b|[^.;€]{0,30}\b(?:kwijtgescholden|achterhaald|beliepen|bedroegen|(?:hier )?niet onder|valt buiten|meer dan|vallen buiten|nog open|geweigerd|verworpen|geweerd|gerangschikt|niet weerhouden|ingetrokken|extra nodig|tot dan)\b)"
)
"""Words beside an amount that held before, or is told of something else."""

_PRESENT = re.compile(r"\b(?:wordt|worden|voortaan|nu|vanaf|thans|geldt|komt)\b")
_RANGE = re.compile(r"\btussen\s*$|\btussen\b[^;€]{0,20}\ben\s*$")
_CHANGE_BY = re.compile(
    r"\b(?:ver(?:hoog|laag|minder|meerder)(?:d|t|en)?|opgetrokken|stijgt|daalt|toename|verhoging|verlaging)\s+met\s*$|\btoename van\s*$"
)
_CHANGED = re.compile(
    r"\b(?:gebracht|gewijzigd|opgetrokken|verhoogd|verlaagd|herleid|herrekend|aangepast|verminderd|vermeerderd|teruggebracht|vervangen|wordt|worden|gaat|stijgt|daalt|komt)\b[^;€]{0,40}\b(?:op|tot|naar|in|door)\s*$|^\s*(?:\(?(?:excl|incl)[^)]{0,12}\)?\s*)?(?:naar|tot|op)\s*$"
)
_FROM = re.compile(r"\b(?:van|dan)\s*$")
_UNIT_LEAD = re.compile(
    rf"\b(?:uur|dag|rit|stuk|kilometer|km|minuut|eenheids)(?:tarie\w*|prij\w*|lo(?:on|nen|onkost)|vergoeding)\b|\b(?:een|elke|iedere|per)\s+(?!bestuur|partij|gemeente|jaar|deelnemer)[\w-]+(?:\s+[\w-]+){{0,7}}\s+(?:kost|wordt (?:vergoed|aangerekend|gefactureerd|betaald))\b|\bà\s*$|\bper (?!{_PERIOD}\b|{_PARTY}\b|perceel\b)\w+"
)
_PER_LIMIT = re.compile(
    rf"\bper (?!{_PERIOD}\b|{_PARTY}\b)\w+|\bbestelbon\w*\b|\b(?:een|elke|iedere|geen) bestelling\b|\bbestelling(?:en)? boven\b|\bsteun\b|\bprovincie\b|\bper (?:partij|gemeente|bestuur) per\b|\buurtarief\b|\bgeen enkel jaar\b|\b(?:haar|zijn) vergoeding\b|\b(?:herzien|index)\w*\b|\bverschil\b|\bkorting\w*"
)
_GIVES = re.compile(
    r"\b(?:vlaams\w*|vlaanderen|provinci\w*|federa\w*|europe\w*|gewest\w*|agentschap|minister\w*|overheid|aangevraagd)\b"
)
_AFTER_CEILING = re.compile(
    r"[^;€]{0,110}?\b(?:(?:niet|nooit|geenszins) (?:worden |mag |mogen |kunnen )?(?:overschr|opgebruikt|te boven)|als (?:maximum|plafond|bovengrens)|(?<!geen )maximum\b|(?:besteld|opgebruikt|uitgeput|besteed) is)|\s*(?:groot )?en meer\b"
)
_NO_MORE = re.compile(r"[^.;€]{0,30}\b(?:mag|mogen|kan|kunnen)\b[^.;€]{0,30}\b(?:niet|geen)\b")
_AFTER_COST = re.compile(
    rf"[^.;€]{{0,24}}\b(?:per {_PERIOD}|per {_PARTY}|op jaarbasis|'s jaars|jaarlijks|over de (?:hele|volledige|gehele) (?:looptijd|duur)|(?:bij|op|in|aan|uit)(?=\W*$|[.;])|als raming|\w+recht\b|\w*bijdrage\b|kost\w*\b|verschuldigd|huur\b|kosten\b|uitgetrokken|te betalen|aangerekend)"
)
_NOT_ONE = re.compile(r"\bgeen (?:maximum|plafond|bovengrens)\b")


class Role(Enum):
    """What an amount is in a contract."""

    CEILING = "ceiling"
    COST = "cost"
    FORMER = "former"  # it held before
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Around:
    """The words around an amount, in small letters."""

    lead: str  # from the amount before it, or from where its sentence begins
    last: str  # the last part of that, after "zijnde" of "€ 0,20 per inwoner, zijnde € 4.000"
    before: str  # the whole sentence up to it
    after: str  # up to the next amount


@dataclass(frozen=True, slots=True)
class Topic:
    """What stands over or beside the sentence of an amount, in small letters."""

    label: str
    heading: str
    head: str  # the first row of its table, or the line that announces it
    is_bare: bool  # the sentence is a row or hardly more than the amount


_NO_TOPIC = re.compile(
    r"\b(?:prijzen|prijslijst|prijsopgave|eenheidsprij\w*|tarie\w*|bijlage|bestelprocedure|boetes?|straf\w*|borg(?:som|tocht\w*|stelling\w*)?|waarborg\w*|^verzekering\w*|kortingen|sancties?|maximumprijzen|leveringen|hoeveelhe\w*"
    r"|stemming|bespreking|tussenkomst|behandeling|stellingname|verzoek|wij (?:vragen|stellen vast)|colofon|vorige?|huidige?|vandaag|situatie\w*|\w*historiek|regelgeving|annulatie|lopende?|gevolgen van (?:het|de) (?:vertrek|uittreding)|eindafrekening|evaluatie|geheimhouding|geschillen|intrekking)\b"
)
"""Headings below which an amount is no price of the contract, but for a total."""

_COST_TOPIC = re.compile(
    rf"\b(?:{_COST}|financi\w+|middelen|geld|wie betaalt|wat (?:kost|brengt)|budget\w*|verdeelsleutel|verdeling)\b"
)
_CEILING_TOPIC = re.compile(
    r"\b(?:plafond\w*|\w*plafond|maximum(?:bedrag\w*|waarde|bestel\w*)?|maximale (?:waarde|afname|bestel\w*|opdracht\w*|uitgave)|max\. (?:waarde|afname|bedrag)|maximaal af te nemen|maximumbedragen|bovengrens)"
)
_OTHER_LABEL = re.compile(
    rf"\b(?:{_OTHER})\b|^\W*(?:dag|uur|stuk|beurt|extra|bijkomende?|reden|optie \w|max\. per|visum)\b|\b(?:per (?!{_PERIOD}\b|{_PARTY}\b|contract\b)\w+)"
)
_UNIT_PRICES = re.compile(
    r"\b(?:prijs|tarief|eenheid\w*|kostprijs)\s+per\b|\beenheid\b|\beenheidsprij\w*|\bprijs excl|\bprijs incl|\bprijs (?:tot|vanaf)\b|maximumprijs"
)
_PAYS = re.compile(r"\b(?:voor|tegen|aan|mee voor)\s*$")
_ACTS = re.compile(
    r"\b(?:besteld|bestelling|opdracht|doe[nt]? (?:wij |we )?mee|mee\s*$|neemt\b.{0,40}\baf|afname|vraagt|brengt|levert|legt|toe|per maand|gebruik\w*)\b"
)


def role_of(around: Around, per: str, topic: Topic, previous: Role | None) -> tuple[Role, float]:
    """What an amount is, and how sure that is.

    The word that stands nearest before it decides, then what follows it, then what the amount before it in the same
    sentence is, then the label, heading or table it stands in.

    Args:
        around: The words around it.
        per: What it is a price for one of, "" for a sum.
        topic: What stands over or beside its sentence.
        previous: What the amount before it in the same sentence is.
    """
    if _UNITS.match(per) or _is_left_out(around, topic):
        return Role.OTHER, 1.0
    if _is_former(around, previous):
        return Role.FORMER, 1.0
    nearest = _nearest(around.lead)
    if _is_ceiling(around, topic, nearest, is_yearly=bool(per)):
        return Role.CEILING, 0.92
    if nearest == Role.CEILING.value and not per:
        return Role.OTHER, 1.0
    return _cost(around, per, topic, nearest, previous)


def _nearest(lead: str) -> str:
    """The role of the last telling word; one that limits reaches to the end of its clause: "de maximale kost bedraagt"."""
    cues = [
        (cue.start(), str(cue.lastgroup))
        for cue in _CUE.finditer(lead)
        if cue.lastgroup != Role.COST.value or not _WEAK.fullmatch(cue[0])
    ]
    clause = max(lead.rfind(", "), lead.rfind("; "), lead.rfind(" en "))
    if any(role == Role.CEILING.value for at, role in cues if at > clause):
        return Role.CEILING.value
    return cues[-1][1] if cues else "weak" if _WEAK.search(lead) else ""


def _is_left_out(around: Around, topic: Topic) -> bool:
    """Whether it is a fine, a guarantee, a difference, or one end of a range."""
    if _SANCTION.search(around.before) or _SANCTION.search(topic.heading):
        return True
    return bool(
        _RANGE.search(_bare(around.before)) or _CHANGE_BY.search(_bare(around.lead)) or _NEVER.search(around.lead)
    )


def _is_former(around: Around, previous: Role | None) -> bool:
    """Whether it held before; what follows an amount that did, did so too, unless a word says that it holds now."""
    if previous is Role.FORMER and not _PRESENT.search(around.lead):
        return True
    return bool(_FORMER.search(_bare(around.lead)) or _FORMER_AFTER.match(around.after))


def _bare(lead: str) -> str:
    """What stands before an amount, without the sign of the euro and brackets."""
    return lead.rstrip("€ (").removesuffix("eur").rstrip()


def is_replaced(before: str, between: str) -> bool:
    """Whether an amount gives way to the next one: "van € 6,5 miljoen naar € 7 miljoen".

    Args:
        before: The words up to it.
        between: Those from it to the next.
    """
    if not _CHANGED.search(_bare(between)):
        return bool(_CHANGE_BY.search(_bare(before)))
    return bool(_FROM.search(_bare(before)) or re.search(r"\w{5}", between))


def _is_ceiling(around: Around, topic: Topic, nearest: str, *, is_yearly: bool) -> bool:
    if _PER_LIMIT.search(around.lead) or _NOT_ONE.search(around.after) or _PER_LIMIT.search(topic.label):
        return False
    if _AFTER_CEILING.match(around.after):
        return not is_yearly
    if nearest == Role.CEILING.value:
        is_passed = re.match(r"[^.;€]{0,12}\boverschr", around.after)
        return not (is_yearly or is_passed)
    if re.search(r"\bboven\s*$", around.lead.rstrip("€ ")):
        return bool(_NO_MORE.match(around.after))
    is_told = _CEILING_TOPIC.search(f"{topic.label} {topic.head}") or _CEILING_TOPIC.search(topic.heading)
    return bool(topic.is_bare and nearest in ("", "weak") and is_told)


def _cost(around: Around, per: str, topic: Topic, nearest: str, previous: Role | None) -> tuple[Role, float]:
    is_total = bool(
        re.search(
            r"^\W*(?:algemeen\s+)?totaal\b|^\W*totale\b|\bsamen\b|\btotaal van [^.;€]{0,40}$|\b(?:geraamde|geschatte) \w*waarde\b",
            around.before,
        )
    )
    if (_NO_TOPIC.search(topic.heading) or _UNIT_PRICES.search(topic.head)) and not is_total:
        return Role.OTHER, 1.0
    is_given = re.search(r"\b(?:subsidie|tussen|toelage|kende|draagt)", around.lead) and _GIVES.search(
        around.before + around.after
    )
    if nearest == Role.OTHER.value or is_given or _OTHER_LABEL.search(topic.label) or _UNIT_LEAD.search(around.last):
        return Role.OTHER, 1.0
    if nearest in (Role.COST.value, "weak"):
        return Role.COST, 0.8
    if _AFTER_COST.match(around.after):
        return Role.COST, 0.78
    if previous is not None:
        return (Role.OTHER, 1.0) if previous is Role.OTHER else (Role.COST, 0.75)
    if _CUE.search(topic.head) or _COST_TOPIC.search(topic.heading) or is_total:
        return Role.COST, 0.7
    if _PAYS.search(around.lead.rstrip("€ ")) and _ACTS.search(around.before + around.after):
        return Role.COST, 0.65
    return Role.OTHER, 1.0
