"""What became of an item of a publication: by its besluit:gevolg, or less surely by words and votes.

Knows nothing of pages.
"""

import re
from collections.abc import Sequence

from ingest.publication import PublishedItem
from search.registers.treatments import Effect, Vote

# In this order: "niet goedgekeurd" and "ongunstig" hold the word of another.
_EFFECTS = (
    (Effect.POSTPONED, r"verdaagd|uitgesteld|verdaging\b"),
    (Effect.WITHDRAWN, r"ingetrokken|van de agenda (?:gehaald|afgevoerd|genomen)"),
    (Effect.UNFAVOURABLE, r"ongunstig|negatief advies"),
    (Effect.REJECTED, r"\bniet (?:goed\s?gekeurd|aanvaard|aangenomen|akkoord)|verworpen|afgekeurd|geweigerd|afgewezen"),
    (Effect.AMENDED, r"gewijzigd|geamendeerd|goedgekeurd (?:met|na) (?:\w+ )?(?:amendement|wijziging)"),
    (Effect.FAVOURABLE, r"gunstig|positief advies"),
    (Effect.NOTED, r"kennis\s?(?:genomen|name|neming)|akte\s?(?:genomen|name|neming)|neemt (?:er )?(?:kennis|akte)"),
    (Effect.APPROVED, r"goed\s?gekeurd|goedkeuring|akkoord|vastgesteld|aangenomen|aanvaard|bekrachtigd|verleend"),
)
_SAID = [(effect, re.compile(words, re.IGNORECASE)) for effect, words in _EFFECTS]
_ADMITTED = re.compile(r"hoogdringend|tot de (?:zitting|agenda)|op de agenda", re.IGNORECASE)  # that it may be treated
_LAST = re.compile(r"(?:\s[-–—]\s|[.:;]\s)")
_TITLES = (
    (Effect.POSTPONED, re.compile(r"verdaagd|verdaging|uitgesteld|uitstel", re.IGNORECASE)),
    (Effect.NOTED, re.compile(r"(?:ter )?(?:kennis|akte)(?:name|neming|geving)", re.IGNORECASE)),
    (Effect.APPROVED, re.compile(r"(?:goedkeuring|vaststelling|bekrachtiging|akkoord)", re.IGNORECASE)),
)
_VERBS = (
    (
        Effect.NOTED,
        re.compile(r"\bneemt (?:er )?(?:kennis|akte)\b|(?:kennis|akte) (?:te nemen|genomen)", re.IGNORECASE),
    ),
    (Effect.UNFAVOURABLE, re.compile(r"\bongunstig(?:e)? (?:te )?advies|negatief advies", re.IGNORECASE)),
    (Effect.FAVOURABLE, re.compile(r"\b(?:gunstig|positief) (?:te )?advies|gunstig te adviseren", re.IGNORECASE)),
    (Effect.POSTPONED, re.compile(r"\bverdaagt\b|\bte verdagen\b|verdaagd", re.IGNORECASE)),
    (
        Effect.APPROVED,
        re.compile(
            r"goed te keuren|goedgekeurd|\bkeurt\b[^.;]{0,300}\bgoed\b|\bstelt\b[^.;]{0,300}\bvast\b|vast te stellen"
            r"|\bgaat akkoord\b|\bhecht\b[^.;]{0,60}\bgoedkeuring\b|^(?:kennis|goed)?goedkeuring\b",
            re.IGNORECASE,
        ),
    ),
)
_BRIEF = 60  # characters of a decision that is no more than its outcome: "Akkoord"
_READ = 2_000  # characters of a decision that are read for a verb


def effect_of(item: PublishedItem, *, is_agenda: bool) -> tuple[Effect | None, float]:
    """Return what became of an item and how sure that is, in [0, 1].

    Args:
        item: As the mark-up tells it.
        is_agenda: Whether the paper only says what will be treated: its titles then tell no outcome.
    """
    if item.outcome:
        effect = None if _ADMITTED.search(item.outcome) else _first(_SAID, item.outcome)
        if effect or _ADMITTED.search(item.outcome):
            return effect, 1.0 if effect else 0.0
    if is_agenda:
        return None, 0.0
    carried = _is_carried(item.votes)
    if carried is False:
        return Effect.REJECTED, 0.8
    said = "\n".join(article.text for article in item.articles[:3]) or item.decision or item.description
    if len(said) <= _BRIEF and (effect := _first(_SAID, said)):
        return effect, 0.9
    last = _LAST.split(item.title)[-1].strip(" .")
    if effect := next((effect for effect, words in _TITLES if words.fullmatch(last)), None):
        return effect, 0.8
    if effect := _first(_VERBS, said[:_READ]):
        return effect, 0.7
    return (Effect.APPROVED, 0.6) if carried else (None, 0.0)


def _first(effects: Sequence[tuple[Effect, re.Pattern[str]]], text: str) -> Effect | None:
    return next((effect for effect, words in effects if words.search(text)), None)


def _is_carried(votes: Sequence[Vote]) -> bool | None:
    """Return whether the last vote was won; None where no numbers are given. An equal vote is lost."""
    counted = [vote for vote in votes if vote.in_favour is not None]
    if not counted:
        return None
    return (counted[-1].in_favour or 0) > (counted[-1].against or 0)
