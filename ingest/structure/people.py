"""Takes out who was there, who voted what and who signed: personal data that would drown the matter.

The sentence with the outcome stays; only the names go.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.rows import Row, cut
from ingest.structure.terms import ARTICLE, MOTIVES
from ingest.types import Role
from search.language import dates

_PRESENT = re.compile(
    r"(?:(?:zijn|waren|is|was)\s+)?(?:aanwezig(?:en|heid)?|verontschuldigd(?:en)?|afwezig(?:en)?|tegenwoordig|samenstelling|présents?|excusés?"
    r"|secretaris|voorzitter|notulist|verslaggever|waarnemers?|genodigden|deelnemers|presentielijst)"
    r"(?:\s+(?:zijn|waren|tijdens|bij|op|namens|van|vanaf|tot|voor|met)\b[^:]{0,90})?\s*(?P<colon>:)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SURELY_PRESENT = re.compile(r"(?:zijn |waren )?(?:aanwezig(?:en)?|verontschuldigd|afwezig)\s*:\s*\S", re.IGNORECASE)
_VOTERS = re.compile(
    r"(?:stemden?|stemmen?|hebben|heeft)?\s*(?:gestemd\s+)?(?:voor|tegen|ja|neen?|onthouding(?:en)?|onthielden zich|onthoudt zich|voorstanders?|tegenstanders?|onthouders?"
    r"|blanco|niet gestemd)(?:\s*\(\d+\))?\s*(?:stemden|stemmen)?\s*(?:de raadsleden)?\s*:\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_VOTED_BY = re.compile(
    r"\b(?:stem(?:men)?(?:\s+(?:voor|tegen))?|(?:ja|nee|neen)-?\s?stem(?:men)?|onthouding(?:en)?|(?:niet|blanco)\s+(?:gestemd|stemmen)"
    r"|voor|tegen)\s*(?:\(|:\s*)(?P<names>[^()]{3,3000})\)",
    re.IGNORECASE,
)
_FUNCTIONS = frozenset(
    """voorzitter burgemeester schepen schepenen raadslid raadsleden gemeenteraadslid gemeenteraadsleden
    algemeen directeur financieel secretaris gemeentesecretaris stadssecretaris adjunct waarnemend wnd
    beheerder ontvanger ocmw burgemeester-voorzitter burgemeesters gedeputeerde streekgedeputeerde
    coördinator verslag verslaggever notulist eerste tweede derde vierde vijfde zesde zevende en van de
    der den het ter ten te le la du d' vertegenwoordigers gemeenten wvi overige namens voor mevrouw heer
    mevr dhr leden lid commissaris korpschef district districtsvoorzitter stedelijk wijkoverleg vzw
    dienst iedereen alle niemand nihil geen directeurs algemene cel""".split()  # noqa: SIM905  (a list of words, not of code)
)
_REMARK = re.compile(r"\((?:vanaf|tot|behalve|uitgezonderd|punt|pt)[^()]{0,60}\)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SIGNED = re.compile(
    r"(?:namens (?:de|het)|voor (?:eensluidend|gelijkvormig|echt|de (?:stad|gemeente|opdracht\w*|leverancier\w*|dienstverlener)|het (?:ocmw|college|bestuur)|akkoord)"
    r"|aldus|(?:was )?getekend|handtekening|ondertekend|in opdracht)\b(?!.*\b(?:wordt|worden|is|zijn|heeft|kan|moet|vindt)\b)",
    re.IGNORECASE,
)
_OFFICERS = re.compile(
    r"(?:de|het)?\s*(?:algemeen directeur|gemeentesecretaris|stadssecretaris|secretaris|voorzitter|burgemeester)\b",
    re.IGNORECASE,
)
_TAIL = 16  # lines at the end in which a signature may begin; Nazareth's block has 6
_LONGEST_BLOCK = 60  # lines of one attendance block: 47 councillors, some on a line of their own


def without_people(rows: Sequence[Row]) -> list[Row]:
    """The rows without attendance, names of voters and signatures."""
    return _without_signatures(_without_voters(_without_attendance(list(rows))))


def is_name_list(text: str) -> bool:
    """Whether a text holds names and functions only. True for "/", "-" and the like."""
    tokens: list[str] = _WORD.findall(_REMARK.sub(" ", text))
    strange = sum(token[0].islower() and token.casefold().strip(".") not in _FUNCTIONS for token in tokens)
    # "Christiaan Van herzeele, Yves ...": a list with commas may hold one name in small letters.
    is_list = text.count(",") >= 2 and len(tokens) >= 6
    return strange <= max(0.12 * len(tokens), 1 if is_list else 0)


def _without_attendance(rows: list[Row]) -> list[Row]:
    kept: list[Row] = []
    at = 0
    while at < len(rows):
        end = _attendance_end(rows, at)
        if end == at:
            kept.append(rows[at])
            end += 1
        at = end
    return kept


def _attendance_end(rows: list[Row], at: int) -> int:
    """Where the attendance block that begins at `at` ends; `at` itself when none begins there."""
    match = _PRESENT.fullmatch(rows[at].text)
    if match is None or not (match["colon"] or not match["rest"]):
        return at
    is_label = not match["rest"]
    is_sure = bool(_SURELY_PRESENT.match(rows[at].text))
    if not (is_label or is_sure or is_name_list(match["rest"])):
        return at
    end = at + 1
    while end < len(rows) and end - at < _LONGEST_BLOCK:
        if not _continues(rows[end], is_loose=is_label) and not (is_sure and _wraps(rows[end - 1], rows[end])):
            break
        end += 1
    return end


def _wraps(above: Row, row: Row) -> bool:
    """Whether a printed sentence that is not finished above runs on in this row."""
    is_next = row.is_printed and row.page == above.page and row.top - above.bottom < 0.6 * (above.bottom - above.top)
    return is_next and above.right > 0.75 and not above.text.endswith((".", ":")) and row.bold is above.bold


def _continues(row: Row, *, is_loose: bool) -> bool:
    if row.role is Role.HEADING or re.match(r"\d{1,3}\s*[.)]\s", row.text) or ARTICLE.match(row.text):
        return False
    if MOTIVES.fullmatch(row.text) or row.text.isupper() or len(row.text) > 400:
        return False
    head, colon, _ = row.text.partition(":")
    if is_loose and colon and len(row.text) < 110 and is_name_list(head) and len(_WORD.findall(head)) >= 2:
        return True  # "Johan Van Eester: stedelijk wijkoverleg"
    several = len(_WORD.findall(row.text)) >= 2
    return is_name_list(row.text) and (several or is_loose) and not _starts_other_part(row)


def _starts_other_part(row: Row) -> bool:
    return row.bold and "," not in row.text and ";" not in row.text and not _PRESENT.match(row.text)


def _without_voters(rows: list[Row]) -> list[Row]:
    kept: list[Row] = []
    in_list = False
    for row in rows:
        match = _VOTERS.fullmatch(row.text)
        if match and len(_WORD.findall(match["rest"])) >= 2 and is_name_list(match["rest"]):
            in_list = True
        elif in_list and _continues(row, is_loose=False):
            continue
        else:
            in_list = False
            kept.append(row)
    return _without_names_in_brackets(kept)


def _without_names_in_brackets(rows: list[Row]) -> list[Row]:
    """Cut "(Jan Peeters, An Claes)" after a number of votes, also where it runs over lines or onto the next page."""
    text = "\n".join(row.text for row in rows)
    cuts = [
        (match.start("names") - 1, match.end())
        for match in _VOTED_BY.finditer(text)
        if len(_WORD.findall(match["names"])) >= 2 and is_name_list(match["names"])
    ]
    if not cuts:
        return rows
    kept: list[Row] = []
    offset = 0
    for row in rows:
        kept += _cut_all(row, [(a - offset, b - offset) for a, b in cuts])
        offset += len(row.text) + 1
    return kept


def _cut_all(row: Row, cuts: list[tuple[int, int]]) -> list[Row]:
    pieces = [row]
    for start, end in reversed(cuts):
        if end <= 0 or start >= len(row.text):
            continue
        first = pieces.pop(0)
        pieces = cut(first, max(start, 0), min(end, len(first.text))) + pieces
        if not pieces or pieces[0].start != row.start:
            break
    return pieces


def _without_signatures(rows: list[Row]) -> list[Row]:
    for at in range(max(0, len(rows) - _TAIL), len(rows)):
        if _is_signature_start(rows[at]) and all(_is_signed(row) for row in rows[at:]):
            return rows[:at]
    return rows


def _is_signature_start(row: Row) -> bool:
    if len(row.text) > 120 or row.role is Role.HEADING:
        return False
    is_place_and_date = bool(
        len(row.text) < 60 and re.match(r"[A-Z][\w' -]{2,40},\s", row.text) and dates.find(row.text)
    )
    is_officer = bool(_OFFICERS.match(row.text)) and is_name_list(row.text)
    return bool(_SIGNED.match(row.text) or is_place_and_date or is_officer)


def _is_signed(row: Row) -> bool:
    return len(row.text) < 120 and (bool(_SIGNED.match(row.text)) or is_name_list(row.text) or _is_signature_start(row))
