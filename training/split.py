"""Which documents of the question sets are never trained on, so that the shipped model can be measured for ever after.

A fifth, chosen by a checksum of the document's number: the question, the answer and the thesaurus terms of one written
question share that number and so stay on one side. `govbench` is held out whole: it comes from another country and
another kind of publisher, and shows what the model does far from home.
"""

import re
from zlib import crc32

SHARE = 5
"""One in so many is held out."""
FAMILIES = ("chamber", "dekamer")
"""How the names of the sets begin that are trained on; no other set is."""

_NUMBER = re.compile(r"\d+$")


def held_out(set_name: str, document_id: str) -> bool:
    """Whether a document of a question set was never trained on.

    Args:
        set_name: Name of the set's folder, such as "dekamer_title2answer".
        document_id: Its id in that set, such as "a184503".
    """
    family = set_name.partition("_")[0]
    number = _NUMBER.search(document_id)
    return family not in FAMILIES or _falls_out(f"{family}:{number[0] if number else document_id}")


def held_out_term(text: str) -> bool:
    """Whether a thesaurus term of "dekamer_theme2doc" was never trained on."""
    return _falls_out(f"term:{text}")


def _falls_out(key: str) -> bool:
    return crc32(key.encode()) % SHARE == 0
