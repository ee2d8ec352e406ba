"""A briefing note as a Word file, in the looks of a template that a municipality can replace.

Why python-docx and no template language: what a municipality changes is styles, margins and its logo, not the text.
"""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO, Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle

from desk import docx_package, wording
from desk.docx_footnotes import Footnotes, updating
from desk.docx_xml import Xml, bookmarked, element, field, field_end, field_start, linked, run, simple_fields
from desk.note import Entry, Note, Part, Section, Source
from desk.wording import Link

TITLE, SUBTITLE, FACTS, CONTENTS, LINE = "Title", "Subtitle", "Gegevens", "TOC Heading", "toc 1"
HEADING, LEAD, QUOTE, REMARK, TEXT, ITEM = "Heading 1", "Vindplaats", "Quote", "Toelichting", "Normal", "List Bullet"
SOURCE, MARK, LINK = "Bron", "footnote reference", "Hyperlink"
STYLES: Final = {
    TITLE: "Titel", SUBTITLE: "Ondertitel", FACTS: FACTS, CONTENTS: "Kopvan inhoudsopgave", LINE: "Inhopg 1",
    HEADING: "Kop 1", LEAD: LEAD, QUOTE: "Citaat", REMARK: REMARK, TEXT: "Standaard", ITEM: "Lijst opsom.teken",
    SOURCE: SOURCE, MARK: "Voetnootmarkering", LINK: "Hyperlink",
}  # fmt: skip
"""The styles that a template must have, and what Dutch Word calls them."""

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
    _Writer(document, docx_package.styles_of(document, path, STYLES), note, link).write()
    return docx_package.packed(document)


class _Writer:
    """Fills a document from top to bottom."""

    def __init__(self, document: Document, styles: dict[str, BaseStyle], note: Note, link: Link | None) -> None:
        self._document, self._styles, self._note, self._link = document, styles, note, link
        mark, text, linked_text = (styles[name].style_id for name in (MARK, SOURCE, LINK))
        self._footnotes = Footnotes(document, mark, text, linked_text)
        self._cited = {wording.page_of(source): source for source in wording.cited(note)}
        self._numbers = {source: number for number, source in enumerate(self._cited, start=1)}
        self._referred: set[int] = set()
        self._bookmarks = 0
        self._end = document.element.body.find(qn("w:sectPr"))  # margins, header and footer: stays last

    def write(self) -> None:
        self._properties()
        self._add(TITLE, wording.title(self._note))
        if theme := wording.subtitle(self._note):
            self._add(SUBTITLE, theme)
        for name, value in wording.facts(self._note):
            self._add(FACTS, f"{name}\t{value}")
        if len(self._note.sections) > 1:
            self._contents()
        for position, section in enumerate(self._note.sections):
            self._section(section, _anchor(position))
        updating(self._document)

    def _properties(self) -> None:
        about, title = self._document.core_properties, wording.title(self._note)
        made_on = datetime.combine(self._note.made_on, time(12), UTC)
        about.title, about.subject = (wording.short(text, _LONGEST_PROPERTY) for text in (title, self._note.theme))
        about.author = about.last_modified_by = wording.AUTHOR
        about.created = about.modified = made_on
        about.language, about.comments, about.revision = wording.LANGUAGE, "", 1
        for section in self._document.sections:
            for header in (section.header, section.first_page_header, section.footer, section.first_page_footer):
                if not header.is_linked_to_previous:
                    for each in simple_fields(header._element, "TITLE"):
                        each[:] = [run(title)]

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
        for entry in section.entries:
            self._entry(entry, is_item=section.part is Part.GAPS and not entry.source)
        if not section.entries:
            self._add(REMARK, wording.EMPTY)

    def _entry(self, entry: Entry, is_item: bool) -> None:
        """Write an entry; the number of its source stands behind the text, or else behind what there is."""
        text = ITEM if is_item else QUOTE if entry.source else TEXT
        lead, said, remark = wording.line(entry.lead), wording.said(entry), wording.block(entry.remark)
        if is_item and lead and said:
            lead, said = "", f"{lead}: {said}"
        parts = [(LEAD, lead), (text, said), (REMARK, remark)]
        rows = [(style, shown) for style, shown in parts if shown] or [(text, "")]
        numbered = next((i for i, (style, _) in enumerate(rows) if style == text), 0)
        for i, (style, shown) in enumerate(rows):
            number = self._reference(entry.source) if i == numbered else []
            self._add(style, shown, number, keeps_with_next=i + 1 < len(rows))

    def _reference(self, source: Source | None) -> list[Xml]:
        """Return the number of a source: a footnote the first time, a reference to that footnote after that."""
        if not source:
            return []
        number = self._numbers[wording.page_of(source)]
        bookmark = f"_Ref{number:08}"
        if number in self._referred:
            style = self._styles[MARK].style_id
            return field(f"NOTEREF {bookmark} \\f \\h", [run(str(number), style)], style)
        self._referred.add(number)
        whole = self._cited[wording.page_of(source)]
        rest = f". {wording.where(whole)}."
        own_id = self._footnotes.add(wording.name(whole), rest, wording.address(whole, self._link))
        return self._bookmarked([self._footnotes.mark(own_id)], bookmark)

    def _bookmarked(self, content: list[Xml], name: str) -> list[Xml]:
        self._bookmarks += 1
        return bookmarked(content, name, self._bookmarks)

    def _add(self, style: str, text: str, more: list[Xml] | None = None, *, keeps_with_next: bool = False) -> None:
        made = self._paragraph(style, [run(text), *(more or [])])
        if keeps_with_next:
            made.pPr.append(element("w:keepNext"))
        self._append(made)

    def _paragraph(self, style: str, content: list[Xml]) -> Xml:
        return element("w:p", element("w:pPr", element("w:pStyle", w_val=self._styles[style].style_id)), *content)

    def _append(self, made: Xml) -> None:
        if self._end is None:
            self._document.element.body.append(made)
        else:
            self._end.addprevious(made)


def _anchor(position: int) -> str:
    return f"_Toc{position + 1:08}"
