from datetime import date

from search.registers.formulas import without
from search.registers.matters import Matter, about
from search.types import Kind


def matter(title: str, place: str | None = "Damme", day: int = 1, body: str = "Burgemeester") -> Matter:
    return Matter(
        f"{title}/{place}/{day}", place, body, date(2023, 5, day), "", Kind.DECISION_LIST, None, (),
        about(title, body, ""), None, title,
    )  # fmt: skip


def words(*matters: Matter) -> list[set[str]]:
    return [set(each.about.stems) for each in without(matters)]


GUARDS = "Bewakingsactiviteiten door effectieve leden van de vereniging"


def test_what_one_sitting_says_of_case_after_case_tells_no_case() -> None:
    found = words(*(matter(f"{GUARDS} - {feast}") for feast in ("Zwaluwbal", "Kermiskoers", "Winterdorp")))
    assert found == [{"zwaluwbal"}, {"kermiskoer"}, {"winterdorp"}]


def test_houses_are_cases_too() -> None:
    found = words(
        *(matter(f"Geluid - Bouwgroep Zwaan - {house}") for house in ("Laan 1", "Kerkstraat 2", "Dorpsweg 3"))
    )
    assert not any("zwan" in each or "bouwgroep" in each for each in found)


def test_two_are_no_formula() -> None:
    assert all(len(each) > 1 for each in words(matter(f"{GUARDS} - Zwaluwbal"), matter(f"{GUARDS} - Kermiskoers")))


def test_one_case_that_stands_there_three_times_is_no_formula() -> None:
    found = words(*(matter(f"Verbod betreden zwembad{end}") for end in ("", " - opheffing", " - intrekking")))
    assert all(len(each) == 2 for each in found)


def test_what_a_body_says_in_other_sittings_is_its_subject() -> None:
    found = words(*(matter(f"Zwembad. {what}", day=at) for at, what in enumerate(("Dak", "Kleedhokjes", "Sauna"), 1)))
    assert all("zwembad" in each for each in found)


def test_a_report_of_a_region_has_no_cases() -> None:
    found = words(*(matter(f"Bibliotheken {what}", None) for what in ("kasten", "lenerskaart", "boekenbus")))
    assert all("bibliothek" in each for each in found)
