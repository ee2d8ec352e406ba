"""Two papers of one sitting are matched by title, and every difference is told."""

from datetime import date

from evaluation.sittings import as_json, as_text, compare, likeness, main, pair, sittings
from ingest.types import Facts, Structured
from search.registers.treatments import Effect, Treatment
from search.types import Kind


def treatment(number, title, effect=Effect.APPROVED):
    return Treatment(0, number, "", title, None, effect, 1.0, (), (), (), (), ())


def paper(kind, *treatments, municipality="Beernem"):
    return Structured(Facts("x", kind, municipality, "Gemeenteraad", date(2024, 4, 25)), (), treatments)


MINUTES = [
    treatment("1", "Notulen van maart. Goedkeuring."),
    treatment("2", "Fietspad Dorpsstraat. Verdaagd.", Effect.POSTPONED),
]


def test_items_are_matched_by_title_whatever_their_number():
    decided = [treatment("1", "Fietspad Dorpsstraat. Verdaagd."), treatment("2", "Notulen van maart. Goedkeuring.")]
    pairs, *left = pair(MINUTES, decided)
    assert [one.title == other.title for one, other in pairs] == [True, True]
    assert left == [[], []]


def test_a_title_with_the_name_of_its_chapter_is_the_same_title():
    assert likeness("Wegen: Fietspad in de Dorpsstraat. Raming.", "Fietspad in de Dorpsstraat. Raming.") == 1.0
    assert likeness("Fietspad in de Dorpsstraat.", "Kerkfabriek. Jaarrekening.") < 0.6


def test_every_difference_is_told():
    decided = [treatment("1", "Notulen van maart. Goedkeuring.", Effect.NOTED), treatment("4", "Politiezone. Dotatie.")]
    compared = compare("x", MINUTES, decided)
    assert (compared.paired, compared.same_number, compared.same_outcome, compared.same) == (1, 1, 0, 0)
    assert [(each.what, each.title.split(".")[0]) for each in compared.differences] == [
        ("missing in list", "Fietspad Dorpsstraat"), ("missing in minutes", "Politiezone"),
        ("outcome", "Notulen van maart"),
    ]  # fmt: skip


def test_only_sittings_of_which_both_papers_are_there_are_compared():
    minutes, decided = paper(Kind.MINUTES, *MINUTES), paper(Kind.DECISION_LIST, *MINUTES)
    assert sittings([("a/minutes.pdf", minutes)]) == []
    figures = as_json(sittings([("a/minutes.pdf", minutes), ("b/list.pdf", decided)]))
    assert (figures["sittings"], figures["items_in_both"], figures["same_both"]) == (1, 2, 1.0)
    assert "same_both          1.0" in as_text(figures)


def test_a_folder_without_sittings_gives_zeros(tmp_path, capsys):
    (tmp_path / "x.txt").write_text("niets")
    assert main([str(tmp_path), "--json"]) == 0
    assert '"sittings": 0' in capsys.readouterr().out
