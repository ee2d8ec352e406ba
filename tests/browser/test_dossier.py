"""The directors' story: an earlier dossier, what happened over the years, and putting right what was put together."""

import re

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect

from views.dossiers import texts as words


def test_from_the_list_to_a_dossier_to_a_decision_of_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=words.PAGE_DOSSIERS, exact=True).click()
    page.get_by_role("link", name="Autodelen", exact=True).click()
    expect(page.locator("h1")).to_have_text("Autodelen")
    expect(page.locator(".sg-timeline")).to_be_visible()
    years = page.locator(".sg-year").all_inner_texts()
    assert years == sorted(years)
    assert len(years) >= 3
    page.locator(".sg-timeline").get_by_role("link", name=re.compile("Proefproject met vier voertuigen")).click()
    expect(page).to_have_url(re.compile("/besluit[?]"))
    expect(page.locator(".sg-verdict")).to_have_text("Goedgekeurd")


def test_a_person_names_a_dossier_and_takes_that_back(page: Page) -> None:
    page.goto("/dossiers?toon=40")
    page.get_by_role("link", name="Strooizout", exact=True).click()
    expect(page.locator("h1")).to_have_text("Strooizout")
    page.get_by_text(words.EDIT_HEADING).click()
    field = page.get_by_label(words.NAME_LABEL)
    field.scroll_into_view_if_needed()
    field.fill("Zout voor de winter")
    field.press("Enter")
    page.get_by_role("button", name=words.NAME_SAVE).click()
    expect(page.locator("h1")).to_have_text("Zout voor de winter")
    expect(page.get_by_text(words.DONE)).to_be_visible()  # beside the field, which stays open
    page.get_by_role("button", name=words.UNDO).click()
    expect(page.locator("h1")).to_have_text("Strooizout")


def test_a_theme_shows_its_years_dossiers_and_newest_papers(page: Page) -> None:
    page.goto("/themas")
    page.get_by_role("link", name=re.compile("Mobiliteit en verkeer")).first.click()
    expect(page.get_by_role("heading", name=words.DOSSIERS_OF_THEME, exact=True)).to_be_visible()
    expect(page.locator("article.sg-card").first).to_be_visible()
    expect(page.locator("canvas, .vega-embed svg").first).to_be_visible()
