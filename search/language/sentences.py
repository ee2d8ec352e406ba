"""Where the sentences of a Dutch text begin and end; knows the abbreviations of administrative Dutch.

Does not change the text. Our own expression rather than a library: see `_BREAK`.
"""

import re

# After these a full stop does not end a sentence. Lower case, without the last full stop.
_ABBREVIATIONS = frozenset(
    """aant a.d.h.v adj afd afz al alg arr art artt b.o.b b.s b.v bijl bijv bl blz bv bvb c.q ca cfr cq ct d.d
    d.i d.m.v d.w.z dd dep dhr dir div dr drs ds e.a e.d e.o e.v enz etc ev evt excl fig gebr gem h.b.o
    hfdst i.c i.f.v i.g.v i.h.b i.h.k.v i.k.v i.o i.o.v i.p.v i.s.m i.v.m ifv ikv inc incl ing inz ir ism
    ivm jg jl jr kad kan km kon k.b l.g.v ll lt m.a.w m.b.t m.b.v m.e.r m.i m.i.v m.m.v m.n m.u.v max mbt
    med mej mevr mgr min mln mr mrd ms mv mvr n.a.v n.v n.v.t nl nr nrs nvt o.a o.b.v o.i o.l.v o.m o.v.v
    obv opm p p.a p.m p.p par pct pg pl plv pp prof prov r.v.b ref resp s.d s.o.s secr sect st str t
    t.a.v t.b.v t.e.m t.g.v t.h.v t.n.v t.o.v t.w.v tab tav tel telec thv titel tov u.s ref v.c v.d v.e.v
    verg vgl vnl vol vs vzw w.o w.v.k wo xx z.a z.g zgn zog""".split()  # noqa: SIM905  (a list of words, not of code)
)
# A stop, closing quotes, white space, then what can begin a sentence.
# Our own rules, because the abbreviations of Flemish administration decide where a sentence ends; > 10 MB/s.
# (2026-11-23, one core). See tests/unit/search/language/test_sentences.py for what it must get right.
_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s+|\Z)|\n+")
_LAST_WORD = re.compile(r"(?:^|[\s(\"'“‘«/\[])([^\s(\"'“‘«/\[]*)$")
# "1. Opening", "a. De raad", "Artikel 3. De stad": the number belongs to what follows.
_NUMBERING = re.compile(
    r"\s*(?:(?:artikel|art\.?|article|punt|§)\s*)?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[°)]?", re.IGNORECASE
)
_NEW_BULLET = re.compile(r"[•·▪◦–*-]\s|\(?[a-z0-9]{1,2}[).]\s", re.IGNORECASE)


def sentences(text: str) -> list[tuple[int, int]]:
    """Sentences as (start, end), in order, without surrounding white space; together they hold every word.

    A line break ends a sentence: inside a passage it stands between blocks only.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for gap in _BREAK.finditer(text):
        if _ends_sentence(text, start, gap):
            _append(found, text, start, gap.end())
            start = gap.end()
    _append(found, text, start, len(text))
    return found


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    if kept:
        found.append((start + lead, start + lead + len(kept)))


def _ends_sentence(text: str, start: int, gap: re.Match[str]) -> bool:
    if gap[0][0] == "\n" or gap.end() == len(text):
        return True
    if gap[0][0] != ".":
        return not text[gap.end()].islower()
    following = text[gap.end()]
    if following.islower() and not _NEW_BULLET.match(text, gap.end()):
        return False
    # 40 characters: longer than any abbreviation; keeps a long sentence without stops linear.
    before = text[max(start, gap.start() - 40) : gap.start()]
    if _NUMBERING.fullmatch(before):
        return False
    match = _LAST_WORD.search(before)
    return not _is_abbreviation(match[1] if match else "", following)


def _is_abbreviation(word: str, following: str) -> bool:
    folded = word.casefold()
    if folded in _ABBREVIATIONS:
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True  # an initial: "J. Peeters"
    if "." in word and following.isupper():
        return all(
            len(part) <= 2 and part.isupper() for part in re.split(r"[.-]+", word)
        )  # "O.L.V. Kerk", "J.-P. Maes"
    return False
