"""Two stories, as they are lived: the director who looks for experience, the coordinator who watches contracts."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.settling import settled
from views import texts
from views.pieces.texts import EXPORT_NAMES
from views.registers import texts as texts_registers

SCREENS = ["/overeenkomsten", "/ervaring", "/ervaring?vraag=deelmobiliteit", "/matrix", "/overeenkomst"]


@pytest.fixture
def with_contracts(page: Page) -> Page:
    """The board, where the readers of contracts found any in the sample corpus."""
    page.goto("/overeenkomsten")
    expect(page.locator("h1")).to_have_text(texts_registers.CONTRACTS_HEADING)
    settled(page)
    if page.get_by_text(texts_registers.NO_CONTRACTS).count():
        pytest.skip("no facts of contracts were read in the sample corpus")
    return page


@pytest.fixture
def take(page: Page, tmp_path: Path) -> Callable[[str], bytes]:
    """Clicks on a file to take along and returns what comes."""

    def taken(label: str) -> bytes:
        with page.expect_download() as coming:
            page.get_by_role("link", name=label, exact=True).click()
        coming.value.save_as(tmp_path / "bestand")
        return (tmp_path / "bestand").read_bytes()

    return taken


def test_the_director_finds_who_has_experience_and_reads_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=texts_registers.PAGE_EXPERIENCE, exact=True).click()
    page.get_by_label(texts_registers.EXPERIENCE_LABEL).fill("wie heeft ervaring met deelmobiliteit")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/ervaring[?]vraag="))
    first = page.locator(".sg-ranking article").first
    expect(first).to_be_visible()
    names = page.locator(".sg-ranking h3").all_inner_texts()
    assert {"Brugge", "Blankenberge", "Torhout"} <= {name.strip() for name in names}
    expect(first.locator(".sg-reason")).to_have_text(re.compile(r"besluit|overeenkomst|toetreding|trekker"))
    proof = first.locator(".sg-proofs a").first
    title = (proof.get_attribute("title") or "").rpartition(",")[0]
    proof.click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".sg-page-image")).to_be_visible()
    page.go_back()
    expect(page.locator(".sg-ranking article").first).to_be_visible()


def test_the_coordinator_goes_from_the_board_to_a_contract_to_its_page(with_contracts: Page) -> None:
    page = with_contracts
    link = page.locator(".sg-board .sg-title").first
    name = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.get_by_role("heading", name=texts_registers.FACTS_HEADING)).to_be_visible()
    fact = page.locator(".sg-facts dd a").first
    expect(fact).to_have_attribute("href", re.compile(r"^/document\?document=\d+&pagina=\d+$"))
    fact.click()
    expect(page.locator(".sg-page-image")).to_be_visible()


def test_the_dates_go_into_a_calendar_and_the_board_into_a_spreadsheet(
    with_contracts: Page, take: Callable[[str], bytes]
) -> None:
    names = {name.strip() for name in with_contracts.locator(".sg-board .sg-title").all_text_contents()}
    events = Calendar.from_ical(take(EXPORT_NAMES["ics"])).walk("VEVENT")
    for event in events:
        assert str(event["summary"]).partition(": ")[2] in names
        assert "/overeenkomst?overeenkomst=" in str(event["url"])
        assert len(event.walk("VALARM")) == 3
    book = load_workbook(io.BytesIO(take(EXPORT_NAMES["xlsx"])))
    assert book.active is not None
    assert names <= {str(row[0].value) for row in book.active.iter_rows(min_row=2)}
    lines = list(csv.reader(io.StringIO(take(EXPORT_NAMES["csv"]).decode("utf-8-sig")), delimiter=";"))
    assert names <= {line[0] for line in lines[1:]}


def test_the_board_narrows_to_what_can_still_be_joined_and_back(with_contracts: Page) -> None:
    page = with_contracts
    page.get_by_role("link", name=texts_registers.CHOICE_OPEN).click()
    expect(page).to_have_url(re.compile("enkel=open"))
    expect(page.locator(".sg-choice[aria-current]")).to_have_text(texts_registers.CHOICE_OPEN)
    page.get_by_role("link", name=texts_registers.CHOICE_ALL, exact=True).click()
    expect(page.locator(".sg-choice[aria-current]")).to_have_text(texts_registers.CHOICE_ALL)
    settled(page)  # what is chosen before the list of all is there, is chosen in the list that goes away
    page.get_by_label(texts_registers.CHOOSE_MUNICIPALITY).select_option("Damme")
    page.get_by_role("button", name=texts_registers.SHOW).click()
    expect(page).to_have_url(re.compile("gemeente=Damme"))


def test_the_matrix_compares_what_is_typed_and_leads_to_the_page(page: Page, take: Callable[[str], bytes]) -> None:
    page.goto("/matrix")
    page.get_by_text(texts_registers.CHANGE_SUBJECTS).click()
    page.get_by_role("textbox").fill("zonnepanelen\ndeelmobiliteit\n")
    page.get_by_role("button", name=texts_registers.SHOW).click()
    expect(page).to_have_url(re.compile("onderwerp="))
    expect(page.locator(".sg-matrix thead th")).to_have_text(
        [texts_registers.MATRIX_COLUMN, "zonnepanelen", "deelmobiliteit"]
    )
    settled(page)
    expect(page.locator(".sg-matrix tbody tr")).to_have_count(10)
    expect(page.locator(".sg-gap").first).to_have_text(texts_registers.NOT_FOUND)
    assert len(take(EXPORT_NAMES["csv"]).decode("utf-8-sig").splitlines()) >= 21
    page.locator(".sg-matrix td a").first.click()
    expect(page.locator(".sg-page-image")).to_be_visible()


def test_nobody_has_experience_with_nonsense(page: Page) -> None:
    page.goto("/ervaring?vraag=welke+smaken+ijsjes+zijn+er")
    expect(page.get_by_role("heading", name=texts_registers.NOTHING_HEADING)).to_be_visible()
    expect(page.get_by_text("Gezocht in")).to_contain_text("documenten")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_is_dutch_and_no_wider_than_the_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    expect(page.locator("h1")).to_have_count(1)
    settled(page)
    assert page.title().endswith(texts.APP)
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth <= main.clientWidth")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.locator("img:not([alt])").count() == 0
