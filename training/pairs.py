"""Question sets in the public domain -> pairs of a question and a passage that answers it.

Only documents that `training.split` does not hold out. Knows nothing of models.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.beir import read
from search.language.dutch import analyse
from search.language.sentences import sentences
from training.split import FAMILIES, held_out, held_out_term

LONGEST_QUERY = 400  # characters
_FIRST = 4  # passages at the start of a document that may stand for it when no words say which does


_SMALL, _ASKED = 0.4, 0.2  # share of the questions
_ASKING = {
    "nl": (
        "wat hebben we beslist over {}",
        "wat is er beslist over {}?",
        "wie heeft ervaring met {}",
        "welke gemeente heeft ervaring met {}?",
        "zijn er afspraken over {}",
        "hoe zit het met {}?",
        "hoe verliep {}",
        "standpunt over {}",
        "ik zoek informatie over {}",
        "is er al een dossier over {}?",
        "heeft de gemeenteraad iets gezegd over {}",
    ),
    "fr": (
        "qu'avons-nous décidé concernant {}",
        "qui a de l'expérience avec {} ?",
        "quelle est la position sur {} ?",
    ),
    "en": ("what did we decide about {}", "who has experience with {}?", "which position was taken on {}?"),
}
_LANGUAGE = re.compile(r"(?:^|_)(fr|en)(?=title|$)")
"""In the name of a kind of pair: the language of its questions, where that is not Dutch."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a set: its sentences, and what it is known by in every set that has it."""

    key: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of pair: questions, each with the documents that answer it. `aligned` texts say the same in order."""

    name: str
    pairs: tuple[tuple[str, Text], ...]
    answers: dict[str, frozenset[str]]  # question -> keys of all documents that answer it
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What is trained on: `query` should lie nearer to `passage` than to those of documents not in `answers`."""

    query: str
    passage: str
    key: str
    answers: frozenset[str] = field(default_factory=frozenset)


def sources(folder: Path) -> list[Source]:
    """Read every question set below `folder` that may be trained on."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(FAMILIES) and (path / "corpus.jsonl").is_file():
            found.append(_source(path))
    return [*found, *_questions_of_answers(found), *_titles_in_two_languages(found)]


def _source(path: Path) -> Source:
    questions = read(path)
    family = path.name.partition("_")[0]
    texts = {
        entry.id: Text(f"{family}:{re.sub(r'^[a-z]+', '', entry.id)}", split_sentences(entry.text))
        for entry in questions.documents
        if not held_out(path.name, entry.id) and entry.text.strip()
    }
    is_terms = path.name.endswith("theme2doc")
    pairs, answers = [], {}
    for i, question in questions.questions.items():
        grades = questions.grades.get(i, {})
        if is_terms and held_out_term(question):
            continue
        found = [texts[document] for document in grades if document in texts]
        if found and (is_terms or len(found) == len(grades)):
            answers[question] = frozenset(text.key for text in found)
            pairs += [(question, text) for text in found]
    return Source(path.name, tuple(pairs), answers, aligned=path.name.endswith("fr2nl"))


def _questions_of_answers(found: Sequence[Source]) -> list[Source]:
    """Pair the text of a written question with the answer to it, and with its title."""
    by_name = {source.name: source for source in found}
    if not {"dekamer_theme2doc", "dekamer_title2answer"} <= by_name.keys():
        return []
    asked = {text.key: text for _, text in by_name["dekamer_theme2doc"].pairs}
    titled = [(title, text) for title, text in by_name["dekamer_title2answer"].pairs if text.key in asked]
    titles = tuple((title, asked[text.key]) for title, text in titled)
    bodies = tuple((" ".join(asked[text.key].sentences), text) for _, text in titled)
    return [
        Source("title2question", titles, {title: frozenset({text.key}) for title, text in titles}),
        Source("question2answer", bodies, {body: frozenset({text.key}) for body, text in bodies}),
    ]


def _titles_in_two_languages(found: Sequence[Source]) -> list[Source]:
    by_name = {source.name: source for source in found}
    if not {"chamber_title2section", "chamber_frtitle2section"} <= by_name.keys():
        return []
    dutch = {text.key: title for title, text in by_name["chamber_title2section"].pairs}
    pairs = tuple(
        (title, Text(text.key, (dutch[text.key],)))
        for title, text in by_name["chamber_frtitle2section"].pairs
        if text.key in dutch
    )
    return [Source("frtitle2title", pairs, {title: frozenset({text.key}) for title, text in pairs})]


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text of the sets."""
    # In these sets a sentence often begins right behind the full stop of the one before.
    text = re.sub(r"(?<=[a-zà-ÿ)»\"][.?!;:])(?=[A-ZÀ-Ý\"«])", " ", text)
    return tuple(text[start:end] for start, end in sentences(text))


def draw(source: Source, items: Sequence[int], size: int, rng: random.Random) -> Iterator[Pair]:
    """Yield a pair for each of these items, its passage of about `size` characters."""
    for i in items:
        question, text = source.pairs[i]
        answers = source.answers[question]
        if source.aligned:
            query, passage = _aligned(question, text, size, rng)
        else:
            query, passage = question, _passage(question, text, size, rng)
            if len(query) > LONGEST_QUERY:
                query = rng.choice(windows(split_sentences(query), LONGEST_QUERY))
            else:
                query = _as_typed(query, source.name, rng)
        yield Pair(query, passage, text.key, answers)


def _as_typed(subject: str, source: str, rng: random.Random) -> str:
    """Write a printed subject as people type it: often in small letters, at times as a whole question."""
    typed = subject.rstrip(" .")
    if rng.random() < _SMALL:
        typed = typed.lower()
    if rng.random() < _ASKED and not typed.endswith("?"):
        language = _LANGUAGE.search(source)
        typed = rng.choice(_ASKING[language[1] if language else "nl"]).format(typed)
    return typed


def cloze(text: Text, size: int, rng: random.Random) -> Pair:
    """Take a sentence out of a passage, as the question to which the rest is the answer (Lee et al., 2019).

    One time in five it is left in: then words count too.
    """
    around = rng.choice(_windowed(text.sentences, size))
    long_enough = [i for i, sentence in enumerate(around) if len(sentence) > 30] or [0]
    i = rng.choice(long_enough)
    rest = around if rng.random() < 0.2 or len(around) == 1 else [*around[:i], *around[i + 1 :]]
    words = around[i].split()
    if len(words) > 4 and rng.random() < 0.5:  # questions are shorter than sentences
        length = rng.randint(3, min(10, len(words)))
        first = rng.randint(0, len(words) - length)
        words = words[first : first + length]
    return Pair(" ".join(words), " ".join(rest), text.key, frozenset({text.key}))


def windows(sentences_: Sequence[str], size: int) -> list[str]:
    """Cut a text between sentences into passages of about `size` characters; at least one."""
    return [" ".join(part) for part in _windowed(sentences_, size)]


def _windowed(sentences_: Sequence[str], size: int) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    length = 0
    for sentence in sentences_:
        if parts[-1] and length + len(sentence) > size:
            parts.append([])
            length = 0
        parts[-1].append(sentence[: 2 * size])
        length += len(sentence) + 1
    return parts


def _passage(question: str, text: Text, size: int, rng: random.Random) -> str:
    """Half the time the passage that has most of the question's words, else one of the first."""
    passages = windows(text.sentences, size)
    if len(passages) > 1 and rng.random() < 0.5:
        asked = set(analyse(question[:LONGEST_QUERY]))
        shared = [len(asked.intersection(analyse(passage))) for passage in passages]
        return passages[shared.index(max(shared))]
    return rng.choice(passages[:_FIRST])


def _aligned(question: str, text: Text, size: int, rng: random.Random) -> tuple[str, str]:
    """Take the same part of a text and of its translation: whole, or as far from the start by share of the length."""
    left, right = " ".join(split_sentences(question)), " ".join(text.sentences)
    share = size / max(len(right), 1)
    if share >= 1:
        return left, right
    start = rng.choice([0.0, rng.random() * (1 - share)])
    return _slice(left, start, share), _slice(right, start, share)


def _slice(text: str, start: float, share: float) -> str:
    first, last = int(start * len(text)), int((start + share) * len(text))
    return text[first:last].partition(" ")[2] if first else text[:last]
