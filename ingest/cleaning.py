"""The characters of a text as people would type them, so that a search finds the word whatever program wrote it.

Changes no letter into another: nothing is spelled otherwise, transliterated or put in lower case.
"""

import re
import unicodedata

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Word's own list bullets stand in the private area (Symbol and Wingdings): a glyph there, no letter.
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0A8, 0xF06F, 0xF0E0, 0xF02D), "•")
# 0x80 to 0x9F are never meant as controls: they are windows-1252 that was read as Latin-1 (’ “ – €).
_MISREAD = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_TABLE = {**_LIGATURES, **_BULLETS, **_MISREAD, 0x2011: "-", 0x2010: "-"}

# Controls, soft hyphens, zero width and direction marks, private use, halves of surrogate pairs, non-characters.
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")

_ADDRESS = re.compile(r"[/@]|www\.")  # of a web page or mailbox, or a budget code: its hyphens are its own

# After these a hyphen belongs to the word: "niet-lid", "oud-burgemeester".
_PREFIXES = frozenset(["niet", "ex", "oud", "vice", "pro", "anti", "non", "co", "multi", "e"])
# Before these it stands for a word left out: "gemeente- en OCMW-raad".
_CONJUNCTIONS = frozenset(["en", "of", "tot", "dan", "als", "noch", "respectievelijk", "et", "ou"])


def clean(text: str) -> str:
    """Return the text in NFC, ligatures spelled out, without characters that nobody sees. Keeps white space."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _DROPPED.sub("", text.translate(_TABLE)))


def flat(text: str) -> str:
    """Return the cleaned text on one line, words divided by one space."""
    return _SPACES.sub(" ", clean(text)).strip()


def junction(left: str, right: str, is_hyphenated: bool) -> str:
    """Tell how two halves of a word meet that a line end divided after a hyphen.

    Args:
        left: The word before the hyphen, without it.
        right: The first word of the next line.
        is_hyphenated: Whether a machine divides words in this document. Of the 53 different ones in the council
            files none was: there every hyphen at a line end was typed ("kandidaat-huurders", "Knokke-Heist").

    Returns:
        "" for one word, "-" for one word with its hyphen, " " for two words.
    """
    head, tail = left.rsplit("-", 1)[-1], right.strip(".,;:()\"'’")
    if tail.lower() in _CONJUNCTIONS or not head or not right[:1].isalnum():
        return " "
    if not is_hyphenated or len(head) < 2 or head.lower() in _PREFIXES or _ADDRESS.search(left):
        return "-"
    if head.isupper():
        return "" if tail.isupper() and len(head) > 5 and len(tail) > 2 else "-"
    return "" if is_division(left, right) else "-"


def is_division(left: str, right: str) -> bool:
    """Tell whether the two halves can be one word that was divided: lower case goes on in lower case."""
    return left[-1:].islower() and right[:1].islower() and not _ADDRESS.search(left)
