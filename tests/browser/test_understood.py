"""What was understood and what may be asked, in a real browser: by mouse, by keyboard, by link."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect

from views import texts
from views.search import texts as said

QUESTION = "wat heeft Damme sinds 2019 beslist over zonnepanelen"


def test_what_was_understood_can_be_taken_back_and_a_link_keeps_it(page: Page) -> None:
    page.goto(f"/?vraag={QUESTION}")
    chips = page.locator(".sg-notion")
    expect(chips).to_have_count(3)
    expect(page.locator("article").first).to_be_visible()
    years = page.locator("article time").evaluate_all("all => all.map(t => +t.dateTime.slice(0, 4))")
    assert years
    assert min(years) >= 2019
    chips.filter(has_text="vanaf 2019").click()
    expect(chips).to_have_count(2)
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value(QUESTION)
    assert parse_qs(urlsplit(page.url).query)["letterlijk"] == ["sinds 2019"]
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".sg-notion")).to_have_count(2)


def test_what_leaves_nothing_is_struck_and_said(page: Page) -> None:
    page.goto("/?vraag=zonnepanelen in 1995")
    expect(page.locator("article").first).to_be_visible()
    expect(page.locator("s.sg-dropped")).to_have_text("1995")


def test_a_mistake_is_mended_and_can_be_searched_all_the_same(page: Page) -> None:
    page.goto("/?vraag=windmolns")
    expect(page.locator("article").first).to_be_visible()
    page.get_by_role("link", name=said.AS_TYPED).click()
    expect(page.get_by_role("heading", name=texts.NOTHING_HEADING)).to_be_visible()


def test_a_subject_is_chosen_with_the_keyboard(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/suggesties" in request.url else None)
    page.goto("/?gemeente=Damme")
    field = page.get_by_label(texts.QUESTION_LABEL)
    field.focus()
    page.keyboard.type("zonnep", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert len(asked) <= 2  # not one for each letter
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "-")
    subject = options.first.inner_text()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]vraag="))
    expect(field).to_have_value(subject)
    assert parse_qs(urlsplit(page.url).query) == {"gemeente": ["Damme"], "vraag": [subject]}
    expect(options).to_have_count(0)


def test_suggestions_close_and_what_was_typed_stays(page: Page) -> None:
    page.goto("/")
    field = page.get_by_label(texts.QUESTION_LABEL)
    field.focus()
    page.keyboard.type("zonnep")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("zonnep")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]vraag=zonnep$"))


def test_a_subject_is_chosen_with_the_mouse(page: Page) -> None:
    page.goto("/")
    page.get_by_label(texts.QUESTION_LABEL).press_sequentially("windturb")
    option = page.get_by_role("option").first
    subject = option.inner_text()
    option.click()
    expect(page).to_have_url(re.compile("[?&]vraag="))
    assert parse_qs(urlsplit(page.url).query)["vraag"] == [subject]
    expect(page.locator("article").first).to_be_visible()


def test_what_may_not_be_read_is_not_suggested(page: Page) -> None:
    page.goto("/")
    answer = page.request.get("/api/suggesties?q=kwakzalverij")
    assert answer.json() == {"suggesties": []}
