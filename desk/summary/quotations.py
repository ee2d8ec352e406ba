"""Which quotations of a note a model may summarise, and how they are put to it. Pure; knows no server.

Only what still holds: a sentence does not tell that what it says was rejected or replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desk.brief import quotes
from desk.brief import texts as brief_texts
from desk.note import Entry, Note, Part
from desk.printing.wording import line
from desk.summary import texts
from desk.summary.statement import Quotation
from search.language import dates
from search.registers.decisions import State
from search.registers.treatments import Effect

MOST: Final = 24  # quotations
MOST_OF_PART: Final = 6  # of one section: positions would leave no room for contracts
LONGEST: Final = 500  # characters of one; the longest that a note quotes of several sentences has 420
LONGEST_ALL: Final = 5_000
"""Characters of all: question and answer stay within the 4,096 tokens that a server reads unless told otherwise.
Of ten themes of the sample dossiers the longest question has 4,494 characters, 1,615 tokens of Gemma 3."""
MOST_SENTENCES: Final = 8
_PARTS: Final = (Part.POSITIONS, Part.DECISIONS, Part.CONTRACTS, Part.EXPERIENCE, Part.ACTIONS)
_DOES_NOT_HOLD: Final = tuple(
    str(said).casefold().partition("{")[0].partition(";")[0]
    for said in (
        State.REPLACED, State.REPEALED, State.EXPIRED, State.NEVER, Effect.REJECTED, Effect.POSTPONED,
        Effect.WITHDRAWN, brief_texts.ON_AGENDA, brief_texts.SPOKEN_OF, brief_texts.DECIDED_SINCE,
    )
)  # fmt: skip


def chosen(note: Note) -> list[Quotation]:
    """Return what of a note may be summarised, in its order: words of a page that still hold."""
    kept: list[Quotation] = []
    length = 0
    for section in note.sections:
        if section.part not in _PARTS:
            continue
        for quotation in list(_holding(section.entries))[:MOST_OF_PART]:
            length += len(quotation.text)
            if len(kept) == MOST or length > LONGEST_ALL:
                return kept
            kept.append(quotation)
    return kept


def messages(theme: str, quotations: Sequence[Quotation]) -> list[dict[str, str]]:
    """Return what is asked of a model, as the messages of a conversation."""
    told = [
        texts.QUOTED.format(number=number, who=_who(quotation), text=_unnumbered(quotation.text))
        for number, quotation in enumerate(quotations, start=1)
    ]
    question = texts.QUESTION.format(theme=_unnumbered(line(theme)), quotations="\n".join(told))
    instructions = texts.INSTRUCTIONS.format(most=MOST_SENTENCES)
    said = (texts.EXAMPLE, texts.EXAMPLE_ANSWER, question)
    spoken = [{"role": role, "content": text} for role, text in zip(("user", "assistant", "user"), said, strict=True)]
    return [{"role": "system", "content": instructions}, *spoken]


def _holding(entries: Iterable[Entry]) -> Iterator[Quotation]:
    """Yield the entries that are quotations of what holds; what is remarked of a decision is so of all its articles."""
    remark = lead = ""
    for entry in entries:
        if entry.source is None:
            continue
        if entry.remark or not entry.lead or entry.lead != lead:
            remark, lead = entry.remark, entry.lead
        text = line(entry.text)
        if len(text) <= LONGEST and quotes.says_something(text) and _is_valid(remark):
            yield Quotation(text, entry.source.municipality, entry.source.body, entry.source.date, entry)


def _is_valid(remark: str) -> bool:
    return not any(part.strip().startswith(_DOES_NOT_HOLD) for part in remark.casefold().split(";"))


def _who(quotation: Quotation) -> str:
    day = dates.in_words(quotation.day) if quotation.day else ""
    known = filter(None, (quotation.municipality, quotation.body, day))
    return _unnumbered(line(", ".join(known))) or texts.SOMEBODY


def _unnumbered(text: str) -> str:
    """Return text in which nothing looks like the number of a quotation."""
    return text.replace("[", "(").replace("]", ")")
