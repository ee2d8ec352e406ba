"""Finding by words in a knowledge base made by the real ingest: compounds, other words, rights, and older words."""

import pytest

from ingest.pipeline import ingest
from search import derived, inverted, lexical, manifest, open_knowledge_base, postings, store
from search.answer import Query
from search.check import check
from search.database import open_for_writing
from search.language.dutch import analyse
from search.lexical import DOCUMENTS, PASSAGES
from search.question import parse
from search.rebuild import rebuild
from search.types import EVERYONE, Reader

INSIDER = Reader("insider", frozenset({EVERYONE, "intern"}))


def found(kb, level, question, reader, k=10):
    others = kb.other_words(parse(Query(question, literal=(question,))), reader)
    return lexical.match(kb.db, level, analyse(question), k, reader, None, others)


def paths(kb, question, reader):
    names = dict(
        kb.db.execute("SELECT p.id, d.path FROM passages p JOIN documents d ON d.id = p.document_id").fetchall()
    )
    return [names[i] for i in found(kb, PASSAGES, question, reader)]


@pytest.fixture
def secret(folder, data, embedder, everyone):
    """What everyone finds, before and after documents were added that only insiders may read."""
    questions = ["zonnepanelen op de sporthal", "warmtenet", "strooizout", "project zonnepaneel", "rekening"]
    ingest([folder], data, embedder, workers=1)
    kb = open_knowledge_base(data, embedder)
    asked = [(level, question) for level in (PASSAGES, DOCUMENTS) for question in questions]
    before = [found(kb, level, question, everyone) for level, question in asked]
    hidden = folder.parent / "intern"
    hidden.mkdir()
    for i in range(12):
        (hidden / f"{i}.txt").write_text(f"Nota {i}. Het warmtenet en zonnepanelen op elke sporthal. Strooizout.")
    ingest([hidden], data, embedder, audience="intern", workers=1)
    return open_knowledge_base(data, embedder), asked, before


def test_what_a_reader_may_not_read_changes_none_of_his_scores(secret, everyone):
    kb, asked, before = secret
    assert [found(kb, level, question, everyone) for level, question in asked] == before
    assert len(found(kb, PASSAGES, "warmtenet", INSIDER, 50)) > len(found(kb, PASSAGES, "warmtenet", everyone, 50))
    weights = [term.weight for term in lexical.terms(kb.db, analyse("warmtenet"), everyone)]
    assert weights != [term.weight for term in lexical.terms(kb.db, analyse("warmtenet"), INSIDER)]


def test_a_filter_changes_which_are_found_and_no_score(make, everyone):
    kb = make()
    every = found(kb, PASSAGES, "zonnepanelen strooizout warmtenet", everyone)
    damme = lexical.match(
        kb.db,
        PASSAGES,
        analyse("zonnepanelen strooizout warmtenet"),
        10,
        everyone,
        Query("", municipalities=("Damme",)),
    )
    assert damme
    assert damme.items() < every.items()


def test_a_code_that_stands_nowhere_changes_no_score_and_another_unknown_word_does(make, everyone):
    kb = make()
    plain = found(kb, PASSAGES, "zonnepanelen strooizout", everyone)
    assert found(kb, PASSAGES, "zonnepanelen strooizout (MV 17042)", everyone) == plain
    vaguer = found(kb, PASSAGES, "zonnepanelen strooizout kwakzalverij", everyone)
    assert all(vaguer[i] < score for i, score in plain.items())
    assert found(kb, PASSAGES, "MV 17042", everyone) == {}


def test_a_part_finds_its_compound_and_a_compound_its_parts(make, everyone):
    kb = make()
    assert paths(kb, "panelen", everyone)[0].startswith("damme")
    assert paths(kb, "zonnepanelenproject", everyone)[0].startswith("damme")
    assert paths(kb, "verbranding", everyone) == ["brugge/besluitenlijst.html"]
    whole, part = found(kb, PASSAGES, "zonnepanelen", everyone), found(kb, PASSAGES, "zonnepanelenproject", everyone)
    assert max(whole.values()) > max(part.values())


def test_scores_are_a_share_and_a_total_order(make, everyone):
    kb = make()
    for level in (PASSAGES, DOCUMENTS):
        scores = found(kb, level, "gemeente raad zitting verslag zonnepanelen 2016", everyone)
        assert all(0 < score < 1 for score in scores.values())
        assert list(scores.items()) == sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
        assert (
            list(found(kb, level, "gemeente raad zitting verslag zonnepanelen 2016", everyone, 2)) == list(scores)[:2]
        )


@pytest.mark.parametrize("question", ["", "de het een", "xqzv", "aaaaaa-bbbbbb", "\u0663 ½ ß", "zonnepanelen " * 500])
def test_any_question_has_an_answer_even_if_it_is_none(make, everyone, question):
    assert all(0 < score < 1 for score in found(make(), PASSAGES, question, everyone).values())


def test_a_reader_without_an_audience_finds_nothing(make):
    kb = make()
    assert found(kb, PASSAGES, "zonnepanelen", Reader("niemand", frozenset())) == {}


def test_the_coordinators_thesaurus_is_used_and_its_mistakes_are_told(make, data, everyone):
    kb = make()
    assert not found(kb, PASSAGES, "pekelstrooier", everyone)
    (data / "thesaurus.txt").write_text("> te vroeg\npekelstrooier = strooizout\n", encoding="utf-8")
    assert paths(kb, "pekelstrooier", everyone) == ["overleg/2012-03-16_verslag.txt"]
    (problem,) = check(data).problems
    assert "regel 1" in problem.what


def test_words_of_an_older_version_are_made_again_at_first_sight(make, data, embedder, everyone):
    wanted = found(make(), PASSAGES, "project met zonnepanelen", everyone)
    with open_for_writing(data) as db:
        for table in ("parts", "document_parts"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        db.execute("DELETE FROM word_counts")
        db.execute("UPDATE settings SET value = '1' WHERE key = 'analysis'")
    kb = open_knowledge_base(data, embedder)
    assert found(kb, PASSAGES, "project met zonnepanelen", everyone) == wanted
    assert check(data).problems == ()


def test_what_is_missing_is_noticed_and_rebuilt(make, data, embedder, everyone):
    wanted = found(make(), PASSAGES, "zonnepanelen", everyone)
    with open_for_writing(data) as db:
        db.execute("DELETE FROM parts WHERE rowid = 1")
    assert [problem.kind for problem in check(data).problems] == ["words"]
    rebuild(data, embedder)
    assert check(data).problems == ()
    assert found(open_knowledge_base(data, embedder), PASSAGES, "zonnepanelen", everyone) == wanted


def test_what_is_read_again_or_removed_leaves_no_words(make, folder, data, embedder, everyone):
    kb = make()
    assert paths(kb, "warmtenet", everyone)
    (folder / "brugge" / "besluitenlijst.html").unlink()
    (folder / "overleg" / "2012-03-16_verslag.txt").write_text("Verslag. De burgemeesters bespreken de fietsbrug.\n")
    ingest([folder], data, embedder, workers=1)
    assert not paths(kb, "warmtenet", everyone)
    assert paths(kb, "brug voor fietsen", everyone) == ["overleg/2012-03-16_verslag.txt"]
    assert check(data).problems == ()


def test_no_more_is_kept_in_memory_than_is_allowed(make, data, everyone, monkeypatch):
    kb = make()
    wanted = found(kb, PASSAGES, "zonnepanelen op de sporthal van Damme", everyone)
    (data / manifest.FOLDER / inverted.FILE).unlink()
    monkeypatch.setattr(postings, "MOST_KEPT", 40)
    kept = postings._Kept()
    monkeypatch.setattr(postings, "_kept", kept)
    assert found(kb, PASSAGES, "zonnepanelen op de sporthal van Damme", everyone) == wanted
    assert 0 < sum(places.size for places in kept._places.values()) <= 40


def test_what_was_written_after_the_index_is_found_as_it_will_be_afterwards(make, data, embedder, everyone):
    kb = make()
    question = "zonnepanelen warmtenet rekening raad"
    first = next(iter(found(kb, DOCUMENTS, question, everyone)))
    with open_for_writing(data) as db, db.atomic():
        store.remove(db, [first])
        store.touch(db)
    now = found(kb, DOCUMENTS, question, everyone)
    assert now
    assert first not in now
    rebuild(data, embedder)
    assert found(open_knowledge_base(data, embedder), DOCUMENTS, question, everyone) == now


def test_nothing_at_all_has_an_index_too(tmp_path, embedder):
    with open_for_writing(tmp_path) as db:
        store.claim(db, embedder)
        store.touch(db)
        derived.make(db, tmp_path, embedder)
        file = tmp_path / manifest.FOLDER / inverted.FILE
        assert inverted.read(db, file, lexical.WEIGHTS).places(PASSAGES, ["", "iets"]) == {}
