"""What the builder adds to a document itself: who was present (functions only) and who signs."""

import datetime as dt
import hashlib
import re

from corpus_sources.source import Source

MINUTES = frozenset({"notulen", "notulen-oud"})
COUNCIL = frozenset({"notulen", "notulen-oud", "besluitenlijst", "agenda", "uittreksel"})
SIGNED = frozenset({"notulen", "notulen-oud", "uittreksel", "besluitenlijst"})
_NEW_DECREE = dt.date(2018, 8, 1)  # from here a general director instead of a secretary
_SEATS = {
    "Brugge": (10, 36), "Knokke-Heist": (7, 20), "Torhout": (6, 20), "Oostkamp": (6, 20), "Zedelgem": (6, 19),
    "Blankenberge": (6, 18), "Beernem": (5, 16), "Jabbeke": (5, 15), "Damme": (4, 16), "Zuienkerke": (3, 8),
}  # fmt: skip


def seed(source: Source, salt: str = "") -> int:
    """A number that depends on the document alone, for small variations that never change."""
    return int.from_bytes(hashlib.sha256(f"{source.file}{salt}".encode()).digest()[:6], "big")


def says_who(source: Source) -> bool:
    """Whether the source writes its own attendance block."""
    return any(block.text.startswith(("Aanwezig", "Waren aanwezig")) for block in source.preamble)


def attendance(source: Source) -> list[tuple[str, str]]:
    """Rows of the attendance block (label, functions); empty where the document has none."""
    if says_who(source) or source.style not in MINUTES | {"verslag"}:
        return []
    return _council_attendance(source) if source.municipality else _meeting_attendance(source)


def _council_attendance(source: Source) -> list[tuple[str, str]]:
    aldermen, members = _SEATS.get(source.municipality, (5, 16))
    present = _voters(source) - 1 - aldermen
    absent = members - present if 0 < present <= members else seed(source) % 4
    secretary = "de algemeen directeur" if source.date >= _NEW_DECREE else "de gemeentesecretaris"
    if source.body.lower().startswith("college"):
        return [("Aanwezig:", f"de burgemeester-voorzitter; {aldermen} schepenen; {secretary}")]
    chair = "de voorzitter; de burgemeester" if seed(source, "v") % 2 else "de burgemeester-voorzitter"
    rows = [("Aanwezig:", f"{chair}; {aldermen} schepenen; {members - absent} raadsleden; {secretary}")]
    if absent:
        rows.append(("Verontschuldigd:", f"{absent} {'raadslid' if absent == 1 else 'raadsleden'}"))
    return rows


def _voters(source: Source) -> int:
    """How many took part in the counted votes of the sitting; 0 where none was counted."""
    texts = (block.text for item in source.items for block in item.blocks)
    votes = (text for text in texts if text.startswith("Stemming:") and " voor" in text)
    counted = (re.findall(r"\d+", vote) for vote in votes)
    return max((sum(map(int, numbers)) for numbers in counted), default=0)


def _meeting_attendance(source: Source) -> list[tuple[str, str]]:
    if not source.body.startswith("Burgemeestersoverleg"):
        return [("Aanwezig:", f"vertegenwoordigers van {7 + seed(source) % 4} gemeenten; WVI (verslag)")]
    present = 8 + seed(source) % 3
    rows = [("Aanwezig:", f"de burgemeesters van {present} gemeenten; de streekgedeputeerde; WVI (verslag)")]
    if present < 10:
        rows.append(("Verontschuldigd:", "de overige burgemeesters"))
    return rows


def opening(source: Source) -> str:
    """The sentence that opens minutes; empty for other papers and where the source has its own."""
    opened = any(" opent " in block.text for block in source.preamble)
    council = bool(source.municipality) and not source.body.lower().startswith("college")
    if opened or source.style not in MINUTES or not council:
        return ""
    hour = ("19.00 uur", "19u30", "20.00 uur", "20 uur")[seed(source, "uur") % 4]
    return f"De voorzitter opent de openbare zitting om {hour}."


def signatures(source: Source) -> tuple[str, str] | None:
    """The two functions under a council paper, without names."""
    if source.style not in SIGNED or not source.municipality:
        return None
    if source.date >= _NEW_DECREE:
        return "De algemeen directeur", "De voorzitter"
    return "De gemeentesecretaris", "De burgemeester-voorzitter"
