"""Builds corpus/ from the Markdown sources beside this file: `python -m corpus_sources.build`."""

import sys
from pathlib import Path

from corpus_sources import pdf, rdfa, word
from corpus_sources.scan import scan
from corpus_sources.source import Source, SourceError, read

SOURCES = Path(__file__).parent
CORPUS = SOURCES.parent / "corpus"


def build(sources: Path = SOURCES, corpus: Path = CORPUS) -> list[str]:
    """Write every document, remove what has no source; gives one line for each source that failed."""
    failures: list[str] = []
    written: set[Path] = set()
    for path in sorted(sources.glob("?/*.md")):
        try:
            source = read(path)
            target = corpus / source.file
            if target in written:
                raise SourceError(f"{path}: another source already writes {source.file}")
            written.add(target)
            _write(target, render(source))
        except (SourceError, ValueError, IndexError) as error:
            failures.append(str(error) if isinstance(error, SourceError) else f"{path}: {error!r}")
    if not failures:
        _remove_others(corpus, written)
    return failures


def render(source: Source) -> bytes:
    """The bytes of the document that a source describes."""
    if source.suffix == ".docx":
        return word.render(source)
    if source.suffix == ".html":
        return rdfa.render(source)
    rendered = pdf.render(source)
    return scan(source, rendered) if source.scan else rendered


def _write(target: Path, data: bytes) -> None:
    if target.exists() and target.read_bytes() == data:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _remove_others(corpus: Path, written: set[Path]) -> None:
    for path in sorted(corpus.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in written:
            path.unlink()


def main() -> int:
    """Build, say what failed, and give the exit code."""
    failures = build()
    for line in failures:
        sys.stderr.write(f"{line}\n")
    files = [path for path in CORPUS.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    sys.stdout.write(f"{len(files)} documents, {size / 1e6:.2f} MB, {len(failures)} failed\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
