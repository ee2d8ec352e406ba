"""What was promised in meetings and may still be open: who, what, by when. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from desk.brief import leads, quotes, tasks, texts
from desk.brief.quotes import Quote
from desk.brief.texts import HEADINGS
from desk.brief.theme import REPORTS, Found, Matter
from desk.note import Entry, Part, Section
from desk.texts import counted
from search.language.dutch import analyse
from search.registers import action_lists, actions
from search.registers.actions import Action
from search.types import Document, DocumentId, Kind, Span

MOST: Final = 8
YEARS: Final = 6  # a bestuursperiode; a promise of before it is history, not an open action
_MADE: Final = frozenset({Kind.NOTE, Kind.POSITION, Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.REGULATION})
_WHEN: Final = re.compile(r"in\b|onmiddellijk\b", re.IGNORECASE)
_LEAST: Final = 5  # letters of a stem by which an action is about an item
_SEVERAL: Final = 2  # stems that an action in a list shares with an item, where it has no word for the theme


@dataclass(frozen=True, slots=True)
class _Promise:
    document: Document
    action: Action
    quote: Quote


def section(found: Found) -> Section:
    """Return the section, what was promised last first."""
    oldest = found.query.since or found.today - relativedelta(years=YEARS)
    promises = [each for each in _promises(found) if each.document.date and each.document.date >= oldest]
    open_ = [each for each in promises if not _is_done(each, found.matters)]
    entries = [_entry(each, found.today) for each in open_[:MOST]] or [Entry(_none(found, oldest))]
    return Section(Part.ACTIONS, HEADINGS[Part.ACTIONS], tuple(entries))


def _none(found: Found, oldest: date) -> str:
    """Return what to say where nothing is open: what was looked through."""
    reports = {m.document.id for m in found.matters if m.document.kind in REPORTS and m.day and m.day >= oldest}
    form = texts.NO_ACTIONS if reports else texts.NO_REPORTS
    return form.format(reports=counted(len(reports), texts.REPORTS), day=leads.day(oldest))


def _promises(found: Found) -> Iterator[_Promise]:
    """Yield what was promised on the theme: in the list at the end of a report, and in what was said of it."""
    told: dict[DocumentId, list[Action]] = {}
    listed: dict[DocumentId, list[Action]] = {}
    for matter in found.matters:
        document = matter.document
        if document.kind not in REPORTS:
            continue
        if document.id not in listed:
            listed[document.id] = action_lists.listed(found.pages.get(document.id, {}))
        for each in _of_matter(matter, listed[document.id], found):
            before = told.setdefault(document.id, [])
            if not any(actions.is_same(each.action, other) or each.action.text == other.text for other in before):
                before.append(each.action)
                yield each


def _of_matter(matter: Matter, listed: Sequence[Action], found: Found) -> Iterator[_Promise]:
    """Yield the lines of the list that are about a matter, then what its own text promises and the list does not."""
    lines = {_bare(action.text) for action in listed}
    stems = _stems(" ".join(_own_text(matter, lines)))
    for action in listed:
        if _has_word(action, found.words) or (matter.is_central and len(_stems(action.text) & stems) >= _SEVERAL):
            said = quotes.quote(action.text, (action.span,), 0, len(action.text))
            if said:
                yield _Promise(matter.document, action, said)
    for passage in matter.passages:
        for action in tasks.of(passage.text):
            said = quotes.quote(passage.text, passage.spans, action.start, action.end)
            if said and said.text not in lines and (matter.is_central or _has_word(action, found.words)):
                yield _Promise(matter.document, action, said)


def _own_text(matter: Matter, lines: Collection[str]) -> Iterator[str]:
    """Yield what a report says of an item, without the list of actions behind the last one."""
    yield matter.decision.title
    for passage in matter.passages:
        yield from (block for block in passage.text.split("\n") if _bare(block) not in lines)


def _bare(text: str) -> str:
    """Return a line as it is quoted: without the number or bullet of the list."""
    said = quotes.quote(text, (Span(1, 0, len(text)),), 0, len(text))
    return said.text if said else ""


def _has_word(action: Action, words: Collection[str]) -> bool:
    return not set(words).isdisjoint(analyse(action.text))


def _stems(text: str) -> set[str]:
    return {stem for stem in analyse(text) if len(stem) >= _LEAST and not stem[0].isdigit()}


def _is_done(promise: _Promise, matters: Sequence[Matter]) -> bool:
    """Whether a later paper on the theme says that it was done, or is what was promised."""
    day = promise.document.date or date.min
    later = [matter for matter in matters if matter.day and matter.day > day]
    return any(
        (matter.document.kind in _MADE and actions.is_kept_by(promise.action, _titles_and_text(matter)))
        or any(actions.is_done(promise.action, passage.text) for passage in matter.passages)
        for matter in later
    )


def _titles_and_text(matter: Matter) -> list[str]:
    return [matter.document.title, *(passage.text for passage in matter.passages)]


def _entry(promise: _Promise, today: date) -> Entry:
    action = promise.action
    is_late = action.deadline is not None and action.deadline < today
    remark = leads.sentence(texts.PASSED if is_late else "", texts.UNKNOWN_DONE)
    form = texts.BY_WHEN if _WHEN.match(action.due) else texts.BY
    who = form.format(who=action.who, due=action.due) if action.who and action.due else action.who
    lead = texts.SAID_IN.format(who=who[:1].upper() + who[1:], where=leads.lead(promise.document)) if who else ""
    return Entry(
        promise.quote.text, quotes.source(promise.document, promise.quote), lead or leads.lead(promise.document), remark
    )
