"""Publications in OSLO Besluit, invented piece by piece, and read."""

from pathlib import Path

from ingest.formats.html import extract
from ingest.structure import structure
from search.registers.treatments import Treatment
from search.types import Outcome

PREFIXES = (
    "besluit: http://data.vlaanderen.be/ns/besluit# eli: http://data.europa.eu/eli/ontology# "
    "prov: http://www.w3.org/ns/prov# mandaat: http://data.vlaanderen.be/ns/mandaat#"
)
MINUTES = "https://data.vlaanderen.be/id/concept/BesluitDocumentType/8e791b27-7600-4577-b24e-c7c29e0eb773"
AGENDA = "https://data.vlaanderen.be/id/concept/BesluitDocumentType/13fefad6-a9d6-4025-83b5-e4cbee3a8965"
VOTER = '<span property="besluit:{}" typeof="mandaat:Mandataris" resource="http://m/{}">Voornaam{} Stemmer{}</span> '


def page(inner: str, kind: str = MINUTES) -> str:
    return (
        f'<html><body><div prefix="{PREFIXES}" typeof="foaf:Document {kind}" resource="#"><h1>Paper van '
        f"de gemeenteraad</h1>"
        f'<div typeof="besluit:Zitting" resource="http://x/z">{inner}</div></div></body></html>'
    )


def read(html: str) -> tuple[tuple[Treatment, ...], dict[int, str]]:
    extraction = extract(Path("paper.html"), html.encode())
    assert extraction.outcome is Outcome.OK
    texts = {each.page.number: each.page.text for each in extraction.pages}
    return structure(extraction, "paper.html").treatments, texts


def voters(role: str, *numbers: int) -> str:
    return "".join(VOTER.format(role, n, n, n) for n in numbers)


def item(number: int, title: str, inner: str = "", outcome: str = "") -> str:
    """An item in the way of one vendor: told twice, bound together by names."""
    said = f'<p>Gevolg: <b property="besluit:gevolg">{outcome}</b></p>' if outcome else ""
    vote = f'<div property="besluit:heeftStemming" typeof="besluit:Stemming" resource="http://x/s{number}">{said}</div>'
    return (
        f'<div property="besluit:behandelt" typeof="besluit:Agendapunt" resource="http://x/a{number}">'
        f'<h2 property="dc:title" datatype="xsd:string"><b>{number} {title}</b></h2></div>'
        f'<div typeof="besluit:BehandelingVanAgendapunt" resource="http://x/b{number}">'
        f'<meta property="besluit:openbaar" content="true"><meta property="dc:subject" resource="http://x/a{number}">'
        f'<div property="prov:generated" typeof="besluit:Besluit" resource="http://x/d{number}">'
        f'<h3><span property="eli:title">{number} {title}</span></h3>{inner}</div>{vote}</div>'
    )


def article(number: str, text: str, attributes: str = "") -> str:
    return (
        f'<div property="eli:has_part" typeof="besluit:Artikel" {attributes}><h4 property="eli:number">{number}</h4>'
        f'<div property="prov:value" datatype="xsd:string"><p>{text}</p></div></div>'
    )
