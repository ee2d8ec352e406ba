"""Labelled questions -> the signals of each, on real knowledge bases."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wordfreq import zipf_frequency

from access import reader_named
from evaluation.questions import Answerable, Base, LabelledQuestion
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.answer import Aspect, Query
from search.confidence import Signals
from search.language.dutch import analyse, words
from search.narrowing import grounded
from search.question import parse
from search.types import Embedder

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {Base.SAMPLE: ROOT / "corpus", Base.COUNCIL: ROOT.parent / "shared" / "data" / "council"}
READER = reader_named(None)
FIRST = 5  # results within which a person finds what is there


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what it met in a knowledge base, and where the first document that answers it stands there."""

    question: LabelledQuestion
    signals: Signals
    rank: int | None  # from 1; None where no document that answers it was found

    @property
    def is_answerable(self) -> bool:
        """Whether something in the base answers it."""
        return self.question.answerable is Answerable.YES


def bases() -> list[Base]:
    """Return the bases whose documents are on this machine."""
    return [base for base, folder in FOLDERS.items() if folder.is_dir()]


def opened(data: Path, of: Iterable[Base], embedder: Embedder) -> KnowledgeBase:
    """Read these bases into folder `data`, or look whether anything changed where that was done before, and open it."""
    ingest([FOLDERS[base] for base in of], data, embedder)
    return open_knowledge_base(data, embedder)


def ask(kb: KnowledgeBase, questions: Sequence[LabelledQuestion]) -> list[Asked]:
    """Return what each question meets in a knowledge base."""
    return [_ask(kb, question) for question in questions]


def _ask(kb: KnowledgeBase, question: LabelledQuestion) -> Asked:
    met = kb.met(grounded(kb.db, parse(Query(question.text)), READER), READER)
    answering = {place.path for place in question.where}
    paths = [found.document.path for found in met.everywhere]
    rank = next((rank for rank, path in enumerate(paths, 1) if path in answering), None)
    return Asked(question, met.signals, rank)


def may_be_answered_by(kb: KnowledgeBase, question: LabelledQuestion, own: Collection[str]) -> bool:
    """Whether a document outside the question's own base holds its rarest word and its municipalities.

    Then the label, which is about that base, may not hold here: the Chamber speaks of influenza, and of PFAS.
    """
    asked = parse(Query(question.text))
    named = {stem for place in asked.values(Aspect.MUNICIPALITY) for stem in analyse(place)}
    subject = [word for word in words(question.text) if not named.issuperset(analyse(word))]
    stems = analyse(min(subject, key=lambda word: zipf_frequency(word, "nl"))) if subject else []
    holding = [
        {path for (path,) in kb.db.execute(f"SELECT d.path FROM ({_HOLDING}) f JOIN documents d ON d.id = f.i", [s, s])}
        for stem in (*stems, *named)
        for s in (f'"{stem}"',)
    ]
    return bool(holding) and not set.intersection(*holding).issubset(own)


_HOLDING = (
    "SELECT rowid AS i FROM document_words WHERE document_words MATCH ?"
    " UNION SELECT rowid FROM document_parts WHERE document_parts MATCH ?"
)
