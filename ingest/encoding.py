"""Bytes to text for the formats that leave their encoding to be guessed.

Knows nothing of any format but the one declaration that HTML and XML make of themselves.
"""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_HEAD = 4_096  # bytes in which a declaration counts, and that tell two bytes a character by their zeros
_SAMPLE = 65_536  # bytes that the guess looks at; it takes some 20 ms for these


def decode(data: bytes) -> str:
    """Return the text of the bytes. Never fails: what has no meaning becomes U+FFFD.

    Valid UTF-8 is believed over any declaration: Word writes "windows-1252" above UTF-8, and text in another
    encoding with accents is practically never valid UTF-8.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if (wide := _wide(data)) is not None:
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data) or _guessed(data), "replace")


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes cannot be text: zeros (that are not UTF-16 or UTF-32), or many controls."""
    head = data[:_HEAD]
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    controls = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head)
    return b"\0" in head or controls * 50 > len(head)


def _wide(data: bytes) -> str | None:
    """Return UTF-16 without a mark as text: of Latin letters every other byte is zero."""
    head = data[:_HEAD]
    for name, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros and zeros.count(0) * 10 > len(zeros) * 8 and others.count(0) * 20 < len(others):
            return data.decode(name, "replace")
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
        "".encode(name)  # codecs such as "hex" are no text encodings
    except (LookupError, TypeError, ValueError):
        return None
    # A browser reads Latin-1 as windows-1252 (WHATWG), and what failed as UTF-8 is not UTF-8.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": "cp1252"}.get(name, name)


def _guessed(data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "iso8859_15", "mac_roman", "cp850"]).best()
    return best.encoding if best else "cp1252"
