"""Publications in OSLO Besluit, in the ways vendors write it and in others that the standard allows."""

from pathlib import Path

import pytest

from ingest.formats.html import extract
from search.registers.treatments import Effect
from search.spans import text_of
from search.types import Kind
from tests.unit.ingest.publications import article, item, page, read


def test_an_item_told_twice_is_one_treatment_with_everything_that_is_said_of_it():
    html = page(
        item(1, "Notulen. Goedkeuring.", outcome="goedgekeurd")
        + item(
            2,
            "Aankoop strooizout",
            article("Artikel 1", "De raad koopt zout aan.", 'resource="http://x/art"'),
            "verdaagd",
        )
    )
    treatments, texts = read(html)
    assert [(t.position, t.number, t.title, t.effect, t.confidence, t.is_public, t.uri) for t in treatments] == [
        (0, "1", "Notulen. Goedkeuring.", Effect.APPROVED, 1.0, True, "http://x/d1"),
        (1, "2", "Aankoop strooizout", Effect.POSTPONED, 1.0, True, "http://x/d2"),
    ]
    assert [text_of(t.title_spans, texts) for t in treatments] == ["Notulen. Goedkeuring.", "Aankoop strooizout"]
    assert [(a.number, a.text, text_of(a.spans, texts)) for a in treatments[1].articles] == [
        ("1", "De raad koopt zout aan.", "De raad koopt zout aan.")
    ]


def test_number_and_code_that_stand_beside_the_title_are_read():
    html = page(
        '<div typeof="besluit:BehandelingVanAgendapunt" resource="http://x/b"><span property="dc:subject" '
        'typeof="besluit:Agendapunt" resource="http://x/a"><div><span>7.</span></div><h3>2023_GR_00634 '
        "- Fietspad langs "
        "het kanaal - Goedkeuring</h3></span></div>"
    )
    treatment = read(html)[0][0]
    assert (treatment.number, treatment.code, treatment.title) == (
        "7",
        "2023_GR_00634",
        "Fietspad langs het kanaal - Goedkeuring",
    )


def test_a_number_that_begins_one_title_only_is_no_number_of_an_item():
    bare = '<li property="besluit:behandelt" typeof="besluit:Agendapunt"><h2 property="dc:title">{}</h2></li>'
    html = page(bare.format("3 dagen gratis parkeren") + bare.format("Kerkfabrieken") + bare.format("Varia"))
    first = read(html)[0][0]
    assert (first.number, first.title) == ("", "3 dagen gratis parkeren")


def test_items_without_names_that_are_told_three_times_are_told_apart_by_titles():
    titles = ["Belasting", "Mededelingen", "Werken", "Mededelingen"]
    listed = "".join(f'<li typeof="besluit:Agendapunt"><b property="dc:title">{t}</b></li>' for t in titles)
    treated = "".join(
        f'<div typeof="besluit:BehandelingVanAgendapunt"><div property="prov:generated" typeof="besluit:Besluit">'
        f'<h3 property="eli:title">{t}</h3><div property="prov:value"><p>Besloten wordt nummer {n} van '
        f"de lijst.</p></div>"
        f'</div><p property="besluit:heeftStemming" typeof="besluit:Stemming"><b '
        f'property="besluit:gevolg">{o}</b></p></div>'
        for n, (t, o) in enumerate(zip(titles, ["verworpen", "kennis genomen", "goedgekeurd", "verdaagd"], strict=True))
    )
    treatments, _ = read(page(f"<ul>{listed}</ul><ul>{listed}</ul>{treated}"))
    assert [(t.title, t.effect) for t in treatments] == [
        ("Belasting", Effect.REJECTED),
        ("Mededelingen", Effect.NOTED),
        ("Werken", Effect.APPROVED),
        ("Mededelingen", Effect.POSTPONED),
    ]


def test_relations_in_both_directions_bind_an_item_together():
    html = page(
        '<section rel="besluit:behandelt"><div typeof="besluit:Agendapunt" about="http://x/a"><h2 '
        'property="dc:title">Markt</h2>'
        '</div></section><div about="http://x/d" typeof="besluit:Besluit"><h3 property="eli:title">Besluit</h3>'
        '<a rel="prov:wasGeneratedBy" href="http://x/b"></a>'
        '<div rel="eli:has_part"><div typeof="besluit:Artikel"><p property="prov:value">De markt '
        "verhuist.</p></div></div></div>"
        '<div about="http://x/b" typeof="besluit:BehandelingVanAgendapunt"><a rel="dc:subject" '
        'href="http://x/a"></a></div>'
    )
    treatments, _ = read(html)
    assert [(t.title, [a.text for a in t.articles]) for t in treatments] == [("Markt", ["De markt verhuist."])]


def test_a_decision_whose_links_were_forgotten_belongs_to_what_it_stands_in():
    html = page(
        '<div typeof="besluit:Agendapunt" resource="http://x/a"><h2 property="dc:title">Speelplein</h2>'
        '<div typeof="besluit:Stemming"><b property="besluit:gevolg">goedgekeurd</b></div>'
        '<div typeof="besluit:Besluit" resource="http://x/d"><h3 property="eli:title">Besluit</h3>'
        + article("Enig artikel", "Het plein wordt aangelegd.").replace('property="eli:has_part"', "")
        + "</div></div>"
    )
    (treatment,) = read(html)[0]
    assert (treatment.title, treatment.effect, treatment.uri) == ("Speelplein", Effect.APPROVED, "http://x/d")
    assert [(a.number, a.text) for a in treatment.articles] == [("", "Het plein wordt aangelegd.")]


def test_what_an_item_comes_after_is_no_item_of_its_own():
    html = page(
        '<div property="besluit:behandelt" typeof="besluit:Agendapunt" resource="http://x/2"><h2 '
        'property="dc:title">Riolen</h2>'
        '<meta property="besluit:aangebrachtNa" typeof="besluit:Agendapunt" resource="http://x/1"></div>'
    )
    assert [t.title for t in read(html)[0]] == ["Riolen"]


@pytest.mark.parametrize(
    "namespace", ["https://data.vlaanderen.be/ns/besluit#", "http://data.vlaanderen.be/ns/besluitvorming#"]
)
def test_another_address_of_the_same_vocabulary_means_the_same(namespace):
    html = (
        f'<body vocab="{namespace}"><div typeof="Agendapunt" resource="a1"><h2 property="dct:title">Zwembad</h2>'
        '<p typeof="Stemming"><b property="gevolg">ingetrokken</b></p></div></body>'
    )
    assert [(t.title, t.effect, t.uri) for t in read(html)[0]] == [("Zwembad", Effect.WITHDRAWN, "a1")]


def test_the_text_of_an_article_that_runs_over_pages_is_found_whole():
    text = " ".join(f"Zin {n} van een lang reglement dat over bladzijden loopt." for n in range(200))
    paragraphs = "".join(f"<p>{text[at : at + 2_000]}</p>" for at in range(0, len(text), 2_000))
    treatments, texts = read(page(item(1, "Reglement", article("Art. 1bis.", paragraphs))))
    (found,) = treatments[0].articles
    assert found.number == "1bis"
    assert len({span.page for span in found.spans}) > 1
    assert "".join(found.text.split()) == "".join(text.split())
    assert found.text == text_of(found.spans, texts)


def test_the_same_words_in_two_items_are_found_in_each():
    same = article("Artikel 1", "De raad keurt dit besluit goed.")
    treatments, _ = read(page(item(1, "Wegen", same) + item(2, "Riolen", same)))
    first, second = (t.articles[0].spans[0] for t in treatments)
    assert (first.page, first.start) < (second.page, second.start)


def test_what_is_not_shown_is_reported_without_a_place():
    hidden = article("Artikel 1", "Dit staat nergens te lezen.", 'style="display:none"')
    (treatment,) = read(page(item(1, "Wegen", hidden)))[0]
    assert [(a.number, a.spans) for a in treatment.articles] == [("1", ())]


def test_a_decision_without_articles_is_found_word_for_word():
    value = '<div property="prov:value" datatype="xsd:string"><p>De raad stelt de prijs vast op 12 euro.</p></div>'
    treatments, texts = read(page(item(1, "Prijzen", value)))
    assert text_of(treatments[0].decision, texts) == "De raad stelt de prijs vast op 12 euro."


def test_what_follows_the_last_item_is_not_part_of_it():
    treatments, texts = read(
        page(item(1, "Wegen", "<p>De wegen zijn slecht.</p>") + "<p>De voorzitter sluit de zitting.</p>")
    )
    assert "sluit de zitting" not in text_of(treatments[0].spans, texts)
    assert text_of(treatments[0].spans, texts).startswith("1 Wegen")


def test_the_sitting_is_told_by_the_mark_up():
    html = page(
        '<p property="besluit:isGehoudenDoor" typeof="besluit:Bestuursorgaan" resource="http://x/o"><i '
        'property="mandaat:'
        'isTijdspecialisatieVan" resource="http://x/p"></i></p><p about="http://x/p"><b '
        'property="skos:prefLabel">Gemeenteraad</b>'
        '<i property="besluit:bestuurt" resource="http://x/e"></i></p><b about="http://x/e" '
        'property="skos:prefLabel">Damme</b>'
        '<time property="besluit:geplandeStart" datetime="2024-05-27T19:00">27 mei</time>'
        '<i property="prov:atLocation">raadzaal</i>' + item(1, "Wegen")
    )
    publication = extract(Path("x.html"), html.encode()).publication
    assert publication is not None
    assert publication.kind is Kind.MINUTES
    (sitting,) = publication.sittings
    assert (sitting.body, sitting.unit, sitting.planned_start, sitting.place) == (
        "Gemeenteraad", "Damme", "2024-05-27T19:00", "raadzaal",
    )  # fmt: skip


def test_a_page_without_rdfa_has_no_publication():
    html = "<h1>Verslag</h1><h2>1. Wegen. Goedkeuring.</h2><p>De wegen zijn slecht.</p>"
    assert extract(Path("x.html"), html.encode()).publication is None


def test_an_address_that_could_run_a_script_is_no_address():
    html = page(
        '<div typeof="besluit:Agendapunt" resource="javascript:alert(1)"><h2 property="dc:title">Wegen</h2></div>'
    )
    assert [t.uri for t in read(html)[0]] == [""]
