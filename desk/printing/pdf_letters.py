"""The letters of a note as PDF: Vera, which comes with reportlab, in four cuts. Draws nothing, knows no notes."""

import unicodedata
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD, ITALIC, BOTH = "Desk", "Desk-Bold", "Desk-Italic", "Desk-BoldItalic"
_FILES: Final = {PLAIN: "Vera.ttf", BOLD: "VeraBd.ttf", ITALIC: "VeraIt.ttf", BOTH: "VeraBI.ttf"}
_UNSEEN: Final = frozenset({"Cf", "Cc", "Cs"})  # marks of direction, joiners, soft hyphens: nothing to draw
_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"  # the font draws it, in the middle of a word
_UNKNOWN: Final = "?"


@lru_cache(maxsize=1)
def register() -> None:
    """Make the four cuts known to reportlab, as one family."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily(PLAIN, PLAIN, BOLD, ITALIC, BOTH)


def drawable(text: str) -> str:
    """Return a text in letters that the font has: "ő" as "o", "漢" as a question mark. Line breaks stay."""
    glyphs = _glyphs()
    composed = unicodedata.normalize("NFC", text)
    if all(ord(sign) in glyphs or sign == "\n" for sign in composed):
        return composed
    return "".join(sign if ord(sign) in glyphs or sign == "\n" else _stand_in(sign) for sign in composed)


def markup(text: str) -> str:
    """Return a text as reportlab's paragraphs read it: nothing in it is an instruction, a line break is one."""
    return escape(drawable(text)).replace("\n", "<br/>")


@lru_cache(maxsize=4_096)
def _stand_in(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in _UNSEEN or unicodedata.combining(sign):
        return ""
    glyphs = _glyphs()
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if ord(part) in glyphs)
    return plain or _UNKNOWN


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    """Return the characters that all four cuts have and that may be drawn."""
    register()
    faces = (getattr(pdfmetrics.getFont(name), "face") for name in _FILES)  # noqa: B009 - mypy knows no subclass here
    return frozenset.intersection(*(frozenset(face.charToGlyph) for face in faces)) - {ord(_SOFT_HYPHEN)}
