"""Asking, narrowing down, finding nothing: what a person sees and what the address says."""

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect

from tests.browser.settling import settled
from views import texts


def ask(page: Page, question: str, rest: str = "") -> None:
    page.goto(f"/{rest}")
    page.get_by_label(texts.QUESTION_LABEL).fill(question)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]vraag="))
    settled(page)


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_question_gives_cards_with_their_sentence(page: Page) -> None:
    ask(page, "hernieuwbare energie")
    card = page.locator("article").first
    expect(card.locator("h3 a")).to_be_visible()
    expect(card.locator("blockquote strong")).to_be_visible()
    expect(page.locator("article blockquote mark").first).to_be_visible()
    expect(card.locator(".sg-page")).to_contain_text("p. ")
    assert address(page) == {"vraag": ["hernieuwbare energie"]}


@pytest.mark.parametrize("example", texts.EXAMPLES)
def test_every_example_finds_something(page: Page, example: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=example).click()
    expect(page.locator("article").first).to_be_visible()
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value(example)


def test_a_filter_narrows_and_can_be_taken_away(page: Page) -> None:
    ask(page, "Wat is het standpunt over windturbines?")
    expect(page.locator("article").first).to_be_visible()
    everything = page.locator("article").count()
    value = page.locator(".sg-facet").first.locator("li a").first
    name, count = value.locator(".sg-value").inner_text(), int(value.locator(".sg-count").inner_text())
    value.click()
    chip = page.get_by_role("link", name=texts.REMOVE.format(value=name))
    expect(chip).to_be_visible()
    expect(page.locator("article")).to_have_count(count)
    assert address(page)["gemeente"] == [name]
    expect(page.locator(".sg-pill-place").first).to_have_text(name)
    chip.click()
    expect(page.locator("article")).to_have_count(everything)
    assert "gemeente" not in address(page)


def test_a_period_of_ones_own(page: Page) -> None:
    ask(page, "energie zonnepanelen")
    expect(page.locator("article").first).to_be_visible()
    page.get_by_label(texts.FROM_YEAR).fill("2019")
    page.get_by_label(texts.TO_YEAR).fill("2024")
    page.get_by_role("button", name=texts.APPLY).click()
    expect(page.get_by_role("link", name=texts.REMOVE.format(value="2019 tot en met 2024"))).to_be_visible()
    settled(page)
    assert address(page) == {"vraag": ["energie zonnepanelen"], "van": ["2019"], "tot": ["2024"]}
    for moment in page.locator("article time").all():
        assert 2019 <= int((moment.get_attribute("datetime") or "")[:4]) <= 2024


def test_a_new_question_keeps_the_filters(page: Page) -> None:
    ask(page, "zonnepanelen", "?gemeente=Brugge")
    expect(page).to_have_url(re.compile("vraag=zonnepanelen"))
    expect(page.get_by_role("link", name=texts.REMOVE.format(value="Brugge"))).to_be_visible()
    assert address(page) == {"vraag": ["zonnepanelen"], "gemeente": ["Brugge"]}


def test_a_link_opens_the_same_search_elsewhere(page: Page) -> None:
    ask(page, "Wat is het standpunt over windturbines?", "?van=2010")
    expect(page.locator("article").first).to_be_visible()
    settled(page)
    titles = page.locator("article h3").all_inner_texts()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label(texts.QUESTION_LABEL)).to_have_value("Wat is het standpunt over windturbines?")
    expect(other.locator("article h3")).to_have_text(titles)


def test_the_newest_first_and_so_from_hit_to_hit(page: Page) -> None:
    page.goto("/?vraag=zonnepanelen")
    page.get_by_role("link", name=texts.ORDER_NEWEST).click()
    expect(page.locator(".sg-order [aria-current]")).to_have_text(texts.ORDER_NEWEST)
    expect(page.locator(".sg-card time").nth(2)).to_be_visible()
    settled(page)
    days = page.locator(".sg-card time").evaluate_all("days => days.map(day => day.dateTime)")
    assert len(days) > 2
    assert days == sorted(days, reverse=True)
    titles = page.locator(".sg-card .sg-title").all_inner_texts()
    page.locator(".sg-card .sg-title").first.click()
    page.get_by_role("button", name=texts.NEXT_HIT).click()
    expect(page.locator(".sg-document-title")).to_have_text(titles[1])


def test_back_and_forward_of_the_browser(page: Page) -> None:
    ask(page, "windturbines")
    expect(page.locator("article").first).to_be_visible()
    page.get_by_label(texts.QUESTION_LABEL).fill("hernieuwbare energie")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("hernieuwbare"))
    page.go_back()
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value("windturbines")
    page.go_forward()
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value("hernieuwbare energie")


def test_it_says_when_it_does_not_know(page: Page) -> None:
    ask(page, "welke smaken ijsjes zijn er")
    expect(page.get_by_role("heading", name=texts.NOTHING_HEADING)).to_be_visible()
    expect(page.get_by_text("Gezocht in")).to_contain_text("documenten")
    expect(page.locator("article")).to_have_count(0)


@pytest.mark.parametrize("question", ["<script>window.broken = 1</script>", "🍦🍦🍦", "x" * 5_000, "'\"*(OR NEAR/"])
def test_an_unfriendly_question_breaks_nothing(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator("h1")).to_be_attached()
    settled(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    assert page.evaluate("window.broken") is None


def test_an_address_that_is_no_screen_is_told_in_dutch(page: Page) -> None:
    page.goto("/bestaat-niet")
    expect(page.get_by_role("dialog")).to_contain_text("Dit adres kennen we niet. U ziet het zoekscherm.")
    expect(page.locator("h1")).to_have_text(texts.SEARCH_HEADING)


def test_unknown_values_are_told(page: Page) -> None:
    page.goto("/?vraag=windturbines&gemeente=Gent&soort=brief")
    expect(page.get_by_text(texts.UNKNOWN_MUNICIPALITY.format(value="Gent"))).to_be_visible()
    expect(page.get_by_text(texts.UNKNOWN_KIND.format(value="brief"))).to_be_visible()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/")
    page.get_by_label(texts.QUESTION_LABEL).focus()
    page.keyboard.type("windturbines")
    page.keyboard.press("Enter")
    expect(page.locator("article").first).to_be_visible()
    settled(page)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('sg-title')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".sg-page-image")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/?vraag=windturbines", "/inhoud", "/uitleg", "/document?document=1"])
def test_every_screen_is_dutch_and_in_order(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("h1")).to_have_count(1)
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().endswith(texts.APP)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.locator("img:not([alt])").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/?vraag=windturbines", "/inhoud", "/uitleg", "/document?document=1"])
def test_nothing_is_wider_than_the_screen(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    expect(page.locator("h1")).to_have_count(1)
    settled(page)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth <= main.clientWidth")
