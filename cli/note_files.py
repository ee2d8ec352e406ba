"""A note written to a file, as the ending of its name asks."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desk.note import Note

ENDINGS: Final = (".docx", ".pdf", ".md")


def write(note: "Note", file: Path) -> None:
    """Write a note to a file whose name ends in one of ENDINGS."""
    ending = file.suffix.lower()
    if ending == ".docx":
        from desk.printing import docx

        docx.write(note, file)
    elif ending == ".pdf":
        from desk.printing import pdf

        pdf.write(note, file)
    else:
        from desk.printing.markdown import as_markdown

        file.write_text(as_markdown(note), encoding="utf-8")
