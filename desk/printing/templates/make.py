"""Makes briefing.docx of the parts in the folder briefing/: run it after changing one. Knows nothing of notes.

python -m desk.printing.templates.make
"""

import io
import zipfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
PARTS: Final = HERE / "briefing"
_TYPES: Final = "[Content_Types].xml"  # stands first, as Word writes it


def packed() -> bytes:
    """Return the template: the same bytes every time."""
    file = io.BytesIO()
    names = sorted(part.relative_to(PARTS).as_posix() for part in PARTS.rglob("*") if part.is_file())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(names, key=lambda name: name != _TYPES):
            package.writestr(zipfile.ZipInfo(name), (PARTS / name).read_bytes(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


if __name__ == "__main__":
    (HERE / "briefing.docx").write_bytes(packed())
