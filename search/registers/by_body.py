"""Links by the body that titles name: its accounts, dues and statutes, also under the name that it had before. Pure.

"IVLA. Jaarrekening 2021" and "IVLA. Statutenwijziging" are one dossier; what is bought from IVLA or built by it is not.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from search.language.dutch import analyse, tokens
from search.registers import formal, occasions
from search.registers.bonds import Context, Link, Reason, link
from search.registers.citations import Cited
from search.registers.formal import TITLES_KEPT
from search.registers.matters import Matter, plain

_TAIL = re.compile(r"(?<=\w{6})(?:organisati|verenig)$")  # "Wijkwerkorganisatie Leie" is "Wijk-werken Leie"
_ONE_OF_EACH = frozenset(
    analyse(
        "hulpverleningszone brandweerzone politiezone jeugdraad cultuurraad sportraad milieuraad seniorenraad gecoro"
    )
)
_Members = dict[tuple[str, frozenset[str]], list[int]]


def find(context: Context) -> Iterator[Link]:
    """Yield the links between matters of one body."""
    members: _Members = defaultdict(list)
    for i, matter in enumerate(context.matters):
        body = whose(matter.title) if matter.municipality else frozenset()
        if body and matter.municipality:
            members[matter.municipality, body].append(i)
    for (_, body), some in members.items():
        for i, j in pairwise(some):
            yield link(context, i, j, Reason.SAME_TITLE, _said(context, i, body))
    yield from _renamed(context, members)


@lru_cache(maxsize=TITLES_KEPT)
def whose(title: str) -> frozenset[str]:
    """Return the body that a title names where the rest of it says how that body runs; empty for none.

    All other words of such a title are of form: "Zwalmgas. Verkoop van een perceel" is about the parcel.
    """
    if not formal.may_run(title):
        return frozenset()
    text = plain(occasions.without(title))
    names: set[str] = set()
    is_named = runs = False
    for word, _, _ in tokens(text):
        stems = analyse(word)
        if any(letter.isdigit() for letter in word) or not stems:
            continue
        runs = runs or formal.is_running(word)
        if _says_nothing(word):
            continue
        if not (formal.is_field(word) or stems[0] in formal.organs()):
            if not word[0].isupper():
                return frozenset()
            is_named = True
        is_named = is_named or stems[0] in _ONE_OF_EACH  # a municipality has one
        names.add(_TAIL.sub("", stems[0]))  # "Wijk-werken" as a whole: others write "Wijkwerken"
    return frozenset(names) if is_named and runs else frozenset()


def known_by_name(matters: Sequence[Matter], told: Sequence[Matter]) -> list[Matter]:
    """Return the matters, in each of whose titles the body that another of its municipality names is a name too.

    "Zonnewind" looks like a word of Dutch; after "Zonnewind. Jaarrekening" it is the name of a body.
    """
    bodies: dict[str | None, set[str]] = defaultdict(set)
    for matter in matters:
        bodies[matter.municipality].update(whose(matter.title))
    found = []
    for matter in told:
        more = (bodies[matter.municipality] & matter.about.stems) - matter.about.names if matter.municipality else None
        found.append(replace(matter, about=replace(matter.about, names=matter.about.names | more)) if more else matter)
    return found


def are_two(one: str, other: str) -> bool:
    """Whether two titles are about the running of two bodies: "Erfgoed Zwinstreek" and "Wijkwerken Zwinstreek"."""
    mine, theirs = whose(one), whose(other)
    return bool(mine - theirs and theirs - mine)


def _said(context: Context, i: int, body: frozenset[str]) -> str:
    words = (word for word, _, _ in tokens(context.matters[i].title) if not body.isdisjoint(analyse(word)[:1]))
    return " ".join(dict.fromkeys(words))


def _renamed(context: Context, members: _Members) -> Iterator[Link]:
    """Yield the links from what tells the former name of its body to the last matter under each of both names."""
    for i, matter in enumerate(context.matters):
        body = whose(matter.title)
        for cited in (each for each in matter.cites if each.what is Cited.FORMER and body and matter.municipality):
            former = _named(cited.number)
            now = body - former
            if not now.isdisjoint(_named(cited.body)):
                for name in (former, now):
                    others = [j for j in members.get((matter.municipality or "", name), ()) if j != i]
                    last = max(others, key=lambda j: (str(context.matters[j].date), j), default=None)
                    if last is not None:
                        yield link(context, i, last, Reason.SAME_TITLE, cited.said)


def _named(name: str) -> frozenset[str]:
    return frozenset(analyse(word)[0] for word, _, _ in tokens(name) if analyse(word) and not _says_nothing(word))


def _says_nothing(word: str) -> bool:
    """Whether a word is of form, and names neither a body that every municipality has nor a field of policy."""
    tells = formal.organs() | formal.sorts()["field"]
    return all(formal.is_formal(stem) and stem not in tells for stem in analyse(word))
