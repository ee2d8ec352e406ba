"""The looks of a note as PDF: those of the Word template that comes with the project. Constants."""

from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from desk.printing.pdf_letters import BOLD, ITALIC, PLAIN, register

register()

ACCENT, PALE, GREY, BLACK = (HexColor(code) for code in ("#0B5A78", "#9DBDC9", "#595959", "#000000"))
_INDENT: Final = 14

_BASE: Final = ParagraphStyle(
    "base", fontName=PLAIN, fontSize=9.5, leading=14, textColor=BLACK, spaceAfter=6, allowWidows=0, allowOrphans=0,
    bulletFontName=PLAIN, bulletFontSize=9.5, splitLongWords=1,
)  # fmt: skip
TEXT: Final = ParagraphStyle("text", _BASE, spaceBefore=5, spaceAfter=3)
TITLE: Final = ParagraphStyle("title", _BASE, fontName=BOLD, fontSize=20, leading=26, textColor=ACCENT, spaceAfter=8)
SUBTITLE: Final = ParagraphStyle("subtitle", _BASE, fontSize=12.5, leading=17, textColor=GREY, spaceAfter=14)
FACT: Final = ParagraphStyle("fact", _BASE, leftIndent=80, spaceAfter=2)
CONTENTS: Final = ParagraphStyle(
    "contents", _BASE, fontName=BOLD, fontSize=11.5, leading=16, textColor=ACCENT, spaceBefore=18, spaceAfter=2
)
CONTENTS_LINE: Final = ParagraphStyle("contents-line", _BASE, spaceAfter=0, rightIndent=30)
CONTENTS_TABLE: Final = TableStyle(
    [("FONTNAME", (0, 0), (-1, -1), PLAIN)]
    + [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")]
)
HEADING: Final = ParagraphStyle(
    "heading", _BASE, fontName=BOLD, fontSize=14, leading=18, textColor=ACCENT, spaceBefore=24, spaceAfter=8
)
LEAD: Final = ParagraphStyle("lead", _BASE, fontName=BOLD, spaceBefore=10, spaceAfter=3)
NEXT_LEAD: Final = ParagraphStyle("next-lead", LEAD, spaceBefore=4)
QUOTE: Final = ParagraphStyle("quote", _BASE, leftIndent=_INDENT, rightIndent=_INDENT, spaceAfter=4)
REMARK: Final = ParagraphStyle(
    "remark",
    _BASE,
    fontName=ITALIC,
    fontSize=8.5,
    leading=12.5,
    textColor=GREY,
    leftIndent=_INDENT,
    rightIndent=_INDENT,
)
LABEL: Final = ParagraphStyle("label", REMARK, fontName=PLAIN, spaceBefore=4, spaceAfter=1)
ITEM: Final = ParagraphStyle("item", _BASE, leftIndent=_INDENT, spaceAfter=3, bulletColor=ACCENT)
SOURCE: Final = ParagraphStyle(
    "source", _BASE, fontSize=8.5, leading=12, leftIndent=26, spaceAfter=4, bulletFontSize=8.5
)
