"""The letters of the reading copies: which there are, and how wide.

Draws nothing.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

PLAIN, BOLD = "Streek", "Streek-Bold"


@lru_cache(maxsize=1)
def register() -> None:
    """Make the two faces known to reportlab. Vera comes with it and covers Latin-1 and Word's punctuation."""
    pdfmetrics.registerFont(TTFont(PLAIN, "Vera.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, "VeraBd.ttf"))


@lru_cache(maxsize=200_000)
def width(text: str, font: str) -> float:
    """Return the width at a size of one point."""
    face = _face(font)
    widths, default = face.charWidths, face.defaultWidth
    return float(sum(widths.get(ord(sign), default) for sign in drawable(text, font))) / 1000


def _face(font: str) -> TTFontFace:
    face: TTFontFace = getattr(pdfmetrics.getFont(font), "face")  # noqa: B009 - mypy knows no subclass here
    return face


def drawable(text: str, font: str) -> str:
    """Return the text with signs that the font lacks replaced, one for one."""
    glyphs = _face(font).charToGlyph
    if all(ord(sign) in glyphs for sign in text):
        return text
    return "".join(_stand_in(sign, glyphs) for sign in text)


def _stand_in(sign: str, glyphs: Mapping[int, int]) -> str:
    if ord(sign) in glyphs:
        return sign
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if ord(base) in glyphs else "?"
