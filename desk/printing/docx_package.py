"""Opens the template of a note and packs the Word file that is made of it. Knows nothing of notes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.styles.style import BaseStyle
from lxml.etree import LxmlError

from search.errors import KnowledgeBaseError

OURS: Final = Path(__file__).parent / "templates" / "briefing.docx"
_LARGEST: Final = 100 * 2**20  # bytes unpacked: a template holds a logo, not a film
_DAMAGE: Final = (
    OpcError, LxmlError, zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, LookupError,
    AttributeError, TypeError,
)  # fmt: skip
"""What python-docx and zipfile raise over 700 damaged templates."""
_MACROS: Final = "vbaproject"
_NO_FILE: Final = "Het sjabloon {name} is er niet of kan niet gelezen worden."
_NO_WORD: Final = (
    "Het sjabloon {name} is geen Word-document, of het is beschadigd. Bewaar het in Word als “Word-document (.docx)”."
)
_HAS_MACROS: Final = (
    "Het sjabloon {name} bevat macro’s. Bewaar het in Word als “Word-document (.docx)”, zonder macro’s."
)
_TOO_LARGE: Final = "Het sjabloon {name} is te groot. Verklein de afbeeldingen die erin staan."
_NO_STYLES: Final = (
    "In het sjabloon {name} ontbreken deze stijlen: {styles}. Vertrek van het meegeleverde sjabloon, of maak ze aan."
)


class TemplateUnusable(KnowledgeBaseError):
    """No note can be made with this template; the message is in Dutch and says what to do about it."""


def opened(template: Path) -> Document:
    """Return a template, without the text that stands in it.

    Raises:
        TemplateUnusable: It is not there, no Word document, too large, or has macros.
    """
    _check(template)
    with told(template):
        _check_parts(template)
        document = docx.Document(str(template))
        document.element.body.clear_content()
        return document


@contextmanager
def told(template: Path) -> Iterator[None]:
    """Tell in Dutch of whatever a damaged template does to the code that reads it.

    Raises:
        TemplateUnusable: It is damaged.
    """
    try:
        yield
    except _DAMAGE as error:
        raise TemplateUnusable(_NO_WORD.format(name=template.name)) from error


def styles_of(document: Document, template: Path, wanted: dict[str, str]) -> dict[str, BaseStyle]:
    """Return the styles that a note needs, by the name that Word gives them in every language.

    Args:
        document: The opened template.
        template: Its file, for the message.
        wanted: Names, and what Dutch Word calls them.

    Raises:
        TemplateUnusable: Some are missing; all of them are named.
    """
    found = {style.name.casefold(): style for style in document.styles if style.name}
    missing = [dutch for name, dutch in wanted.items() if name.casefold() not in found]
    if missing:
        raise TemplateUnusable(_NO_STYLES.format(name=template.name, styles=", ".join(missing)))
    return {name: found[name.casefold()] for name in wanted}


def packed(document: Document) -> bytes:
    """Return a document as the bytes of a file: the same ones every time."""
    first, file = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in made.namelist():  # a ZipInfo of our own has no time in it
            package.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _check(template: Path) -> None:
    try:
        with zipfile.ZipFile(template) as package:
            parts = package.infolist()
    except OSError as error:
        raise TemplateUnusable(_NO_FILE.format(name=template.name)) from error
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise TemplateUnusable(_NO_WORD.format(name=template.name)) from error
    if template.suffix.lower() in (".docm", ".dotm") or any(_MACROS in part.filename.lower() for part in parts):
        raise TemplateUnusable(_HAS_MACROS.format(name=template.name))
    if sum(part.file_size for part in parts) > _LARGEST:
        raise TemplateUnusable(_TOO_LARGE.format(name=template.name))


def _check_parts(template: Path) -> None:
    """Read every part once: python-docx passes on unread what it has no use for, and Word would refuse the note."""
    with zipfile.ZipFile(template) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                parse_xml(package.read(name))
