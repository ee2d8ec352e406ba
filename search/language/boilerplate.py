"""What people type around their subject ("wat hebben we beslist over ..."), and what it says of what they want.

Dutch, French and English. Takes the subject out whole: "beslissing over ervaring" is about "ervaring". Does not judge
whether a question makes sense.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from dataclasses import dataclass

from search.language import municipalities

_PLACE = (
    "\ue000"  # stands for each letter of a place, so that "wat besliste Damme over" opens as "wat besliste men over"
)
_WHO = r"(?:we|wij|ze|zij|men|(?:het |de )?(?:stad |gemeente |stadsbestuur |gemeentebestuur )?(?:van )?\ue000+(?: (?:gemeenteraad|college|raad|bestuur|stadsbestuur))?|de stad|de gemeente|het college|de (?:gemeente)?raad|de (?:tien )?gemeenten|de burgemeesters|het (?:burgemeesters)?overleg|onze (?:buur)?gemeenten?|(?:de )?andere gemeenten|er|het vast bureau|de burgemeester|iemand|het schepencollege|de raad voor maatschappelijk welzijn|exello(?:\.net)?)(?: van (?:de stad |de gemeente )?(?:\ue000+|[A-Z][\w-]+))?"
_PAST = r"(?:ooit |al |eerder |reeds |vroeger |samen |toen |precies |in het verleden )*"
_ON = r"(?:over|rond|omtrent|inzake|betreffende|met betrekking tot|m\.b\.t\.?|aangaande|in verband met|i\.v\.m\.?|ten aanzien van|t\.a\.v\.?|voor|van|met|op|bij|tegenover|naar)"
_FR_ON = r"(?:sur|concernant|au sujet (?:de|du|des)|à propos (?:de|du|des)|en matière (?:de|d[’'])|pour|quant (?:à|au|aux)|relatif à|relative à|avec|(?:de|du|des|d[’']))"
_EN_ON = r"(?:about|on|regarding|concerning|with regard to|related to|for|with|of|in)"
_DECIDE = r"(?:beslist|besloten|goedgekeurd|bepaald|vastgelegd|gestemd|beslisten|besliste|besloot)"
_STATE = r"(?:gezegd|ingenomen|gevraagd|verdedigd|geadviseerd|standpunt|stelling|mening|positie)"

_PAPER = r"(?:notulen|verslag(?:en)?|agenda(?:'s)?|besluitenlijst(?:en)?|uittreksels?|nota(?:'s)?|standpunt(?:en)?|reglement(?:en)?|overeenkomst(?:en)?|contract(?:en)?|raamovereenkomst(?:en)?|raamcontract(?:en)?|besluit(?:en)?|beslissing(?:en)?|document(?:en)?|dossiers?|stukken|informatie)"
_ABOUT = r"(?:over|rond|omtrent|inzake|betreffende|met betrekking tot|m\.b\.t\.?|aangaande|in verband met|i\.v\.m\.?)"
# Said before the question itself; "of", and "dat", go with it, another question word stays.
_POLITE = re.compile(
    r"\W*(?:"
    r"(?:beste|hallo|dag|goeiemorgen|goedemorgen|goedendag|graag|bonjour|hello|hi)(?: (?:collega['’]?s?|allemaal|all|everyone))?(?:[,!.\s]+|$)"
    r"|(?:kan|kun|kunt|kunnen|zou|zouden|wil|wilt|mag) (?:je|jij|u|jullie|iemand|ik)(?: kunnen)?(?: (?:mij|me|ons))?(?: (?:eens|even|aub|a\.u\.b\.|alstublieft))* (?:zeggen|vertellen|laten weten|meedelen|melden|opzoeken|nakijken|weten)(?:,? (?:of|dat)(?= )| (?=wat|wie|waar|wanneer|hoe|welke?)|,? over)"
    r"|(?:weet|weten) (?:iemand|u|je|jij|jullie|we|wij)(?:,? (?:of|dat)(?= )| (?=wat|wie|waar|wanneer|hoe|welke?))"
    r"|ik (?:zou|wil|wou)(?: graag)?(?: willen)? weten(?:,? (?:of|dat)(?= )| (?=wat|wie|waar|wanneer|hoe|welke?))"
    r"|(?:ik vraag me|we vragen ons|wij vragen ons) af (?:of |(?=wat|wie|waar|wanneer|hoe|welke?))"
    r"|(?:ik|we|wij) (?:zoek|zoeken|ben op zoek naar|zijn op zoek naar)\s"
    r"|(?:can|could) (?:you|someone|anyone) (?:please )?(?:tell me|say|find out|check) (?:if|whether|(?=what|who|which|when|where|how))"
    r"|(?:i would like|i['’]d like|i want) to know (?:if|whether|(?=what|who|which|when|where|how))"
    r"|(?:pouvez-vous|peux-tu|pourriez-vous) me dire (?:si|(?=qui|quels?|quelles?|quand|où|comment))"
    r"|(?:je voudrais|j['’]aimerais) savoir (?:si|(?=qui|quels?|quelles?|quand|où|comment))"
    r")\s*",
    re.IGNORECASE,
)

# The first pattern that fits at the beginning counts; each takes as much as it can.
_OPENINGS: tuple[tuple[str, str | None], ...] = (
    (rf"wat (?:heeft|hebben|had|hadden|is|werd|zijn|was) {_WHO} ?{_PAST}(?:samen )?{_DECIDE} {_ON}", "decision"),
    (rf"wat (?:is|werd|was) (?:er )?{_PAST}{_DECIDE} {_ON}", "decision"),
    (rf"wat {_WHO} ?{_PAST}{_DECIDE} (?:heeft|hebben|is|werd) {_ON}", "decision"),
    (rf"wat {_WHO} ?{_PAST}(?:heeft|hebben|is|werd) {_DECIDE} {_ON}", "decision"),
    (rf"wat {_DECIDE} {_WHO} {_PAST}{_ON}", "decision"),
    (rf"(?:heeft|hebben|is|werd) {_WHO} ?{_PAST}(?:iets |een beslissing )?{_PAST}(?:{_DECIDE}|genomen) {_ON}", "decision"),
    (rf"(?:wanneer|waarom|waar|hoe|wie) (?:heeft|hebben|had|hadden|is|werd|zijn|was) (?:{_WHO} ?)?{_PAST}{_DECIDE} (?:om|{_ON})", "decision"),
    (rf"(?:wanneer|waarom|waar|hoe|wie) {_DECIDE} (?:{_WHO} )?{_PAST}(?:om|{_ON})", "decision"),
    (rf"{_WHO} ?{_PAST}(?:iets |een beslissing )?{_PAST}(?:{_DECIDE}|genomen) (?:heeft|hebben|is|werd|zijn) {_ON}", "decision"),
    (rf"{_WHO} ?{_PAST}(?:iets |een beslissing )?{_PAST}(?:heeft|hebben|is|werd|zijn) (?:{_DECIDE}|genomen) {_ON}", "decision"),
    (rf"welke (?:beslissing(?:en)?|besluit(?:en)?)(?: (?:zijn|werden|hebben|heeft|is|werd|namen|nam|bestaan))?(?: {_WHO})? ?{_PAST}(?:genomen|gemaakt|gevallen|goedgekeurd)? ?{_ON}", "decision"),
    (rf"(?:alle |de )?(?:beslissing(?:en)?|besluit(?:en)?) {_ON}", "decision"),
    (rf"hoe (?:heeft|hebben|is|werd) {_WHO} ?{_PAST}(?:gestemd|beslist) {_ON}", "decision"),
    (rf"(?:wat|welk|welke) (?:is|was|zijn|waren|standpunt(?:en)?|standpunt) ?(?:het |de |ons |onze |hun )?(?:gezamenlijke? |gemeenschappelijke? |officiële? )?(?:standpunt(?:en)?|positie|stelling|mening|visie)(?: van [\w ]{{2,30}}?)? {_ON}", "position"),
    (rf"welke? (?:standpunt(?:en)?|positie) (?:heeft|hebben|nam|namen|is|zijn|werd) ?{_WHO}? ?{_PAST}(?:ingenomen)? ?{_ON}", "position"),
    (rf"wat (?:heeft|hebben|had|hadden) {_WHO} ?{_PAST}{_STATE} ?{_ON}", "position"),
    (rf"wat (?:vindt|vinden|vond|vonden|zegt|zeggen|zei|zeiden|denkt|denken) {_WHO} ?{_PAST}{_ON}", "position"),
    (rf"(?:het )?(?:gezamenlijk )?standpunt {_ON}", "position"),
    (rf"(?:welke|zijn er|bestaan er|is er|bestaat er|hebben we|loopt er|lopen er|tot wanneer loopt) {_PAST}(?:een |de |het )?(?:lopende |gezamenlijke )?(?:raamovereenkomst(?:en)?|raamcontract(?:en)?|contract(?:en)?|overeenkomst(?:en)?|aankoopcentrales?|opdrachtencentrales?)(?: (?:zijn|is|lopen|loopt|bestaan|bestaat|hebben))?(?: (?:er|we|wij|nog))* ?(?:gesloten |afgesloten )?{_ON}", "contract"),
    (rf"er {_PAST}(?:een )?(?:lopende? )?(?:raamovereenkomst(?:en)?|raamcontract(?:en)?|contract(?:en)?|overeenkomst(?:en)?) (?:is|zijn|bestaat|bestaan|loopt|lopen) {_ON}", "contract"),
    (rf"(?:bij welke|tot welke|aan welke) (?:raamovereenkomst|raamcontract|contract|aankoopcentrale)s? kunnen (?:we|wij) (?:toetreden|instappen|aansluiten) {_ON}", "contract"),
    (rf"wie (?:heeft|hebben|had|hadden) {_PAST}(?:er )?(?:ervaring|kennis|expertise|gewerkt|te maken gehad) ?(?:al )?{_ON}", "experience"),
    (rf"(?:wie|welke gemeenten?) {_PAST}(?:ervaring|kennis|expertise) (?:heeft|hebben) {_ON}", "experience"),
    (rf"(?:heeft|hebben) {_WHO} {_PAST}(?:ervaring|kennis|expertise) {_ON}", "experience"),
    (rf"(?:welke (?:gemeenten?|steden|stad|besturen|bestuur)|wie|welke collega(?:'s|s)?) (?:heeft|hebben|werkt|werken|kent|kennen|gebruikt|gebruiken|doet|doen|deed|deden) {_PAST}(?:er )?(?:ervaring|kennis|iets|mee|aan|gewerkt|gedaan)? ?{_ON}", "experience"),
    (rf"(?:is|bestaat|was|hebben (?:we|wij)|heeft iemand) (?:er )?{_PAST}(?:een |iets |informatie )?(?:eerder |vroeger |bestaand )?(?:dossiers?|stuk|stukken|documenten|informatie|iets|project|verslag)? ?{_PAST}(?:bekend |gedaan |te vinden )?{_ON}", None),
    (rf"(?:zijn|bestaan|liggen|hebben (?:we|wij)) (?:er )?{_PAST}(?:nog )?(?:eerdere |vroegere |bestaande |andere |gelijkaardige )?(?:dossiers?|stukken|documenten|projecten|verslagen|nota's) ?{_PAST}(?:bekend |te vinden )?{_ON}", None),
    (rf"er {_PAST}(?:een |iets |informatie )?(?:eerdere? |vroegere? |bestaande? )?(?:dossiers?|stuk|stukken|documenten|informatie|iets|project(?:en)?|verslag) ?{_PAST}(?:is|zijn|bestaat|bestaan) {_ON}", None),
    (rf"(?:ik|we|wij) (?:zoek|zoeken|ben op zoek naar|zijn op zoek naar|had graag|hadden graag)(?: (?:meer |alle )?(?:informatie|info|documenten|stukken|dossiers|iets))? {_ON}", None),
    (rf"(?:wat (?:weten|weet|is er) (?:we|wij|men|bekend|geweten)?|waar (?:staat|vind ik) (?:iets |informatie )?|ik zoek (?:informatie |documenten |iets )?|geef (?:me |mij )?(?:alles |informatie )?|toon (?:me |mij )?(?:alles )?|zoek (?:alles )?|alles|informatie|meer info(?:rmatie)?|documenten|dossiers?) {_ON}", None),
    (rf"hoe (?:zit|staat|zat|stond|gaat|ging) het (?:nu |eigenlijk |ook al ?weer )?{_ON}", None),
    (rf"(?:toon |geef |zoek )?(?:me |mij )?(?:alle |de |het |een )?{_PAPER}(?: van {_WHO})? {_ABOUT}", None),
    (rf"qu(?:['’]avons[- ]nous|['’]a[- ]t[- ]on|['’]est[- ]ce (?:qui|que|qu['’]on) (?:a (?:été )?|nous avons |on a )|['’]a) ?(?:déjà |été )*(?:décidé|approuvé) {_FR_ON}", "decision"),
    (rf"(?:quelles?|les) décisions? (?:ont|a|avons[- ]nous|a[- ]t[- ]on)? ?(?:été )?(?:prises?|prise)? ?{_FR_ON}", "decision"),
    (rf"quelle est (?:la|notre) (?:position|prise de position|point de vue)(?: commune)? {_FR_ON}", "position"),
    (rf"(?:quels?|y a[- ]t[- ]il (?:un|des)|existe[- ]t[- ]il (?:un|des)) (?:contrats?(?:[- ]cadres?)?|accords?(?:[- ]cadres?)?|conventions?|marchés?)(?: (?:en cours|existent|avons[- ]nous|ont été conclus))* {_FR_ON}", "contract"),
    (rf"(?:qui|quelles? communes?) (?:a|ont) (?:déjà )?(?:de l['’]|une )?(?:expérience|connaissance)s? (?:en )?{_FR_ON}", "experience"),
    (rf"(?:y a[- ]t[- ]il|existe[- ]t[- ]il|avons[- ]nous) (?:déjà )?(?:un |des )?(?:dossiers?|documents?|projets?)? ?(?:existants?)? ?{_FR_ON}", None),
    (rf"(?:what )?(?:we|they) (?:have |had )?(?:already |ever )?(?:decided|agreed|approved) {_EN_ON}", "decision"),
    (rf"what (?:did|have|has|had) (?:we|they|the (?:council|city|town|mayors|municipalit(?:y|ies))) ?(?:already |ever )?(?:decided?|agreed?|approved?|resolved?) ?{_EN_ON}", "decision"),
    (rf"(?:what|which) (?:decisions?|was|were|has been|have been) ?(?:were |was |have been |did we )?(?:decided|taken|made|take|make)? ?{_EN_ON}", "decision"),
    (rf"what (?:is|was) (?:the|our|their) (?:joint |common )?(?:position|view|stance|opinion)(?: of [\w ]{{2,30}}?)? {_EN_ON}", "position"),
    (rf"(?:which|is there an?|are there(?: any)?|do we have an?) (?:running |existing |framework )*(?:contracts?|agreements?)(?: do we have| exist| are there)? {_EN_ON}", "contract"),
    (rf"(?:who|which (?:municipalit(?:y|ies)|towns?)) (?:has|have|had|knows|works?) (?:any |already )?(?:experience|expertise|worked)? ?{_EN_ON}", "experience"),
    (rf"(?:is there|do we have|are there) (?:already )?(?:an? |any )?(?:earlier |previous |existing )?(?:dossiers?|files?|documents?|projects?|anything)? ?{_EN_ON}", None),
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(rf"\W*{pattern}(?=\W|$|(?<=['’]))", re.IGNORECASE), intent) for pattern, intent in _OPENINGS
)
_ARTICLE = re.compile(r"\s*(?:(?:de|het|een|le|la|les|un|une|des|the|an?)\s+|l['’]|d['’])+", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s,]*(?:\b(?:beslist|besloten|genomen|gezegd|afgesproken|alstublieft|a\.?u\.?b|s\.?v\.?p|please|s'il vous plaît)\b\.?)?[\s?!.]*$",
    re.IGNORECASE,
)
_TRAILING_INTENT = re.compile(r"^wat (?:heeft|hebben|is|werd) .*?(?:beslist|besloten)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A question without what stands around its subject."""

    core: str  # the whole question where nothing would be left
    intent: str | None  # "decision", "position", "contract", "experience"; None when the question does not say
    said: str  # the words that were taken off at the beginning


def strip_boilerplate(question: str) -> tuple[str, str | None]:
    """Return the subject of a question, the places before it included, and what is wanted of it."""
    found = subject(question)
    places = dict.fromkeys(name for name, _, _ in municipalities.find(found.said, any_case=True))
    return " ".join((found.core, *(place for place in places if place not in found.core))), found.intent


def subject(question: str) -> Subject:
    """Part a question into its subject and what is wanted of it."""
    text = question.strip()
    masked = _mask(text)
    start = 0
    while polite := _POLITE.match(masked, start):
        start = polite.end()
    for pattern, intent in _COMPILED:
        if match := pattern.match(masked, start):
            rest = text[match.end() :]
            article = _ARTICLE.match(rest)
            core = _TAIL.sub("", rest[article.end() :] if article else rest).strip()
            return Subject(core or text, intent, text[: match.end()].strip())
    core = _TAIL.sub("", text[start:]).strip()
    intent = "decision" if _TRAILING_INTENT.match(text, start) else None
    return Subject(core or text, intent, text[:start].strip() if core else "")


def _mask(text: str) -> str:
    """Put a sign in the place of each letter of a municipality's name; nothing moves."""
    for _, start, end in municipalities.find(text, any_case=True):
        text = f"{text[:start]}{_PLACE * (end - start)}{text[end:]}"
    return text
