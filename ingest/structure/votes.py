"""Votes as a paper words them: counts, unanimity, secrecy, and what was voted on.

Reads paragraphs of one item; knows nothing of outcomes or articles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.structure.lines import VOTE_LINE, Paragraph, Part
from ingest.structure.terms import OLD_STYLE
from search.registers.treatments import Vote

_WORDS = {
    word: number
    for number, words in enumerate(
        [
            "geen|nul",
            "een|één|eén",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
        ]
    )
    for word in words.split("|")
}
_N = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_COUNT = re.compile(
    rf"\b(?P<n>{_N})\s+(?:geldige\s+|leden\s+|raadsleden\s+)?(?:"
    r"(?:stem(?:men)?\s+|stemden\s+)?(?P<side>voor|tegen)\b(?:-?stem(?:men)?\b)?"
    r"|(?P<yes>ja|neen?)\b(?:[-\s]?stem(?:men)?\b)?|(?P<yes2>voor|tegen|ja|neen?)-?stem(?:men)?\b"
    r"|(?P<blank>onthouding(?:en)?|onthielden\s+zich|stemonthouding(?:en)?)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b(?:(?:aantal\s+)?stem(?:men|den)?\s+|aantal\s+|gestemd\s+)?(?P<side>voor|tegen|ja|neen?|onthouding(?:en)?"
    rf"|voorstanders?|tegenstanders?|onthouders?|onthielden\s+zich)\s*(?:stemmen)?\s*[:(=]?\s*(?P<n>{_N})\b\)?(?!\s*[.,/]?\d)",
    re.IGNORECASE,
)
_ALL_LISTED = re.compile(
    rf"(?:stemming\s*:\s*)?(?:{_LISTED.pattern}[\s,;.–-]*){{1,5}}".replace("?P<side>", "").replace("?P<n>", ""),
    re.IGNORECASE,
)
_NEAR = 30  # characters between two counts of one vote: ", 4 raadsleden van Groen stemmen "
_UNANIMOUS = re.compile(
    r"\b(?:(?:met|bij)\s+(?:volledige\s+)?eenparigheid(?:\s+van\s+(?:de\s+)?stemmen)?|eenparig|unaniem|met\s+unanimiteit"
    r"|(?:met|bij)\s+algemene\s+stemmen|eenstemmig|zonder\s+tegenstem(?:men)?)\b",
    re.IGNORECASE,
)
_NOT_THE_BODY = re.compile(r"\b(?:unaniem|eenparig|gunstig)e?\s+(?:advies|voorstel|akkoord)\b", re.IGNORECASE)
_NAMES = re.compile(r"\s*\((?![^()]{0,40}\d)[^()]{2,3000}\)")
_SECRET = re.compile(r"\bgeheime\s+stemming\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:openbare|publieke|mondelinge|hoofdelijke|naam)\s?stemming\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?P<amendment>\b(?:sub)?amendement(?:en)?\b)|(?P<urgency>\bhoogdringend(?:heid)?\b)", re.IGNORECASE
)
_STEM = re.compile(r"stem", re.IGNORECASE)
_BARE = 80  # characters: "Stemming: met 14 stemmen voor, 26 tegen, 3 onthoudingen" and no more
AMENDMENT, URGENCY = "amendement", "hoogdringendheid"


def votes_of(paragraphs: Sequence[Paragraph]) -> tuple[Vote, ...]:
    """The votes of an item, in order; the same vote told twice counts once."""
    secret = _secrecy(" ".join(p.text for p in paragraphs if p.part is not Part.MOTIVE))
    found: list[Vote] = []
    subject = ""
    is_open = False  # more counts of the last vote may follow, each on a line of its own
    for text in (text for paragraph in paragraphs for text in _sentences(paragraph)):
        vote = _vote(text)
        subject = _subject(text, subject, has_vote=vote is not None)
        is_listed = bool(_ALL_LISTED.fullmatch(text))
        if vote is not None:
            vote = replace(vote, is_secret=secret, subject=subject)
            if is_open and is_listed:
                found[-1] = _joined(found[-1], vote)
            else:
                found.append(vote)
            subject = subject if is_listed else ""
        is_open = vote is not None and is_listed
    return _distinct(found)


def counts(vote: Vote) -> bool:
    """Whether a vote is one on the item itself, and not on an amendment or on its urgency."""
    return vote.subject not in (AMENDMENT, URGENCY)


def is_carried(vote: Vote) -> bool | None:
    """Whether a vote was won; None where the paper does not say. An equal vote is lost (DLB, article 33)."""
    if vote.is_unanimous:
        return True
    if vote.in_favour is None and vote.against is None:
        return None
    return (vote.in_favour or 0) > (vote.against or 0)


def _sentences(paragraph: Paragraph) -> Iterator[str]:
    """The sentences in which a vote may stand: of the motives only those that are about a vote."""
    for text in re.split(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý\"“])", _NAMES.sub("", paragraph.text)):
        if OLD_STYLE.match(text) or len(text) > 3_000:
            continue
        if paragraph.part is Part.MOTIVE and not VOTE_LINE.match(text):
            continue
        yield text


def _vote(text: str) -> Vote | None:
    found = list(_COUNT.finditer(text))
    if not (len(found) > 1 and _are_near(found)) and not (found and _STEM.search(found[0][0])):
        found = list(_LISTED.finditer(text)) if _ALL_LISTED.fullmatch(text) else []
    numbers: dict[str, int] = {}
    for match in found:
        numbers.setdefault(_side(match), _number(match["n"]))
    if numbers:
        first, last = found[0].start(), found[-1].end()
        begin = first - 4 if text[max(0, first - 4) : first].casefold() in ("met ", "bij ") else first
        unanimous = bool(_UNANIMOUS.search(text)) and not (numbers.get("against") or numbers.get("abstained"))
        sides = (numbers.get("favour"), numbers.get("against"), numbers.get("abstained"))
        return Vote(text[begin:last], unanimous, *sides)
    agreed = _UNANIMOUS.search(_NOT_THE_BODY.sub("-", text))
    return Vote(agreed[0], True) if agreed else None


def _are_near(found: Sequence[re.Match[str]]) -> bool:
    """Whether counts stand together: "voor 33 jaar tegen een vergoeding" counts nothing."""
    return all(after.start() - before.end() < _NEAR for before, after in pairwise(found))


def _side(match: re.Match[str]) -> str:
    word = next(value for key, value in match.groupdict().items() if key != "n" and value).casefold()
    return (
        "abstained" if word[:2] == "on" or word[:5] == "stemo" else "favour" if word[:2] in ("vo", "ja") else "against"
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text.casefold()]


def _secrecy(text: str) -> bool | None:
    return True if _SECRET.search(text) else False if _OPEN.search(text) else None


def _subject(text: str, before: str, *, has_vote: bool) -> str:
    """What is voted on: what the sentence says, or for a bare vote what the sentence before it said."""
    if match := _SUBJECT.search(text):
        return AMENDMENT if match["amendment"] else URGENCY
    return before if has_vote and len(text) < _BARE else ""


def _joined(vote: Vote, other: Vote) -> Vote:
    return Vote(
        f"{vote.said}, {other.said}", vote.is_unanimous or other.is_unanimous,
        other.in_favour if vote.in_favour is None else vote.in_favour,
        other.against if vote.against is None else vote.against,
        other.abstained if vote.abstained is None else vote.abstained, vote.is_secret, vote.subject,
    )  # fmt: skip


def _distinct(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    kept: dict[tuple[object, ...], Vote] = {}
    for vote in votes:
        kept.setdefault((vote.is_unanimous, vote.in_favour, vote.against, vote.abstained, vote.subject), vote)
    return tuple(kept.values())
