"""Words, stems and questions."""

import pytest

from search.language.dutch import analyse, stem, strip_boilerplate, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "gemeenten"), ("gemeente", "gemeentelijke"), ("dakkapel", "dakkapellen"), ("huis", "huizen"),
        ("zonnepaneel", "zonnepanelen"), ("besluit", "besluiten"), ("beslissing", "beslissingen"), ("fiets", "fietsen"),
        ("aankoopcentrale", "aankoopcentrales"), ("subsidie", "subsidies"), ("vergunning", "vergunningen"),
        ("windturbine", "windturbines"), ("laadpaal", "laadpalen"), ("stad", "steden"), ("raadslid", "raadsleden"),
        ("proces", "processen"), ("adres", "adressen"), ("brief", "brieven"), ("evaluatie", "evaluaties"),
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("woning", "wonen"), ("gemeente", "gemeen"), ("zonder", "zon"), ("hernieuwbare", "hernieuwing"), ("lez", "les")],
)
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_what_is_joined_is_found_whole_and_in_parts():
    assert words("2020_GR_00057") == ["2020_gr_00057", "2020", "gr", "00057"]
    assert words("2020-GR-00057") == words("2020_GR_00057")
    assert words("Knokke-Heist") == ["knokkeheist", "knokke", "heist"]
    assert words("foto's van l'énergie") == ["foto", "van", "energie"]


def test_amounts_and_codes():
    assert words("€ 480.000,00") == ["480000"]
    assert words("€ 1.250,50") == ["1250_50", "1250"]
    assert words("1.06.01.01") == ["1_06_01_01", "1", "06", "01", "01"]


def test_diacritics_and_composition_make_no_difference():
    assert analyse("Coördinatie") == analyse("coordinatie") == analyse("Coo\u0308rdinatie")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zonne-energie", "zonneenergie"),
        ("e-mail", "email"),
        ("LED-verlichting", "ledverlichting"),
        ("UiT-pas", "uitpas"),
    ],
)
def test_with_and_without_a_hyphen_is_the_same_word(one, other):
    assert set(analyse(one)) >= set(analyse(other))


def test_every_term_is_one_word_to_the_index():
    text = "2020/GR/00057 1.06.01.01 € 1.250,50 Knokke‑Heist foto's O.L.V.-straat d'Ursel 2020_GR_1 a-1-b"
    assert all(term.replace("_", "").isalnum() for term in analyse(text))


def test_stop_words_and_single_letters_go():
    assert analyse("de raad van de stad d.d.") == [stem("raad"), stem("stad")]


def test_tokens_stand_where_they_are_written():
    text = "De ﬁets, coo\u0308rdinatie 2020_GR_1"
    assert [text[start:end] for _, start, end in tokens(text)] == [word for word, _, _ in tokens(text)]


@pytest.mark.parametrize(
    ("question", "core", "intent"),
    [
        ("wat hebben we beslist over hernieuwbare energie?", "hernieuwbare energie", "decision"),
        ("Welke beslissingen zijn er genomen rond deelmobiliteit", "deelmobiliteit", "decision"),
        ("wat heeft de gemeenteraad van Damme beslist over zonnepanelen?", "zonnepanelen Damme", "decision"),
        ("wie heeft ervaring met deelfietsen?", "deelfietsen", "experience"),
        ("welke gemeenten hebben ervaring met Hoplr?", "Hoplr", "experience"),
        ("is er al een dossier over ANPR-camera's", "ANPR-camera's", None),
        ("wat is het standpunt van het Burgemeestersoverleg over windturbines?", "windturbines", "position"),
        ("welke raamovereenkomsten zijn er voor laadpalen?", "laadpalen", "contract"),
        ("what did we decide about solar panels?", "solar panels", "decision"),
        ("who has experience with shared mobility", "shared mobility", "experience"),
        ("qu'avons-nous décidé sur l'énergie renouvelable?", "énergie renouvelable", "decision"),
        ("Qu'avons-nous décidé concernant les caméras", "caméras", "decision"),
        ("qui a de l'expérience avec les vélos partagés", "vélos partagés", "experience"),
        ("zonnepanelen sporthal", "zonnepanelen sporthal", None),
        ("welke smaken ijsjes zijn er?", "welke smaken ijsjes zijn er", None),
        ("over", "over", None),
        ("", "", None),
    ],
)
def test_what_stands_around_a_subject_goes(question, core, intent):
    assert strip_boilerplate(question) == (core, intent)
