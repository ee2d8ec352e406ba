"""Renders a source as a council's web publication: HTML with RDFa in the terms of OSLO Besluit."""

import datetime as dt
import hashlib
import re
from html import escape
from zoneinfo import ZoneInfo

from corpus_sources.furniture import COUNCIL, attendance, opening, signatures
from corpus_sources.source import FICTITIOUS, Block, Item, Runs, Source, starts_bold

_PREFIXES = (
    "besluit: http://data.vlaanderen.be/ns/besluit# eli: http://data.europa.eu/eli/ontology# "
    "prov: http://www.w3.org/ns/prov# mandaat: http://data.vlaanderen.be/ns/mandaat# "
    "org: http://www.w3.org/ns/org# skos: http://www.w3.org/2004/02/skos/core# "
    "dct: http://purl.org/dc/terms/ foaf: http://xmlns.com/foaf/0.1/ xsd: http://www.w3.org/2001/XMLSchema#"
)
_TYPES = "https://data.vlaanderen.be/id/concept/BesluitDocumentType/"
_PAPERS = {
    "agenda": ("besluit:heeftAgenda", "13fefad6-a9d6-4025-83b5-e4cbee3a8965"),
    "besluitenlijst": ("besluit:heeftBesluitenlijst", "3fa67785-ffdc-4b30-8880-2b99d97b4dee"),
    "notulen": ("besluit:heeftNotulen", "8e791b27-7600-4577-b24e-c7c29e0eb773"),
    "notulen-oud": ("besluit:heeftNotulen", "8e791b27-7600-4577-b24e-c7c29e0eb773"),
    "uittreksel": ("besluit:heeftUittreksel", "9d5bfaca-bbf2-49dd-a830-769f91a6377b"),
}
_CSS = (
    "body{font-family:Segoe UI,Arial,sans-serif;max-width:56em;margin:0 auto;padding:1em;color:#222}"
    ".fictief{background:#fff3c4;border:1px solid #c9a400;padding:.4em .8em;font-weight:bold}"
    "article{border-top:1px solid #bbb;margin-top:1.4em}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.2em .5em;text-align:left}.artikel{margin-left:1em}"
    "aside{border:1px solid #999;background:#f3f3f3;padding:.5em}footer{margin-top:2em;font-size:.9em}"
)
_NOT_FOR = re.compile(r"(\d+)\s+(?:(?:neen-?)?stemmen?\s+)?(tegen|neen-?stemmen?|onthouding)")
_DECIDED = re.compile(r"Artikel 1|goedkeur|goedgekeurd|gunstig|vaststel|vastgesteld|akkoord", re.IGNORECASE)
_OUTCOMES = (
    (r"verdaagd|uitgesteld", "verdaagd"),
    (r"ingetrokken", "ingetrokken"),
    (r"verworpen|afgekeurd", "verworpen"),
    (r"ongunstig", "ongunstig advies"),
    (r"kennisname|kennisgenomen|neemt kennis|akte", "aktegenomen"),
)


def render(source: Source) -> bytes:
    """The HTML of a source; papers of a council carry RDFa, other papers are plain articles."""
    inner = _sitting(source) if source.style in COUNCIL and source.municipality else _article(source)
    banner = f'<p class="fictief">{FICTITIOUS}</p>'
    page = (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(source.title)}</title>\n"
        f'<meta name="description" content="{FICTITIOUS}">\n'
        f'<meta name="author" content="{escape(source.owner)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_CSS}</style>\n</head>\n"
        f"<body>\n{banner}\n{_navigation(source)}\n<main>\n{inner}\n</main>\n"
        f"<footer>{_signed(source)}{banner}</footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _navigation(source: Source) -> str:
    return (
        f'<nav><a href="#inhoud">Naar de inhoud</a> | {escape(source.owner)} | '
        f"Publicaties | {escape(source.body)} | {source.date:%d-%m-%Y}</nav>"
    )


def _signed(source: Source) -> str:
    signed = signatures(source)
    return f"<p>{signed[0]} &nbsp;&nbsp;&nbsp; {signed[1]}</p>" if signed else ""


def _uri(source: Source, kind: str, *parts: str) -> str:
    """An identifier; papers of one sitting share those of the sitting and of its items."""
    lasting = kind in {"bestuursorganen", "bestuurseenheden"}
    of = "|".join((source.municipality, source.body, "" if lasting else source.date.isoformat(), *parts))
    town = (source.municipality or "samenwerking").lower()
    return f"https://publicatie.{town}.example/id/{kind}/{hashlib.sha256(of.encode()).hexdigest()[:32]}"


def _article(source: Source) -> str:
    parts = [f'<div id="inhoud" prefix="{_PREFIXES}" typeof="foaf:Document">',
             f'<h1 property="dct:title">{escape(source.heading)}</h1>',
             f'<p>{escape(source.body)}, <time property="dct:date" datatype="xsd:date" '
             f'content="{source.date}">{source.long_date()}</time></p>',
             *(f"<p><b>{label}</b> {escape(who)}</p>" for label, who in attendance(source)),
             *map(_block, source.preamble)]  # fmt: skip
    for item in source.items:
        number = f"{item.number}. " if item.number else ""
        parts.append(f"<section><h2>{escape(number + item.title)}</h2>")
        parts.extend(map(_block, item.blocks))
        parts.append("</section>")
    return "\n".join([*parts, "</div>"])


def _sitting(source: Source) -> str:
    relation, kind = _PAPERS[source.style]
    sitting, organ = _uri(source, "zittingen"), _uri(source, "bestuursorganen")
    unit = _uri(source, "bestuurseenheden")
    council = source.body == "Gemeenteraad"
    hour, room = (dt.time(19, 30), "raadzaal") if council else (dt.time(9), "collegezaal")
    start = dt.datetime.combine(source.date, hour, ZoneInfo("Europe/Brussels")).isoformat()
    parts = [
        f'<div id="inhoud" prefix="{_PREFIXES}" resource="#" typeof="foaf:Document {_TYPES}{kind}">',
        f'<div typeof="besluit:Bestuurseenheid" resource="{unit}">'
        f'<span property="skos:prefLabel">{escape(source.owner)}</span></div>',
        f'<div typeof="besluit:Zitting" resource="{sitting}">',
        f'<span property="{relation}" typeof="foaf:Document {_TYPES}{kind}" resource="#"></span>',
        f'<h1><span property="besluit:isGehoudenDoor" typeof="besluit:Bestuursorgaan" resource="{organ}">'
        f'<span property="skos:prefLabel">{escape(source.body)} {escape(source.municipality)}</span>'
        f'<link property="besluit:bestuurt" href="{unit}"></span>: {escape(source.heading)}</h1>',
        f'<p>Zitting van <time property="besluit:geplandeStart" datatype="xsd:dateTime" content="{start}">'
        f'{source.long_date()}</time>, <span property="prov:atLocation">{room}</span></p>',
        *(f"<p><b>{label}</b> {escape(who)}</p>" for label, who in attendance(source)),
        *map(_block, source.preamble),
        f"<p>{opening(source)}</p>" if opening(source) else "",
        *_points(source),
    ]
    if source.style != "agenda":
        parts.extend(_treatment(source, item, organ) for item in source.items)
    return "\n".join([*filter(None, parts), "</div>", "</div>"])


def _points(source: Source) -> list[str]:
    parts = ["<h2>Agendapunten</h2>", "<ol>"]
    previous = ""
    for item in source.items:
        point = _uri(source, "agendapunten", item.number)
        after = f'<link property="besluit:aangebrachtNa" href="{previous}">' if previous else ""
        text = "".join(map(_block, item.blocks)) if source.style == "agenda" else ""
        described = f'<div property="dct:description">{text}</div>' if text else ""
        parts.append(
            f'<li property="besluit:behandelt" typeof="besluit:Agendapunt" resource="{point}">{after}'
            f'<meta property="besluit:geplandOpenbaar" datatype="xsd:boolean" content="{_public(item)}">'
            f'<span property="dct:title">{escape(item.title)}</span>{described}</li>'
        )
        previous = point
    return [*parts, "</ol>"]


def _treatment(source: Source, item: Item, organ: str) -> str:
    treatment, point = (_uri(source, kind, item.number) for kind in ("behandelingen", "agendapunten"))
    reasons, articles, vote = _parts(item)
    described = "eli:description" if not articles else "besluit:motivering"
    decision, published = _uri(source, "besluiten", item.number), source.date + dt.timedelta(9)
    dutch = "http://publications.europa.eu/resource/authority/language/NLD"
    return "\n".join(
        [
            f'<article typeof="besluit:BehandelingVanAgendapunt" resource="{treatment}">',
            f'<meta property="besluit:openbaar" datatype="xsd:boolean" content="{_public(item)}">',
            f'<link property="dct:subject" href="{point}">',
            f'<div property="prov:generated" typeof="besluit:Besluit" resource="{decision}">',
            f'<link property="eli:passed_by" href="{organ}">',
            f'<meta property="eli:date_publication" datatype="xsd:date" content="{published}">',
            f'<h2>{item.number} <span property="eli:title">{escape(item.title)}</span></h2>',
            f'<link property="eli:language" href="{dutch}">',
            f'<div property="{described}">{"".join(map(_block, reasons))}</div>' if reasons else "",
            f'<div property="prov:value">{_articles(source, item, articles)}</div>' if articles else "",
            "</div>",
            _vote(source, item, vote),
            "</article>",
        ]
    )


def _public(item: Item) -> str:
    return "false" if "besloten" in item.title.lower() else "true"


def _parts(item: Item) -> tuple[list[Block], list[list[Block]], Block | None]:
    """What comes before the articles, the articles (each with what follows it), and the vote."""
    reasons: list[Block] = []
    articles: list[list[Block]] = []
    vote = None
    for block in item.blocks:
        if block.text.startswith("Stemming:"):
            vote = block
        elif starts_bold(block) and block.text.startswith("Art"):
            articles.append([block])
        elif articles:
            articles[-1].append(block)
        else:
            reasons.append(block)
    return reasons, articles, vote


def _articles(source: Source, item: Item, articles: list[list[Block]]) -> str:
    parts = []
    for number, blocks in enumerate(articles, 1):
        label = blocks[0].runs[0].text
        uri = _uri(source, "artikels", item.number, str(number))
        first = _inline(blocks[0].runs[1:]).strip()
        parts.append(
            f'<div class="artikel" property="eli:has_part" typeof="besluit:Artikel" resource="{uri}">'
            f'<h4 property="eli:number">{escape(label)}</h4>'
            f'<div property="prov:value"><p>{first}</p>{"".join(map(_block, blocks[1:]))}</div></div>'
        )
    return "".join(parts)


def _vote(source: Source, item: Item, vote: Block | None) -> str:
    text = vote.text if vote else ""
    counts = "".join(
        f'<meta property="besluit:aantal{name}" datatype="xsd:integer" content="{value}">'
        for name, value in _counts(text).items()
    )
    shown = f"<p>{escape(text)}</p>" if text else ""
    outcome = _outcome(item, text)
    written = " ".join([item.title, *(block.text for block in item.blocks)])
    if not text and outcome == "goedgekeurd" and not _DECIDED.search(written):
        return ""  # a communication or a question: nothing was decided
    return (
        f'<div property="besluit:heeftStemming" typeof="besluit:Stemming" '
        f'resource="{_uri(source, "stemmingen", item.number)}">'
        f'<meta property="besluit:onderwerp" content="{escape(item.title)}">'
        '<meta property="besluit:geheim" datatype="xsd:boolean" content="false">'
        f'{counts}{shown}<p>Gevolg: <span property="besluit:gevolg">{outcome}</span></p></div>'
    )


def _counts(vote: str) -> dict[str, int]:
    yes = re.search(r"(\d+)\s+(?:ja-?)?stemmen?(?:\s+voor)?", vote)
    found = {"Voorstanders": int(yes[1])} if yes else {}
    for number, word in _NOT_FOR.findall(vote):
        found["Onthouders" if word.startswith("onth") else "Tegenstanders"] = int(number)
    return found


def _outcome(item: Item, vote: str) -> str:
    _, articles, _ = _parts(item)
    decisive = [article[0] for article in articles] or item.blocks
    said = " ".join([item.title, vote, *(block.text for block in decisive)]).lower()
    return next((outcome for pattern, outcome in _OUTCOMES if re.search(pattern, said)), "goedgekeurd")


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"<h3>{_inline(block.runs)}</h3>"
    if block.kind == "paragraph":
        return f"<p>{_inline(block.runs)}</p>"
    if block.kind == "table":
        return _table(block)
    tag, item = {"bullets": ("ul", "li"), "numbers": ("ol", "li"), "box": ("aside", "p")}[block.kind]
    return f"<{tag}>{''.join(f'<{item}>{_inline(row[0])}</{item}>' for row in block.rows)}</{tag}>"


def _table(block: Block) -> str:
    lines = []
    for number, row in enumerate(block.rows):
        tag = "td" if number else "th"
        lines.append(f"<tr>{''.join(f'<{tag}>{_inline(cell)}</{tag}>' for cell in row)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _inline(runs: Runs) -> str:
    parts = []
    for run in runs:
        text = f"<em>{escape(run.text)}</em>" if run.italic else escape(run.text)
        parts.append(f"<strong>{text}</strong>" if run.bold else text)
    return "".join(parts)
