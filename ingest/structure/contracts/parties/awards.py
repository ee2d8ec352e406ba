"""Firms that supply, by what stands beside their names: "toegewezen aan Wijwagen cv". Knows no parties."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

from ingest.structure.contracts.parties.names import Named, Sort, names_in, with_gaps

_ROLE = (
    r"(?:opdracht(?:nemers?|houders?)|leveranciers?|dienst(?:verleners?|verrichters?)|concessiehouders?|concessionaris|aannemers?|(?:(?:gekozen|weerhouden|begunstigde|gegunde|laagste|goedkoopste) )?(?:inschrijver|bieder)s?|contractant|uitvoerders?|uitbaters?"
    r"|exploitant|installateur|verzekeraar|makelaar|uitgever|verkoper|provider|firma|architect|ontwerper|studiebureau)"
)
_THE = r"(?:\s(?:de|het|een|firma|nv|heer|tijdelijke|maatschap|bureau|onderneming|vennootschap|zijnde|met|name))*"
_BEFORE = re.compile(
    rf"\b(?:gegund|toegewezen|toegekend|gunde|gunt|gunnen|wees|wijst|gunning|vertrouwt|vertrouwde|toevertrouwd|opgedragen|droeg|geplaatst)\b[^;]{{0,140}}\b(?:aan|bij){_THE}\s?$"
    rf"|\b(?:uitgevoerd|geleverd|verzorgd|verdergezet|voortgezet|overgenomen|onderhouden|ingevuld|opgenomen|gepresteerd|verricht|uitgebaat|afroep|levering)\b[^.;]{{0,30}}\bdoor{_THE}\s?$"
    rf"|\b{_ROLE}(?:\s?\([^()]{{1,30}}\))?(?:\s?[:=|,.–-]{{1,20}}|[\"”]\s?:|\s(?:is|zijn|van|wordt|werd|blijft|zijnde)\b)?{_THE}\s?[\"“”'‘’«]?$"
    rf"|\b(?:sloot|sluit|sluiten|gesloten|afgesloten|aangegaan|contract|\w*overeenkomst|polis|offerte)\b[^.;]{{0,110}}\b(?:met|van|bij){_THE}\s?$"
    r"|\b(?:opdracht|perceel|contract)\b[^.;]{0,40}\b(?:gaat|ging|gaan) naar(?: de firma)?\s?$|\b(?:werkt|werken)(?: hiervoor| daarvoor)? samen met\s?$"
    r"|\b(?:kiest|koos|gekozen|keuze)\b[^.;]{0,30}\b(?:voor|op)\s?$"
    rf"|\b(?:bestel\w*|koopt|kopen|terecht|klantnummer|afgenomen|aangekocht|besteld)\b[^.;]{{0,80}}\b(?:bij|via|door){_THE}\s?$"
    rf"|\b(?:perceel|lot)\s[\dA-Z]{{1,2}}(?:\s?[+&]\s?\d)?(?:\s?\([^()]{{1,60}}\))?\s?[:|–-]?{_THE}\s?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[\"”']?,?\s?\(?(?:hierna|verder|voorts|afgekort|genoemd)\b[^.;]{{0,40}}\b{_ROLE}\b|\s(?:werd|wordt|is)\s(?:\w+\s){{0,3}}?(?:aangesteld|aangeduid|gekozen|weerhouden)|\s(?:kreeg|krijgt|won|haalde|sleepte)\b[^.;]{{0,30}}\b(?:opdracht|contract|concessie|perceel)|"
    rf"\W*(?:(?:is|wordt|werd|als|was|dat|die)\s)?(?:daarin\s)?(?:de\s|onze\s)?(?:aangeduide\s|gekozen\s|nieuwe\s)?(?:{_ROLE}|laagste|goedkoopste|beste)\b"
    r"|\s(?:levert|leverde|verzorgt|behaalde|staat in|biedt een prijs|diende de|komt ter plaatse|neemt\b[^.;]{0,60}\brekening|voert\b[^.;]{0,80}\buit\b|rekent\b|krijgt de (?:opdracht|concessie))\b",
    re.IGNORECASE,
)
# Whose contract is over, who lost, or who merely helps.
_NOT_BEFORE = re.compile(
    r"\b(?:vorige|vroegere|voormalige|vorig|gewezen|huidige?|lopende?|bestaande?|eerdere|aflopende|oude|toenmalige|curator|onderaannemers?|verzekeraar van|tweede gerangschikte|losgekoppeld|afgewezen|geweerd|concurrent|zoals|in plaats van|afgevallen|afgewezen|(?:leverancier|firma|contract) van (?:19|20)\d\d|verder (?:bij|met|via)|ter herinnering)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\W*(?:worden )?overgenomen door|[^;]{0,140}?\b(?:verstrijkt|verstreek|afliep|afloopt|loopt (?:\w+ )?(?:op|tot|af)\b[^.;]{0,30}\b(?:af|einde)|loopt af|liep\b[^.;]{0,30}\b(?:af|einde)|eindigt|eindigde|ten einde|einde liep|(?:wordt|werd|is) (?:\w+ ){0,2}(?:opgezegd|stopgezet|ingeleverd|beëindigd|ontbonden|vervangen)|stopt\b|stopte|failliet|hield op|niet (?:meer |langer )?(?:\w+ )?(?:verlengd|voortgezet|toegepast|hernieuwd|vernieuwd|weerhouden)"
    r"|vielen\b[^.;]{0,20}\baf|viel\b[^.;]{0,20}\baf|hogere prijs|gerangschikt als (?:tweede|derde|laatste)|wachtlijst|trok zich terug|voldoet niet|diende(?:n)? (?:geen|in)|vorder(?:t|de)|tot nu toe|bedankt\b|tweede gerangschikt)",
    re.IGNORECASE,
)
_WIDTH = 200  # characters before a name in which its award is told


def supplying(text: str) -> Iterator[Named]:
    """The firms of a sentence that supply, as its words tell."""
    goes_on = False
    for before, named, after in _firms_with_gaps(text):
        if is_over(before, after):
            goes_on = False
        elif (
            _BEFORE.search(before)
            or _AFTER.match(after)
            or (goes_on and before.strip() in ("en", ",", "en de", "en met", ", en", "2)", "/"))
        ):
            goes_on = True
            yield named
        else:
            goes_on = False


def firms_in(text: str) -> Iterator[Named]:
    """The firms of a sentence, but those that supplied before, lost, or only help who supplies."""
    for before, named, after in _firms_with_gaps(text):
        if not is_over(before, after):
            yield named


def is_over(before: str, after: str) -> bool:
    """Whether the words beside a firm tell that it supplied before, lost, or only helps who supplies."""
    return bool(_NOT_BEFORE.search(before) or _NOT_AFTER.match(after))


def _firms_with_gaps(text: str) -> Iterator[tuple[str, Named, str]]:
    """Each firm with the words to the firms beside it: a town between an award and its firm is no matter."""
    return with_gaps(text, [each for each in names_in(text) if each.sort is Sort.FIRM], _WIDTH)
