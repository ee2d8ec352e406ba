"""A briefing note as a Word file, in the looks of a template that a municipality can replace.

Why python-docx and no template language: what a municipality changes is styles, margins and its logo, not the text.
"""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle

from desk.note import Note, Section, Source
from desk.printing import docx_package, printed, wording
from desk.printing.docx_footnotes import Footnotes, updating
from desk.printing.docx_xml import Xml, bookmarked, element, field, field_end, field_start, fill_fields, linked, run
from desk.printing.printed import Looks
from desk.printing.wording import Link

TITLE, SUBTITLE, FACTS, CONTENTS, LINE = "Title", "Subtitle", "Gegevens", "TOC Heading", "toc 1"
HEADING, LEAD, QUOTE, REMARK, TEXT, ITEM = "Heading 1", "Vindplaats", "Quote", "Toelichting", "Body Text", "List Bullet"
SOURCE, MARK, LINK = "Bron", "footnote reference", "Hyperlink"
STYLES: Final = {
    TITLE: "Titel", SUBTITLE: "Ondertitel", FACTS: FACTS, CONTENTS: "Kopvan inhoudsopgave", LINE: "Inhopg 1",
    HEADING: "Kop 1", LEAD: LEAD, QUOTE: "Citaat", REMARK: REMARK, TEXT: "Platte tekst", ITEM: "Lijst opsom.teken",
    SOURCE: SOURCE, MARK: "Voetnootmarkering", LINK: "Hyperlink",
}  # fmt: skip
"""The styles that a template must have, and what Dutch Word calls them."""

_STYLES: Final = {
    Looks.LEAD: LEAD, Looks.NEXT_LEAD: LEAD, Looks.QUOTE: QUOTE, Looks.TEXT: TEXT, Looks.ITEM: ITEM,
    Looks.REMARK: REMARK, Looks.LABEL: REMARK,
}  # fmt: skip
_CLOSER: Final = "100"  # twentieths of a point above the next entry of one document; 220 in our template
_CLOSEST: Final = "20"  # below the number of an article, to its quotation
_LONGEST_PROPERTY: Final = 255  # characters that a property of a file may have


def write(note: Note, file: Path | BinaryIO, link: Link | None = None, template: Path | None = None) -> None:
    """Write a note as a Word file.

    Args:
        note: What is written.
        file: Where to.
        link: Gives the address of the page that a source stands on; without it sources are not linked.
        template: A Word file whose styles, margins, header and footer are used; ours where None.

    Raises:
        TemplateUnusable: Nothing can be made with that template. Nothing was written.
    """
    content = made(note, link, template)
    if isinstance(file, Path):
        file.write_bytes(content)
    else:
        file.write(content)


def made(note: Note, link: Link | None = None, template: Path | None = None) -> bytes:
    """Return a note as the bytes of a Word file: the same ones for the same note; else as `write`."""
    path = template or docx_package.OURS
    document = docx_package.opened(path)
    with docx_package.told(path):
        writer = _Writer(document, docx_package.styles_of(document, path, STYLES), note, link)
    writer.write()
    return docx_package.packed(document)


class _Writer:
    """Fills a document from top to bottom."""

    def __init__(self, document: Document, styles: dict[str, BaseStyle], note: Note, link: Link | None) -> None:
        self._document, self._styles, self._note, self._link = document, styles, note, link
        mark, text, linked_text = (styles[name].style_id for name in (MARK, SOURCE, LINK))
        self._footnotes = Footnotes(document, mark, text, linked_text)
        self._cited = {source.page_alone(): source for source in wording.cited(note)}
        self._numbers = {source: number for number, source in enumerate(self._cited, start=1)}
        self._referred: set[int] = set()
        self._bookmarks = 0
        self._end = document.element.body.find(qn("w:sectPr"))  # margins, header and footer: stays last
        self._properties()
        updating(document)

    def write(self) -> None:
        self._add(TITLE, wording.title(self._note))
        if theme := wording.subtitle(self._note):
            self._add(SUBTITLE, theme)
        for name, value in wording.facts(self._note):
            self._add(FACTS, f"{name}\t{value}")
        if len(self._note.sections) > 1:
            self._contents()
        for position, section in enumerate(self._note.sections):
            self._section(section, _anchor(position))

    def _properties(self) -> None:
        about, title = self._document.core_properties, wording.title(self._note)
        made_on = datetime.combine(self._note.made_on, time(12), UTC)
        about.title, about.subject = (wording.short(text, _LONGEST_PROPERTY) for text in (title, self._note.theme))
        about.author = about.last_modified_by = wording.AUTHOR
        about.created = about.modified = made_on
        about.language, about.comments, about.revision = wording.LANGUAGE, "", 1
        for relation in self._document.part.rels.values():
            if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
                fill_fields(relation.target_part.element, "TITLE", title)

    def _contents(self) -> None:
        """Write the contents as they are now, in a field that Word fills again, with page numbers, on opening."""
        code = 'TOC \\o "1-2" \\h \\z \\u'
        rows = [self._paragraph(CONTENTS, [run(wording.CONTENTS)])]
        for position, section in enumerate(self._note.sections):
            runs = [linked([run(wording.heading(section))], bookmark=_anchor(position))]
            rows.append(self._paragraph(LINE, runs if position else [*field_start(code), *runs]))
        rows[-1].append(field_end())
        gallery = element("w:docPartGallery", w_val="Table of Contents")
        control = element("w:sdtPr", element("w:docPartObj", gallery, element("w:docPartUnique")))
        self._append(element("w:sdt", control, element("w:sdtContent", *rows)))

    def _section(self, section: Section, anchor: str) -> None:
        heading = [run(wording.heading(section))]
        self._append(self._paragraph(HEADING, self._bookmarked(heading, anchor)))
        for rows in printed.rows(section):
            for i, row in enumerate(rows):
                number = self._reference(row.source) if row.source else []
                paragraph = self._paragraph(_STYLES[row.looks], [run(row.text), *number])
                if i + 1 < len(rows) and len(row.text) <= printed.KEPT:
                    paragraph.pPr.append(element("w:keepNext"))
                if row.looks is Looks.NEXT_LEAD:
                    paragraph.pPr.append(element("w:spacing", w_before=_CLOSER))
                if row.looks is Looks.LABEL:
                    paragraph.pPr.append(element("w:spacing", w_before=_CLOSER, w_after=_CLOSEST))
                self._append(paragraph)

    def _reference(self, source: Source) -> list[Xml]:
        """Return the number of a source: a footnote the first time, a reference to that footnote after that."""
        number = self._numbers[source.page_alone()]
        bookmark = f"_Ref{number:08}"
        if number in self._referred:
            style = self._styles[MARK].style_id
            return field(f"NOTEREF {bookmark} \\f \\h", [run(str(number), style)], style)
        self._referred.add(number)
        whole = self._cited[source.page_alone()]
        address = wording.address(whole, self._link)
        own_id = self._footnotes.add(wording.name(whole), wording.where(whole), address)
        return self._bookmarked([self._footnotes.mark(own_id)], bookmark)

    def _bookmarked(self, content: list[Xml], name: str) -> list[Xml]:
        self._bookmarks += 1
        return bookmarked(content, name, self._bookmarks)

    def _add(self, style: str, text: str) -> None:
        self._append(self._paragraph(style, [run(text)]))

    def _paragraph(self, style: str, content: list[Xml]) -> Xml:
        return element("w:p", element("w:pPr", element("w:pStyle", w_val=self._styles[style].style_id)), *content)

    def _append(self, made: Xml) -> None:
        if self._end is None:
            self._document.element.body.append(made)
        else:
            self._end.addprevious(made)


def _anchor(position: int) -> str:
    return f"_Toc{position + 1:08}"
