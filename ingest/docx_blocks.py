"""The blocks of a Word text: body, tables, text boxes, with Word's own page breaks.

Knows nothing of zip files; works on parsed XML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.cleaning import flat
from ingest.docx_styles import Element, Manner, Numbering, Styles, child, is_on, local, value
from ingest.types import Role
from ingest.typeset import CELL, Paragraph

# Within the text of a paragraph: a page break that somebody typed, one that Word laid out, a line break.
_PAGE, _LAID, _ROW = "\f", "\x07", "\n"
_SKIPPED = frozenset(
    [
        *("del", "moveFrom", "instrText", "delText", "delInstrText"),  # tracked deletions, codes of fields
        *("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "tblGrid"),
        *("footnoteReference", "endnoteReference", "annotationRef"),
    ]
)
_SIGNS = {"lastRenderedPageBreak": _LAID, "tab": " ", "ptab": " ", "cr": _ROW, "noBreakHyphen": "-"}
_BOX = "txbxContent"
_LONGEST_HEADING = 200  # characters; longer is text that somebody gave the style of a heading
_MOST_DEPTH = 120  # of tables, text boxes and content controls in each other


@dataclass(slots=True)
class Reader:
    """Walks one document. `is_fresh`: a page break came and no text since."""

    styles: Styles
    numbering: Numbering
    is_fresh: bool = True

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Paragraph]:
        """Yield the blocks of a body, cell, text box or header, in order."""
        if depth > _MOST_DEPTH:
            raise RecursionError("Word elements nested too deep")
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, depth)
            elif name == "tbl":
                yield from self._table(element, depth)
            elif name == "sdt":
                inner = self.blocks(_content(element), depth + 1)
                yield from map(_as_furniture, inner) if _is_contents(element) else inner
            elif name in ("ins", "moveTo", "customXml", "smartTag", "body", "hdr", "ftr"):
                yield from self.blocks(element, depth + 1)
            elif name == "AlternateContent":
                yield from self.blocks(_choice(element), depth + 1)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Paragraph]:
        properties = child(element, "pPr")
        manner = self.styles.of(properties)
        parts: list[str] = []
        boxes: list[Element] = []
        bold: list[bool] = []
        _gather(element, parts, boxes, bold)
        if manner.starts_page:
            parts.insert(0, _PAGE)
        text = re.sub(r"\s*\x07\s*", "\x07", "".join(parts))
        yield from self._rows(text, manner, bool(bold) and all(bold))
        for box in boxes:
            yield from self.blocks(box, depth + 1)
        if _ends_section(properties):
            self.is_fresh = True
            yield Paragraph("", starts_page=True)

    def _rows(self, text: str, manner: Manner, is_bold: bool) -> Iterator[Paragraph]:
        role, level = _role(manner)
        label = None
        if role is Role.HEADING and len(text) <= _LONGEST_HEADING:
            text = text.replace(_ROW, " ")
        for piece in re.split(r"([\f\n\x07])", text):
            if piece == _PAGE or (piece == _LAID and not self.is_fresh):
                self.is_fresh = True
                yield Paragraph("", starts_page=True)
            elif piece not in (_ROW, _LAID) and (row := flat(piece)):
                if label is None and (label := self.numbering.next(manner.number)):
                    row = f"{label} {row}"
                self.is_fresh = False
                if role is Role.HEADING and len(row) > _LONGEST_HEADING:
                    role, level = Role.TEXT, 0
                yield Paragraph(row, role, level, bold=is_bold or bool(manner.is_bold))
                if role is Role.HEADING and _ROW in text:
                    role, level = Role.TEXT, 0  # below the first line of a heading with a line break in it

    def _table(self, table: Element, depth: int) -> Iterator[Paragraph]:
        for row in _rows_of(table):
            cells: list[str] = []
            starts_page = False
            for cell in _cells_of(row):
                was_fresh = self.is_fresh
                inner = list(self.blocks(cell, depth + 1))
                if any(local(part) == "tbl" for part in cell):
                    yield from inner  # a table in a table arranges the page: its rows stand for themselves
                    continue
                starts_page |= any(block.starts_page for block in inner) and not was_fresh
                cells.append(" ".join(block.text for block in inner if block.text))
            if starts_page:
                yield Paragraph("", starts_page=True)
            if text := CELL.join(cell for cell in cells if cell):
                yield Paragraph(text, Role.TABLE)


def _role(manner: Manner) -> tuple[Role, int]:
    if manner.is_contents:
        return Role.FURNITURE, 0
    if manner.heading:
        return Role.HEADING, manner.heading
    return (Role.LIST if manner.is_list else Role.TEXT), 0


def _as_furniture(block: Paragraph) -> Paragraph:
    return replace(block, role=Role.FURNITURE, level=0)


def _gather(element: Element, parts: list[str], boxes: list[Element], bold: list[bool]) -> None:
    """Collect the text of a paragraph in order, and apart the text boxes that hang on it."""
    stack = [iter(element)]
    while stack:
        inner = next(stack[-1], None)
        if inner is None:
            stack.pop()
            continue
        name = local(inner)
        if (sign := _sign(inner, name)) is not None:
            parts.append(sign)
        elif name == _BOX:
            boxes.append(inner)
        elif name == "AlternateContent":
            stack.append(iter(_choice(inner)))
        elif name == "r":
            properties = child(inner, "rPr")
            if not is_on(child(properties, "vanish")):
                if child(inner, "t") is not None:
                    bold.append(is_on(child(properties, "b")))
                stack.append(iter(inner))
        elif name and name not in _SKIPPED:
            stack.append(iter(inner))


def _sign(element: Element, name: str) -> str | None:
    """Return the characters that an element stands for by itself; None where it holds or means something else."""
    if name == "t":
        return element.text or ""
    if name == "br":
        return _PAGE if value(element, "type") == "page" else _ROW
    return _SIGNS.get(name)


def _choice(element: Element) -> Element:
    """Return the branch of an alternative that Word shows; the other says the same for older programs."""
    for name in ("Choice", "Fallback"):
        branch = child(element, name)
        if branch is not None and len(branch):
            return branch
    return ()


def _content(control: Element) -> Element:
    """Return what a content control holds; of another wrapper the wrapper itself."""
    inner = child(control, "sdtContent")
    return control if inner is None else inner


def _is_contents(control: Element) -> bool:
    gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return (value(gallery) or "") == "Table of Contents"


def _ends_section(properties: Element | None) -> bool:
    """Tell whether a section ends here and the next begins on a new page."""
    section = child(properties, "sectPr")
    return section is not None and value(child(section, "type")) not in ("continuous", "nextColumn")


def _rows_of(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows_of(_content(element))


def _cells_of(row: Element) -> Iterator[Element]:
    if is_on(child(child(row, "trPr"), "del")) and child(child(row, "trPr"), "del") is not None:
        return
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml"):
            yield from _cells_of(_content(element))
