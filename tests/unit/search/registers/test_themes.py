"""Themes: the list that a coordinator can change, and what decides which of them an item is about."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.themes import CORPUS, LABELS, grade
from evaluation.themes import read as read_labels
from search.language.themes import FILE, LARGEST, load, read, read_file
from search.registers.themes import LEAST_MEANT, MOST, By, Themes, embedded, themes_of
from tests.growth import is_in_proportion

SMALL = """
Mobiliteit
  omschrijving: Verkeer en vervoer.
  woorden: fiets, verkeer, schoolomgeving
Onderwijs
  omschrijving: Scholen en leerlingen.
  woorden: school, basisschool
Financiën
  omschrijving: Geld van de gemeente.
  woorden: jaarrekening, belasting
  niet bij: kerkfabriek
Erediensten
  woorden: kerkfabriek, kerk
Groen
  woorden: boom, park
"""


@pytest.fixture(scope="module")
def small():
    return Themes(read(SMALL)[0].themes)


@pytest.fixture(scope="module")
def ours():
    return Themes(load())


def given_to(title, themes, text="", vector=None):
    return [each.theme for each in themes_of(title, text, vector, themes)]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Fietsen voor de dienst", ["Mobiliteit"]),
        ("Subsidie voor bakfietsen", ["Mobiliteit"]),
        ("Veilige schoolomgeving", ["Mobiliteit"]),  # the longer word is of another theme than the word in it
        ("Basisschool De Boomhut", ["Onderwijs"]),  # a name is not about what it is made of
        ("Werken in de Parkstraat", []),
        ("Kerkfabriek Sint-Jan. Jaarrekening 2023", ["Erediensten"]),
        ("Jaarrekening 2023", ["Financiën"]),
        ("Verslag van de vorige zitting. Goedkeuring", []),
        ("", []),
    ],
)
def test_words_of_the_title_decide(title, wanted, small):
    assert given_to(title, small) == wanted


def test_an_item_may_have_several_themes_and_never_more_than_three(ours):
    assert set(given_to("Raamovereenkomst zonnepanelen. Aankoopcentrale", ours)) == {
        "Duurzaamheid en energie", "Gezamenlijke aankopen"
    }  # fmt: skip
    many = "Fiets, school, kerk, belasting, politie, afval, woning en jeugd"
    assert len(given_to(many, ours)) <= MOST


def test_what_decided_is_told_with_the_word_of_the_list(small):
    (found,) = themes_of("Aankoop van bakfietsen", "", None, small)
    assert (found.by, found.word) == (By.WORDS, "fiets")
    assert 0 < found.score <= 1


def test_words_of_the_text_decide_only_where_the_title_names_no_theme(small):
    text = "De school kocht boeken. De basisschool is blij. Elke school krijgt er. De school, de school en de school."
    assert given_to("Goedkeuring van de aankoop", small, text) == ["Onderwijs"]
    assert given_to("Plaatsen van fietsen", small, text) == ["Mobiliteit"]
    assert given_to("Goedkeuring van de aankoop", small, "Eén school.") == []


def test_meaning_decides_where_no_word_does_and_needs_to_stand_out(small):
    vectors = np.eye(5, dtype=np.float32)
    themes = Themes(small.themes, vectors)
    text = "In de school wordt gewerkt; de school is open."
    assert given_to("Iets", themes, text) == []
    (found,) = themes_of("Iets", text, vectors[1], themes)
    assert (found.theme, found.score >= LEAST_MEANT) == ("Onderwijs", True)
    assert given_to("Iets", themes, "", np.ones(5, dtype=np.float32)) == []


def test_a_theme_that_a_title_bars_is_not_given_by_the_text_either(small):
    text = "jaarrekening " * 30
    assert given_to("Rekening", small, text) == ["Financiën"]
    assert "Financiën" not in given_to("Centrale kerkfabriekenraad", small, text)


def test_the_vector_of_a_theme_is_of_unit_length_and_nearest_to_its_own_words(small, embedder):
    themes = embedded(small, embedder)
    assert np.allclose(np.linalg.norm(themes.vectors, axis=1), 1, atol=1e-5)
    assert int(np.argmax(themes.vectors @ embedder.embed_passages(["Verkeer en vervoer."])[0])) == 0
    assert embedded(Themes(()), embedder).vectors is None


def test_our_list_has_no_mistakes_and_each_theme_a_sentence(ours):
    text = (CORPUS.parent / "search" / "language" / FILE).read_text(encoding="utf-8")
    assert read(text)[1] == ()
    assert all(theme.description for theme in ours.themes)


def test_the_list_of_a_knowledge_base_replaces_adds_and_drops(tmp_path):
    (tmp_path / FILE).write_text(
        "Wonen\n  woorden: tiny house\nKust\n  woorden: strand\n- erediensten\n", encoding="utf-8"
    )
    themes = {theme.name: theme for theme in load(tmp_path)}
    assert themes["Wonen"].words == ("tiny house",)
    assert "Kust" in themes
    assert "Erediensten" not in themes
    assert "Mobiliteit en verkeer" in themes


def test_all_of_ours_can_be_dropped_at_once_and_a_changed_file_counts_at_once(tmp_path):
    (tmp_path / FILE).write_text("- alle\nKust\n  woorden: strand\n", encoding="utf-8")
    assert [theme.name for theme in load(tmp_path)] == ["Kust"]
    (tmp_path / FILE).write_text("- alle\nDuinen\n  woorden: duinengebied\n", encoding="utf-8")
    assert [theme.name for theme in load(tmp_path)] == ["Duinen"]
    (tmp_path / FILE).unlink()
    assert load(tmp_path) == load()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("  woorden: fiets", 1, "staat geen thema boven"),
        ("Kust\n  woorden strand", 2, "begint niet met"),
        ("Kust\n  kleur: blauw\n  woorden: strand", 2, "begint niet met"),
        ("Kust\n  omschrijving: De zee.", 1, "geen woorden"),
        ("Kust\n  woorden: de, strand", 2, "geen woord om naar te zoeken: de"),
        ("Kust\n  woorden: strand\nkust\n  woorden: zee", 3, "staat er al"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_stops_nothing(text, line, what):
    _, problems = read(text)
    assert any(problem.line == line and what in problem.what for problem in problems)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    file = tmp_path / FILE
    assert read_file(file)[1][0].line == 0
    file.write_bytes(b"Kust\n  woorden: caf\xe9")
    assert "UTF-8" in read_file(file)[1][0].what
    file.write_text("#" * (LARGEST + 1), encoding="utf-8")
    assert "groter" in read_file(file)[1][0].what
    file.write_text("- Ruimtevaart", encoding="utf-8")
    assert "ruimtevaart" in read_file(file)[1][0].what


@given(st.text(max_size=200))
def test_any_text_can_be_read_as_a_list_and_be_filed(text):
    themes = Themes(read(text)[0].themes)
    assert len(themes_of(text, text, None, themes)) <= MOST


def test_a_text_made_to_tire_it_takes_no_longer_than_its_length_asks(ours):
    assert is_in_proportion(lambda n: themes_of("zonnepaneel " * n, "iets " * 4 * n, None, ours), 100_000)


def test_every_label_of_the_sample_corpus_is_a_theme_and_an_item(ours):
    items = read_labels(LABELS, CORPUS)
    assert len(items) == 390
    assert {name for item in items for name in item.themes} == {theme.name for theme in ours.themes}


def test_words_alone_file_the_sample_corpus_well(ours):
    items = read_labels(LABELS, CORPUS)
    score = grade("words", [frozenset(given_to(item.title, ours, item.text)) for item in items], items)
    assert score.precision > 0.93  # measured 0.956
    assert score.recall > 0.88  # measured 0.916
