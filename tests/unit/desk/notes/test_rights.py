"""Who sees what of a kept note: three readers, and sources for everyone, for audience "a" and for audience "b"."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from access import reader_named
from api import asking, exports
from api import notes as api_notes
from desk.note import Entry, Note, Part, Section
from desk.notes import collect, editing, notes, versions
from desk.notes import opened as notes_opened
from desk.notes.content import Chapter, Content, Piece, new_id
from desk.notes.opened import State
from desk.notes.rows import Head
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base, store
from search.database import open_for_writing
from search.errors import NotFound
from search.types import Embedder, Reader

SAID = {
    "iedereen": "De raad beslist om het strooizout samen aan te kopen met de buurgemeenten.",
    "a": "De burgemeester van a stelt een geheim zwembad met een glijbaan voor.",
    "b": "De burgemeester van b stelt een verborgen kelder met een kluis voor.",
}
SECRETS = ("zwembad", "kelder", "Damme", "Jabbeke", "eigen geheim", "opmerking", "Titel van ons")
EVERYONE, A, B = reader_named(None), reader_named("a"), reader_named("b")
BOTH = Reader("ab", A.audiences | B.audiences)
OWNER, COLLEAGUE = "bezoeker-1", "bezoeker-2"


@dataclass(frozen=True)
class House:
    """A knowledge base with one document for each audience, and the folder that each was read from."""

    kb: KnowledgeBase
    root: Path
    embedder: Embedder

    def read_in(self, audience: str, text: str, town: str = "Brugge") -> None:
        """Read the document of an audience in, in place of the one that was there."""
        folder = self.root / audience / "raad"
        folder.mkdir(parents=True, exist_ok=True)
        whole = f"# Gemeente {town}\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n{text}\n"
        (folder / f"2016-05-23_{audience}.md").write_text(whole)
        ingest([self.root / audience], self.root / "data", self.embedder, audience=audience, workers=1)

    def collected(self, audience: str) -> collect.Collected:
        """Return the passage of an audience's document, collected by who may read it."""
        for document in self.kb.documents(BOTH):
            if document.audience == audience:
                passages = self.kb.passages(document.id, BOTH)
                at = next(each for each in passages if SAID[audience][:20] in each.text)
                return collect.passage(self.kb, BOTH, at.id)
        raise LookupError(audience)

    def note(self, *audiences: str, shared: bool = True) -> Head:
        """Return a note with a source of each audience, and own words."""
        for audience in audiences:
            head, _ = collect.put(self.kb, OWNER, self.collected(audience))
        chapter = versions.content(self.kb.data, head).chapters[0]

        def own(content: Content) -> Content:
            content = editing.titled(editing.written(content, chapter.id, "eigen geheim"), "Titel van ons")
            return editing.remarked(content, chapter.pieces[0].id, "opmerking")

        head = versions.edit(self.kb.data, OWNER, head.id, head.version, own, "")
        notes.share(self.kb.data, OWNER, head.id, is_shared=shared)
        return head

    def opened(self, reader: Reader, owner: str | None, head: Head) -> notes_opened.OpenedNote | None:
        """Open a note."""
        return notes_opened.opened(self.kb, reader, owner, head.id, self.kb.data)


def built(root: Path, embedder: Embedder) -> House:
    made = House(None, root, embedder)  # type: ignore[arg-type]
    for audience, town in (("iedereen", "Brugge"), ("a", "Damme"), ("b", "Jabbeke")):
        made.read_in(audience, SAID[audience], town)
    return replace(made, kb=open_knowledge_base(root / "data", embedder))


@pytest.fixture(scope="module")
def read_in_once(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    return built(tmp_path_factory.mktemp("huis"), embedder).kb.data


@pytest.fixture
def house(read_in_once: Path, tmp_path: Path, embedder: Embedder) -> House:
    """A house whose documents are never read in again."""
    shutil.copytree(read_in_once, tmp_path / "data")
    return House(open_knowledge_base(tmp_path / "data", embedder), tmp_path, embedder)


@pytest.fixture
def rereading(tmp_path: Path, embedder: Embedder) -> House:
    """A house whose documents can be read in again."""
    return built(tmp_path, embedder)


def states(opened: notes_opened.OpenedNote) -> list[State]:
    return [piece.state for chapter in opened.chapters for piece in chapter.pieces]


def test_the_owner_sees_the_place_of_what_he_may_no_longer_read_and_the_rest(house: House) -> None:
    head = house.note("iedereen", "a", "b")
    assert house.opened(BOTH, OWNER, head).is_whole
    for reader, lacks, has in ((A, "kelder", "zwembad"), (B, "zwembad", "kelder"), (EVERYONE, "zwembad", "strooizout")):
        found = house.opened(reader, OWNER, head)
        assert State.WITHHELD in states(found)
        assert len(states(found)) == head.pieces
        assert lacks not in repr(found)
        assert {"zwembad": "Damme", "kelder": "Jabbeke"}[lacks] not in repr(found)  # nor where it came from
        assert has in repr(found)
        assert not re.search("Damme|Jabbeke|Notulen", repr(versions.versions(house.kb.data, OWNER, head.id)))
        assert "eigen geheim" in repr(found)
        assert notes_opened.WITHHELD in repr(found.note())


@pytest.mark.parametrize("reader", [EVERYONE, A, B])
def test_a_colleague_who_may_not_read_all_sees_nothing_of_it(house: House, reader: Reader) -> None:
    head = house.note("iedereen", "a", "b")
    assert house.opened(reader, COLLEAGUE, head) is None
    assert house.opened(reader, None, head) is None
    assert house.opened(BOTH, COLLEAGUE, head).is_whole


def test_a_colleague_who_may_read_all_sees_all_of_it(house: House) -> None:
    head = house.note("iedereen", "a")
    assert house.opened(B, COLLEAGUE, head) is None
    assert house.opened(EVERYONE, COLLEAGUE, head) is None
    found = house.opened(A, COLLEAGUE, head)
    assert found.note().title == "Titel van ons"
    assert not found.is_own


def test_not_shared_not_there_and_not_yours_are_one_answer(house: House) -> None:
    head = house.note("iedereen", shared=False)
    answers = set()
    for note in (head.id, "A" * 22, "kort"):
        with pytest.raises(NotFound) as told:
            notes_opened.opened(house.kb, EVERYONE, COLLEAGUE, note, house.kb.data)
        answers.add(str(told.value))
    assert len(answers) == 1


def test_only_who_may_read_all_makes_a_copy_and_it_is_his_own(house: House) -> None:
    head = house.note("iedereen", "a")
    for reader in (EVERYONE, B):
        with pytest.raises(NotFound):
            notes_opened.copied(house.kb, reader, COLLEAGUE, head.id, house.kb.data, "Kopie van {title}", "")
    copy = notes_opened.copied(house.kb, A, COLLEAGUE, head.id, house.kb.data, "Kopie van {title}", "")
    assert (copy.owner, copy.title, copy.is_shared) == (COLLEAGUE, "Kopie van Titel van ons", False)
    assert len(versions.versions(house.kb.data, COLLEAGUE, copy.id)) == 1  # what was left out before stays behind
    assert "zwembad" not in repr(house.opened(B, COLLEAGUE, copy))


def test_a_document_that_moves_to_another_audience_takes_its_quotations_along(house: House) -> None:
    head = house.note("iedereen")
    assert house.opened(EVERYONE, COLLEAGUE, head) is not None
    document = next(each for each in house.kb.documents(EVERYONE))
    with open_for_writing(house.kb.data) as db, db.atomic():
        store.set_audience(db, document.id, "a")
        store.touch(db)
    assert house.opened(EVERYONE, COLLEAGUE, head) is None
    assert house.opened(A, COLLEAGUE, head).is_whole


def test_a_quotation_that_no_longer_stands_there_says_so(rereading: House) -> None:
    head = rereading.note("iedereen")
    rereading.read_in("iedereen", "De raad beslist om het strooizout voortaan alleen aan te kopen.")
    found = rereading.opened(EVERYONE, OWNER, head)
    assert State.CHANGED in states(found)
    assert notes_opened.CHANGED in repr(found.note())
    assert SAID["iedereen"] in repr(found)  # what was taken over is not lost


def test_a_text_that_was_secret_stays_so_when_its_path_gets_another_text_for_all(rereading: House) -> None:
    head = rereading.note("a")
    document = next(each for each in rereading.kb.documents(A) if each.audience == "a")
    rereading.read_in("a", "Een onschuldige tekst over bloembakken in het dorp.")
    with open_for_writing(rereading.kb.data) as db, db.atomic():
        store.set_audience(db, document.id, "iedereen")
        store.touch(db)
    assert rereading.opened(EVERYONE, COLLEAGUE, head) is None
    assert "zwembad" not in repr(rereading.opened(EVERYONE, OWNER, head))
    assert states(rereading.opened(A, OWNER, head))[0] is State.CHANGED


def test_two_folders_with_the_same_path_are_told_apart(house: House, tmp_path: Path) -> None:
    head = house.note("a")
    twin = tmp_path / "twin" / "raad"
    twin.mkdir(parents=True)
    (twin / "2016-05-23_a.md").write_text("# Gemeente Torhout\n\nNotulen van de gemeenteraad over bloembakken.\n")
    ingest([tmp_path / "twin"], house.kb.data, house.embedder, workers=1)
    assert house.opened(EVERYONE, COLLEAGUE, head) is None
    assert "zwembad" not in repr(house.opened(EVERYONE, OWNER, head))
    assert states(house.opened(A, OWNER, head))[0] is State.STANDS


def test_a_document_that_is_gone_leaves_only_its_place(rereading: House) -> None:
    head = rereading.note("iedereen")
    (rereading.root / "iedereen" / "raad" / "2016-05-23_iedereen.md").unlink()
    (rereading.root / "iedereen" / "raad" / "2017-05-23_ander.md").write_text(
        "# Gemeente Brugge\n\nIets over bloembakken.\n"
    )
    ingest([rereading.root / "iedereen"], rereading.kb.data, rereading.embedder, workers=1)
    found = rereading.opened(EVERYONE, OWNER, head)
    assert states(found)[0] is State.WITHHELD
    assert "strooizout" not in repr(found)


def test_what_a_draft_says_without_a_source_is_for_who_reads_all_that_it_was_made_of(house: House) -> None:
    made_of_all = Section(Part.GAPS, "Leemten", (Entry("Damme: misschien wel het geheime zwembad."),))
    draft = Note("Nota", "zwembad", house.kb.documents(BOTH)[0].date, sections=(made_of_all,))
    head = notes.create(house.kb.data, OWNER, collect.draft(house.kb, A, draft), "")
    notes.share(house.kb.data, OWNER, head.id, is_shared=True)
    assert house.opened(EVERYONE, COLLEAGUE, head) is None
    assert house.opened(B, COLLEAGUE, head) is None
    assert house.opened(A, COLLEAGUE, head).is_whole
    assert "zwembad" not in repr(house.opened(EVERYONE, OWNER, head).chapters)


def test_rewording_such_a_sentence_does_not_open_it_to_others(house: House) -> None:
    head = notes.create(
        house.kb.data, OWNER,
        Content("t", (Chapter("h", Part.GAPS, "k", (Piece(new_id(), "het zwembad", audiences=("a",)),)),)), "",
    )  # fmt: skip
    only = next(versions.content(house.kb.data, head).pieces())
    head = versions.edit(house.kb.data, OWNER, head.id, 1, lambda c: editing.reworded(c, only.id, "dat zwembad"), "")
    notes.share(house.kb.data, OWNER, head.id, is_shared=True)
    assert house.opened(EVERYONE, COLLEAGUE, head) is None


def test_what_is_collected_is_word_for_word_on_its_page_and_once(house: House) -> None:
    thing = house.collected("iedereen")
    head, is_new = collect.put(house.kb, OWNER, thing)
    again, is_new_again = collect.put(house.kb, OWNER, house.collected("iedereen"))
    assert (is_new, is_new_again) == (True, False)
    assert again.pieces == head.pieces
    found = house.opened(EVERYONE, OWNER, head)
    assert set(states(found)) == {State.STANDS}
    assert SAID["iedereen"] in " ".join(piece.text for chapter in thing.chapters for piece in chapter.pieces)
    assert collect.take_out(house.kb, OWNER, thing.origin).pieces == 0


def test_nobody_collects_what_he_may_not_read(house: House) -> None:
    document = next(each for each in house.kb.documents(A) if each.audience == "a")
    passage = house.kb.passages(document.id, A)[0].id
    key = house.kb.registers.at_each(house.kb.passages(document.id, A)[:1], A)[0]
    for reader in (EVERYONE, B):
        for attempt in (
            lambda r: collect.passage(house.kb, r, passage),
            lambda r: collect.page(house.kb, r, document.id, 1),
            lambda r: collect.decision(house.kb, r, key),
            lambda r: collect.contract(house.kb, r, key),
            lambda r: collect.dossier(house.kb, r, key),
        ):
            with pytest.raises(NotFound):
                attempt(reader)


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=exports.routes(lambda: house.kb))) as client:
        yield client


@pytest.mark.parametrize("form", ["docx", "pdf", "md"])
def test_a_kept_note_is_taken_along_by_who_may_read_it(
    house: House, client: TestClient, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = house.note("iedereen", "a")
    answers = []
    for reader, owner in ((EVERYONE, OWNER), (EVERYONE, COLLEAGUE), (B, COLLEAGUE), (A, COLLEAGUE), (A, None)):
        monkeypatch.setattr(asking, "reader_of", lambda request, reader=reader: reader)
        monkeypatch.setattr(api_notes, "owner_of_request", lambda request, owner=owner: owner)
        answers.append(client.get(f"/export/nota.{form}", params={"nota": head.id}))
    assert [answer.status_code for answer in answers] == [200, 404, 404, 200, 200]
    assert "no-store" in answers[0].headers["cache-control"]
    assert not any(secret.encode() in answer.content for answer in answers[1:3] for secret in SECRETS)
    if form == "md":
        assert "zwembad" not in answers[0].text
        assert all(word in answers[0].text for word in ("eigen geheim", "strooizout"))
        assert all(word in answers[3].text for word in ("eigen geheim", "zwembad"))


def test_an_export_of_what_is_no_note_or_no_form_is_not_found(client: TestClient) -> None:
    for path in ("/export/nota.md?nota=" + "A" * 22, "/export/nota.md?nota=%ED%A0%80", "/export/nota.exe?nota=x"):
        assert client.get(path).status_code == 404
    assert client.get("/export/nota.md").status_code == 400
