"""The footnotes of a Word file, which python-docx cannot make. Knows nothing of notes."""

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desk.printing.docx_xml import Xml, element, linked, run

_LINES: Final = {"separator": "-1", "continuationSeparator": "0"}
"""What sets footnotes off from the text, with the ids that Word gives them."""
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

    def __init__(self, document: Document, mark: str, text: str, link: str) -> None:
        """Begin without footnotes.

        Args:
            document: Whose they are.
            mark: The id of the style of a number.
            text: The id of the style of a text.
            link: The id of the style of a link.
        """
        self._mark, self._text, self._link = mark, text, link
        self._part = _part(document)
        taken = [_id(note) for note in self._part.element]
        _list_separators(document, taken)
        self._next = max(1, *(each + 1 for each in taken))

    def add(self, title: str, rest: str, address: str | None) -> str:
        """Add one and return its id: the title, linked where there is an address, and what stands behind it."""
        own_id, self._next = str(self._next), self._next + 1
        shown = run(title)
        if address:
            relation = f"rId{own_id}"  # relate_to would first look at all others: 25 s for 3,000 of them
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, relation, is_external=True)
            shown = linked([run(title, self._link)], relation=relation)
        paragraph = element(
            "w:p",
            element("w:pPr", element("w:pStyle", w_val=self._text)),
            run("", self._mark, element("w:footnoteRef")),
            run("\t"),
            shown,
            run(rest),
        )
        self._part.element.append(element("w:footnote", paragraph, w_id=own_id))
        return own_id

    def mark(self, own_id: str) -> Xml:
        """Return the run that refers to a footnote."""
        return run("", self._mark, element("w:footnoteReference", w_id=own_id))


def updating(document: Document) -> None:
    """Let Word compute the fields of a document when it is opened."""
    _replace(document, element("w:updateFields", w_val="true"), _AFTER_UPDATE)


def _part(document: Document) -> XmlPart:
    """Return the part that holds footnotes, with nothing in it but the lines that set them off."""
    part = document.part
    found = [
        each for each in part.rels.values() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES and not each.is_external
    ]
    root = parse_xml(found[0].target_part.blob) if found else element("w:footnotes")
    for note in list(root):
        if note.get(qn("w:type")) not in _LINES:
            root.remove(note)
    if not len(root):
        root.extend(_line(kind, own_id) for kind, own_id in _LINES.items())
    for each in found:
        part.rels.pop(each.rId)
    made = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
    return made


def _line(kind: str, own_id: str) -> Xml:
    return element("w:footnote", element("w:p", run("", None, element(f"w:{kind}"))), w_type=kind, w_id=own_id)


def _list_separators(document: Document, ids: list[int]) -> None:
    """Name the lines in the settings, where Word looks for them."""
    listed = [element("w:footnote", w_id=str(each)) for each in ids]
    _replace(document, element("w:footnotePr", *listed), _AFTER_FOOTNOTES)


def _replace(document: Document, made: Xml, successors: tuple[str, ...]) -> None:
    settings = document.settings.element
    for old in settings.findall(made.tag):
        settings.remove(old)
    settings.insert_element_before(made, *successors)


def _id(note: Xml) -> int:
    return int(note.get(qn("w:id"), "0"))
