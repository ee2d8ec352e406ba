"""From a question to the decision, its article on the page, its sitting, and back."""

import io

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Locator, Page, expect

from access import reader_named
from search.types import Reader
from views import texts
from views.decisions import texts as words

EVERYONE = reader_named(None)
QUESTION = "uitstap uit het stelsel gedeelde fietsen kustregio"
TITLE = "Gedeelde fietsen. Uitstap uit het stelsel kustregio. Stopzetting. Goedkeuring."


def open_decision(page: Page) -> None:
    page.goto(f"/?vraag={QUESTION.replace(' ', '+')}")
    page.locator("article").first.get_by_role("link", name=words.GO_TO_DECISION).click()
    expect(page.locator("h1")).to_have_text(TITLE)


def decision(site):
    return next(each for each in site.kb.registers.decisions(EVERYONE) if each.title == TITLE)


def test_from_a_question_to_the_article_on_its_page_and_back(page: Page, site) -> None:
    open_decision(page)
    expect(page.locator(".sg-verdict")).to_have_text("Goedgekeurd")
    expect(page.get_by_text("14 voor")).to_be_visible()
    expect(page.locator(".sg-current")).to_contain_text(TITLE)
    page.get_by_role("link", name="Artikel 2: toon op bladzijde 1").click()
    expect(page.locator(".sg-page-image")).to_be_visible()
    article = site.kb.registers.decision(decision(site).key, EVERYONE).articles[1]
    expect(page.locator(".sg-cite-whole")).to_have_text(article.text)
    assert_marked(page, site, article.spans)
    page.get_by_role("link", name=words.BACK_TO_DECISION).click()
    expect(page.locator("h1")).to_have_text(TITLE)
    page.get_by_role("link", name=texts.BACK).click()
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value(QUESTION)


def assert_marked(page: Page, site, spans) -> None:
    """The words of these spans are yellow on the screen, the others on that page are not."""
    document = decision(site).document.id
    shown = site.kb.page(document, spans[0].page, EVERYONE)
    page.locator(".sg-page-image").evaluate("image => image.decode()")
    frame = page.locator(".sg-page-frame")
    picture = np.asarray(Image.open(io.BytesIO(frame.screenshot())).convert("RGB"), dtype=int)
    yellow = (picture[..., 0] > 200) & (picture[..., 0] - picture[..., 2] > 40)
    high, wide = yellow.shape

    def share(word) -> float:
        box = word.box
        rows = slice(int(box.top * high), int(box.bottom * high) + 1)
        part = yellow[rows, int(box.left * wide) : int(box.right * wide) + 1]
        return float(part.mean()) if part.size else 0.0

    is_inside = [any(s.start <= word.start and word.end <= s.end for s in spans) for word in shown.words]
    inside = [share(word) for word, inside in zip(shown.words, is_inside, strict=True) if inside]
    outside = [share(word) for word, inside in zip(shown.words, is_inside, strict=True) if not inside]
    assert len(inside) > 5
    assert min(inside) > 0.3  # the rest is ink
    assert np.mean([each > 0.2 for each in outside]) < 0.05


def test_from_the_decision_to_its_sitting_and_to_another_item(page: Page) -> None:
    open_decision(page)
    page.get_by_role("link", name="Gemeenteraad, 27 februari 2024").click()
    expect(page.locator("h1")).to_have_text("Gemeenteraad, 27 februari 2024")
    expect(page.locator(".sg-items > li")).to_have_count(9)
    page.get_by_role("link", name="Subsidie aan de zeescouts. Toekenning.").click()
    expect(page.locator("h1")).to_have_text("Subsidie aan de zeescouts. Toekenning.")
    expect(page.locator(".sg-current")).to_contain_text("Subsidie aan de zeescouts")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Gemeenteraad, 27 februari 2024")


def test_from_a_document_to_its_items(page: Page, site) -> None:
    page.goto(f"/document?document={decision(site).document.id}")
    page.get_by_text(words.ITEMS_HERE.format(count=9)).click()
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("h1")).to_have_text(TITLE)


def test_on_a_narrow_screen_the_agenda_stands_below_and_nothing_sticks_out(page: Page, site) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    for path in ("/besluit", "/zitting"):
        page.goto(f"{path}?besluit={decision(site).key}")
        expect(page.locator(".sg-items").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.goto(f"/besluit?besluit={decision(site).key}")
    sources = page.get_by_role("heading", name=words.SOURCES_HEADING).bounding_box()
    agenda = page.get_by_role("heading", name=words.AGENDA_HEADING).bounding_box()
    assert sources["y"] < agenda["y"]


def _choose(page: Page, choice: Locator, name: str) -> None:
    """Choose from a list as a person does: once more where it closed, as it does while the page still unfolds."""
    option = page.get_by_role("option", name=name, exact=True)
    for _ in range(5):
        choice.fill("")
        choice.press_sequentially(name)
        try:
            expect(option).to_be_visible(timeout=3_000)
            break
        except AssertionError:
            choice.press("Escape")
    choice.press("Enter")


def test_a_person_corrects_the_outcome_and_takes_that_back(page: Page, site) -> None:
    page.set_viewport_size({"width": 1280, "height": 3000})  # a list that opens while the page scrolls closes again
    page.goto(f"/besluit?besluit={decision(site).key}")
    expect(page.get_by_role("heading", name=words.AGENDA_HEADING)).to_be_visible()  # the last that comes
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
    page.get_by_text(words.WRONG).click()
    choice = page.get_by_role("combobox", name=words.OUTCOME_LABEL)
    expect(page.get_by_role("button", name=words.SAVE)).to_be_in_viewport()
    _choose(page, choice, "Verdaagd")
    page.get_by_role("button", name=words.SAVE).click()
    expect(page.locator(".sg-verdict")).to_have_text("Verdaagd")
    page.get_by_role("button", name=words.UNDO).click()
    expect(page.locator(".sg-verdict")).to_have_text("Goedgekeurd")
    expect(page.get_by_role("button", name=words.UNDO)).to_have_count(0)


def test_somebody_elses_decision_is_not_there(page: Page, site) -> None:
    secret = site.kb.registers.decisions(Reader("k", frozenset({"kabinet"})))[0]
    for path in ("/besluit", "/zitting"):
        said = []
        for key in (secret.key, "0" * 16):
            page.goto(f"{path}?besluit={key}")
            expect(page.get_by_text(texts.NOT_THERE)).to_be_visible()
            said.append(page.locator("[data-testid=stMain]").inner_text())
        assert said[0] == said[1]
