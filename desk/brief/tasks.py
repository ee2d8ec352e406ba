"""What somebody at the table is to do: what is promised, and what is asked of him. Pure.

"De besturen vragen de WVI een brief op te stellen" is a task; a request to somebody else ("vragen de Vlaamse Regering
...") is a position.
"""

import re
from collections.abc import Iterator
from typing import Final

from search.language import municipalities
from search.language.sentences import sentences
from search.registers import actions
from search.registers.actions import KEEPER, LONGEST, Action

_ASKS: Final = re.compile(
    r"(?:[a-z]{3,12}:\s*)?[^.:;?!]{2,120}?\b(?:vra(?:agt|gen)|verzoek(?:t|en)|belast(?:en)?)\s+(?:aan\s+)?(?=\S)",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"(?:alle|de(?: andere)?|elk|elke) (?:besturen|gemeenten|bestuur|gemeente)\b", re.IGNORECASE)
_DOES: Final = re.compile(r"\b(?:te [a-zé]{2,25}en|te (?:doen|gaan|zien))\b|\bmet\b", re.IGNORECASE)


def of(text: str) -> list[Action]:
    """Return the tasks in the running text of a passage, in its order; who is asked has to do it, not who asks."""
    tasks = {each.start: each for each in (*actions.said(text), *_asked(text))}
    return [tasks[start] for start in sorted(tasks)]


def _asked(text: str) -> Iterator[Action]:
    """Yield the sentences in which somebody at the table is asked to do something."""
    for start, end in sentences(text):
        sentence = text[start:end]
        asks = _ASKS.match(sentence) if end - start <= LONGEST else None
        whom = _at_table(sentence[asks.end() :]) if asks else ""
        if asks and whom and _DOES.search(sentence, asks.end() + len(whom)):
            due, deadline = actions.term(sentence)
            yield Action(whom, sentence, start, end, due, deadline)


def _at_table(words: str) -> str:
    """Return who is asked, where that is somebody at the table: these words begin with him."""
    for pattern in (KEEPER, _ALL):
        if (match := pattern.match(words)) and not words[match.end() :][:1].isalnum():
            return match[0]
    first = next(iter(municipalities.find(words)), None)
    return words[: first[2]] if first and actions.actor(words[: first[2]]) else ""
