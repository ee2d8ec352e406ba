"""Companies named with their legal form in running text: "Zonnedak West bv", "nv Stroompunt". Knows no contracts."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

_FORM = r"(?:cvba-so|bvba-so|[Pp]\.?[Vv]\.?[Bb]\.?[Aa]\.?|bvba|bv|nv|cvba|cv|vzw|vof|commv|comm\.?\s?v|ebvba|sa|srl|sprl|gmbh|ivzw|esv|cvso|B\.V\.(?:B\.A\.)?|N\.V\.|V\.Z\.W\.|NV|BV|BVBA|VZW|CVBA|CV|dv|ov)"
_LONG_FORM = r"(?:naamloze vennootschap|besloten vennootschap(?: met beperkte aansprakelijkheid)?|coöperatieve vennootschap|vereniging zonder winstoogmerk|commanditaire vennootschap|firma|vennootschap|onderneming|intercommunale|opdrachthoudende vereniging|dienstverlenende vereniging|projectvereniging|maatschappij)"
_PART = (
    r"(?:(?:['’][a-z]\s)?[A-ZÀ-Ý0-9][\w&+'’./-]*|&|van|de|der|den|het|du|la|le|des|et|en(?=\s[A-Z][\w&'-]*\s(?:"
    + _FORM
    + r")\b))"
)
_NAME = rf"(?:['’][a-z]\s)?[A-ZÀ-Ý][\w&+'’./-]*(?:\s{_PART}){{0,6}}?"
COMPANY = re.compile(
    rf"(?<![\w/-])(?:(?P<before>{_FORM}|Vzw)\s+(?P<name1>[A-ZÀ-Ý][\w&+'’-]*(?:\s[A-ZÀ-Ý0-9&][\w&+'’-]*){{0,5}})"
    rf"|{_LONG_FORM}\s+[\"“]?(?P<name2>[A-ZÀ-Ý][\w&+'’-]*(?:\s[A-ZÀ-Ý0-9&][\w&+'’-]*){{0,5}})(?:\s+(?P<form2>{_FORM})\b)?"
    rf"|(?P<name3>(?!(?:[Dd]e|[Hh]et|DE|HET|[Ee]en|[Ee]n|EN|[Tt]ussen|TUSSEN|[Aa]an|[Dd]oor|[Mm]et|[Vv]ia|[Vv]oor|[Bb]ij|Firma|FIRMA|Lot|Perceel|Optie|Gezien|Overwegende)\s|\w*(?:[Oo]vereenkomst|[Cc]ontract)\s|[\w/-]{{0,40}}\d[\w/-]{{0,40}}\svan\s){_NAME})\s+(?P<after>{_FORM})(?![\w-]))"
)


def company_in(text: str) -> str:
    """The first company named with its legal form: "Zonnedak West bv", "nv Stroompunt"; "" without one."""
    match = COMPANY.search(text)
    return company_of(match) if match else ""


def company_of(match: re.Match[str]) -> str:
    """The name in a match of COMPANY, with its form where that is written short."""
    if match["before"]:
        return f"{match['before']} {match['name1']}"
    if match["name2"]:
        return f"{match['name2']} {match['form2']}" if match["form2"] else match["name2"]
    return f"{match['name3']} {match['after']}"
