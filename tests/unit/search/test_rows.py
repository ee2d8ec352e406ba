import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rows import GRID, checksum, pack_words, unpack_words
from search.types import Box, Word

edges = st.floats(0, 1, allow_nan=False)
words = st.builds(Word, st.integers(0, 10**6), st.integers(0, 10**6), st.builds(Box, edges, edges, edges, edges))


@given(st.lists(words, max_size=30))
def test_words_survive_storage_to_within_a_step_of_the_grid(some):
    back = unpack_words(pack_words(some))
    assert [(w.start, w.end) for w in back] == [(w.start, w.end) for w in some]
    for before, after in zip(some, back, strict=True):
        for edge in ("left", "top", "right", "bottom"):
            assert getattr(after.box, edge) == pytest.approx(getattr(before.box, edge), abs=1 / GRID)


def test_a_flipped_letter_or_bit_changes_the_checksum():
    assert len({checksum("besluit", b"\0\1"), checksum("besluiT", b"\0\1"), checksum("besluit", b"\0\2")}) == 3
