"""What was understood, in a real knowledge base: it narrows, gives way where it is wrong, and tells no secrets."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Aspect, Query
from search.types import EVERYONE, Kind, Reader

READER = Reader("a", frozenset({EVERYONE}))
CABINET = Reader("k", frozenset({EVERYONE, "kabinet"}))


def minutes(town, day, items):
    return f"# Gemeente {town}\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n" + "\n\n".join(
        f"## {i}. {title}. Goedkeuring.\n\n{text}" for i, (title, text) in enumerate(items, start=1)
    )


OPEN = {
    "damme/2016-05-23_notulen.md": minutes("Damme", "23 mei 2016", [
        ("Zonnepanelen op de sporthal", "De raad keurt de plaatsing van zonnepanelen op de sporthal goed."),
        ("Huur van de feestzaal", "De raad keurt het reglement voor de huur van de feestzaal goed."),
    ]),
    "torhout/2021-03-29_notulen.md": minutes("Torhout", "29 maart 2021", [
        ("Zonnepanelen op het stadhuis", "De raad keurt plaatsing van zonnepanelen op het stadhuis en de school goed."),
    ]),
    "brugge/2020-02-24_notulen.md": minutes("Brugge", "24 februari 2020", [
        ("2020_GR_00057 - Raamovereenkomst zonnepanelen", "Brugge koopt voor de buurgemeenten aan, ook voor Damme."),
    ]),
}  # fmt: skip
CLOSED = "Het kabinet bespreekt de vertrouwelijke kwakzalverij in de molenwiek. Dossier 2021_KAB_00099.\n"


@pytest.fixture(scope="module")
def kb(tmp_path_factory, embedder):
    root = tmp_path_factory.mktemp("dossiers")
    for name, text in OPEN.items():
        (root / "open" / name).parent.mkdir(parents=True)
        (root / "open" / name).write_text(text, encoding="utf-8")
    (root / "kabinet").mkdir()
    (root / "kabinet" / "nota.txt").write_text(CLOSED, encoding="utf-8")
    ingest([root / "open"], root / "data", embedder, workers=1)
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    return open_knowledge_base(root / "data", embedder)


def towns(answer):
    return [result.document.municipality for result in answer.results]


def test_a_municipality_comes_first_and_the_others_stay(kb):
    for town in ("Damme", "Torhout"):
        found = towns(kb.search(f"plaatsing van zonnepanelen in {town}", READER))
        assert found[0] == town
        assert {"Damme", "Torhout"} <= set(found)


def test_a_period_leaves_out_what_is_older(kb):
    answer = kb.search("wat is er sinds 2020 beslist over zonnepanelen", READER)
    assert answer.results
    assert all(result.document.date >= date(2020, 1, 1) for result in answer.results)
    assert "Damme" not in answer.facets.municipalities
    assert [n.aspect for n in answer.notions] == [Aspect.KIND, Aspect.PERIOD]


@pytest.mark.parametrize(
    "text", ["zonnepanelen in 1995", "zonnepanelen sinds 2025", '"plaatsing op het stadhuis" zonnepanelen']
)
def test_what_leaves_nothing_gives_way_and_is_told(kb, text):
    answer = kb.search(text, READER)
    assert len(answer.results) >= 2
    assert [n.aspect for n in answer.ignored] in ([Aspect.PERIOD], [Aspect.PHRASE])
    assert answer.notions == ()
    assert answer.understood["ignored"]


def test_a_phrase_must_stand_there(kb):
    answer = kb.search('"zonnepanelen op het stadhuis"', READER)
    assert towns(answer) == ["Torhout"]
    assert "stadhuis" in answer.results[0].passage.text
    assert towns(kb.search('"ZONNEPANELEN  op het Stadhuis"', READER)) == ["Torhout"]


def test_a_number_finds_its_decision_however_it_is_joined(kb):
    for number in ("2020_GR_00057", "2020/GR/00057"):
        assert towns(kb.search(number, READER)) == ["Brugge"]


def test_a_word_with_a_minus_is_left_out(kb):
    assert "Torhout" in towns(kb.search("zonnepanelen", READER))
    assert "Torhout" not in towns(kb.search("zonnepanelen -stadhuis", READER))


def test_taking_it_back_finds_the_rest_again(kb):
    text = "zonnepanelen sinds 2020"
    narrowed = kb.search(text, READER)
    plain = kb.search(Query(text, literal=tuple(n.said for n in narrowed.notions)), READER)
    assert "Damme" in towns(plain)
    assert "Damme" not in towns(narrowed)


def test_a_chosen_filter_stays_on_with_what_was_understood(kb):
    answer = kb.search(Query("zonnepanelen in Damme", municipalities=("Torhout",), kinds=(Kind.MINUTES,)), READER)
    assert towns(answer) == ["Torhout"]


def test_a_mistake_is_mended_where_nothing_is_found(kb):
    answer = kb.search("stadhius", READER)
    assert answer.correction is not None
    assert (answer.correction.text, answer.correction.is_applied) == ("stadhuis", True)
    assert towns(answer) == ["Torhout"]
    literal = kb.search(Query("stadhius", literal=("stadhius",)), READER)
    assert literal.correction is None
    assert literal.abstained


@pytest.mark.parametrize("text", ["zonnepanelen", "nijlpaard", "2020_GR_00058", "huis", "Brugge", "subventions"])
def test_what_is_no_mistake_is_left_alone(kb, text):
    assert kb.search(text, READER).correction is None


def test_a_mistake_is_not_mended_with_a_word_that_may_not_be_read(kb):
    assert kb.search("kwakzalverei", READER).correction is None
    assert kb.search("kwakzalverei", CABINET).correction.text == "kwakzalverij"


def test_a_number_that_may_not_be_read_is_not_there(kb):
    secret, nowhere = (kb.search(f"zonnepanelen {n}", READER) for n in ("2021_KAB_00099", "2021_KAB_00098"))
    assert [n.aspect for n in secret.ignored] == [n.aspect for n in nowhere.ignored] == [Aspect.NUMBER]
    assert towns(secret) == towns(nowhere)


def test_subjects_that_may_be_read_are_suggested(kb):
    assert "Zonnepanelen op de sporthal" in kb.suggest("zonnep", READER)
    assert kb.suggest("wat hebben we beslist over feest", READER) == ("Huur van de feestzaal",)
    assert kb.suggest("sporthal zonn", READER) == ("Zonnepanelen op de sporthal",)
    assert "Zonnepanelen op de sporthal" in kb.suggest("zonepanelen", READER)
    assert "Huur van de feestzaal" in kb.suggest("zaal", READER)
    assert kb.suggest("kabinet", READER) == kb.suggest("z", READER) == kb.suggest("", READER) == ()


def test_suggestions_follow_what_is_forgotten(kb, tmp_path, embedder):
    root, data = tmp_path / "d", tmp_path / "data"
    root.mkdir()
    (root / "a.md").write_text("# Warmtenet in de wijk Oost\n\nTekst over het net.\n", encoding="utf-8")
    ingest([root], data, embedder, workers=1)
    opened = open_knowledge_base(data, embedder)
    assert opened.suggest("warmt", READER) == ("Warmtenet in de wijk Oost",)
    (root / "a.md").write_text("# Fietspad in de wijk West\n\nTekst over het pad.\n", encoding="utf-8")
    ingest([root], data, embedder, workers=1)
    assert opened.suggest("warmt", READER) == ()


WORDS = [
    "zonnepanelen", "kwakzalverij", '"vertrouwelijke kwakzalverij"', "-molenwiek", "2021_KAB_00099", "kwakzalverei",
    "molenwieck", "sinds 2010", "kabinet", "in Damme", "notulen",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_of_what_may_not_be_read_shows(kb, text):
    answer = kb.search(text, READER)
    shown = repr((answer.results, answer.facets, answer.suggestions, kb.suggest(text, READER)))
    assert "kwakzalverij" not in shown
    assert "molenwiek" not in shown
    typed = text.replace("molenwieck", "").replace("-molenwiek", "molenwiek")
    mended = answer.correction.text if answer.correction else ""
    assert not any(word in mended and word not in typed for word in ("kwakzalverij", "molenwiek"))
