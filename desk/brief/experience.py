"""Who has experience with a theme, and what evaluations say of how it went. Pure."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from desk.brief import citing, leads, quotes, texts
from desk.brief.doubts import DID
from desk.brief.positions import is_about, stances
from desk.brief.quotes import Quote
from desk.brief.texts import HEADINGS
from desk.brief.theme import Found, Matter
from desk.note import Entry, Part, Section, Source
from desk.registers.experience import Experience, Proof
from search.registers.treatments import Effect
from search.types import Passage

MOST: Final = 12  # who did it, each by a paper; a region has ten municipalities and some partnerships
MOST_EVALUATIONS: Final = 3
MOST_SAID: Final = 5  # quotations of one evaluation
LONGEST: Final = 260  # characters of one
MOST_TOLD: Final = 4  # sentences of reports
_EVALUATES: Final = re.compile(r"evalua|ervaring|terugblik|balans|lessen", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"(?:meld(?:t|en)|klaagt|klagen|vertel(?:t|len)|(?:had(?:den)?|heeft|hebben) (?:goede |slechte )?ervaring"
    r"|tel(?:t|den)|telde|st(?:apte|apten|opte)|startte|ondervindt|ervaart|deelt de ervaring|kwam er)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:les(?:sen)?|goed|moeilijk|aanbeveling(?:en)?|oordeel|conclusies?|lukte|waarom|aandachtspunt(?:en)?|ervaring(?:en)?)\b",
    re.IGNORECASE,
)
_NOT_DONE: Final = frozenset({Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN})
_FIRST: Final = re.compile(r"\b(?:les(?:sen)?|aanbeveling(?:en)?|conclusies?|oordeel)\b", re.IGNORECASE)
_ENDS: Final = re.compile(r"[.!?]$")  # a row of a table does not, nor what announces a list


def section(found: Found) -> Section:
    """Return the section: who leads or takes part, then what evaluations and reports say, the newest first."""
    entries = [*_people(found), *_evaluations(found), *_told(found)]
    return Section(Part.EXPERIENCE, HEADINGS[Part.EXPERIENCE], tuple(entries))


def _people(found: Found) -> Iterator[Entry]:
    """Yield who did something with it, by the paper that shows it best: those of one paper together; all are named."""
    known = [each for each in found.experience if each.proofs[0].role in DID]
    shown: dict[tuple[str, Source], list[Experience]] = {}
    for each in known[:MOST]:
        shown.setdefault(citing.cited(_best(each, found), found.pages), []).append(each)
    for (title, at), people in shown.items():
        told = [(each.who, _reason(each, found)) for each in people]
        reasons = "; ".join(reason if len(told) == 1 else f"{who}: {reason}" for who, reason in told)
        yield Entry(title, at, ", ".join(each.who for each in people), leads.sentence(reasons))
    for each in known[MOST:]:
        _, at = citing.cited(_best(each, found), found.pages)
        yield Entry("", at, texts.MORE_PEOPLE, leads.sentence(_reason(each, found)), each.who)


def _best(each: Experience, found: Found) -> Proof:
    """Return the paper that shows best what somebody did: the first that is surely about the theme, else the first."""
    return next((proof for proof in each.proofs if _is_sure(proof, found)), each.proofs[0])


def _reason(each: Experience, found: Found) -> str:
    """Return why somebody is named, what became of it where that was nothing, and that it may be beside the theme."""
    best = _best(each, found)
    undone = best.decision.effect if best.decision and best.decision.effect in _NOT_DONE else None
    return "; ".join(filter(None, (each.reason, undone, "" if _is_sure(best, found) else texts.UNSURE)))


def _is_sure(proof: Proof, found: Found) -> bool:
    """Whether somebody did something that is surely about the theme."""
    keys = {each.decision.key for each in found.matters} | {each.key for each in found.contracts}
    return proof.role in DID and (proof.contract in keys or (proof.decision is not None and proof.decision.key in keys))


def _told(found: Found) -> Iterator[Entry]:
    """Yield what municipalities told of it in meetings."""
    for each in islice(stances(found.matters, found.words, _TOLD), MOST_TOLD):
        who = texts.SAID_IN.format(who=", ".join(each.places), where=leads.lead(each.document))
        yield Entry(each.quote.text, quotes.source(each.document, each.quote), who)


def _evaluations(found: Found) -> Iterator[Entry]:
    told = [matter for matter in found.matters if _evaluates(matter)]
    for matter in told[:MOST_EVALUATIONS]:
        lead = texts.TITLED.format(lead=leads.lead(matter.document), title=matter.decision.title)
        for said in _lessons(matter, found):
            yield Entry(said.text, quotes.source(matter.document, said), lead)
            lead = ""


def _evaluates(matter: Matter) -> bool:
    return bool(_EVALUATES.search(matter.decision.title))


def _lessons(matter: Matter, found: Found) -> list[Quote]:
    """Return what an evaluation concludes; of one on several subjects, what it says of this one."""
    about = [each for each in matter.passages if matter.is_central or _is_about(each, found)]
    told = [each for each in about if any(map(_TELLS.search, each.headings))] or about
    first = [each for each in told if any(map(_FIRST.search, each.headings))]
    named = [each for each in told if not matter.is_central and is_about(" ".join(each.headings[1:]), found.words)]
    ordered = dict.fromkeys((*named, *first, *told))
    found_in = [quote for each in ordered for quote in _said(each)]
    return found_in[:MOST_SAID]


def _said(passage: Passage) -> Iterator[Quote]:
    for start, end in quotes.whole(passage.text):
        sentence = passage.text[start:end]
        is_one = end - start <= LONGEST and quotes.says_something(sentence) and bool(_ENDS.search(sentence))
        if is_one and (said := quotes.quote(passage.text, passage.spans, start, end)):
            yield said


def _is_about(passage: Passage, found: Found) -> bool:
    return is_about(" ".join((*passage.headings[1:], passage.text)), found.words)
