"""The calendar of meetings on the screen: looked at, added to, changed, read from a file, taken back."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from desk.kept import meetings as kept
from desk.kept.meetings import LONGEST, Change, Kept, NotAccepted
from desk.news import meetings as calendars
from desk.news import meetings_file
from desk.news.meetings import Meeting
from views import session
from views.news import texts
from views.pieces import acts, dutch, sources, widgets
from views.pieces.markup import element, escaped

PAST_SHOWN: Final = 6
_FILE: Final = "sg-kalender-bestand"
PLACE: Final = "vergaderkalender"
"""The id by which a link on the screen leads to the calendar."""


def show(known: Sequence[Meeting], today: date, *, is_open: bool) -> None:
    """Show the calendar, folded unless it is asked for.

    Args:
        known: The meetings, by day.
        today: What is coming is counted from it.
        is_open: Whether to unfold it.
    """
    widgets.show(element("span", "", {"id": PLACE}))
    acts.said(PLACE)
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
    with st.form("sg-vergadering-toevoegen", border=False):
        _fields("nieuw", names, None)
        st.form_submit_button(texts.SAVE, on_click=acts.do, args=(PLACE, partial(_added, owner), texts.SAVED))


def _added(owner: str) -> None:
    kept.add(session.data_folder(), owner, *_filled_in("nieuw"))
    st.session_state["sg-naam-nieuw"] = ""  # only now: what is not accepted stays to be mended


def _edit(owner: str, added: Sequence[Kept], names: Sequence[str]) -> None:
    """Offer to change or remove what people added; what stands in a paper is changed by its paper."""
    if not added:
        return
    widgets.show(element("h3", escaped(texts.EDIT)))
    chosen = st.selectbox(texts.WHICH, added, format_func=_named, key="sg-vergadering-welke")
    with st.form(f"sg-vergadering-{chosen.id}-{chosen.made_at.isoformat()}", border=False):
        _fields(str(chosen.id), names, chosen)
        with st.container(horizontal=True):
            change, remove = partial(_changed, owner, chosen.id), partial(_removed, owner, chosen.id)
            st.form_submit_button(texts.CHANGE, on_click=acts.do, args=(PLACE, change, texts.CHANGED))
            st.form_submit_button(texts.REMOVE, on_click=acts.do, args=(PLACE, remove, texts.REMOVED))


def _changed(owner: str, meeting: int) -> None:
    kept.change(session.data_folder(), owner, meeting, *_filled_in(str(meeting)))


def _removed(owner: str, meeting: int) -> None:
    kept.remove(session.data_folder(), owner, meeting)


def _fields(key: str, names: Sequence[str], now: Kept | None) -> None:
    """Show the fields of a meeting."""
    left, middle, right = st.columns([1, 2, 2])
    every = list(dict.fromkeys([*([now.partnership] if now else []), *names]))
    with left:
        st.date_input(
            texts.DAY, now.day if now else "today", kept.FIRST, kept.LAST, format="DD/MM/YYYY", key=f"sg-dag-{key}"
        )
    with middle:
        st.selectbox(
            texts.PARTNERSHIP, every, 0 if every else None, key=f"sg-overleg-{key}", accept_new_options=True,
            placeholder=texts.PARTNERSHIP,
        )  # fmt: skip
    with right:
        st.text_input(texts.NAME, now.name if now else "", max_chars=LONGEST, key=f"sg-naam-{key}")


def _filled_in(key: str) -> tuple[date, str, str]:
    """Return the day, name and partnership that were filled in."""
    state = st.session_state
    day = state.get(f"sg-dag-{key}")
    if not isinstance(day, date):
        raise NotAccepted(texts.CHOOSE_DAY)
    return day, str(state.get(f"sg-naam-{key}") or ""), str(state.get(f"sg-overleg-{key}") or "")


def _take_in(owner: str, names: Sequence[str]) -> None:
    widgets.show(element("h3", escaped(texts.IMPORT)))
    with st.form("sg-kalender-inlezen", border=False, clear_on_submit=True):
        st.selectbox(
            texts.PARTNERSHIP, names, 0 if names else None, key="sg-overleg-bestand", accept_new_options=True,
            placeholder=texts.PARTNERSHIP,
        )  # fmt: skip
        st.file_uploader(
            texts.FILE, ["ics"], key=_FILE, help=texts.FILE_HELP,
            max_upload_size=meetings_file.LARGEST // 1_000_000,
        )  # fmt: skip
        st.form_submit_button(texts.TAKE_IN, on_click=acts.do, args=(PLACE, partial(_take, owner)))


def _take(owner: str) -> str:
    given = st.session_state.get(_FILE)
    if given is None:
        raise NotAccepted(texts.CHOOSE_FILE)
    return _taken(owner, given.getvalue(), str(st.session_state.get("sg-overleg-bestand") or ""))


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
            undo = (PLACE, partial(kept.undo, session.data_folder(), change.act), texts.UNDONE)
            st.button(texts.UNDO, key=f"sg-kalender-terug-{change.act}", on_click=acts.do, args=undo)


def described(change: Change, owner: str) -> str:
    """Return what somebody did to the calendar, who and when."""
    others = len(change.meetings) - 1
    which = texts.MEETINGS[min(others, 1)].format(meeting=_named(change.meetings[0]), n=others)
    form = texts.YOU if change.owner == owner else texts.SOMEBODY
    who = form.format(day=dutch.day(change.made_at.astimezone().date()))
    return texts.CHANGE_LINE.format(what=str(change.what).capitalize(), meetings=which, who=who)


def _named(meeting: Kept) -> str:
    return texts.MEETING.format(day=dutch.day(meeting.day), name=meeting.name)
