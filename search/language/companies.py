"""Companies and associations in a text, told by their legal form: "Zonnedak West bv", "nv Aquafin", "VZW De Loods".

A person is none, and a name without a legal form is not found.
"""

import re

from search.language.municipalities import canonical

_FORMS = frozenset(  # ov, dv: of municipalities together
    "bv bvba ebvba nv sa srl vzw ivzw asbl cv cvba cvso vof commv gcv ov dv".split()  # noqa: SIM905  (a list of words)
)
# "OV" is public transport and "DV", "CV", "SA" are other things in capitals; dots as in "N.V." and "Comm.V."
_SPELLED = {
    **{form: form for form in _FORMS},
    **{form.upper(): form for form in _FORMS if form not in ("ov", "dv")},
    **{"BvbA": "bvba", "CommV": "commv", "Comm.V": "commv", "comm.v": "commv", "Comm. V": "commv"},
    **{"N.V": "nv", "B.V": "bv", "V.Z.W": "vzw", "C.V": "cv", "B.V.B.A": "bvba", "C.V.B.A": "cvba"},
}
_SHOWN = {"commv": "Comm.V"}
_FORM = re.compile(
    rf"(?<![\w.-])(?:{'|'.join(sorted(map(re.escape, _SPELLED), key=len, reverse=True))})(?![\w-])", re.ASCII
)
_NEXT = re.compile(r" (\S{1,40})(?!\S)")
_AFTER_ONLY = frozenset(["CV", "SA", "sa", "ov", "dv"])  # before a name: a curriculum vitae, a Spanish saint
_LONGEST = 6  # words of a name
_WINDOW = 90  # characters on either side in which a name stands
_JOINS = frozenset("& en van de der den het te voor in 't d' of the".split())  # noqa: SIM905  (a list of words)
_NAME = re.compile(r"[A-ZÀ-Ý0-9][\w.’'&+/-]*|[a-z][\w-]*[A-Z][\w-]*")
# Words with a capital before a name, at the beginning of a sentence or a title, that are not of it.
_LEADS = frozenset(
    """de het een aan met door van uit bij voor tussen namens firma bedrijf aannemer aannemers aanbieder
    leverancier opdrachtnemer concessiehouder architectenbureau studiebureau gemeente stad ocmw overeenkomst
    samenwerkingsovereenkomst contract raamovereenkomst toetreding uittreding vergadering gunning aankoop
    dading igs pub subsidie toelage statuten vertegenwoordiging mandaat afvaardiging ontwerpbegroting
    jaarrekening begroting werking buitengewone algemene ook jaarvergadering regiowerking via vzw nv bv cv
    """.split()  # noqa: SIM905  (a list of words, not of code)
)
_OPENS = "(\"“„'‘«[-–•/"
_STOPS = ',;:.!?)"”’»]'


def find(text: str) -> list[tuple[str, int, int]]:
    """Return the companies and associations that a text names, in order, as (name with legal form, start, end).

    The form stands last in the name that is returned: "Aquafin nv" for "nv Aquafin".
    """
    found: list[tuple[str, int, int]] = []
    after = 0
    for match in _FORM.finditer(text):
        if match.start() < after:
            continue
        form = _SPELLED[match[0]]
        start, end = _before(text, max(after, match.start() - _WINDOW), match.start()), match.end()
        if any(map(str.isalpha, text[start : match.start()])):
            name = text[start : match.start()]
            end = match.end() + (1 if "." in match[0] and text.startswith(".", match.end()) else 0)
        else:
            begin, end = _behind(text, match) if match[0] not in _AFTER_ONLY else (0, 0)
            name = text[begin:end]
        if any(map(str.isalpha, name)) and not _is_town(name, match[0]):
            found.append((f"{' '.join(name.split())} {_SHOWN.get(form, form)}", start, end))
            after = end
    return found


def _is_town(name: str, written: str) -> bool:
    """Whether "bv" stands for "bijvoorbeeld": "bv Brugge"."""
    return written == "bv" and canonical(name.strip()) is not None


def _before(text: str, first: int, end: int) -> int:
    """Return where the name begins that ends right before a legal form; `end` where none does."""
    if end < 2 or text[end - 1] != " " or text[end - 2] in _STOPS:
        return end
    start, at = end, end - 1
    for count in range(_LONGEST):
        begin = max(text.rfind(" ", first, at), text.rfind("\n", first, at)) + 1 or first
        word = text[begin:at].lstrip(_OPENS)
        if _NAME.fullmatch(word) and not (count and word[-1] in _STOPS):
            start = at - len(word)
        elif word not in _JOINS or not count:
            break
        if len(word) < at - begin or begin == first or text[begin - 1] != " ":
            break
        at = begin - 1
    return _without_leads(text, start, end)


def _without_leads(text: str, start: int, end: int) -> int:
    """Skip words in front that are not of the name; "De Loods vzw" keeps its article before a name of one word."""
    while start < end:
        word, _, rest = text[start : end - 1].partition(" ")
        is_article = word in ("De", "Het") and rest and rest.split()[0].casefold() not in _LEADS
        if word.casefold() not in _LEADS or is_article:
            return start
        start = start + len(word) + 1 if rest else end
    return end


def _behind(text: str, form: re.Match[str]) -> tuple[int, int]:
    """Return where the name stands that follows a legal form; (0, 0) where none does."""
    at = form.end() + ("." in form[0] and text.startswith(".", form.end()))
    start = end = 0
    for count in range(_LONGEST):
        match = _NEXT.match(text, at)
        word = match[1].rstrip(_STOPS) if match else ""
        if match is None or not (_NAME.fullmatch(word) or (count and match[1] == "&")):
            break
        begin = match.start(1)
        start, end, at = start or begin, begin + len(word), match.end()
        if word != match[1]:
            break
    return start, end
