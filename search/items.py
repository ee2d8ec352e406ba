"""The item of a sitting that a passage belongs to, and whether it holds the decision or is talk. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from search.language.dates import in_words
from search.language.dutch import analyse
from search.types import Document, Snippet

LONGEST_IN_CONTEXT = 160  # characters of an item's title that the context line of a passage keeps
ITEMS_KEPT = 20_000  # some 10 MB: reading a title takes longer than all else that is done with a passage
LEAST_TOGETHER = 12  # stems: fewer do not tell one text from another

_NUMBER = re.compile(r"(?:punt\s*)?(\d{1,3})\s*[.):]?\s+", re.IGNORECASE)
_CODE = re.compile(r"((?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6})\b[\s:–-]*")
_SAINT = re.compile(r"\b(?:st|ste|sinte)[. -]+(?=[A-Z])", re.IGNORECASE)
_TALK = re.compile(
    r"(?:\d{1,3}\s*[.):]?\s+)?(?:(?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6}[\s:–-]*)?"
    r"(?:(?:(?:mondelinge|schriftelijke|actuele)\s+)?(?:vragen|vraag|vragenuurtje|vragenhalfuur)\b|interpellatie"
    r"|mededelingen?\b|varia\b|rondvraag|tussenkomst|bespreking|debat\b|actualiteit"
    r"|volgende\s+(?:samenkomst|vergadering|zitting))",
    re.IGNORECASE,
)
_DECISION_HEADING = re.compile(r"(?:\d+\.\s*)?(?:besluit|beslissing|artikel|art\.)(?=$|[\s:.\d])", re.IGNORECASE)
_POSITION_HEADING = re.compile(
    r"(?:\d+\.\s*)?(?:(?:ons|het|gezamenlijk|gemeenschappelijk)\s+)?standpunt(?:en)?(?:\s+\d{4})?\.?", re.IGNORECASE
)
_REASON_HEADING = re.compile(
    r"(?:\d+\.\s*)?(?:aanleiding|context|feiten|feitelijk|juridisch|rechtsgrond|bevoegdheid|motiv|argument|advie"
    r"|financ|historiek|voorgeschiedenis|inspraak|openbaar onderzoek|toelichting|waarom)",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"(?:^|\n)\s*(?:(?:BE)?SLUIT|BESLIST|Besluit|Beslissing|Beslist|Afspraak)\s*:"
    r"|(?:^|\n)\s*(?:Art(?:ikel|\.)\s*(?:1|enig)|Enig artikel)\b"
)
_DECIDES = re.compile(
    r"(?:^|\n)\s*(?:GOEDGEKEURD|VERDAAGD|KENNISGENOMEN|AKTEGENOMEN)\b"
    r"|\b(?:gemeenteraad|raad|college|vast bureau|burgemeesters)\s+beslist(?:en)?\b"
    r"|\b(?:is|wordt|worden|zijn)\b[^.\n]{0,200}\b(?:goedgekeurd|vastgesteld|verdaagd|bekrachtigd|afgekeurd|verworpen)\b"
    r"|\bkeur(?:t|en)\b[^.\n]{0,200}\bgoed\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a sitting as one paper names it."""

    number: str  # "3"; empty where the paper gives none
    code: str  # "2020_GR_00057"; empty where the paper gives none
    words: frozenset[str]  # the stems of its title
    is_talk: bool  # questions, announcements: several subjects under one number


def item_of(document: Document, snippet: Snippet) -> Item | None:
    """Return the item that a passage belongs to, or None where the paper has no items.

    Of a passage's headings the item is the one that closes its context line, behind nothing but municipality, body and
    date; in a paper without items the title of the paper stands between.
    """
    return _item(document.municipality, document.body, document.date, snippet.headings, snippet.context)


@lru_cache(maxsize=ITEMS_KEPT)
def _item(
    municipality: str | None, body: str | None, day: date | None, headings: tuple[str, ...], context: str
) -> Item | None:
    known = [part for part in (municipality, body, in_words(day) if day else "") if part]
    for heading in headings:
        if " | ".join(dict.fromkeys((*known, heading[:LONGEST_IN_CONTEXT]))) == context:
            return named(heading)
    return None


@lru_cache(maxsize=ITEMS_KEPT)
def named(title: str) -> Item | None:
    """Return the item with this title; None where the title has no word that says something."""
    number = _NUMBER.match(title)
    rest = title[number.end() :] if number else title
    code = _CODE.match(rest)
    subject = rest[code.end() :] if code else rest
    words = frozenset(analyse(_SAINT.sub("Sint ", subject)))
    if not any(letter.isalpha() for word in words for letter in word):
        return None
    return Item(number[1] if number else "", code[1] if code else "", words, bool(_TALK.match(subject)))


def decided(snippet: Snippet) -> int:
    """Return how much of a decision a passage holds: 3 its beginning, 2 further articles, 1 its outcome, 0 nothing."""
    if any(_TALK.match(heading) for heading in snippet.headings):
        return 0
    if _ENACTS.search(snippet.text):
        return 3
    if any(_DECISION_HEADING.match(heading) for heading in snippet.headings):
        return 2
    is_reason = any(_REASON_HEADING.match(heading) for heading in snippet.headings)
    return int(not is_reason and _DECIDES.search(snippet.text) is not None)


def states(snippet: Snippet) -> bool:
    """Whether a passage stands under a heading that says: this is the position."""
    return any(_POSITION_HEADING.fullmatch(heading) for heading in snippet.headings)


def is_talk(snippet: Snippet, item: Item | None) -> bool:
    """Whether a passage is what somebody asked, answered or announced."""
    return (item is not None and item.is_talk) or any(_TALK.match(heading) for heading in snippet.headings)


def share_in_common(one: str, other: str) -> float:
    """Return which part of the words of the shorter text also stands in the other; 0 where it is too short to tell."""
    stems, others = _stems(one), _stems(other)
    least = min(len(stems), len(others))
    return len(stems & others) / least if least >= LEAST_TOGETHER else 0.0


@lru_cache(
    maxsize=1_000
)  # each paper of a sitting is compared with each other: 70 ms of a search among 100,000 passages
def _stems(text: str) -> frozenset[str]:
    return frozenset(analyse(text))
