"""The statements of a page by subject and property, in the terms of OSLO Besluit however a vendor writes them.

Knows the namespaces; knows nothing of items or pages.
"""

from collections import defaultdict
from collections.abc import Iterable

from ingest.rdfa import Element, Graph, Statement, Telling
from ingest.rdfa_texts import Texts

_NAMESPACES = {
    "data.vlaanderen.be/ns/besluit": "besluit",
    "data.vlaanderen.be/ns/besluitvorming": "besluit",
    "data.vlaanderen.be/ns/mandaat": "mandaat",
    "data.europa.eu/eli/ontology": "eli",
    "www.w3.org/ns/prov": "prov",
    "www.w3.org/ns/org": "org",
    "www.w3.org/2004/02/skos/core": "skos",
    "purl.org/dc/terms": "dct",
    "purl.org/dc/elements/1.1": "dct",
    "schema.org": "schema",
    "mu.semte.ch/vocabularies/ext": "ext",
}
_LISTS = frozenset(["besluit:aangebrachtNa", "besluit:gebeurtNa"])  # they name what is told elsewhere


def term(iri: str) -> str:
    """Return an IRI as "besluit:Stemming"; of an unknown namespace as it is.

    http and https, and with or without "#", are the same: vendors write both. A name whose prefix a page forgot to
    declare means what it looks like.
    """
    rest = iri.partition("://")[2]
    cut = max(rest.rfind("#"), rest.rfind("/"))
    if cut < 0:
        return iri
    space, local = rest[:cut], rest[cut + 1 :]
    return f"{_NAMESPACES[space]}:{local}" if space in _NAMESPACES else iri


class Facts:
    """What is said of each subject."""

    def __init__(self, graph: Graph) -> None:
        """Put the statements in order."""
        known: dict[str, str] = {}
        self.read = Texts()
        self.types: dict[str, set[str]] = defaultdict(set)
        self.tellings: dict[str, list[Telling]] = defaultdict(list)
        self.order: dict[str, int] = {}  # of what is told, by its first telling
        self._of: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
        self._to: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._texts: dict[Statement, str] = {}
        mentions: set[Element] = set()
        for statement in graph.statements:
            name = known.get(statement.predicate)
            if name is None:
                name = known[statement.predicate] = term(statement.predicate)
            self._of[statement.subject][name].append(statement)
            if not statement.is_text:
                self._to[statement.object][name].append(statement.subject)
            if name in _LISTS:
                mentions.add(statement.element)
        for at, telling in enumerate(graph.tellings):
            self.types[telling.subject].update(map(term, telling.types))
            if telling.element not in mentions:
                self.tellings[telling.subject].append(telling)
                self.order.setdefault(telling.subject, at)

    def statements(self, subject: str, *names: str) -> list[Statement]:
        """Return what is said of a subject by these properties, those of the first first."""
        found = self._of.get(subject, {})
        return [statement for name in names for statement in found.get(name, ())]

    def things(self, subject: str, *names: str) -> list[str]:
        """Return the things that these properties of a subject name, each once."""
        return list(dict.fromkeys(s.object for s in self.statements(subject, *names) if not s.is_text))

    def subjects(self, thing: str, name: str) -> list[str]:
        """Return of which subjects this property names the thing."""
        return list(dict.fromkeys(self._to.get(thing, {}).get(name, ())))

    def named(self, *names: str) -> Iterable[tuple[str, str]]:
        """Yield subject and thing of all statements by these properties."""
        for subject, found in self._of.items():
            for name in names:
                for statement in found.get(name, ()):
                    if not statement.is_text:
                        yield subject, statement.object

    def texts(self, subject: str, *names: str, with_links: bool = True) -> list[str]:
        """Return the texts of these properties, each once, none empty.

        Args:
            subject: Of what.
            names: Those of the first come first.
            with_links: Whether the text of an element counts that names a thing: a title that is a link.
        """
        found = [
            self.text(statement)
            for statement in self.statements(subject, *names)
            if statement.is_text or (with_links and "typeof" not in statement.element.attrib)
        ]
        return [text for text in dict.fromkeys(found) if text]

    def text(self, statement: Statement) -> str:
        """Return what a statement says, on one line."""
        if statement not in self._texts:
            self._texts[statement] = _given(statement) or self.read.of(statement.element)
        return self._texts[statement]


def _given(statement: Statement) -> str:
    """Return the text that an attribute gives; empty where the element's own text counts."""
    return " ".join((statement.content or "").split())
