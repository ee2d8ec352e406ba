"""Which of what a search found is about its theme, and which dossiers are. Pure.

A list of results may end with what is beside the subject; a note that quotes it would be wrong.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from desk.registers.finding import LEAST_OF_BEST
from desk.registers.matrix import AS_GOOD
from search.language.dutch import analyse
from search.registers.decisions import MEETINGS, Decision
from search.registers.dossiers import Dossier

# Share of a dossier that must have been found for the dossier to be about the theme. In the sample corpus, with 15
# themes: 0.4 or more for all that are (solar panels in "hernieuwbare energie"), 0.33 or less for those that touch it.
CENTRAL: Final = 0.34
SEVERAL: Final = 2  # matters that were found; where one was, it must be as good as the best or say so in its title


@dataclass(frozen=True, slots=True)
class About:
    """What is about a theme."""

    shares: Mapping[str, float] = field(default_factory=dict)  # of the best score, by the key of a matter
    dossiers: tuple[Dossier, ...] = ()  # those with most of what was found first


def about(
    found: Mapping[str, float],
    decisions: Mapping[str, Decision],
    dossier_of: Mapping[str, Dossier],
    asked: Collection[str],
    words: Collection[str],
) -> About:
    """Return the matters that are about a theme, with all of the dossiers that are.

    Args:
        found: The share of the best score of each matter that was found, by its key.
        decisions: All that the reader may know, by key.
        dossier_of: The dossier of each matter that is in one.
        asked: The stems of the theme as typed.
        words: The same and other words for it that papers were found by.
    """
    touched = {dossier_of[key].key: dossier_of[key] for key in found if key in dossier_of}
    counts = {key: sum(each.key in found for each in dossier.decisions) for key, dossier in touched.items()}
    central = [
        dossier
        for key, dossier in touched.items()
        if counts[key] >= CENTRAL * len(dossier.decisions)
        and (counts[key] >= SEVERAL or any(is_good(e, found, words) for e in dossier.decisions if e.key in found))
    ]
    central.sort(key=lambda dossier: (-counts[dossier.key], dossier.key))
    shares = {each.key: found.get(each.key, LEAST_OF_BEST) for dossier in central for each in dossier.decisions}
    for key, share in found.items():
        if key not in shares and _stands_alone(decisions[key], share, dossier_of, asked, found, words):
            shares[key] = share
    return About(shares, tuple(central))


def is_good(decision: Decision, found: Mapping[str, float], words: Collection[str]) -> bool:
    """Whether a matter is as good as the best, or its title has a word for the theme."""
    return found[decision.key] >= AS_GOOD or has_word(decision.title, words)


def has_word(text: str, words: Collection[str]) -> bool:
    """Whether one of these stems stands in a text."""
    return not set(words).isdisjoint(analyse(text))


def _stands_alone(
    decision: Decision,
    share: float,
    dossier_of: Mapping[str, Dossier],
    asked: Collection[str],
    found: Mapping[str, float],
    words: Collection[str],
) -> bool:
    """Whether a matter outside these dossiers is about the theme.

    One in a dossier on something else is where its title has the very words, or it is the best. Of the report of a
    meeting only the sentences are taken that have a word for it, so that it may come along.
    """
    if share >= 1.0 or has_word(decision.title, asked):
        return True
    if decision.key in dossier_of:
        return False
    return decision.document.kind in MEETINGS or is_good(decision, found, words)
