"""Pieces of WordprocessingML that python-docx has no words for: links, bookmarks, fields. Knows nothing of notes."""

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Xml = Any
"""An element: lxml hands out no types."""


def element(tag: str, *children: Xml, **attributes: str) -> Xml:
    """Return an element. `w_id="3"` is the attribute w:id."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":", 1)), value)
    made.extend(children)
    return made


def run(text: str = "", style: str | None = None, *children: Xml) -> Xml:
    """Return a run of text, with what else stands in it behind the text.

    Args:
        text: Shown as it is, spaces included; a tab is a tab.
        style: The id of a character style.
        children: Marks, tabs and the like.
    """
    made = element("w:r")
    if style:
        made.append(element("w:rPr", element("w:rStyle", w_val=style)))
    if text:
        made.text = text  # python-docx makes elements of tabs and line breaks
    made.extend(children)
    return made


def linked(runs: list[Xml], *, relation: str = "", bookmark: str = "") -> Xml:
    """Return runs that can be followed: to what a relation names, or to a bookmark in the same document."""
    target = {"r_id": relation} if relation else {"w_anchor": bookmark}
    return element("w:hyperlink", *runs, w_history="1", **target)


def bookmarked(content: list[Xml], name: str, number: int) -> list[Xml]:
    """Return content between the two ends of a bookmark."""
    start = element("w:bookmarkStart", w_id=str(number), w_name=name)
    return [start, *content, element("w:bookmarkEnd", w_id=str(number))]


def field(code: str, shown: list[Xml], style: str | None = None) -> list[Xml]:
    """Return a field that Word computes, with what is shown until then."""
    return [*field_start(code, style), *shown, field_end(style)]


def field_start(code: str, style: str | None = None) -> list[Xml]:
    """Return the beginning of a field, up to what it shows."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    instruction.set(qn("xml:space"), "preserve")
    return [
        run("", style, element("w:fldChar", w_fldCharType="begin")),
        run("", style, instruction),
        run("", style, element("w:fldChar", w_fldCharType="separate")),
    ]


def field_end(style: str | None = None) -> Xml:
    """Return the end of a field."""
    return run("", style, element("w:fldChar", w_fldCharType="end"))


def fill_fields(root: Xml, code: str, text: str) -> None:
    """Let the fields with one instruction show a text, in the letters of what they showed."""
    for each in root.iter(qn("w:fldSimple")):
        if each.get(qn("w:instr"), "").split()[:1] == [code]:
            _show(each.findall(qn("w:r")), text)
    for paragraph in root.iter(qn("w:p")):
        for shown in _shown_by(paragraph, code):
            _show(shown, text)


def _shown_by(paragraph: Xml, code: str) -> Iterator[list[Xml]]:
    """Yield the runs between the second and the third mark of each field of a paragraph that holds an instruction."""
    instruction = ""
    shown: list[Xml] | None = None
    for each in paragraph.iter(qn("w:r")):
        mark = each.find(qn("w:fldChar"))
        kind = "" if mark is None else mark.get(qn("w:fldCharType"))
        instruction = "" if kind == "begin" else instruction + "".join(part.text or "" for part in _codes(each))
        if kind == "separate" and instruction.split()[:1] == [code]:
            shown = []
        elif kind == "end" and shown:
            yield shown
            shown = None
        elif not kind and shown is not None:
            shown.append(each)


def _codes(each: Xml) -> list[Xml]:
    found: list[Xml] = each.findall(qn("w:instrText"))
    return found


def _show(runs: list[Xml], text: str) -> None:
    for i, each in enumerate(runs):
        each.text = "" if i else text
