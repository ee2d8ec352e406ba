from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from desk.kept.meetings import Kept, NotAccepted
from desk.news import meetings, meetings_file
from desk.news.meetings import Meeting, Period
from search.types import Kind
from tests.growth import is_in_proportion

TODAY = date(2026, 11, 25)
OVERLEG = "Burgemeestersoverleg"
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"


def meeting(day: str, partnership: str = OVERLEG) -> Meeting:
    return Meeting(date.fromisoformat(day), partnership, partnership)


def kept(day: str, name: str = "Toegevoegd", partnership: str = OVERLEG) -> Kept:
    return Kept(1, date.fromisoformat(day), name, partnership, "wie", datetime(2026, 1, 1, tzinfo=UTC))


def ics(*lines: str) -> bytes:
    return (
        HEAD + "BEGIN:VEVENT\r\n" + "".join(f"{line}\r\n" for line in lines) + "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def test_reports_of_partnerships_are_meetings_and_councils_and_notes_are_not(
    document: Callable[..., object], decision: Callable[..., object]
) -> None:
    papers = [
        document(1, kind=Kind.MEETING_REPORT, of=None, body=OVERLEG, day=date(2026, 3, 18)),
        document(2, kind=Kind.AGENDA, of=None, body=OVERLEG, day=date(2026, 3, 18)),
        document(3, kind=Kind.MINUTES, of="Damme", body="Gemeenteraad", day=date(2026, 4, 1)),
        document(4, kind=Kind.NOTE, of=None, body=OVERLEG, day=date(2026, 5, 1)),
        document(5, kind=Kind.MEETING_REPORT, of=None, body=OVERLEG, day=None),
    ]
    (found,) = meetings.found([decision(each) for each in papers])
    assert (found.day, found.partnership) == (date(2026, 3, 18), OVERLEG)
    assert found.document is papers[0]  # the report says more than the agenda


def test_a_meeting_that_was_added_and_then_reported_is_one_meeting() -> None:
    joined = meetings.joined([meeting("2026-03-18")], [kept("2026-03-18", "In Damme"), kept("2027-01-20")])
    assert [(each.name, each.kept is not None) for each in joined] == [("In Damme", True), ("Toegevoegd", True)]


def test_the_usual_period_runs_from_the_last_meeting_of_whoever_meets_most_to_the_next_one() -> None:
    known = [meeting("2026-03-18"), meeting("2026-09-01"), meeting("2026-11-20", "Exello.net"), meeting("2026-12-16")]
    assert meetings.usual(known, TODAY) == Period(date(2026, 9, 1), date(2026, 12, 16))
    assert meetings.usual(known[:3], TODAY) == Period(date(2026, 9, 1), TODAY)
    assert meetings.usual([*known[:3], meeting("2026-11-25")], TODAY) == Period(date(2026, 9, 1), TODAY)
    assert meetings.usual([meeting("2026-12-16")], TODAY) is None
    assert meetings.usual([], TODAY) is None


def test_the_meeting_after_a_period_is_that_of_who_meets_at_its_ends() -> None:
    known = [meeting("2026-03-18"), meeting("2026-12-16"), meeting("2027-01-05", "Exello.net"), meeting("2027-02-10")]
    assert meetings.after(known, Period(date(2026, 3, 18), date(2026, 12, 16))) == date(2027, 2, 10)
    assert meetings.after(known, Period(date(2026, 3, 18), date(2027, 2, 10))) is None
    assert meetings.after([], Period(date(2026, 3, 18), TODAY)) is None


def test_events_become_meetings_on_the_day_they_begin_here() -> None:
    content = (
        ics("UID:een", "DTSTART:20261231T233000Z", "SUMMARY:Overleg\\, met lunch")
        .decode()
        .replace(
            "END:VCALENDAR",
            "BEGIN:VEVENT\r\nUID:twee\r\nDTSTART;TZID=Romance Standard Time:20270112T090000\r\nSUMMARY:Lang\r\n er"
            " onderwerp\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270210\r\nEND:VEVENT\r\nEND:VCALENDAR",
        )
    )
    read = meetings_file.read(content.encode(), OVERLEG)
    assert [(each.day, each.name, each.uid) for each in read.meetings] == [
        (date(2027, 1, 1), "Overleg, met lunch", "een"),
        (date(2027, 1, 12), "Langer onderwerp", "twee"),
        (date(2027, 2, 10), OVERLEG, ""),
    ]


def test_what_repeats_was_cancelled_or_has_no_day_is_said() -> None:
    assert meetings_file.read(ics("DTSTART:20270101", "RRULE:FREQ=SECONDLY"), OVERLEG).repeating == 1
    cancelled = meetings_file.read(ics("DTSTART:20270101", "STATUS:CANCELLED"), OVERLEG)
    assert (cancelled.meetings, cancelled.cancelled) == ((), 1)
    for line in ("DTSTART:morgen", "DTSTART:00000101T100000", "DTSTART:99991231T233000Z", "SUMMARY:x"):
        read = meetings_file.read(ics(line), OVERLEG)
        assert (read.meetings, read.unread) == ((), 1)


def test_an_alarm_inside_an_event_says_nothing_of_it() -> None:
    read = meetings_file.read(
        ics("BEGIN:VALARM", "SUMMARY:wekker", "END:VALARM", "DTSTART;VALUE=DATE:20270101", "SUMMARY:Overleg"), OVERLEG
    )
    assert [each.name for each in read.meetings] == ["Overleg"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "geen kalenderbestand"),
        (b"\x00\xff" * 900, "geen kalenderbestand"),
        (HEAD.encode("utf-16"), "geen kalenderbestand"),
        ((HEAD + "END:VCALENDAR\r\n").encode(), "geen enkele afspraak"),
        (HEAD.encode() + b"x" * 6_000_000, "te groot"),
        (HEAD.encode() + b"BEGIN:VEVENT\r\n" * 30_000, "meer dan 500"),
    ],
)
def test_what_is_no_calendar_or_too_much_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(NotAccepted, match=why):
        meetings_file.read(content, OVERLEG)


def test_a_file_for_nobody_is_refused() -> None:
    with pytest.raises(NotAccepted, match="overleg"):
        meetings_file.read(ics("DTSTART:20270101"), "  ")


@pytest.mark.parametrize(
    "lines",
    [
        lambda size: ["SUMMARY:" + "a" * size],
        lambda size: ["SUMMARY:" + "\r\n a" * (size // 4)],
        lambda size: ["SUMMARY" + ";X=Y" * (size // 5) + ":b"],
        lambda size: ["BEGIN:VALARM"] * (size // 16),
        lambda size: ["SUMMARY:b"] * (size // 10),
        lambda size: ['SUMMARY;X="' + '"' * size],
        lambda size: ["X-" + "A" * size],
    ],
)
def test_a_hostile_file_of_four_megabytes_takes_time_in_proportion_to_its_length(
    lines: Callable[[int], list[str]],
) -> None:
    def read(size: int) -> None:
        found = meetings_file.read(ics("DTSTART;VALUE=DATE:20270101", *lines(size)), OVERLEG)
        assert all(len(each.name) <= 120 for each in found.meetings)

    assert is_in_proportion(read, 4_000_000)


def test_the_calendar_that_is_taken_along_is_read_back_and_keeps_its_identities() -> None:
    known = [meeting("2026-03-18"), *meetings.joined([], [kept("2027-01-20", "Naam; met, \\ tekens\x00")])]
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    content = meetings_file.written(known, now, lambda each: f"http://huis.example/nieuw?tot={each.day}")
    events = list(Calendar.from_ical(content).walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [date(2026, 3, 18), date(2027, 1, 20)]
    back = meetings_file.read(content, OVERLEG).meetings
    assert [(each.day, each.name) for each in back] == [
        (date(2026, 3, 18), OVERLEG), (date(2027, 1, 20), "Naam; met, \\ tekens"),
    ]  # fmt: skip
    again = meetings_file.read(
        meetings_file.written(known, now, lambda each: "http://ander.example/"), OVERLEG
    ).meetings
    assert [each.uid for each in again] == [each.uid for each in back]
    assert len({each.uid for each in back}) == 2
