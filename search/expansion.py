"""Other words for those of a question: by the thesaurus, and by what words of the knowledge base mean.

The second needs no list: it finds "zwembad" for "piscine", and "verwarming" for "warmte".
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlite_utils import Database
from wordfreq import zipf_frequency

from search import lexical
from search.database import folder_of
from search.language.compounds import written
from search.language.dutch import analyse, tokens
from search.language.thesaurus import Expansion, expand
from search.question import Question
from search.types import Reader
from search.vocabulary import SHORTEST, Vocabulary

MOST = 6  # other words for one word; each costs a millisecond at 100,000 passages
MOST_WORDS = 12  # of a question that are looked at; a longer one says enough by itself
SURE = 0.6  # how near a word must be to be marked in a text as if it had been asked
SAID_ANYWAY = 0.5
"""What words near a Dutch one count where that one itself stands in the texts.

nDCG@10 on subject -> answer, govbench, French title -> section: at 1 0.668 0.859 0.716, at 0.5 0.674 0.868 0.705."""
COMMON = 6.0  # a word that is 1 in 1,000 of Dutch, French or English (Zipf scale) says nothing of a subject
_LANGUAGES = ("nl", "fr", "en")


def of_question(db: Database, asked: Question, reader: Reader, vocabulary: Vocabulary) -> tuple[Expansion, ...]:
    """Return the other words to look for: those of the thesaurus, then words near in meaning that `reader` may read.

    How much a word counts falls with the square of how near it is.
    """
    near = vocabulary.remembered(
        (asked.words, asked.core, reader.audiences), lambda: _near(db, asked, reader, vocabulary)
    )
    return (*by_thesaurus(db, asked.words), *near)


def _near(db: Database, asked: Question, reader: Reader, vocabulary: Vocabulary) -> tuple[Expansion, ...]:
    telling = dict(_telling(asked))
    near_to = vocabulary.near(telling.values())
    found = {word: near_to[typed] for word, typed in telling.items()}
    stands = lexical.standing(db, sorted({*found, *(near.stem for each in found.values() for near in each)}), reader)
    near_ones = []
    for word, each in found.items():
        others = [near for near in each if near.stem in stands and near.stem not in asked.words][:MOST]
        if others:
            worth = SAID_ANYWAY if word in stands and _is_dutch(word) else 1.0
            weighed = tuple(((near.stem,), worth * near.nearness**2) for near in others)
            near_ones.append(Expansion(frozenset([word]), weighed, is_told=False))
    return tuple(near_ones)


def by_thesaurus(db: Database, stems: tuple[str, ...]) -> tuple[Expansion, ...]:
    """Return the other words for these: by our thesaurus, and by the one in the folder of the knowledge base."""
    return expand(stems, folder_of(db))


def sure(others: Iterable[Expansion]) -> tuple[Expansion, ...]:
    """Return what a person would take for the same: what the thesaurus says, and words that are very near."""
    kept = (
        (each.covered, each.others if each.is_told else tuple(one for one in each.others if one[1] >= SURE**2))
        for each in others
    )
    return tuple(Expansion(covered, words) for covered, words in kept if words)


def _telling(asked: Question) -> Iterator[tuple[str, str]]:
    """Yield the words of a question that say something of its subject: the stem, and the word as it is written."""
    seen: set[str] = set()
    for word, _, _ in tokens(asked.core):
        for stem in analyse(word)[:1]:
            if stem in asked.words and stem not in seen and len(word) >= SHORTEST and stem.isalpha():
                if len(seen) < MOST_WORDS and not _is_common(word):
                    yield stem, word.lower()
                seen.add(stem)


@lru_cache(maxsize=10_000)
def _is_dutch(stem: str) -> bool:
    dutch, *others = (zipf_frequency(written(stem), language) for language in _LANGUAGES)
    return dutch >= max(others)


@lru_cache(maxsize=10_000)
def _is_common(word: str) -> bool:
    return max(zipf_frequency(word, language) for language in _LANGUAGES) >= COMMON
