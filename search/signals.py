"""What was found for a question -> the signals that tell whether it is an answer, from what the reader may read."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlite_utils import Database
from wordfreq import zipf_frequency

from search import dense, lexical, store
from search.answer import Aspect
from search.confidence import FARTHEST, Signals
from search.index import LoadedIndex
from search.language.compounds import parts
from search.language.dutch import analyse, words
from search.language.thesaurus import Expansion
from search.question import Question
from search.types import Document, Hit, PassageId, Reader, Vectors

DOCUMENTS = 10  # best documents that are looked at, and
PASSAGES = 3  # best passages of each: the AUC is the same with 20 and 5
DIGITS = 3  # least digits of a number that a passage must have: a year, an amount, a reference; not "2.0" or "24"
COMMONEST = 6.0  # a word that is 1 in 1,000 of all Dutch (Zipf scale), "aantal"; from 1 in 100,000 on, it tells all
LEAST_TOLD = 0.1
OTHERWISE = (
    0.9  # how well other words for the same say a word; what they count in the ranking (0.8, 0.6) is the same to
)
# a point, but for a question in French or English, all of whose words are said otherwise
BACKGROUND = 500  # passages that tell what any question gets here; the deviation is known to 3 % then


@dataclass(frozen=True, slots=True)
class Background:
    """Some of the passages that a reader may read, evenly spread, and how many there are in all."""

    vectors: Vectors
    passages: int


def background(db: Database, index: LoadedIndex, reader: Reader, dim: int) -> Background:
    """Return what a question is compared with: it is the same for everyone of the same audiences."""
    readable = dense.readable(db, index, reader, None)
    ids = index.passages if readable is None else readable
    chosen = ids[np.linspace(0, len(ids) - 1, min(len(ids), BACKGROUND)).astype(np.int64)] if len(ids) else ids
    stored = store.vectors(db, [int(i) for i in chosen], dim)
    return Background(np.array([*stored.values()], np.float32).reshape(-1, dim), len(ids))


def gather(
    db: Database,
    asked: Question,
    found: Sequence[tuple[Document, Sequence[Hit]]],
    reader: Reader,
    vector: Vectors,
    behind: Background,
    others: Sequence[Expansion],
) -> Signals:
    """Return the signals of the best that was found for a question.

    Args:
        db: The knowledge base.
        asked: The question.
        found: Documents with their passages that match, best first, all of them for this reader.
        reader: Who asks.
        vector: Of the question, shape (dim,).
        behind: What `background` returns for this reader.
        others: Other words for those of the question.
    """
    owners = {hit.passage_id: document for document, hits in found[:DOCUMENTS] for hit in hits[:PASSAGES]}
    subject, places, numbers = _parts(asked)
    rarity, telling = lexical.rarity(db, subject, reader), _telling(asked)
    worth = {word: rarity[word] * telling.get(word, 1.0) for word in subject}
    whole = sum(worth.values())
    said = _said(db, subject, sorted(owners), others)
    meeting = _meeting(db, owners, places, numbers, said)
    if subject:
        shares = [sum(worth[word] * said[word].get(i, 0.0) for word in subject) / whole for i in meeting]
    else:  # "Damme": whatever is of there is what was asked for; "?!" asks for nothing
        shares = [1.0 if asked.notions else 0.0 for _ in meeting]
    return Signals(
        nearness=_nearness(dense.cosines(db, vector, meeting), vector, behind),
        said=max(shares, default=0.0),
        words=len(subject),
        rare_words=whole / math.log(2 + 2 * behind.passages),
    )


def _parts(asked: Question) -> tuple[list[str], tuple[str, ...], list[str]]:
    """Return the stems of the subject, the municipalities that are named, and the years and numbers in the subject."""
    places = asked.values(Aspect.MUNICIPALITY)
    named = {stem for notion in asked.of(Aspect.MUNICIPALITY) for stem in analyse(f"{notion.value} {notion.said}")}
    subject = [word for word in asked.words if word not in named]
    return subject, places, [word for word in subject if sum(map(str.isdigit, word)) >= DIGITS]


def _telling(asked: Question) -> dict[str, float]:
    """Return how much each stem of the question tells of a subject, in (0, 1]: "gestopt" and "aantal" tell little.

    Few papers have such words, so rarity here alone would make much of them; all of Dutch has them often.
    """
    common: dict[str, float] = {}
    for word in words(asked.query.text):
        for stem in analyse(word):
            common[stem] = max(common.get(stem, 0.0), zipf_frequency(word, "nl"))
    return {stem: min(1.0, max(LEAST_TOLD, (COMMONEST - zipf) / 2)) for stem, zipf in common.items()}


def _said(
    db: Database, subject: Sequence[str], among: Sequence[PassageId], expansions: Sequence[Expansion]
) -> dict[str, dict[PassageId, float]]:
    """Return which of the passages say each word, and how well in (0, 1]: by its parts and in other words, less."""
    inside = {word: [part for part in parts(word) if part not in subject] for word in subject}
    others = {stem for each in expansions for stems, _ in each.others for stem in stems}
    having = lexical.having(db, {*subject, *others, *(part for found in inside.values() for part in found)}, among)
    said = {word: dict.fromkeys(having[word], 1.0) for word in subject}
    for word, found in inside.items():
        for i in {i for part in found for i in having[part]}:
            share = sum(i in having[part] for part in found) / len(found)
            said[word][i] = max(said[word].get(i, 0.0), lexical.PARTS * share)
    for expansion in expansions:
        for stems, weight in expansion.others:
            share = OTHERWISE if expansion.is_told else min(OTHERWISE, weight)
            for i in set.intersection(*(having[stem] for stem in stems)):
                for word in expansion.covered & said.keys():
                    said[word][i] = max(said[word].get(i, 0.0), share)
    return said


def _meeting(
    db: Database,
    owners: Mapping[PassageId, Document],
    places: Sequence[str],
    numbers: Sequence[str],
    said: Mapping[str, Mapping[PassageId, float]],
) -> list[PassageId]:
    """Return the passages that have every municipality and number of the question, themselves or as their paper's."""
    names = {place: analyse(place) for place in places}
    having = lexical.having(db, {stem for name in names.values() for stem in name}, sorted(owners))
    return [
        i
        for i, document in owners.items()
        if all(document.municipality == p or all(i in having[stem] for stem in names[p]) for p in places)
        and all(i in said[n] or (document.date is not None and str(document.date.year) == n) for n in numbers)
    ]


def _nearness(cosines: Mapping[PassageId, float], vector: Vectors, behind: Background) -> float:
    """Return how far the nearest passage stands out, in standard deviations, beyond what is usual among so many.

    The largest of n normally distributed figures lies near sqrt(2 ln n): a base that grows brings nearer passages for
    any question, and does not make it answered.
    """
    if not cosines:
        return FARTHEST
    usual = behind.vectors @ vector
    spread = float(usual.std())
    if spread == 0.0:  # a single passage: nothing to compare with
        return 0.0
    return (max(cosines.values()) - float(usual.mean())) / spread - math.sqrt(2 * math.log(behind.passages))
