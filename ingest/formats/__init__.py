"""The file formats that can be read, one module each; which one a file is, its first bytes tell before its name.

A module has EXTENSIONS and `extract(path, data)`, and is found because it lies here.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from ingest.types import Extraction
from ingest.typeset import TooLong
from search.types import Outcome

NAMES = tuple(sorted(module.name for module in iter_modules(__path__)))

EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {extension: name for name in NAMES for extension in import_module(f"{__name__}.{name}").EXTENSIONS}
)
"""File name extension, in lower case with its dot, to the name of the module that reads it."""

_PDF = b"%PDF-"
_PDF_HEAD = 1_024  # PDF 32000-1, annex H: readers accept the sign anywhere in these
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS = ((b"{\\rtf", ".rtf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<title")
_SAVE_AS = MappingProxyType(
    {
        ".doc": "Oude Word-bestanden (.doc) worden nog niet gelezen; open het in Word en bewaar het als .docx.",
        ".rtf": "RTF-bestanden worden nog niet gelezen; open het in Word en bewaar het als .docx.",
        ".odt": "OpenDocument-bestanden (.odt) worden nog niet gelezen; bewaar het als .docx of als PDF.",
        ".eml": "E-mailberichten worden nog niet gelezen; bewaar het bericht als PDF.",
        ".msg": "E-mailberichten worden nog niet gelezen; bewaar het bericht als PDF.",
        ".mht": "Webarchieven worden nog niet gelezen; bewaar de pagina als PDF.",
        ".xls": "Rekenbladen worden nog niet gelezen; bewaar het als PDF.",
        ".xlsx": "Rekenbladen worden nog niet gelezen; bewaar het als PDF.",
        ".ods": "Rekenbladen worden nog niet gelezen; bewaar het als PDF.",
        ".ppt": "Presentaties worden nog niet gelezen; bewaar ze als PDF.",
        ".pptx": "Presentaties worden nog niet gelezen; bewaar ze als PDF.",
        ".zip": "Een zip-bestand wordt niet gelezen; pak het uit en lees de bestanden in.",
    }
)
_IMAGE = "Afbeeldingen worden nog niet gelezen; laat er tekstherkenning (OCR) op los en bewaar het resultaat als PDF."
_IMAGES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic", ".heif"])
_UNKNOWN = "Dit soort bestand wordt niet gelezen; bewaar het als PDF of als .docx."
_DAMAGED = "Het bestand is beschadigd en kan niet gelezen worden. Vraag het opnieuw op of bewaar het als PDF."
_TOO_MUCH = "Het bestand vraagt meer geheugen dan toegelaten. Splits het, of bewaar het als PDF en lees dat in."
_TOO_DEEP = "Het bestand is zo ingewikkeld opgebouwd dat het niet veilig gelezen kan worden. Bewaar het als nieuwe PDF."
_TOO_LONG = "Het bestand bevat uitzonderlijk veel tekst. Splits het en lees de delen in."
_EMPTY = "Het bestand is leeg (0 bytes). Vraag het opnieuw op."


def extract(path: Path, data: bytes) -> Extraction:
    """Read a file from its bytes; `path` only names it. Never raises: what goes wrong becomes an outcome."""
    if not data:
        return Extraction(Outcome.EMPTY, message=_EMPTY)
    kind = recognise(path, data)
    name = EXTENSIONS.get(kind)
    if name is None:
        message = _IMAGE if kind in _IMAGES else _SAVE_AS.get(kind, _UNKNOWN)
        return Extraction(Outcome.UNSUPPORTED, message=message)
    try:
        found: Extraction = import_module(f"{__name__}.{name}").extract(path, data)
        return found
    except MemoryError:
        return Extraction(Outcome.MEMORY, message=_TOO_MUCH)
    except RecursionError:
        return Extraction(Outcome.LIMIT, message=_TOO_DEEP)
    except TooLong:
        return Extraction(Outcome.LIMIT, message=_TOO_LONG)
    except Exception:
        # Parsers of damaged files raise anything, and one file must never stop a run; tests/conformance looks for
        # defects of ours by reading sound files.
        return Extraction(Outcome.CORRUPT, message=_DAMAGED)


def recognise(path: Path, data: bytes) -> str:
    """Return the extension that fits the content; the file's own, in lower case, where content tells nothing."""
    own = path.suffix.lower()
    head = data[:_PDF_HEAD]
    if _PDF in head:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(own, data)
    if data.startswith(_OLE):
        return ".docx" if own in (".docx", ".docm") or _is_locked(data) else own if own in _SAVE_AS else ".doc"
    for sign, extension in _SIGNS:
        if data.startswith(sign):
            return extension
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if text.startswith(_HTML) or (text.startswith((b"<?xml", b"<!--")) and any(sign in text for sign in _HTML)):
        return own if EXTENSIONS.get(own) == "html" else ".html"
    return own


def _zipped(own: str, data: bytes) -> str:
    """Tell Word files from other packages by the names of their entries, which a zip repeats at its end."""
    if b"word/document.xml" in data or (own in (".docx", ".docm", ".dotx") and b"mimetypeapplication" not in data[:80]):
        return own if EXTENSIONS.get(own) == "docx" else ".docx"
    for sign, extension in (
        (b"xl/workbook.xml", ".xlsx"),
        (b"ppt/presentation.xml", ".pptx"),
        (b"opendocument", ".odt"),
    ):
        if sign in data:
            return extension
    return own if own in _SAVE_AS else ".zip"


def _is_locked(data: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in data
