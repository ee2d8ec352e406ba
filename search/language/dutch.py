"""Words and stems of Dutch text: the same for the index and for a question.

Knows no meanings: synonyms and compounds stand elsewhere.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

import Stemmer

from search.language.boilerplate import strip_boilerplate as strip_boilerplate

# Snowball's older Dutch stemmer, then four repairs (see `_stem`). nDCG@10 of bm25s on dekamer_title2answer,
# chamber_title2section and dekamer_theme2doc (2026-11-23): no stemmer 0.576 0.758 0.292; Snowball's newer "dutch"
# (Kraaij-Pohlmann) 0.595 0.764 0.343 (gemeente -> meen, woning -> woon; with a list of exceptions 0.595 0.764 0.342);
# dutch_porter 0.596 0.769 0.335; dutch_porter with these repairs 0.598 0.770 0.346.
_ALGORITHM = "dutch_porter"

# Numbers with their points, then words; "-", "_" and apostrophes may join parts ("2020_GR_00057", "Knokke-Heist").
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+(?![\w-])|[\w\u0300-\u036f]+(?:[-'’‐‑][\w\u0300-\u036f]+)*")
_JOINT = re.compile(r"[-_‐‑]+")
_APOSTROPHE = re.compile(r"['’]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_HARDENED = {"z": "s", "v": "f"}  # huizen -> huis, brieven -> brief
_CACHE_SIZE = 400_000  # distinct words; a million passages of Dutch hold about as many. Some 80 MB when full.


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing of a subject, folded as `words` folds them."""
    return frozenset(fold(word) for line in _lines("stopwords.txt") for word in line.split())


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Irregular endings and what they become; also at the end of a compound ("raadsleden")."""
    pairs = (line.split("\t") for line in _lines("endings.tsv"))
    return tuple((ending, regular) for ending, regular in pairs)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHM, 0)  # our own cache holds whole analyses


def fold(text: str) -> str:
    """Lower case, without diacritics: "Coördinatie" is typed as "coordinatie" as often as not."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def _parts(token: str) -> tuple[str, ...]:
    """The words of one folded token: itself, and its parts where it is joined by hyphens or underscores.

    Written without the hyphen, as others write it ("zonneenergie", "email"); codes have "_" for whatever joins them.
    """
    if "." in token or "," in token:
        return _number(token)
    pieces = [piece for piece in _JOINT.split(token) if piece]
    inner = tuple(part for piece in pieces for part in _APOSTROPHE.split(piece) if len(part) > 1 or part.isdigit())
    if len(pieces) < 2:
        return inner or tuple(pieces)
    pieces = [_APOSTROPHE.sub("", piece) for piece in pieces]
    whole = ("" if all(piece.isalpha() for piece in pieces) else "_").join(pieces)
    return (whole, *inner)


def _number(token: str) -> tuple[str, ...]:
    if _THOUSANDS.fullmatch(token):  # "480.000,00" is found as 480000
        whole, _, cents = token.replace(".", "").partition(",")
        return (whole,) if not cents.strip("0") else (f"{whole}_{cents}", whole)
    pieces = re.split("[.,]", token)
    return ("_".join(pieces), *pieces)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words as they stand in the text, with their place: (word, start, end). Joined words are one token."""
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """Words in order: lower case, without diacritics; what is joined ("2020_GR_00057") whole and then in parts."""
    return [part for token in _TOKEN.findall(text) for part in _parts(fold(token))]


def stem(word: str) -> str:
    """The stem of one word as `words` gives it; numbers and reference numbers stay as they are."""
    return _stem(word) if word.isalpha() else word


def _stem(word: str) -> str:
    if len(word) <= 3:
        return word  # abbreviations ("AV", "LEZ") and words that have lost nothing yet
    for ending, regular in _endings():
        if word.endswith(ending):
            word = word[: -len(ending)] + regular
            if (regular, regular) in _endings():
                return word
            break
    else:
        if word.endswith("es") and len(word) > 5:  # windturbines, subsidies: Snowball leaves these
            word = word[:-1]
    stemmed: str = _stemmer().stemWord(word)
    if len(stemmed) > 3:
        stemmed = _DOUBLED.sub(r"\1", stemmed).removesuffix("e")
    return stemmed[:-1] + _HARDENED.get(stemmed[-1:], stemmed[-1:])


_analysed: dict[str, tuple[str, ...]] = {}


def analyse(text: str) -> list[str]:
    """Terms for the word index: stems without stop words, in order. Index and question both go through here."""
    terms: list[str] = []
    for token in _TOKEN.findall(text):
        known = _analysed.get(token)
        terms += _analyse_token(token) if known is None else known
    return terms


def _counts(part: str, stop: frozenset[str]) -> bool:
    return part not in stop and (len(part) > 1 or part.isdigit())  # "d.d." would leave two single letters


def _analyse_token(token: str) -> tuple[str, ...]:
    if len(_analysed) >= _CACHE_SIZE:
        _analysed.clear()
    stop = stop_words()
    terms = tuple(dict.fromkeys(stem(part) for part in _parts(fold(token)) if _counts(part, stop)))
    _analysed[token] = terms
    return terms
