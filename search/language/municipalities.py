"""Names of Flemish municipalities in running text, with adjectives, sub-municipalities and other languages' names.

Says what is mentioned, not who decided: that is for `ingest.structure`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that make an ambiguous name a place: "stad Halle", "te Lier", "OCMW van Essen".
_MARKERS = frozenset(
    """gemeente stad stadsbestuur gemeentebestuur ocmw bestuur gemeenteraad raad college bureau burgemeester te
    in uit naar tussen commune ville city à""".split()  # noqa: SIM905  (a list of words, not of code)
)
# "Burgemeestersoverleg Brugge" or "arrondissement Brugge" is not the city; "kerkfabriek Sint-Andries" no borough.
_NOT_THE_TOWN = frozenset(
    """burgemeestersoverleg arrondissement regio kerkfabriek parochie basisschool school kerk sint heilige""".split()  # noqa: SIM905  (a list of words, not of code)
)
_SURNAME = frozenset(["Van", "Vanden", "Vander", "Den", "Der", "Ter", "Ten"])
_NEAR = 500  # characters around "Sint-Joris" in which its municipality must be named
_SENTENCE_END = ".!?:;•\n\r|\u2022"


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    kind: str
    municipality: str
    is_ambiguous: bool


@cache
def _names() -> dict[str, _Name]:
    table = files(__package__).joinpath("municipalities.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return {name: _Name(name, kind, of, ambiguous == "ja") for name, kind, of, ambiguous in rows}


@cache
def _by_first_token() -> dict[str, list[_Name]]:
    found: dict[str, list[_Name]] = defaultdict(list)
    for name in sorted(_names().values(), key=lambda name: (-len(name.name), name.name)):
        token = _TOKEN.match(name.name)
        assert token is not None
        found[token[0].casefold()].append(name)
    return dict(found)


@cache
def _by_folded_name() -> dict[str, _Name]:
    return {name.casefold(): entry for name, entry in _names().items()}


def canonical(name: str) -> str | None:
    """The municipality that a name, adjective or sub-municipality belongs to, in any case; None if unknown."""
    folded = " ".join(name.split()).casefold()
    for prefix in ("stad ", "gemeente ", "ocmw "):
        folded = folded.removeprefix(prefix)
    entry = _by_folded_name().get(folded) or _by_folded_name().get(folded.replace(" ", "-"))
    return entry.municipality if entry else None


def is_municipality(name: str) -> bool:
    """Whether `name`, exactly, is a municipality (now or before a fusion), not an adjective or a part of one."""
    entry = _names().get(name)
    return entry is not None and entry.kind == "gemeente"


def find(text: str, *, any_case: bool = False) -> list[tuple[str, int, int]]:
    """Municipalities mentioned in a text, in order, as (municipality, start, end); the longest name wins.

    A name that is also an ordinary word or a surname ("Essen", "Damme") counts where it has a capital in
    mid-sentence, or a word before it that announces a place. "Van Damme" is a person.

    Args:
        text: Running text or a question.
        any_case: Also accept unambiguous names without a capital, as people type them in a search box.
    """
    found: list[tuple[str, int, int]] = []
    after = 0
    for token in _TOKEN.finditer(text):
        if token.start() < after:
            continue
        if not (any_case or token[0][0].isupper()):
            continue
        entry = _name_at(text, token, any_case)
        if entry and _is_place(text, token.start(), entry):
            after = token.start() + len(entry.name)
            found.append((entry.municipality, token.start(), after))
    return found


def _name_at(text: str, token: re.Match[str], any_case: bool) -> _Name | None:
    candidates = _by_first_token().get(token[0].casefold(), ())
    for entry in candidates:
        end = token.start() + len(entry.name)
        written = text[token.start() : end]
        if end < len(text) and (text[end].isalnum() or text[end] == "-"):
            continue
        same = written in (entry.name, entry.name.upper())
        if same or (any_case and not entry.is_ambiguous and written.casefold() == entry.name.casefold()):
            return entry
    return None if "-" not in token[0] or candidates else _first_part(token)


def _first_part(token: re.Match[str]) -> _Name | None:
    """The town in "Brugge-centrum"; not in "Berg-Terblijt", whose parts are both names of other places."""
    head, _, tail = token[0].partition("-")
    entry = _names().get(head)
    return entry if entry and not entry.is_ambiguous and tail.islower() else None


def _is_place(text: str, start: int, entry: _Name) -> bool:
    before = text[max(0, start - 40) : start]
    words = _TOKEN.findall(before)
    previous = words[-1] if words and before.rstrip().endswith(words[-1]) else ""
    if previous in _SURNAME or previous.casefold() in _NOT_THE_TOWN:
        return False
    if not entry.is_ambiguous or previous.casefold() in _MARKERS:
        return True
    if entry.name.startswith("Sint-"):
        near = text[max(0, start - _NEAR) : start + _NEAR]
        return bool(re.search(rf"\b{entry.municipality}\b", near))
    stripped = before.rstrip(" \t\"'“”‘’(")
    if not stripped:
        return len(text.strip()) == len(entry.name)
    return not (stripped[-1] in _SENTENCE_END or previous[:1].isupper())
