"""What is counted of facts of contracts: right, missed, wrong, and what may be read either way."""

import json

import pytest

from evaluation.agreements import CORPUS, LABELS, main, read_labels, score
from search.registers.agreements import Fact, Field
from search.types import Kind, Span


def fact(field, value, detail=""):
    return Fact(field, value, value, detail, (Span(1, 0, 1),), 0.9)


def labels(tmp_path, *lines):
    file = tmp_path / "labels.tsv"
    file.write_text("# a remark\npath\tfield\tvalue\tdetail\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return read_labels(file)


def test_a_defensible_label_counts_neither_when_found_nor_when_missed(tmp_path):
    read = labels(tmp_path, "a.pdf\tend\t2020-08-31\t", "#? a.pdf\tend\t2024-08-31\t", "#? a.pdf\tstart\t2020-01-01\t")
    found = {"a.pdf": (Kind.CONTRACT, (fact(Field.END, "2020-08-31"), fact(Field.END, "2024-08-31")))}
    scores = score(read, found)
    assert (scores[Field.END].right, scores[Field.END].wrong, scores[Field.START].missed) == (1, [], [])


def test_a_wrong_value_is_both_a_miss_and_a_false_alarm(tmp_path):
    read = labels(tmp_path, "a.pdf\tterm\tP48M\t")
    one = score(read, {"a.pdf": (Kind.CONTRACT, (fact(Field.TERM, "P12M"),))})[Field.TERM]
    assert (one.precision, one.recall, len(one.missed), len(one.wrong)) == (0.0, 0.0, 1, 1)


def test_names_of_contracts_may_differ_in_length_and_other_values_may_not(tmp_path):
    read = labels(
        tmp_path, "a.pdf\tamends\traamovereenkomst papier van 1 mei 2020\t", "a.pdf\tnotice\tP3M\telke partij"
    )
    facts = (
        fact(Field.AMENDS, "de raamovereenkomst papier van 1 mei 2020 (bestek 7)"),
        fact(Field.NOTICE, "P3M", "Elke partij"),
    )
    scores = score(read, {"a.pdf": (Kind.ADDENDUM, facts)})
    assert scores[Field.AMENDS].right == 1
    assert (scores[Field.NOTICE].detail_right, scores[Field.NOTICE].detail_asked) == (1, 1)


def test_minutes_are_graded_on_who_joined_what_alone(tmp_path):
    read = labels(tmp_path, "a.pdf\tjoined\tDamme\t")
    found = {"a.pdf": (Kind.MINUTES, (fact(Field.JOINED, "Damme"), fact(Field.CEILING, "5.00")))}
    scores = score(read, found)
    assert (scores[Field.JOINED].right, scores[Field.CEILING].wrong) == (1, [])


@pytest.mark.skipif(not (LABELS.exists() and CORPUS.exists()), reason="the sample documents are not here")
def test_the_sample_documents_are_read_as_a_person_reads_them(capsys):
    """Floors below the figures of the day (1.00 but for `term`): a loss is seen, a new label is no failure."""
    assert main(["--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert {name for name, one in figures.items() if one["precision"] < 0.85 or one["recall"] < 0.85} == set()
