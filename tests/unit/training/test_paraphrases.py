"""The tables of paraphrases: whole, apart from what is measured on, and a fifth of them never trained on."""

import random

import pytest

from evaluation.questions import labelled, stories
from search.language.dutch import fold
from training.pairs import draw
from training.paraphrases import COLUMNS, FOLDER, is_held_out, paraphrase_sources, read, synonym_source

LINE = "De raad keurt het zwemreglement goed.\tplonzen\twanneer mag ik zwemmen?\tbaden\tpiscine\tpool\n"


def test_every_line_of_ours_is_whole_and_stands_there_once():
    found = read()
    assert len(found) > 3000
    assert len({written.text for written in found}) > 0.99 * len(found)
    assert len({written.key for written in found}) == len(found)


def test_no_question_that_is_measured_on_stands_in_them():
    measured = {fold(question.text) for question in (*labelled(), *stories()) if " " in question.text}
    assert measured.isdisjoint(fold(question) for written in read() for question in written.questions)


def test_a_fifth_of_the_texts_is_never_trained_on():
    held_out = {written.key for written in read(FOLDER) if is_held_out(written)}
    assert 0.15 < len(held_out) / len(read()) < 0.25
    sources = paraphrase_sources()
    assert [source.name for source in sources] == list(COLUMNS)
    assert all(held_out.isdisjoint(text.key for _, text in source.pairs) for source in sources)


@pytest.mark.parametrize("line", ["te\tweinig\tkolommen\n", LINE.replace("plonzen", " ")])
def test_a_line_that_is_not_whole_is_an_error_that_says_where(tmp_path, line):
    (tmp_path / "x.tsv").write_text(LINE + line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv, line 2"):
        read(tmp_path)


def test_a_question_is_typed_in_its_own_language(tmp_path):
    lines = [LINE.replace("zwemreglement", f"zwemreglement {i}").replace("piscine", f"piscine {i}") for i in range(400)]
    (tmp_path / "x.tsv").write_text("".join(lines), encoding="utf-8")
    sources = {source.name: source for source in paraphrase_sources(tmp_path)}
    french = [pair.query for pair in draw(sources["written_fr"], range(300), 300, random.Random(0))]
    assert any(query.startswith("qu'avons-nous") for query in french)
    assert not any("beslist" in query for query in french)
    asked = {pair.query.lower() for pair in draw(sources["question"], range(300), 300, random.Random(0))}
    assert asked == {"wanneer mag ik zwemmen?"}


def test_a_name_in_the_thesaurus_meets_the_first_one_both_ways():
    source = synonym_source()
    pairs = {(question, text.sentences[0]) for question, text in source.pairs}
    assert ("laadpaal", "laadinfrastructuur") in pairs or ("laadinfrastructuur", "laadpaal") in pairs
    assert all((second, first) in pairs for first, second in pairs)
    assert all(text.key in source.answers[question] for question, text in source.pairs)
