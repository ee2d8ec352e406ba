"""How well each fact is read in clauses of many hands: against marks in the text, `{start|1 maart 2022}`.

`python -m evaluation.clauses [--field NAME] [--json]` reads the blocks in `evaluation/clauses/`: what stands under one
heading of an invented paper. Blocks have no paper around them, so what a title or a date line tells is not measured.
A fifth of them is for checking only: nobody looks at it when rules are mended.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zlib import crc32

from evaluation.agreements import Label, Score, as_json, lines, score
from ingest.formats import extract
from ingest.structure.contracts.joining.accession import accessions_of
from ingest.structure.contracts.joining.accession_signed import joined_by
from ingest.structure.contracts.joining.joining import joining_of
from ingest.structure.contracts.money import amounts
from ingest.structure.contracts.money.money import money_of
from ingest.structure.contracts.names.references import amended, reference_of
from ingest.structure.contracts.names.replacing import replaced
from ingest.structure.contracts.parties.elsewhere import bodies_of
from ingest.structure.contracts.parties.parties import parties_of
from ingest.structure.contracts.parties.suppliers import suppliers_of
from ingest.structure.contracts.text import durations
from ingest.structure.contracts.text.clauses import Sentence, sentences_of
from ingest.structure.contracts.text.towns import towns_in
from ingest.structure.contracts.text.written_days import days_in
from ingest.structure.contracts.times.notice import notices_of
from ingest.structure.contracts.times.renewal import renewal_of
from ingest.structure.contracts.times.signing import signed_on
from ingest.structure.contracts.times.validity import validity_of
from ingest.structure.rows import rows_of
from ingest.types import Facts
from search.registers.agreements import Fact, Field
from search.types import Kind

FOLDER = Path(__file__).parent / "clauses"
SHARE = 5
_BETWEEN = re.compile(r"^%%[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"\{(?P<label>[a-z_]+)\|(?P<said>[^{}|]+)\}")
_UP_TO = "vóór "
_BEFORE = re.compile(r"(?<!uiterlijk )\bv[oó][oó]r\s+(?:[a-z]+dag\s+)?$")
_NAME = Path("clause.txt")
_RENEWALS = {"tacit": "tacit", "explicit": "explicit", "no_renewal": "none"}
_DAYS = {"signed", "start", "end", "fw_start", "fw_end", "join_until"}
_FIELDS = {"fw_start": Field.START, "fw_end": Field.END, "no_end": Field.TERM} | dict.fromkeys(_RENEWALS, Field.RENEWAL)
_NO_FACT = frozenset({"renew_for", "left", "holder", "subject"})  # read of a whole paper, or part of another fact
_PROVINCES = frozenset({"Oost-Vlaanderen", "West-Vlaanderen", "Vlaams-Brabant", "Limburg"})  # without "provincie"
_KINDS = {
    "raamovereenkomsten": Kind.FRAMEWORK_CONTRACT,
    "samenwerking": Kind.CONTRACT,
    "toetredingen": Kind.ACCESSION,
    "addenda": Kind.ADDENDUM,
}


@dataclass(frozen=True, slots=True)
class Block:
    """The text under one heading, and what is marked in it as (name of a mark, words)."""

    name: str  # of the file, and which block of it
    kind: Kind  # of the papers that the file is about
    heading: str
    text: str
    marks: tuple[tuple[str, str], ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it is for checking only."""
        return crc32(self.text.encode()) % SHARE == 0


def read(folder: Path = FOLDER) -> list[Block]:
    """Return all blocks of the files in a folder.

    Raises:
        ValueError: A brace stands alone.
    """
    found = []
    for path in sorted(folder.rglob("*.txt")):
        kind = _KINDS.get(path.parent.name, _KINDS.get(path.stem.rstrip("0123456789-"), Kind.FRAMEWORK_CONTRACT))
        for number, block in enumerate(_BETWEEN.split(path.read_text(encoding="utf-8")), start=1):
            if block.strip():
                found.append(parse(block, f"{path.relative_to(folder)}:{number}", kind))
    return found


def parse(block: str, name: str, kind: Kind) -> Block:
    """Read one block: "## heading" and marked text; the heading may be missing."""
    first, _, rest = block.strip("\n").partition("\n")
    heading, body = (first.removeprefix("##").strip(), rest) if first.startswith("##") else ("", block.strip("\n"))
    text = _MARK.sub(lambda match: match["said"], body)
    if "{" in text or "}" in text:
        raise ValueError(f"{name}: a brace stands alone in {text[:60]!r}")
    return Block(name, kind, heading, text, tuple((each["label"], _said(each)) for each in _MARK.finditer(body)))


def _said(mark: re.Match[str]) -> str:
    """The words of a mark; "voor 1 mei" tells another last day than "tot 1 mei"."""
    is_before = mark["label"] == "join_until" and _BEFORE.search(mark.string[max(0, mark.start() - 20) : mark.start()])
    return f"{_UP_TO}{mark['said']}" if is_before else mark["said"]


def labels_of(block: Block) -> Iterator[Label]:
    """What is marked, each value once, as the facts have it."""
    seen = set()
    for name, said in block.marks:
        if name in _NO_FACT:
            continue
        field = _FIELDS.get(name) or Field(name)
        value = _value(name, " ".join(said.split()))
        if value is not None and (field, value) not in seen:
            seen.add((field, value))
            yield Label(block.name, field, value, "", False)
            if field is Field.PURCHASING_BODY:  # it buys as well
                yield Label(block.name, Field.BUYER, value, "", True)


def _value(name: str, said: str) -> str | None:
    if name in _RENEWALS:
        return _RENEWALS[name]
    if name == "no_end":
        return ""
    if name in _DAYS:
        days = [day for day, _, _ in days_in(said)]
        return (days[0] - timedelta(days=said.startswith(_UP_TO))).isoformat() if days else None
    if name in ("term", "notice"):
        return next((each.iso for each in durations.find(said)), None)
    if name in ("ceiling", "amount"):
        return next((each.value for each in amounts.find(said)), None)
    if said in _PROVINCES:
        return f"provincie {said}"
    return next((town for town, start, end in towns_in(said) if (start, end) == (0, len(said))), said)


def facts_of(block: Block) -> list[Fact]:
    """What the readers of a contract find in a block, with its heading above it."""
    sentences = [
        replace(each, heading=each.heading or block.heading)
        for each in sentences_of(rows_of(extract(_NAME, block.text.encode())), ())
    ]
    found = [*_read(sentences, block.kind)]
    return list({(each.field, each.value): each for each in found if each.value or each.detail}.values())


def _read(sentences: Sequence[Sentence], kind: Kind) -> Iterator[Fact]:
    yield from validity_of(sentences)
    yield from notices_of(sentences)
    yield from money_of(sentences)
    parties = parties_of(sentences, kind)
    yield from parties
    fields = {each.field for each in parties}
    is_known = kind is Kind.CONTRACT or Field.PURCHASING_BODY in fields
    bodies = [] if is_known else list(bodies_of(sentences, "", (), None))
    yield from bodies
    if Field.SUPPLIER not in fields:
        yield from suppliers_of(sentences, {each.value for each in (*parties, *bodies)}, ())
    yield from joining_of(sentences, kind)
    if kind is Kind.ACCESSION:
        yield from accessions_of(sentences, (), None) or joined_by(sentences, Facts("", kind, None, None, None))
    yield from replaced(sentences)
    one = [signed_on(sentences), renewal_of(sentences), reference_of(sentences)]
    if kind is Kind.ADDENDUM:
        one.append(amended(sentences, "", ()))
    yield from (each for each in one if each)


def measure(blocks: Sequence[Block]) -> dict[Field, Score]:
    """Return what is found right, missed and wrong in blocks, by field."""
    labels = [label for block in blocks for label in labels_of(block)]
    return score(labels, {block.name: (block.kind, tuple(facts_of(block))) for block in blocks})


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the figures of the blocks that rules are mended on, and those of the fifth for checking."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.clauses", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--field", help="this field alone, with every miss and false alarm")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    asked = parser.parse_args(None if arguments is None else list(arguments))
    blocks = read(asked.folder)
    known = measure([each for each in blocks if not each.is_held_out])
    checked = measure([each for each in blocks if each.is_held_out])
    if asked.json:
        sys.stdout.write(json.dumps({"known": as_json(known), "checked": as_json(checked)}, ensure_ascii=False) + "\n")
    elif asked.field:
        sys.stdout.write("\n".join(lines({Field(asked.field): known[Field(asked.field)]})) + "\n")
    else:
        for name, scores in (("known", known), ("for checking", checked)):
            sys.stdout.write(f"{name}\n" + "\n".join(_short(scores)) + "\n")
    return 0


def _short(scores: dict[Field, Score]) -> Iterator[str]:
    for field, one in scores.items():
        if asked := one.right + len(one.missed):
            yield f"  {field:16} precision {one.precision:.2f}  recall {one.recall:.2f}  of {asked}"


if __name__ == "__main__":
    sys.exit(main())
