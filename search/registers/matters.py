"""What may belong to a dossier, and the words of its title that tell its subject from others. Pure.

Knows nothing of links: see `search.registers.linking`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from search.items import named
from search.language import dates, municipalities, thesaurus
from search.language.compounds import parts, written
from search.language.dutch import analyse
from search.registers.citations import Citation
from search.registers.naming import frequency, is_coined, is_street
from search.registers.treatments import Effect
from search.types import Kind, Vectors

HEAD = 0.9  # what a word shares with others for one subject where the thesaurus names the subject by it ("laadpaal")
SYNONYM = 0.7  # where it is a synonym there ("laadpunt")
OTHER = 0.25  # and where it is a synonym there but names a subject of its own: "klimaatpact" under "klimaatplan"
PART = 0.5  # what two compounds share by a part ("deelfiets", "deelauto"), times how rare that part is
SHORTEST_PART = 4
COMMON = 6.0  # Zipf frequency of the words that tell no subject at all; "gemeente" has 5.3, "fiets" 4.8
RARE = 3.5  # and of those that tell it in full; "laadpaal" 2.7
FIRST = 3_000  # characters of a text that are looked into
MOST_TOLD = 8  # words of it that are kept
INSTEAD = 2  # that stand for a title that tells nothing
LEAST_TOLD = 0.6  # rarity of such a word
LONGEST_TITLE = 400  # characters
TITLES_KEPT = 50_000

_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]+")
_LOWER_PART = re.compile(r"-[a-z]")  # "ICT-hardware" is a word, "Sint-Jan" a name
_BEGINS = re.compile(r"(?:^|[.:;–-]\s|\d\s)[\s\"'“‘(]*$")
_GROUP = re.compile(r"werkgroep\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision of a sitting, an item of a meeting's report, or a paper without items (contract, position, note)."""

    key: str  # the same when the papers are read again
    municipality: str | None
    body: str | None
    date: date | None
    title: str
    code: str  # reference number: "2020_GR_00057"; empty where there is none
    kind: Kind  # of its richest paper
    effect: Effect | None
    cites: tuple[Citation, ...]
    names: tuple[str, ...]  # of companies and products, in its title or text: see `search.registers.naming`
    vector: Vectors | None  # unit vector of its title and first sentences, shape (dim,)
    told: tuple[str, ...] = ()  # the words that tell most of its text: see `telling`


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a title, and by what another title can share it: itself, its parts, a subject that it names."""

    stem: str
    rarity: float  # in all of Dutch, from 0 to 1
    parts: Mapping[str, float]
    concepts: Mapping[str, float]  # two words may share several: what they share adds up to HEAD


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title that say what it is about."""

    words: tuple[Word, ...]
    is_closed: bool  # minutes of the last sitting, questions, announcements: several subjects, or none
    own: frozenset[str]  # those that stand for what every municipality has of its own: budget, church council
    names: frozenset[str]  # those of `words` that are a name: a street, a church, a company
    told: tuple[Word, ...] = ()  # words of the text below it
    is_from_text: bool = False  # `words` are of the text, since the title tells nothing

    @property
    def is_routine(self) -> bool:
        """Whether it says nothing of a subject: "Notulen van 3 mei", "Mondelinge vragen", "Addendum"."""
        return (self.is_from_text or not self.words) and not self.own


def title_of(matter: Matter) -> Title:
    """Return what a matter is about: by its title, and by its text where the title tells nothing.

    An item of a working group is about what that group is for too.
    """
    group = _GROUP.match(matter.body or "")
    title = read_title(f"{matter.title} {matter.body[group.end() :]}" if group and matter.body else matter.title)
    if title.is_closed or title.own:
        return title
    stems = (*matter.told, *(stem for name in matter.names for stem in analyse(name) if not _is_formal(stem)))
    told = {word.stem: word for word in _words(dict.fromkeys(stems), frozenset(stems))}
    instead = tuple(told[stem] for stem in matter.told[:INSTEAD]) if title.is_routine else title.words
    return replace(title, words=instead, told=tuple(told.values()), is_from_text=title.is_routine)


def telling(text: str) -> tuple[str, ...]:
    """Return the stems of a text that tell most of its subject: rare in Dutch, and frequent in it."""
    counted = Counter(analyse(_without_places_and_dates(text[:FIRST])))
    rare = {stem: count * rarity(stem) for stem, count in counted.items() if not _is_formal(stem)}
    kept = sorted(rare, key=lambda stem: (-rare[stem], stem))[:MOST_TOLD]
    return tuple(stem for stem in kept if rarity(stem) >= LEAST_TOLD)


@lru_cache(maxsize=TITLES_KEPT)
def read_title(title: str) -> Title:
    """Return what a title is about: no numbers, dates, places, nor words of form."""
    title = _without_places_and_dates(title[:LONGEST_TITLE])
    item = named(title)
    stems = item.words if item else frozenset()
    formal = _formal()
    telling = {stem for stem in stems if not _is_formal(stem) and not _is_joined(stem, stems)}
    is_closed = not telling and bool(stems & formal["closed"])
    own = stems & formal["own"]
    names = {stem for word in _names(title) for stem in analyse(word)}
    return Title(_words(telling, stems), is_closed, own, frozenset(names & telling))


def _is_formal(stem: str) -> bool:
    """Whether a word says nothing of a subject; a compound of words of form ("subsidiereglement") does not either."""
    formal, inside = _formal(), parts(stem)
    if any(letter.isdigit() for letter in stem) or any(stem in words for words in formal.values()):
        return True
    return bool(inside) and formal["form"].issuperset(inside)


def _is_joined(stem: str, among: frozenset[str]) -> bool:
    """Whether a word is others of the title, joined: `analyse` gives "PV-installaties" whole and in parts."""
    return any(
        stem[: len(head)] == head and stem[len(head) :].startswith(tail)
        for head in among - {stem}
        for tail in among - {stem, head}
    )


@lru_cache(maxsize=TITLES_KEPT)
def rarity(stem: str) -> float:
    """Return how rare a word is in all of Dutch, from 0 for "jaar" to 1 for "laadpaal"."""
    zipf = max(frequency(written(stem)), frequency(stem))
    return min(max((COMMON - zipf) / (COMMON - RARE), 0.0), 1.0)


def _words(telling: Iterable[str], among: frozenset[str]) -> tuple[Word, ...]:
    concepts = _concepts(among)
    return tuple(Word(stem, rarity(stem), _parts(stem), concepts.get(stem, {})) for stem in sorted(telling))


def _without_places_and_dates(title: str) -> str:
    spans = [(start, end) for _, _, start, end in dates.periods(title)]
    spans += [(start, end) for _, start, end in municipalities.find(title)]
    # "Burgemeestersoverleg Brugge" is not the town, but that word is no subject either
    spans += [match.span() for match in _CAPITAL.finditer(title) if municipalities.is_municipality(match[0])]
    for start, end in spans:
        title = f"{title[:start]}{' ' * (end - start)}{title[end:]}"
    return title


def _names(title: str) -> Iterator[str]:
    """Yield the words with a capital in the middle of a phrase; at its beginning only those that are plainly names."""
    for match in _CAPITAL.finditer(title):
        if _LOWER_PART.search(match[0]):
            continue
        begins = _BEGINS.search(title, max(0, match.start() - 12), match.start())
        if not begins or match[0].isupper() or is_street(match[0]) or is_coined(match[0]):
            yield match[0]


def _parts(stem: str) -> dict[str, float]:
    form = _formal()["form"]
    return {part: PART * rarity(part) for part in parts(stem) if len(part) >= SHORTEST_PART and part not in form}


def _concepts(stems: frozenset[str]) -> Mapping[str, dict[str, float]]:
    """Return for each stem the subjects of the thesaurus that it names, alone or with others of these stems."""
    form = _formal()["form"]
    found: dict[str, dict[str, float]] = defaultdict(dict)
    headed: dict[str, set[str]] = defaultdict(set)
    for stem in sorted(stems):
        for name, concept, is_head in _names_of_concepts().get(stem, ()):
            if stems.issuperset(name) and not form.issuperset(name):
                for word in name:
                    found[word][concept] = max(HEAD if is_head else SYNONYM, found[word].get(concept, 0.0))
                    headed[word].update([concept] * is_head)
    for word, concepts in found.items():
        for concept in concepts if headed[word] else ():
            if concept not in headed[word]:
                concepts[concept] = OTHER
    return found


@cache
def _names_of_concepts() -> Mapping[str, list[tuple[tuple[str, ...], str, bool]]]:
    concepts, _ = thesaurus.read("\n".join(thesaurus.lines()))
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    for concept in concepts:
        for name in concept.names:
            found[name[0]].append((name, " ".join(concept.names[0]), name == concept.names[0]))
    return found


@cache
def _formal() -> Mapping[str, frozenset[str]]:
    sorts: dict[str, set[str]] = {"form": set(), "field": set(), "own": set(), "closed": set()}
    for line in files(__package__).joinpath("formal.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, _, words = line.partition(" ")
            sorts[sort].update(analyse(words))
    return {sort: frozenset(stems) for sort, stems in sorts.items()}
