"""A Word file looked at from outside: its parts, whether it is whole, and what stands in it."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date

import docx
from docx.oxml.ns import qn
from lxml import etree

from desk.note import Entry, Note, Part, Section

DAY = date(2026, 11, 25)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def trees_of(content: bytes) -> dict[str, etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
    parts = parts_of(content).items()
    return {name: etree.fromstring(part, parser) for name, part in parts if name.endswith((".xml", ".rels"))}


def values(tree: etree._Element, tag: str, attribute: str = "w:val") -> list[str]:
    return [each.get(qn(attribute)) for each in tree.iter(qn(tag))]


def check_whole(content: bytes) -> dict[str, etree._Element]:
    """Everything that Word complains about, and that can be seen from outside."""
    trees = trees_of(content)
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [each.get("Id") for each in tree]
        assert len(set(ids)) == len(ids)
        for each in tree:
            if each.get("TargetMode") == "External":
                assert re.fullmatch(r"https?://[!-~]+", each.get("Target"))
            else:
                assert posixpath.normpath(posixpath.join(folder, each.get("Target"))).lstrip("/") in trees
    check_types(trees)
    check_references(trees)
    return trees


def check_types(trees: dict[str, etree._Element]) -> None:
    types = trees["[Content_Types].xml"]
    named = {each.get("PartName") for each in types if "PartName" in each.attrib}
    assert {f"/{name}" for name in trees if name.startswith("word/") and not name.endswith(".rels")} <= named
    assert named <= {f"/{name}" for name in trees}


def check_references(trees: dict[str, etree._Element]) -> None:
    body, notes = trees["word/document.xml"], trees["word/footnotes.xml"]
    known = {each.get(qn("w:styleId")) for each in trees["word/styles.xml"].iter(qn("w:style"))}
    for tree in trees.values():
        assert {v for tag in ("w:pStyle", "w:rStyle") for v in values(tree, tag)} <= known
    ids = values(notes, "w:footnote", "w:id")
    referred = values(body, "w:footnoteReference", "w:id")
    special = values(trees["word/settings.xml"], "w:footnote", "w:id")
    assert sorted(ids) == sorted(referred + special)
    assert len(set(ids)) == len(ids)
    bookmarks, names = values(body, "w:bookmarkStart", "w:id"), values(body, "w:bookmarkStart", "w:name")
    assert Counter(bookmarks) == Counter(values(body, "w:bookmarkEnd", "w:id"))
    assert len(set(bookmarks)) == len(bookmarks) == len(set(names))
    assert {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} <= {*names, None}
    assert set(re.findall(r"NOTEREF (\w+)", " ".join(body.itertext()))) <= set(names)
    marks = Counter(values(body, "w:fldChar", "w:fldCharType"))
    assert marks["begin"] == marks["separate"] == marks["end"]
    for part, rels in (("document", "document"), ("footnotes", "footnotes")):
        related = trees.get(f"word/_rels/{rels}.xml.rels", [])
        used = {each.get(qn("r:id")) for each in trees[f"word/{part}.xml"].iter() if each.get(qn("r:id"))}
        assert used <= {each.get("Id") for each in related}


def texts_of(content: bytes, style: str) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def a_note(*entries: Entry, part: Part = Part.DECISIONS, **changes: object) -> Note:
    return replace(Note("Deelfietsen", "fietsen", DAY, sections=(Section(part, "Besluiten", entries),)), **changes)


def footnotes_of(content: bytes) -> list[str]:
    notes = trees_of(content)["word/footnotes.xml"]
    return ["".join(each.itertext()).strip() for each in notes if each.get(qn("w:type")) is None]
