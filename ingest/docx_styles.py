"""What a Word paragraph is, by its style and numbering: heading, list item, table of contents; and its number.

Reads word/styles.xml and word/numbering.xml only; knows nothing of the text.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_HEADING = re.compile(r"(?:heading|kop|titre|rubrik|überschrift)\s*([1-9])$")
_TITLES = frozenset(["title", "titel", "titre", "documenttitel"])
_SUBTITLES = frozenset(["subtitle", "ondertitel", "sous-titre"])
_CONTENTS = re.compile(r"(?:toc|inhopg|tm)\s*\d|toc heading|kopvaninhoudsopgave|kop van inhoudsopgave|inhoudsopgave")
_LIST = re.compile(r"list|lijst|opsomming|bullet")
_MOST_STYLES = 40  # in a chain of "based on"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def local(element: Element) -> str:
    """Return the name without namespace: Word writes one of two ("transitional" and "strict")."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute, whatever its namespace."""
    if element is None:
        return None
    for key, found in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(found)
    return None


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of this name."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as w:b stands on: present and not "0"."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def _integer(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else None


@dataclass(frozen=True, slots=True)
class Manner:
    """What a style, or a paragraph's own properties, declares; None where it declares nothing."""

    heading: int | None = None  # 0: expressly none
    is_contents: bool = False
    is_list: bool = False
    starts_page: bool | None = None
    is_bold: bool | None = None
    number: tuple[str, int] | None = None  # numId and level


@dataclass(slots=True)
class Styles:
    """The styles of one document, resolved on demand."""

    declared: dict[str, tuple[Manner, str | None]] = field(default_factory=dict)
    standard: str | None = None
    resolved: dict[str | None, Manner] = field(default_factory=dict)

    def of(self, properties: Element | None) -> Manner:
        """Return how a paragraph with these w:pPr is set."""
        style = value(child(properties, "pStyle")) or self.standard
        if style not in self.resolved:
            self.resolved[style] = self._inherited(style)
        return _joined(_manner(properties, ""), self.resolved[style])

    def _inherited(self, style: str | None) -> Manner:
        manner = Manner()
        for _ in range(_MOST_STYLES):
            if style is None or style not in self.declared:
                break
            own, style = self.declared[style]
            manner = _joined(manner, own)
        return manner


def read_styles(root: Element | None) -> Styles:
    """Read word/styles.xml; without it every paragraph is plain."""
    styles = Styles()
    for element in [] if root is None else root:
        key = value(element, "styleId")
        if local(element) == "style" and key and value(element, "type") in ("paragraph", None):
            name = (value(child(element, "name")) or key).lower()
            own = _manner(child(element, "pPr"), name, child(element, "rPr"))
            styles.declared[key] = own, value(child(element, "basedOn"))
            if value(element, "default") == "1":
                styles.standard = key
    return styles


def _manner(properties: Element | None, name: str, run: Element | None = None) -> Manner:
    outline = _integer(value(child(properties, "outlineLvl")))
    named = _HEADING.match(name)
    heading = int(named.group(1)) if named else 1 if name in _TITLES else 2 if name in _SUBTITLES else None
    if heading is None and outline is not None:
        heading = outline + 1 if outline < 9 else 0
    numbering = child(properties, "numPr")
    number = None
    if numbering is not None:
        key, level = value(child(numbering, "numId")), _integer(value(child(numbering, "ilvl")))
        number = (key, min(8, max(0, level or 0))) if key else None
    before, bold = child(properties, "pageBreakBefore"), child(run, "b")
    return Manner(
        heading=heading,
        is_contents=bool(_CONTENTS.match(name)),
        is_list=bool(_LIST.match(name)) or (number is not None and number[0] != "0"),
        starts_page=None if before is None else is_on(before),
        is_bold=None if bold is None else is_on(bold),
        number=number,
    )


def _joined(own: Manner, inherited: Manner) -> Manner:
    return Manner(
        heading=inherited.heading if own.heading is None else own.heading,
        is_contents=own.is_contents or inherited.is_contents,
        is_list=own.is_list or (inherited.is_list and not (own.number and own.number[0] == "0")),
        starts_page=inherited.starts_page if own.starts_page is None else own.starts_page,
        is_bold=inherited.is_bold if own.is_bold is None else own.is_bold,
        number=inherited.number if own.number is None else own.number,
    )


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Word's automatic numbers, which stand in no text: "Artikel 3", "2.1", "b)"."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by abstractNumId
    lists: dict[str, str] = field(default_factory=dict)  # numId to abstractNumId
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def next(self, number: tuple[str, int] | None) -> str:
        """Count one paragraph on and return its number, "•" for a bullet, "" for none."""
        if number is None:
            return ""
        key, level = self.lists.get(number[0]), number[1]
        found = self.levels.get(key or "", {}).get(level)
        if key is None or found is None:
            return ""
        counts = self.counts[key]
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in [inner for inner in counts if inner > level]:
            del counts[deeper]
        if found.form in ("bullet", "none"):
            return "•" if found.form == "bullet" and found.text else ""
        return re.sub(r"%([1-9])", lambda sign: self._shown(key, int(sign.group(1)) - 1), found.text).strip()

    def _shown(self, key: str, level: int) -> str:
        found = self.levels[key].get(level)
        if found is None:
            return ""
        return _written(self.counts[key].get(level, found.start), found.form)


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return text[:5].upper() if form == "upperLetter" else text[:5]
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = ""
        for worth, letters in _ROMAN:
            text += letters * (count // worth)
            count %= worth
        return text.upper() if form == "upperRoman" else text
    return f"{count:02d}" if form == "decimalZero" else str(count)


def read_numbering(root: Element | None) -> Numbering:
    """Read word/numbering.xml; without it nothing is numbered."""
    numbering = Numbering()
    for element in [] if root is None else root:
        if local(element) == "abstractNum" and (key := value(element, "abstractNumId")):
            numbering.levels[key] = {
                _integer(value(level, "ilvl")) or 0: _Level(
                    value(child(level, "numFmt")) or "decimal",
                    (value(child(level, "lvlText")) or "")[:60],
                    _integer(value(child(level, "start"))) or 0,
                )
                for level in element
                if local(level) == "lvl"
            }
        elif local(element) == "num" and (key := value(element, "numId")):
            numbering.lists[key] = value(child(element, "abstractNumId")) or ""
    return numbering
