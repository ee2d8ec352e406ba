"""How long a contract lasts, as a sentence on its duration says it; and the last day that follows. Knows no other days."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import DURATION_TOPIC
from search.registers.agreements import Fact, Field

_LEAD = 70  # characters before a length in which the word stands that says what it is
WOULD = re.compile(
    r"\b(?:voordien|voorheen|vroeger|i\.p\.v\.|in plaats van|in de plaats van)\b|\b(?:zou|zouden|liep tot|liep af|eindigde|verstreek|verlengde)\b|\bwerd\b.{0,60}?\bverlengd\b|\bnorma(?:al|liter)\b|\b(?:oorspronkelijk|aanvankelijk|initieel) (?:tot|van|op|twee|drie|vier)\b"
)
"""What was so before, or would have been."""
_TERM_BEFORE = re.compile(
    r"(?:(?:periode|termijn|duur|looptijd|duurtijd|tijdvak|tijdperk|tijd|tijdsduur|contractduur)\s+van(?:\s+(?:maximaal|maximum|ten hoogste|telkens))?"
    r"|(?:gesloten|aangegaan|afgesloten|gegund|toegewezen|toegestaan|geldt|geldig|gelden|loopt|lopen|duurt|duren|aangesteld|verleend|toegekend|bedraagt|beloopt|is|was|heeft|er een van|vastgesteld op|bepaald op|uitgevoerd)"
    r"(?:\s+\w+){0,2}?(?:\s+(?:voor|gedurende|over|op|van))?(?:\s+(?:een|maximaal|in totaal|initieel|volle))*|(?:duur|looptijd|duurtijd|termijn|contractduur|geldigheidsduur|periode|basistermijn|voor|hoe ?lang)(?:\s+van\s+(?:de|het|deze)\s+\w+)?\s*[:|\t?]?|\bvoor|\bgedurende|\bhetzij na verloop van)"
    r"\s*(?:een\s+)?(?:vaste\s+|bepaalde\s+|initiële\s+|eerste\s+|minimale\s+)?$",
    re.IGNORECASE,
)
NOT_TERM = re.compile(
    r"(?:ver|her)leng\w*|binnen|voorafgaande|de lening|bijkomend|opzeg\w*|be[eë]indig\w*|inachtneming|hernieuw\w*|nieuwe termijn|uitstap\w*|prij[sz]\w*|garantie|waarborg|herroep\w*|reserve\w*|factu\w*|betal\w*|lever\w*|overschrijding|niet meer dan",
    re.IGNORECASE,
)
"""Words before a length that is of something else."""
_BEFORE_IT = re.compile(r"\s+(?:v[óo][óo]r|na|vooraf|voordien|op voorhand)\b")
OPEN_ENDED = re.compile(
    r"\b(?:on(?:be|ge)paalde|onbep\.|onbeperkte|niet (?:nader )?bepaalde)\s+(?:duur|tijd|termijn|periode)\b|\b(?:zonder|geen) (?:vaste )?eind(?:datum|termijn|e in de tijd)\b"
    r"|\bniet in de tijd beperkt|\bniet beperkt in (?:de )?tijd|\bgeen (?:vaste|bepaalde) (?:duur|looptijd|termijn)|\bonbeperkt in (?:de )?tijd|\bvoor onbepaald\b|\btot een van (?:de )?(?:beide[n]?|partijen|ons)\b[^.;]{0,30}\bstopt",
    re.IGNORECASE,
)
"""That it has no end."""
OPEN = "onbepaalde duur"
"""Detail of a term without a length."""


def terms_in(sentence: Sentence) -> Iterator[Fact]:
    """The term in a sentence that tells how long the contract lasts, or that it has none."""
    if WOULD.search(sentence.folded):
        return
    topic = DURATION_TOPIC.search(sentence.topic)
    sure = (0.95 if topic else 0.85) - (0.4 if sentence.recites else 0.0)
    if OPEN_ENDED.search(sentence.text):
        yield Fact(Field.TERM, "", sentence.text, OPEN, sentence.spans, sure)
        return
    for duration in sentence.lengths:
        lead = sentence.text[max(0, duration.start - _LEAD) : duration.start]
        is_first = bool(topic) and not re.search(r"[^\W\d_]{4}", lead.replace(sentence.label, ""))
        if 0 < duration.days < 28 or _BEFORE_IT.match(sentence.text, duration.end):
            continue
        if (is_first or _TERM_BEFORE.search(lead)) and not NOT_TERM.search(lead):
            yield Fact(Field.TERM, duration.iso, sentence.text, "", sentence.spans, round(sure, 2))
            return


def last_day(first: date, term: str) -> date | None:
    """The last day of a term ("P48M", "P90D") that begins on `first`; None where no calendar reaches so far."""
    number = int(term[1:-1])
    try:
        if term[-1] == "D":
            return first + timedelta(days=number - 1)
        year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
        day = min(first.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) - timedelta(days=1)
    except (OverflowError, ValueError):
        return None
