"""Titles in capitals, as people would write them."""

# ruff: noqa: E501  (a case reads best on one line)

import pytest

from ingest.structure.casing import calmed


@pytest.mark.parametrize(
    ("title", "lines", "shown"),
    [
        ("RAAMOVEREENKOMST ECOLOGISCH BERMBEHEER", [], "Raamovereenkomst ecologisch bermbeheer"),
        ("OVEREENKOMST DEELDATA KUST EN POLDER", ["De partners van Deeldata Kust en Polder"], "Overeenkomst Deeldata Kust en Polder"),
        ("CONVENANT MET DE STAD BRUGGE EN HET OCMW", ["Het OCMW tekent mee."], "Convenant met de stad Brugge en het OCMW"),
        ("OVEREENKOMST OVER DE MARKT", [], "Overeenkomst over de markt"),
        ("AANKOOP ICT DOOR HET OCMW", [], "Aankoop ICT door het OCMW"),
        ("PROTOCOL OVER DE BIB", ["DE BIB BLIJFT OPEN", "De Bib is open; de bib sluit om zes uur."], "Protocol over de bib"),
        ("REGLEMENT STROOIZOUT", ["het REGLEMENT van de stad"], "Reglement strooizout"),
        ("REGLEMENT VOOR SINT-ANDRIES", ["in Sint-Andries"], "Reglement voor Sint-Andries"),
        ("BIJAKTE III", [], "BIJAKTE III"),
        ("Raamovereenkomst ICT", [], "Raamovereenkomst ICT"),
        ("", [], ""),
    ],
)  # fmt: skip
def test_a_title_in_capitals_is_written_as_the_paper_writes_its_words(title, lines, shown):
    assert calmed(title, lines) == shown
