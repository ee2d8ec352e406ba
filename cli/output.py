"""What the command line prints: one JSON document or a table on standard output, the rest on standard error."""

import json
import sys
from collections.abc import Mapping
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

console = Console(stderr=True)


def print_json(document: Mapping[str, object] | list[object]) -> None:
    """Print one JSON document."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_text(text: str) -> None:
    """Print text as it is."""
    sys.stdout.write(text + "\n")


def warn(message: str) -> None:
    """Print a message for a person, on standard error."""
    console.print(message, markup=False, highlight=False, soft_wrap=True)  # one line stays one line


class FileProgress:
    """A bar with files, pages and the time that is left; on standard error, and only if that is a terminal."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pages]} bladzijden"),
            TextColumn("nog"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None
        self._pages = 0

    def __enter__(self) -> "FileProgress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def start(self, files: int, /) -> None:
        """Be told how many files there are."""
        self._task = self._bar.add_task("Inlezen", total=files, pages=0)

    def done(self, path: str, pages: int, /) -> None:
        """Be told that a file is dealt with."""
        if self._task is not None:
            self._pages += pages
            self._bar.update(self._task, advance=1, pages=self._pages)
