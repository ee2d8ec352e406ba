"""The subjects nearest to a question that has no answer here, as a person would name them. Pure."""

import re
from collections.abc import Collection, Sequence

from search.answer import Term
from search.copies import Paper
from search.items import named
from search.present import read, said
from search.types import Kind

NEAR_AT_ALL = 0.1  # least evidence of a document whose subject is named
SHARED = 0.3  # least part of the asked words that occur here, by rarity, that a subject must have in its own words
LOOKED_AT = 20  # documents
MOST = 5
LEAST = 4  # letters of a subject: less is a number or a code
LONGEST = 80  # characters

_BEFORE = re.compile(
    r"(?:(?:punt\s*)?\d{1,3}\s*[.):]?\s+)?(?:(?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6}\s*[–:-]*\s*)?"
    r"(?:uittreksel\s*:\s*)?(?:(?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6}\s*[–:-]*\s*)?",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"[\s.–-]+(?:(?:principiële|definitieve|voorlopige|gunstig)\s+)?(?:goedkeuring|kennis(?:name|neming|geving)|akt(?:ename|eneming)"
    r"|vaststelling|vaststellen|advies|verdaagd|beslissing|bekrachtiging|ingetrokken|verworpen|stopzetting)[\s.]*$",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"\b(?:notulen|zittingsverslag|(?:goedkeuring|verslag) (?:van )?(?:het |de )?(?:vorige |verslag))\b", re.I
)
_OF_ITEMS = frozenset({Kind.AGENDA, Kind.DECISION_LIST, Kind.MINUTES, Kind.SESSION_REPORT, Kind.MEETING_REPORT})


def subjects(
    papers: Sequence[Paper], words: Collection[str], here: Collection[str], terms: Sequence[Term]
) -> tuple[str, ...]:
    """Return at most MOST subjects of these papers that share words with the question, each once.

    Args:
        papers: The nearest first.
        words: The stems of the question, without names of places: those share nothing but a place.
        here: Those of them that stand in these papers.
        terms: What may be said for them.
    """
    own = [term for term in terms if len(term.stems) == 1 and term.stems[0] in words]
    whole = sum(term.weight for term in own if term.stems[0] in here)
    found: dict[frozenset[str], str] = {}
    for paper in papers:
        subject = _subject(paper)
        item = named(subject)
        shared = sum(said(read(subject), terms).values())
        if (
            item
            and shared >= SHARED * whole > 0
            and not any(item.words <= words or words <= item.words for words in found)
        ):
            found[item.words] = subject
        if len(found) == MOST:
            break
    return tuple(found.values())


def readable(title: str, longest: int = LONGEST) -> str:
    """Return a title without number, reference and outcome, of at most `longest` characters; "…" where it was cut."""
    text = _BEFORE.sub("", " ".join(title.split()), count=1)
    while (shorter := _OUTCOME.sub("", text)) != text:
        text = shorter
    text = text.strip(" .–-:")
    if len(text) > longest:
        sentence = text.rfind(". ", 0, longest)
        word = text.rfind(" ", 0, longest)
        if sentence > longest // 3:
            return text[:sentence].rstrip(" ,;:–-")
        text = text[: word if word > 0 else longest - 1].rstrip(" ,;:–-") + "…"
    return text


def _subject(paper: Paper) -> str:
    """Return what the best passage of a paper is about; empty where that is a formality or several things."""
    best = paper.best
    if best.item is None:
        title = "" if paper.document.kind in _OF_ITEMS else paper.document.title
    else:
        title = "" if best.item.is_talk else _title(paper)
    subject = "" if _FORMAL.search(title) else readable(title)
    return subject if sum(letter.isalpha() for letter in subject) >= LEAST else ""


def _title(paper: Paper) -> str:
    return next((heading for heading in paper.best.snippet.headings if named(heading) == paper.best.item), "")
