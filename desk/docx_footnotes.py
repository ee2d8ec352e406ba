"""The footnotes of a Word file, which python-docx cannot make. Knows nothing of notes."""

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desk.docx_xml import Xml, element, linked, run

_SEPARATORS: Final = {"separator": "-1", "continuationSeparator": "0"}
_AFTER_FOOTNOTES: Final = (
    "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
    "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade",
    "w:captions", "w:readModeInkLockDown", "w:smartTagType", "sl:schemaLibrary", "w:shapeDefaults",
    "w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip
"""What stands behind w:footnotePr in a document's settings (ECMA-376, CT_Settings)."""
_AFTER_UPDATE: Final = ("w:hdrShapeDefaults", "w:footnotePr", *_AFTER_FOOTNOTES)


class Footnotes:
    """The footnotes of a document: those that its template had are gone, the lines above them stay."""

    def __init__(self, document: Document, mark: str, text: str):
        """Begin without footnotes.

        Args:
            document: Whose they are.
            mark: The id of the style of the number.
            text: The id of the style of the text.
        """
        self._mark, self._text, self._count = mark, text, 0
        self._part = _part(document)

    def add(self, title: str, rest: str, address: str | None) -> int:
        """Add one and return its number: the title, linked where there is an address, and what stands behind it."""
        self._count += 1
        shown = run(title)
        if address:
            relation = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            shown = linked([run(title, self._link)], relation=relation)
        paragraph = element(
            "w:p",
            element("w:pPr", element("w:pStyle", w_val=self._text)),
            run("", self._mark, element("w:footnoteRef")),
            run("\t"),
            shown,
            run(rest),
        )
        self._part.element.append(element("w:footnote", paragraph, w_id=str(self._count)))
        return self._count


def updating(document: Document) -> None:
    """Let Word compute the fields of a document when it is opened."""
    settings = document.settings.element
    for old in settings.findall(qn("w:updateFields")):
        settings.remove(old)
    settings.insert_element_before(element("w:updateFields", w_val="true"), *_AFTER_UPDATE)
