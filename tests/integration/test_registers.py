"""Decisions, sittings, dossiers and contracts in a knowledge base made by the real ingest: rights, edits, again."""

import pytest

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Query
from search.errors import NotFound
from search.registers import edits
from search.registers.decisions import State
from search.registers.edits import What
from search.registers.sittings import sitting_of
from search.registers.treatments import Effect
from search.types import EVERYONE, Kind, Reader

INSIDER = Reader("insider", frozenset({EVERYONE, "intern"}))
PAPERS = {
    "damme/2020-02-24_besluitenlijst.md": (
        "# Stad Damme\n\nBesluitenlijst van de gemeenteraad. Zitting van 24 februari 2020.\n\n"
        "## 1. Notulen van de vorige zitting. Goedkeuring.\n\nGoedgekeurd met eenparigheid van stemmen.\n\n"
        "## 2. Retributiereglement parkeren centrum. Goedkeuring.\n\nGoedgekeurd.\n\n"
        "## 3. Laadpalen op het marktplein. Verdaagd.\n\nHet punt wordt verdaagd.\n"
    ),
    "damme/2020-02-24_notulen.md": (
        "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 24 februari 2020.\n\n"
        "## 1. Notulen van de vorige zitting. Goedkeuring.\n\nDe raad keurt de notulen goed.\n\n"
        "## 2. Retributiereglement parkeren centrum. Goedkeuring.\n\nAanleiding\n\nEr is nood aan rotatie.\n\n"
        "Besluit\n\nArtikel 1. Het retributiereglement parkeren centrum wordt goedgekeurd.\n\n"
        "Artikel 2. Dit reglement treedt in werking op 1 april 2020.\n\n"
        "Stemming: met 14 stemmen voor, 6 tegen, 1 onthouding\n\n"
        "## 3. Laadpalen op het marktplein. Verdaagd.\n\nHet punt over de laadpalen wordt verdaagd.\n"
    ),
    "damme/2023-06-26_notulen.md": (
        "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 26 juni 2023.\n\n"
        "## 1. Retributiereglement parkeren centrum. Nieuw reglement. Goedkeuring.\n\n"
        "Besluit\n\nArtikel 1. Het retributiereglement parkeren centrum van 24 februari 2020 wordt opgeheven.\n\n"
        "Artikel 2. Het nieuwe retributiereglement parkeren centrum wordt goedgekeurd.\n\n"
        "Stemming: met eenparigheid van stemmen\n\n"
        "## 2. Laadpalen op het marktplein. Goedkeuring.\n\n"
        "Besluit\n\nArtikel 1. De plaatsing van zes laadpalen op het marktplein wordt goedgekeurd.\n"
    ),
}


@pytest.fixture
def council(tmp_path, embedder):
    root = tmp_path / "raad"
    for name, text in PAPERS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    ingest([root], tmp_path / "kb", embedder, workers=1)
    return root


@pytest.fixture
def kb(council, tmp_path, embedder):
    return open_knowledge_base(tmp_path / "kb", embedder)


def titled(kb, start, reader, year=2020):
    found = [
        each
        for each in kb.registers.decisions(reader)
        if each.title.startswith(start) and each.date and each.date.year == year
    ]
    assert len(found) == 1
    return kb.registers.decision(found[0].key, reader)


def test_two_papers_of_a_sitting_tell_one_decision_with_the_articles_and_votes_of_the_richest(kb, everyone):
    decision = titled(kb, "Retributiereglement", everyone)
    assert [paper.document.kind for paper in decision.papers] == [Kind.MINUTES, Kind.DECISION_LIST]
    assert decision.effect is Effect.APPROVED
    assert [article.number for article in decision.articles] == ["1", "2"]
    assert decision.articles[1].text == "Dit reglement treedt in werking op 1 april 2020."
    assert [(vote.in_favour, vote.against, vote.abstained) for vote in decision.votes] == [(14, 6, 1)]


def test_a_sitting_lists_its_items_in_order_each_once(kb, everyone):
    decision = titled(kb, "Laadpalen", everyone)
    items = kb.registers.of_sitting(sitting_of(decision.document), everyone)
    assert [item.number for item in items] == ["1", "2", "3"]
    assert items[2].effect is Effect.POSTPONED


def test_a_decision_that_a_later_one_repeals_says_so_and_by_which(kb, everyone):
    old, new = titled(kb, "Retributiereglement", everyone), titled(kb, "Retributiereglement", everyone, 2023)
    assert (old.standing.state, old.standing.by) == (State.REPEALED, new.key)
    assert new.standing.state is State.HOLDS


def test_a_postponed_item_and_its_return_are_one_dossier(kb, everyone):
    postponed, returned = titled(kb, "Laadpalen", everyone), titled(kb, "Laadpalen", everyone, 2023)
    dossier = kb.registers.dossier(postponed.key, everyone)
    assert {each.key for each in dossier.decisions} == {postponed.key, returned.key}
    assert dossier.reasons(returned.key)


def test_filters_leave_what_passes(kb, everyone):
    assert len(kb.registers.decisions(everyone, Query("", municipalities=("Damme",)))) == 5
    assert kb.registers.decisions(everyone, Query("", municipalities=("Torhout",))) == []


def test_who_may_not_read_a_paper_meets_nothing_of_it(council, tmp_path, embedder, everyone):
    secret = tmp_path / "geheim" / "damme" / "2024-01-29_notulen.md"
    secret.parent.mkdir(parents=True)
    secret.write_text(
        "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 29 januari 2024.\n\n"
        "## 1. Laadpalen op het marktplein. Stopzetting.\n\nBesluit\n\n"
        "Artikel 1. Het besluit van de gemeenteraad van 26 juni 2023 over de laadpalen wordt opgeheven.\n",
        encoding="utf-8",
    )
    kb = open_knowledge_base(tmp_path / "kb", embedder)
    seen = [(each.key, each.standing) for each in kb.registers.decisions(everyone)]
    dossier = [each.key for each in kb.registers.dossier(titled(kb, "Laadpalen", everyone).key, everyone).decisions]
    ingest([secret.parents[1]], tmp_path / "kb", embedder, audience="intern", workers=1)
    kb = open_knowledge_base(tmp_path / "kb", embedder)
    assert [(each.key, each.standing) for each in kb.registers.decisions(everyone)] == seen
    now = kb.registers.dossier(titled(kb, "Laadpalen", everyone).key, everyone)
    assert [each.key for each in now.decisions] == dossier
    hidden = titled(kb, "Laadpalen", INSIDER, 2024)
    assert titled(kb, "Laadpalen", INSIDER, 2023).standing.by == hidden.key
    for look in (kb.registers.decision, kb.registers.dossier, kb.registers.contract):
        with pytest.raises(NotFound):
            look(hidden.key, everyone)
    assert kb.registers.of_sitting(sitting_of(hidden.document), everyone) == []


SALT = (
    "# Stad {town}\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n"
    "## 1. Aankoop strooizout. Goedkeuring.\n\nBesluit\n\nArtikel 1. De aankoop van strooizout wordt goedgekeurd.\n"
)
OF_TWO_TOWNS = {
    "damme/2022-01-31_notulen.md": SALT.format(town="Damme", day="31 januari 2022"),
    "torhout/2022-02-28_notulen.md": SALT.format(town="Torhout", day="28 februari 2022"),
}
OF_THE_REGION = (
    "# Burgemeestersoverleg Brugge\n\nVerslag van de vergadering van 10 maart 2022\n\n"
    "## 1. Strooizout\n\nDe burgemeesters bespreken de gezamenlijke aankoop van strooizout.\n"
)


def test_what_a_region_discussed_ties_two_towns_for_those_who_may_read_that(tmp_path, embedder, everyone):
    for name, text in OF_TWO_TOWNS.items():
        (tmp_path / "raad" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "raad" / name).write_text(text, encoding="utf-8")
    (tmp_path / "regio").mkdir()
    (tmp_path / "regio" / "2022-03-10_burgemeestersoverleg_verslag.md").write_text(OF_THE_REGION, encoding="utf-8")
    ingest([tmp_path / "raad"], tmp_path / "kb", embedder, workers=1)
    ingest([tmp_path / "regio"], tmp_path / "kb", embedder, audience="intern", workers=1)
    registers = open_knowledge_base(tmp_path / "kb", embedder).registers
    assert registers.register(everyone).dossiers == ()
    (dossier,) = registers.register(INSIDER).dossiers
    assert set(dossier.municipalities) == {"Damme", "Torhout"}


BIKES = {
    "brugge/2019-06-01_samenwerkingsovereenkomst.md": (
        "# Stad Brugge\n\nSamenwerkingsovereenkomst deelfietsen kustregio\n\n1 juni 2019\n\n"
        "Tussen de stad Brugge, de stad Damme en de gemeente Zuienkerke, elk vertegenwoordigd door hun college,"
        " wordt overeengekomen:\n\n"
        "## Artikel 1. Doel\n\nDe partijen bieden een gemeenschappelijk stelsel van gedeelde fietsen aan.\n"
    ),
    "damme/2024-02-26_notulen.md": (
        "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 26 februari 2024.\n\n"
        "## 1. Gedeelde fietsen. Uitstap. Goedkeuring.\n\nBesluit\n\nArtikel 1. De deelname van de stad aan de"
        " samenwerkingsovereenkomst deelfietsen kustregio wordt stopgezet op 31 mei 2024.\n\n"
        "Stemming: met eenparigheid van stemmen\n"
    ),
}


def test_who_left_a_contract_is_no_party_for_those_who_may_read_that_decision(tmp_path, embedder, everyone):
    for audience, (name, text) in zip((None, "intern"), BIKES.items(), strict=True):
        file = tmp_path / (audience or "open") / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        ingest([tmp_path / (audience or "open")], tmp_path / "kb", embedder, audience=audience, workers=1)
    kb = open_knowledge_base(tmp_path / "kb", embedder)
    (seen,), (known) = kb.registers.register(everyone).contracts, kb.registers.register(INSIDER).contracts[0]
    assert (seen.parties, seen.left) == (("Brugge", "Damme", "Zuienkerke"), ())
    assert (known.parties, [each.fact.value for each in known.left]) == (("Brugge", "Zuienkerke"), ["Damme"])
    edits.note(tmp_path / "kb", INSIDER, What.FACT, known.left[0].document.path, "", edits.name_of(known.left[0].fact))
    assert kb.registers.register(INSIDER).contracts[0].parties == seen.parties


def test_what_a_person_corrects_stays_when_papers_are_read_again_and_can_be_taken_back(
    council, tmp_path, embedder, everyone
):
    data = tmp_path / "kb"
    kb = open_knowledge_base(data, embedder)
    before = titled(kb, "Retributiereglement", everyone)
    edit = edits.note(data, everyone, What.EFFECT, before.papers[0].telling.own_key, str(Effect.AMENDED))
    minutes = council / "damme" / "2020-02-24_notulen.md"
    minutes.write_text(minutes.read_text(encoding="utf-8") + "\n\nNaschrift.\n", encoding="utf-8")
    ingest([council], data, embedder, workers=1)
    kb = open_knowledge_base(data, embedder)
    corrected = titled(kb, "Retributiereglement", everyone)
    assert (corrected.effect, corrected.is_confirmed) == (Effect.AMENDED, True)
    edits.undo(data, edit)
    assert titled(kb, "Retributiereglement", everyone).effect is before.effect
    with pytest.raises(NotFound):
        edits.undo(data, edit)


def test_dossiers_do_as_people_say(council, tmp_path, embedder, everyone):
    data = tmp_path / "kb"
    kb = open_knowledge_base(data, embedder)
    postponed, returned = titled(kb, "Laadpalen", everyone), titled(kb, "Laadpalen", everyone, 2023)
    edits.note(data, everyone, What.RENAME, postponed.key, "Laden op de markt")
    assert kb.registers.dossier(returned.key, everyone).title == "Laden op de markt"
    split = edits.note(data, everyone, What.SPLIT, returned.key, postponed.key)
    with pytest.raises(NotFound):
        kb.registers.dossier(returned.key, everyone)
    edits.undo(data, split)
    other = titled(kb, "Notulen", everyone)
    edits.note(data, everyone, What.MERGE, postponed.key, other.key)
    ingest([council], data, embedder, workers=1)
    merged = {each.key for each in kb.registers.dossier(other.key, everyone).decisions}
    assert merged == {postponed.key, returned.key, other.key}


def test_a_paper_that_is_gone_takes_its_decisions_along(council, tmp_path, embedder, everyone):
    (council / "damme" / "2023-06-26_notulen.md").unlink()
    ingest([council], tmp_path / "kb", embedder, workers=1)
    kb = open_knowledge_base(tmp_path / "kb", embedder)
    assert titled(kb, "Retributiereglement", everyone).standing.state is State.HOLDS
    assert {each.date.year for each in kb.registers.decisions(everyone)} == {2020}
