from search.registers.naming import find


def test_companies_and_coined_names_are_found_once() -> None:
    text = "De opdracht wordt gegund aan Zonnedak West nv. Via Hoplr bereikt de stad buren; Hoplr groeit met UiTPAS."
    assert find(text) == ("Zonnedak West", "Hoplr", "UiTPAS")


def test_words_places_streets_and_persons_are_no_names_of_companies() -> None:
    assert (
        find("De Gemeenteraad van Brugge keurt de werken in de Kortestraat goed op vraag van Jan Vanpeperzeel.") == ()
    )


def test_there_is_a_limit_to_the_names_of_one_text() -> None:
    assert len(find(" ".join(f"aan Bedrijf{'abcdefghijklmnopqrstuvwxyz'[i % 26]}{i} nv," for i in range(100)))) <= 12
