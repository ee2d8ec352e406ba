"""What may belong to a dossier, and the words of its title that tell its subject from others. Pure.

Knows nothing of links: see `search.registers.linking`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from search.items import named
from search.language import dates, municipalities, thesaurus
from search.language.compounds import parts, written
from search.language.dutch import analyse
from search.registers import citations, formal, naming, wording
from search.registers.citations import Citation
from search.registers.formal import TITLES_KEPT
from search.registers.treatments import Effect
from search.types import Kind, Vectors

HEAD = 0.9  # what a word shares with others for one subject where the thesaurus names the subject by it ("laadpaal")
SYNONYM = 0.7  # where it is a synonym there ("laadpunt")
OTHER = 0.25  # and where it is a synonym there but names a subject of its own: "klimaatpact" under "klimaatplan"
PART = 0.5  # what two compounds share by a part ("deelfiets", "deelauto"), times how rare that part is
SHORTEST_PART = 4
SHORTEST_HEAD = 6  # letters that stand before a word of form in a compound, to be what it is about
COMMON = 6.0  # Zipf frequency of the words that tell no subject at all; "gemeente" has 5.3, "fiets" 4.8
RARE = 3.5  # and of those that tell it in full; "laadpaal" 2.7
FIRST = 3_000  # characters of a text that are looked into
MOST_TOLD = 8  # words of it that are kept
INSTEAD = 2  # that stand for a title that tells nothing
LEAST_TOLD = 0.6  # rarity of such a word
LONGEST_TITLE = 400  # characters
STEMS_KEPT = 200_000  # some 20 MB

_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]+")
_JOINED = re.compile(r"\w+(?:-\w+)+")
_LOWER_PART = re.compile(r"-[a-z]")  # "ICT-hardware" is a word, "Sint-Jan" a name
_BEGINS = re.compile(r"(?:^|[.:;–-]\s|\d\s)[\s\"'“‘(]*$")
_OF_CHURCH = re.compile(r"(?:kerkfabriek|parochie)\s$", re.IGNORECASE)  # "Kerkfabriek Sint-Niklaas" is no town
_GROUP = re.compile(r"werkgroep\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a title, and by what another title can share it: itself, its parts, a subject that it names."""

    stem: str
    rarity: float  # in all of Dutch, from 0 to 1
    parts: Mapping[str, float]
    concepts: Mapping[str, float]  # two words may share several: what they share adds up to HEAD
    written: str = field(default="", compare=False)  # as it stands there
    marks: frozenset[str] = field(init=False, compare=False)  # of two words that are alike one at least is the same

    def __post_init__(self) -> None:
        # A concept is named by words: "laadpal" as a concept is not the word that names it.
        marks = frozenset([self.stem, *self.parts, *(f"= {concept}" for concept in self.concepts)])
        object.__setattr__(self, "marks", marks)


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title that say what it is about."""

    words: tuple[Word, ...]
    is_closed: bool  # minutes of the last sitting, questions, announcements: several subjects, or none
    own: frozenset[str]  # those that stand for what every municipality has of its own: budget, church council
    names: frozenset[str]  # those of `words` that are a name: a street, a church, a company
    told: tuple[Word, ...] = ()  # words of the text below it
    is_from_text: bool = False  # `words` are of the text, since the title tells nothing
    stems: frozenset[str] = field(init=False, compare=False)  # of `words`
    marks: frozenset[str] = field(init=False, compare=False)  # those of `words` and `told`

    def __post_init__(self) -> None:
        object.__setattr__(self, "stems", frozenset(word.stem for word in self.words))
        object.__setattr__(self, "marks", frozenset().union(*(word.marks for word in (*self.words, *self.told))))

    @property
    def is_routine(self) -> bool:
        """Whether it says nothing of a subject: "Notulen van 3 mei", "Mondelinge vragen", "Addendum"."""
        return (self.is_from_text or not self.words) and not self.own


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision of a sitting, an item of a meeting's report, or a paper without items (contract, position, note)."""

    key: str  # the same when the papers are read again
    municipality: str | None
    body: str | None
    date: date | None
    code: str  # reference number: "2020_GR_00057"; empty where there is none
    kind: Kind  # of its richest paper
    effect: Effect | None
    cites: tuple[Citation, ...]
    about: Title  # see `about`
    vector: Vectors | None  # unit vector of its title, shape (dim,)
    title: str = ""  # as it stands there


def about(title: str, body: str | None, text: str) -> Title:
    """Return what a matter is about: by its title, and by its text where the title tells nothing.

    An item of a working group is about what that group is for too.
    """
    group = _GROUP.match(body or "")
    found = read_title(f"{title} {body[group.end() :]}" if group and body else title)
    if found.is_closed or found.own:
        return found
    told = telling(f"{title}\n{text}")
    named_there = (stem for name in naming.find(text) for stem in analyse(name) if not formal.is_formal(stem))
    stems = dict.fromkeys((*told, *named_there))
    words = {word.stem: word for word in _words(stems, frozenset(stems), f"{title}\n{text}")}
    instead = tuple(words[stem] for stem in told[:INSTEAD]) if found.is_routine else found.words
    return replace(found, words=instead, told=tuple(words.values()), is_from_text=found.is_routine)


def telling(text: str) -> tuple[str, ...]:
    """Return the stems of a text that tell most of its subject: rare in Dutch, and frequent in it.

    Its dates need not be looked for, which was two thirds of the time: figures tell nothing, nor do names of months.
    """
    counted = Counter(analyse(_without_places(text[:FIRST])))
    rare = {stem: count * rarity(stem) for stem, count in counted.items()}
    ordered = sorted(rare, key=lambda stem: (-rare[stem], stem))
    kept = islice((stem for stem in ordered if not formal.is_formal(stem)), MOST_TOLD)
    return tuple(stem for stem in kept if rarity(stem) >= LEAST_TOLD)


@lru_cache(maxsize=TITLES_KEPT)
def read_title(title: str) -> Title:
    """Return what a title is about: no numbers, dates, places, nor words of form."""
    title = plain(title)
    item = named(title)
    stems = item.words if item else frozenset()
    sorts = formal.sorts()
    joined = {stem for match in _JOINED.finditer(title) for stem in analyse(match[0])} & sorts["field"]
    telling = {stem for stem in stems if not formal.is_formal(stem) and not _is_joined(stem, stems)} | joined
    is_closed = not telling and bool(stems & sorts["closed"])
    own = stems & sorts["own"]
    names = {stem for word in _names(title) for stem in analyse(word)}
    words = _words(telling, stems, title)
    names &= telling
    if all(word.concepts and word.written.isupper() for word in words if word.stem in names):
        names = set()  # "AED" alone is a subject that the thesaurus knows; "APK Infra" is a firm
    return Title(words, is_closed, own, frozenset(names))


def _is_joined(stem: str, among: frozenset[str]) -> bool:
    """Whether a word is others of the title, joined: `analyse` gives "PV-installaties" whole and in parts."""
    heads = [head for head in among if head != stem and stem.startswith(head)]
    return any(tail not in (stem, head) and stem.startswith(tail, len(head)) for head in heads for tail in among)


@lru_cache(maxsize=STEMS_KEPT)
def rarity(stem: str) -> float:
    """Return how rare a word is in all of Dutch, from 0 for "jaar" to 1 for "laadpaal"."""
    zipf = max(naming.frequency(written(stem)), naming.frequency(stem))
    return min(max((COMMON - zipf) / (COMMON - RARE), 0.0), 1.0)


def _words(telling: Iterable[str], among: frozenset[str], text: str) -> tuple[Word, ...]:
    telling = sorted(telling)
    concepts, forms = _concepts(among), wording.written(text, telling)
    return tuple(_word(stem, forms.get(stem, ""), tuple(concepts.get(stem, {}).items())) for stem in telling)


@lru_cache(maxsize=STEMS_KEPT)
def _word(stem: str, written: str, concepts: tuple[tuple[str, float], ...]) -> Word:
    return Word(stem, rarity(stem), _parts(stem), dict(concepts), written)


def plain(title: str) -> str:
    """Return a title without its days, years and municipalities: these tell no subject."""
    return _without_places(_without_dates(title[:LONGEST_TITLE]))


def _without_dates(title: str) -> str:
    if not citations.may_hold_a_day(title):
        return title
    return _blanked(title, [(start, end) for _, _, start, end in dates.periods(title)])


def _without_places(text: str) -> str:
    spans = [(start, end) for _, start, end in municipalities.find(text)]
    # "Burgemeestersoverleg Brugge" is not the town, but that word is no subject either
    spans += [match.span() for match in _CAPITAL.finditer(text) if municipalities.is_municipality(match[0])]
    spans = [(start, end) for start, end in spans if not _OF_CHURCH.search(text, max(0, start - 20), start)]
    return _blanked(text, spans)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _names(title: str) -> Iterator[str]:
    """Yield the words with a capital in the middle of a phrase; at its beginning only those that are plainly names."""
    for match in _CAPITAL.finditer(title):
        if _LOWER_PART.search(match[0]):
            continue
        begins = _BEGINS.search(title, max(0, match.start() - 12), match.start())
        if not begins or match[0].isupper() or naming.is_street(match[0]) or naming.is_coined(match[0]):
            yield match[0]


def _parts(stem: str) -> Mapping[str, float]:
    form = formal.sorts()["form"]
    inside = parts(stem)
    found = {part: PART * rarity(part) for part in inside if len(part) >= SHORTEST_PART and part not in form}
    for tail in inside:  # "kampvervoerreglement" is about "kampvervoer", which need not be a word that is known
        if tail in form and stem.endswith(tail) and len(stem) - len(tail) >= SHORTEST_HEAD:
            found |= dict.fromkeys(analyse(stem[: -len(tail)]), HEAD)
    return found


def _concepts(stems: frozenset[str]) -> Mapping[str, dict[str, float]]:
    """Return for each stem the subjects of the thesaurus that it names, alone or with others of these stems."""
    form = formal.sorts()["form"]
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
