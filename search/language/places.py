"""Streets, squares and numbered footpaths in a text: "Torhoutse Steenweg", "Baron Ruzettelaan", "voetweg 38".

Without house numbers: these lead to persons. Municipalities stand in `municipalities`.
"""

import re

_SUFFIXES = ("straat", "laan", "plein", "weg", "dreef", "dijk", "kaai", "baan", "markt", "vest", "singel", "lei", "pad")
_WORD = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w’'-]+")
_STEENWEG = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w-]*e [Ss]teenweg(?![\w-])")
_PATH = re.compile(r"(?<![\w-])(buurtweg|voetweg|sentier|chemin) (?:nr\.? ?)?(\d{1,3})(?![\w-])", re.IGNORECASE)
_SQUARE = re.compile(r"(?<![\w-])Grote Markt(?![\w-])")
# Kinds of roads, markets and other things, which begin a sentence or a title with a capital.
_COMMON = frozenset(
    """rijbaan loopbaan schoolloopbaan schoolstraat fietsstraat speelstraat woonstraat winkelstraat zijstraat
    leefstraat gemeenteweg buurtweg voetweg spoorweg landbouwweg snelweg autosnelweg gewestweg onderweg
    overweg losweg toegangsweg dienstweg wandelweg jaarmarkt kerstmarkt rommelmarkt boekenmarkt arbeidsmarkt
    woningmarkt avondmarkt boerenmarkt energiemarkt weekmarkt fietspad voetpad wandelpad jaagpad speelplein
    parkeerplein rijweg hoofdweg ontslaan steenweg invest betaalbaan atletiekbaan startbaan landingsbaan
    zwembaan schaatsbaan vliegbaan ijsbaan leidingweg overslaan allerlei velerlei tweeerlei waterweg vaarweg
    ringweg""".split()  # noqa: SIM905  (a list of words, not of code)
)
# What stands before the name proper and belongs to it, whatever comes before.
_FRONT = frozenset(
    """oude nieuwe korte lange grote kleine hoge lage sint koning koningin prins prinses baron barones graaf gravin
    kardinaal burgemeester dokter pastoor kanunnik generaal maarschalk president dr mgr""".split()  # noqa: SIM905
)
_INNER = frozenset(["de", "den", "der", "van", "ten", "ter", "te", "het"])
_ENDS = '.:;!?•–-|("“\n\r'
_MOST = 4  # words before the last one


def find(text: str) -> list[tuple[str, int, int]]:
    """Return the streets, squares and footpaths that a text names, in order, as (name, start, end)."""
    found = [(f"{match[1].capitalize()} {match[2]}", match.start(), match.end()) for match in _PATH.finditer(text)]
    found += [(match[0], match.start(), match.end()) for match in _SQUARE.finditer(text)]
    found += [(match[0], match.start(), match.end()) for match in _STEENWEG.finditer(text)]
    for match in _WORD.finditer(text):
        if match[0].endswith(_SUFFIXES) and match[0].casefold() not in _COMMON:
            start = _start(text, match.start())
            found.append((" ".join(text[start : match.end()].split()), start, match.end()))
    kept: list[tuple[str, int, int]] = []
    for each in sorted(found, key=lambda each: (each[1], -each[2])):
        if not kept or each[1] >= kept[-1][2]:
            kept.append(each)
    return kept


def _start(text: str, end: int) -> int:
    """Return where a name begins of which the last word begins at `end`: at "Koning" in "Koning Albertstraat".

    A word at the beginning of a sentence or title has its capital from there, and counts for a few words only.
    """
    start = end
    words = list(re.finditer(r"\S+", text[max(0, end - 60) : end]))[-_MOST:]
    offset = max(0, end - 60)
    at = end
    for match in reversed(words):
        word, begin = match[0], offset + match.start()
        if text[offset + match.end() : at] != " " or not word.rstrip(".").replace("-", "").isalpha():
            break
        before = text[max(0, begin - 4) : begin].rstrip(" ")[-1:]
        if word[0].isupper() and word.rstrip(".").casefold() in _FRONT:
            start = begin
        elif not word[0].isupper() or word.endswith("."):
            if word not in _INNER:
                break
        elif not before or before in _ENDS:
            break
        else:
            start = begin
        at = begin
    return start
