"""When a screen is drawn: what is counted or clicked before may be that of a screen half drawn."""

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Wait until a screen has been drawn and nothing runs: "initial", before the first drawing, is no rest."""
    expect(page.locator("h1").first).to_be_attached()
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
