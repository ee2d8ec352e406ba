from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from desk.exports import calendar
from desk.registers import board
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
Make = Callable[..., Contract]
Say = Callable[..., Fact]


def made(*contracts: Contract, now: datetime = NOW) -> Calendar:
    rows = board.rows(contracts, now.date())
    content = calendar.calendar(rows, now, lambda each: f"http://huis.example/overeenkomst?overeenkomst={each.key}")
    parsed = Calendar.from_ical(content)
    assert isinstance(parsed, Calendar)
    return parsed


def whole(contract: Make, fact: Say) -> Contract:
    return contract(
        fact(Field.PURCHASING_BODY, "Brugge"),
        fact(Field.END, "2027-06-30", page=3),
        fact(Field.RENEWAL, "tacit"),
        fact(Field.NOTICE, "P3M", page=4, confidence=0.5),
        fact(Field.JOIN_UNTIL, "2026-12-31"),
    )


def test_a_real_parser_reads_the_three_dates_with_their_source_and_link(contract: Make, fact: Say) -> None:
    events = list(made(whole(contract, fact)).walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [date(2026, 12, 31), date(2027, 3, 30), date(2027, 6, 30)]
    notice = events[1]
    assert str(notice["summary"]) == "Laatste dag om op te zeggen: Raamovereenkomst strooizout"
    said = str(notice["description"])
    assert "Aankoper: Brugge" in said
    assert "3 maanden voor de einddatum" in said
    assert "Bron: Raamovereenkomst strooizout, p. 4" in said
    assert "p. 3" in said  # the end it was counted back from
    assert "nog niet bevestigd" in said
    assert str(notice["url"]) == f"http://huis.example/overeenkomst?overeenkomst={1:016x}"


def test_reminders_come_half_a_year_a_quarter_and_a_month_before(contract: Make, fact: Say) -> None:
    event = next(iter(made(contract(fact(Field.END, "2028-08-31"))).walk("VEVENT")))
    alarms = event.walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(days=-n) for n in (180, 90, 30)]
    assert all(str(alarm["action"]) == "DISPLAY" for alarm in alarms)
    assert "Over 30 dagen: einddatum: " in str(alarms[2]["description"])


def test_the_same_date_keeps_its_identity_when_the_file_is_made_again(contract: Make, fact: Say) -> None:
    def identities(end: str, now: datetime) -> list[str]:
        return [str(event["uid"]) for event in made(contract(fact(Field.END, end)), now=now).walk("VEVENT")]

    first = identities("2028-08-31", NOW)
    assert identities("2029-08-31", NOW + timedelta(days=40)) == first  # an addendum moved it
    every = made(whole(contract, fact)).walk("VEVENT")
    assert len({str(event["uid"]) for event in every}) == 3


def test_what_is_past_is_left_out_and_today_is_not(contract: Make, fact: Say) -> None:
    assert not made(contract(fact(Field.END, "2026-11-24"))).walk("VEVENT")
    assert made(contract(fact(Field.END, "2026-11-25"))).walk("VEVENT")
    assert made().walk("VEVENT") == []


def test_a_hostile_title_adds_no_line_of_its_own(contract: Make, fact: Say, document: Callable[..., object]) -> None:
    hostile = document(1, title="Zout\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00; a, b \ud800 \\n")
    events = made(contract(fact(Field.END, "2028-08-31"), document=hostile)).walk("VEVENT")
    assert len(events) == 1
    assert "END:VEVENT" in str(events[0]["summary"])
