"""Who asks: makes a Reader. Accounts, groups and sign-in come here; until then a name is taken at its word.

Knows the nouns of search and nothing else.
"""

from search.types import EVERYONE, Reader

__all__ = ["reader_named"]


def reader_named(name: str | None) -> Reader:
    """Return the reader called `name`: reads what is for everyone and what is for an audience of that very name.

    Without a name, or with an unknown one, that is what is for everyone and nothing more.
    """
    if not name or name == EVERYONE:
        return Reader(EVERYONE, frozenset({EVERYONE}))
    return Reader(name, frozenset({EVERYONE, name}))
