"""Which other words a question stands for: an administrative thesaurus that a coordinator can add to.

Used on the side of the question only, so that a changed thesaurus needs no reading again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from search.language.dutch import analyse

Stems = tuple[str, ...]

FILE = "thesaurus.txt"  # in the folder of a knowledge base: what its coordinator adds
LARGEST = 2_000_000  # bytes; ours is 30,000
# Of what the word of the question itself would count.
SAME = 0.7
NARROWER = 0.6
VAGUE = 0.45
MOST_OTHERS = 60  # for one question; each costs as much as a word that was typed


@dataclass(frozen=True, slots=True)
class Concept:
    """Names for one subject, what falls under it, and what also asks for it, each as the stems of its words."""

    names: tuple[Stems, ...]
    narrower: tuple[Stems, ...] = ()
    asking: tuple[Stems, ...] = ()


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of a question that name a concept, and other words for it, each with its weight in (0, 1].

    `is_told` where a person said so in a thesaurus.
    """

    covered: frozenset[str]
    others: tuple[tuple[Stems, float], ...]
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of a thesaurus that was passed over."""

    line: int  # from 1; 0 for the file as a whole
    what: str  # in Dutch


@dataclass(slots=True)
class _Draft:
    names: list[Stems]
    narrower: list[Stems] = field(default_factory=list)
    asking: list[Stems] = field(default_factory=list)


class Thesaurus:
    """Concepts, found by any of their words without looking at the others."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_stem: dict[str, list[tuple[Stems, Concept]]] = defaultdict(list)
        for concept in concepts:
            for name in dict.fromkeys((*concept.names, *concept.asking)):
                self._by_stem[name[0]].append((name, concept))

    def named(self, asked: frozenset[str]) -> list[tuple[Stems, Concept]]:
        """Return each concept of which these stems hold a full name, with that name."""
        return [
            (name, concept)
            for stem in sorted(asked & self._by_stem.keys())
            for name, concept in self._by_stem[stem]
            if asked.issuperset(name)
        ]


def expand(stems: Sequence[str], folder: Path | None = None) -> tuple[Expansion, ...]:
    """Return, for the concepts that a question names with these stems, what else to look for.

    Args:
        stems: Of the words of the question.
        folder: Of the knowledge base, whose own thesaurus is looked into as well.
    """
    asked = frozenset(stems)
    own = _own(folder / FILE) if folder else None
    named = [*_ours().named(asked), *(own.named(asked) if own else ())]
    covered: dict[Concept, set[str]] = defaultdict(set)
    for name, concept in named:
        covered[concept].update(name)
    merged: dict[frozenset[str], dict[Stems, float]] = defaultdict(dict)
    for concept, words in covered.items():
        is_named = any(asked.issuperset(name) for name in concept.names)
        weights = {name: NARROWER for name in concept.narrower if is_named}
        weights |= {name: SAME if is_named else VAGUE for name in concept.names}
        others = merged[frozenset(words)]
        for name, weight in weights.items():
            if not asked.issuperset(name):
                others[name] = max(weight, others.get(name, 0.0))
    return _bounded(merged)


def _bounded(merged: dict[frozenset[str], dict[Stems, float]]) -> tuple[Expansion, ...]:
    left, expansions = MOST_OTHERS, []
    for words, others in sorted(merged.items(), key=lambda entry: sorted(entry[0])):
        kept = sorted(others.items(), key=lambda other: (-other[1], other[0]))[:left]
        left -= len(kept)
        if kept:
            expansions.append(Expansion(words, tuple(kept)))
    return tuple(expansions)


@cache
def _ours() -> Thesaurus:
    concepts, _ = read(_our_text())
    return Thesaurus((*concepts, *_municipalities()))


def _our_text() -> str:
    return (Path(__file__).parent / FILE).read_text(encoding="utf-8")


def lines() -> list[str]:
    """Return the lines of our thesaurus that name a subject, as they are written: "subject = same, same"."""
    return [line for line in _our_text().splitlines() if line and line[0] not in "# \t"]


def _municipalities() -> Iterable[Concept]:
    """Yield for each municipality its adjectives ("Brugse") and foreign names; a part of one asks for the whole."""
    table = (Path(__file__).parent / "municipalities.tsv").read_text(encoding="utf-8")
    others: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in table.splitlines()[1:]:
        name, kind, municipality, ambiguous = line.split("\t")
        if name != municipality and ambiguous != "ja":
            others[municipality][kind].append(name)
    for municipality, kinds in others.items():
        names = (municipality, *kinds["bijvoeglijk"], *kinds["vertaling"])
        yield Concept(_stems(names), (), _stems(kinds["deelgemeente"]))


def _own(file: Path) -> Thesaurus | None:
    """Return the thesaurus of a knowledge base as it is now; None where it has none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return _own_read(file, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=8)
def _own_read(file: Path, changed: int, size: int) -> Thesaurus:
    return Thesaurus(read_file(file)[0])


def read_file(file: Path) -> tuple[tuple[Concept, ...], tuple[Problem, ...]]:
    """Read the thesaurus of a knowledge base. What is wrong with it is told, never raised."""
    try:
        if file.stat().st_size > LARGEST:
            return (), (Problem(0, f"is groter dan {LARGEST // 1_000_000} MB en wordt niet gelezen"),)
        return read(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return (), (Problem(0, "is geen tekst in UTF-8 en wordt niet gelezen"),)
    except OSError as error:
        return (), (Problem(0, f"kan niet gelezen worden: {error.strerror}"),)


def read(text: str) -> tuple[tuple[Concept, ...], tuple[Problem, ...]]:
    """Read a thesaurus; our own file says how one is written. A line that makes no sense is passed over and told."""
    drafts: list[tuple[int, _Draft]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        mark, terms = line.strip()[:1], _terms(line.strip().lstrip("<>").replace("=", ",", 1))
        if mark in ("", "#"):
            continue
        if not terms:
            problems.append(Problem(number, "bevat geen woord om naar te zoeken"))
        elif mark not in "<>":
            drafts.append((number, _Draft(terms)))
        elif not drafts:
            problems.append(Problem(number, f"begint met {mark} maar er staat geen onderwerp boven"))
        else:
            (drafts[-1][1].narrower if mark == ">" else drafts[-1][1].asking).extend(terms)
    for number, draft in drafts:
        if len({*draft.names, *draft.narrower, *draft.asking}) == 1:
            problems.append(Problem(number, "noemt één woord: zet na = wat hetzelfde betekent"))
    return tuple(_concept(draft) for _, draft in drafts), tuple(sorted(problems, key=lambda problem: problem.line))


def _concept(draft: _Draft) -> Concept:
    return Concept(*(tuple(dict.fromkeys(terms)) for terms in (draft.names, draft.narrower, draft.asking)))


def _stems(names: Iterable[str]) -> tuple[Stems, ...]:
    return tuple(dict.fromkeys(_terms(",".join(names))))


def _terms(text: str) -> list[Stems]:
    return [stems for term in text.split(",") if (stems := tuple(dict.fromkeys(analyse(term))))]
