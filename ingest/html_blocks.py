"""The blocks of an HTML page, and what RDFa of council publications says of them (OSLO Besluit).

Knows nothing of bytes, encodings or pages.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from lxml import etree

from ingest.cleaning import flat
from ingest.html_items import ITEM_LEVEL, tidied
from ingest.types import Role
from ingest.typeset import CELL, Paragraph

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
_DROPPED = frozenset(
    [
        *("script", "style", "nav", "noscript", "template", "svg", "iframe", "object", "embed", "canvas"),
        *("audio", "video", "select", "button", "input", "textarea", "head", "title", "meta", "link"),
        *("map", "math", "dialog", "datalist"),
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"sr-only|hidden-visually|visually-hidden|screen-reader")
_MENU_CLASS = re.compile(r"(?:^|[\s_-])(?:menu|navbar|breadcrumbs?|cookie\S*|skip-?link\S*)(?:$|\s)", re.IGNORECASE)
# In a cell these tell that the table arranges the page and holds no data.
_LAYOUT = frozenset(["table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "form"])
_LONGEST_ROW = 2_000  # characters; beyond, a row is a layout of paragraphs

_ITEM = re.compile(r"(?:[:#/]|^)(?:Agendapunt|BehandelingVanAgendapunt|Besluit)$")
_TITLE = re.compile(r"(?:[:#/]|^)title$")
_PEOPLE = re.compile(
    r"(?:[:#/]|^)(?:heeftAanwezige\w*|heeftAfwezige\w*|heeftStemmer|heeftVoorstander|heeftTegenstander|heeftOnthouder"
    r"|heeftVoorzitter|heeftSecretaris|heeftMandataris|Mandataris)$"
)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside the element being walked."""

    role: Role = Role.TEXT
    level: int = 0
    in_item: bool = False
    is_item_title: bool = False
    is_people: bool = False
    in_row: bool = False
    keeps_lines: bool = False


@dataclass(slots=True)
class _Walk:
    """The blocks found so far and the one under construction."""

    blocks: list[Paragraph] = field(default_factory=list)
    item_titles: set[int] = field(default_factory=set)  # positions in `blocks`
    people: set[int] = field(default_factory=set)
    hidden_titles: set[str] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)
    names: int = 0  # characters of `parts` that name people
    cells: list[str] = field(default_factory=list)

    def add(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if state.keeps_lines and "\n" in text:
            for row in text.split("\n"):
                self.parts.append(row)
                self.close(state)
            return
        self.parts.append(text)
        if state.is_people:
            self.names += len(text.strip())

    def close(self, state: _State, role: Role | None = None) -> None:
        """End the block under construction."""
        text = flat("".join(self.parts))
        names, self.names = self.names, 0
        self.parts.clear()
        if not text or not any(map(str.isalnum, text)):
            return
        if 2 * names > len(text):
            self.people.add(len(self.blocks))
            self.blocks.append(Paragraph(text, Role.FURNITURE))
            return
        role = role or state.role
        if role is Role.HEADING and state.is_item_title:
            self.item_titles.add(len(self.blocks))
        self.blocks.append(Paragraph(text, role, state.level if role is Role.HEADING else 0))


def blocks(root: Element) -> list[Paragraph]:
    """Return the visible blocks of an element tree, in order; of an agenda item told several times, the fullest."""
    walk = _Walk()
    states: list[_State] = [_State()]
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            walk.add(element.tail, states[-1])
        elif event == "end":
            _leave(walk, element, states)
        elif element.tag in _DROPPED or _is_hidden(element):
            walk.hidden_titles |= _titles(element)
            walker.skip_subtree()
            states.append(states[-1])
        else:
            _enter(walk, element, states)
    walk.close(states[-1])
    if not (walk.item_titles or walk.hidden_titles):
        return walk.blocks
    return tidied(walk.blocks, walk.item_titles, walk.people, walk.hidden_titles)


def _titles(element: Element) -> set[str]:
    """Return the titles in an element that is not shown: some publications hide all their RDFa beside plain text."""
    if element.tag in _DROPPED:
        return set()
    named = (inner for inner in element.iter(etree.Element) if _TITLE.search(inner.get("property", "")))
    return {flat("".join(inner.itertext())) for inner in named} - {""}


def _is_hidden(element: Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
        or bool(_HIDDEN_CLASS.search(attributes.get("class", "")))
    )


def _enter(walk: _Walk, element: Element, states: list[_State]) -> None:
    outer, tag = states[-1], element.tag
    state = _state(element, outer)
    if (tag in _BLOCKS or _begins_title(state, outer)) and not outer.in_row:
        walk.close(outer)
    if tag == "tr" and not outer.in_row and _is_data(element):
        state = replace(state, in_row=True)
        walk.cells.clear()
    elif tag == "br":
        _break(walk, outer)
    states.append(state)
    walk.add(element.text, state)


def _leave(walk: _Walk, element: Element, states: list[_State]) -> None:
    state, tag = states.pop(), element.tag
    outer = states[-1]
    if tag not in _DROPPED:
        if state.in_row:
            if tag in ("td", "th"):
                walk.cells.append(flat("".join(walk.parts)))
                walk.parts.clear()
            elif tag == "tr":
                walk.parts[:] = [CELL.join(cell for cell in walk.cells if cell)]
                walk.close(state, Role.TABLE if state.role is Role.TEXT else None)
            elif tag in _BLOCKS:
                walk.parts.append(" ")
        elif tag in _BLOCKS or _begins_title(state, outer):
            walk.close(state)
    walk.add(element.tail, outer)


def _begins_title(state: _State, outer: _State) -> bool:
    """Tell whether an element is a title although it stands within a line: a span with a property."""
    return state.role is Role.HEADING and outer.role is not Role.HEADING


def _break(walk: _Walk, state: _State) -> None:
    """A line break ends a line; in a heading or a table cell it is a space."""
    if state.in_row or state.role is Role.HEADING:
        walk.parts.append(" ")
    else:
        walk.close(state)


def _is_data(row: Element) -> bool:
    return not any(inner.tag in _LAYOUT for inner in row.iter()) and (
        sum(len(text) for text in row.itertext()) <= _LONGEST_ROW
    )


def _state(element: Element, outer: _State) -> _State:
    """Return what holds inside an element, given what holds around it."""
    tag = element.tag
    state = outer
    names = f"{element.get('property', '')} {element.get('rel', '')} {element.get('typeof', '')}".split()
    is_item = any(_ITEM.search(name) for name in names)
    if tag == "li" and outer.role is Role.TEXT and not is_item:
        state = replace(state, role=Role.LIST)
    elif tag in ("header", "footer", "aside") or _MENU_CLASS.search(element.get("class", "")):
        state = replace(state, role=Role.FURNITURE)
    elif tag == "pre":
        state = replace(state, keeps_lines=True)
    if is_item:
        state = replace(state, in_item=True)
    if any(_PEOPLE.search(name) for name in names):
        state = replace(state, is_people=True)
    if any(_TITLE.search(name) for name in names):
        level = ITEM_LEVEL if state.in_item else _HEADINGS.get(tag, 1)
        return replace(state, role=Role.HEADING, level=level, is_item_title=state.in_item)
    if tag in _HEADINGS and not (state.is_item_title or state.role is Role.FURNITURE):
        inside = any(_TITLE.search(inner.get("property", "")) for inner in element.iterdescendants())
        level = max(_HEADINGS[tag], ITEM_LEVEL + 1) if state.in_item else _HEADINGS[tag]
        if inside and state.in_item:
            level = ITEM_LEVEL
        return replace(state, role=Role.HEADING, level=level, is_item_title=inside and state.in_item)
    return state
