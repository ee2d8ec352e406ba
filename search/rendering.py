"""Page images with what was found marked on them, and the rectangles of a range of characters.

Decides nothing about who may see a page: the caller has a Reader and has asked.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from search.errors import NotFound
from search.types import Box, Page, Span, Word

LONGEST_SIDE = 3_000
"""Pixels. A page of 842 points at scale 2 has 1,684."""

PASSAGE = (255, 243, 176)
SENTENCE = (255, 214, 74)
"""Colours of the two marks; they are multiplied with the page, so that black text stays black on them."""

_LOCK = Lock()  # pdfium is not thread-safe, not even for two different documents
_GONE = "Deze bladzijde kan niet getoond worden."
_MARGIN = 0.0015  # of the page, around a mark: a loose box ends where the letter does
_SAME_LINE = 0.5  # of a word's height that must overlap with the line so far


def render(pdf: Path, page: int, scale: float, marks: Sequence[Box], sentence: Sequence[Box]) -> bytes:
    """Draw one page as a WebP image.

    Args:
        pdf: The original, or the rendition of a format without pages.
        page: From 1.
        scale: Pixels to a point; less where the image would be longer than LONGEST_SIDE.
        marks: Rectangles of the passage, marked light.
        sentence: Rectangles of the sentence that answers, marked stronger.

    Raises:
        NotFound: The file or the page is not there or cannot be read.
    """
    try:
        with _LOCK:
            image = _drawn(pdf, page, scale)
    except (pypdfium2.PdfiumError, OSError, ValueError, IndexError, MemoryError) as error:
        raise NotFound(_GONE) from error
    image = _marked(image, marks, PASSAGE)
    image = _marked(image, sentence, SENTENCE)
    target = io.BytesIO()
    # Measured at scale 1.5: WebP of quality 80 takes half the time of PNG at the same size.
    image.save(target, "WEBP", quality=80, method=2)
    return target.getvalue()


def _drawn(pdf: Path, page: int, scale: float) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        handle = document[page - 1]
        longest = max(handle.get_size())
        if not longest > 0 or not scale > 0:
            raise ValueError("a page without size")
        bitmap = handle.render(scale=min(scale, LONGEST_SIDE / longest), rev_byteorder=True)
        image: Image.Image = bitmap.to_pil().convert("RGB")  # a copy: the bitmap ends with the document
        return image
    finally:
        document.close()


def _marked(image: Image.Image, boxes: Sequence[Box], colour: tuple[int, int, int]) -> Image.Image:
    """Multiply the colour into the image within the boxes, like a marker pen."""
    if not boxes:
        return image
    wide, high = image.size
    layer = Image.new("RGB", image.size, (255, 255, 255))
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        edges = (
            max(0.0, box.left - _MARGIN) * wide,
            max(0.0, box.top - _MARGIN) * high,
            min(1.0, box.right + _MARGIN) * wide,
            min(1.0, box.bottom + _MARGIN) * high,
        )
        draw.rectangle(edges, fill=colour)
    return ImageChops.multiply(image, layer)


def boxes(page: Page, spans: Sequence[Span]) -> list[Box]:
    """Return the rectangles of ranges of characters on a page, one for each printed line of each range.

    Spans of other pages are passed over. A word that is in a range for a part is marked whole. Empty where the
    page has no positions.
    """
    found: list[Box] = []
    for span in spans:
        if span.page == page.number:
            found += _lines([word for word in page.words if word.start < span.end and word.end > span.start])
    return found


def _lines(words: Sequence[Word]) -> list[Box]:
    """Join words that follow each other on one printed line."""
    found: list[Box] = []
    for word in words:
        box = word.box
        if found and _continues(found[-1], box):
            last = found[-1]
            found[-1] = Box(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            found.append(box)
    return found


def _continues(line: Box, box: Box) -> bool:
    overlap = min(line.bottom, box.bottom) - max(line.top, box.top)
    height = min(line.bottom - line.top, box.bottom - box.top)
    return overlap > _SAME_LINE * height > 0 and box.left >= line.left
