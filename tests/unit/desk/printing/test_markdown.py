"""A note as Markdown: numbered sources, quotation marks for what was quoted, nothing that Markdown would change."""

from datetime import date

from desk.note import Entry, Note, Part, Section, Source
from desk.printing.markdown import as_markdown
from search.types import Kind, Span


def source(document=1, page=1, spans=()):
    return Source(
        document,
        "Notulen",
        Kind.MINUTES,
        "Damme",
        "Gemeenteraad",
        date(2024, 3, 25),
        f"damme/{document}_a.pdf",
        page,
        spans,
    )


def note(*entries):
    sections = (Section(Part.DECISIONS, "Eerdere besluiten", entries),)
    return Note("Briefingnota: strooizout", "strooizout", date(2026, 11, 25), sections=sections)


def test_two_quotations_of_one_page_share_a_number_and_each_source_is_listed_once():
    text = as_markdown(
        note(
            Entry("Zout op.", source(1, 2, (Span(2, 0, 8),)), lead="Damme, gemeenteraad"),
            Entry("Loods vol.", source(1, 2, (Span(2, 9, 19),))),
            Entry("Elders.", source(2)),
        )
    )
    assert "- **Damme, gemeenteraad** “Zout op.” [1]\n- “Loods vol.” [1]\n- “Elders.” [2]" in text
    assert "1. Notulen, Damme, Gemeenteraad, 25 maart 2024, p. 2, damme/1\\_a.pdf" in text
    assert text.count("p. 2") == 1


def test_what_is_ours_has_no_quotation_marks_and_a_remark_stands_in_italics():
    text = as_markdown(note(Entry("Damme: niets gevonden."), Entry("Zout op.", source(), remark="Goedgekeurd")))
    assert "- Damme: niets gevonden.\n" in text
    assert "“Zout op.” [1] *Goedgekeurd*" in text


def test_characters_of_markdown_in_a_quotation_stay_what_they_are():
    text = as_markdown(note(Entry("1. a*b_c|d <b> [x]\n# kop", source())))
    assert "“1\\. a\\*b\\_c\\|d \\<b\\> \\[x\\] \\# kop” [1]" in text


def test_a_note_without_sources_has_no_list_of_them():
    assert "Bronnen" not in as_markdown(note(Entry("Niets gevonden.")))
