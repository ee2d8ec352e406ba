"""A person says what he thinks of an answer, finds it back and takes it back; a list is taken along."""

import io

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from desk.kept.feedback import Verdict
from tests.browser.settling import settled
from views.about import texts_feedback as texts
from views.pieces.texts import EXPORT_NAMES


def test_a_hit_is_judged_found_back_and_taken_back(page: Page) -> None:
    page.goto("/?vraag=zonnepanelen")
    settled(page)
    title = page.locator(".sg-card .sg-title").first.inner_text()
    page.get_by_role("button", name=texts.ANSWERS, exact=True).first.click()
    expect(page.get_by_text(texts.SAID[Verdict.ANSWERS])).to_be_visible()
    page.reload()
    expect(page.get_by_text(texts.SAID[Verdict.ANSWERS])).to_be_visible()  # it is kept, not only shown

    page.goto("/terugkoppeling")
    settled(page)
    expect(page.get_by_role("heading", name="zonnepanelen", exact=True)).to_be_visible()
    there = page.get_by_role("link", name=texts.ON_PAGE.format(title=title, page=1))
    expect(there.first).to_be_visible()
    page.get_by_role("tab", name=texts.EACH).click()
    page.get_by_role("button", name=texts.UNDO).click()
    expect(page.get_by_text(texts.NOTHING_SAID)).to_be_visible()

    page.goto("/?vraag=zonnepanelen")
    settled(page)
    expect(page.get_by_text(texts.SAID[Verdict.ANSWERS])).to_have_count(0)
    expect(page.get_by_role("button", name=texts.ANSWERS, exact=True).first).to_be_visible()


def test_hits_that_are_judged_faster_than_the_screen_is_drawn_are_all_kept(page: Page) -> None:
    page.goto("/?vraag=fietspad")
    buttons = page.get_by_role("button", name=texts.ANSWERS, exact=True)
    expect(buttons.nth(2)).to_be_visible()
    settled(page)
    buttons.evaluate_all("buttons => buttons.slice(0, 3).forEach(button => button.click())")
    said = page.get_by_text(texts.SAID[Verdict.ANSWERS])
    expect(said).to_have_count(3)
    for left in (2, 1, 0):
        page.get_by_role("button", name=texts.UNDO).first.click()
        expect(said).to_have_count(left)


def test_the_list_of_dossiers_is_taken_along(page: Page) -> None:
    page.goto("/dossiers")
    expect(page.locator(".sg-card").first).to_be_visible()
    settled(page)
    with page.expect_download() as coming:
        page.get_by_role("link", name=EXPORT_NAMES["xlsx"], exact=True).click()
    book = load_workbook(io.BytesIO(coming.value.path().read_bytes()))
    assert book.active is not None
    shown = page.locator(".sg-card .sg-title").first.inner_text()
    assert shown in {row[0].value for row in book.active.iter_rows()}
