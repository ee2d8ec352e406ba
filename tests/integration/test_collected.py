"""What one click puts in a note, over all passages of the sample corpus."""

from desk.brief import quotes
from desk.notes import collect
from search import KnowledgeBase
from search.types import Reader

MOST_TEXTS = 2


def test_a_passage_is_one_piece_or_two_that_each_say_something(sample: KnowledgeBase, everyone: Reader) -> None:
    several = 0
    for document in sample.documents(everyone):
        for passage in sample.passages(document.id, everyone):
            taken = collect.passage(sample, everyone, passage.id)
            pieces = [piece for chapter in taken.chapters for piece in chapter.pieces]
            several += len(pieces) > 1
            assert 1 <= len(pieces) <= MOST_TEXTS, passage.text
            assert len(pieces) == 1 or all(quotes.says_something(piece.text) for piece in pieces), passage.text
            assert all(piece.lead for piece in pieces)
    assert several  # else this shows nothing
