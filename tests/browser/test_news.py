"""The coordinator's story before a meeting: since when, what was decided, on which page, and all of it as a file."""

import io
import re

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from docx import Document
from playwright.sync_api import Page, expect

from views.news import texts as texts_news

SINCE, UNTIL = "2022-03-30", "2023-03-24"  # two meetings of the sample corpus


def test_two_meetings_are_chosen_and_a_decision_between_them_opens_its_page(page: Page) -> None:
    page.goto("/nieuw")
    page.locator('select[name="van"]').select_option(SINCE)
    page.locator('select[name="tot"]').select_option(UNTIL)
    page.get_by_role("button", name=texts_news.SHOW).first.click()
    expect(page).to_have_url(re.compile(f"van={SINCE}.*tot={UNTIL}"))
    page.get_by_role("region", name=texts_news.TABLE).get_by_role("link", name="Jabbeke").click()
    line = page.locator(".sg-news-items > li").filter(has_text="Straatverlichting. Doven tussen 23 en 5 uur").first
    expect(line).to_be_in_viewport()
    line.get_by_role("link", name="p. 1").click()
    expect(page).to_have_url(re.compile("/document[?]document="))
    page.locator("details summary").filter(has_text="Tekst").first.click()
    expect(page.locator("body")).to_contain_text("Doven tussen 23 en 5 uur")


def test_the_news_is_taken_along_as_a_word_file_that_opens(page: Page, tmp_path) -> None:
    page.goto(f"/nieuw?van={SINCE}&tot={UNTIL}")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Word", exact=True).click()
    coming.value.save_as(tmp_path / "nieuw.docx")
    written = Document(io.BytesIO((tmp_path / "nieuw.docx").read_bytes()))
    assert any("Wat is er nieuw sinds 30 maart 2022" in paragraph.text for paragraph in written.paragraphs)


def test_a_meeting_that_is_added_is_the_end_of_the_period_until_it_is_taken_back(page: Page) -> None:
    page.goto("/nieuw")
    page.locator(".st-key-sg-kalender summary").first.click()
    page.locator(".st-key-sg-dag-nieuw [role=spinbutton]").first.click()
    page.keyboard.type("16122099")
    page.get_by_label(texts_news.NAME).first.fill("Vergadering in Damme")
    page.get_by_role("button", name=texts_news.SAVE, exact=True).click()
    chosen = page.locator('select[name="tot"]')
    expect(chosen).to_have_value("2099-12-16")
    page.get_by_role("button", name=texts_news.UNDO).first.click()
    expect(chosen).not_to_have_value("2099-12-16")
