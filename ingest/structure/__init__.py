"""What was read from one file -> what it says of itself, and its sections.

One straight line: rows, facts, without furniture, without people, headings, blocks. Reads no files.
"""

from collections.abc import Sequence

from ingest.structure.blocks import blocks_of
from ingest.structure.facts import facts_of
from ingest.structure.furniture import without_furniture
from ingest.structure.outline import Head, outline
from ingest.structure.people import without_people
from ingest.structure.rows import Row, right_margin, rows_of
from ingest.types import Block, Extraction, Facts, Section, Structured


def structure(extraction: Extraction, path: str) -> Structured:
    """Find the facts and sections of a document.

    Running heads, tables of contents, attendance, names of voters and signatures are in no section.

    Args:
        extraction: What a format yielded.
        path: Below the folder that was read, with forward slashes: names are a source of facts too.
    """
    rows = rows_of(extraction)
    facts = facts_of(rows, extraction.title, path)
    kept = without_title(without_people(without_furniture(rows)), facts)
    return Structured(facts, _sections(kept, outline(kept, facts.kind)))


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
    first = heads[0].first if heads else len(rows)
    _append(sections, [], blocks_of(rows[:first], margin))
    for at, head in enumerate(heads):
        end = heads[at + 1].first if at + 1 < len(heads) else len(rows)
        open_heads = [each for each in open_heads if each.level < head.level] + [head]
        blocks = blocks_of(rows[head.end : end], margin)
        if not blocks and _must_show_title(heads, at, len(rows), open_heads):
            titles = blocks_of(rows[head.first : head.end], margin)
            blocks = (Block(tuple(span for block in titles for span in block.spans)),) if titles else ()
        _append(sections, open_heads, blocks)
    return tuple(sections)


def _must_show_title(heads: Sequence[Head], at: int, count: int, open_heads: Sequence[Head]) -> bool:
    """Whether nothing stands below a heading, so that its own text is all there is to find."""
    head = heads[at]
    if not head.is_item and any(each.is_item for each in (*open_heads, *heads)):
        return False
    below = at + 1
    while below < len(heads) and heads[below].level > head.level:
        below += 1
    end = heads[below].first if below < len(heads) else count
    titled = sum(each.end - each.first for each in heads[at:below])
    return end - head.first <= titled and (head.is_item or below == at + 1)


def _append(sections: list[Section], heads: Sequence[Head], blocks: tuple[Block, ...]) -> None:
    if blocks:
        item = next((head.text for head in reversed(heads) if head.is_item), "")
        sections.append(Section(tuple(head.text for head in heads), item, blocks))
