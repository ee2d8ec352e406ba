"""A question with spelling mistakes -> the question as it was meant, in words of documents that its reader may read."""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database
from wordfreq import zipf_frequency

from search.answer import Correction, Query
from search.language import municipalities
from search.language.dutch import analyse, stop_words, tokens
from search.language.wishes import plain
from search.permissions import allowed
from search.types import Reader

SHORTEST = 5  # letters: "huis" has a neighbour at one letter's distance in every direction
LONG = 9  # letters from which two mistakes may be mended instead of one
MOST_WORDS = 20  # of a question that are looked at
MOST_CANDIDATES = 60
READ = 20  # passages that are read to see how a word is written
KNOWN = 2.3  # uses per thousand million words, as a power of ten: "laadpaal" has 2.6, "fietsostrade" 1.7
_LANGUAGES = ("nl", "fr", "en")


def correct(db: Database, query: Query, reader: Reader) -> Correction | None:
    """Return the question with its mistakes mended, None where there are none or nothing comes near.

    A word is a mistake when no document that `reader` may read has it and no dictionary does; it is mended with the
    nearest word of those documents only, so that no word of any other document shows.
    """
    text, mistaken = query.text, []
    for word, start, end in reversed(_suspect(query)):
        if not _is_known(db, word, reader) and (better := _nearest(db, word, reader)):
            text = f"{text[:start]}{better}{text[end:]}"
            mistaken.append(word)
    return Correction(text, tuple(reversed(mistaken)), is_applied=False) if mistaken else None


def _suspect(query: Query) -> list[tuple[str, int, int]]:
    """Return the words that may be mistaken: no numbers, names of municipalities, or what is to be taken literally."""
    literal = " ".join(plain(words) for words in query.literal)
    return [
        (word, start, end)
        for word, start, end in tokens(query.text[:500])[:MOST_WORDS]
        if word.isalpha()
        and len(word) >= SHORTEST
        and plain(word).strip() not in stop_words()
        and plain(word) not in literal
        and municipalities.canonical(word) is None
    ]


def _is_known(db: Database, word: str, reader: Reader) -> bool:
    stems = analyse(word)
    if not stems or next(_readable(db, stems[0], reader, 1), None) is not None:
        return True
    return any(zipf_frequency(word, language) >= KNOWN for language in _LANGUAGES)


def _nearest(db: Database, word: str, reader: Reader) -> str | None:
    """Return the word nearest to this one in what `reader` may read, of equally near ones the most frequent."""
    folded = plain(word).strip()
    most = 2 if len(folded) >= LONG else 1
    best: tuple[int, int, str] | None = None
    for stem in _candidates(db, folded, most):
        written = Counter(
            other
            for text in _readable(db, stem, reader, READ)
            for other, _, _ in tokens(text)
            if stem in analyse(other)
        )
        for other, count in written.items():
            distance = OSA.distance(folded, plain(other).strip(), score_cutoff=most)
            if other.isalpha() and 0 < distance <= most:
                best = min(filter(None, (best, (distance, -count, other))))
    if best is None:
        return None
    return best[2] if word[0].isupper() or best[2][1:] != best[2][1:].lower() else best[2].lower()


def _candidates(db: Database, word: str, most: int) -> list[str]:
    """Return the stems near a word, those that begin with the same letter: a mistake in the first is rare."""
    stem = analyse(word)[0]
    terms = db.execute(
        "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
        [word[0], chr(ord(word[0]) + 1), len(stem) - most - 1, len(word) + most],
    )
    near = process.extract(
        stem, [term for (term,) in terms], scorer=OSA.distance, score_cutoff=most + 1, limit=MOST_CANDIDATES
    )
    return [term for term, _, _ in near]


def _readable(db: Database, stem: str, reader: Reader, most: int) -> Iterator[str]:
    """Yield the texts of some passages with this stem that `reader` may read."""
    condition, parameters = allowed(reader)
    found = db.execute(
        "SELECT p.context || ' ' || p.text FROM words w CROSS JOIN passages p ON p.id = w.rowid"
        f" CROSS JOIN documents d ON d.id = p.document_id WHERE words MATCH ? AND {condition} LIMIT ?",
        [f'"{stem}"', *parameters, most],
    )
    return (text for (text,) in found)
