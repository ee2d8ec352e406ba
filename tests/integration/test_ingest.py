import json
import os

import pytest

from access import reader_named
from ingest.pipeline import ingest
from search import open_knowledge_base, store
from search.check import check
from search.database import open_for_reading, open_for_writing
from search.errors import Locked, ModelMismatch, NoKnowledgeBase, NotFound
from search.types import EVERYONE


def content(data):
    """Everything that a reader could see, without ids."""
    db = open_for_reading(data)
    return sorted(
        db.execute(
            "SELECT d.path, d.sha256, d.title, p.position, p.text, p.context FROM passages p"
            " JOIN documents d ON d.id = p.document_id"
        ).fetchall()
    )


def test_every_file_is_read_and_twice_is_as_good_as_once(folder, data, embedder):
    first = ingest([folder], data, embedder)
    assert (first.added, first.changed, first.unchanged, first.removed, first.failed) == (3, 0, 0, 0, [])
    before = content(data)
    revision = store.setting(open_for_reading(data), "revision")
    second = ingest([folder], data, embedder)
    assert (second.added, second.changed, second.unchanged, second.removed) == (0, 0, 3, 0)
    assert content(data) == before
    assert store.setting(open_for_reading(data), "revision") == revision


def test_the_order_of_files_and_the_number_of_workers_do_not_matter(folder, tmp_path, embedder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    ingest([folder], tmp_path / "one", embedder, workers=1)
    ingest([folder / "overleg", folder / "brugge", folder / "damme"], tmp_path / "two", embedder, workers=3)
    texts = [[row[3:5] for row in content(tmp_path / name)] for name in ("one", "two")]
    assert len(files) == 3
    assert sorted(texts[0]) == sorted(texts[1])


def test_a_changed_file_replaces_and_a_removed_one_leaves_no_trace(folder, data, embedder, everyone):
    ingest([folder], data, embedder)
    changed, gone = folder / "overleg" / "2012-03-16_verslag.txt", folder / "brugge" / "besluitenlijst.html"
    changed.write_text(changed.read_text(encoding="utf-8").replace("strooizout", "wegenzout"), encoding="utf-8")
    gone.unlink()
    report = ingest([folder], data, embedder)
    assert (report.added, report.changed, report.unchanged, report.removed) == (0, 1, 1, 1)
    text = json.dumps(content(data))
    assert "wegenzout" in text
    assert "strooizout" not in text
    assert "warmtenet" not in text
    kept = [path for kind in ("originals", "renditions") for path in (data / kind).glob("*/*")]
    assert {path.name.split(".")[0] for path in kept} == {
        d.sha256 for d in open_knowledge_base(data, embedder).documents(everyone)
    }
    assert check(data, read_data=True).problems == ()


def test_a_document_keeps_its_id_when_it_changes(folder, data, embedder, everyone):
    ingest([folder], data, embedder)
    file = folder / "damme" / "2016-05-23_notulen.md"
    before = {d.path: d.id for d in open_knowledge_base(data, embedder).documents(everyone)}
    file.write_text(file.read_text(encoding="utf-8") + "\nToegevoegd.\n", encoding="utf-8")
    ingest([folder], data, embedder)
    assert {d.path: d.id for d in open_knowledge_base(data, embedder).documents(everyone)} == before


def test_reading_a_subfolder_forgets_nothing_elsewhere(folder, data, embedder):
    ingest([folder], data, embedder)
    report = ingest([folder / "damme"], data, embedder)
    assert (report.unchanged, report.added, report.removed) == (1, 0, 0)
    assert len({row[0] for row in content(data)}) == 3


def test_an_empty_folder_is_a_missing_drive_and_not_a_wish(folder, data, embedder):
    ingest([folder], data, embedder)
    for path in folder.rglob("*.*"):
        path.unlink()
    report = ingest([folder], data, embedder)
    assert report.removed == 0
    assert "leeg" in report.warnings[0]
    assert len({row[0] for row in content(data)}) == 3


def test_a_bad_file_is_one_line_and_stops_nothing(folder, data, embedder):
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    (folder / "tabel.xlsx").write_bytes(b"PK\x03\x04nothing")
    (folder / "leeg.txt").write_bytes(b"")
    report = ingest([folder], data, embedder)
    assert report.added == 3
    assert {trouble.path for trouble in report.failed} == {"kapot.pdf", "tabel.xlsx", "leeg.txt"}
    assert all(trouble.message for trouble in report.failed)
    again = ingest([folder], data, embedder)
    assert (again.unchanged, len(again.failed), again.added) == (3, 3, 0)


def test_a_damaged_new_version_does_not_take_the_old_one_away(folder, data, embedder, everyone):
    ingest([folder], data, embedder)
    (folder / "brugge" / "besluitenlijst.html").write_bytes(b"")
    report = ingest([folder], data, embedder)
    assert [trouble.path for trouble in report.failed] == ["brugge/besluitenlijst.html"]
    assert "warmtenet" in json.dumps(content(data))
    troubled = open_knowledge_base(data, embedder).overview(everyone).troubled
    assert [document.path for document in troubled] == ["brugge/besluitenlijst.html"]
    assert "vorige" in troubled[0].message


def test_an_audience_can_be_given_later_and_then_hides(folder, data, embedder, everyone):
    ingest([folder], data, embedder)
    kb = open_knowledge_base(data, embedder)
    hidden = next(d for d in kb.documents(everyone) if d.path.startswith("overleg"))
    report = ingest([folder / "overleg"], data, embedder, audience="exello")
    assert report.changed == 1
    assert hidden.id not in {d.id for d in kb.documents(everyone)}
    assert kb.search("strooizout", everyone).results == ()
    for look in (kb.document, kb.passages, kb.file):
        with pytest.raises(NotFound):
            look(hidden.id, everyone)
    with pytest.raises(NotFound):
        kb.page(hidden.id, 1, everyone)
    with pytest.raises(NotFound):
        kb.page_image(hidden.id, 1, everyone)
    member = reader_named("exello")
    assert [result.document.id for result in kb.search("strooizout", member).results][:1] == [hidden.id]
    assert ingest([folder / "overleg"], data, embedder).unchanged == 1
    assert kb.document(hidden.id, member).audience == "exello"


def test_one_process_writes(folder, data, embedder):
    with open_for_writing(data), pytest.raises(Locked):
        ingest([folder], data, embedder)
    assert ingest([folder], data, embedder).added == 3


def test_another_model_is_refused_and_not_mixed_in(folder, data, embedder):
    class Other:
        model, name, dim = "other", "other", embedder.dim
        embed_passages, embed_query = embedder.embed_passages, embedder.embed_query

    ingest([folder], data, embedder)
    with pytest.raises(ModelMismatch):
        ingest([folder], data, Other())
    with pytest.raises(ModelMismatch):
        open_knowledge_base(data, Other())


def test_without_a_knowledge_base_there_is_a_clear_error(data, embedder):
    with pytest.raises(NoKnowledgeBase, match="ingest"):
        open_knowledge_base(data, embedder)


def test_an_open_knowledge_base_sees_what_is_written(folder, data, embedder, everyone):
    ingest([folder], data, embedder)
    kb = open_knowledge_base(data, embedder)
    (folder / "nieuw.txt").write_text("De raad keurt de aankoop van hoogwerkers goed.\n", encoding="utf-8")
    before = kb.generation
    ingest([folder], data, embedder)
    assert kb.generation > before
    assert kb.search("hoogwerkers", everyone).results[0].document.path == "nieuw.txt"


def test_a_file_that_lies_there_twice_is_one_result(folder, data, embedder, everyone):
    original = folder / "damme" / "2016-05-23_notulen.md"
    (folder / "damme" / "kopie.md").write_bytes(original.read_bytes())
    assert ingest([folder], data, embedder).added == 4
    results = open_knowledge_base(data, embedder).search("zonnepanelen sporthal", everyone).results
    assert [result.document.path for result in results].count("damme/2016-05-23_notulen.md") == 1
    assert "damme/kopie.md" not in [result.document.path for result in results]


def test_new_documents_are_for_everyone(folder, data, embedder):
    ingest([folder], data, embedder)
    audiences = open_for_reading(data).execute("SELECT DISTINCT audience FROM documents").fetchall()
    assert audiences == [(EVERYONE,)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_closed_folder_forgets_nothing(folder, data, embedder):
    ingest([folder], data, embedder)
    (folder / "damme").chmod(0)
    try:
        report = ingest([folder], data, embedder)
    finally:
        (folder / "damme").chmod(0o755)
    assert report.removed == 0
    assert "damme" in report.warnings[0]
