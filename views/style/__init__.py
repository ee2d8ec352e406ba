"""The looks of all screens, a file for each noun; read once, put on each page by `views.main`."""

from importlib.resources import files
from typing import Final

# In this order: of two rules that weigh the same the later counts, so what is shared comes before who changes it.
_FILES: Final = ("base", "search", "document", "registers", "dossiers", "decisions", "notes", "news")
STYLE: Final = "".join(files(__package__).joinpath(f"{name}.css").read_text("utf-8") for name in _FILES)
