"""What was read from one file -> what it says of itself, and its sections.

One straight line: rows, facts, without furniture, without people, headings, blocks. Reads no files.
"""

from collections.abc import Sequence

from ingest.structure.blocks import blocks_of
from ingest.structure.contracts.agreements import said_of
from ingest.structure.facts import facts_of, with_name, with_subject
from ingest.structure.furniture import without_furniture
from ingest.structure.outline import Head, outline
from ingest.structure.people import without_people
from ingest.structure.published import published
from ingest.structure.rows import Row, right_margin, rows_of
from ingest.structure.treatments import treatments_of
from ingest.types import Block, Extraction, Facts, Role, Section, Structured

_LITTLE = 80  # characters under an item's title below which the title goes into the text as well


def structure(extraction: Extraction, path: str) -> Structured:
    """Find the facts and sections of a document.

    Running heads, tables of contents, attendance, names of voters and signatures are in no section.

    Args:
        extraction: What a format yielded.
        path: Below the folder that was read, with forward slashes: names are a source of facts too.
    """
    rows = rows_of(extraction)
    facts = facts_of(rows, extraction.title, path)
    text = [row for row in rows if row.role is not Role.FURNITURE]
    clean = without_furniture(text)
    whole = without_title(clean, facts)
    kept = without_people(whole)
    heads = outline(kept, facts.kind)
    items = [head.text for head in heads if head.is_item]
    facts = with_subject(facts, items)
    publication = extraction.publication
    if publication and publication.items:
        texts = {read.page.number: read.page.text for read in extraction.pages}
        treatments = published(publication, kept, texts, facts.kind)
    else:
        treatments = treatments_of(whole, kept, heads, facts)
    said = said_of(kept, heads, treatments, facts, clean)
    return Structured(with_name(facts, said), _sections(kept, heads), treatments, said)


def without_title(rows: list[Row], facts: Facts) -> list[Row]:
    """Drop the document's own title from its head: it is a fact, and would be a heading over everything."""
    title = "".join(facts.title.split()).casefold()
    written = ""
    for at, row in enumerate(rows[:12]):
        text = "".join(row.text.split()).casefold()
        written = written + text if written else text
        if not title.startswith(written):
            written = text if title.startswith(text) else ""
        if written == title and len(rows) > at + 1:
            first = at
            while first > 0 and "".join("".join(r.text.split()) for r in rows[first : at + 1]).casefold() != title:
                first -= 1
            return rows[:first] + rows[at + 1 :]
    return rows


def _sections(rows: Sequence[Row], heads: Sequence[Head]) -> tuple[Section, ...]:
    margin = right_margin(rows)
    sections: list[Section] = []
    open_heads: list[Head] = []
    has_items = any(head.is_item for head in heads)
    first = heads[0].first if heads else len(rows)
    _append(sections, [], blocks_of(rows[:first], margin))
    for at, head in enumerate(heads):
        end = heads[at + 1].first if at + 1 < len(heads) else len(rows)
        open_heads = [each for each in open_heads if each.level < head.level] + [head]
        blocks = blocks_of(rows[head.end : end], margin)
        if (head.is_item or not has_items) and _must_show_title(rows, heads, at):
            titles = blocks_of(rows[head.first : head.end], margin)
            title = Block(tuple(span for block in titles for span in block.spans))
            blocks = (title, *blocks) if title.spans else blocks
        _append(sections, open_heads, blocks)
    return tuple(sections)


def _must_show_title(rows: Sequence[Row], heads: Sequence[Head], at: int) -> bool:
    """Whether nothing, or for an item next to nothing ("Akkoord"), stands below a heading."""
    head = heads[at]
    below = at + 1
    while below < len(heads) and heads[below].level > head.level:
        below += 1
    if not head.is_item and below > at + 1:
        return False
    end = heads[below].first if below < len(heads) else len(rows)
    titles = {n for each in heads[at:below] for n in range(each.first, each.end)}
    length = sum(len(rows[n].text) for n in range(head.end, end) if n not in titles)
    return length < (_LITTLE if head.is_item else 1)


def _append(sections: list[Section], heads: Sequence[Head], blocks: tuple[Block, ...]) -> None:
    if blocks:
        item = next((head.text for head in reversed(heads) if head.is_item), "")
        sections.append(Section(tuple(head.text for head in heads), item, blocks))
