"""The looks of a note as PDF: those of the Word template that comes with the project. Constants."""

from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from desk.pdf_letters import BOLD, ITALIC, PLAIN, register

register()

ACCENT, PALE, GREY, BLACK = (HexColor(code) for code in ("#0B5A78", "#9DBDC9", "#595959", "#000000"))
_INDENT: Final = 14

TEXT: Final = ParagraphStyle(
    "text", fontName=PLAIN, fontSize=9.5, leading=14, textColor=BLACK, spaceAfter=6, allowWidows=0, allowOrphans=0,
    bulletFontName=PLAIN, bulletFontSize=9.5, splitLongWords=1,
)  # fmt: skip
TITLE: Final = ParagraphStyle("title", TEXT, fontName=BOLD, fontSize=20, leading=26, textColor=ACCENT, spaceAfter=4)
SUBTITLE: Final = ParagraphStyle("subtitle", TEXT, fontSize=12.5, leading=17, textColor=GREY, spaceAfter=14)
FACT: Final = ParagraphStyle("fact", TEXT, leftIndent=80, spaceAfter=2)
CONTENTS: Final = ParagraphStyle(
    "contents", TEXT, fontName=BOLD, fontSize=11.5, leading=16, textColor=ACCENT, spaceBefore=18, spaceAfter=2
)
CONTENTS_LINE: Final = ParagraphStyle("contents-line", TEXT, spaceAfter=0, rightIndent=30)
CONTENTS_TABLE: Final = TableStyle([(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")])
HEADING: Final = ParagraphStyle(
    "heading", TEXT, fontName=BOLD, fontSize=14, leading=18, textColor=ACCENT, spaceBefore=24, spaceAfter=8
)
LEAD: Final = ParagraphStyle("lead", TEXT, fontName=BOLD, spaceBefore=10, spaceAfter=3)
QUOTE: Final = ParagraphStyle("quote", TEXT, leftIndent=_INDENT, rightIndent=_INDENT, spaceAfter=4)
REMARK: Final = ParagraphStyle(
    "remark", TEXT, fontName=ITALIC, fontSize=8.5, leading=12.5, textColor=GREY, leftIndent=_INDENT, rightIndent=_INDENT
)
ITEM: Final = ParagraphStyle("item", TEXT, leftIndent=_INDENT, spaceAfter=3, bulletColor=ACCENT)
SOURCE: Final = ParagraphStyle(
    "source", TEXT, fontSize=8.5, leading=12, leftIndent=26, spaceAfter=4, bulletFontSize=8.5
)
