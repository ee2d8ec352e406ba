"""What the RDFa of a page says -> its publication, in the nouns of OSLO Besluit. Knows nothing of pages.

Vendors write the standard in different ways, tell an item up to four times and leave links out; what they have in
common is read here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ingest.cleaning import flat
from ingest.oslo_graph import Facts
from ingest.oslo_items import Group, groups_of, owner
from ingest.oslo_titles import heads_of, split_title
from ingest.oslo_votes import outcome_of, votes_of, yes_or_no
from ingest.publication import Publication, PublishedArticle, PublishedItem, Sitting
from ingest.rdfa import Element, graph_of
from search.types import Kind

_KINDS = {
    "13fefad6-a9d6-4025-83b5-e4cbee3a8965": Kind.AGENDA,
    "3fa67785-ffdc-4b30-8880-2b99d97b4dee": Kind.DECISION_LIST,
    "8e791b27-7600-4577-b24e-c7c29e0eb773": Kind.MINUTES,
    "9d5bfaca-bbf2-49dd-a830-769f91a6377b": Kind.EXTRACT,
}
_TYPE = re.compile(r"BesluitDocumentType[/:]([0-9a-f-]{36})")
_PAPERS = (
    ("besluit:heeftNotulen", Kind.MINUTES),
    ("besluit:heeftBesluitenlijst", Kind.DECISION_LIST),
    ("besluit:heeftUittreksel", Kind.EXTRACT),
    ("besluit:heeftZittingsverslag", Kind.SESSION_REPORT),
    ("besluit:heeftAgenda", Kind.AGENDA),
)
_PEOPLE = [f"{scheme}://data.vlaanderen.be/ns/mandaat#Mandataris" for scheme in ("http", "https")]
_ARTICLE, _VOTE = "besluit:Artikel", "besluit:Stemming"
_ABOUT_SITTING = ("besluit:geplandeStart", "prov:startedAtTime", "prov:endedAtTime", "prov:atLocation")
_BLAND = frozenset(["besluit", "besluiten", "beslissing", "agendapunt", "titel"])  # titles that name nothing
_LONGEST_TITLE = 1_500
_NUMBERS = ("schema:position", "besluit:volgnummer", "ext:volgnummer", "eli:number")
_CODES = ("besluit:citeeropschrift", "eli:id_local", "dct:identifier")
_ADDRESS = re.compile(r"(?:https?:|urn:|(?![A-Za-z][A-Za-z0-9+.-]*:))\S+")


def publication_of(root: Element) -> Publication | None:
    """Return what the mark-up of a page tells; None where it tells of no sitting and no item."""
    facts = Facts(graph_of(root, _PEOPLE))
    groups = groups_of(facts, lambda group: split_title(next(iter(_titles(facts, group)), ""))[::2])
    if not groups and not any("besluit:Zitting" in types for types in facts.types.values()):
        return None
    owned = _owned(facts, groups)
    titles = [_titles(facts, group) for group in groups]
    heads = heads_of(titles)
    items = [
        _item(facts, group, written, head, *owned[at])
        for at, (group, written, head) in enumerate(zip(groups, titles, heads, strict=True))
    ]
    return Publication(_kind(facts), _sittings(facts), tuple(items))


def _kind(facts: Facts) -> Kind | None:
    for types in facts.types.values():
        for name in types:
            if (found := _TYPE.search(name)) and found[1] in _KINDS:
                return _KINDS[found[1]]
    for name, kind in _PAPERS:
        if next(iter(facts.named(name)), None):
            return kind
    return None


def _sittings(facts: Facts) -> tuple[Sitting, ...]:
    found = []
    for node, types in facts.types.items():
        if "besluit:Zitting" not in types:
            continue
        bodies = _and_of(facts, facts.things(node, "besluit:isGehoudenDoor"), "mandaat:isTijdspecialisatieVan")
        units = [unit for body in bodies for unit in facts.things(body, "besluit:bestuurt")]
        said = [next(iter(facts.texts(node, name)), "") for name in _ABOUT_SITTING]
        found.append(Sitting(_uri([node]), _label(facts, bodies), _label(facts, units), *said))
    return tuple(found)


def _and_of(facts: Facts, nodes: list[str], name: str) -> list[str]:
    return [*nodes, *(thing for node in nodes for thing in facts.things(node, name))]


def _label(facts: Facts, nodes: list[str]) -> str:
    return next((text for node in nodes for text in facts.texts(node, "skos:prefLabel")), "")


def _titles(facts: Facts, group: Group) -> list[str]:
    """Return the titles of an item as written, the best first."""
    found = [text for point in group.points for text in facts.texts(point, "dct:title")]
    found += [text for decision in group.decisions for text in facts.texts(decision, "eli:title")]
    if not any(facts.statements(point, "dct:title") for point in group.points):
        found += [text for point in group.points for text in _own_texts(facts, point)]
    found += [text for node in group.nodes for text in facts.texts(node, "eli:title_short", "dct:title", "eli:title")]
    kept = [text for text in dict.fromkeys(found) if text.casefold() not in _BLAND and len(text) <= _LONGEST_TITLE]
    if not kept:
        heads = (
            facts.read.heading_in(telling.element) for node in group.nodes for telling in facts.tellings.get(node, ())
        )
        kept = [text for text in dict.fromkeys(heads) if text and text.casefold() not in _BLAND]
    return kept


def _own_texts(facts: Facts, node: str) -> list[str]:
    """Return the texts of the elements that tell of a subject without parts of its own: a title and no more."""
    elements = [telling.element for telling in facts.tellings.get(node, ())]
    plain = [each for each in elements if not any("property" in inner.attrib for inner in _descendants(each))]
    return [text for text in map(facts.read.of, plain) if text]


def _descendants(element: Element) -> Iterator[Element]:
    """Yield what stands in an element; of one that holds more than a title not all."""
    return islice(element.iterdescendants("*"), 500)


def _owned(facts: Facts, groups: Sequence[Group]) -> list[tuple[list[str], list[str]]]:
    """Return the articles and the votes of each item, in the order of the page."""
    homes: dict[str, object] = {node: at for at, group in enumerate(groups) for node in group.nodes}
    found: list[tuple[list[str], list[str]]] = [([], []) for _ in groups]
    for part, (kind, link, back) in enumerate(
        ((_ARTICLE, "eli:has_part", "eli:is_part_of"), (_VOTE, "besluit:heeftStemming", "besluit:onderwerp"))
    ):
        nodes = {node: "" for node in facts.order if kind in facts.types[node]}
        for subject, thing in facts.named(link):
            if (not facts.types.get(thing) or thing in nodes) and (subject in homes or thing in nodes):
                nodes[thing] = nodes.get(thing) or (subject if subject in homes else owner(facts, subject, homes))
        for node in sorted(nodes, key=lambda each: facts.order.get(each, 0)):
            linked = [thing for thing in facts.things(node, back) if thing in homes]
            home = nodes[node] or next(iter(linked), "") or owner(facts, node, homes)
            if home and not _is_within(facts, node, kind):
                found[int(str(homes[home]))][part].append(node)
    return found


def _is_within(facts: Facts, node: str, kind: str) -> bool:
    """Tell whether a subject stands in another of its kind: an article of rules that an article lays down."""
    around = [telling.outer for telling in facts.tellings.get(node, ())][:1]
    return any(outer != node and kind in facts.types.get(outer, ()) for outer in around)


def _item(
    facts: Facts, group: Group, titles: list[str], head: tuple[str, str, str], articles: list[str], votes: list[str]
) -> PublishedItem:
    number, code, title = head
    decisions, nodes = group.decisions, group.nodes
    told = tuple(dict.fromkeys(_article(facts, node) for node in articles))
    public = [text for each in group.handlings for text in facts.texts(each, "besluit:openbaar")]
    public += [text for each in group.points for text in facts.texts(each, "besluit:geplandOpenbaar")]
    return PublishedItem(
        next((text for node in nodes for text in facts.texts(node, *_NUMBERS)), number),
        code or next((text for node in nodes for text in facts.texts(node, *_CODES) if len(text) < 40), ""),
        title,
        tuple(titles),
        yes_or_no(public),
        outcome_of(facts, votes, title),
        votes_of(facts, votes),
        tuple(article for article in told if article.text),
        "" if told else " ".join(t for each in decisions for t in facts.texts(each, "prov:value", with_links=False)),
        _description(facts, [*decisions, *nodes], title),
        _uri([*decisions, *group.points, *group.handlings]),
        _whole(facts, nodes),
    )


def _description(facts: Facts, nodes: list[str], title: str) -> str:
    """Return the first description that says more than the title."""
    found = (text for node in nodes for text in facts.texts(node, "eli:description", "dct:description"))
    return next((text for text in found if text not in title and not text.endswith(title)), "")


def _article(facts: Facts, node: str) -> PublishedArticle:
    number = next(iter(facts.texts(node, "eli:number", "eli:title")), "")
    tellings = facts.tellings.get(node, ())
    whole = facts.read.of(tellings[0].element) if tellings else ""
    text = " ".join(facts.texts(node, "prov:value", with_links=False))
    if not text:
        text = flat(whole.removeprefix(number).lstrip(" .:-–"))
    return PublishedArticle(number, text, whole if whole.endswith(text) else "")


def _whole(facts: Facts, nodes: list[str]) -> str:
    """Return all that is told of an item, once where one part stands in another."""
    own = set(nodes)
    tellings = [telling for node in nodes for telling in facts.tellings.get(node, ()) if telling.outer not in own]
    return "\n".join(dict.fromkeys(facts.read.of(telling.element) for telling in tellings))


def _uri(nodes: Sequence[str]) -> str:
    """Return the first that has a name which can be followed."""
    names = (flat(node) for node in nodes if not node.startswith("_:"))
    return next((name for name in names if _ADDRESS.fullmatch(name)), "")
