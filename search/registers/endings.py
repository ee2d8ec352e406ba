"""Words by which a text repeals, replaces or amends decisions, and on which side of them stands what they are about.

Flemish councils write a passive ("X wordt opgeheven"), an active ("heft X op"), an infinitive ("X op te heffen") and a
noun ("de opheffing van X"). Knows nothing of days, decisions or papers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.registers.decisions import State

RULE = (
    r"\b\w*(?:besluit(?:en)?|beslissing(?:en)?|reglement(?:en)?|verordening(?:en)?|statuten|standpunt(?:en)?"
    r"|belasting(?:en)?|retributies?|tarie(?:f|ven)|regeling(?:en)?|delegaties?)\b"
)
"""What can be repealed as a whole."""
PART = (
    r"(?:\b(?:artikel(?:en|s)?|art\.|bijlagen?|punt(?:en)?|paragra(?:af|fen)|lid|leden|hoofdstuk(?:ken)?|afdeling(?:en)?"
    r"|tabel(?:len)?|woorden|zin(?:nen)?|alinea|bepaling(?:en)?|tarie(?:f|ven)|bedrag(?:en)?|datum|adres)|§+)(?!\w)"
)
"""What is only a part of it: to repeal that amends the whole."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A word that ends, replaces or amends, and where it stands in a sentence."""

    state: State
    start: int
    end: int
    is_of_what_precedes: bool
    is_of_what_follows: bool
    closing: re.Pattern[str] | None = None  # what must follow behind its object: "heft ... op"


@dataclass(frozen=True, slots=True)
class _Form:
    state: State
    pattern: re.Pattern[str]
    precedes: bool = False
    follows: bool = False
    closing: re.Pattern[str] | None = None
    is_participle: bool = False  # counts only with "wordt" or the like: "zoals gewijzigd op 3 mei" tells of the past


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _closing(word: str) -> re.Pattern[str]:
    """Return a word that closes: "heft het reglement op." does, "heft een belasting op leegstand" does not."""
    return _re(rf"\b{word}\b(?=\s*(?:[.,;:)]|$)|\s+(?:en|met|vanaf|per|ingaand|als|zoals|door|wegens|omdat)\b)")


_R, _P, _A = State.REPEALED, State.REPLACED, State.AMENDED
_FORMS = (
    _Form(
        _R,
        _re(r"\b(?:opgeheven|ingetrokken|afgeschaft|herroepen|buiten werking gesteld)\b"),
        precedes=True,
        is_participle=True,
    ),
    _Form(
        _R,
        _re(
            r"\b(?:op te heffen|opheffen|in te trekken|intrekken|af te schaffen|afschaffen|te herroepen"
            r"|buiten werking (?:te )?stellen|te vervallen"
            r"|tre(?:edt|den) buiten werking|buiten werking tre(?:edt|den)"
            r"|niet (?:langer|meer) (?:van toepassing|van kracht|geldig)"
            r"|houd(?:t|en) op (?:te bestaan|uitwerking te hebben)"
            r"|verlie(?:st|zen) (?:zijn|haar|hun) uitwerking)\b"
        ),
        precedes=True,
    ),
    _Form(_R, _re(r"\bverval(?:t|len)\b"), precedes=True, follows=True),
    _Form(
        _R,
        _re(
            r"\b(?:opgeheven|ingetrokken|afgeschaft|vervallen),?"
            r" (?:inzonderheid|in het bijzonder|met name|namelijk|zijnde)\b"
        ),
        follows=True,
    ),
    _Form(_R, _re(r"\bhef(?:t|fen)\b"), follows=True, closing=_closing("op")),
    _Form(_R, _re(r"\btrek(?:t|ken)\b"), follows=True, closing=_closing("in")),
    _Form(_R, _re(r"\bschaf(?:t|fen)\b"), follows=True, closing=_closing("af")),
    _Form(_R, _re(r"\bstel(?:t|len)\b"), follows=True, closing=_closing("buiten werking")),
    _Form(_R, _re(r"\b(?:herroept|(?:opheffing|intrekking|afschaffing|herroeping) van)\b"), follows=True),
    _Form(_P, _re(r"\bvervangen\b"), precedes=True, is_participle=True),
    _Form(_P, _re(r"\bte vervangen\b"), precedes=True),
    _Form(
        _P,
        _re(r"\b(?:vervangt|herziet|vervanging van|in (?:de )?plaats van)\b|\bvervangen(?= (?:het|de)\b)"),
        follows=True,
    ),
    _Form(
        _A,
        _re(
            r"\b(?:gewijzigd|aangepast|aangevuld|verlengd|geschrapt|toegevoegd|ingevoegd|geactualiseerd|herzien"
            r"|verbeterd|rechtgezet)\b"
        ),
        precedes=True,
        is_participle=True,
    ),
    _Form(
        _A,
        _re(
            r"\b(?:te (?:wijzigen|verlengen|schrappen|actualiseren|herzien|verbeteren)"
            r"|aan te (?:passen|vullen)|aanpassen|aanvullen|toe te voegen|in te voegen)\b"
        ),
        precedes=True,
    ),
    _Form(_A, _re(r"(?<!te )\bwijzigen\b"), precedes=True, follows=True),
    _Form(_A, _re(r"\b(?:pas(?:t|sen)|vul(?:t|len))\b"), follows=True, closing=_closing("aan")),
    _Form(
        _A,
        _re(
            r"\b(?:wijzigt|verlengt"
            r"|(?:wijziging(?:en)?|aanpassing(?:en)?|aanvulling(?:en)?|verlenging|actualiser?ing|actualisatie|herziening"
            r"|verbetering|rechtzetting) (?:van|aan|op|bij|in))\b"
        ),
        follows=True,
    ),
)
_DONE = r"(?=\s*(?:[.,;–-]|$))"
# Of titles alone: "Opheffing besluit van 3 mei 2021", "Reglement van 3 mei 2021 - Opheffing. Goedkeuring."
_TITLES = tuple(
    form
    for state, word in (
        (_R, r"(?:opheff|intrekk|afschaff)(?:ing|en)"),
        (_P, r"vervang(?:ing|en)"),
        (_A, r"(?:wijzig|aanpass|aanvull|verleng|herzien|actualiser)(?:ing|en)"),
    )
    for form in (
        _Form(state, _re(rf"(?:(?<=[.:,–-])|(?<=[.:,–-]\s))\b{word}\b{_DONE}"), precedes=True),
        _Form(state, _re(rf"\b{word}\b(?: van)?"), follows=True),
    )
)
_MAY = _re(
    r"opgehev|op te hef|opheff|\bhef(?:t|fen)\b|ingetrok|\btrek|te trek|intrek|schaf|herroep|buiten werking|verval"
    r"|houd(?:t|en) op|niet (?:langer|meer)|verlie|vervang|herzi|plaats van|wijzig|aangep|aangev|aan te|aanpas|aanvul"
    r"|\bpas(?:t|sen)\b|\bvul|verleng|schrap|gevoegd|te voegen|actualis|verbeter|rechtge|rechtze"
)
_BY = _re(r"\b(?:wordt|worden|is|zijn)\b")
_BY_JUST_BEFORE = _re(r"\b(?:wordt|worden)\s+$")
_BY_BEHIND = _re(r"\s+(?:wordt|worden)\b|\s*:")
_OF_THE_PAST = _re(
    r"(?:,|\b(?:en|of|zoals|laatst\w*|laatste (?:maal|keer)|nadien|later|reeds|al|eerder|dat|die|het))\s*$"
)
_DENIED = _re(r"\b(?:niet|nooit|geenszins)\s+(?:\w+\s+){0,2}$")
_ONLY_IF = _re(r"\b(?:kan|kunnen|mag|mogen|moet|moeten|indien|tenzij)\b")
_REACH = 600  # characters before a participle within which "wordt" may stand: long names lie between


def endings(sentence: str, *, is_title: bool = False) -> list[Ending]:
    """Return the words of a sentence that repeal, replace or amend, in order, apart from each other.

    Args:
        sentence: A sentence, or a title.
        is_title: Whether it is a title, in which a noun alone says it.
    """
    if not _MAY.search(sentence):
        return []
    found = [ending for form in (_TITLES if is_title else _FORMS) for ending in _found(form, sentence)]
    apart: list[Ending] = []
    for each in sorted(found, key=lambda ending: (ending.start, -ending.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _found(form: _Form, sentence: str) -> Iterator[Ending]:
    for match in form.pattern.finditer(sentence):
        before = sentence[max(0, match.start() - _REACH) : match.start()]
        if form.is_participle and not _is_done_now(form.state, before, sentence, match.end()):
            continue
        if not _DENIED.search(before[-40:]) and not _ONLY_IF.search(before):
            yield Ending(form.state, *match.span(), form.precedes, form.follows, form.closing)


def _is_done_now(state: State, before: str, sentence: str, end: int) -> bool:
    """Whether a participle says what is done here: "wordt ... opgeheven"; not what was: "laatst gewijzigd"."""
    if _BY_BEHIND.match(sentence, end) or _BY_JUST_BEFORE.search(before[-12:]):
        return True
    return bool(_BY.search(before)) and not (state is State.AMENDED and _OF_THE_PAST.search(before[-30:]))
