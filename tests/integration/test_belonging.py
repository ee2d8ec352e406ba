"""What belongs together, derived reading by reading, is what it would be had everything been read at once."""

import random

import pytest

from ingest.pipeline import ingest
from search.database import open_for_writing
from search.registers import belonging, gists, matters

PLACES = ("brugge", "damme", "torhout")
SUBJECTS = (
    "Zonnepanelen op de sporthal", "Zonnestroom op gemeentelijke daken", "Laadpalen op het marktplein",
    "Kerkfabriek Sint-Jan. Budget", "Strooizout. Gezamenlijke aankoop", "Doven van de straatverlichting",
    "Retributiereglement parkeren centrum", "Warmtenet van de verbrandingsinstallatie",
)  # fmt: skip
TABLES = {
    "keys": "SELECT d.path, m.position, m.key FROM tellings m JOIN documents d ON d.id = m.document_id",
    "links": (
        "SELECT l.one, a.path, l.other, b.path, l.reason, l.said, l.strength FROM links l"
        " JOIN documents a ON a.id = l.one_document JOIN documents b ON b.id = l.other_document"
    ),
    "changes": (
        "SELECT c.of_key, c.by_key, c.state, c.since, c.said, d.path FROM changes c"
        " JOIN documents d ON d.id = c.document_id"
    ),
    "themes": "SELECT t.key, t.theme, t.score, d.path FROM themes t JOIN documents d ON d.id = t.document_id",
    "title_vectors": "SELECT title, vector FROM title_vectors",
}


def paper(place, year, month, draw):
    """Minutes of a sitting with some of the subjects, one of which ends what an earlier sitting decided."""
    day = f"{draw.randrange(10, 28)} {('januari', 'maart', 'juni')[month]} {year}"
    items = []
    for number, subject in enumerate(draw.sample(SUBJECTS, 4), start=1):
        items.append(
            f"## {number}. {subject}. Goedkeuring.\n\nDe raad verwijst naar het besluit van de gemeenteraad van {day}."
            f"\n\nBesluit\n\nArtikel 1. {subject} wordt goedgekeurd.\n\n"
            f"Artikel 2. Dit besluit geldt tot en met 31 december {year + 6}.\n"
        )
    repeal = f"## 5. Parkeren.\n\nBesluit\n\nArtikel 1. Het retributiereglement parkeren van {day} wordt opgeheven.\n"
    head = f"# Gemeente {place.title()}\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n"
    return head + "\n".join((*items, repeal))


def write(root, names, draw):
    for name in names:
        place, year, month = name
        file = root / place / f"{year}-{month}_notulen.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(paper(place, year, month, draw), encoding="utf-8")


def derived(data):
    with open_for_writing(data) as db:
        return {name: sorted(map(tuple, db.execute(sql).fetchall())) for name, sql in TABLES.items()}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_derived_bit_by_bit_is_what_is_derived_at_once(seed, tmp_path, embedder):
    draw = random.Random(seed)
    every = [(place, year, month) for place in PLACES for year in range(2015, 2018) for month in range(3)]
    chosen = draw.sample(every, 9)
    root, data = tmp_path / "raad", tmp_path / "kb"
    write(root, chosen[:4], draw)
    ingest([root], data, embedder, workers=1)
    write(root, chosen[4:], draw)
    ingest([root], data, embedder, workers=1)
    write(root, chosen[2:4], draw)
    place, year, month = chosen[5]
    (root / place / f"{year}-{month}_notulen.md").unlink()
    ingest([root], data, embedder, workers=1)
    ingest([root], tmp_path / "fresh", embedder, workers=1)
    found = derived(data)
    assert all(found.values())
    assert found == derived(tmp_path / "fresh")


@pytest.fixture
def read(folder, data, embedder):
    """Read the folder in; return how to derive again, and how to see what is kept of the texts."""
    ingest([folder], data, embedder, workers=1)

    def derive():
        with open_for_writing(data) as db:
            belonging.bring_up_to_date(db, embedder, data)
            return sorted(packed for (packed,) in db.execute("SELECT packed FROM gists"))

    return derive


def test_texts_that_were_read_before_are_not_read_again(read, monkeypatch):
    looked = []
    about = matters.about
    monkeypatch.setattr(matters, "about", lambda title, *others: looked.append(title) or about(title, *others))
    assert read()
    assert looked == []


def test_what_another_version_of_the_program_made_of_texts_is_made_again(read, data, monkeypatch):
    known = read()
    with open_for_writing(data) as db:
        db.execute("UPDATE gists SET packed = replace(packed, 'zonnepanel', 'zonnebril')")
    assert read() != known
    monkeypatch.setattr(gists, "_program", lambda: "another")
    assert read() == known


def test_another_list_of_themes_gives_other_themes(read, data):
    def themes():
        read()
        with open_for_writing(data) as db:
            return {theme for (theme,) in db.execute("SELECT theme FROM themes")}

    before = themes()
    (data / "themes.txt").write_text("Sporthallen\n  woorden: sporthal, sportzaal\n", encoding="utf-8")
    assert "Sporthallen" not in before
    assert "Sporthallen" in themes()
