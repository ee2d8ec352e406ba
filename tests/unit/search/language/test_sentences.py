"""Where sentences end in administrative Dutch."""

import pytest

from search.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie art. 42 en nr. 5 d.d. 12 april. Daarna niets!", 2),
        ("De heer J. Peeters van de bv. Hoplr betaalt € 1.000,00. Of niet? Ja.", 3),
        ("Artikel 1. De stad keurt goed. Artikel 2. Het college voert uit.", 2),
        ("1. Opening. Er is bericht (cfr. art. 3, 1°).", 2),
        ("De O.L.V. Kerk krijgt steun t.a.v. de N.V. Fluvius. Klaar.", 2),
        ("Gezien het advies, excl. btw, wordt dit e.d. verdaagd.", 1),
        ("Eerste blok\nTweede blok", 2),
        ("", 0),
    ],
)
def test_number_of_sentences(text, expected):
    assert len(sentences(text)) == expected


def test_every_word_stands_in_a_sentence():
    text = " De raad beslist. Art. 3 vervalt!  Zo 'n 3.000 euro. "
    rebuilt = "".join(text[start:end] for start, end in sentences(text))
    assert rebuilt.replace(" ", "") == text.replace(" ", "")
