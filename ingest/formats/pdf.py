"""PDF: text and positions by pdfium; what pdfium refuses is tried once more with pypdf, without positions.

Runs no scripts, follows no links, opens no attachments.
"""

import ctypes
import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.cleaning import clean, flat
from ingest.pdf_lines import Gathered, compose
from ingest.pdf_page import Handle, gather
from ingest.types import Extraction, Line, ReadPage, Role
from search.types import Outcome, Page

EXTENSIONS = (".pdf",)

MOST_PAGES = 5_000
MOST_CHARACTERS = 30_000_000  # of one document
MOST_BOOKMARKS = 2_000
MOST_SECOND_TRIES = 20  # pages without text that pypdf looks at too: it needs some 20 ms for a page

_FEW = 60  # letters and digits on a page: a stamp or page number over a scan stays below this
# Share of lines that end in a divided word, from which a machine divides them: typed hyphens ended 0.1 % of the
# lines of the council files, machines divide one line in ten.
_HYPHENATED = 0.01
_SCAN_SHARE = 0.5  # of the page that one image covers
_PASSWORD_ERRORS = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)

LOCKED = "Het bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en lees het opnieuw in."
DAMAGED = (
    "Het bestand is beschadigd of geen volledige PDF. Vraag het opnieuw op, of open het en bewaar het als nieuwe PDF."
)
NO_TEXT = "Het bestand is een scan zonder tekstlaag. Laat er tekstherkenning (OCR) op los en lees het opnieuw in."
EMPTY = "Het bestand heeft alleen lege bladzijden. Controleer of het juiste bestand bewaard is."
TOO_LONG = f"Het bestand heeft meer dan {MOST_PAGES} bladzijden. Splits het en lees de delen in."
TOO_MUCH = "Het bestand bevat uitzonderlijk veel tekst; de laatste bladzijden zijn niet gelezen. Splits het bestand."

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings tell of repairs; we report outcomes


def extract(path: Path, data: bytes) -> Extraction:
    """Read a PDF from its bytes; `path` only names it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _PASSWORD_ERRORS:
            return _by_pypdf(data) if error.err_code == pdfium.FPDF_ERR_SECURITY else _refused()
        return _by_pypdf(data)
    try:
        count = len(document)
        if count == 0:
            return _by_pypdf(data)
        if count > MOST_PAGES:
            return Extraction(Outcome.LIMIT, message=TOO_LONG)
        return _read(document, count, data)
    finally:
        document.close()


def _refused() -> Extraction:
    return Extraction(Outcome.PASSWORD, message=LOCKED)


def _read(document: pypdfium2.PdfDocument, count: int, data: bytes) -> Extraction:
    gathered: list[Gathered] = []
    failed: list[int] = []
    scans: list[int] = []
    has_marks, left = False, MOST_CHARACTERS
    for number in range(1, count + 1):
        handle = pdfium.FPDF_LoadPage(document.raw, number - 1)
        if not handle:
            failed.append(number)
            gathered.append(Gathered(number, 595.0, 842.0))
            continue
        try:
            found = gather(handle, number)
            if (letters := found.letters) < _FEW:
                marks = pdfium.FPDFPage_CountObjects(handle) > 0
                has_marks |= marks
                if marks and (not found.printed or _is_scan(handle)):
                    scans.append(number)
        finally:
            pdfium.FPDF_ClosePage(handle)
        gathered.append(found)
        left -= letters
        if left < 0:
            break
    divisions, lines = sum(found.divisions for found in gathered), sum(len(found.printed) for found in gathered)
    pages = [compose(found, divisions > _HYPHENATED * lines) for found in gathered]
    pages = _second_try(pages, [*failed, *scans], data)
    _drop(scans, pages, failed)
    title = flat(document.get_metadata_value("Title"))
    pages = _with_outline(document, pages)
    return _concluded(pages, title, failed, scans, has_marks, is_cut=left < 0)


def _blank(number: int) -> ReadPage:
    return ReadPage(Page(number, "", 595.0, 842.0), ())


def _letters(read: ReadPage) -> int:
    text = read.page.text
    return _FEW if len(text) > 8 * _FEW else sum(map(str.isalnum, text))


def _is_scan(handle: Handle) -> bool:
    """Tell whether one image covers most of the page."""
    area = pdfium.FPDF_GetPageWidthF(handle) * pdfium.FPDF_GetPageHeightF(handle)
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(50, pdfium.FPDFPage_CountObjects(handle))):
        item = pdfium.FPDFPage_GetObject(handle, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges))
            left, low, right, top = (edge.value for edge in edges)
            if (right - left) * (top - low) > _SCAN_SHARE * area:
                return True
    return False


def _second_try(pages: list[ReadPage], numbers: list[int], data: bytes) -> list[ReadPage]:
    """Let pypdf look at pages that gave nothing although they draw text."""
    numbers = [number for number in numbers if not pages[number - 1].page.text][:MOST_SECOND_TRIES]
    if not numbers:
        return pages
    found = list(pages)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        for number in numbers:
            contents = reader.pages[number - 1].get_contents()
            if contents is not None and any(sign in contents.get_data() for sign in (b"Tj", b"TJ", b" Do")):
                found[number - 1] = _page_by_pypdf(reader.pages[number - 1], number)
    except Exception:  # noqa: S110 - pypdf raises anything; what pdfium gave stands
        pass
    return found


def _drop(scans: list[int], pages: list[ReadPage], failed: list[int]) -> None:
    """Take the pages that pypdf recovered off both lists."""
    scans[:] = [number for number in scans if _letters(pages[number - 1]) < _FEW]
    failed[:] = [number for number in failed if not pages[number - 1].page.text]


def _page_by_pypdf(page: pypdf.PageObject, number: int) -> ReadPage:
    rows = [flat(row) for row in clean(page.extract_text()).splitlines()]
    rows = [row for row in rows if row]
    lines, start = [], 0
    for row in rows:
        lines.append(Line(start, start + len(row)))
        start += len(row) + 1
    box = page.cropbox
    size = float(box.width) or 595.0, float(box.height) or 842.0
    width, height = size if (page.rotation or 0) % 180 == 0 else size[::-1]
    return ReadPage(Page(number, "\n".join(rows), width, height), tuple(lines))


def _by_pypdf(data: bytes) -> Extraction:
    """Read the whole file with pypdf, without positions."""
    pages, failed = [], []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return _refused()
        count = len(reader.pages)
    except (pypdf.errors.FileNotDecryptedError, pypdf.errors.DependencyError):
        return _refused()
    except Exception:  # not only its own classes: 15 of 945 refusals of damaged files were others
        return Extraction(Outcome.CORRUPT, message=DAMAGED)
    if not 0 < count <= MOST_PAGES:
        limit = count > MOST_PAGES
        return Extraction(Outcome.LIMIT if limit else Outcome.CORRUPT, message=TOO_LONG if limit else DAMAGED)
    for number in range(1, count + 1):
        try:
            pages.append(_page_by_pypdf(reader.pages[number - 1], number))
        except Exception:  # idem
            failed.append(number)
            pages.append(_blank(number))
    if len(failed) == count or not any(read.page.text for read in pages):
        return Extraction(Outcome.CORRUPT, message=DAMAGED)
    return _concluded(pages, "", failed, [], True, is_cut=False)


def _concluded(
    pages: list[ReadPage], title: str, failed: list[int], scans: list[int], has_marks: bool, is_cut: bool
) -> Extraction:
    """Weigh what was read into one outcome and one Dutch message."""
    kept = tuple(pages)
    first = failed[0] if failed else None
    if len(failed) == len(pages):
        return Extraction(Outcome.CORRUPT, message=DAMAGED, failed_page=first)
    if not any(read.page.text for read in pages) and not failed:
        if has_marks:
            return Extraction(Outcome.NO_TEXT, kept, title, NO_TEXT)
        return Extraction(Outcome.EMPTY, kept, title, EMPTY)
    if scans and len(scans) == len(pages):
        return Extraction(Outcome.NO_TEXT, kept, title, NO_TEXT)
    messages = []
    if failed:
        messages.append(f"{_pages(failed)} niet gelezen: beschadigd. Vraag het bestand opnieuw op.")
    if scans:
        messages.append(f"{_pages(scans)} zonder tekstlaag (scan). Laat er tekstherkenning (OCR) op los.")
    if is_cut:
        messages.append(TOO_MUCH)
    outcome = Outcome.PARTIAL if failed or is_cut else Outcome.OK
    return Extraction(outcome, kept, title, " ".join(messages), first)


def _pages(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"1 bladzijde ({numbers[0]})"
    shown = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
    return f"{len(numbers)} bladzijden ({shown})"


def _with_outline(document: pypdfium2.PdfDocument, pages: list[ReadPage]) -> list[ReadPage]:
    """Mark the lines that a bookmark names as headings; a bookmark that matches no line changes nothing."""
    for title, index, level in _bookmarks(document):
        if not 0 <= index < len(pages):
            continue
        read = pages[index]
        for position, line in enumerate(read.lines):
            row = read.page.text[line.start : line.end].casefold()
            # A long title goes on over the next lines; of four characters or less any line might begin so.
            if row == title or (len(row) > 20 and title.startswith(row)):
                lines = list(read.lines)
                lines[position] = replace(line, role=Role.HEADING, level=level)
                pages[index] = ReadPage(read.page, tuple(lines))
                break
    return pages


def _bookmarks(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int, int]]:
    """Yield title in lower case, page index and level from 1, at most MOST_BOOKMARKS."""
    for count, bookmark in enumerate(document.get_toc(max_depth=6)):
        if count >= MOST_BOOKMARKS:
            return
        target = bookmark.get_dest()
        index = target.get_index() if target else None
        if index is not None and (title := flat(bookmark.get_title()).casefold()):
            yield title, index, bookmark.level + 1
