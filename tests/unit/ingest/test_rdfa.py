"""RDFa 1.1 as an independent processor reads it: the same statements, whatever way of writing is chosen."""

import logging

import pytest
from lxml import etree

from ingest.rdfa import Graph, graph_of

BASE = "http://raad.example/paper"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
BESLUIT = "http://data.vlaanderen.be/ns/besluit#"

SHAPES = {
    "prefix": '<div prefix="b: http://data.vlaanderen.be/ns/besluit#  e: http://data.europa.eu/eli/ontology#" '
    'typeof="b:Besluit" resource="http://x/1"><h2 property="e:title">Een titel</h2></div>',
    "vocab": '<div vocab="http://data.vlaanderen.be/ns/besluit#" typeof="Zitting" about="http://x/z">'
    '<p property="behandelt" typeof="Agendapunt" resource="http://x/a"><b property="dc:title">T</b></p></div>',
    "vocab reset": '<div vocab="http://data.vlaanderen.be/ns/besluit#"><p vocab="" property="openbaar">x</p></div>',
    "full addresses": '<div typeof="http://data.vlaanderen.be/ns/besluit#Stemming" resource="http://x/s">'
    '<i property="http://data.vlaanderen.be/ns/besluit#gevolg" content="verdaagd">later</i></div>',
    "initial context": '<p about="http://x/a" property="dc:title dcterms:description">T</p>',
    "case of a prefix": '<p prefix="B: http://b.example/" about="http://x/a" property="b:p">T</p>',
    "inner prefix wins": '<div prefix="b: http://one.example/"><p prefix="b: http://two.example/" about="http://x/a" '
    'property="b:p">T</p><p about="http://x/b" property="b:p">U</p></div>',
    "several types": '<div typeof=" foaf:Document\n skos:Concept " resource="http://x/d"></div>',
    "no resource": '<ul rel="schema:member"><li typeof="schema:Person"><span property="schema:name">A</span></li>'
    '<li typeof="schema:Person"><span property="schema:name">B</span></li></ul>',
    "rel": '<div about="http://x/a"><a rel="dc:references" href="http://x/b"><i property="dc:title">B</i></a></div>',
    "rev": '<div about="http://x/vote"><div rev="schema:vote" resource="http://x/item"></div></div>',
    "rel that waits": '<div about="http://x/a" rel="dc:hasPart"><p about="http://x/1"></p><p '
    'about="http://x/2"></p></div>',
    "rev that waits": '<div about="http://x/a" rev="dc:isPartOf"><p resource="http://x/1"></p><p><i about="http://x/2">'
    "</i></p></div>",
    "href as a subject": '<a href="http://x/a"><i property="dc:title">T</i></a>',
    "href as an object": '<p about="http://x/a"><a property="dc:source" href="http://x/b">B</a></p>',
    "resource before href": '<a about="http://x/a" property="dc:source" resource="http://x/r" href="http://x/h">B</a>',
    "datatype makes a text": '<a about="http://x/a" property="dc:title" datatype="xsd:string" href="http://x/b">B</a>',
    "content": '<p about="http://x/a"><meta property="dc:title" content="uit het attribuut"></p>',
    "time": '<p about="http://x/a"><time property="dc:date" datetime="2024-05-27">27 mei</time></p>',
    "a word beside property": '<a rel="nofollow" about="http://x/a" property="dc:source" href="http://x/b">B</a>',
    "safe name": '<p prefix="i: http://x/id/" about="[i:1]" property="dc:title">T</p>',
    "unknown safe name": '<div about="http://x/a"><p about="[unknown:1]" property="dc:title">T</p></div>',
    "name in resource": '<p prefix="i: http://x/id/" about="http://x/a" property="dc:source" resource="i:9"></p>',
    "blank names": '<p about="_:p" property="dc:title">T</p><p about="http://x/a" '
    'property="dc:source" resource="_:p"></p>',
    "undeclared prefix": '<p about="http://x/a" property="onbekend:woord">T</p>',
    "typeof empty": '<div about="http://x/a"><p property="dc:source" typeof=""><i property="dc:title">T</i></p></div>',
    "typeof with rel": '<div about="http://x/a"><p rel="dc:source" typeof="skos:Concept"><i '
    'property="dc:title">T</i></p></div>',
    "nested texts": '<div about="http://x/a"><p property="dc:description">een <b '
    'property="dc:title">twee</b></p></div>',
    "src": '<p about="http://x/a"><img property="foaf:img" src="http://x/i.png"></p>',
}


def spoken(graph: Graph) -> set[tuple[str, ...]]:
    """Statements with blank nodes as "_" and addresses of the page itself without it."""

    def named(thing: str) -> str:
        return "_" if thing.startswith("_:") else thing.removeprefix(BASE)

    found = {(named(telling.subject), TYPE, named(each)) for telling in graph.tellings for each in telling.types}
    for said in graph.statements:
        text = said.content if said.content is not None else "".join(said.element.itertext())
        found.add((named(said.subject), said.predicate, f"'{flat(text)}'" if said.is_text else named(said.object)))
    return found


def flat(text: str) -> str:
    return " ".join(text.split())


def parsed(html: str):
    return etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("shape", SHAPES)
def test_an_independent_processor_finds_the_same_statements(shape, tmp_path):
    rdfa = pytest.importorskip("pyRdfa", reason="needs pyRdfa3")
    rdflib = pytest.importorskip("rdflib")
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    page = f"<!DOCTYPE html><html><head><title>t</title></head><body>{SHAPES[shape]}</body></html>"
    file = tmp_path / "page.html"
    file.write_text(page)

    def named(thing: object) -> str:
        return "_" if isinstance(thing, rdflib.BNode) else str(thing).removeprefix(BASE)

    theirs = {
        (named(s), str(p), f"'{flat(str(o))}'" if isinstance(o, rdflib.Literal) else named(o))
        for s, p, o in rdfa.pyRdfa(base=BASE).graph_from_source(str(file))
        if not str(p).endswith("usesVocabulary")
    }
    assert spoken(graph_of(parsed(page))) == theirs


def test_a_name_that_a_word_processor_put_in_curly_quotes_is_read():
    graph = graph_of(
        parsed(f'<div prefix="besluit: {BESLUIT}" typeof="”besluit:Besluit”" resource="http://x/1"></div>')
    )
    assert [telling.types for telling in graph.tellings] == [(f"{BESLUIT}Besluit",)]


def test_namespaces_in_the_old_way_of_writing_are_read():
    graph = graph_of(parsed(f'<div xmlns:b="{BESLUIT}"><p about="http://x/1" property="b:gevolg">verdaagd</p></div>'))
    assert [said.predicate for said in graph.statements] == [f"{BESLUIT}gevolg"]


def test_addresses_are_resolved_against_the_base_of_the_page():
    graph = graph_of(parsed('<base href="http://x/a/b"><p about="c#d" property="dc:title">T</p>'))
    assert graph.statements[0].subject == "http://x/a/c#d"


def test_what_stands_in_a_closed_type_is_not_read_but_what_follows_is():
    page = (
        '<div about="http://x/v"><i rel="schema:vote" typeof="foaf:Person"><b property="foaf:name">N</b></i>'
        '<b property="dc:title">T</b></div>'
    )
    graph = graph_of(parsed(page), closed=["http://xmlns.com/foaf/0.1/Person"])
    assert [said.predicate for said in graph.statements] == ["http://schema.org/vote", "http://purl.org/dc/terms/title"]


@pytest.mark.parametrize(
    "page",
    ["<p></p>", '<p prefix=": : :" vocab=" " property=": :: [" about="[" resource="http://[" rel="" rev typeof></p>',
     '<p prefix="x" property="a:b:c ://" datatype="" content="">', "<base><p about='' property=''>",
     "<base href='http://['><p about='a' property='dc:title'>t</p>"],
)  # fmt: skip
def test_of_nonsense_no_thing_of_any_type_is_read(page):
    assert [each for each in graph_of(parsed(page)).tellings if each.types] == []


def test_elements_within_elements_ten_thousand_deep_are_read():
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(('<div property="dc:title" typeof="a:b">' * 10_000).encode(), parser)
    assert graph_of(root).tellings
