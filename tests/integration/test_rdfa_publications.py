"""Real publications of six vendors and those of the sample corpus against an RDFa processor that nobody here wrote."""

import logging
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from ingest.formats.html import extract
from ingest.structure import structure
from search.registers.treatments import Treatment
from search.spans import text_of
from tests.conftest import CORPUS, SHARED

pyRdfa = pytest.importorskip("pyRdfa", reason="needs pyRdfa3")
rdflib = pytest.importorskip("rdflib")

REAL = sorted((SHARED / "council" / "lblod").glob("*.html")) if SHARED.exists() else []
SAMPLE = [path for path in sorted(CORPUS.rglob("*.html")) if b"besluit:Agendapunt" in path.read_bytes()]
FILES = [pytest.param(path, id=path.stem) for path in REAL + SAMPLE]
COUNTS = ("aantalVoorstanders", "aantalTegenstanders", "aantalOnthouders")
NUMBER = re.compile(r"^(?:[A-Z]\.)?\d+[a-z]?[.)]?\s+")
CODE = re.compile(r"\d{4}_[A-Z]+_\d+")


class Truth:
    """What pyRdfa finds: subject, last part of the property, objects."""

    def __init__(self, path: Path) -> None:
        logging.getLogger("rdflib").setLevel(logging.CRITICAL)
        self.said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in pyRdfa.pyRdfa(base="http://base.example/").graph_from_source(str(path)):
            self.said[local(subject)][re.split(r"[#/]", str(predicate))[-1]].append(local(value))

    def of(self, type_: str) -> set[str]:
        return {s for s, said in self.said.items() if any(re.split(r"[#/]", t)[-1] == type_ for t in said["type"])}

    def one(self, subject: str, *names: str) -> str:
        return next((value for name in names for value in self.said[subject][name] if value.strip()), "")


def local(thing: object) -> str:
    """An address without the base that pyRdfa must be given."""
    return str(thing).removeprefix("http://base.example/")


@cache
def truth(path: Path) -> Truth:
    return Truth(path)


@cache
def read(path: Path) -> tuple[tuple[Treatment, ...], dict[int, str]]:
    extraction = extract(path, path.read_bytes())
    texts = {each.page.number: each.page.text for each in extraction.pages}
    return structure(extraction, path.name).treatments, texts


def squashed(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def owners(found: Truth) -> dict[str, str]:
    """Of every treatment in the mark-up the name under which we keep it: that of its decision."""
    return {s: decision for s in found.of("BehandelingVanAgendapunt") for decision in found.said[s]["generated"]}


@pytest.mark.parametrize("path", FILES)
def test_every_item_is_found_once_under_its_own_name(path):
    found, (treatments, _) = truth(path), read(path)
    names = Counter(treatment.uri for treatment in treatments)
    treated = {point for s in found.of("BehandelingVanAgendapunt") for point in found.said[s]["subject"]}
    points = {point for point in found.of("Agendapunt") if point in treated or found.one(point, "title")}
    assert len(treatments) == len(points)
    decisions = Counter(owners(found).values())
    assert names == decisions if decisions else names == Counter(points)


@pytest.mark.parametrize("path", FILES)
def test_every_title_is_told_as_the_mark_up_tells_it(path):
    found, (treatments, texts) = truth(path), read(path)
    by_name = {treatment.uri: treatment for treatment in treatments}
    homes = owners(found)
    for handling in homes or {}:
        point = next(iter(found.said[handling]["subject"]), "")
        title = found.one(point, "title") or found.one(homes[handling], "title", "title_short")
        told = by_name[homes[handling]]
        bare = NUMBER.sub("", " ".join(title.split()))
        assert squashed(CODE.sub("", bare)) == squashed(told.title)
        assert squashed(text_of(told.title_spans, texts)) == squashed(told.title)
        assert told.code == next(iter(CODE.findall(title)), "")


@pytest.mark.parametrize("path", FILES)
def test_every_article_is_told_word_for_word_and_stands_on_a_page(path):
    found, (treatments, texts) = truth(path), read(path)
    parts = {part: s for s, said in found.said.items() for part in said["has_part"]}
    expected = Counter(
        (parts[each], squashed(found.one(each, "number")).lower().removeprefix("artikel").removeprefix("art"),
         squashed(found.one(each, "value")))
        for each in found.of("Artikel")
    )  # fmt: skip
    told = Counter(
        (treatment.uri, squashed(article.number), squashed(text_of(article.spans, texts)))
        for treatment in treatments
        for article in treatment.articles
    )
    assert told == expected


@pytest.mark.parametrize("path", FILES)
def test_every_vote_is_told_with_its_counts(path):
    found, (treatments, _) = truth(path), read(path)
    expected = {
        vote: tuple(int(count) if count else None for count in counts)
        for vote in found.of("Stemming")
        if any(counts := [found.one(vote, each) for each in COUNTS]) or found.one(vote, "gevolg")
    }
    told = Counter((t.uri, v.in_favour, v.against, v.abstained) for t in treatments for v in t.votes)
    assert Counter(key[1:] for key in told.elements()) == Counter(expected.values())
    linked = [
        (name, *expected[vote])
        for handling, name in owners(found).items()
        for vote in found.said[handling]["heeftStemming"]
        if vote in expected
    ]
    assert Counter(linked) <= told


@pytest.mark.parametrize("path", FILES)
def test_every_outcome_is_that_of_the_mark_up(path):
    words = {
        "goedgekeurd": "goedgekeurd", "kennisgenomen": "kennisgenomen", "aktegenomen": "kennisgenomen",
        "verdaagd": "verdaagd", "verworpen": "verworpen", "ingetrokken": "ingetrokken",
        "ongunstigadvies": "ongunstig advies", "behandeld": None,
    }  # fmt: skip
    found, (treatments, _) = truth(path), read(path)
    by_name = {treatment.uri: treatment for treatment in treatments}
    for handling, name in owners(found).items():
        said = [found.one(vote, "gevolg") for vote in found.said[handling]["heeftStemming"]]
        for outcome in map(squashed, filter(None, said)):
            if (key := outcome.lower()) in words:
                assert by_name[name].effect == words[key]
                assert by_name[name].confidence == (1.0 if words[key] else 0.0)


@pytest.mark.parametrize("path", FILES)
def test_the_sitting_is_told_with_its_times(path):
    publication = extract(path, path.read_bytes()).publication
    found = truth(path)
    assert publication is not None
    assert {sitting.uri for sitting in publication.sittings} == found.of("Zitting")
    for sitting in publication.sittings:
        for told, name in (
            (sitting.planned_start, "geplandeStart"),
            (sitting.started, "startedAtTime"),
            (sitting.ended, "endedAtTime"),
        ):  # fmt: skip
            assert told[:19] == found.one(sitting.uri, name)[:19]


@pytest.mark.parametrize("path", FILES)
def test_openness_is_that_of_the_mark_up(path):
    found, (treatments, _) = truth(path), read(path)
    by_name = {treatment.uri: treatment for treatment in treatments}
    for handling, name in owners(found).items():
        said = found.one(handling, "openbaar")
        assert by_name[name].is_public is {"true": True, "false": False, "": None}[said.lower()]


@pytest.mark.parametrize("path", FILES)
def test_votes_name_nobody(path):
    found, (treatments, _) = truth(path), read(path)
    names = {
        squashed(f"{found.one(person, 'gebruikteVoornaam')} {found.one(person, 'familyName')}")
        for alias in list(found.said)
        for person in found.said[alias]["isBestuurlijkeAliasVan"]
    }
    said = " ".join(squashed(vote.said) for treatment in treatments for vote in treatment.votes)
    assert not [name for name in names if len(name) > 3 and name in said]
