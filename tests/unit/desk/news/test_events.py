"""What happens to contracts in a period, whose it is, and for whom it is open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk.news import contracts as news_contracts
from desk.news import texts as news_texts
from desk.news.contracts import Happening
from search.registers.agreements import Field
from search.registers.contracts import Evidence
from search.types import Kind

SINCE, UNTIL, HORIZON = date(2026, 3, 18), date(2026, 11, 25), date(2027, 2, 6)
Make = Callable[..., object]


def happened(contract: object) -> list[tuple[Happening, str, tuple[str, ...]]]:
    return [(e.happening, e.day.isoformat(), e.who) for e in news_contracts.events([contract], SINCE, UNTIL, HORIZON)]


def test_a_contract_is_of_who_is_bound_by_it_and_open_to_who_may_join(
    contract: Make, fact: Make, document: Make
) -> None:
    base, later = document(1, day=date(2026, 4, 1)), document(2, kind=Kind.ACCESSION, day=date(2026, 9, 1))
    made = contract(
        fact(Field.PURCHASING_BODY, "Brugge"),
        *(fact(Field.MAY_JOIN, name) for name in ("Damme", "Torhout", "Jabbeke")),
        fact(Field.JOINED, "Damme", "2026-04-01"),
        fact(Field.JOIN_UNTIL, "2026-12-31"),
        document=base,
        papers=(later,),
    )
    joined = Evidence(later, fact(Field.JOINED, "Jabbeke", "2026-09-01"))
    made = replace(made, facts={**made.facts, Field.JOINED: (*made.facts[Field.JOINED], joined)})
    events = news_contracts.events([made], SINCE, UNTIL, HORIZON)
    assert [(each.happening, each.of, news_texts.whose(each)) for each in events] == [
        (Happening.SIGNED, ("Brugge", "Damme"), "voor: Brugge, Damme; open voor: Jabbeke, Torhout"),
        (Happening.JOINED, ("Jabbeke",), "voor: Jabbeke"),
        (Happening.JOIN, (), "open voor: Torhout"),
    ]


def test_what_ends_is_told_up_to_the_next_meeting_and_what_happened_up_to_the_last_day(
    contract: Make, fact: Make
) -> None:
    made = contract(
        fact(Field.PURCHASING_BODY, "Brugge"),
        fact(Field.MAY_JOIN, "Torhout"),
        fact(Field.JOIN_UNTIL, "2026-12-31"),
        fact(Field.END, "2027-06-30"),
        fact(Field.RENEWAL, "tacit"),
        fact(Field.NOTICE, "P5M", confidence=0.4),
    )
    assert happened(made) == [
        (Happening.JOIN, "2026-12-31", ("Torhout",)),
        (Happening.NOTICE, "2027-01-30", ("Brugge",)),
    ]
    notice = news_contracts.events([made], SINCE, UNTIL, HORIZON)[1]
    assert notice.needs_a_look
    assert [each.fact.field for each in news_contracts.fields(notice)] == [Field.NOTICE, Field.END]
    assert [what for what, _, _ in happened(contract(fact(Field.END, "2027-02-06")))] == [Happening.END]
    assert happened(contract(fact(Field.END, "2027-02-07"))) == []


def test_without_tacit_renewal_nobody_need_give_notice(contract: Make, fact: Make) -> None:
    made = contract(fact(Field.END, "2027-06-30"), fact(Field.NOTICE, "P5M"), fact(Field.RENEWAL, "explicit"))
    assert happened(made) == []


def test_who_joined_later_is_told_and_who_was_there_from_the_beginning_is_not(contract: Make, fact: Make) -> None:
    made = contract(
        fact(Field.START, "2024-09-01"),
        fact(Field.JOINED, "Beernem", "2024-09-01"),
        fact(Field.JOINED, "Damme", "2026-06-01"),
        fact(Field.JOINED, "Jabbeke", "2026-07"),
        fact(Field.JOINED, "Torhout", "ooit"),
    )
    assert happened(made) == [
        (Happening.JOINED, "2026-06-01", ("Damme",)),
        (Happening.JOINED, "2026-07-01", ("Jabbeke",)),
    ]


def test_a_contract_and_its_addendum_are_new_on_their_days(contract: Make, fact: Make, document: Make) -> None:
    base = document(1, day=date(2026, 4, 1))
    later = document(2, kind=Kind.ADDENDUM, day=date(2026, 10, 1))
    other = document(3, kind=Kind.ACCESSION, day=date(2026, 9, 1))
    made = contract(fact(Field.PARTY, "Damme"), document=base, papers=(other, later))
    assert [(what, day) for what, day, _ in happened(made)] == [
        (Happening.SIGNED, "2026-04-01"),
        (Happening.CHANGED, "2026-10-01"),
    ]
