"""Headers that every answer carries, and doors of Streamlit that stay shut. Decides nothing about who may read."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # an address holds the question
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SHUT: Final = ("/media/", "/_stcore/agent/", "/_stcore/metrics", "/_stcore/script-health-check")
"""Streamlit serves these to whoever asks: files of any session without sign-in, and what the server does."""


class SecurityHeaders:
    """Adds the headers to every answer that does not set them itself, and answers 404 on what is shut.

    Streamlit checks where a websocket comes from, but lets one pass that does not say; here that one is refused.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] == "websocket" and not any(name == b"origin" for name, _ in scope["headers"]):
            await send({"type": "websocket.close", "code": 1008})  # no browser of a person: they all name themselves
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["path"].startswith(SHUT):
            await JSONResponse({"error": "Niet gevonden."}, 404)(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)
