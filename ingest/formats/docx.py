"""Word: the text in body order, with Word's page breaks, set in type as a reading copy.

Runs no macros, loads no template, picture or other outside part; the package is measured before it is opened.
"""

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from ingest.cleaning import flat
from ingest.docx_blocks import Reader
from ingest.docx_styles import Element, local, read_numbering, read_styles, value
from ingest.types import Extraction, Role
from ingest.typeset import Paragraph, typeset
from search.types import Outcome

EXTENSIONS = (".docx", ".docm", ".dotx")

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200_000_000  # bytes, of all parts together
MOST_XML = 60_000_000  # bytes of one part that is parsed; lxml needs some ten times as much
MOST_RATIO = 150  # unpacked to packed, for parts above 1 MB; real text reaches 40

DAMAGED = "Het Word-bestand is beschadigd. Open het in Word, herstel het en bewaar het opnieuw als .docx of als PDF."
LIMIT = "Het Word-bestand is uitgepakt te groot om te lezen. Splits het, of bewaar het als PDF en lees dat in."
EMPTY = "Het Word-bestand bevat geen tekst. Controleer of het juiste bestand bewaard is."
NO_TEXT = "Het Word-bestand bevat alleen afbeeldingen. Laat er tekstherkenning (OCR) op los en lees het opnieuw in."
LOCKED = "Het bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en lees het opnieuw in."
OLD_WORD = "Dit is een oud Word-bestand (.doc) onder een andere naam. Open het in Word en bewaar het als .docx."
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = "word/document.xml"


def extract(path: Path, data: bytes) -> Extraction:
    """Read a Word file from its bytes; `path` only names it."""
    if data.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in data
        return (
            Extraction(Outcome.PASSWORD, message=LOCKED)
            if is_locked
            else Extraction(Outcome.UNSUPPORTED, message=OLD_WORD)
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if _is_too_large(package):
                return Extraction(Outcome.LIMIT, message=LIMIT)
            return _read(path, package)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, KeyError, NotImplementedError, OSError, ValueError):
        return Extraction(Outcome.CORRUPT, message=DAMAGED)
    except RuntimeError:  # zipfile's word for an entry that is encrypted
        return Extraction(Outcome.PASSWORD, message=LOCKED)


def _is_too_large(package: zipfile.ZipFile) -> bool:
    entries = package.infolist()
    return (
        len(entries) > MOST_ENTRIES
        or sum(entry.file_size for entry in entries) > MOST_UNPACKED
        or any(
            entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
            for entry in entries
            if entry.filename.endswith((".xml", ".rels"))
        )
        or any(entry.file_size > MOST_XML for entry in entries if entry.filename.endswith(".xml"))
    )


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    """Parse one part; None where the package has none."""
    try:
        entry = package.getinfo(name)
    except KeyError:
        return None
    with package.open(entry) as stream:
        data = stream.read(MOST_XML + 1)  # what it really unpacks to, whatever its header says
    if len(data) > MOST_XML:
        raise ValueError("part larger than it says")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _related(package: zipfile.ZipFile, name: str, kind: str) -> list[str]:
    """Return the parts of one kind that a part refers to, within the package."""
    folder, _, file = name.rpartition("/")
    root = _part(package, f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found = []
    for relation in [] if root is None else root:
        if (value(relation, "Type") or "").endswith(f"/{kind}") and value(relation, "TargetMode") != "External":
            target = value(relation, "Target") or ""
            found.append(target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/"))
    return found


def _read(path: Path, package: zipfile.ZipFile) -> Extraction:
    main = next(iter(_related(package, "", "officeDocument")), _MAIN)
    root = _part(package, main)
    if root is None or local(root) != "document":
        return Extraction(Outcome.CORRUPT, message=DAMAGED)

    def first(kind: str) -> Element | None:
        return _part(package, next(iter(_related(package, main, kind)), ""))

    reader = Reader(read_styles(first("styles")), read_numbering(first("numbering")))
    body = list(reader.blocks(root))
    for kind in ("footnotes", "endnotes"):
        body += _notes(first(kind), reader)
    title = _title(package)
    if not any(block.text for block in body):
        has_images = any("/media/" in name for name in package.namelist())
        outcome, message = (Outcome.NO_TEXT, NO_TEXT) if has_images else (Outcome.EMPTY, EMPTY)
        return Extraction(outcome, title=title, message=message)
    blocks = _furniture(package, main, reader) + body
    while blocks and not blocks[-1].text:
        blocks.pop()
    pages, rendition = typeset(blocks, path.name)
    return Extraction(Outcome.OK, pages, title, rendition=rendition)


def _notes(root: Element | None, reader: Reader) -> list[Paragraph]:
    found = []
    for note in [] if root is None else root:
        if value(note, "type") in (None, "normal"):
            found += [block for block in reader.blocks(note) if block.text]
    return found


def _furniture(package: zipfile.ZipFile, main: str, reader: Reader) -> list[Paragraph]:
    """Return the headers and footers, each text once: they may name the body or the date."""
    texts: dict[str, None] = {}
    for kind in ("header", "footer"):
        for name in _related(package, main, kind)[:12]:
            root = _part(package, name)
            for block in [] if root is None else reader.blocks(root):
                if re.search(r"[^\W\d]{3}", block.text):
                    texts[block.text] = None
    return [Paragraph(text, Role.FURNITURE) for text in texts]


def _title(package: zipfile.ZipFile) -> str:
    name = next(iter(_related(package, "", "core-properties")), "docProps/core.xml")
    try:
        root = _part(package, name)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    for element in [] if root is None else root:
        if local(element) == "title":
            return flat(element.text or "")
    return ""
