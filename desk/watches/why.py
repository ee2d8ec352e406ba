"""Why a paper is told to somebody who follows a question: by which words, or by its meaning alone. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.watches import texts
from search import present


@dataclass(frozen=True, slots=True)
class Why:
    """What of a paper made it be told: words of the question that stand in it, or other words for the same, or none."""

    words: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def why(question: str, around: str, marked: Sequence[str]) -> Why:
    """Return which words of a question stand in a paper, and which others do for the same.

    Args:
        question: What is followed.
        around: The title and headings above the passage.
        marked: The words of the passage that were found by.
    """
    here = {stem for text in (around, *marked) for spot in present.read(text) for stem in spot.stems}
    asked = present.read(question)
    own = {stem for spot in asked for stem in spot.stems}
    words = [question[spot.start : spot.end] for spot in asked if here.intersection(spot.stems)]
    others = [word for word in marked if own.isdisjoint(stem for spot in present.read(word) for stem in spot.stems)]
    return Why(_distinct(words), () if words else _distinct(others))


def in_words(said: Why) -> str:
    """Return why a paper is told, as a Dutch sentence."""
    words = [texts.QUOTED.format(word=word) for word in said.words or said.otherwise]
    if not words:
        return texts.BY_MEANING
    if said.words and len(words) == 1:
        return texts.WORD.format(words=said.words[0])
    listed = texts.AND.join(filter(None, (", ".join(words[:-1]), words[-1])))
    return (texts.WORDS if said.words else texts.OTHERWISE).format(words=listed)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple({word.casefold(): word for word in reversed(list(words))}.values())[::-1]
