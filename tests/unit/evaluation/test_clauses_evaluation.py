"""Marked clauses: what is marked, how it is compared with what is read, and that the shipped blocks are sound."""

import json

import pytest

from evaluation import clauses
from evaluation.clauses import facts_of, labels_of, measure, parse, read
from search.registers.agreements import Field
from search.types import Kind

BLOCK = """## Duur
Deze overeenkomst begint op {start|1 maart 2022} en duurt {term|drie jaar}.
Ze wordt {tacit|stilzwijgend verlengd} met {renew_for|1 jaar}. De eerdere overeenkomst van 4 mei 2018 liep af.
"""


def values(block):
    return {(each.field, each.value) for each in labels_of(block)}


def test_marks_become_facts_and_leave_the_text_as_it_was_written():
    block = parse(BLOCK, "x:1", Kind.CONTRACT)
    assert block.heading == "Duur"
    assert "begint op 1 maart 2022 en duurt drie jaar." in block.text
    assert values(block) == {(Field.START, "2022-03-01"), (Field.TERM, "P36M"), (Field.RENEWAL, "tacit")}


@pytest.mark.parametrize(
    ("marked", "field", "value"),
    [
        ("{ceiling|€ 12.500,50}", Field.CEILING, "12500.50"),
        ("{fw_end|31.12.2017}", Field.END, "2017-12-31"),
        ("{no_end|onbepaalde duur}", Field.TERM, ""),
        ("stad {may_join|Brugge}", Field.MAY_JOIN, "Brugge"),
        ("{supplier|Zout\nen Zoon bv}", Field.SUPPLIER, "Zout en Zoon bv"),
    ],
)
def test_what_is_marked_is_normalised_as_facts_are(marked, field, value):
    assert values(parse(marked, "x:1", Kind.CONTRACT)) == {(field, value)}


def test_a_block_without_heading_or_marks_has_none():
    block = parse("Rapport binnen 30 werkdagen.", "x:1", Kind.CONTRACT)
    assert (block.heading, values(block)) == ("", set())


def test_a_brace_that_stands_alone_is_an_error():
    with pytest.raises(ValueError, match="bestand:3"):
        parse("vanaf {start|1 maart 2022", "bestand:3", Kind.CONTRACT)


def test_what_is_read_is_counted_as_right_missed_or_wrong():
    block = parse(BLOCK.replace("{start|1 maart 2022}", "1 maart 2022"), "x:1", Kind.CONTRACT)
    assert (Field.START, "2022-03-01") in {(each.field, each.value) for each in facts_of(block)}
    found = measure([block])
    assert found[Field.TERM].right == 1
    assert len(found[Field.START].wrong) == 1
    missed = measure([parse("{replaces|de afspraak van toen}", "x:2", Kind.CONTRACT)])
    assert len(missed[Field.REPLACES].missed) == 1


def test_the_shipped_blocks_are_many_of_every_kind_and_a_fifth_is_for_checking():
    blocks = read()
    assert len(blocks) > 1_000
    assert {Kind.CONTRACT, Kind.ACCESSION, Kind.ADDENDUM, Kind.FRAMEWORK_CONTRACT} <= {each.kind for each in blocks}
    assert 0.15 < sum(each.is_held_out for each in blocks) / len(blocks) < 0.25
    labels = [label for block in blocks for label in labels_of(block)]
    assert len(labels) > 2_000


def test_the_command_gives_figures_a_field(tmp_path, capsys):
    (tmp_path / "samenwerking").mkdir()
    blocks = [BLOCK.replace("2022", str(year)) for year in range(2000, 2020)]
    (tmp_path / "samenwerking" / "deel1.txt").write_text("%%\n".join(blocks), encoding="utf-8")
    assert clauses.main(["--folder", str(tmp_path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["known"]["start"]["right"] + figures["checked"]["start"]["right"] == 20
