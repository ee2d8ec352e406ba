"""Who may join a contract and until when, and who takes part already. Knows nothing of who decides it."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import BODY, CONTRACT, FOR_OTHERS, JOINING_TOPIC, JOINS
from ingest.structure.groups import groups_in, named_bodies
from ingest.structure.join_until import MAY_JOIN, until_of
from ingest.structure.terms import BULLET
from ingest.structure.towns import towns_in
from search.language import dates, municipalities
from search.registers.agreements import Fact, Field
from search.types import Kind

_ANNOUNCES = re.compile(
    rf"\b(?:{BODY})\b[^.;]{{0,40}}\b(?:voor|ten behoeve van|namens)\b[^.;]{{0,80}}:$|\b(?:kan|kunnen|mag|mogen)\b[^.;]{{0,160}}(?:{JOINS}|\bbestelling|gebruikmaken)[^;]{{0,160}}:$|\b(?:open(?:gesteld)?|bestemd) voor\b[^.;]{{0,60}}:$|(?:gerechtigd|potenti[eë]le (?:afnemers|deelnemers|klanten)|begunstigden)[^.;]{{0,60}}:$",
    re.IGNORECASE,
)
_MAY_NOT = re.compile(
    r"\b(?:kan|kunnen|mogen|mag|is|zijn)\b[^.;]{0,60}?\bniet\b|\b(?:kan|kunnen|mogen|mag)\b[^.;]{0,20}\bgeen (?:beroep|gebruik|bestelling)|\bneemt niet af\b|\bgeen\b[^.;]{0,30}\b(?:toetred|afname|aansluit)|\bniet\s+(?:meer\s+)?(?:deel|mee|toetreden|afnemen|aansluiten)|\beigen concessie\b"
)
_MAY_LABEL = re.compile(
    r"^(?:.{0,40}\b(?:mag|mogen|kan|kunnen)\s(?:ook\s)?(?:bestellen|afnemen|toetreden|aansluiten|deelnemen|instappen|meedoen)|wie (?:kan|kunnen|mag)\b.*|kunnen (?:afnemen|toetreden|deelnemen|bestellen|instappen)|(?:mogelijke |potenti[eë]le )?(?:afnemers|toetreders|begunstigden|gebruikers|afnemende besturen|gerechtigde besturen|afnamegerechtigden|toetredingsgerechtigden)(?: en .*)?|openstelling|opengesteld voor|toetreding mogelijk voor|open voor)$"
)
_PART_LABEL = re.compile(
    r"^(?:deelnemende (?:besturen|gemeenten|partijen|entiteiten)|deelnemers|toegetreden besturen|aangesloten besturen|huidige (?:afnemers|deelnemers))$"
)
_TAKES_PART = re.compile(
    r"\b(?:reeds|al)\s+(?:toegetreden|aangesloten|ingestapt|deelnem\w+)|\bdeelnemende (?:besturen|gemeenten)\b|\b(?:zijn|is) (?:afnemer|deelnemer|toegetreden|aangesloten|ingestapt)\b|\bvanaf (?:de aanvang|het begin|de start|de eerste dag|dag één)\b"
    rf"|\bsloten\b[^.;]{{0,30}}\baan\b|\btraden\b[^.;]{{0,30}}\btoe\b|\bstapten\b[^.;]{{0,30}}\bin\b|\bdeelneemt\b|\bnemen\b[^.;]{{0,25}}\bdeel\b|\bvoor zichzelf en voor\b|{FOR_OTHERS.pattern}|\bnamen\b[^.;]{{0,20}}\bdeel\b|\bblijven afnemer\b"
)
_TAKES_PART_NOW = re.compile(
    r"\bsinds\b[^.;]{0,70}\b(?:neemt|nemen|bestelt|bestellen|koopt|kopen|maakt|maken|doet|doen)\b|\b(?:neemt|nemen|bestelt|bestellen|koopt|kopen)\b[^.;]{0,50}\bsinds\b|\b(?:reeds|al|thans|momenteel|intussen|inmiddels|ondertussen|vandaag|nu)\b[^.;]{0,50}?\b(?:toegetreden|toetraden|toetrad|aangesloten|ingestapt|ingetekend|deelnemen|deelneemt|afnemen|afneemt|bestelt|bestellen|gebruik|af|deel|mee|toetreding|aansluiting|instap)\b"
    r"|\bvan rechtswege (?:deel|af)\w*|\b(?:kochten|kopen|deden|doen|stapten|stappen) mee\b|\bdoe(?:t|n) verder\b|\bblij(?:ft|ven) (?:afnemen|deelnemen|bestellen|deelnemer|afnemer|aangesloten)\b"
    r"|\b(?:intekende|toetrad|toetraden|aansloot|aansloten|instapte|instapten)\b|\b(?:tekende|tekenden)\b[^.;]{0,40}\bin\b|\btrad\b[^.;]{0,50}\btoe\b|\bsloot\b[^.;]{0,40}\b(?:zich )?aan\b|\bstapte\b[^.;]{0,40}\bin\b|\bnam\b[^.;]{0,30}\bdeel\b"
    r"|\bnamen\b[^.;]{0,30}\bbesluit tot (?:toetreding|aansluiting|deelname)\b|\b(?:treedt|treden)\b[^.;]{0,40}\bals (?:eerste )?(?:afnemers?|deelnemers?)\b|\bvolg(?:t|en|de|den)\b[^.;]{0,15}\bop \d"
)
_LEAVES = re.compile(
    r"\b(?:haakte[n]?\b[^.;]{0,60}\baf|afhaakte[n]?|afgehaakt|trad(?:en)?\b[^.;]{0,40}\buit|uittrad(?:en)?|uitgetreden|stapte[n]?\b[^.;]{0,40}\buit|uitstapte[n]?|uitgestapt|uittreedt|niet (?:langer|meer)|geen (?:deel|gebruik|partij|afnemer)|nog niet|wachten?\b[^.;]{0,60}\baf|zegde[n]?\b[^.;]{0,40}\bop|opzegde[n]?|wacht(?:en)?\b[^.;]{0,30}\baf|(?:zou|zouden|overweegt|overwegen|wenst|wensen|vroeg\w*|onderzoekt|onderzoeken))\b"
)
_RELATIVE = re.compile(r",\s+(?:die|dat|waarvan|waarin)\b[^,.;]{0,90},")
_CLAUSE = re.compile(r";\s*|,\s+(?:en|maar|terwijl|doch|waarna)\s+(?:ook\s+)?|\.\s+")
_TREADS = re.compile(r"\b(?:treedt|treden)\b.{0,120}?\btoe\b|\bsluit(?:en)?\b.{0,60}?\baan\b|\bstapt\b.{0,60}?\bin\b")
_GROUP = re.compile(
    r"\b(?P<name>(?:hun |haar |de )?(?:OCMW['’]?s?\b|openbare centra voor maatschappelijk welzijn|autonome gemeentebedrijven|AGB['’]?s?\b|politiezones?\b(?:\s[A-Z][\w-]+/[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?|(?:hulpverlenings|brandweer)zones?(?:\s\d{1,2}\b)?"
    r"|verzelfstandigde entiteiten|(?:stedelijke|gemeentelijke) scholen|gemeentescholen|kerkfabrieken|intercommunales|welzijnsverenigingen|zorgbedrijven|interlokale verenigingen|woonmaatschappijen|(?:sociale )?huisvestingsmaatschappijen|intergemeentelijke (?:samenwerkingsverbanden|verenigingen)|opdrachthoudende verenigingen|dienstverlenende verenigingen|projectverenigingen|besturen van de eredienst|provincie\b(?:\s[A-Z][\w-]+)?))"
)
_KIND_OF_BODY = re.compile(
    r"\b(?:alle |de |andere |een ander |elk )?(?P<name>(?:lokale |openbare )?(?:besturen|bestuur|gemeenten|steden en gemeenten|deelgenoten)(?: (?:en (?:OCMW['’]s|steden) )?(?:van|uit|in|binnen|op) (?:het|de) (?:arrondissement|regio|streek|referentieregio|provincie|burgemeestersoverleg|werkingsgebied|politiezones?|hulpverleningszone|eerstelijnszones?|vervoerregio|zorgregio|referentieregio['’]s|samenwerkingsverband|kuststreek|[A-Z][\w-]+streek)(?:\s(?!waar|met|die|dat)(?:en\s(?=[A-Z]))?[A-Z][\w-]+)*)?)"
)
_WORDS = (
    "toetre", "treedt", "treden", "afn", "neemt", "nemen", "namen", "aansl", "sluit", "slot", "aangesl", "zichzelf", "aanvang", "begin", "start",
    "eerste dag", "instap", "stapt", "stapp", "deelne", "bestel", "bestemd", "behoeve", "open", "gebruik", "beroep", "uiterste", "intek", "tekenen", "meld",
    "besturen", "deelname", "mee", "mede", "rechtswege", "verder", "volgt", "trad", "mogen dat", "kunnen dat", "inschrijv",
)  # fmt: skip
_OCMW = re.compile(r"OCMW|AGB|(?:politie|hulpverlenings)zone", re.IGNORECASE)
_OPEN_FOR = re.compile(r"\b(?:open(?:gesteld)?|bestemd) voor\s")
_ON_CONTRACT = re.compile(
    rf"{CONTRACT}|centrale|afnem|toetred|inteken|aansluit|instap|\bstaat\b.{{0,20}}\bopen voor|\bbij de (?:leverancier|opdrachtnemer|dienstverlener)\b"
)
_MODAL = re.compile(r"\b(?:kan|kunnen|mag|mogen)\b(?:\s(?:ook|eveneens|tevens))?")
_JOINS_VERB = re.compile(rf"\b{JOINS}|\bgebruikmaken\b")
_ANYBODY = frozenset("besturen gemeenten steden diensten entiteiten instellingen vennoten verenigingen".split())  # noqa: SIM905  (a list of words)
_SINCE = re.compile(
    r"\b(?:vanaf|met ingang van|sinds|per|ingaand op|gaat in op|in werking op|volgt op|volgen op|volgden? op|in op)\s*\W{0,3}$"
)
_IN_A_NAME = re.compile(
    r"\b(?:politie|hulpverlenings|brandweer)?zones?\s(?:[A-Z][\w-]+\s?[/-]\s?){0,3}$|\brechtbank(?:en)?\s(?:te|van)\s$|\bprovincie\s$"
)
_SINCE_MONTH = re.compile(r"\bsinds (?P<month>[a-z]+) (?P<year>20\d\d)\b")


def joining_of(sentences: Sequence[Sentence], kind: Kind, start: str = "") -> list[Fact]:
    """Who may join, until when, and who takes part.

    Args:
        sentences: Of the paper.
        kind: Of the paper; who may join is asked of the contract itself, not of an accession to it.
        start: First day of the contract, ISO, "" where unknown: from when those take part who do "vanaf de aanvang".
    """
    facts: list[Fact] = []
    if kind is not Kind.ACCESSION:
        facts += _listed(sentences)
    for sentence in (each for each in sentences if each.names(_WORDS)):
        if kind is not Kind.ACCESSION:
            facts += _may_join(sentence)
            facts += _takes_part(sentence, start, kind)
        elif _TAKES_PART.search(sentence.folded) or _TAKES_PART_NOW.search(sentence.folded):
            facts += _takes_part(sentence, start, kind)
        facts += until_of(sentence)
    return _once(facts)


def _listed(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Who stands in the points below a sentence that says that "the following may join:"."""
    above: Sentence | None = None
    for sentence in sentences:
        if sentence.text.endswith(":"):
            is_list = _ANNOUNCES.search(sentence.text) and not sentence.recites and not _MAY_NOT.search(sentence.folded)
            above = sentence if is_list else None
        elif above and sentence.part == above.part and BULLET.match(sentence.text):
            for value in (*_towns(sentence.text), *map(_without_owner, groups_in(sentence.text))):
                yield Fact(Field.MAY_JOIN, value, sentence.text, "", sentence.spans, 0.86)
        elif above and sentence.block != above.block:
            above = None


def _once(facts: Sequence[Fact]) -> list[Fact]:
    """Each value once, the most certain; a town that takes part from the first day and may join is both."""
    kept: dict[tuple[Field, str], Fact] = {}
    for fact in facts:
        key = (fact.field, fact.value.casefold() if fact.field is not Field.JOIN_UNTIL else "")
        if key not in kept or fact.confidence > kept[key].confidence:
            kept[key] = fact
    values = {fact.value for fact in kept.values() if fact.field is Field.MAY_JOIN}
    has_names = any(municipalities.is_municipality(value) for value in values)
    return [
        fact
        for fact in kept.values()
        if not (
            fact.field is Field.MAY_JOIN and has_names and re.search(r"\bbestu(?:ur|ren)|\bgemeenten\b", fact.value)
        )
    ]


_ENDING = re.compile(
    r"\b(?:opzeg\w*|opgezegd|uittred\w*|uit te treden|be[eë]indig\w*|stopzet\w*)\b|\bwacht(?:en)?\b[^.;]{0,60}\baf\b"
)


def _may_join(sentence: Sentence) -> Iterator[Fact]:
    text = _RELATIVE.sub(lambda match: "," * len(match[0]), sentence.text) if ", " in sentence.text else sentence.text
    folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    is_label = bool(_MAY_LABEL.match(sentence.label.casefold()) or _MAY_LABEL.match(sentence.heading.casefold()))
    if not (MAY_JOIN.search(folded) or is_label) or sentence.recites or _ENDING.search(folded):
        return
    is_topic = bool(JOINING_TOPIC.search(sentence.topic))
    if not (is_topic or _ON_CONTRACT.search(sentence.folded)):
        return
    if _MAY_NOT.search(folded) or (_TAKES_PART.search(folded) and not MAY_JOIN.search(folded)):
        return
    sure = 0.93 if is_topic else 0.8
    for value, less in _who_may(sentence.text, is_label=is_label):
        yield Fact(Field.MAY_JOIN, value, sentence.text, "", sentence.spans, round(sure - less, 2))


def _who_may(said: str, *, is_label: bool) -> Iterator[tuple[str, float]]:
    """The towns and groups in a sentence on who may join, and by how much the reading of each is less sure."""
    named = list(dict.fromkeys(_towns(said)))
    one = [name for name, _, _ in named_bodies(said)]
    text = f"{said[0].lower()}{said[1:]}"  # a group may open the sentence
    bodies = list(_KIND_OF_BODY.finditer(text))
    inside = [(each.start(), each.end()) for each in bodies] + [(at, end) for _, at, end in named_bodies(text)]
    groups = [
        _without_owner(match["name"])
        for match in _GROUP.finditer(text)
        if not any(start <= match.start() < end for start, end in inside)
    ]
    if is_label and ":" in text:
        groups += [each for each in groups_in(text.partition(":")[2]) if " " in each and not _OCMW.match(each)]
    known = {each.casefold() for each in (*one, *groups)}
    more = [
        each
        for each in _beside_verb(text)
        if not any(each.casefold() in name or name in each.casefold() for name in known)
    ]
    groups = [*one, *groups, *(() if bodies else more)]
    less = 0.0
    if not named and not groups:
        groups = [match["name"] for match in bodies][:1]
        if groups and " " not in groups[0]:
            less = 0.25  # "bestuur" alone names nobody
            groups = [f"andere {groups[0]}"] if re.search(rf"\bandere {groups[0]}\b", text, re.IGNORECASE) else groups
    yield from ((value, less) for value in (*named, *groups))


def _beside_verb(text: str) -> Iterator[str]:
    """The groups that stand before or after "kunnen" or "mogen", but those that are no more than "besturen"."""
    if opened := _OPEN_FOR.search(text):
        yield from (name for name in groups_in(text[opened.end() :]) if " " in name)
    modal = _MODAL.search(text)
    if modal is None:
        return
    after = text[modal.end() :]
    verb = _JOINS_VERB.search(after)
    listed = after.partition(":")[2] or (after[: verb.start()] if verb else "")
    for part in (text[: modal.start()], listed):
        for name in groups_in(part):
            if " " in name or name.casefold() not in _ANYBODY:
                yield name


def _towns(text: str) -> Iterator[str]:
    """Municipalities named, not those in the name of a police zone, a court or their own OCMW."""
    inside = [(at, end) for _, at, end in named_bodies(text)]
    for name, start, _ in towns_in(text):
        if not any(at <= start < end for at, end in inside) and not _IN_A_NAME.search(text[max(0, start - 60) : start]):
            yield name


def _without_owner(name: str) -> str:
    """The bare name of a group: OCMW's of whomever are "OCMW's", and so is one OCMW of several towns."""
    bare = re.sub(r"^(?:hun|haar|de)\s+", "", name)
    return "OCMW's" if bare.startswith("OCMW") and " " not in bare else bare


def _takes_part(sentence: Sentence, start: str, kind: Kind) -> Iterator[Fact]:
    folded = sentence.folded
    is_label = bool(_PART_LABEL.match(sentence.label.casefold()) or _PART_LABEL.match(sentence.heading.casefold()))
    tells = _TAKES_PART.search(folded) or _TAKES_PART_NOW.search(folded)
    if tells and tells[0].startswith("deelnemende") and MAY_JOIN.search(folded):
        return  # "kunnen toetreden met het akkoord van de deelnemende gemeenten"
    treads = (
        kind is Kind.ADDENDUM and _TREADS.search(folded) and re.match(r"(?:\W*\w+\W+){0,4}(?:gemeente|stad)\b", folded)
    )
    if not (tells or treads or is_label) or (_MAY_NOT.search(folded) and not _CLAUSE.search(sentence.text)):
        return
    if sentence.recites and kind not in (Kind.ACCESSION, Kind.ADDENDUM):
        return
    since = _since(sentence.text) or (
        start if re.search(r"vanaf (?:de aanvang|het begin|de start|de eerste dag|dag één)", folded) else ""
    )
    for name in dict.fromkeys(_participants(sentence.text) if tells and not is_label else _towns(sentence.text)):
        yield Fact(Field.JOINED, name, sentence.text, since, sentence.spans, 0.85)


def _participants(text: str) -> Iterator[str]:
    """The towns in those clauses of a sentence that tell of taking part, not in those that tell of leaving."""
    at = 0
    for gap in (*_CLAUSE.finditer(text), None):
        end = gap.start() if gap else len(text)
        clause = text[at:end]
        folded = clause.casefold()
        if (_TAKES_PART.search(folded) or _TAKES_PART_NOW.search(folded)) and not _LEAVES.search(folded):
            others = FOR_OTHERS.search(clause)
            yield from _towns(clause[others.end() :] if others else clause)
        at = gap.end() if gap else end


def _since(text: str) -> str:
    """From when, where a sentence says so: a day, or a month."""
    for day, start, _ in dates.find(text):
        if _SINCE.search(text.casefold()[max(0, start - 25) : start]):
            return day.isoformat()
    if (match := _SINCE_MONTH.search(text.casefold())) and (month := dates.month_named(match["month"])):
        return f"{match['year']}-{month:02}"
    return ""
