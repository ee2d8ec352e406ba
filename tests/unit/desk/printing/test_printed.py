"""Entries as rows of a printed note: what is said once, what is less bold, where the number of a source stands."""

from desk.note import Entry, Part, Section
from desk.printing import printed
from desk.printing.markdown import as_markdown
from desk.printing.printed import Looks
from tests.unit.desk.sample_notes import rich_note, source


def rows(*entries: Entry) -> list[list[tuple[Looks, str, bool]]]:
    made = printed.rows(Section(Part.DECISIONS, "Besluiten", entries))
    return [[(row.looks, row.text, row.source is not None) for row in each] for each in made]


def test_what_stands_before_quotations_is_said_once_and_their_numbers_are_less_bold() -> None:
    first = Entry("Eén.", source(1), "Damme: Zout", "Goedgekeurd", "Artikel 1")
    second = Entry("Twee.", source(1), "Damme: Zout", label="Artikel 2")
    assert rows(first, second) == [
        [
            (Looks.LEAD, "Damme: Zout", False), (Looks.LABEL, "Artikel 1", False), (Looks.QUOTE, "“Eén.”", True),
            (Looks.REMARK, "Goedgekeurd", False),
        ],
        [(Looks.LABEL, "Artikel 2", False), (Looks.QUOTE, "“Twee.”", True)],
    ]  # fmt: skip


def test_what_comes_back_after_something_else_says_again_whose_it_is() -> None:
    own, other = Entry("Zelf."), Entry("Drie.", source(2), "Brugge: Zout")
    said = Entry("Eén.", source(1), "Damme: Zout")
    assert [each[0][1] for each in rows(said, own, said, other, said)] == [
        "Damme: Zout", "Zelf.", "Damme: Zout", "Brugge: Zout", "Damme: Zout",
    ]  # fmt: skip


def test_what_is_named_and_not_quoted_has_its_number_behind_its_name() -> None:
    assert rows(Entry("", source(1), "Verder nog gevonden", label="Damme: Zout")) == [
        [(Looks.LEAD, "Verder nog gevonden", False), (Looks.TEXT, "Damme: Zout", True)]
    ]


def test_markdown_says_the_same() -> None:
    entries = (
        Entry("Eén.", source(1), "Damme: Zout", label="Artikel 1"),
        Entry("Twee.", source(1), "Damme: Zout", label="Artikel 2"),
        Entry("", source(1), "Verder nog gevonden", label="Damme: Loods"),
    )
    note = rich_note()
    lines = as_markdown(
        type(note)(note.title, "", note.made_on, sections=(Section(Part.DECISIONS, "Besluiten", entries),))
    ).splitlines()
    assert [line for line in lines if line.startswith("- ")] == [
        "- **Damme: Zout** Artikel 1: “Eén.” [1]",
        "- Artikel 2: “Twee.” [1]",
        "- **Verder nog gevonden** Damme: Loods [1]",
    ]
