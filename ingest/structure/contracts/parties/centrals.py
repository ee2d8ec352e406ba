"""The purchasing body by what stands beside its name: "het raamcontract van Kempenkoop". Knows no parties."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.contracts.parties.names import Named, Sort, names_in, with_gaps
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY, company_of
from search.language import municipalities
from search.registers.agreements import Fact, Field

_GATE = (
    "central", "contract", "overeenkomst", "koop", "opdracht", "mandaat", "machtig", "deelnam", "deelnem", "aansluit", "aan te sluiten",
    "terug", "intercommunale", "intergemeentelijk", " via ", " dv", " ov", " igs", "aanbod", "oproep", "polis",
)  # fmt: skip
_MADE = r"(?:contract\w*|\w*overeenkomst(?:en)?|raam\w+|groepsaankoop|samenaankoop|opdracht\w*|aanbod|oproep|polis|mandaat|markt)"
_ARTICLE = r"(?:\s(?:de|het|haar|zijn|onze|raad|bestuur|van|stad|gemeente|vereniging|organisatie|provincie))*"
_PARTICIPLE = r"(?:gesloten|afgesloten|gegund|georganiseerd|geplaatst|gezet|gevoerd|uitgeschreven|opgezet|aangeboden|getrokken|beheerd|opgestart|gelanceerd|gecoördineerd|ingericht|aanbesteed|ontsloten|opengesteld)"
_OF_OTHERS = r"(?:aankoop|opdrachten)?central"
# What stands right before a name: of whoever it is; of a town; of a public body or an association.
_BEFORE = re.compile(
    rf"\b{_OF_OTHERS}\w*(?:\saankoper)?(?:\s?[:=|,–-]|\sis|\szijnde|\svan|\sbij|\slangs|\svia)?{_ARTICLE}\s?[\"“”'‘’«]?$"
    rf"|\b{_PARTICIPLE}\sdoor{_ARTICLE}\s?$|\bmandaat\b[^.;]{{0,60}}\baan{_ARTICLE}\s?$|\b(?:machtigt|mandateert|volmacht\saan){_ARTICLE}\s?$",
    re.IGNORECASE,
)
_BEFORE_TOWN = re.compile(rf"\b{_MADE}\b[^.;]{{0,120}}\bvan (?:de )?(?:stad|gemeente|provincie)\s$", re.IGNORECASE)
_BEFORE_BODY = re.compile(
    rf"\b{_MADE}\b[^.;]{{0,120}}\b(?:van|bij|met|via|aan|langs|door){_ARTICLE}\s?$|\b(?:via|langs|beroep\s(?:te\s)?doen op|doet (?:een\s)?beroep op){_ARTICLE}\s?$"
    rf"|\b(?:contract\w*|\w*overeenkomst) (?:dat|die){_ARTICLE}\s?$"
    rf"|\b(?:aan\s?(?:te\s)?sluit\w*|aansluit\w*|aan\s?(?:te\s)?meld\w*|klant|inschrij\w*|in\s?(?:te\s)?teken\w*|terug\s?(?:te\s)?stu\w+|te sturen|te bezorgen|over te maken|melden|meldt|deelname|lid|gesteld)\b[^.;]{{0,80}}\b(?:bij|aan|naar|met){_ARTICLE}\s?$"
    rf"|\b(?:brief|schrijven|mail|uitnodiging|bericht|vraag|aanbod|oproep)\b[^.;]{{0,50}}\b(?:van|door){_ARTICLE}\s?$",
    re.IGNORECASE,
)
# Who joins, who may join, or whose council decides, rather than who made the contract.
_OF_OTHER = re.compile(
    r"\b(?:toetred\w*|toetreding|deelname|aansluiting|instap|intekening|afname|interesse|ingetekend|ingestapt|toegetreden|ten gunste|behoeve)\s(?:van|door|voor)(?:\s(?:de|het|stad|gemeente))*\s?$"
    r"|\b(?:\w*besturen|gemeenten|inwoners|leden|werkingsgebied|grondgebied|(?:gemeente|stads)bestuur|(?<!raad van )bestuur|(?:gemeente)?raad|college)\s(?:van|uit|in|voor)(?:\s(?:de|het|stad|gemeente|provincie|OCMW))*\s?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\W*(?:besl(?:ist|oot|uit)\w*|spreekt|bekrachtigt?|wenst|vraagt|verklaart|treedt|stapt|neemt deel|sluit (?:zich )?aan|gebruikt)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\W*(?:(?:die|dat|zelf)\s)?(?:(?:optredend|handelend|fungerend|aangesteld|aangeduid|gekend)\s)?(?:als\s(?:de\s|een\s)?{_OF_OTHERS}"
    rf"|(?:treedt|trad|treden|optreedt|handelt|fungeert|is|was|wordt|werd)\b[^.;]{{0,50}}\b{_OF_OTHERS}"
    rf"|(?:bereid|bereid is|is bereid)\b[^.;]{{0,40}}\b{_OF_OTHERS})|\s(?:een\s)?(?:raam\w+|samenaankoop|groepsaankoop)\b[^.;]{{0,60}}\b(?:gesloten|gegund|heeft|openstelt)\b"
    rf"|\s(?:heeft|had|sloot|sluit(?!\s(?:zich|aan))|gunde|gunt|organiseert|lanceerde|schreef|stelde|begon)\b[^.;]{{0,80}}\b(?:raam\w+|samenaankoop|groepsaankoop)\b|\skoopt samen\b|\splaatst de opdracht",
    re.IGNORECASE,
)
_AFTER_BODY = re.compile(
    r"\W*(?:heeft|had|sloot|sluit(?!\s(?:zich|aan))|gunde|gunt|plaatst|plaatste|schreef|stelde|stelt|organiseert|biedt|zet|zette|begon|voert|keurde|kan een vraag)\b[^.;]{0,80}\b(?:contract\w*|\w*overeenkomst|opdracht|procedure|lijst|uit|open|samen|goed|weigeren)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"(?i:\b(?:nv|bv|bvba|p\.?v\.?b\.?a\.?|cvba-so|vof|comm\.?\s?v))$|^(?i:nv|bv|bvba|p\.?v\.?b\.?a\.?)\s"
)
_FORMED = re.compile(r"\s(?:dv|ov|igs|DV|OV|IGS)$")
_BARE = re.compile(
    rf"\b(?:machtigt|mandateert|mandaat aan|(?:aanbod|oproep|{_OF_OTHERS}\w*|raamcontract|raamovereenkomst|groepsaankoop|samenaankoop)(?:\s[\"“'‘][^\"”'’]{{3,80}}[\"”'’])? van) (?P<name>[A-Z][a-z]{{3,}}(?:\s[A-Z][\w-]+){{0,3}})(?! \d)"
)
_NOUN = re.compile(rf"\b(?:[Dd]e|[Hh]et) (?P<noun>[a-z]{{5,}})\b[^.;:]{{0,80}}\bals (?:de |een )?{_OF_OTHERS}")
_OF_FRAMEWORK = (
    "raam",
    "central",
    "koop",
    "toetred",
    "instap",
    "intek",
    "deelnem",
    "deelnam",
    "aansluit",
    "afnem",
    "afname",
    "contract",
)
_WIDTH = 170  # characters before a name in which a contract of its bearer is named


def central_of(sentences: Sequence[Sentence]) -> Fact | None:
    """Who buys for others, by the words beside its name; else the body whose name tells it; None without one."""
    weak: Fact | None = None
    for sentence in sentences:
        if not sentence.names(_GATE):
            continue
        for before, named, after in with_gaps(sentence.text, names_in(sentence.text), _WIDTH):
            if _is_central(before, named, after):
                return Fact(Field.PURCHASING_BODY, named.name, sentence.text, "", sentence.spans, 0.75)
            if weak is None and (named.buys or _FORMED.search(named.name)) and not _is_other(before, after):
                weak = Fact(Field.PURCHASING_BODY, named.name, sentence.text, "", sentence.spans, 0.6)
    is_joint = any(each.names(_OF_FRAMEWORK) for each in sentences)
    return _by_its_noun(sentences) or (weak if is_joint else None) or _by_bare_name(sentences)


def _by_its_noun(sentences: Sequence[Sentence]) -> Fact | None:
    """The body that "De hulpverleningszone plaatst de opdracht als aankoopcentrale" calls by its noun alone."""
    said = next(((match, each) for each in sentences if (match := _NOUN.search(each.text))), None)
    if said is None:
        return None
    noun = said[0]["noun"].casefold()
    bodies = (named for each in sentences if noun in each.folded for named in names_in(each.text))
    name = next((each.name for each in bodies if each.name.casefold().startswith(f"{noun} ")), "")
    return Fact(Field.PURCHASING_BODY, name, said[1].text, "", said[1].spans, 0.65) if name else None


def _by_bare_name(sentences: Sequence[Sentence]) -> Fact | None:
    """A name without form or head right after what its bearer made: "het aanbod van Interleie"."""
    for each in sentences:
        match = (
            _BARE.search(each.text)
            if each.names(("aanbod", "oproep", "raam", "koop", "central", "mand", "machtig"))
            else None
        )
        if match is None or municipalities.canonical(match["name"]):
            continue
        firm = COMPANY.match(each.text, match.start("name"))
        name = company_of(firm) if firm else match["name"]
        if not _PRIVATE.search(name):
            return Fact(Field.PURCHASING_BODY, name, each.text, "", each.spans, 0.55)
    return None


def _is_central(before: str, named: Named, after: str) -> bool:
    if _PRIVATE.search(named.name) or _is_other(before, after):
        return False
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    if named.sort is Sort.TOWN:
        return bool(_BEFORE_TOWN.search(before))
    return bool((named.sort is Sort.BODY and _BEFORE_BODY.search(before)) or _AFTER_BODY.match(after))


def _is_other(before: str, after: str) -> bool:
    return bool(_OF_OTHER.search(before) or (_JOINS.match(after) and not _AFTER.match(after)))
