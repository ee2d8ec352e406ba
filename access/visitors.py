"""Who keeps something before people sign in: a browser, known by a secret that only it has.

What somebody keeps is his alone, but says nothing of what he may read: that is the Reader's.
"""

import hashlib
import re
import secrets
from typing import Final

COOKIE: Final = "sg_bezoeker"
LASTS: Final = 400 * 24 * 3600  # seconds; no browser keeps a cookie longer
_SECRET: Final = re.compile(r"[0-9a-f]{32}")


def new_secret() -> str:
    """Return a secret for a browser that has none: 128 random bits."""
    return secrets.token_hex(16)


def is_secret(value: str | None) -> bool:
    """Whether a cookie holds what `new_secret` gave."""
    return bool(value and _SECRET.fullmatch(value))


def owner_of(secret: str | None) -> str | None:
    """Return the name under which a browser's things are kept, from which its secret cannot be found; None without.

    Args:
        secret: What the cookie holds.
    """
    if not is_secret(secret):
        return None
    assert secret is not None
    return "bezoeker-" + hashlib.sha256(secret.encode()).hexdigest()[:32]
