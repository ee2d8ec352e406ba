"""Whose words a quotation is stays with it: whatever a person leaves out or moves, and in notes kept long ago."""

import json
import zlib
from dataclasses import replace
from datetime import date

import pytest

from access import reader_named
from desk.brief.note import compose
from desk.note import Note, Part
from desk.notes import collect, editing, notes, packing, versions
from desk.notes import opened as notes_opened
from desk.notes.content import Content
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.types import Embedder

ME, EVERYONE = "bezoeker-1", reader_named(None)
_PAPER = (
    "# Gemeente {town}\n\nNotulen van de gemeenteraad. Zitting van {day} maart 2024.\n\n"
    "## 1. Strooizout. Aankoop. Goedkeuring.\n\nBesluit\n\nArtikel 1. De aankoop van strooizout voor {town} wordt"
    " goedgekeurd.\n\nArtikel 2. Het strooizout van {town} wordt in de loods aan de {street} bewaard.\n"
)
TOWNS = {"Damme": (21, "Kerkstraat"), "Jabbeke": (25, "Dorpsstraat")}


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("wiens")
    for town, (day, street) in TOWNS.items():
        paper = root / "stukken" / town.lower() / f"2024-03-{day}_notulen.md"
        paper.parent.mkdir(parents=True)
        paper.write_text(_PAPER.format(town=town, day=day, street=street), encoding="utf-8")
    ingest([root / "stukken"], root / "kb", embedder, workers=1)
    return open_knowledge_base(root / "kb", embedder)


@pytest.fixture
def draft(kb: KnowledgeBase) -> Content:
    return collect.draft(kb, EVERYONE, compose(kb, EVERYONE, "strooizout", today=date(2024, 6, 1)))


def shown(kb: KnowledgeBase, content: Content) -> Note:
    head = notes.create(kb.data, ME, content, "")
    return notes_opened.opened(kb, EVERYONE, ME, head.id, kb.data).note()


def decided(note: Note) -> list[tuple[str, str, str]]:
    """Return town of the lead under which each quotation of a decision is read, its label, and the town it is of."""
    said, lead = [], ""
    for entry in next(each.entries for each in note.sections if each.part is Part.DECISIONS):
        lead = entry.lead or lead
        said.append((lead.partition(",")[0], entry.label, entry.source.municipality))
    return said


def ids(content: Content) -> list[str]:
    return [each.id for chapter in content.chapters if chapter.part is Part.DECISIONS for each in chapter.pieces]


def test_a_draft_says_of_each_article_of_which_decision_it_is(kb: KnowledgeBase, draft: Content) -> None:
    assert decided(shown(kb, draft)) == [
        ("Jabbeke", "Artikel 1", "Jabbeke"), ("Jabbeke", "Artikel 2", "Jabbeke"),
        ("Damme", "Artikel 1", "Damme"), ("Damme", "Artikel 2", "Damme"),
    ]  # fmt: skip


def test_an_article_that_is_moved_under_another_decision_says_of_which_it_is(kb: KnowledgeBase, draft: Content) -> None:
    first, second, *_ = ids(draft)
    edited = editing.moved(editing.dropped(draft, first), second, 1)
    assert decided(shown(kb, edited)) == [
        ("Damme", "Artikel 1", "Damme"), ("Jabbeke", "Artikel 2", "Jabbeke"), ("Damme", "Artikel 2", "Damme"),
    ]  # fmt: skip


def test_an_article_that_is_alone_in_another_chapter_says_of_which_decision_it_is(
    kb: KnowledgeBase, draft: Content
) -> None:
    edited = editing.with_chapter(draft, "Eigen")
    edited = editing.moved_to(edited, ids(draft)[1], edited.chapters[-1].id)
    (entry,) = next(each.entries for each in shown(kb, edited).sections if each.heading == "Eigen")
    assert entry.lead == "Jabbeke, gemeenteraad, 25 maart 2024: Strooizout. Aankoop. Goedkeuring"


def kept_long_ago(content: Content) -> Content:
    """Return a note as one was kept when only the first of several quotations said whose they are."""
    plain = json.loads(zlib.decompress(packing.encoded(content)))
    for chapter in plain["chapters"]:
        before = ""
        for each in chapter["pieces"]:
            label, lead = each.pop("label"), each["lead"]
            each["lead"] = label if lead == before else lead
            before = lead
    return packing.decoded(zlib.compress(json.dumps(plain).encode()))


def test_a_note_of_long_ago_is_read_as_it_was(kb: KnowledgeBase, draft: Content) -> None:
    said = decided(shown(kb, kept_long_ago(draft)))
    assert [(of, label) for of, label, _ in said if label] == [("Jabbeke", "Artikel 2"), ("Damme", "Artikel 2")]
    assert all(of == town for of, _, town in said)


def test_a_quotation_in_a_note_of_long_ago_that_lost_its_decision_names_its_document(
    kb: KnowledgeBase, draft: Content
) -> None:
    old = kept_long_ago(draft)
    first, second, *_ = ids(old)
    edited = editing.moved(editing.dropped(old, first), second, 1)
    assert all(of == town for of, _, town in decided(shown(kb, edited)))


def test_what_a_person_says_between_two_articles_leaves_both_with_their_decision(
    kb: KnowledgeBase, draft: Content
) -> None:
    chapter = next(each for each in draft.chapters if each.part is Part.DECISIONS)
    own = replace(chapter.pieces[0], id="eigen", text="Let op.", place=None, lead="", label="", remark="")
    between = replace(chapter, pieces=(chapter.pieces[0], own, chapter.pieces[1]))
    note = shown(kb, replace(draft, chapters=(between,)))
    assert [each.lead.partition(",")[0] for each in note.sections[0].entries] == ["Jabbeke", "", "Jabbeke"]


def test_a_version_with_labels_comes_back_as_it_was(kb: KnowledgeBase, draft: Content) -> None:
    head = notes.create(kb.data, ME, draft, "")
    assert versions.content(kb.data, head) == draft
