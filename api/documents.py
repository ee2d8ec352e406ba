"""Page images and originals, for who may read the document. Nothing of them is kept by a cache in between."""

import re
from mimetypes import guess_type
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from search import KnowledgeBase
from search.errors import NotFound, QueryError
from search.types import Passage, Reader, Span

SCALE: Final = 2.0  # pixels per point: 1,190 by 1,684 for an A4, sharp on a screen of 1280 wide
LARGEST_ID: Final = 2**53
_PRIVATE: Final = "private, no-store"
_RANGE: Final = re.compile(r"(\d{1,7})-(\d{1,7})", re.ASCII)
_KNOWN_TYPES: Final = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
        "text/plain",
        "text/html",
    }
)


def page_image(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return a page as an image, with the passage `fragment` and its sentence `zin` (characters from-to) marked."""
    document, number = _identifier(request, "document"), _identifier(request, "number")
    marks, sentence = _marks(request, kb, reader, document, number)
    image = kb.page_image(document, number, reader, scale=SCALE, marks=marks, sentence=sentence)
    kind = "image/webp" if image[8:12] == b"WEBP" else "image/png"
    return Response(image, media_type=kind, headers={"Cache-Control": _PRIVATE})


def original(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the file as it was received, always as a download and never shown by the browser as ours."""
    path, name = kb.file(_identifier(request, "document"), reader)
    if not path.is_file():
        raise NotFound
    guessed = guess_type(name)[0]
    return FileResponse(
        path,
        media_type=guessed if guessed in _KNOWN_TYPES else "application/octet-stream",
        headers={
            "Content-Disposition": attachment(name),
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": _PRIVATE,
        },
    )


def attachment(name: str) -> str:
    """Return a Content-Disposition for a download under any name.

    Source: RFC 6266, section 5; the plain name for old programs, the full one as RFC 8187 writes it.
    """
    whole = re.sub(r"[\x00-\x1f\x7f/\\]", "_", name.encode("utf-8", "replace").decode("utf-8")) or "document"
    plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", whole)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"


def spans(passage: Passage, start: int, end: int) -> tuple[Span, ...]:
    """Return where the characters [start, end) of a passage's text stand on its pages.

    The text of a passage is that of its spans, joined by one line break, so every offset is a known place.
    """
    found = []
    offset = 0
    for span in passage.spans:
        length = span.end - span.start
        first, last = max(start - offset, 0), min(end - offset, length)
        if first < last:
            found.append(Span(span.page, span.start + first, span.start + last))
        offset += length + 1
    return tuple(found)


def _marks(
    request: Request, kb: KnowledgeBase, reader: Reader, document: int, number: int
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    wanted = request.query_params.get("fragment", "")
    if not wanted:
        return (), ()
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 17):
        raise QueryError("Het fragment is geen getal.")
    passage = next((p for p in kb.passages(document, reader) if p.id == int(wanted)), None)
    if passage is None:
        raise NotFound
    spot = _RANGE.fullmatch(request.query_params.get("zin", ""))
    sentence = spans(passage, int(spot[1]), int(spot[2])) if spot else ()
    return _on(passage.spans, number), _on(sentence, number)


def _on(places: tuple[Span, ...], number: int) -> tuple[Span, ...]:
    return tuple(place for place in places if place.page == number)


def _identifier(request: Request, key: str) -> int:
    value: int = request.path_params[key]
    if not 0 < value < LARGEST_ID:
        raise NotFound
    return value
