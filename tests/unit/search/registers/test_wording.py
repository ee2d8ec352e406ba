import pytest

from search.language.dutch import analyse
from search.registers.wording import phrases, written


@pytest.mark.parametrize(
    ("title", "asked", "shown"),
    [
        ("Vlaanderen Genomen. Plan", "genomen", ("genomen",)),
        ("GAS. Aanstelling ambtenaar", "GAS", ("GAS",)),
        ("Cultuurregio Mandel en Schelde. Jaarrekening", "Mandel Schelde", ("Mandel en Schelde",)),
        ("Politiezone Mandel-Schelde", "Mandel-Schelde", ("Mandel-Schelde",)),
        ("Geluid - Circus van de Maan", "circus maan", ("Circus van de Maan",)),
        ("Laadpunten voor wagens", "laadpunten", ("laadpunten",)),
        ("Nood- en Interventieplan", "nood interventieplan", ("Nood- en Interventieplan",)),
        ("Aankoop fietsen. Raming voor fietsen", "fietsen", ("fietsen",)),
        ("Aankoop fietsen", "wagens", ()),
    ],
)
def test_words_are_shown_as_the_title_writes_them(title: str, asked: str, shown: tuple[str, ...]) -> None:
    assert phrases(title, analyse(asked), frozenset()) == shown


def test_a_name_keeps_its_capital_at_the_beginning() -> None:
    assert phrases("Zwaan. Vergadering", analyse("Zwaan"), analyse("Zwaan")) == ("Zwaan",)
    assert phrases("Zwaan. Vergadering", analyse("Zwaan"), ()) == ("zwaan",)


def test_at_most_four_phrases_are_shown() -> None:
    assert len(phrases("een, twee: fiets, wagen: boom, park: school", analyse("fiets wagen boom park school"), ())) == 4


def test_a_word_of_a_text_is_told_as_it_first_stands_there() -> None:
    assert written("De afnemers tekenen; elke afnemer betaalt.", analyse("afnemer")) == {
        analyse("afnemer")[0]: "afnemers"
    }
