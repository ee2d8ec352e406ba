"""A summary of a note by a language model: only sentences that a quotation of the note supports, each with it.

A model chooses and shortens; it cannot add. What it writes is held against the quotations, whatever made it write so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from desk.note import Note, Source
from desk.printing.wording import line
from desk.summary import claims, quotations, texts
from desk.summary.checking import problem
from desk.summary.claims import Claim
from desk.summary.server import Server, SummaryUnavailable
from desk.summary.statement import Dropped, Quotation, Reason, Statement, Summary

MOST: Final = quotations.MOST_SENTENCES
MOST_LOOKED_AT: Final = 60  # sentences of an answer
MOST_CITED: Final = 4  # quotations that one sentence is held against; 60 times 24 take 2.7 s
Numbers: TypeAlias = Mapping[Source | None, int]


def summarise(note: Note, server: Server) -> Summary | None:
    """Return what a model makes of a note, or why there is nothing; None where the note quotes nothing that holds.

    Args:
        note: Holds only what its reader may read, and so does what is sent.
        server: Is asked once.
    """
    given = quotations.chosen(note)
    if not given:
        return None
    try:
        answer = server.ask(quotations.messages(note.theme, given))
    except SummaryUnavailable as error:
        return Summary(server.model, len(given), problem=str(error))
    return checked(answer, note, given, server.model)


def checked(answer: str, note: Note, given: Sequence[Quotation], model: str) -> Summary:
    """Return what is left of an answer when each sentence has been held against the quotations that it names."""
    judged = list(_judged(answer, note.numbers(), given))
    kept = tuple(each for each in judged if isinstance(each, Statement))
    dropped = tuple(each for each in judged if isinstance(each, Dropped))
    said = texts.NOTHING_LEFT if dropped else texts.NOTHING_SAID
    return Summary(model, len(given), kept, dropped, "" if kept else said)


def mark(summary: Summary) -> str:
    """Return what must stand above a summary wherever it is shown: who wrote it, from what, and what goes first."""
    return texts.MARK.format(model=line(summary.model), read=summary.read)


def left_out(summary: Summary) -> str:
    """Return how many sentences were left out and why, as a sentence; empty where none was."""
    counts = Counter(each.reason for each in summary.dropped)
    why = ", ".join(texts.COUNTED.format(n=n, reason=reason) for reason, n in counts.most_common())
    n = len(summary.dropped)
    return texts.LEFT_OUT[min(n, 2) - 1].format(n=n, why=why) if n else ""


def _judged(answer: str, numbers: Numbers, given: Sequence[Quotation]) -> Iterator[Statement | Dropped]:
    known: set[str] = set()
    for position, claim in enumerate(claims.read(answer)):
        if position == MOST_LOOKED_AT:
            return
        judged = _supported(claim, numbers, given) if isinstance(claim, Claim) else claim
        if isinstance(judged, Statement):
            if judged.text.casefold() in known:
                judged = Dropped(judged.text, Reason.TWICE)
            elif len(known) == MOST:
                judged = Dropped(judged.text, Reason.TOO_MANY)
            known.add(judged.text.casefold())
        yield judged


def _supported(claim: Claim, numbers: Numbers, given: Sequence[Quotation]) -> Statement | Dropped:
    """Return a claim with the first of its quotations that supports all of it by itself."""
    reason = Reason.NO_SUCH_SOURCE
    for number in claim.numbers[:MOST_CITED]:
        if not 1 <= number <= len(given):
            continue
        quotation = given[number - 1]
        found = problem(claim.text, quotation)
        at = numbers.get(quotation.entry.page)
        if found is None and at is not None:
            return Statement(claim.text, quotation.entry, at)
        reason = found or reason
    return Dropped(claim.text, reason)
