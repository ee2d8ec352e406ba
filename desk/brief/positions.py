"""Where partnerships and municipalities stand: position papers, agreements of meetings, what each said there. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from desk.brief import leads, papers, quotes, tasks, texts
from desk.brief.quotes import Quote
from desk.brief.texts import HEADINGS
from desk.brief.theme import REPORTS, Found, Matter
from desk.note import Entry, Part, Section
from search.language import municipalities
from search.language.dutch import analyse
from search.types import Document, Kind, Passage

MOST_AGREED: Final = 5  # agreements of meetings
MOST_OF_PLACE: Final = 2  # sentences on one municipality
LONGEST: Final = 300  # characters of one sentence; a longer one is a table or a list

_LIST: Final = re.compile(r"(?:[•▪◦–*-]|\d{1,2}[.)])\s+")
_TITLE: Final = re.compile(r"(?:de |het )?(?:stad |gemeente |burgemeesters? van |schepen van )", re.IGNORECASE)
STANDS: Final = re.compile(
    r"(?:wil(?:len)?|wens(?:t|en)|vra(?:agt|gen)|vre(?:est|zen)|steun(?:t|en)|blij(?:ft|ven)|weiger(?:t|en)|pleit(?:en)?"
    r"|aanvaard(?:t|en)?|wacht(?:en)?|verwerp(?:t|en)|onderschrij(?:ft|ven)|overwe(?:egt|gen)|zie(?:t|n)|ha(?:akt|ken)"
    r"|to(?:ont|nen)|behoud(?:t|en)|twijfel(?:t|en)|kie(?:st|zen)|men(?:en|t)|meent|vind(?:t|en)|afwachtend|positief"
    r"|akkoord|geen|doe(?:t|n)|sluit(?:en)?|dringt|dringen|verkie(?:st|zen)|heeft geen|hebben geen"
    r"|(?:is|zijn) (?:voorstander|tegen|akkoord|bereid|vragende|positief|tevreden|ontevreden|terughoudend)"
    r"|onderzoek(?:t|en)|werkt aan|besl(?:ist|issen) later|st(?:apt|appen)|dooft|doven)\b",
    re.IGNORECASE,
)
_AGREED: Final = re.compile(
    r"(?:besluit|conclusie|afspraak|beslissing|akkoord|standpunt|afgesproken)\b"
    r"|(?:de|het) (?:burgemeesters|overleg|vergadering|besturen|groep|werkgroep)\b[^.]{0,40}?"
    r"\b(?:ga(?:an|at) akkoord|(?:is|zijn) het (?:er|erover) |spre(?:ekt|ken) af|behoud(?:t|en)|beve(?:elt|len)"
    r"|vind(?:t|en)|vra(?:agt|gen)|ondersteun(?:t|en)|wens(?:t|en)|kie(?:st|zen)|beslis(?:t|sen))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """A sentence in which municipalities say where they stand."""

    places: tuple[str, ...]
    document: Document
    quote: Quote


def section(found: Found) -> Section:
    """Return the section: position papers that hold, then what meetings agreed, then what each municipality said."""
    entries = [*papers.entries(found), *_agreements(found), *_of_places(found)]
    return Section(Part.POSITIONS, HEADINGS[Part.POSITIONS], tuple(entries))


def stances(matters: Iterable[Matter], words: Collection[str], verbs: re.Pattern[str] = STANDS) -> Iterator[Stance]:
    """Yield what municipalities said at the table in sentences with these verbs, in the order of the matters."""
    for matter in matters:
        if matter.document.kind not in REPORTS and matter.document.kind is not Kind.POSITION:
            continue
        for passage in matter.passages:
            for start, end in _statements(passage, matter.is_central, words):
                named = places_before(passage.text[start:end], verbs)
                said = quotes.quote(passage.text, passage.spans, start, end) if named else None
                if said:
                    yield Stance(named, matter.document, said)


def places_before(sentence: str, verbs: re.Pattern[str]) -> tuple[str, ...]:
    """Return the municipalities with which a sentence begins, where it goes on with one of these verbs."""
    marker = _LIST.match(sentence)
    at = marker.end() if marker else 0
    title = _TITLE.match(sentence, at)
    at = title.end() if title else at
    named: list[str] = []
    for name, start, end in municipalities.find(sentence):
        if start < at or sentence[at:start].strip(" ,") not in ("", "en"):
            break
        named.append(name)
        at = end
    rest = sentence[at:].lstrip()
    return tuple(dict.fromkeys(named)) if named and verbs.match(rest) else ()


def _agreements(found: Found) -> Iterator[Entry]:
    """Yield what meetings agreed since the last position paper, the newest first."""
    stated = [matter.day for matter in found.matters if matter.document.kind is Kind.POSITION and matter.day]
    since = max(stated, default=date.min)
    taken = 0
    for matter in found.matters:
        if matter.document.kind not in REPORTS or (matter.day or date.max) < since:
            continue
        for passage in matter.passages:
            for start, end in _statements(passage, matter.is_central, found.words):
                if not _AGREED.match(passage.text, start):
                    continue
                said = quotes.quote(passage.text, passage.spans, start, end)
                if said and taken < MOST_AGREED:
                    taken += 1
                    remark = leads.sentence(papers.resting(said.text, matter.document, found))
                    yield Entry(said.text, quotes.source(matter.document, said), leads.lead(matter.document), remark)


def _of_places(found: Found) -> Iterator[Entry]:
    """Yield the last that each municipality said, the newest first."""
    taken: dict[str, tuple[date | None, int]] = {}
    for each in stances(found.matters, found.words):
        wanted = [place for place in each.places if place in found.places]
        open_ = [place for place in wanted if _may_say(taken.get(place), each.document.date)]
        if not open_:
            continue
        for place in wanted:
            last, count = taken.get(place, (each.document.date, 0))
            taken[place] = (last, count + 1)
        who = texts.SAID_IN.format(who=", ".join(each.places), where=leads.lead(each.document))
        since = [place for place in each.places if _has_decided(place, each.document.date, found.matters)]
        if len(since) == len(each.places):
            continue  # what each decided says more
        decided = texts.DECIDED_SINCE.format(places=", ".join(since)) if since else ""
        remark = leads.sentence(decided, papers.resting(each.quote.text, each.document, found))
        yield Entry(each.quote.text, quotes.source(each.document, each.quote), who, remark)


def _has_decided(place: str, day: date | None, matters: Iterable[Matter]) -> bool:
    """Whether a body of a municipality took a decision on the theme after a day."""
    return any(
        matter.decision.municipality == place and matter.decision.is_decided and matter.day and matter.day > day
        for matter in matters
        if day
    )


def _may_say(taken: tuple[date | None, int] | None, day: date | None) -> bool:
    return taken is None or (taken[0] == day and taken[1] < MOST_OF_PLACE)


def _statements(passage: Passage, is_central: bool, words: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that are about the theme and no task: what is to be done stands among the actions."""
    promised = {(each.start, each.end) for each in tasks.of(passage.text)}
    for start, end in quotes.whole(passage.text):
        if (start, end) in promised or end - start > LONGEST:
            continue
        if is_central or is_about(passage.text[start:end], words):
            yield start, end


def is_about(sentence: str, words: Collection[str]) -> bool:
    """Whether a sentence has a word for the theme."""
    return not set(words).isdisjoint(analyse(sentence))
