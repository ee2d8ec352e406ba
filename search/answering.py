"""The sentence of a passage that answers: by its words, by what is asked for, and not the one that names the subject.

Pure; where no word and no sign tells, `search.showing` asks the model for the sentence nearest in meaning.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.answer import Highlight
from search.language.dutch import analyse
from search.language.sentences import sentences
from search.present import Spot

SAYS_SOMETHING = 30  # characters; a shorter sentence is an outcome or a heading

_OPERATIVE = re.compile(
    r"^(?:\d+[.)]\s*)?(?:Art(?:ikel|\.)\s*\d+|Enig artikel|Art\. ?enig|Beslissing|Besluit|Afspraak|Conclusie)\b"
    r"|\bkeur(?:t|en)\b.{0,300}\bgoed\b|\b(?:raad|college|bureau|burgemeesters)\s+(?:beslist|besluit|neemt|stelt|geeft|gaat)"
    r"|\b(?:is|zijn|wordt|worden)\b.{0,300}\b(?:goedgekeurd|vastgesteld|verdaagd|bekrachtigd|verworpen|toegekend|opgeheven)\b"
    r"|\btreedt\b.{0,300}\btoe\b|\bgunstig advies\b|\badviseert\b"
)
_ARTICLE = re.compile(r"(?:\d+[.)]\s*)?(?:Art(?:ikel|\.)\s*(\d+)|Enig artikel)\b")
_POSITION = re.compile(
    r"\b(?:wij|gemeenten|besturen|burgemeesters|(?:burgemeesters)?overleg)\b.{0,60}"
    r"\b(?:aanvaard|sta(?:at|an)\b|vra(?:agt|gen)\b|wil(?:len)?\b|steun|weiger|verzet|pleit|wens|gaa[nt]?\b|vind|geef|eis)",
    re.IGNORECASE,
)
_TAKES_NOTE = re.compile(r"\bneem(?:t|en)\b.{0,40}\b(?:kennis|akte)\b", re.IGNORECASE)
_OUTCOME_ALONE = re.compile(
    r"(?:Besluit|Beslissing|Stemming|Gevolg|Resultaat|BESLUIT)?\s*:?\s*(?:met|eenparig|unaniem|goedgekeurd|verdaagd"
    r"|kennisgenomen|aktegenomen|akkoord|stemmen)\b[^.:]{0,80}\.?$|(?:Stemming|Stemmen|Gevolg)\b",
    re.IGNORECASE,
)
_FORMALITY = re.compile(
    r"\b(?:afschrift|uittreksel|in kennis gesteld|ter kennis|over te maken|bezorgd aan|bekendgemaakt)\b"
    r"|\b(?:belast met de uitvoering|ter beschikking gehouden)\b"
    r"|^(?:Zitting van|Uittreksel uit|Uit het notulen|Gelet op|Gezien|Bevoegd)",
    re.IGNORECASE,
)
_DATE = r"\b(?:19|20)\d\d\b"
_ASKED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\bhoe ?lang\b|\bwelke (?:termijn|duur|periode)\b|\bcombien de temps|\bhow long\b", re.IGNORECASE),
        re.compile(r"\b(?:uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|onbepaalde duur)\b", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\bhoe ?veel\b|\bhoe (?:groot|hoog|duur|ver)\b|\b(?:kost|bedrag|prijs|raming|combien|how (?:much|many))\b",
            re.IGNORECASE,
        ),
        re.compile(r"€|\beuro\b|\d"),
    ),
    (
        re.compile(r"\b(?:wanneer|welke datum|sinds|tot wanneer|quand|when)\b", re.IGNORECASE),
        re.compile(rf"{_DATE}|\b\d{{1,2}}(?:[.:]\d\d)? ?u(?:ur)?\b"),
    ),
    (
        re.compile(r"\b(?:waarom|pourquoi|why)\b", re.IGNORECASE),
        re.compile(r"\b(?:omdat|doordat|wegens|aangezien|overwegende|daarom|zodat|door de)\b", re.IGNORECASE),
    ),
)  # fmt: skip

# Weights: share of what can be said in words is 1; chosen on 35 questions on the sample corpus and 14 on council files.
OPERATIVE = 0.8  # for a question about a decision or position: a sentence in which one is taken
SUBSTANCE = 0.6  # and the first article, which says the most
NOTED = 0.4  # or one by which something is only noted
KIND_ASKED = 0.4  # a duration for "hoe lang", an amount for "hoeveel"
REPEATED = 0.3  # what is left for a sentence that only repeats the title above it
EMPTY = 0.2  # or a vote, an outcome without its matter, a formality


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked, as far as a sentence can show that it answers it."""

    kinds: Sequence[re.Pattern[str]]  # what a sentence holds that tells how long, how much, when or why
    is_decision: bool
    is_position: bool
    weights: Mapping[str, float]  # of the stems by which the passage says what is asked
    whole: float  # the weight of all that is asked, in this passage or not


def kinds_asked(question: str) -> tuple[re.Pattern[str], ...]:
    """Return what a sentence must hold to answer a question as typed: a duration for "hoe lang", and so on."""
    return tuple(answer for asked, answer in _ASKED if asked.search(question))


def answering_sentence(text: str, spots: Sequence[Spot], headings: Sequence[str], sought: Sought) -> Highlight | None:
    """Return the sentence that answers best, the first of equals; None where nothing tells one from another.

    Args:
        text: Of the passage.
        spots: Its words, as `present.read` gives them.
        headings: Above the passage.
        sought: What is asked.
    """
    titles = [_stems(heading) for heading in headings]
    whole = max(sought.whole, sum(sought.weights.values()))
    best, best_score = None, 0.0
    starts = [spot.start for spot in spots]
    for start, end in sentences(text):
        said = spots[bisect_left(starts, start) : bisect_left(starts, end)]
        stems = {stem for spot in said for stem in spot.stems}
        score = _score(text[start:end], stems, titles, sought, whole)
        if score > best_score + 1e-9:
            best, best_score = Highlight(start, end), score
    return best


@lru_cache(maxsize=4096)
def _stems(heading: str) -> frozenset[str]:
    return frozenset(analyse(heading))


def full_sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences that say something; all of them where none is long enough ("KENNISGENOMEN")."""
    every = sentences(text)
    return [(start, end) for start, end in every if end - start >= SAYS_SOMETHING] or every


def _score(sentence: str, stems: set[str], titles: Sequence[frozenset[str]], sought: Sought, whole: float) -> float:
    score = sum(sought.weights.get(stem, 0.0) for stem in stems) / whole if whole else 0.0
    if sought.is_decision and _OPERATIVE.search(sentence):
        article = _ARTICLE.match(sentence)
        is_first = article is not None and article[1] in (None, "1")
        score += NOTED if _TAKES_NOTE.search(sentence) else OPERATIVE + (SUBSTANCE if is_first else 0.0)
    if sought.is_position and _POSITION.search(sentence):
        score += OPERATIVE
    if any(answer.search(sentence) for answer in sought.kinds):
        score += KIND_ASKED
    if any(len(stems - title) <= 0.2 * len(stems) for title in titles):
        score *= REPEATED
    if _OUTCOME_ALONE.match(sentence) or _FORMALITY.search(sentence):
        score *= EMPTY
    return score
