"""The coordinator's story: a theme, a note of quotations, the page of one of them, the note as a Word file."""

import io
import re

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from docx import Document
from playwright.sync_api import Page, expect

from views.notes import texts_brief
from views.pieces.texts import EXPORT_NAMES

THEME = "digitaal buurtplatform"


def test_a_theme_becomes_a_note_whose_quotations_open_their_page(page: Page) -> None:
    page.goto("/nota")
    page.get_by_label(texts_brief.THEME, exact=True).fill(THEME)
    page.get_by_role("button", name=texts_brief.BUTTON).click()
    quotation = page.locator(".sg-note blockquote").filter(has_text="beslist toe te treden").first
    expect(quotation).to_be_visible()
    words = re.sub(r"\[\d+\]", "", quotation.inner_text()).split()
    quotation.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/document[?]"))
    page.locator("details summary").filter(has_text="Tekst").first.click()
    expect(page.locator("body")).to_contain_text(" ".join(words[:6]))


def test_the_note_is_taken_along_as_a_word_file_that_opens(page: Page, tmp_path) -> None:
    page.goto(f"/nota?vraag={THEME.replace(' ', '+')}")
    with page.expect_download() as coming:
        page.get_by_role("link", name=EXPORT_NAMES["docx"], exact=True).click()
    coming.value.save_as(tmp_path / "nota.docx")
    written = Document(io.BytesIO((tmp_path / "nota.docx").read_bytes()))
    assert any(THEME in paragraph.text for paragraph in written.paragraphs)
    assert any(paragraph.style.name == "Quote" for paragraph in written.paragraphs)


def test_a_theme_of_which_nothing_is_known_says_so(page: Page) -> None:
    page.goto("/nota?vraag=asdfqwer+zxcv")
    expect(page.locator(".sg-note")).to_contain_text(re.compile("niets", re.IGNORECASE))
    expect(page.locator(".sg-note blockquote")).to_have_count(0)
