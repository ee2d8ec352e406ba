"""Readings -> rows: what of a run is stored, replaced, left alone or forgotten, and the report of it.

Whatever is committed is whole: a file's row, pages, passages and vectors go in together or not at all.
"""

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from ingest.discover import Discovery, Identity
from ingest.reading import Reading
from ingest.report import Report, Trouble
from ingest.types import Facts
from search import derived, files, index, store, vocabulary
from search.embedding import embed
from search.errors import KnowledgeBaseError
from search.store import Known, Received
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Passage, Vectors

READER_VERSION = 5  # raised whenever reading changes, so that files that did not change are read again
ROOM = 200 * 2**20  # bytes that must be free before anything is written
KEPT_OLD = "De nieuwe versie kon niet worden gelezen; de vorige blijft te vinden. "


class Keeper:
    """Stores the readings of one run. Lives inside `open_for_writing`."""

    def __init__(self, db: Database, data: Path, embedder: Embedder, audience: str | None) -> None:
        self._db = db
        self._data = data
        self._embedder = embedder
        self._audience = audience
        self.report = Report()
        self._claim()
        self._known: dict[Identity, Known] = {
            (root, known.path): known for root in store.roots(db) for known in store.known(db, root)
        }

    def roots(self) -> list[Path]:
        """Return the folders that were read before."""
        return [Path(root) for root in store.roots(self._db)]

    def checksums(self) -> dict[Identity, str]:
        """Return the checksum of each stored file, where what was read of it is still to be trusted."""
        return {
            identity: known.sha256 for identity, known in self._known.items() if known.reader_version == READER_VERSION
        }

    def keep(self, batch: Sequence[Reading]) -> None:
        """Embed and store the readings of some files, in one commit."""
        pieces = [(piece, reading.found.identity) for reading in batch for piece in reading.pieces]
        vectors = embed(self._embedder, [piece for piece, _ in pieces], [identity for _, identity in pieces])
        for reading in batch:  # before the rows that speak of them
            self._keep_files(reading)
        with self._db.atomic():
            done, has_changed = 0, False
            for reading in batch:
                has_changed |= self._keep(reading, vectors[done : done + len(reading.pieces)])
                done += len(reading.pieces)
            if has_changed:
                store.touch(self._db)

    def forget_missing(self, paths: Sequence[Path], discovery: Discovery) -> None:
        """Forget the stored files that stood in these folders and do so no more.

        A folder that could not be looked into forgets nothing; nor does one that is empty altogether: that is
        more often a network drive that is not there than somebody's wish.
        """
        starts = [os.path.abspath(path) for path in paths]
        empty = {
            start
            for start in starts
            if Path(start).is_dir() and not any(found.path.is_relative_to(start) for found in discovery.files)
        }
        present = {found.identity for found in discovery.files}
        gone = []
        for (root, key), known in self._known.items():
            place = Path(root, key)
            inside = [start for start in starts if place.is_relative_to(start)]
            if (root, key) in present or not inside or any(place.is_relative_to(c) for c, _ in discovery.closed):
                continue
            if empty.isdisjoint(inside):
                gone.append(known.id)
        self._warn(sorted(empty), discovery)
        if gone:
            with self._db.atomic():
                store.remove(self._db, gone)
                store.touch(self._db)
        self.report.removed = len(gone)
        self.report.ignored = discovery.ignored

    def finish(self, seconds: float) -> None:
        """Note the run and make what is derived fit what is stored."""
        report = self.report
        report.seconds = seconds
        with self._db.atomic():
            store.note_run(
                self._db,
                (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat(timespec="microseconds"),
                seconds,
                (report.added, report.changed, report.unchanged, report.removed, len(report.failed)),
            )
        wanted = index.fingerprint(self._db, self._embedder)
        if vocabulary.is_empty(self._db) or not derived.are_current(self._db, self._data, wanted):
            derived.make(self._db, self._data, self._embedder)
        if report.removed or report.changed:
            files.sweep(self._data, store.checksums(self._db))
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _claim(self) -> None:
        """Make sure that there is room, and that this model made the knowledge base or nobody did yet."""
        if shutil.disk_usage(self._data).free < ROOM:
            raise KnowledgeBaseError(f"De schijf van {self._data} is bijna vol. Maak plaats vrij en probeer opnieuw.")
        store.check_model(self._db, self._embedder)
        if store.made_by(self._db) is None:
            store.claim(self._db, self._embedder)

    def _keep_files(self, reading: Reading) -> None:
        parsed = reading.parsed
        if parsed is None or parsed.outcome.has_failed:
            return
        files.keep(files.original(self._data, reading.sha256), reading.content)
        if parsed.rendition:
            files.keep(files.rendition(self._data, reading.sha256), parsed.rendition)

    def _keep(self, reading: Reading, vectors: Vectors) -> bool:
        """Store one reading and count it; return whether that changed what can be found."""
        known = self._known.get(reading.found.identity)
        if reading.parsed is None:
            assert known is not None
            return self._leave(known)
        has_failed = reading.parsed.outcome.has_failed
        self._note(reading)
        if has_failed and known is not None and not known.outcome.has_failed:
            store.flag(self._db, known.id, KEPT_OLD + reading.parsed.message)
            return False
        document = _document(reading, self._audience or (known.audience if known else EVERYONE))
        source_id = store.source(self._db, str(reading.found.root))
        store.put(self._db, source_id, _received(reading, document, vectors))
        if not has_failed:
            self.report.added += known is None
            self.report.changed += known is not None
            self.report.pages += len(reading.parsed.pages)
            self.report.passages += len(reading.pieces)
        return True

    def _leave(self, known: Known) -> bool:
        """Count a file that did not change; return whether its audience did."""
        has_changed = self._audience not in (None, known.audience)
        if has_changed:
            store.set_audience(self._db, known.id, str(self._audience))
            self.report.changed += not known.outcome.has_failed
        else:
            self.report.unchanged += not known.outcome.has_failed
        if known.outcome.has_failed or known.outcome is Outcome.NO_TEXT:
            self.report.note([Trouble(known.path, known.outcome, known.failed_page, known.message)])
        return has_changed

    def _note(self, reading: Reading) -> None:
        parsed = reading.parsed
        assert parsed is not None
        if parsed.outcome.has_failed or parsed.outcome is Outcome.NO_TEXT:
            self.report.note([Trouble(reading.found.key, parsed.outcome, parsed.failed_page, parsed.message)])
        elif parsed.message:
            self.report.warnings.append(f"{reading.found.key}: {parsed.message}")

    def _warn(self, empty: Sequence[str], discovery: Discovery) -> None:
        for folder, reason in discovery.closed:
            self.report.warnings.append(
                f"{folder}: de map kan niet worden geopend ({reason}); niets eruit is vergeten."
            )
        for start in empty:
            self.report.warnings.append(f"{start}: de map is leeg; wat er eerder uit gelezen werd, is behouden.")


def _document(reading: Reading, audience: str) -> Document:
    parsed = reading.parsed
    assert parsed is not None
    facts = parsed.facts or Facts(reading.found.key.rsplit("/", 1)[-1], Kind.OTHER, None, None, None)
    return Document(
        id=0,
        path=reading.found.key,
        sha256=reading.sha256,
        title=facts.title,
        kind=facts.kind,
        municipality=facts.municipality,
        body=facts.body,
        date=facts.date,
        dossier=None,
        pages=len(parsed.pages),
        audience=audience,
        outcome=parsed.outcome,
        message=parsed.message,
    )


def _received(reading: Reading, document: Document, vectors: Vectors) -> Received:
    parsed = reading.parsed
    assert parsed is not None
    passages = [
        Passage(0, 0, position, piece.spans, piece.text, piece.headings, piece.context)
        for position, piece in enumerate(reading.pieces)
    ]
    return Received(
        document=document,
        size=len(reading.content),
        failed_page=parsed.failed_page,
        has_rendition=bool(parsed.rendition),
        reader_version=READER_VERSION,
        pages=parsed.pages,
        passages=passages,
        vectors=vectors,
        treatments=parsed.treatments,
        said=parsed.said,
    )
