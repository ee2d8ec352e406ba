"""The list of themes that decisions are filed under: ours, and what a coordinator adds, replaces or drops.

Reads the list only; which themes an item has is for `search.registers.themes`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from search.language.dutch import analyse, fold
from search.language.thesaurus import Problem

Stems = tuple[str, ...]

FILE = "themes.txt"  # in the folder of a knowledge base: what its coordinator adds
LARGEST = 200_000  # bytes; ours is 12,000
MOST = 200  # themes; each is compared with each item
MOST_WORDS = 1_000  # of one theme
_ALL = "alle"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, what it is about in a sentence, and the words that say that a paper is about it."""

    name: str
    description: str
    words: tuple[str, ...]  # as they were typed
    terms: tuple[Stems, ...]  # the stems of each of `words`
    unless: tuple[Stems, ...] = ()  # what says in a title that these words mean another theme


@dataclass(frozen=True, slots=True)
class ThemeList:
    """What one file says: themes, and which of ours it drops (folded names; `alle` for all)."""

    themes: tuple[Theme, ...]
    dropped: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Draft:
    line: int
    name: str
    description: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)


def load(folder: Path | None = None) -> tuple[Theme, ...]:
    """Return the themes to file under: ours, changed by the list in the folder of a knowledge base if there is one."""
    try:
        found = (folder / FILE).stat() if folder else None
    except OSError:
        found = None
    if folder is None or found is None:
        return _ours()
    return _changed(folder / FILE, found.st_mtime_ns, found.st_size)


@cache
def _ours() -> tuple[Theme, ...]:
    return read(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))[0].themes


@lru_cache(maxsize=8)
def _changed(file: Path, changed: int, size: int) -> tuple[Theme, ...]:
    own, _ = read_file(file)
    ours = () if _ALL in own.dropped else _ours()
    kept = {fold(theme.name): theme for theme in ours if fold(theme.name) not in own.dropped}
    return tuple((kept | {fold(theme.name): theme for theme in own.themes}).values())[:MOST]


def read_file(file: Path) -> tuple[ThemeList, tuple[Problem, ...]]:
    """Read the list of a knowledge base. What is wrong with it is told, never raised."""
    try:
        if file.stat().st_size > LARGEST:
            return ThemeList(()), (Problem(0, f"is groter dan {LARGEST // 1_000} kB en wordt niet gelezen"),)
        lists, problems = read(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return ThemeList(()), (Problem(0, "is geen tekst in UTF-8 en wordt niet gelezen"),)
    except OSError as error:
        return ThemeList(()), (Problem(0, f"kan niet gelezen worden: {error.strerror}"),)
    unknown = lists.dropped - {_ALL} - {fold(theme.name) for theme in _ours()}
    return lists, (*problems, *(Problem(0, f"laat een thema weg dat er niet is: {name}") for name in sorted(unknown)))


def read(text: str) -> tuple[ThemeList, tuple[Problem, ...]]:
    """Read a list; our own file says how one is written. A line that makes no sense is passed over and told."""
    drafts: dict[str, _Draft] = {}
    dropped: set[str] = set()
    problems: list[Problem] = []
    draft: _Draft | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        if line[0].isspace():
            problems += _take(draft, said, number)
        elif said.startswith("-"):
            draft = None
            dropped.add(fold(said.lstrip("- ")))
        else:
            if fold(said) in drafts:
                problems.append(Problem(number, "staat er al; alleen dit laatste telt"))
            draft = drafts[fold(said)] = _Draft(number, said)
    for each in drafts.values():
        problems += _missing(each)
    if len(drafts) > MOST:
        problems.append(Problem(0, f"bevat meer dan {MOST} thema's; alleen de eerste tellen"))
    themes = tuple(_theme(each) for each in drafts.values() if not any(_missing(each)))[:MOST]
    return ThemeList(themes, frozenset(dropped)), tuple(sorted(problems, key=lambda problem: problem.line))


def _take(draft: _Draft | None, said: str, number: int) -> Iterable[Problem]:
    """Put an indented line where it belongs, or tell what is wrong with it."""
    key, colon, rest = said.partition(":")
    values = {"omschrijving": "description", "woorden": "words", "niet bij": "unless"}
    target = values.get(fold(" ".join(key.split()))) if colon else None
    if target is None:
        yield Problem(number, 'begint niet met "omschrijving:", "woorden:" of "niet bij:"')
    elif draft is None:
        yield Problem(number, "springt in, maar er staat geen thema boven")
    elif target == "description":
        draft.description.append(rest.strip())
    else:
        typed = [" ".join(word.split()) for word in rest.split(",") if word.strip()]
        for word in typed:
            if not analyse(word):
                yield Problem(number, f"bevat geen woord om naar te zoeken: {word}")
        known: list[str] = getattr(draft, target)
        known += [word for word in typed if analyse(word)]
        if len(known) > MOST_WORDS:
            del known[MOST_WORDS:]
            yield Problem(number, f"telt meer dan {MOST_WORDS} woorden; wat volgt, telt niet mee")


def _missing(draft: _Draft) -> Iterable[Problem]:
    if not draft.words:
        yield Problem(draft.line, "heeft geen woorden en wordt niet gebruikt")


def _theme(draft: _Draft) -> Theme:
    words = tuple(dict.fromkeys(draft.words))
    terms, unless = (tuple(tuple(analyse(word)) for word in each) for each in (words, draft.unless))
    return Theme(draft.name, " ".join(draft.description), words, terms, unless)
