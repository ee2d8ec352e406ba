from datetime import date
from decimal import Decimal

import pytest

from search.registers.agreements import Fact, Field
from search.registers.contracts import Phase, assembled
from search.types import Document, Kind, Outcome

TODAY = date(2026, 3, 1)


def paper(number: int, kind: Kind, title: str, day: str, **facts: object):
    document = Document(
        number, f"{number}.pdf", str(number), title, kind, "Brugge", None, date.fromisoformat(day), None, 3,
        "iedereen", Outcome.OK, "",
    )  # fmt: skip
    said = []
    for name, given in facts.items():
        for value in given if isinstance(given, list) else [given]:
            said.append(Fact(Field(name), str(value), str(value), "", (), 0.9))
    return document, f"key{number}", said


ZONNEPANELEN = paper(
    1, Kind.FRAMEWORK_CONTRACT, "Raamovereenkomst zonnepanelen op daken", "2020-10-01",
    reference="2020/LM/014", subject="zonnepanelen op daken", purchasing_body="Brugge", start="2020-10-01",
    end="2024-09-30", may_join=["Damme", "Torhout"], join_until="2022-12-31", ceiling="6500000.00",
)  # fmt: skip
ADDENDUM = paper(
    2, Kind.ADDENDUM, "Addendum 1 zonnepanelen", "2024-09-01", amends="raamovereenkomst zonnepanelen op daken",
    end="2026-06-30", join_until="2026-05-31", ceiling="7100000.00",
)  # fmt: skip
TOETREDING = paper(
    3,
    Kind.ACCESSION,
    "Toetreding zonnepanelen",
    "2021-03-29",
    reference="2020/LM/014",
    joined="Damme",
    end="2023-01-01",
)
PAPIER = paper(
    4,
    Kind.FRAMEWORK_CONTRACT,
    "Raamovereenkomst kopieerpapier",
    "2017-07-01",
    subject="kopieerpapier",
    end="2021-06-30",
)


def test_an_addendum_changes_what_holds_and_an_accession_adds_who_joined():
    contract = next(
        each for each in assembled([PAPIER, TOETREDING, ADDENDUM, ZONNEPANELEN], TODAY) if each.key == "key1"
    )
    assert [document.id for document in contract.papers] == [1, 3, 2]
    assert contract.day(Field.END) == date(2026, 6, 30)
    assert contract.ceiling == Decimal("7100000.00")
    assert contract.values(Field.JOINED) == ("Damme",)
    assert contract.values(Field.MAY_JOIN) == ("Damme", "Torhout")


def test_the_contract_that_ends_last_comes_first():
    assert [each.key for each in assembled([PAPIER, ZONNEPANELEN], TODAY)] == ["key1", "key4"]


def test_a_paper_on_another_subject_changes_nothing():
    (contract,) = assembled([PAPIER, ADDENDUM], TODAY)
    assert contract.day(Field.END) == date(2021, 6, 30)
    assert len(contract.papers) == 1


def test_an_addendum_is_of_the_contract_that_was_running_when_it_was_signed():
    later = paper(5, Kind.FRAMEWORK_CONTRACT, "Raamovereenkomst zonnepanelen op daken", "2027-01-01", end="2030-12-31")
    found = {each.key: len(each.papers) for each in assembled([ZONNEPANELEN, later, ADDENDUM], TODAY)}
    assert found == {"key1": 2, "key5": 1}


def test_the_phase_follows_the_day():
    (contract,) = assembled([ZONNEPANELEN, ADDENDUM], TODAY)
    days = {"2020-09-30": Phase.COMING, "2026-05-31": Phase.OPEN, "2026-06-01": Phase.ENDING, "2026-07-01": Phase.ENDED}
    assert {day: contract.phase(date.fromisoformat(day)) for day in days} == days
    assert contract.days_left(TODAY) == 121
    assert contract.may_still_join(TODAY)


def test_a_contract_without_an_end_says_so():
    (contract,) = assembled([paper(6, Kind.CONTRACT, "Overeenkomst strooizout", "2015-09-21")], TODAY)
    assert contract.phase(TODAY) is Phase.UNKNOWN
    assert contract.days_left(TODAY) is None
    assert contract.ceiling is None


def test_damaged_values_are_no_values():
    (contract,) = assembled(
        [paper(7, Kind.CONTRACT, "Overeenkomst", "2015-09-21", end="morgen", ceiling="veel")], TODAY
    )
    assert (contract.day(Field.END), contract.ceiling) == (None, None)


FIETSEN = paper(
    7, Kind.CONTRACT, "Samenwerkingsovereenkomst deelfietsen kustregio", "2019-06-01",
    party=["Brugge", "Blankenberge", "Knokke-Heist"],
)  # fmt: skip


def leaving(sentence: str, who: str = "Blankenberge", day: str = "2024-02-27", since: str = "2024-05-31"):
    document, key, _ = paper(8, Kind.MINUTES, "Notulen", day)
    return document, key, [Fact(Field.LEFT, who, sentence, since, (), 0.8)]


NAMED = "De deelname aan de samenwerkingsovereenkomst deelfietsen kustregio wordt stopgezet op 31 mei 2024."


def test_who_left_takes_part_no_longer_and_the_decision_that_says_so_is_named():
    (contract,) = assembled([FIETSEN, leaving(NAMED)], TODAY)
    assert contract.parties == ("Brugge", "Knokke-Heist")
    assert [(each.fact.value, each.document.id) for each in contract.left] == [("Blankenberge", 8)]
    assert [document.id for document in contract.papers] == [7, 8]


@pytest.mark.parametrize(
    "paper",
    [
        leaving(NAMED, who="Torhout"),
        leaving(NAMED, since="2026-03-02"),
        leaving(NAMED, day="2018-02-27", since="2018-05-31"),
        leaving("De deelname aan de overeenkomst deelauto's kustregio wordt stopgezet op 31 mei 2024."),
    ],
)
def test_who_is_no_party_leaves_later_left_earlier_or_leaves_another_contract_ends_nothing(paper):
    (contract,) = assembled([FIETSEN, paper], TODAY)
    assert contract.parties == ("Brugge", "Blankenberge", "Knokke-Heist")
    assert contract.left == ()


def test_who_joins_again_takes_part_again():
    again = paper(
        9, Kind.ADDENDUM, "Addendum deelfietsen kustregio", "2025-06-01", joined="Blankenberge",
        amends="samenwerkingsovereenkomst deelfietsen kustregio",
    )  # fmt: skip
    (contract,) = assembled([FIETSEN, leaving(NAMED), again], TODAY)
    assert contract.parties == ("Brugge", "Knokke-Heist", "Blankenberge")
