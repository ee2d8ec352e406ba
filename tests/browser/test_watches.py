"""A search is saved; later something comes that answers it, and the list and the feed show it with its reason."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect

from ingest.pipeline import ingest
from search import store
from search.database import open_for_writing
from search.types import EVERYONE, Reader
from tests.browser.conftest import Site
from views.watches import texts as words

QUESTION = "nestkasten voor gierzwaluwen"
MINUTES = (
    "Gemeente Damme\nNotulen van de gemeenteraad\nZitting van 24 juni 2024\n\n"
    "5. Nestkasten voor gierzwaluwen. Goedkeuring.\n\n"
    "De raad beslist om veertig nestkasten voor gierzwaluwen op te hangen aan de kerktoren.\n"
)


@pytest.fixture
def coming(site: Site, tmp_path: Path) -> Iterator[Path]:
    """A folder from which files are added; afterwards they are gone again."""
    before = {document.id for document in site.kb.documents(Reader("", frozenset({EVERYONE})))}
    yield tmp_path
    with open_for_writing(site.kb.data) as db, db.atomic():
        after = [document.id for document in site.kb.documents(Reader("", frozenset({EVERYONE})))]
        store.remove(db, [i for i in after if i not in before])
        store.touch(db)


def at_rest(page: Page) -> None:
    """Wait until the screen is drawn: a click on a button that is drawn again meanwhile is lost."""
    state = ("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stApp")).to_have_attribute(*state, timeout=40_000)


def test_a_search_is_saved_and_tells_what_came_since(page: Page, site: Site, coming: Path) -> None:
    page.goto("/volglijsten")
    expect(page.get_by_role("heading", name=words.EMPTY_HEADING)).to_be_visible()
    page.get_by_role("link", name=words.TO_SEARCH).click()
    page.goto(f"/?vraag={QUESTION.replace(' ', '+')}")
    at_rest(page)
    page.get_by_role("button", name=words.FOLLOW).click()
    page.get_by_role("link", name=words.FOLLOWED).click()
    expect(page).to_have_url(re.compile("/volglijsten"))
    heading = page.get_by_role("heading", name=QUESTION)
    expect(heading).to_contain_text(words.NOTHING_NEW)

    (coming / "2024-06-24_notulen.txt").write_text(MINUTES)
    ingest([coming], site.kb.data, site.kb.embedder, workers=1)
    page.reload()
    expect(heading).to_contain_text("1 nieuw", timeout=40_000)
    expect(page.get_by_text("Uw woorden “nestkasten” en “gierzwaluwen” staan erin.")).to_be_visible()

    page.get_by_text(words.SETTINGS).click()
    address = page.get_by_label(words.FEED).input_value()
    entries = ElementTree.fromstring(page.request.get(address).body()).findall("{*}entry")
    assert ["nestkasten" in "".join(entry.itertext()) for entry in entries] == [True]

    card = page.locator(".sg-card").first
    card.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/document\?.*pagina=1"))
    expect(page.locator("body")).to_contain_text("kerktoren", timeout=40_000)
    page.go_back()
    expect(heading).to_be_visible(timeout=40_000)
    at_rest(page)
    page.get_by_role("button", name=words.SEEN).click()
    expect(heading).to_contain_text(words.NOTHING_NEW, timeout=40_000)


def test_what_is_removed_can_be_taken_back(page: Page) -> None:
    page.goto("/volglijsten")
    at_rest(page)
    page.get_by_role("button", name=words.CONTRACTS_FOLLOW).click()
    heading = page.get_by_role("heading", name=re.compile(f"^{words.CONTRACTS_NAME} "))
    expect(heading).to_be_visible(timeout=40_000)
    expect(page.get_by_role("heading", name=words.COMING)).to_be_visible()
    page.get_by_text(words.SETTINGS).click()
    expect(page.get_by_label(words.CALENDAR)).to_have_value(re.compile(r"/volg/[0-9a-f]{32}\.ics$"))
    at_rest(page)
    page.get_by_role("button", name=words.DELETE).click()
    expect(heading).to_have_count(0, timeout=40_000)
    at_rest(page)
    page.get_by_role("button", name=words.UNDO).click()
    expect(heading).to_be_visible(timeout=40_000)
