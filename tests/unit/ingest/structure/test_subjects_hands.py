"""What a letter or contract is about, where its first line is only who writes. All invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure.contracts.names.subjects import subject_of, tells
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.rows import rows_of


@pytest.mark.parametrize(
    "title",
    [
        "[wapenschild]",
        ">> Overlegplatform Bos en Beek <<",
        "Hoofdstuk II - Grondslag",
        "ZUIDSTREEK INTERCOMMUNALE Dorpsplein 5 8000 Brugge T 050 00 00 00",
    ],
)
def test_arms_ornaments_headings_and_a_letterhead_do_not_tell_what_a_paper_is_about(title):
    assert not tells(title)


def test_a_subject_beside_betreft_needs_no_colon():
    rows = rows_of(plain_text.extract(Path("x.txt"), b"[wapen]\n\nBetreft Standpunt over het spoor door Damme\n"))
    assert subject_of(sentences_of(rows, ()), "[wapen]", (), rows).value == "spoor door Damme"
