"""What happened to every file of a run."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from search.types import Outcome


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file that failed or has no text, and what to do about it, in Dutch."""

    path: str
    outcome: Outcome
    page: int | None
    message: str


@dataclass(slots=True)
class Report:
    """How many files of each. Every file that was found is in exactly one of the first four."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: list[Trouble] = field(default_factory=list)
    removed: int = 0
    ignored: int = 0  # hidden files, lock files of Word, links
    no_text: list[Trouble] = field(default_factory=list)  # also in added, changed or unchanged
    warnings: list[str] = field(default_factory=list)
    pages: int = 0
    passages: int = 0
    seconds: float = 0.0

    def note(self, trouble: Iterable[Trouble]) -> None:
        """Add files in trouble to where they belong."""
        for one in trouble:
            (self.failed if one.outcome.has_failed else self.no_text).append(one)

    def as_json(self) -> dict[str, object]:
        """Return the report as the command line prints it."""
        return {
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "ignored": self.ignored,
            "failed": [_row(trouble) for trouble in self.failed],
            "no_text": [_row(trouble) for trouble in self.no_text],
            "warnings": self.warnings,
            "pages": self.pages,
            "passages": self.passages,
            "seconds": round(self.seconds, 3),
        }


def _row(trouble: Trouble) -> dict[str, object]:
    return {
        "path": trouble.path,
        "outcome": str(trouble.outcome),
        "page": trouble.page,
        "message": trouble.message,
    }
