"""The calendar of meetings on the screen: looked at, added to, changed, read from a file, taken back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from desk.kept import meetings as kept
from desk.kept.meetings import LONGEST, Change, Kept
from desk.news import meetings as calendars
from desk.news import meetings_file
from desk.news.meetings import Meeting
from search.errors import KnowledgeBaseError
from views import session
from views.news import texts
from views.pieces import dutch, sources, widgets
from views.pieces.markup import element, escaped

PAST_SHOWN: Final = 6
PLACE: Final = "vergaderkalender"
"""The id by which a link on the screen leads to the calendar."""
_SAID: Final = "sg-kalender-gezegd"


def show(known: Sequence[Meeting], today: date, *, is_open: bool) -> None:
    """Show the calendar, folded unless it is asked for.

    Args:
        known: The meetings, by day.
        today: What is coming is counted from it.
        is_open: Whether to unfold it.
    """
    widgets.show(element("span", "", {"id": PLACE}))
    _said()
    with st.expander(texts.CALENDAR, expanded=is_open, key="sg-kalender"):
        owner = session.owner()
        widgets.show(element("p", escaped(texts.CALENDAR_INTRO), {"class": "sg-muted"}), listed(known, today, owner))
        if known:
            attributes = {"href": "/export/vergaderingen.ics", "download": True, "class": "sg-button"}
            widgets.show(element("p", element("a", escaped(texts.EXPORT_CALENDAR), attributes)))
        if owner is None:
            widgets.show(element("p", escaped(texts.NO_COOKIES), {"role": "status"}))
            return
        names = calendars.partnerships(known)
        _add(owner, names)
        _edit(owner, [each.kept for each in known if each.kept], names)
        _take_in(owner, names)
        _changes(owner)


def _said() -> None:
    """Say once what was done last."""
    if sentence := st.session_state.pop(_SAID, ""):
        widgets.show(element("p", escaped(sentence), {"role": "status", "class": "sg-notice"}))


def listed(known: Sequence[Meeting], today: date, owner: str | None) -> str:
    """Return the coming meetings and the last ones; earlier ones folded."""
    coming = [each for each in known if each.day >= today]
    past = [each for each in reversed(known) if each.day < today]
    html = element("h3", escaped(texts.COMING))
    html += _rows(coming, owner) if coming else element("p", escaped(texts.NONE_COMING), {"class": "sg-muted"})
    if past:
        html += element("h3", escaped(texts.PAST)) + _rows(past[:PAST_SHOWN], owner)
    if rest := past[PAST_SHOWN:]:
        summary = element("summary", escaped(dutch.counted(len(rest), texts.FOLDED)))
        html += element("details", summary + _rows(rest, owner), {"class": "sg-as-table"})
    return html


def _rows(meetings: Sequence[Meeting], owner: str | None) -> str:
    return element("ul", "".join(element("li", _row(each, owner)) for each in meetings))


def _row(meeting: Meeting, owner: str | None) -> str:
    parts = [escaped(texts.MEETING.format(day=dutch.day(meeting.day), name=meeting.name))]
    if meeting.name != meeting.partnership:
        parts.append(element("span", escaped(f"({meeting.partnership})"), {"class": "sg-muted"}))
    if meeting.document:
        parts.append(sources.page_link(meeting.document, 1, escaped(dutch.kind(meeting.document.kind).lower())))
    if meeting.kept:
        form = texts.ADDED_BY_YOU if meeting.kept.owner == owner else texts.ADDED_ON
        day = dutch.day(meeting.kept.made_at.astimezone().date())
        parts.append(element("span", escaped(form.format(day=day)), {"class": "sg-muted"}))
    return " ".join(parts)


def _add(owner: str, names: Sequence[str]) -> None:
    widgets.show(element("h3", escaped(texts.ADD)))
    with st.form("sg-vergadering-toevoegen", border=False, clear_on_submit=True):
        day, partnership, name = _fields("nieuw", names, None)
        is_sent = st.form_submit_button(texts.SAVE)
    if is_sent:
        _write(lambda: kept.add(session.data_folder(), owner, day, name, partnership) and texts.SAVED)


def _edit(owner: str, added: Sequence[Kept], names: Sequence[str]) -> None:
    """Offer to change or remove what people added; what stands in a paper is changed by its paper."""
    if not added:
        return
    widgets.show(element("h3", escaped(texts.EDIT)))
    chosen = st.selectbox(texts.WHICH, added, format_func=_named, key="sg-vergadering-welke")
    with st.form(f"sg-vergadering-{chosen.id}-{chosen.made_at.isoformat()}", border=False):
        day, partnership, name = _fields(str(chosen.id), names, chosen)
        with st.container(horizontal=True):
            is_changed = st.form_submit_button(texts.CHANGE)
            is_removed = st.form_submit_button(texts.REMOVE)
    data = session.data_folder()
    if is_removed:
        _write(lambda: kept.remove(data, owner, chosen.id) and texts.REMOVED)
    elif is_changed:
        _write(lambda: kept.change(data, owner, chosen.id, day, name, partnership) and texts.CHANGED)


def _fields(key: str, names: Sequence[str], now: Kept | None) -> tuple[date, str, str]:
    """Return the day, partnership and name that are typed."""
    left, middle, right = st.columns([1, 2, 2])
    every = list(dict.fromkeys([*([now.partnership] if now else []), *names]))
    with left:
        day = st.date_input(
            texts.DAY, now.day if now else "today", kept.FIRST, kept.LAST, format="DD/MM/YYYY", key=f"sg-dag-{key}"
        )
    with middle:
        partnership = st.selectbox(
            texts.PARTNERSHIP, every, 0 if every else None, key=f"sg-overleg-{key}", accept_new_options=True,
            placeholder=texts.PARTNERSHIP,
        )  # fmt: skip
    with right:
        name = st.text_input(texts.NAME, now.name if now else "", max_chars=LONGEST, key=f"sg-naam-{key}")
    assert isinstance(day, date)
    return day, partnership or "", name


def _take_in(owner: str, names: Sequence[str]) -> None:
    widgets.show(element("h3", escaped(texts.IMPORT)))
    with st.form("sg-kalender-inlezen", border=False, clear_on_submit=True):
        partnership = st.selectbox(
            texts.PARTNERSHIP, names, 0 if names else None, key="sg-overleg-bestand", accept_new_options=True,
            placeholder=texts.PARTNERSHIP,
        )  # fmt: skip
        given = st.file_uploader(
            texts.FILE, ["ics"], key="sg-kalender-bestand", help=texts.FILE_HELP,
            max_upload_size=meetings_file.LARGEST // 1_000_000,
        )  # fmt: skip
        is_sent = st.form_submit_button(texts.TAKE_IN)
    if is_sent and given is None:
        widgets.show(widgets.notice([texts.CHOOSE_FILE]))
    elif is_sent and given is not None:
        _write(partial(_taken, owner, given.getvalue(), partnership or ""))


def _taken(owner: str, content: bytes, partnership: str) -> str:
    """Add the meetings of a file, and return what became of them as a sentence."""
    read = meetings_file.read(content, partnership)
    done = kept.take_in(session.data_folder(), owner, read.meetings)
    told = (
        (done.changed, texts.MOVED), (done.known, texts.KNOWN), (done.removed, texts.SKIPPED),
        (read.repeating, texts.REPEATING), (read.cancelled, texts.CANCELLED), (read.unread, texts.UNREAD),
    )  # fmt: skip
    parts = [dutch.counted(done.added, texts.TAKEN), *(dutch.counted(n, forms) for n, forms in told if n)]
    return "; ".join(parts) + "."


def _changes(owner: str) -> None:
    """Show the last changes, each with a button that takes it back."""
    found = kept.changes(session.data_folder())
    if not found:
        return
    widgets.show(element("h3", escaped(texts.CHANGES)))
    for change in found:
        with st.container(horizontal=True, vertical_alignment="center", key=f"sg-kalender-wijziging-{change.act}"):
            st.html(element("p", escaped(described(change, owner))), width="content")
            if st.button(texts.UNDO, key=f"sg-kalender-terug-{change.act}"):
                _write(partial(_undone, change.act))


def _undone(act: int) -> str:
    kept.undo(session.data_folder(), act)
    return texts.UNDONE


def described(change: Change, owner: str) -> str:
    """Return what somebody did to the calendar, who and when."""
    others = len(change.meetings) - 1
    which = texts.MEETINGS[min(others, 1)].format(meeting=_named(change.meetings[0]), n=others)
    form = texts.YOU if change.owner == owner else texts.SOMEBODY
    who = form.format(day=dutch.day(change.made_at.astimezone().date()))
    return texts.CHANGE_LINE.format(what=str(change.what).capitalize(), meetings=which, who=who)


def _named(meeting: Kept) -> str:
    return texts.MEETING.format(day=dutch.day(meeting.day), name=meeting.name)


def _write(change: Callable[[], str | int]) -> None:
    """Make a change and show the screen again; say what is wrong where it cannot be made."""
    try:
        sentence = change()
    except KnowledgeBaseError as error:
        widgets.show(widgets.notice([str(error)]))
        return
    st.session_state[_SAID] = sentence
    st.rerun()
