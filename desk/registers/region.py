"""Which municipalities belong together: those of a list, and those of which something was read in."""

from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from search.language import municipalities

FILE = "region.txt"
LARGEST = 20_000  # characters; all municipalities of Flanders are 4,000


def members(folder: Path | None = None) -> tuple[str, ...]:
    """Return the municipalities of the list in the folder of a knowledge base, else of ours; unknown names left out."""
    try:
        own = (folder / FILE).read_text("utf-8", "replace")[:LARGEST] if folder else None
    except OSError:
        own = None
    text = files(__package__).joinpath(FILE).read_text("utf-8") if own is None else own
    names = (line.strip() for line in text.splitlines())
    known = (municipalities.canonical(name) for name in names if name and not name.startswith("#"))
    return tuple(dict.fromkeys(name for name in known if name))


def places(of_region: Collection[str], read_in: Collection[str]) -> tuple[str, ...]:
    """Return the municipalities to compare: the region, and others that something was read in of.

    A region of which nothing was read in is not that of this knowledge base, and is left out.
    """
    others = sorted(name for name in read_in if name not in of_region)
    return (*of_region, *others) if set(of_region) & set(read_in) else tuple(others)
