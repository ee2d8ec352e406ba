"""What is said of a municipality that is asked for and of which there is nothing: mostly it was mistyped."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from cli.output import warn

if TYPE_CHECKING:
    from search import KnowledgeBase
    from search.types import Reader

_NEAR: Final = 75  # of 100: a slip of the pen ("Bruge", "Dame", "Zuinkerke") has 88 or more, another place at most 71
_MOST_NEAR: Final = 3
_MOST_NAMED: Final = 12  # a region is ten municipalities
_LONGEST: Final = 80  # characters of a name that is said again


def warn_of_unknown(kb: "KnowledgeBase", reader: "Reader", asked: Sequence[str], also: Collection[str] = ()) -> None:
    """Say on standard error of which of these municipalities `reader` may read nothing, and which he may have meant.

    Args:
        kb: Where it is looked up.
        reader: Who asks.
        asked: The names as they were typed.
        also: Names of which there is something without papers of their own: parties to contracts.
    """
    read_in = kb.overview(reader).municipalities if asked else {}
    for name in dict.fromkeys(asked):
        if name not in read_in and name not in also:
            warn(unknown(name, sorted(read_in), sorted(also)))


def unknown(name: str, read_in: Sequence[str], also: Sequence[str] = ()) -> str:
    """Return what is said of a name of which there is nothing."""
    said = f"Van de gemeente “{name[:_LONGEST]}” is hier geen stuk dat deze lezer mag lezen."
    near = _nearest(name, [*read_in, *also])
    if near:
        return f"{said} Bedoelde u {' of '.join(near)}?"
    if not read_in:
        return said
    more = f" en nog {len(read_in) - _MOST_NAMED}" if len(read_in) > _MOST_NAMED else ""
    return f"{said} Wel van: {', '.join(read_in[:_MOST_NAMED])}{more}."


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """Return the names that are nearly this one, first that of the municipality that it is a part or a title of."""
    from rapidfuzz import fuzz, process

    from search.language.municipalities import canonical

    whole = canonical(name)
    alike = process.extract(
        name[:_LONGEST], list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEAR, limit=_MOST_NEAR
    )
    return list(dict.fromkeys([*([whole] if whole in known and whole else []), *(each for each, _, _ in alike)]))
