"""An opened knowledge base, to look things up in: documents, pages, page images, what is in it.

Every function takes the Reader. Knows nothing of ranking.
"""

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database

from search import catalogue, files, overview, rendering, store
from search.answer import Query
from search.database import Connections, is_being_written
from search.embedders import DEFAULT, build
from search.errors import NotFound
from search.index import LoadedIndex, fingerprint, load
from search.overview import Overview
from search.registers.register import Registers
from search.store import check_model
from search.types import Box, Document, DocumentId, Embedder, Page, Passage, Reader, Span, Vectors

QUESTIONS_KEPT = 256  # vectors of questions: a rerun of the screen asks the same one again


class Content:
    """What is stored, by id. Safe to use from several threads; sees what is written while it is open."""

    def __init__(self, data: Path, embedder: Embedder | None = None) -> None:
        self.data = data
        self._connections = Connections(data)
        self.embedder = embedder or build(store.setting(self.db, "model") or DEFAULT)
        check_model(self.db, self.embedder)
        self._loading = threading.Lock()
        self._index = load(self.db, data, self.embedder)
        self.vector = lru_cache(QUESTIONS_KEPT)(self._embed)
        self.registers = Registers(self._connections.get, lambda: self.generation)

    @property
    def db(self) -> Database:
        """This thread's read-only connection."""
        return self._connections.get()

    @property
    def generation(self) -> int:
        """A number that grows with each write to the knowledge base."""
        return int(store.setting(self.db, "generation") or 0)

    @property
    def index(self) -> LoadedIndex:
        """The vector index of the present content; while files are being read in, still that of before."""
        revision = store.setting(self.db, "revision") or ""
        if self._index.fingerprint.revision != revision and not is_being_written(self.data):
            with self._loading:
                if self._index.fingerprint != fingerprint(self.db, self.embedder):
                    self._index = load(self.db, self.data, self.embedder)
        return self._index

    def document(self, document_id: DocumentId, reader: Reader) -> Document:
        """Return a document, or raise NotFound."""
        return catalogue.document(self.db, document_id, reader)

    def documents(self, reader: Reader, query: Query | None = None) -> list[Document]:
        """Return the documents that pass the filters of `query`, newest first."""
        return catalogue.documents(self.db, reader, query)

    def page(self, document_id: DocumentId, number: int, reader: Reader) -> Page:
        """Return a page, or raise NotFound."""
        return catalogue.page(self.db, document_id, number, reader)

    def passages(self, document_id: DocumentId, reader: Reader) -> list[Passage]:
        """Return the passages of a document in order, or raise NotFound."""
        self.document(document_id, reader)
        return catalogue.passages_of(self.db, document_id, reader)

    def boxes(self, document_id: DocumentId, number: int, spans: Sequence[Span], reader: Reader) -> list[Box]:
        """Return the rectangles, one per printed line, that cover these characters of a page."""
        return rendering.boxes(self.page(document_id, number, reader), spans)

    def file(self, document_id: DocumentId, reader: Reader) -> tuple[Path, str]:
        """Return where the original stands and the name to offer it under, or raise NotFound."""
        found = self.document(document_id, reader)
        path = files.original(self.data, found.sha256)
        if not path.is_file():
            raise NotFound("Het originele bestand is niet bewaard.")
        return path, files.offered_name(found)

    def page_image(
        self,
        document_id: DocumentId,
        number: int,
        reader: Reader,
        *,
        scale: float = 1.5,
        marks: Sequence[Span] = (),
        sentence: Sequence[Span] = (),
    ) -> bytes:
        """Return a page as PNG with these characters marked, or raise NotFound."""
        found = self.document(document_id, reader)
        pdf = files.rendition(self.data, found.sha256)
        if not pdf.is_file():
            pdf = files.original(self.data, found.sha256)
        page = self.page(document_id, number, reader)
        return rendering.render(
            pdf, number, scale, marks=rendering.boxes(page, marks), sentence=rendering.boxes(page, sentence)
        )

    def overview(self, reader: Reader) -> Overview:
        """Return what is in the knowledge base, in numbers, and how it came there."""
        return overview.overview(self.db, reader)

    def _embed(self, text: str) -> Vectors:
        return self.embedder.embed_query(text)
