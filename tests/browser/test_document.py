"""A document opened from the list: the page, the passage on it, the way on and the way back."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect

from access import reader_named
from search.types import Reader
from views import texts

EVERYONE = reader_named(None)
QUESTION = "/?vraag=Wat+is+het+standpunt+over+windturbines%3F"


def open_first(page: Page, path: str = QUESTION) -> None:
    page.goto(path)
    page.locator(".sg-title").first.click()
    expect(page.locator(".sg-page-image")).to_be_visible()


def address(page: Page) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(urlsplit(page.url).query).items()}


def test_the_mark_covers_the_passage_and_nothing_else(page: Page, site) -> None:
    open_first(page)
    given = address(page)
    document, number = int(given["document"]), int(given["pagina"])
    passage = next(p for p in site.kb.passages(document, EVERYONE) if p.id == int(given["fragment"]))
    shown = site.kb.page(document, number, EVERYONE)
    source = page.locator(".sg-page-image").get_attribute("src")
    assert f"fragment={passage.id}" in source
    picture = np.asarray(Image.open(io.BytesIO(page.request.get(source).body())).convert("RGB"), dtype=int)
    yellow = (picture[..., 0] > 200) & (picture[..., 0] - picture[..., 2] > 40)
    high, wide = yellow.shape

    def share(word) -> float:
        box = word.box
        rows = slice(int(box.top * high), int(box.bottom * high) + 1)
        part = yellow[rows, int(box.left * wide) : int(box.right * wide) + 1]
        return float(part.mean()) if part.size else 0.0

    inside = [
        word for word in shown.words
        if any(s.page == number and s.start <= word.start and word.end <= s.end for s in passage.spans)
    ]  # fmt: skip
    outside = [
        word for word in shown.words
        if all(s.page != number or word.end <= s.start or s.end <= word.start for s in passage.spans)
    ]  # fmt: skip
    assert len(inside) > 5
    assert len(outside) > 5
    assert min(share(word) for word in inside) > 0.3  # the rest is ink
    assert np.mean([share(word) > 0.2 for word in outside]) < 0.05


def test_next_and_previous_hit_by_button_and_key(page: Page) -> None:
    page.goto(QUESTION)
    expect(page.locator(".sg-title").first).to_be_visible()
    titles = page.locator(".sg-title").all_inner_texts()
    assert len(titles) > 1
    page.locator(".sg-title").first.click()
    expect(page.locator("h1")).to_have_text(titles[0])
    expect(page.get_by_role("button", name=texts.PREVIOUS_HIT)).to_be_disabled()
    page.get_by_role("button", name=texts.NEXT_HIT).click()
    expect(page.locator("h1")).to_have_text(titles[1])
    expect(page.get_by_text(texts.HIT_OF.format(place=2, count=len(titles)))).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text(titles[0])
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text(titles[1])
    assert address(page)["plaats"] == "2"


def test_a_copy_of_the_decision_opens_at_its_own_passage_and_the_way_on_is_the_same(page: Page) -> None:
    page.goto("/?vraag=kermisreglement")
    expect(page.locator(".sg-title").first).to_be_visible()
    titles = page.locator(".sg-title").all_inner_texts()
    page.locator("article").first.get_by_role("link", name="besluitenlijst p. 2").click()
    expect(page.locator("h1")).to_have_text("Besluitenlijst gemeenteraad 22 maart 2018 – Zuienkerke")
    expect(page.locator(".sg-cite")).to_contain_text("zes standplaatsen")
    expect(page.locator(".sg-page-image")).to_have_attribute("src", re.compile("fragment="))
    page.get_by_role("link", name="notulen p. 2").click()
    expect(page.locator("h1")).to_have_text(titles[0])
    page.get_by_role("button", name=texts.NEXT_HIT).click()
    expect(page.locator("h1")).to_have_text(titles[1])


def test_turning_pages(page: Page, site) -> None:
    document = next(d for d in site.kb.documents(EVERYONE) if d.pages > 2)
    page.goto(f"/document?document={document.id}")
    expect(page.get_by_text(texts.PAGE_OF.format(number=1, count=document.pages))).to_be_visible()
    page.get_by_role("button", name=texts.NEXT_PAGE).click()
    expect(page.get_by_text(texts.PAGE_OF.format(number=2, count=document.pages))).to_be_visible()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_text(texts.PAGE_OF.format(number=3, count=document.pages))).to_be_visible()
    page.get_by_role("link", name=texts.PAGE_LONG.format(number=1), exact=True).click()
    expect(page.get_by_text(texts.PAGE_OF.format(number=1, count=document.pages))).to_be_visible()
    page.get_by_text(texts.PAGE_TEXT).click()
    text = site.kb.page(document.id, 1, EVERYONE).text
    expect(page.locator(".sg-text")).to_contain_text(text.split("\n")[0].strip())


def test_back_keeps_question_and_filters(page: Page) -> None:
    open_first(page, QUESTION + "&van=2009&tot=2025")
    page.get_by_role("link", name=texts.BACK).click()
    expect(page.get_by_label(texts.QUESTION_LABEL)).to_have_value("Wat is het standpunt over windturbines?")
    assert address(page) == {"vraag": "Wat is het standpunt over windturbines?", "van": "2009", "tot": "2025"}
    expect(page.get_by_role("link", name=texts.REMOVE.format(value="2009 tot en met 2025"))).to_be_visible()


def test_a_link_to_a_page_opens_the_same(page: Page) -> None:
    open_first(page)
    title = page.locator("h1").inner_text()
    page.get_by_role("button", name=texts.COPY_LINK).click()
    expect(page.get_by_text(texts.COPIED)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    other = page.context.new_page()
    other.goto(copied)
    expect(other.locator("h1")).to_have_text(title)
    expect(other.locator(".sg-page-image")).to_have_attribute(
        "src", page.locator(".sg-page-image").get_attribute("src")
    )
    expect(other.locator(".sg-cite strong")).to_be_visible()


def test_the_original_downloads_whole(page: Page, site) -> None:
    open_first(page)
    path, name = site.kb.file(int(address(page)["document"]), EVERYONE)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=texts.DOWNLOAD).click()
    assert waiting.value.suggested_filename == name
    with open(waiting.value.path(), "rb") as got:
        assert got.read() == path.read_bytes()


def test_what_is_not_yours_is_not_there(page: Page, site) -> None:
    secret = next(d.id for d in site.kb.documents(Reader("k", frozenset({"kabinet"}))))
    for route in ("/pagina/{}/1", "/pagina/{}/1?fragment=1", "/origineel/{}"):
        not_yours, not_there = (page.request.get(route.format(n)) for n in (secret, 999_999))
        assert not_yours.status == not_there.status == 404
        assert not_yours.body() == not_there.body()
    found = page.request.get("/api/zoek", params={"vraag": "vertrouwelijke dossier kwakzalverij in de molenwiek"})
    assert all(hit["document"] != secret for hit in found.json()["hits"])
    page.goto(f"/document?document={secret}")
    expect(page.get_by_role("heading", name=texts.NOT_THERE_HEADING)).to_be_visible()
    page.goto("/?vraag=vertrouwelijke+dossier+kwakzalverij+in+de+molenwiek")
    expect(page.locator("h1")).to_be_attached()
    expect(page.locator(".sg-title", has_text="kabinet")).to_have_count(0)
    page.goto("/inhoud?van=2016-04-04&tot=2016-04-04")
    expect(page.locator(".sg-title")).to_have_count(1)  # the hostile one of that day, not the secret one


def test_a_hostile_document_shows_literally(page: Page) -> None:
    page.goto("/?vraag=plaatsing+van+kwispelbakken+in+het+park")
    cite = page.locator("article .sg-cite").first
    for literal in ("<script>window.broken = 1</script>", "[een link](javascript:alert(1))", ":red[rood]"):
        expect(cite).to_contain_text(literal)
    page.locator(".sg-title").first.click()
    expect(page.locator(".sg-cite-whole")).to_contain_text("<img src=x onerror='window.broken = 2'>")
    page.get_by_text(texts.PAGE_TEXT).click()
    expect(page.locator(".sg-text")).to_contain_text("![een beeld](http://elders.example/x.png)")
    assert page.evaluate("window.broken") is None
    assert page.locator("a[href^='javascript']").count() == 0


def test_the_media_store_of_streamlit_stays_empty(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_first(page)
    page.goto("/inhoud")
    expect(page.get_by_role("heading", name=texts.CHART_YEAR)).to_be_visible()
    assert not [url for url in asked if urlsplit(url).path.startswith("/media/")]
