"""Notes that are kept: collected with one click, or composed on a theme and then edited, taken along and shared."""

import io
import re

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from docx import Document
from playwright.sync_api import Browser, Locator, Page, expect

from desk.brief import quotes
from desk.notes import collect, notes
from desk.notes import editing as notes_editing
from desk.notes import versions as notes_versions
from desk.notes.content import LONGEST_TEXT, LONGEST_TITLE
from search.types import EVERYONE, Reader
from tests.browser.conftest import Site
from views.notes import texts as words

THEME = "digitaal buurtplatform"
OWN = "Dit bespreken we op de volgende vergadering."
REMARK = "Navragen bij de dienst"
EVERYBODY = Reader(EVERYONE, frozenset({EVERYONE}))
DECISIONS = "Eerdere besluiten"


def keep_a_draft(page: Page) -> None:
    """Compose a note on a theme and keep it."""
    page.goto(f"/nota?vraag={THEME.replace(' ', '+')}")
    page.get_by_role("button", name=words.KEEP).click(timeout=60_000)  # the first note composed on a cold server
    expect(page).to_have_url(re.compile(r"/notas\?nota="), timeout=40_000)
    expect(page.get_by_label(words.TITLE_LABEL)).to_have_value(re.compile(THEME), timeout=40_000)


def chapter(page: Page, heading: str) -> Locator:
    """Return the part of the screen with the chapter under a heading."""
    return page.locator("[class*=st-key-sg-onderdeel-]").filter(
        has=page.get_by_role("heading", name=heading, exact=True)
    ).last  # fmt: skip


def saved(page: Page, versions: int) -> None:
    """Wait until so many versions are kept."""
    expect(page.get_by_text(words.VERSIONS.format(n=versions))).to_be_visible(timeout=40_000)


def test_a_theme_becomes_a_draft_that_is_edited_and_taken_along(page: Page, site: Site, tmp_path) -> None:
    keep_a_draft(page)
    decisions = chapter(page, DECISIONS)
    decisions.get_by_role("button", name=words.EDIT, exact=True).click()
    pieces = decisions.locator("blockquote")
    expect(decisions.get_by_placeholder(words.REMARK_PLACEHOLDER).first).to_be_visible(timeout=40_000)
    first, second = (pieces.nth(i).inner_text().rpartition("[")[0].strip() for i in range(2))
    decisions.get_by_role("button", name=words.DOWN).first.click()
    saved(page, 2)
    expect(pieces.nth(0)).to_contain_text(second)
    remark = decisions.get_by_placeholder(words.REMARK_PLACEHOLDER).first
    remark.fill(REMARK)
    remark.press("Enter")
    saved(page, 3)
    count = pieces.count()
    decisions.get_by_role("button", name=words.DROP).nth(1).click()
    saved(page, 4)
    expect(pieces).to_have_count(count - 1)
    decisions.get_by_role("button", name=words.WRITE).click()
    page.get_by_label(words.WRITE_LABEL.format(heading=DECISIONS)).fill(OWN)
    decisions.get_by_role("button", name=words.SAVE).click()
    saved(page, 5)
    page.reload()
    saved(page, 5)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Word", exact=True).click()
    coming.value.save_as(tmp_path / "nota.docx")
    written = Document(io.BytesIO((tmp_path / "nota.docx").read_bytes()))
    said = [paragraph.text for paragraph in written.paragraphs]
    assert OWN in said
    assert REMARK in said
    assert any(second in each for each in said)
    assert not any(each.strip("“”") == first for each in said)
    quoted = [p.text.split("“", 1)[1].rsplit("”", 1)[0] for p in written.paragraphs if p.style.name == "Quote"]
    pages = [
        site.kb.page(document.id, number, EVERYBODY).text
        for document in site.kb.documents(EVERYBODY)
        for number in range(1, document.pages + 1)
    ]
    assert len(quoted) > 10
    assert [each for each in quoted if not any(quotes.standing_in(each, text) for text in pages)] == []


def test_an_article_left_without_its_decision_says_of_which_it_is(page: Page) -> None:
    keep_a_draft(page)
    decisions = chapter(page, DECISIONS)
    decisions.get_by_role("button", name=words.EDIT, exact=True).click()
    expect(decisions.get_by_placeholder(words.REMARK_PLACEHOLDER).first).to_be_visible(timeout=40_000)
    pieces = decisions.locator("[class*=st-key-sg-stuk-]:has(blockquote)")
    at = next(i for i in range(pieces.count()) if "Artikel 1" in pieces.nth(i).inner_text())
    lead = pieces.nth(at).locator("strong").inner_text()
    expect(pieces.nth(at + 1)).not_to_contain_text(lead)  # it follows: said once is enough
    decisions.get_by_role("button", name=words.DROP).nth(at).click()
    saved(page, 2)
    expect(pieces.nth(at)).to_contain_text(lead)
    expect(pieces.nth(at)).to_contain_text("Artikel 2")


def test_what_is_too_long_stays_in_its_field_and_says_so(page: Page) -> None:
    keep_a_draft(page)
    decisions = chapter(page, DECISIONS)
    decisions.get_by_role("button", name=words.WRITE).click()
    field = page.get_by_label(words.WRITE_LABEL.format(heading=DECISIONS))
    long = "woord " * (LONGEST_TEXT // 6 + 100)
    field.fill(long)
    decisions.get_by_role("button", name=words.SAVE).click()
    expect(decisions.get_by_text("Deze tekst is te lang")).to_contain_text(words.NOT_LOST, timeout=40_000)
    expect(field).to_have_value(long)
    title = page.get_by_label(words.TITLE_LABEL)
    title.fill("t" * (LONGEST_TITLE + 1))
    title.press("Enter")
    expect(page.get_by_text("Deze titel is te lang")).to_be_visible(timeout=40_000)
    expect(title).to_have_value("t" * (LONGEST_TITLE + 1))
    expect(field).to_have_value(long)
    saved(page, 1)
    field.fill(OWN)
    decisions.get_by_role("button", name=words.SAVE).click()
    saved(page, 2)
    expect(page.get_by_text("Deze tekst is te lang")).to_have_count(0)


def test_undo_goes_back_and_a_version_is_put_back(page: Page) -> None:
    keep_a_draft(page)
    title = page.get_by_label(words.TITLE_LABEL)
    before = title.input_value()
    title.fill("Overleg van 12 december")
    title.press("Enter")
    saved(page, 2)
    page.get_by_role("button", name=words.UNDO).click()
    expect(title).to_have_value(before, timeout=40_000)
    page.get_by_role("button", name=words.REDO).click()
    expect(title).to_have_value("Overleg van 12 december", timeout=40_000)


def test_a_passage_goes_from_the_search_into_the_note_with_one_click(page: Page) -> None:
    page.goto("/?vraag=deelmobiliteit")
    card = page.locator("article.sg-card").first
    words_found = card.locator("blockquote strong").first.inner_text()
    button = page.locator("[class*=st-key-sg-acties-]").first.get_by_role("button", name=words.PUT)
    button.click()
    bar = page.locator(".st-key-sg-nota-balk")
    expect(bar).to_contain_text(words.PUT_IN)
    expect(bar).to_contain_text(words.COUNTER.format(n=1))
    again = page.locator("[class*=st-key-sg-acties-]").first.get_by_role("button", name=words.IS_IN)
    expect(again).to_be_focused()
    again.press("Enter")
    expect(bar).to_contain_text(words.WAS_IN)
    expect(bar).to_contain_text(words.COUNTER.format(n=1))
    bar.get_by_role("link", name=words.OPEN).click()
    expect(page.locator("blockquote").first).to_contain_text(words_found)
    page.reload()
    expect(page.locator("blockquote").first).to_contain_text(words_found)


def test_what_was_put_in_is_taken_out_again_by_undo(page: Page) -> None:
    page.goto("/?vraag=deelmobiliteit")
    actions = page.locator("[class*=st-key-sg-acties-]").first
    actions.get_by_role("button", name=words.PUT).click()
    page.locator(".st-key-sg-nota-balk").get_by_role("button", name=words.UNDO).click()
    expect(actions.get_by_role("button", name=words.PUT)).to_be_visible()


def test_the_keyboard_goes_from_a_result_to_its_button(page: Page) -> None:
    page.goto("/?vraag=deelmobiliteit")
    expect(page.locator("article.sg-card")).to_have_count(10)
    expect(page.locator("[class*=st-key-sg-in-nota-] button")).to_have_count(10)
    order = page.evaluate(
        "() => [...document.querySelectorAll('.sg-title, [class*=st-key-sg-in-nota-] button')]"
        ".map((each) => each.className.includes('sg-title') ? 'titel' : 'knop').slice(0, 6)"
    )
    assert order == ["titel", "knop"] * 3


@pytest.mark.parametrize("path", ["/besluit", "/overeenkomst", "/dossier"])
def test_a_decision_a_contract_and_a_dossier_go_in_with_one_click(page: Page, site: Site, path: str) -> None:
    register = site.kb.registers.register(EVERYBODY)
    key = {
        "/besluit": next(key for key, each in register.decisions.items() if each.is_decided),
        "/overeenkomst": register.contracts[0].key,
        "/dossier": register.dossiers[0].key,
    }[path]
    page.goto(f"{path}?{path[1:]}={key}")
    page.locator("[class*=st-key-sg-in-nota-] button").first.click()
    expect(page.locator(".st-key-sg-nota-balk")).to_contain_text(words.PUT_IN)
    expect(page.locator("[class*=st-key-sg-in-nota-] button").first).to_have_text(words.IS_IN)


def test_an_empty_list_says_how_to_begin_and_what_is_removed_comes_back(page: Page) -> None:
    page.goto("/notas")
    expect(page.get_by_text(words.EMPTY_HEADING)).to_be_visible()
    page.get_by_label(words.NEW_LABEL).fill("Overleg van maart")
    page.get_by_role("button", name=words.NEW).click()
    expect(page.get_by_label(words.TITLE_LABEL)).to_have_value("Overleg van maart")
    page.goto("/notas")
    page.get_by_role("button", name=words.ACTIONS).click()
    page.get_by_text(words.REMOVE, exact=True).click()
    expect(page.get_by_text(words.REMOVED.format(title="Overleg van maart"))).to_be_visible()
    page.get_by_role("button", name=words.UNDO).click()
    expect(page.get_by_role("link", name="Overleg van maart")).to_be_visible()


def test_a_colleague_reads_a_shared_note_and_makes_a_copy(page: Page, browser: Browser, site: Site) -> None:
    page.goto("/?vraag=deelmobiliteit")
    page.locator("[class*=st-key-sg-acties-]").first.get_by_role("button", name=words.PUT).click()
    page.locator(".st-key-sg-nota-balk").get_by_role("link", name=words.OPEN).click()
    expect(page.locator("blockquote").first).to_be_visible()
    with browser.new_context(base_url=site.url, locale="nl-BE") as other:
        colleague = other.new_page()
        colleague.goto(page.url)
        expect(colleague.get_by_text(words.NOT_THERE)).to_be_visible()
        page.get_by_text(words.SHARE).click()
        expect(page.get_by_role("button", name=words.COPY_LINK)).to_be_visible()
        colleague.reload()
        expect(colleague.get_by_text(words.SHARED_BY)).to_be_visible()
        expect(colleague.locator("blockquote").first).to_be_visible()
        expect(colleague.get_by_label(words.TITLE_LABEL)).to_have_count(0)
        colleague.get_by_role("button", name=words.MAKE_COPY).click()
        expect(colleague.get_by_label(words.TITLE_LABEL)).to_be_visible()


def test_a_note_of_which_a_source_is_not_for_all_shows_a_colleague_nothing(page: Page, site: Site) -> None:
    cabinet = Reader("k", frozenset({EVERYONE, "kabinet"}))
    document = next(each for each in site.kb.documents(cabinet) if each.audience == "kabinet")
    head, _ = collect.put(site.kb, "bezoeker-kabinet", collect.page(site.kb, cabinet, document.id, 1))
    head = notes_versions.edit(
        site.kb.data, head.owner, head.id, head.version, lambda c: notes_editing.titled(c, "Besloten overleg"), ""
    )
    notes.share(site.kb.data, "bezoeker-kabinet", head.id, is_shared=True)
    page.goto(f"/notas?nota={head.id}")
    expect(page.get_by_text(words.NOT_WHOLE_HEADING)).to_be_visible()
    for secret in (head.title, document.title, "kwakzalverij"):
        expect(page.locator("body")).not_to_contain_text(secret)


def test_a_second_tab_is_told_that_the_note_changed(page: Page) -> None:
    keep_a_draft(page)
    second = page.context.new_page()
    second.goto(page.url)
    saved(second, 1)
    for tab, title in ((page, "Uit het eerste tabblad"), (second, "Uit het tweede tabblad")):
        field = tab.get_by_label(words.TITLE_LABEL)
        field.fill(title)
        field.press("Enter")
        if tab is page:
            saved(page, 2)
    expect(second.get_by_text("elders gewijzigd")).to_be_visible(timeout=40_000)
    expect(second.get_by_text("Uit het tweede tabblad")).to_be_visible()  # handed back, to take over
    expect(second.get_by_label(words.TITLE_LABEL)).to_have_value("Uit het eerste tabblad")
