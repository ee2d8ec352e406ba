"""Who takes part in a contract no longer, and from when. Knows nothing of who may leave, or how.

`search/registers/departures.py` reads the same of what a council decided; here it is told of somebody by name.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.actors import actors_in, first_named
from ingest.structure.contracts.parties.names import Named, Sort, in_lists, names_in
from ingest.structure.contracts.text.clauses import Sentence
from search.registers.agreements import Fact, Field
from search.types import Kind

_WORDS = (
    "uit", "niet", "geen", "verla", "verliet", "stop", "beëindig", "opgezegd", "op te zeggen", "opzeg", "zegt", "zegde", "herroep", "ingetrokken", "schrap", "doorgehaald",
    "verwijderd", "opgehouden", "ophoudt", "ontslag", "afgehaakt", "vertrokken", "ex-", "haakte",
)  # fmt: skip
_PART = r"(?:deelname|deelneming|afname|aansluiting|toetreding|instap|lidmaatschap|samenwerking|\w*overeenkomst|\w*contract|mandaat|convenant)"
_OVER = r"(?:stop te zetten|stopgezet|stopzet|stopzetten|te beëindigen|beëindigd|beëindigt|op te zeggen|opgezegd|opzegt|te herroepen|herroepen|in te trekken)"
_TAKES = r"(?:deel|mee\w*|af(?:neemt|nemen)?|af te nemen|deel(?:neemt|nemen)|deel te nemen|gebruik|lid|aangesloten|bij|partij|klant|deelnemer)"
_LEAVES = re.compile(
    rf"\b(?:niet|niets) (?:langer|meer)\b[^.;:]{{0,40}}\b{_TAKES}\b|\b{_TAKES}\b[^.;:]{{0,30}}\bniet (?:langer|meer)\b|\b{_TAKES}\b[^.;:]{{0,30}}\bniet (?:langer|meer) bij\b|\bgeen (?:gebruik|deel|lid|partij|deelnemer|klant) (?:\w+ ){{0,2}}?meer\b|\bgeen (?:gebruik|deel|lid|partij) meer\b"
    r"|\b(?:verlaat|verlaten|verliet|verlieten)\b|\b(?:stap(?:t|pen|te|ten)|treed[t]?|treden|trad(?:en)?)\b[^.;:]{0,80}\buit\b|\b(?:uitgetreden|uitgestapt|uit te (?:treden|stappen)|afgehaakt)\b|\buit\b[^.;:]{0,60}\bte (?:stappen|treden)\b|\bhaakte[n]?\b[^.;:]{0,30}\baf\b"
    rf"|\b{_PART}\b[^.;:]{{0,90}}\b{_OVER}\b|\b{_OVER}\b[^.;:]{{0,12}}\b(?:haar|zijn|hun|de) {_PART}\b|\b(?:zegt|zegden?|zeggen)\b[^.;:]{{0,30}}\b{_PART}\b[^.;:]{{0,60}}\bop\b"
    r"|\b(?:geschrapt|te schrappen|doorgehaald)\b|\bverwijderd uit de (?:\w+ )?lijst\b|\bop(?:houdt|gehouden)\b[^.;:]{0,40}\b(?:te bestaan|deelnemer|lid|partij)\b"
)
"""A clause, in small letters, that tells that somebody leaves or has left."""

_NOUN = re.compile(
    r"\b(?:uittreding|uitstap|ontslag|vertrek|opzeg(?:ging)?|schrapping|afmelding|terugtrekking)\s(?:van|door|vanwege)\s(?:(?:de|het|stad|gemeente|lid)\s)*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:uitgetreden|ontslagnemend\w*|vertrokken|afgehaakt|uitgestapte?|geschrapt|uit de lijst genomen|ex-\w+|verlaat ons|gestopt|uittreders?|(?:voormalige|vroegere|gewezen) (?:leden|deelnemers|partners|afnemers)|(?:nemen|neemt) niet (?:langer|meer) deel)\b[^:]{0,40}"
)
_GONE = re.compile(
    r"\W{0,4}(?:[^|;]{0,40}[|,;(–-]\s{0,3})?(?:is |zijn )?(?:gestopt|uitgestapt|uitgetreden|geschrapt|afgehaakt|vertrokken|stopgezet)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|moet|moeten|indien|ingeval|wanneer|zodra|tenzij|zou(?:den)?|wie|elke?|ieder|iedere|overweegt|vraagt of|verzoekt|niet-verlenging|geweigerd|voorbereiding|onderhandeling\w*|(?:vóór|voor) de (?:start|aanvang|ondertekening))\b"
)
_WE = re.compile(r"\b(?:wij|we|ons|onze|de gemeenteraad|de raad|het college|het vast bureau|de gemeente|de stad)\b")
_BOUND = re.compile(r"[;.]\s|,\s(?:en|maar|terwijl|doch|waarna)\s|;")
_FROM = re.compile(
    r"\b(?:op|vanaf|per|tegen|met ingang van|ingaande?(?: op)?|sinds|na|tot(?: en met)?|laatste dag(?: van \w+ deelname)?(?: is|:)?|gestopt|uitgestapt|uitgetreden)\s*$"
)
_TOLD = re.compile(r"\s(?:beslist|besliste|besloten|verzonden|ontvangen|laten weten|meegedeeld|ondertekend)\b")
_DECIDED = re.compile(
    r"\b(?:beslist\w*|beslot\w*|besloot|brief|schrijven|besluit|zitting|verzonden|ontvangen)\b[^.;]{0,12}$"
)
_BETWEEN = re.compile(r"(?:\s?\([^()]{0,40}\))?(?:,|\s?en|;|,? en)\s(?:(?:de|het|stad|gemeente)\s)*", re.IGNORECASE)


def leaving_of(sentences: Sequence[Sentence], kind: Kind, own: str | None = None) -> Iterator[Fact]:
    """The towns and bodies that a paper says to have left, or to leave, each once; none of a condition or a right.

    Args:
        sentences: Of the paper.
        kind: Of the paper.
        own: Whose letter or decision it is: who says "wij stoppen onze deelname".
    """
    seen: set[str] = set()
    for sentence in sentences:
        if not sentence.names(_WORDS) or (sentence.recites and kind not in (Kind.ADDENDUM, Kind.ACCESSION)):
            continue
        for named, sure in _leaving(sentence):
            if named.name not in seen and not named.buys:
                seen.add(named.name)
                yield Fact(Field.LEFT, named.name, sentence.text, _day(sentence), sentence.spans, sure)
    if own and not seen and (ours := next((each for each in sentences if _is_ours(each)), None)):
        yield Fact(Field.LEFT, own, ours.text, _day(ours), ours.spans, 0.6)


def _is_ours(sentence: Sentence) -> bool:
    """Whether whoever writes says of himself that he leaves."""
    folded = sentence.folded
    return bool(
        sentence.names(_WORDS) and _WE.search(folded) and _LEAVES.search(folded)
        and not (_IF.search(folded) or sentence.recites)
    )  # fmt: skip


def _leaving(sentence: Sentence) -> Iterator[tuple[Named, float]]:
    text = sentence.text
    head, _, value = text.partition(":")
    if value and _LABEL.fullmatch(head.strip(" -•*").casefold()):
        yield from ((each, 0.75) for each in _public(value))
        return
    first = first_named(text)
    if first and _GONE.match(text, first[-1].end):
        yield from ((each, 0.75) for each in first)
        return
    at = 0
    for gap in (*_BOUND.finditer(text), None):
        end = gap.start() if gap else len(text)
        yield from ((each, 0.65) for each in _of_clause(text[at:end]))
        at = gap.end() if gap else end


def _of_clause(clause: str) -> Iterator[Named]:
    folded = clause.casefold()
    if _IF.search(folded):
        return
    if found := [run for run in in_lists(clause, _public(clause), _BETWEEN) if _NOUN.search(clause[: run[0].start])]:
        yield from (each for run in found for each in run)
    elif cue := _LEAVES.search(folded):
        yield from actors_in(clause, cue.span())


def _public(text: str) -> list[Named]:
    return [each for each in names_in(text) if each.sort is not Sort.FIRM]


def _day(sentence: Sentence) -> str:
    """From when, ISO; "" where it is not told."""
    for day, start, end in sentence.days:
        lead = sentence.folded[max(0, start - 40) : start]
        if _FROM.search(lead) and not (_DECIDED.search(lead) or _TOLD.match(sentence.folded, end)):
            return day.isoformat()
    return ""
