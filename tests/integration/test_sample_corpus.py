"""The three users' stories, asked of the sample corpus as a person would; and what the documents say of themselves."""

from pathlib import Path

import pytest
import yaml

from access import reader_named
from search.answer import Query
from search.types import Kind, Outcome

ROOT = Path(__file__).resolve().parents[2]
EVERYONE = reader_named(None)
DECISIONS = {Kind.MINUTES, Kind.DECISION_LIST, Kind.EXTRACT, Kind.ACCESSION, Kind.POSITION}
RENEWABLE = {
    "zonnepanelen", "windturbines", "warmtenet", "warmtepomp", "burgercoöperatie", "thuisbatterijen",
    "burgemeestersconvenant", "klimaatpact",
}  # fmt: skip


@pytest.fixture(scope="module")
def sources():
    """The front matter of every document: what is true of it."""
    found = {}
    for file in (ROOT / "corpus_sources").glob("*/*.md"):
        about = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
        found[about["file"]] = about
    return found


def paths(kb, question, k=5):
    return [result.document.path for result in kb.search(question, EVERYONE, k).results]


def threads(sources, path):
    return {thread.strip() for thread in str(sources[path].get("dossier") or "").split(",")}


def whole_text(kb, document):
    pages = [kb.page(document.id, number, EVERYONE).text for number in range(1, document.pages + 1)]
    return " ".join([document.title, document.path, *pages]).lower()


def test_every_document_is_read_and_only_the_scans_have_no_text(sample, sources):
    documents = {document.path: document for document in sample.documents(EVERYONE)}
    assert documents.keys() == sources.keys()
    assert len(documents) >= 60
    without = {path for path, document in documents.items() if document.outcome is Outcome.NO_TEXT}
    assert without == {path for path, about in sources.items() if about.get("scan")}
    assert len(without) == 2
    assert all(d.outcome is Outcome.OK for path, d in documents.items() if path not in without)


def test_facts_are_those_of_the_documents(sample, sources):
    wrong = []
    for document in sample.documents(EVERYONE):
        about = sources[document.path]
        told = (document.municipality, document.date)
        if told != (about.get("municipality") or None, about["date"]):
            wrong.append((document.path, told, about["date"]))
    assert len(wrong) <= len(sources) * 0.02, wrong


def test_staff_find_decisions_on_renewable_energy_that_never_say_so(sample, sources):
    results = sample.search("wat hebben we beslist over hernieuwbare energie", EVERYONE, 5).results
    assert len(results) == 5
    assert {result.document.kind for result in results} <= DECISIONS | {Kind.MEETING_REPORT}  # one with a decision
    for result in results:
        assert threads(sources, result.document.path) & RENEWABLE, result.document.path
    texts = [whole_text(sample, result.document) for result in results]
    assert sum("hernieuwbare" not in text and "energie" not in text for text in texts) >= 2


@pytest.mark.parametrize(
    "question", ["what did we decide about renewable energy", "qu'avons-nous décidé sur l'énergie renouvelable"]
)
def test_a_question_in_english_or_french_finds_the_dutch_text(sample, question):
    dutch = paths(sample, "wat hebben we beslist over hernieuwbare energie")
    assert len(set(paths(sample, question)) & set(dutch)) >= 3


@pytest.mark.parametrize(
    "question",
    ["welke smaken ijsjes zijn er", "pizza margherita", "asdfqwer", "", "   ", "?!", "\x00", "😀", "de het een"],
)
def test_what_is_not_there_is_not_found(sample, question):
    answer = sample.search(question, EVERYONE)
    assert answer.abstained
    assert answer.results == ()
    assert (answer.searched.documents, answer.searched.without_text) == (97, 2)


def test_directors_find_who_has_experience_with_shared_mobility(sample, sources):
    found = paths(sample, "wie heeft ervaring met deelmobiliteit?")
    assert all(threads(sources, path) & {"deelauto's", "deelfietsen"} for path in found)
    assert "torhout" in " ".join(paths(sample, "wie heeft ervaring met deelmobiliteit?", 10))


def test_the_coordinator_finds_positions_and_contracts(sample):
    positions = sample.search("wat is ons standpunt over windmolens", EVERYONE, 2).results
    assert {result.document.kind for result in positions} == {Kind.POSITION}
    contracts = paths(sample, "opdrachtencentrale buurtplatform", 8)
    assert any("2024-09-01_raamovereenkomst_digita" in path for path in contracts)  # it says aankoopcentrale


def test_the_marked_sentence_and_words_stand_in_the_passage_and_the_passage_on_its_page(sample):
    for question in ("zonnepanelen op de sporthal", "verlenging van het raamcontract", "deelfietsen in Blankenberge"):
        for result in sample.search(question, EVERYONE, 10).results:
            passage = result.passage
            parts = []
            for span in passage.spans:
                text = sample.page(result.document.id, span.page, EVERYONE).text
                parts.append(text[span.start : span.end].replace("\n", " "))
            assert "\n".join(parts) == passage.text
            assert passage.page == passage.spans[0].page
            for mark in (*result.words, *((result.sentence,) if result.sentence else ())):
                assert 0 <= mark.start < mark.end <= len(passage.text)


def test_filters_restrict_and_their_counts_are_right(sample):
    question = "zonnepanelen"
    open_answer = sample.search(question, EVERYONE, 100)
    for municipality, count in open_answer.facets.municipalities.items():
        narrowed = sample.search(Query(question, municipalities=(municipality,)), EVERYONE, 100)
        assert {r.document.municipality for r in narrowed.results} == {municipality}
        assert narrowed.documents == count
        assert narrowed.facets.municipalities == open_answer.facets.municipalities


def test_the_same_question_gives_the_same_list(sample):
    first = sample.search("subsidies voor verenigingen", EVERYONE)
    assert sample.search("subsidies voor verenigingen", EVERYONE) == first
