"""Gives each browser the secret under which it keeps notes and watch lists, until people sign in."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.visitors import COOKIE, LASTS, is_secret, new_secret


class Visitors:
    """Sets the cookie on the first page that a browser gets. A feed reader or script that keeps none is let be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] != "http" or is_secret(secret_in(Headers(scope=scope).get("cookie", ""))):
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", _cookie(new_secret(), is_secure=scope["scheme"] == "https"))
                    headers["Cache-Control"] = "private, no-store"  # the next browser must not get this one's
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def secret_in(header: str) -> str | None:
    """Return the secret in a Cookie header; None where there is none, or where the header is broken."""
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _cookie(secret: str, *, is_secure: bool) -> str:
    rest = "; Secure" if is_secure else ""
    return f"{COOKIE}={secret}; Path=/; Max-Age={LASTS}; HttpOnly; SameSite=Lax{rest}"
