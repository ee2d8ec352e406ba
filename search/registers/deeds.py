"""What titles say is done: works on a street, ground that changes hands, building, rules. Pure.

Two titles that name one street or one building are about two things where other things are done there.
"""

from enum import StrEnum
from functools import lru_cache

from search.language.dutch import analyse
from search.registers import addresses
from search.registers.formal import TITLES_KEPT
from search.registers.matters import Matter


class Deed(StrEnum):
    """What is done."""

    WORKS = "works"
    GROUND = "ground"
    BUILDING = "building"
    RULES = "rules"


_WORDS = {
    Deed.WORKS: (
        "heraanleg herinrichting aanleg wegenis wegeniswerken wegenwerken wegenaanleg wegenisproject"
        " riolering rioleringswerken rioleringsproject voetpad voetpaden fietspad fietspaden verharding"
        " verhardingswerken asfaltering asfalteringswerken bestrating innemingen inneming grondinneming"
        " grondverwervingen rooilijnplan onteigening onteigeningen onteigeningsplan wegdek omgevingswerken"
        " beplantingswerken doortocht gracht grachten nutsleidingen"
    ),
    Deed.GROUND: "verkoop aankoop verwerving ruil grondafstand overdracht erfpacht schenking wederverkoop",
    Deed.BUILDING: (
        "bestek lastvoorwaarden raming gunning gunningswijze gunnen ontwerper ontwerpteam architect oplevering"
        " renovatie nieuwbouw bouwwerken eindafrekening verrekening meerwerken haalbaarheidsstudie projectdefinitie"
    ),
    Deed.RULES: (
        "reglement retributiereglement gebruikersreglement gebruiksreglement schoolreglement huurreglement"
        " dienstreglement tarieven openingsuren"
    ),
}
_STEMS = {deed: frozenset(analyse(words)) for deed, words in _WORDS.items()}


@lru_cache(maxsize=TITLES_KEPT)
def of(title: str) -> frozenset[Deed]:
    """Return what a title says is done; empty for none of these."""
    stems = set(analyse(title))
    return frozenset(deed for deed, words in _STEMS.items() if not words.isdisjoint(stems))


def are_two(one: Matter, other: Matter) -> bool:
    """Whether two titles are of a building and of the rules for its use, or share a street where else is done."""
    mine, theirs = of(one.title), of(other.title)
    if mine == theirs:
        return False
    if _are_apart(mine, theirs, Deed.BUILDING, Deed.RULES):
        return True
    if Deed.WORKS not in mine ^ theirs:
        return False
    streets = addresses.stems_of_streets(one.title) & addresses.stems_of_streets(other.title)
    if not streets or not one.about.stems & other.about.stems <= streets:
        return False
    no_works = other if Deed.WORKS in mine else one
    return Deed.GROUND in mine | theirs or not no_works.about.stems <= streets


def _are_apart(mine: frozenset[Deed], theirs: frozenset[Deed], a: Deed, b: Deed) -> bool:
    mine, theirs = mine & {a, b}, theirs & {a, b}
    return bool(mine and theirs) and not mine & theirs
