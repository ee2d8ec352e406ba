"""Titles that tell of one matter in several steps, measures for one event, one house."""

import pytest

from search.registers.linking import Reason
from tests.unit.search.registers.drawn import formed, matter, reasons, titled


@pytest.mark.parametrize(
    "steps",
    [
        ("Sporthal De Zwaluw. Voorontwerp. Goedkeuring.", "Sporthal De Zwaluw. Eindafrekening. Goedkeuring."),
        ("Heraanleg Dorpsstraat. Gunning.", "Heraanleg Dorpsstraat. Voorlopige oplevering."),
        ("Aanvraag tot het organiseren van een rommelmarkt in de Kapellestraat.",
         "Rommelmarkt in de Kapellestraat. Kennisname vergunning."),
        ("RUP Stationsomgeving. Startnota.", "RUP Stationsomgeving. Definitieve vaststelling na openbaar onderzoek."),
        ("Kunstgrasveld. Raming, bestek en wijze van gunnen.", "Kunstgrasveld. Stopzetting procedure."),
    ],
)  # fmt: skip
def test_the_steps_of_a_procedure_are_one_dossier(steps: tuple[str, str]) -> None:
    assert formed([matter(title) for title in steps]) == [set(steps)]


@pytest.mark.parametrize("letter", ["Brief van de gouverneur over de jaarrekening 2022", "Jaarrekening 2022. Toezicht"])
def test_accounts_and_their_approval_by_who_supervises_are_one_dossier(letter: str) -> None:
    accounts = matter("Jaarrekening 2022. Vaststelling.", day="2023-06-26")
    church = matter("Kerkfabriek Sint-Jan. Jaarrekening 2022. Advies.", day="2023-06-26")
    complaint = matter("Brief van de gouverneur over het parkeerreglement.", day="2023-12-18")
    approved = matter(letter, day="2023-12-18")
    assert formed([accounts, church, complaint, approved]) == [{titled(accounts), letter}]


def test_measures_for_one_event_are_one_dossier() -> None:
    noise, parking = matter("Politieverordening voor de Grand Prix"), matter("Inname door Grand Prix")
    assert formed([noise, parking]) == [{titled(noise), titled(parking)}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Politieverordening in Kerkstraat en Molenstraat", "Inname van Kerkstraat en Molenstraat"),
        ("Politieverordening voor de Grand Prix", "Belasting voor de Grand Prix"),
        ("Politieverordening voor Zandbaai", "Inname door Zandbaai"),
    ],
)
def test_a_street_or_one_word_is_no_event_and_a_tax_no_measure(one: str, other: str) -> None:
    assert not formed([matter(one), matter(other)])


def test_a_house_is_known_by_the_first_of_its_numbers() -> None:
    house = matter("Onbewoonbaarverklaring Dorpslaan 42", day="2023-03-01")
    assert reasons(house, matter("Sloop van Dorpslaan 42-48", day="2023-06-01")) == [Reason.ADDRESS]
    assert not reasons(house, matter("Sloop van Dorpslaan 40-44", day="2023-06-01"))


def test_an_abbreviation_that_names_a_subject_is_no_name() -> None:
    titles = {"AED. Stand van zaken", "AED-toestellen. Aankoop"}
    assert formed([matter(title) for title in sorted(titles)]) == [titles]
    assert not formed([matter("APK Infra. Laadpalen"), matter("APK Infra. Jaarvergunning nutswerken")])


def test_a_church_that_is_called_as_a_town_is_told_from_another() -> None:
    titles = [f"Kerkfabriek {name}. Jaarrekening 2022. Advies." for name in ("Sint-Niklaas", "Sint-Truiden")]
    again = "Kerkfabriek Sint-Niklaas. Budget 2024. Aktename."
    assert formed([matter(title) for title in (*titles, again)]) == [{titles[0], again}]
