"""A title without the occasion that it tells: "Wijziging rechtspositieregeling naar aanleiding van de fusie". Pure.

Why something is done is no subject: the same regulation is changed on many occasions.
"""

import re

_OCCASION = re.compile(
    r"\s(?:naar aanleiding van|n\.?\s?a\.?\s?v\.?|in het kader van|i\.?k\.?v\.?|in functie van|i\.?f\.?v\.?"
    r"|ingevolge|wegens|(?:als|ten) gevolge? van|in uitvoering van)\s(?:(?![.:;]\s|\s[–-]\s).)+",
    re.IGNORECASE,
)


def without(title: str) -> str:
    """Return a title without what stands behind "naar aanleiding van" and the like, up to the end of its phrase."""
    return _OCCASION.sub("", title)
