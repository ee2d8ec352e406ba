"""HTML, in particular council publications with RDFa: visible text in blocks, set in type as a reading copy.

Fetches nothing and runs nothing: links, images and scripts are not followed.
"""

from pathlib import Path

from lxml import etree

from ingest.cleaning import flat
from ingest.encoding import decode, is_binary
from ingest.html_blocks import Element, blocks
from ingest.oslo import publication_of
from ingest.types import Extraction
from ingest.typeset import typeset
from search.types import Outcome

EXTENSIONS = (".html", ".htm", ".xhtml")

CORRUPT = "Het bestand is geen leesbare HTML. Open het in een browser, bewaar het als PDF en lees dat in."
EMPTY = "De webpagina bevat geen leesbare tekst. Bewaar haar uit de browser als PDF en lees dat in."


def extract(path: Path, data: bytes) -> Extraction:
    """Read a web page from its bytes; `path` only names it."""
    if is_binary(data):
        return Extraction(Outcome.CORRUPT, message=CORRUPT)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(decode(data).encode("utf-8"), parser) if data.strip() else None
    if root is None:
        return Extraction(Outcome.EMPTY, message=EMPTY)
    named = root.find(".//title")
    title = flat("".join(map(str, named.itertext()))) if named is not None else ""
    found = blocks(_content(root))
    if not found:
        return Extraction(Outcome.EMPTY, title=title, message=EMPTY)
    pages, rendition = typeset(found, path.name)
    return Extraction(Outcome.OK, pages, title, rendition=rendition, publication=publication_of(root))


def _content(root: Element) -> Element:
    """Return the part that the page itself calls its content, if it holds more than a line of text."""
    main = root.find(".//main")
    if main is not None and sum(len(text.strip()) for text in main.itertext()) > 200:
        return main
    body = root.find(".//body")
    return root if body is None else body
