"""Summaries of notes by a language model on this machine: off unless the environment names one.

`of` is all that a screen needs; it makes no connection before it is called.
"""

import os

from desk.note import Note
from desk.summary.server import URL, SummaryUnavailable, configured
from desk.summary.statement import Statement, Summary
from desk.summary.summary import left_out, mark, summarise

__all__ = ["Statement", "Summary", "is_on", "left_out", "mark", "of"]


def is_on() -> bool:
    """Whether this site names a server to write summaries: then, and only then, a screen offers one."""
    return bool(os.environ.get(URL, "").strip())


def of(note: Note) -> Summary | None:
    """Return a summary of a note, or why there is none; None where it is off or nothing can be summarised.

    Takes as long as the model does, three minutes at most: to be called when a person asks for it.
    """
    try:
        server = configured(os.environ)
    except SummaryUnavailable as error:
        return Summary("", 0, problem=str(error))
    return summarise(note, server) if server else None
