"""Plain text: paragraphs by blank lines, set in type as a reading copy.

Guesses no structure beyond a heading that stands alone in capitals or underlined.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.cleaning import flat
from ingest.encoding import decode, is_binary
from ingest.types import Extraction, Role
from ingest.typeset import Paragraph, typeset
from search.types import Outcome

EXTENSIONS = (".txt", ".text", ".asc")

BINARY = "Dit is geen tekst, maar een ander soort bestand onder de naam .txt. Geef het zijn eigen extensie terug."
EMPTY = "Het bestand is leeg. Controleer of het juiste bestand bewaard is."

_UNDERLINE = re.compile(r"\s*([=\-_~*])\1{2,}\s*")
_ITEM = re.compile(
    r"\s*(?:[-*•–▪o]|\d{1,3}[.)]|\d{1,2}°|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
    r"|[a-z][.)]|\([a-z\d]{1,2}\)|\[[ xX]?\]|§ ?\d{1,2}\.?|[IVX]{1,5}[.)])\s+\S"
)
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+\S")  # with text below it in the same group: a title, not an item of a list
_BEGINS = re.compile(
    r"\s*(?:(?:Artikel|ARTIKEL|Art\.|ART\.)\s+\w{1,5}\b|[A-Z][.)]\s+\S|0\d\s+\S|(?:Gelet op|Overwegende|Gezien)\b)"
)
_KEY = re.compile(  # "Looptijd: 4 jaar", "Looptijd ..... : 4 jaar", "Looptijd     4 jaar", "Kinrooi ...... 450 euro"
    r"(?P<indent>\s*)(?P<key>[^\W_][^:|]{0,44}?)(?P<gap>\s*\.{2,}\s*:\s*|\s+\.{2,}\s+|\s*\.{3,}\s*|\s*:\s+|\s{3,})(?P<value>(?!(?:Voor|Namens)\b)\S.*)"
)
_DECIDES = re.compile(r"\s*(?:De|Het) (?:gemeenteraad|raad|college|vast bureau)\b")  # below the title of an agenda item
_LONGEST_KEY = 7  # words
_LONGEST_HEADING = 90
_WRAPPED = 45  # characters; lines of a paragraph that was broken by hand are at least this long but for the last
_RAGGED = 20  # characters by which such a line may fall short of the longest: a longer word did not fit


def extract(path: Path, data: bytes) -> Extraction:
    """Read a text from its bytes; `path` only names it."""
    if is_binary(data):
        return Extraction(Outcome.UNSUPPORTED, message=BINARY)
    blocks = list(_blocks(decode(data).replace("\r\n", "\n").replace("\r", "\n")))
    if not any(block.text for block in blocks):
        return Extraction(Outcome.EMPTY, message=EMPTY)
    pages, rendition = typeset(blocks, path.name)
    return Extraction(Outcome.OK, pages, rendition=rendition)


def _blocks(text: str) -> Iterator[Paragraph]:
    lengths = sorted(len(row.rstrip()) for row in text.split("\n") if len(row) > _WRAPPED)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    for number, page in enumerate(text.rstrip("\f \n").split("\f")):
        if number:
            yield Paragraph("", starts_page=True)
        for group in re.split(r"\n[ \t]*\n", page):
            rows = [row for row in group.split("\n") if row.strip()]
            yield from _paragraphs(rows, width)


def _paragraphs(rows: list[str], width: int) -> Iterator[Paragraph]:
    """Yield one group of lines between blank lines: a heading with what follows, items, or a broken paragraph."""
    if len(rows) > 1 and _UNDERLINE.fullmatch(rows[1]):
        yield Paragraph(flat(rows[0]), Role.HEADING, 1 if "=" in rows[1] else 2)
        rows = rows[2:]
    elif len(rows) == 1 and _is_shouted(rows[0]):
        yield Paragraph(flat(rows[0]), Role.HEADING, 1)
        return
    parts = _parts(rows, width)
    is_title = len(parts) > 1 and bool(_NUMBERED.match(parts[0][0])) and not _ITEM.match(parts[1][0])
    for at, part in enumerate(parts):
        is_list = bool(_ITEM.match(part[0])) and not (is_title and at == 0)
        yield Paragraph(flat(" ".join(part)), Role.LIST if is_list else Role.TEXT)


def _parts(rows: list[str], width: int) -> list[list[str]]:
    """The lines of a group, those of one paragraph together."""
    keys = _keys(rows)
    parts: list[list[str]] = []
    for at, row in enumerate(rows):
        if _UNDERLINE.fullmatch(row):
            continue
        is_new = at in keys or bool(_ITEM.match(row) or _BEGINS.match(row))
        is_new = is_new or bool(parts and _NUMBERED.match(parts[-1][-1]) and _DECIDES.match(row))
        if parts and not is_new and not _ends(parts[-1][-1], row, width):
            parts[-1].append(row)
        else:
            parts.append([_as_cells(row) if at in keys else row])
    return parts


def _ends(above: str, row: str, width: int) -> bool:
    """Whether a line was ended before its margin: the first word of the next would have fitted on it."""
    above, following = above.strip(), row.strip()
    if len(above) < _WRAPPED:
        return not (above.endswith(",") and following[0].islower())
    is_new = following[0].isupper() and above[-1] not in ",-"
    return is_new and len(above) + 1 + len(following.split()[0]) + _RAGGED <= width


def _keys(rows: list[str]) -> set[int]:
    """The lines that give a name and its value, where two or more follow each other."""
    marked = {at for at, row in enumerate(rows) if _is_key(row)}
    return {at for at in marked if at - 1 in marked or at + 1 in marked or "..." in rows[at]}


def _is_key(row: str) -> bool:
    match = _KEY.fullmatch(row)
    if match is None or len(match["key"].split()) > _LONGEST_KEY:
        return False
    is_column = not match["gap"].strip()
    return match["key"][0].isupper() or (match["key"][0].isdigit() and not is_column)


def _as_cells(row: str) -> str:
    """A name and its value with a leader or white space between them get a colon instead; a colon stays."""
    match = _KEY.fullmatch(row)
    if match is None or match["gap"].strip() == ":":
        return row
    return f"{match['indent']}{match['key'].rstrip()}: {match['value']}"


def _is_shouted(row: str) -> bool:
    letters = [sign for sign in row if sign.isalpha()]
    return len(row.strip()) <= _LONGEST_HEADING and len(letters) > 3 and row.upper() == row
