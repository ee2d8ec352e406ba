"""A summary on screen: who wrote it stands above it, each sentence leads to its page, nothing of it is markup."""

from datetime import date

from desk.note import Entry, Source
from desk.summary import Statement, Summary
from desk.summary import texts as words
from search.types import Kind
from views.notes import summary

SOURCE = Source(7, "Notulen <Damme>", Kind.MINUTES, "Damme", "Gemeenteraad", date(2024, 3, 25), "damme.pdf", 3)
ENTRY = Entry("De raad keurt de aankoop van een bus goed.", SOURCE, remark="Goedgekeurd")


def test_a_summary_says_who_wrote_it_and_shows_what_each_sentence_rests_on() -> None:
    html = summary.body(Summary("gemma <b>", 1, (Statement("De bus <script> is goedgekeurd.", ENTRY, 4),)))
    assert words.HEADING in html
    assert html.index("gemma &lt;b&gt;") < html.index("De bus")
    assert 'href="/document?document=7&amp;pagina=3"' in html
    assert "[4]" in html
    assert ENTRY.text in html
    assert "Goedgekeurd" in html
    assert "<script>" not in html


def test_nothing_is_offered_where_a_site_has_no_model(monkeypatch) -> None:
    monkeypatch.delenv("STREEKGEHEUGEN_SUMMARY_URL", raising=False)
    monkeypatch.setattr(summary.st, "button", lambda *_, **__: (_ for _ in ()).throw(AssertionError("offered")))
    summary.show(None)
