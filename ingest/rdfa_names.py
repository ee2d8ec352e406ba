"""Names as RDFa writes them (terms, prefixed names, addresses) -> full IRIs. Knows nothing of elements."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin

# Of the initial context of RDFa 1.1 what a council could use undeclared; several vendors do so with "dc:".
INITIAL: Mapping[str, str] = {
    "dc": "http://purl.org/dc/terms/",
    "dc11": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "oa": "http://www.w3.org/ns/oa#",
    "og": "http://ogp.me/ns#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfa": "http://www.w3.org/ns/rdfa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xhv": "http://www.w3.org/1999/xhtml/vocab#",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TERMS = {"describedby": "http://www.w3.org/2007/05/powder-s#describedby"} | {
    term: INITIAL["xhv"] + term for term in ("license", "role")
}
_DECLARATION = re.compile(r"(\S*):\s+(\S+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_QUOTES = "”“„\"'’‘«»"  # one vendor writes typeof="”besluit:Besluit”", out of a word processor


def declares(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element with these attributes changes what names mean."""
    return "prefix" in attributes or "vocab" in attributes or any(key.startswith("xmlns:") for key in attributes)


class Names:
    """What the names in an element mean: its prefixes, vocabulary and base address. Never changed, only derived."""

    def __init__(self, prefixes: Mapping[str, str] = INITIAL, vocabulary: str = "", base: str = "") -> None:
        """Keep what holds in an element."""
        self.base = base
        self._prefixes = prefixes
        self._vocabulary = vocabulary
        self._known: dict[str, str] = {}

    def within(self, attributes: Mapping[str, str]) -> "Names":
        """Return what holds in an element with these attributes."""
        if not declares(attributes):
            return self
        declared = {
            key[6:].lower(): value.strip() for key, value in attributes.items() if key.startswith("xmlns:") and key[6:]
        }
        declared |= {name.lower(): iri for name, iri in _DECLARATION.findall(attributes.get("prefix", ""))}
        declared.pop("_", None)
        vocabulary = attributes.get("vocab", self._vocabulary).strip()
        return Names({**self._prefixes, **declared} if declared else self._prefixes, vocabulary, self.base)

    def terms(self, written: str | None, *, with_words: bool = True) -> list[str]:
        """Return the IRIs of an attribute such as `property`; what means nothing is left out.

        Args:
            written: Names divided by white space.
            with_words: Whether words without a prefix count.
        """
        return [iri for token in (written or "").split() if (iri := self._term(token, with_words))]

    def address(self, written: str | None) -> str | None:
        """Return the IRI of `about` or `resource`, which may hold a prefixed name; None where there is none."""
        if written is None:
            return None
        token = written.strip()
        if token.startswith("[") and token.endswith("]"):
            return self._prefixed(token[1:-1])
        return self._prefixed(token) or self.link(token)

    def link(self, written: str | None) -> str | None:
        """Return the address of `href` or `src`."""
        if written is None:
            return None
        token = written.strip()
        if _SCHEME.match(token) or not self.base:
            return token
        try:
            return urljoin(self.base, token)
        except ValueError:  # "http://[", of whoever wants to see us fall
            return token

    def _term(self, token: str, with_words: bool) -> str:
        token = token.strip(_QUOTES)
        if ":" not in token:
            if not with_words or not token:
                return ""
            return self._vocabulary + token if self._vocabulary else _TERMS.get(token.lower(), "")
        if token not in self._known:
            iri = self._prefixed(token)
            self._known[token] = iri or (token if _SCHEME.match(token) else "")
        return self._known[token]

    def _prefixed(self, token: str) -> str | None:
        prefix, colon, reference = token.partition(":")
        if not colon or reference.startswith("//"):
            return None
        if prefix == "_":
            return f"_:named {reference}"  # a space, so that it is none of those that the reader makes
        if not prefix:
            return INITIAL["xhv"] + reference
        found = self._prefixes.get(prefix.lower())
        return None if found is None else found + reference
