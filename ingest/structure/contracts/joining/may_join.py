"""Who may join a contract, by the sentences that tell it. Knows nothing of lists, and nothing of who has joined."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

from ingest.structure.contracts.joining.groups import groups_in
from ingest.structure.contracts.parties.actors import who_acts
from ingest.structure.contracts.text.clauses import Sentence, fold
from ingest.structure.contracts.text.contract_terms import BODY, JOINING_TOPIC
from ingest.structure.contracts.text.joining_words import LEAVES, MAY_VERB, ON_CONTRACT
from search.registers.agreements import Fact, Field

_MODAL = re.compile(r"\b(?:kan|kunnen|kunt|mag|mogen|konden|mochten|krijgen de mogelijkheid om)\b")
_OPEN_TO = re.compile(
    r"(?:^\W*|\b(?:staat|staan|is|zijn|blijft|blijven|wordt|werd)\b[^.;:]{0,80}\b)(?:open|opengesteld|toegankelijk|bestemd)\b[^.;:]{0,20}\bvoor\s"
    r"|\bten behoeve van\s|\bvoor rekening van (?=(?:de )?(?:besturen|gemeenten))|\bhandel(?:t|en)\s(?:voor|namens)\s|\b(?:gebruikt|afgenomen|besteld) worden door\s"
)
"""Behind these words stands who may join."""
_WELCOME = re.compile(
    r"\b(?:zijn|is|blijven|waren)\b[^.;:]{0,40}\bwelkom\b|\b(?:zijn|is) (?:ook )?(?:gerechtigd|bestelgerechtigd|afnamegerechtigd)\b|\bzich (?:ook )?bij deze\b"
)
"""Before these words stands who may join."""
_BUYS_FOR = re.compile(rf"\b(?:{BODY}|centrale aankoper)\b[^.;:]{{0,40}}\b(?:voor|namens|ten behoeve van)\s")
_ENTITLED = re.compile(
    r"\b(?:bestelgerechtigd\w*|afnamegerechtigd\w*|gerechtigd\w*|potenti[eë]le (?:\w+ )?(?:afnemers?|deelnemers?|klanten|besturen)|mogelijke (?:afnemers|deelnemers)|begunstigden)\b[^.;:]{0,40}:"
)
"""Behind this colon stands who may join."""
_BY_THEM = re.compile(
    r"\b(?:bestelling\w*|afname|toetreding|aansluiting|deelname) (?:van|door|voor) (?P<who>[^.;]{3,160}?)\s(?:wordt|worden|is|zijn|kan|kunnen)\b[^.;]{0,30}\b(?:aanvaard|mogelijk|toegelaten|toegestaan)\b"
)
_EXCEPT = re.compile(
    r"\b(?:naast|behalve|buiten|met uitzondering van|uitgezonderd|samen met)\b[^,:]{0,120}?(?=,|:|\bkan\b|\bkunnen\b|\bmag\b|\bmogen\b|$)"
)
_REFUSED = re.compile(
    r"\b(?:kan|kunnen|mogen|mag|is|zijn|staat)\b[^.;]{0,60}\bniet\b|\b(?:kan|kunnen|mogen|mag)\b[^.;]{0,20}\bgeen\b|\bgeen\b[^.;]{0,30}\b(?:toetred|afname|aansluit)|\bniet\s(?:meer\s)?(?:deel|mee|toetreden|afnemen|aansluiten)|\beigen concessie\b|\bwaarnemer|\binwoners van\b|\bparticulieren\b"
)
_ENDS = re.compile(
    r"\b(?:opzeg\w*|opgezegd|uittred\w*|uit te treden|be[eë]indig\w*|stopzet\w*)\b|\bwacht(?:en)?\b[^.;]{0,60}\baf\b"
)
_ORDERS = re.compile(
    r"\b(?:kan|kunnen|mag|mogen)\b[^.;]{0,80}\b(?:bestellen|afnemen|instappen|toetreden|intekenen|meekopen|bestellingen plaatsen)\b"
)
"""What one may do under a framework contract alone."""
_FOR_WHAT = re.compile(r"\svoor (?:hun|haar|zijn)\s[^,;]{2,80}")
_ON_CONDITION = re.compile(r"^\W*(?:na|mits|met|onder)\s[^,;]{3,60}?\s(?:ook|eveneens)\s", re.IGNORECASE)
_RELATIVE = re.compile(r",\s(?:die|dat|waarvan|waarin)\b[^,.;]{0,90},")
_BOUND = re.compile(r"[;.]\s|,\s(?:maar|terwijl|doch|waarna|mits|voor zover|op voorwaarde|behalve|met uitzondering)\b")
_ANYBODY = frozenset(
    [
        "besturen",
        "bestuur",
        "gemeenten",
        "steden",
        "diensten",
        "entiteiten",
        "instellingen",
        "vennoten",
        "verenigingen",
        "partners",
        "leden",
    ]
)
_ONE = frozenset(("gemeente", "stad", "bestuur", "provincie", "ocmw"))
_OWN_KIND = re.compile(r"(?:\b(?:de|het|stad|gemeente)\s+)+$")
_TOWNS = re.compile(r"\bbestu(?:ur|ren)\b|\bgemeenten\b")
_VERBS_END = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|treedt|koopt|op te treden|en (?:sluit|treedt|voert|is))\b"
)
_MAY_LABEL = re.compile(
    r"(?:.{0,40}\b(?:mag|mogen|kan|kunnen)\s(?:ook\s|nog\s|later\s)?(?:bestellen|afnemen|toetreden|aansluiten|deelnemen|instappen|meedoen)|wie (?:kan|kunnen|mag|nog)\b.*|kunnen (?:later )?(?:afnemen|toetreden|deelnemen|bestellen|instappen|aansluiten)\b.*|kan instappen"
    r"|(?:mogelijke |potenti[eë]le )?(?:afnemers|toetreders|begunstigden|gebruikers|afnemende besturen|(?:afname|bestel|toetredings)?gerechtigde besturen|toegelaten entiteiten|afnamegerechtigden|bestelgerechtigden?|toetredingsgerechtigden)(?: en .*)?|openstelling|(?:open(?:gesteld)?|toetreding mogelijk) voor)"
)


def who_may(sentence: Sentence) -> Iterator[Fact]:
    """The towns, bodies and groups that a sentence says may join."""
    text = _RELATIVE.sub(lambda match: "," * len(match[0]), sentence.text) if ", " in sentence.text else sentence.text
    folded = fold(text)
    if sentence.recites or _ENDS.search(folded) or LEAVES.search(folded):
        return
    is_topic = bool(JOINING_TOPIC.search(sentence.topic))
    if not (is_topic or ON_CONTRACT.search(folded) or _ORDERS.search(folded)):
        return
    sure = 0.93 if is_topic else 0.8
    for region in _regions(text, folded, sentence):
        for value, less in _named(region):
            yield Fact(Field.MAY_JOIN, value, sentence.text, "", sentence.spans, round(sure - less, 2))


def _regions(text: str, folded: str, sentence: Sentence) -> Iterator[str]:
    """The parts of a sentence in which they stand who may join."""
    if _MAY_LABEL.fullmatch(sentence.label.casefold()) and text.startswith(sentence.label):
        yield sentence.value
        return
    at = 0
    for gap in (*_BOUND.finditer(text), None):
        end = gap.start() if gap else len(text)
        if not _REFUSED.search(folded[at:end]):
            yield from _of_clause(text[at:end], folded[at:end])
        at = end


def _of_clause(text: str, folded: str) -> Iterator[str]:
    if match := _ENTITLED.search(folded):
        yield text[match.end() :]
    elif (match := _OPEN_TO.search(folded)) and "zichzelf" not in folded:
        rest = text[match.end() :]
        verb = _VERBS_END.search(rest)
        yield rest[: verb.start()] if verb else rest
    elif match := _BY_THEM.search(folded):
        yield text[match.start("who") : match.end("who")]
    elif match := _WELCOME.search(folded):
        yield text[: match.start()]
    elif (modal := _MODAL.search(folded)) and (verb := MAY_VERB.search(folded, modal.start())):
        colon = text.find(":", verb.start())
        if colon >= 0 and text[colon + 1 :].strip():
            yield text[colon + 1 :]
        else:
            yield _without_exception(text[: modal.start()])
            yield text[modal.end() : verb.start()]


def _without_exception(text: str) -> str:
    match = _EXCEPT.search(text.casefold())
    return text[: match.start()] + text[match.end() :] if match else text


def opens_list(head: str) -> bool:
    """Whether a lead-in, in small letters, says that those who may join are listed below it."""
    return bool(
        _BUYS_FOR.search(f"{head} ")
        or _OPEN_TO.search(f"{head} ")
        or _ENTITLED.search(f"{head}:")
        or _MAY_LABEL.fullmatch(head)
    )


def who_is_named(text: str) -> list[str]:
    """The towns, bodies and groups in a point of a list of who may join."""
    return [value for value, _ in _named(_FOR_WHAT.sub("", _ON_CONDITION.sub("", text)))]


def _named(region: str) -> Iterator[tuple[str, float]]:
    """Each who is named in a part of a sentence, and by how much the reading of it is less sure."""
    acting = who_acts(region)
    yield from ((each.name, 0.0) for each in acting)
    free, at = "", 0
    for each in acting:
        free, at = f"{_OWN_KIND.sub('', free + region[at : each.start])}, ", each.end
    groups = [name for name in groups_in(free + region[at:]) if name.casefold() not in _ONE]
    if acting:  # "de besturen van de streek, met name Essen en Kapellen"
        groups = [name for name in groups if not _TOWNS.search(name.casefold())]
    telling = [name for name in groups if " " in name or name.casefold() not in _ANYBODY]
    yield from ((name, 0.0) for name in telling)
    if not acting and not telling and groups:
        yield groups[0], 0.25  # "besturen" alone names nobody
