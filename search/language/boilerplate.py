"""What people type around their subject ("wat hebben we beslist over ..."), and what it says of what they want.

Dutch, French and English. Does not judge whether a question makes sense.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

from search.language import municipalities

_WHO = r"(?:we|wij|ze|zij|men|de stad|de gemeente|het college|de (?:gemeente)?raad|de (?:tien )?gemeenten|de burgemeesters|het (?:burgemeesters)?overleg|onze (?:buur)?gemeenten?|(?:de )?andere gemeenten|er|het vast bureau|de burgemeester)(?: van (?:de stad |de gemeente )?[A-Z][\w-]+)?"
_PAST = r"(?:ooit |al |eerder |reeds |vroeger |samen |toen |precies |in het verleden )*"
_ON = r"(?:over|rond|omtrent|inzake|betreffende|met betrekking tot|m\.b\.t\.?|aangaande|in verband met|i\.v\.m\.?|ten aanzien van|t\.a\.v\.?|voor|van|met|op|bij|tegenover|naar)"
_FR_ON = r"(?:sur|concernant|au sujet (?:de|du|des)|à propos (?:de|du|des)|en matière (?:de|d[’'])|pour|quant (?:à|au|aux)|relatif à|relative à|avec|(?:de|du|des|d[’']))"
_EN_ON = r"(?:about|on|regarding|concerning|with regard to|related to|for|with|of|in)"
_DECIDE = r"(?:beslist|besloten|goedgekeurd|bepaald|vastgelegd|gestemd|beslisten|besliste|besloot)"
_STATE = r"(?:gezegd|ingenomen|gevraagd|verdedigd|geadviseerd|standpunt|stelling|mening|positie)"

# The first pattern that fits at the beginning counts; each takes as much as it can.
_OPENINGS: tuple[tuple[str, str | None], ...] = (
    (rf"wat (?:heeft|hebben|had|hadden|is|werd|zijn|was) {_WHO} ?{_PAST}(?:samen )?{_DECIDE} {_ON}", "decision"),
    (rf"wat (?:is|werd|was) (?:er )?{_PAST}{_DECIDE} {_ON}", "decision"),
    (rf"wat {_DECIDE} {_WHO} {_PAST}{_ON}", "decision"),
    (rf"(?:heeft|hebben|is|werd) {_WHO} ?{_PAST}(?:iets |een beslissing )?{_PAST}(?:{_DECIDE}|genomen) {_ON}", "decision"),
    (rf"welke (?:beslissing(?:en)?|besluit(?:en)?)(?: (?:zijn|werden|hebben|heeft|is|werd|namen|nam|bestaan))?(?: {_WHO})? ?{_PAST}(?:genomen|gemaakt|gevallen|goedgekeurd)? ?{_ON}", "decision"),
    (rf"(?:alle |de )?(?:beslissing(?:en)?|besluit(?:en)?) {_ON}", "decision"),
    (rf"hoe (?:heeft|hebben|is|werd) {_WHO} ?{_PAST}(?:gestemd|beslist) {_ON}", "decision"),
    (rf"(?:wat|welk|welke) (?:is|was|zijn|waren|standpunt(?:en)?|standpunt) ?(?:het |de |ons |onze |hun )?(?:gezamenlijke? |gemeenschappelijke? |officiële? )?(?:standpunt(?:en)?|positie|stelling|mening|visie)(?: van [\w ]{{2,30}}?)? {_ON}", "position"),
    (rf"welke? (?:standpunt(?:en)?|positie) (?:heeft|hebben|nam|namen|is|zijn|werd) ?{_WHO}? ?{_PAST}(?:ingenomen)? ?{_ON}", "position"),
    (rf"wat (?:heeft|hebben|vindt|vinden|vond|vonden|zegt|zeggen|zei|zeiden|denkt|denken) {_WHO} ?{_PAST}(?:{_STATE})? ?{_ON}", "position"),
    (rf"(?:het )?(?:gezamenlijk )?standpunt {_ON}", "position"),
    (rf"(?:welke|zijn er|bestaan er|is er|bestaat er|hebben we|loopt er|lopen er|tot wanneer loopt) {_PAST}(?:een |de |het )?(?:lopende |gezamenlijke )?(?:raamovereenkomst(?:en)?|raamcontract(?:en)?|contract(?:en)?|overeenkomst(?:en)?|aankoopcentrales?|opdrachtencentrales?)(?: (?:zijn|is|lopen|loopt|bestaan|bestaat|hebben))?(?: (?:er|we|wij|nog))* ?(?:gesloten |afgesloten )?{_ON}", "contract"),
    (rf"(?:bij welke|tot welke|aan welke) (?:raamovereenkomst|raamcontract|contract|aankoopcentrale)s? kunnen (?:we|wij) (?:toetreden|instappen|aansluiten) {_ON}", "contract"),
    (rf"wie (?:heeft|hebben|had|hadden) {_PAST}(?:er )?(?:ervaring|kennis|expertise|gewerkt|te maken gehad) ?(?:al )?{_ON}", "experience"),
    (rf"(?:welke (?:gemeenten?|steden|stad|besturen|bestuur)|wie|welke collega(?:'s|s)?) (?:heeft|hebben|werkt|werken|kent|kennen|gebruikt|gebruiken|doet|doen|deed|deden) {_PAST}(?:er )?(?:ervaring|kennis|iets|mee|aan|gewerkt|gedaan)? ?{_ON}", "experience"),
    (rf"(?:is|bestaat|was|hebben (?:we|wij)|heeft iemand) (?:er )?{_PAST}(?:een |iets |informatie )?(?:eerder |vroeger |bestaand )?(?:dossiers?|stuk|stukken|documenten|informatie|iets|project|verslag)? ?{_PAST}(?:bekend |gedaan |te vinden )?{_ON}", None),
    (rf"(?:wat (?:weten|weet|is er) (?:we|wij|men|bekend|geweten)?|waar (?:staat|vind ik) (?:iets |informatie )?|ik zoek (?:informatie |documenten |iets )?|geef (?:me |mij )?(?:alles |informatie )?|toon (?:me |mij )?(?:alles )?|zoek (?:alles )?|alles|informatie|meer info(?:rmatie)?|documenten|dossiers?) {_ON}", None),
    (rf"hoe (?:zit|staat) het (?:ook al ?weer )?{_ON}", None),
    (rf"qu(?:['’]avons[- ]nous|['’]a[- ]t[- ]on|['’]est[- ]ce (?:qui|que|qu['’]on) (?:a (?:été )?|nous avons |on a )|['’]a) ?(?:déjà |été )*(?:décidé|approuvé) {_FR_ON}", "decision"),
    (rf"(?:quelles?|les) décisions? (?:ont|a|avons[- ]nous|a[- ]t[- ]on)? ?(?:été )?(?:prises?|prise)? ?{_FR_ON}", "decision"),
    (rf"quelle est (?:la|notre) (?:position|prise de position|point de vue)(?: commune)? {_FR_ON}", "position"),
    (rf"(?:quels?|y a[- ]t[- ]il (?:un|des)|existe[- ]t[- ]il (?:un|des)) (?:contrats?(?:[- ]cadres?)?|accords?(?:[- ]cadres?)?|conventions?|marchés?)(?: (?:en cours|existent|avons[- ]nous|ont été conclus))* {_FR_ON}", "contract"),
    (rf"(?:qui|quelles? communes?) (?:a|ont) (?:déjà )?(?:de l['’]|une )?(?:expérience|connaissance)s? (?:en )?{_FR_ON}", "experience"),
    (rf"(?:y a[- ]t[- ]il|existe[- ]t[- ]il|avons[- ]nous) (?:déjà )?(?:un |des )?(?:dossiers?|documents?|projets?)? ?(?:existants?)? ?{_FR_ON}", None),
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


def strip_boilerplate(question: str) -> tuple[str, str | None]:
    """Part a question into its subject and what is wanted of it.

    Returns:
        The subject (the whole question where nothing would be left), and "decision", "position", "contract",
        "experience", or None when the question does not say.
    """
    text = question.strip()
    for pattern, intent in _COMPILED:
        match = pattern.match(text)
        if match is None:
            continue
        rest = text[match.end() :]
        article = _ARTICLE.match(rest)
        core = _TAIL.sub("", rest[article.end() :] if article else rest).strip()
        if not core:
            return text, intent
        # "wat besliste de gemeenteraad van Damme over ...": the place is part of what is asked.
        places = dict.fromkeys(name for name, _, _ in municipalities.find(match[0]))
        return " ".join((core, *(place for place in places if place not in core))), intent
    return _TAIL.sub("", text).strip() or text, "decision" if _TRAILING_INTENT.match(text) else None
