"""The HTML shell that Streamlit's screens are drawn in, made Dutch: Streamlit 1.67 fixes `<html lang="en">`."""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

NO_SCRIPT: Final = "Het Streekgeheugen heeft JavaScript nodig. Zet het aan in uw browser."
_SCRIPTS: Final = [Path(__file__).with_name(name) for name in ("links.js", "suggestions.js")]


def shell(title: str, words: Mapping[str, str]) -> Callable[[Request], Response]:
    """Return a route that serves Streamlit's page with our language, title and script.

    Args:
        title: What the browser shows before a screen has named itself.
        words: Streamlit's own English words, and what to show in their place.
    """
    page = dutch(files("streamlit").joinpath("static", "index.html").read_text("utf-8"), title, words)

    def answer(request: Request) -> Response:
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    return answer


def dutch(page: str, title: str, words: Mapping[str, str]) -> str:
    """Return Streamlit's index.html in Dutch, without inline script and without the pointer to its agent API.

    Raises:
        ValueError: The page is not the one that this was written for.
    """
    told = f'<meta name="woorden" content="{escape(json.dumps(words, ensure_ascii=False))}">'
    changes = (
        (r'<html lang="en">', '<html lang="nl">'),
        (r"<title>[^<]*</title>", f"<title>{escape(title)}</title>{told}"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT}</p></noscript>"),
        (r"<script>\s*window\.prerenderReady = false\s*</script>", '<script src="./streekgeheugen.js"></script>'),
    )
    for pattern, replacement in changes:
        page, count = re.subn(pattern, lambda _, text=replacement: text, page, flags=re.DOTALL)  # type: ignore[misc]
        if count != 1:
            raise ValueError(f"Streamlit's index.html has changed: {pattern} occurs {count} times")
    return re.sub(r"<!--.*?-->|<link rel=\"service-desc\"[^>]*>", "", page, flags=re.DOTALL)


def script(request: Request) -> Response:
    """Serve the scripts that are ours, as one."""
    whole = b"\n".join(path.read_bytes() for path in _SCRIPTS)
    return Response(whole, media_type="text/javascript", headers={"Cache-Control": "no-cache"})
