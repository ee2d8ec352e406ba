import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access import reader_named
from desk.kept import feedback
from desk.kept.feedback import MadeWith, Verdict
from desk.kept.judgements import Asked, Placed, State
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.answer import Query
from search.types import Document, Embedder, Reader
from views.about import feedback as screen
from views.about import texts_feedback as texts
from views.address import Address, parse
from views.pieces.take_along import List, links

READERS = ("iedereen", "a", "b")
ALL = Reader("test", frozenset(READERS))
NOW = MadeWith("model@1", "r1")
QUERY = Query("zwembad")
RESULT = """
from search.answer import Query
from views import session
from views.about import feedback_buttons
from views.address import Address
said = feedback_buttons.said_of(Query("zwembad"))
for result in session.answer(Query("zwembad"), 10).results:
    feedback_buttons.under_card(result, Address(Query("zwembad")), said)
"""
DOCUMENT = """
from views import session
from views.about import feedback_buttons
address, _ = session.read_address()
document = session.knowledge_base().document(address.document, session.reader())
feedback_buttons.on_document(address, document, 1, None)
"""
NOTHING = """
from views import session
from views.about import feedback_buttons
feedback_buttons.when_nothing(session.read_address()[0])
"""
SCREEN = "from views.about import feedback\nfeedback.show()"


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    """A paper for everyone, one for a and one for b."""
    root: Path = tmp_path_factory.mktemp("terugkoppeling")
    for name in READERS:
        (root / name).mkdir()
        text = f"# Nota zwembad {name}\n\nHet zwembad van {name} is open in juli.\n"
        (root / name / f"zwembad-{name}.md").write_text(text)
        ingest([root / name], root / "data", embedder, audience=name, workers=1)
    return open_knowledge_base(root / "data", embedder)


@pytest.fixture
def kb(read_in: KnowledgeBase) -> KnowledgeBase:
    for each in feedback.listed(read_in.data, None):
        feedback.withdraw(read_in.data, each.owner, each.id)
    return read_in


@pytest.fixture
def run(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Runs a screen for a reader and a person, at an address."""

    def ran(script: str, reader: str | None = None, owner: str | None = "an", **address: str) -> AppTest:
        monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(kb.data))
        monkeypatch.setattr("views.session.reader", lambda: reader_named(reader))
        monkeypatch.setattr("views.session.owner", lambda: owner)
        test = AppTest.from_string(script, default_timeout=60)
        for key, value in address.items():
            test.query_params[key] = value
        return test.run()

    return ran


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def button(test: AppTest, label: str):
    return next(each for each in test.button if each.label == label)


def paper(kb: KnowledgeBase, audience: str) -> Document:
    return next(each for each in kb.documents(ALL) if each.audience == audience)


def say(kb: KnowledgeBase, owner: str, audience: str, verdict: Verdict, query: Query = QUERY) -> None:
    document = paper(kb, audience)
    about = feedback.about(document, 1, kb.passages(document.id, ALL)[0], 2)
    feedback.judge(kb.data, owner, query, verdict, about, NOW)


def test_a_result_is_judged_and_that_is_undone(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    test = button(run(RESULT), texts.ANSWERS).click().run()
    assert texts.SAID[Verdict.ANSWERS] in shown(test)
    (kept,) = feedback.listed(kb.data, "an")
    assert kept.about
    assert (kept.about.path, kept.about.rank, kept.verdict) == ("zwembad-iedereen.md", 1, Verdict.ANSWERS)
    assert kept.made_with == MadeWith(kb.embedder.name, kb.index.fingerprint.revision)
    test = button(test, texts.UNDO).click().run()
    assert feedback.listed(kb.data, None) == []
    assert button(test, texts.DOES_NOT)


def test_without_cookies_it_says_kindly_why_it_cannot_be_kept(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    test = button(run(RESULT, owner=None), texts.DOES_NOT).click().run()
    assert texts.NO_COOKIES in shown(test)
    assert texts.NO_COOKIES in shown(run(SCREEN, owner=None))
    assert feedback.listed(kb.data, None) == []


def test_a_document_is_missed_for_the_question_that_led_there(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    asked = {"document": str(paper(kb, "iedereen").id), "vraag": "baden", "van": "2019"}
    test = button(run(DOCUMENT, **asked), texts.MISSED_BUTTON).click().run()
    (kept,) = feedback.listed(kb.data, "an")
    assert (kept.query, kept.verdict) == (Query("baden", since=date(2019, 1, 1)), Verdict.MISSED)
    assert texts.SAID[Verdict.MISSED] in shown(test)


def test_a_document_is_missed_for_a_question_that_is_typed(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    test = run(DOCUMENT, document=str(paper(kb, "iedereen").id))
    test = button(test, texts.MISSED_BUTTON).click().run()
    assert "Typ eerst een vraag" in shown(test)
    test.text_input[0].set_value("  waar kan ik\nbaden? ")
    button(test, texts.MISSED_BUTTON).click().run()
    assert [each.query for each in feedback.listed(kb.data, "an")] == [Query("waar kan ik baden?")]


def test_a_document_is_missed_for_an_earlier_question(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    feedback.miss(kb.data, "an", Query("baden"), "", NOW)
    feedback.miss(kb.data, "bo", Query("van een ander"), "", NOW)
    test = run(DOCUMENT, document=str(paper(kb, "iedereen").id))
    assert list(test.selectbox[0].options) == ["baden"]
    test.selectbox[0].set_value("baden")
    button(test, texts.MISSED_BUTTON).click().run()
    assert {each.verdict for each in feedback.listed(kb.data, "an")} == {Verdict.MISSED, Verdict.UNANSWERED}


def test_where_nothing_is_found_a_person_says_what_he_expected(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    test = run(NOTHING, vraag="kwik")
    assert 'href="/inhoud?vraag=kwik#lijst"' in shown(test)
    test.text_area[0].set_value("de raad van <b>mei</b>")
    test = button(test, texts.NOTHING_BUTTON).click().run()
    assert "de raad van &lt;b&gt;mei&lt;/b&gt;" in shown(test)
    (kept,) = feedback.listed(kb.data, "an")
    assert (kept.verdict, kept.words) == (Verdict.UNANSWERED, "de raad van <b>mei</b>")
    button(test, texts.UNDO).click().run()
    assert feedback.listed(kb.data, None) == []


@pytest.mark.parametrize("name", READERS)
def test_the_screen_names_only_documents_that_its_reader_may_read(
    run: Callable[..., AppTest], kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("STREEKGEHEUGEN_BEHEER", "1")
    for audience in READERS:
        say(kb, "bo", audience, Verdict.MISSED)
    html = shown(run(SCREEN, reader=name))
    named = {other for other in READERS if f"zwembad-{other}" in html or f"zwembad {other}," in html}
    assert named == {"iedereen", name}
    assert html.count(texts.WITHHELD) == 3 - len(named) + 1  # one for one, and once for the question
    for document in kb.documents(ALL):
        assert (f"document={document.id}&amp;" in html) is (document.audience in named)


def test_one_sees_ones_own_and_all_only_where_the_server_says_so(
    run: Callable[..., AppTest], kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS, Query("mijn vraag"))
    say(kb, "bo", "iedereen", Verdict.DOES_NOT, Query("andermans vraag"))
    for value in ("", "0", "ja"):
        monkeypatch.setenv("STREEKGEHEUGEN_BEHEER", value)
        html = shown(run(SCREEN))
        assert "mijn vraag" in html
        assert "andermans" not in html
        assert texts.OF_YOU in html
    monkeypatch.setenv("STREEKGEHEUGEN_BEHEER", "1")
    test = run(SCREEN)
    assert "andermans vraag" in shown(test)
    assert [each.label for each in test.button] == [texts.UNDO]  # of one's own alone


def test_the_screen_puts_questions_together_and_opens_each_search_and_page(
    run: Callable[..., AppTest], kb: KnowledgeBase
) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS, Query("Zwembad", ("Damme",)))
    about = feedback.about(paper(kb, "iedereen"), 1)
    feedback.judge(kb.data, "an", QUERY, Verdict.MISSED, about, NOW)
    html = shown(run(SCREEN))
    assert re.search("1× antwoordt · 1× niet gevonden", html)
    assert "/?vraag=Zwembad&amp;gemeente=Damme" in html
    passage = kb.passages(paper(kb, "iedereen").id, ALL)[0].id
    assert f"document={paper(kb, 'iedereen').id}&amp;pagina=1&amp;fragment={passage}" in html
    assert texts.AT_RANK.format(rank=2) in html


def test_the_screen_is_narrowed_by_what_was_said(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS, Query("goed"))
    say(kb, "an", "iedereen", Verdict.DOES_NOT, Query("<script>slecht"))
    test = run(SCREEN)
    assert "&lt;script&gt;slecht" in shown(test)
    test.selectbox[0].set_value(Verdict.ANSWERS).run()
    assert "slecht" not in shown(test)
    assert "goed" in shown(test)


def test_under_one_question_no_endless_list_of_papers_stands(kb: KnowledgeBase) -> None:
    say(kb, "an", "iedereen", Verdict.DOES_NOT)
    (said,) = feedback.listed(kb.data, "an")
    every = [replace(said, id=i) for i in range(45)]
    document = paper(kb, "iedereen")
    seen = {
        each.id: Placed(each, State.STANDS, replace(document, id=each.id // 2, title=f"Stuk {each.id // 2}"))
        for each in every
    }
    html = screen.question(Asked(QUERY, tuple(every)), seen)
    assert "45× antwoordt niet" in html
    assert html.count("(2×)") == html.count("<a ") - 1 == 20
    assert texts.AND_MORE.format(n=3) in html


def test_what_is_taken_back_on_the_screen_is_gone(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS)
    test = button(run(SCREEN), texts.UNDO).click().run()
    assert texts.NOTHING_SAID in shown(test)
    assert feedback.listed(kb.data, None) == []


def test_more_is_shown_when_asked(run: Callable[..., AppTest], kb: KnowledgeBase) -> None:
    for n in range(13):
        say(kb, "an", "iedereen", Verdict.ANSWERS, Query(f"vraag {n:02}"))
    html = shown(run(SCREEN))
    assert texts.MORE.format(n=3) in html
    assert 'href="/terugkoppeling?toon=20"' in html
    assert "vraag 00" not in html
    assert "vraag 00" in shown(run(SCREEN, toon="20"))


def test_the_links_take_along_the_whole_list_as_it_was_asked() -> None:
    address, _ = parse({"vraag": ["zon & wind"], "gemeente": ["Damme", "Brugge"], "toon": ["30"], "document": ["4"]})
    html = links(address, List.RESULTS)
    assert 'href="/export/zoeken.xlsx?vraag=zon+%26+wind&amp;gemeente=Damme&amp;gemeente=Brugge"' in html
    assert 'href="/export/dossier.csv?dossier=00000000000000aa"' in links(
        Address(dossier="00000000000000aa"), List.DOSSIER
    )
