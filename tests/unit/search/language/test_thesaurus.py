"""The thesaurus: what it adds to a question, and how it bears with what a coordinator writes."""

from pathlib import Path

import pytest
import Stemmer
import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from search.language import thesaurus
from search.language.dutch import analyse, fold, stop_words
from search.language.thesaurus import MOST_OTHERS, NARROWER, SAME, VAGUE, Thesaurus, expand, read, read_file

# Words of the thesaurus that share their stem with another word that is used more; each was looked at and is worth it.
BORNE = {"beek", "bos"}


def others(question, folder=None):
    return {stems: weight for each in expand(analyse(question), folder) for stems, weight in each.others}


def stems(text):
    return tuple(dict.fromkeys(analyse(text)))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("opdrachtencentrale", "aankoopcentrale"),
        ("gemeentesecretaris", "algemeen directeur"),
        ("laadpalen", "laadinfrastructuur"),
        ("bib", "bibliotheek"),
        ("wethouders", "schepen"),
        ("street lighting", "openbare verlichting"),
        ("bornes de recharge", "laadpaal"),
        ("PV-installaties", "zonnepaneel"),
        ("deelwagens", "deelauto"),
        ("RUP", "ruimtelijk uitvoeringsplan"),
        ("ruimtelijk uitvoeringsplan", "RUP"),
        ("Knokse", "Knokke-Heist"),
        ("Assebroek", "Brugge"),
    ],
)
def test_a_question_also_stands_for(question, wanted):
    assert stems(wanted) in others(question)


def test_what_is_narrower_is_found_for_the_subject_and_not_the_other_way_round():
    assert others("hernieuwbare energie")[stems("windmolen")] == NARROWER
    assert stems("hernieuwbare energie") not in others("windmolens")


def test_a_vague_word_asks_for_a_subject_and_is_never_looked_for():
    assert others("AD")[stems("algemeen directeur")] == VAGUE
    assert stems("AD") not in others("algemeen directeur")
    assert stems("Assebroek") not in others("Brugge")


def test_weights_stay_below_the_word_itself_and_a_question_has_a_bounded_number_of_others():
    text = (
        "subsidie premie belasting kermis school park afval energie wonen personeel verzekering politie kerk boom sport"
    )
    found = expand(analyse(text))
    assert sum(len(each.others) for each in found) <= MOST_OTHERS
    assert all(0 < weight <= SAME < 1 for each in found for _, weight in each.others)


def test_only_the_words_of_a_full_name_ask_for_it():
    assert stems("windturbine") not in others("energie")
    assert stems("windturbine") not in others("hernieuwing van de energie")


def test_our_own_thesaurus_has_no_mistake():
    concepts, problems = read((Path(thesaurus.__file__).parent / thesaurus.FILE).read_text(encoding="utf-8"))
    assert problems == ()
    assert len(concepts) > 300


def test_no_word_expands_because_its_stem_happens_to_be_that_of_another():
    """Judged by another stemmer than ours: two words that it tells apart, and of which the other is in common use."""
    judge = Stemmer.Stemmer("dutch")
    text = (Path(thesaurus.__file__).parent / thesaurus.FILE).read_text(encoding="utf-8")
    lines = [line.strip().lstrip("<>").replace("=", ",") for line in text.splitlines() if not line.startswith("#")]
    terms = {fold(term.strip()) for line in lines for term in line.split(",")}
    written = {found[0]: term for term in terms if len(found := analyse(term)) == 1 and term.isalpha()}
    frequency = wordfreq.get_frequency_dict("nl", wordlist="large")
    colliding = set()
    for word, often in frequency.items():
        found = analyse(word) if often > 1e-5 and fold(word) not in stop_words() else []
        term = written.get(found[0]) if len(found) == 1 else None
        if term and judge.stemWord(term)[:4] != judge.stemWord(fold(word))[:4] and often > frequency.get(term, 0.0):
            colliding.add(term)
    assert colliding <= BORNE


def test_a_coordinator_adds_words_and_sees_them_at_once(tmp_path):
    file = tmp_path / thesaurus.FILE
    assert stems("snellader") not in others("laadpaal", tmp_path)
    file.write_text("laadpaal = snellader\n", encoding="utf-8")
    assert others("laadpaal", tmp_path)[stems("snellader")] == SAME
    assert stems("laadinfrastructuur") in others("laadpaal", tmp_path)
    file.write_text("laadpaal = snellader, ultrasnellader\n", encoding="utf-8")
    assert stems("ultrasnellader") in others("laadpaal", tmp_path)
    file.unlink()
    assert stems("snellader") not in others("laadpaal", tmp_path)


def test_what_is_wrong_is_told_by_line_and_the_rest_is_read():
    concepts, problems = read(
        "> te vroeg\n\n# uitleg\nlaadpaal = laadpunt\n= ,\nalleen\n  > maar met een deel\nde het een\neenling\n"
    )
    assert [problem.line for problem in problems] == [1, 5, 8, 9]
    assert len(concepts) == 3
    assert Thesaurus(concepts).named(frozenset(stems("laadpunt")))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00kapot", b"laadpaal = snell\xe9r"])
def test_a_file_that_is_no_text_is_told(tmp_path, content):
    file = tmp_path / thesaurus.FILE
    file.write_bytes(content)
    concepts, problems = read_file(file)
    assert concepts == ()
    assert [problem.line for problem in problems] == [0]
    assert expand(("laadpal",), tmp_path) == expand(("laadpal",))


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / thesaurus.FILE).mkdir()
    assert read_file(tmp_path / thesaurus.FILE)[1]
    assert expand(("laadpal",), tmp_path) == expand(("laadpal",))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    concepts, problems = read(text)
    Thesaurus(concepts)
    assert all(1 <= problem.line <= len(text.splitlines()) for problem in problems)
