"""The items of a sitting as papers of several makers tell them: number, title, outcome, votes, articles."""

import importlib.util
from pathlib import Path

import pytest

from ingest.split import text_of
from ingest.structure import structure
from tests.growth import is_in_proportion

_spec = importlib.util.spec_from_file_location("papers", Path(__file__).with_name("papers.py"))
papers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(papers)
BOLD, HEADING, flowing, printed = papers.BOLD, papers.HEADING, papers.flowing, papers.printed

FULL = "Deze zin van het artikel loopt door tot aan de rechterkantlijn van het blad en dan nog verder"
HEAD = [("Gemeenteraad van Beernem", BOLD), "Notulen van de zitting van 25 april 2024"]


def items(*lines, path="beernem/gemeenteraad/2024-04-25_notulen.pdf"):
    return structure(printed([*HEAD, *lines]), path).treatments


def item(*below, title="1. Fietspad Dorpsstraat. Bestek en raming. Goedkeuring.", path="2024-04-25_notulen.pdf"):
    """The one item of minutes with these lines below its title."""
    following = ("2. Mondelinge vragen.", BOLD)
    return items((title, BOLD), *below, following, path=f"beernem/gemeenteraad/{path}")[0]


def test_an_item_has_its_number_title_outcome_vote_and_articles():
    found = item(
        ("Motivering", BOLD), "Het fietspad is te smal.", ("Besluit", BOLD), "Artikel 1. Het bestek wordt goedgekeurd.",
        "Artikel 2. De opdracht wordt geplaatst bij openbare procedure.",
        "Stemming: met 12 stemmen voor, 3 tegen, 1 onthouding",
    )  # fmt: skip
    assert (found.number, found.title) == ("1", "Fietspad Dorpsstraat. Bestek en raming. Goedkeuring.")
    assert (found.effect, [a.number for a in found.articles]) == ("goedgekeurd", ["1", "2"])
    assert found.articles[1].text == "De opdracht wordt geplaatst bij openbare procedure."
    vote = found.votes[0]
    assert (vote.in_favour, vote.against, vote.abstained, vote.is_unanimous) == (12, 3, 1, False)
    assert vote.said == "met 12 stemmen voor, 3 tegen, 1 onthouding"
    assert found.decision == ()


def test_an_article_runs_on_over_the_page_to_the_vote_and_its_spans_hold_its_text():
    first = [*HEAD, ("1. Reglement. Goedkeuring.", BOLD), ("Besluit", BOLD), f"Artikel 1 - {FULL}"]
    second = [
        "tot het einde van de zin.",
        "En een tweede alinea.",
        "Stemming: unaniem",
        ("2. Mondelinge vragen.", BOLD),
    ]
    extraction = printed(first, second)
    article = structure(extraction, "beernem/2024-04-25_notulen.pdf").treatments[0].articles[0]
    texts = {read.page.number: read.page.text for read in extraction.pages}
    assert text_of(article.spans, texts) == article.text
    assert article.text.startswith("Deze zin")
    assert article.text.endswith("tot het einde van de zin. En een tweede alinea.")
    assert [span.page for span in article.spans] == [1, 2]


def test_articles_of_rules_that_are_printed_within_an_article_belong_to_its_text():
    found = item(
        ("Besluit", BOLD), "Artikel 1. Het reglement wordt als volgt vastgesteld:", "Artikel 1. Toepassing",
        "Artikel 2. Tarief", "Artikel 3. Betaling", "Artikel 2. Het reglement gaat in op 1 mei 2024.",
    )  # fmt: skip
    assert [a.number for a in found.articles] == ["1", "2"]
    assert "Artikel 3. Betaling" in found.articles[0].text


def test_a_reference_at_the_start_of_a_line_begins_no_article():
    found = item(
        ("Juridische gronden", BOLD), "Artikel 40 van het decreet lokaal bestuur.", ("Besluit", BOLD),
        "Artikel 1. Het bestek wordt goedgekeurd, zoals bedoeld in", "Artikel 2 van de wet van 17 juni 2016.",
    )  # fmt: skip
    assert [a.number for a in found.articles] == ["1"]


@pytest.mark.parametrize(
    ("label", "number"),
    [("Art. 1.-", "1"), ("Artikel 1:", "1"), ("Enig artikel.", ""), ("Artikel één.", "1"), ("ART.1.", "1")]
)  # fmt: skip
def test_articles_are_labelled_in_many_ways(label, number):
    found = item(("BESLUIT:", BOLD), f"{label} De rekening wordt vastgesteld.")
    assert [(a.number, a.text) for a in found.articles] == [(number, "De rekening wordt vastgesteld.")]


def test_an_old_style_decision_has_its_vote_before_its_articles():
    found = item(
        "Gelet op het gemeentedecreet van 15 juli 2005;", "Overwegende dat het punt werd uitgesteld op 3 mei 2016;",
        "BESLUIT, met 14 stemmen voor en 2 stemmen tegen:", "Artikel 1: De lastvoorwaarden worden goedgekeurd.",
    )  # fmt: skip
    assert found.effect == "goedgekeurd"
    assert (found.votes[0].in_favour, found.votes[0].against) == (14, 2)
    assert [a.number for a in found.articles] == ["1"]


@pytest.mark.parametrize(
    ("lines", "effect"),
    [
        (["GOEDGEKEURD"], "goedgekeurd"),
        (["Akkoord."], "goedgekeurd"),
        (["Besluit: Verdaagd met eenparigheid van stemmen.", "Artikel 1 - Dit agendapunt te verdagen."], "verdaagd"),
        (["Besluit: Ter kennis genomen met eenparigheid van stemmen."], "kennisgenomen"),
        (["Het punt wordt van de agenda afgevoerd."], "ingetrokken"),
        (["Op vraag van het college wordt het punt uitgesteld naar een volgende zitting."], "verdaagd"),
        (["De gemeenteraad neemt eenparig akte van het jaarverslag."], "kennisgenomen"),
        (["De raad keurt de notulen eenparig goed."], "goedgekeurd"),
        (["De raad verleent ongunstig advies over de rekening."], "ongunstig advies"),
        (["Er wordt gunstig advies uitgebracht over de rekening."], "gunstig advies"),
        (["De motie wordt verworpen."], "verworpen"),
        (["Gewijzigd goedgekeurd."], "gewijzigd goedgekeurd"),
        (["De raad gaat principieel akkoord met de deelname."], "goedgekeurd"),
    ],
)
def test_a_word_or_a_sentence_tells_the_outcome(lines, effect):
    assert item(*lines, title="1. Jaarverslag van de dienst.").effect == effect


@pytest.mark.parametrize(
    "line",
    [
        "De intergemeentelijke dienst gaf op 3 mei 2023 een toelichting.",
        "Het besluit van 2 juni 2020 werd uitgesteld in zitting van 3 mei 2021.",
    ],
)
def test_a_sentence_about_something_else_tells_no_outcome(line):
    assert item(line, title="1. Toelichting van de dienst.").effect is None


def test_repealing_an_earlier_decision_does_not_withdraw_the_item():
    found = item(("Besluit", BOLD), "Artikel 1. Het reglement van 3 mei 2016 wordt ingetrokken.", "Stemming: unaniem")
    assert found.effect == "goedgekeurd"


def test_a_lost_vote_rejects_what_the_articles_proposed():
    found = item(("Besluit", BOLD), "Artikel 1. De motie wordt goedgekeurd.", "Stemming: met 9 stemmen voor, 14 tegen")
    assert found.effect == "verworpen"


def test_noting_and_asking_the_college_is_noting():
    found = item(
        ("Besluit", BOLD), "Artikel 1. De raad neemt kennis van de evaluatie.",
        "Artikel 2. De dienst wordt aangeduid om een voorstel uit te werken.",
        title="1. Evaluatie. Kennisneming.",
    )  # fmt: skip
    assert found.effect == "kennisgenomen"


def test_an_advice_that_was_approved_is_the_advice_that_was_given():
    found = item(
        "Besluit: Goedgekeurd met eenparigheid van stemmen.", "Artikel 1 - Adviseert de jaarrekening 2022 positief.",
        title="1. Kerkfabriek. Jaarrekening 2022. Advies. Goedkeuring.",
    )  # fmt: skip
    assert found.effect == "gunstig advies"


def test_the_advice_of_others_is_not_that_of_the_council():
    found = item(
        ("Besluit", BOLD),
        "Artikel 1. Het plan wordt goedgekeurd, gelet op het ongunstig advies verleend door de dienst.",
    )
    assert found.effect == "goedgekeurd"


def test_a_vote_on_an_amendment_is_not_the_vote_on_the_item():
    found = item(
        ("Besluit", BOLD), "Stemming over het amendement: met 5 stemmen voor, 14 tegen",
        "Stemming: met 15 stemmen voor, 4 tegen", "Artikel 1. Het reglement wordt goedgekeurd.",
    )  # fmt: skip
    assert found.effect == "goedgekeurd"
    assert [vote.subject for vote in found.votes] == ["amendement", ""]


def test_an_amendment_that_passed_makes_an_approval_an_amended_one():
    found = item(
        ("Besluit", BOLD), "Stemming over het amendement: met 15 stemmen voor, 4 tegen",
        "Stemming: met 15 stemmen voor, 4 tegen", "Artikel 1. Het reglement wordt goedgekeurd.",
    )  # fmt: skip
    assert found.effect == "gewijzigd goedgekeurd"


def test_counts_one_below_the_other_with_names_are_one_vote_without_names():
    found = item(
        "Goedgekeurd", ("Stemming", BOLD), "Stemmen voor (3): Jan Peeters, An Claes, Els Maes",
        "Stemmen tegen (2): Piet Jans, Eva Nijs", ("Besluit", BOLD), "Artikel 1. Het bestek wordt goedgekeurd.",
    )  # fmt: skip
    assert [(v.in_favour, v.against) for v in found.votes] == [(3, 2)]
    assert "Peeters" not in found.votes[0].said


def test_names_of_voters_in_brackets_are_no_part_of_what_a_vote_says():
    found = item(
        ("Besluit: Met 2 stemmen voor (Jan Peeters, An Claes), 1 stem tegen (Els Maes)", BOLD),
        "Artikel 1 - Het bestek wordt goedgekeurd.",
    )  # fmt: skip
    assert found.votes[0].said == "Met 2 stemmen voor, 1 stem tegen"
    assert [(v.in_favour, v.against) for v in found.votes] == [(2, 1)]


def test_a_secret_vote_is_told_so():
    found = item(
        "De raad gaat over tot geheime stemming.", "Met 12 ja-stemmen en 3 neen-stemmen wordt de kandidaat aangesteld."
    )
    assert (found.votes[0].is_secret, found.votes[0].in_favour, found.votes[0].against) == (True, 12, 3)


def test_prices_and_terms_are_no_votes():
    found = item(("Besluit", BOLD), "De erfpacht wordt toegestaan voor 33 jaar tegen een vergoeding van 5 euro.")
    assert found.votes == ()


def test_a_question_has_no_outcome_whatever_it_tells_of():
    found = item(
        "Het dossier wordt volgende maand goedgekeurd, zegt de schepen.", title="1. Mondelinge vragen van raadsleden."
    )
    assert (found.effect, found.confidence, found.decision) == (None, 0.0, ())


def test_a_title_that_asks_for_approval_is_trusted_less_than_one_that_tells_the_outcome():
    asked, told = item(), item(title="1. Fietspad Dorpsstraat. Verdaagd.")
    assert (asked.effect, told.effect) == ("goedgekeurd", "verdaagd")
    assert asked.confidence < 0.6 < told.confidence


def test_an_agenda_says_what_is_asked_and_never_an_outcome():
    found = items(
        ("1. Notulen. Goedkeuring.", BOLD), "Goedkeuring.", ("2. Fietspad. Verdaagd.", BOLD), "Goedgekeurd.",
        path="beernem/gemeenteraad/2024-04-25_agenda.pdf",
    )  # fmt: skip
    assert [(each.number, each.effect, each.votes) for each in found] == [("1", None, ()), ("2", None, ())]


def test_items_after_a_closed_chapter_are_closed_and_those_before_it_public():
    found = items(
        ("1. Notulen. Goedkeuring.", BOLD), "Goedgekeurd.", ("BESLOTEN ZITTING", BOLD),
        ("2. Personeel. Aanstelling. Goedkeuring.", BOLD), "Goedgekeurd.",
    )  # fmt: skip
    assert [each.is_public for each in found] == [True, False]


def test_code_and_number_are_no_part_of_the_title():
    found = item("GOEDGEKEURD", title="1. 2024_GR_00057 - Secretarie - notulen - goedkeuring")
    assert (found.number, found.code, found.title) == ("1", "2024_GR_00057", "Secretarie - notulen - goedkeuring")


def test_a_decision_without_articles_is_what_stands_below_its_heading_or_title():
    lines = [*HEAD, ("1. Dotatie 2024. Vaststelling.", BOLD), "De dotatie wordt vastgesteld op € 1.000,00.",
             "Stemming: unaniem", ("2. Mondelinge vragen.", BOLD)]  # fmt: skip
    extraction = printed(lines)
    found = structure(extraction, "beernem/gemeenteraad/2024-04-25_besluitenlijst.pdf").treatments[0]
    texts = {read.page.number: read.page.text for read in extraction.pages}
    assert text_of(found.decision, texts) == "De dotatie wordt vastgesteld op € 1.000,00."
    assert text_of(found.title_spans, texts) == "1. Dotatie 2024. Vaststelling."
    assert text_of(found.spans, texts).endswith("Stemming: unaniem")


def test_a_title_in_a_narrow_column_runs_on_to_its_last_bold_line():
    title = {"bold": True, "size": 12.0, "right": 0.42}
    found = items(
        ("1 Openbare verlichting. Doven na 23 uur", title), ("en versnelde omschakeling.", title),
        ("Goedkeuring.", title),
        "De verlichting wordt gedoofd.", FULL, FULL, ("2 Mondelinge vragen.", title), FULL,
        path="beernem/gemeenteraad/2024-04-25_besluitenlijst.pdf",
    )  # fmt: skip
    assert found[0].title == "Openbare verlichting. Doven na 23 uur en versnelde omschakeling. Goedkeuring."


def test_hostile_text_takes_time_in_proportion_to_its_length():
    def read(times):
        said = "keurt wordt raad besluit te geeft " * times
        lines = [("Besluit", BOLD), *[f"Artikel {n}. {said}" for n in range(1, 30)]]
        text = flowing(*HEAD, ("1. Reglement.", HEADING), *lines, ("2. Vragen.", HEADING))
        assert len(structure(text, "x_notulen.docx").treatments[0].articles) == 29

    assert is_in_proportion(read, 800)


def test_a_list_of_tasks_that_closes_a_report_is_no_item_and_no_part_of_the_last():
    extraction = flowing(
        "Verslag werkgroep bibliotheken 17 oktober 2013", ("1. Vervoer", HEADING), "Een koerier rijdt wekelijks.",
        ("2. Collectie", HEADING), "Geen beslissing.", ("Actielijst", HEADING), "Brugge bezorgt de cijfers.",
    )  # fmt: skip
    found = structure(extraction, "werkgroepen/2013-10-17_verslag.docx").treatments
    texts = {read.page.number: read.page.text for read in extraction.pages}
    assert [each.number for each in found] == ["1", "2"]
    assert text_of(found[1].spans, texts) == "2. Collectie Geen beslissing."
