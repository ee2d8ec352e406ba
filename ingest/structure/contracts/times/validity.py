"""From when until when a contract runs, and for how long. Knows nothing of signing, renewal or notice."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import DURATION_TOPIC
from ingest.structure.contracts.times.asides import days_aside, terms_aside
from ingest.structure.contracts.times.day_roles import OTHER, THAT_IS, role_of
from ingest.structure.contracts.times.lasting import WOULD, last_day, terms_in
from ingest.structure.contracts.times.running import REPLACED_BY, RUNS, about_duration, is_about_duration
from search.registers.agreements import Fact, Field

_LEAD = 70  # characters before a date in which the word stands that says what it is
_FAR = 160  # the same, for "op de eerste dag van de maand na de gunning, zijnde 1 mei 2020"
_START_TOPIC = re.compile(r"\b(?:start|ingang|aanvang|begin)")
_BETWEEN = re.compile(
    r"\s*,?\s*(?:en loopt\s|en eindigt\s)?(?:tot(?:\s+en\s+met|\s+uiterlijk|\s+ten laatste)?|t\.?e\.?m\.?|t/m|-|–)\s*$"
)
# "van 1 mei 2020 naar 1 mei 2021", "tot 1 mei 2020 | tot 1 mei 2021": the day that another takes the place of
_MOVED = re.compile(r"\W*(?:wordt |verplaatst |verschoven |gewijzigd )?naar\b|\s*\|\s*tot\b")
_WHICH = re.compile(r"\b(?:die|dat|welke)\s(?:nu\s|thans\s)?(?:op|per)\W*$")
_ASIDE = re.compile(r",\s(?:die|dat|welke)\s[^,.;]{0,50}$")
_CLOSES = re.compile(r"\s?(?:\w+\s){0,2}?,\s(?:wordt|werd|is|zal)\b")
_ENDED = re.compile(
    r"\b(?:be[eë]indig\w*|stopgezet|stop te zetten|opgezegd|op te zeggen|uittreding|niet (?:meer|langer))\b"
)
_NO_MORE = re.compile(r"[^.;\d]{0,20}?\bniet (?:meer|langer)\b")
_ON_SIGNING = re.compile(
    r"(?:op|vanaf|bij|vanaf de|met ingang van)\s+(?:de\s+)?(?:datum|dag|dagtekening)?\s*(?:van\s+)?(?:de\s+|haar\s+|zijn\s+)?ondertekening",
    re.IGNORECASE,
)


def validity_of(sentences: Sequence[Sentence]) -> list[Fact]:
    """Start, end and term of a contract, one of each at most; an end that follows from a term is marked so."""
    about = list(about_duration(sentences))
    dated = [each for sentence in about for each in _dated(sentence)]
    aside = [each for sentence in sentences if sentence.days for each in days_aside(sentence)]
    terms = [each for sentence in about for each in terms_in(sentence)] or [
        each for sentence in sentences for each in terms_aside(sentence)
    ]
    term = max(terms, key=lambda each: each.confidence, default=None)
    computed = _computed(_best(dated, Field.START), term)  # never from a day with doubt: it may be another's
    start = _best([*dated, *aside], Field.START)
    end = _best([*dated, *([computed] if computed else []), *aside], Field.END)
    return [each for each in (start, end, term) if each]


def started_by_signing(sentences: Sequence[Sentence], signed: Fact | None) -> Fact | None:
    """The start of a contract that begins "op datum van ondertekening"."""
    for sentence in sentences:
        if (
            signed
            and "ondertekening" in sentence.folded
            and _ON_SIGNING.search(sentence.text)
            and RUNS.search(sentence.folded)
            and is_about_duration(sentence)
        ):
            return Fact(Field.START, signed.value, sentence.text, "afgeleid", sentence.spans, 0.7)
    return None


def _best(facts: Sequence[Fact], field: Field) -> Fact | None:
    """The most certain one; of equals the first."""
    return max((each for each in facts if each.field is field), key=lambda each: each.confidence, default=None)


def _dated(sentence: Sentence) -> Iterator[Fact]:
    """The first and last days in a sentence on the duration."""
    found = sentence.days
    folded = sentence.folded
    if not found:
        return
    new = REPLACED_BY.search(folded)
    if new and (DURATION_TOPIC.search(sentence.topic) or DURATION_TOPIC.search(folded, 0, new.start())):
        found = [each for each in found if each[1] >= new.end() - 1][:1]
        if found and not _START_TOPIC.search(sentence.topic):
            yield Fact(Field.END, found[0][0].isoformat(), sentence.text, "", sentence.spans, 0.9)
        return
    sure = 0.95 if DURATION_TOPIC.search(sentence.topic) else 0.85
    sure -= 0.4 if sentence.recites else 0.0
    after = 0
    opened = False
    for number, (day, start, end) in enumerate(found):
        if _MOVED.match(folded, end):
            after, opened = end, False
            continue
        reach = _FAR if THAT_IS.search(folded[:start]) else _LEAD
        lead = folded[max(after, start - reach) : start]
        if WOULD.search(folded, max(after, start - _FAR), start):
            after = end
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        closes = following is not None and bool(_BETWEEN.match(folded[end : following[1]]))
        tail = folded[end : following[1] if following else end + 70]
        field = Field.END if opened and number else role_of(lead, tail, closes=closes)
        if field is None and closes and not OTHER.search(lead):
            field = Field.START  # "Periode | 1.1.2024 - 31.12.2027"
        opened = field is Field.START and closes
        after = end
        if field is Field.START and (_ENDED.search(lead) or _NO_MORE.match(tail)):
            field = None  # "wordt stopgezet met ingang van 1 mei": its last day is not said
        if field:
            sure_here = sure - _doubt(lead, folded, end)
            yield Fact(field, day.isoformat(), sentence.text, "", sentence.spans, round(sure_here, 2))


def _doubt(lead: str, folded: str, end: int) -> float:
    """How much less sure a day is that a clause of its own tells: "die eindigt op 1 mei 2020, wordt verlengd tot"."""
    is_aside = _ASIDE.search(lead) and _CLOSES.match(folded, end)
    return 0.2 if is_aside or _WHICH.search(lead) else 0.0


def _computed(start: Fact | None, term: Fact | None) -> Fact | None:
    """The last day of a term, where the contract gives a first day and no last."""
    if start is None or term is None or not term.value:
        return None
    last = last_day(date.fromisoformat(start.value), term.value)
    spans = start.spans if start.spans == term.spans else (*start.spans, *term.spans)
    said = start.said if start.spans == term.spans else f"{start.said} {term.said}"
    return Fact(Field.END, last.isoformat(), said, "afgeleid", spans, 0.6) if last else None
