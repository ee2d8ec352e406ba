"""The subcommand that starts the app in the browser."""

import argparse
import os
import socket
import sys
from pathlib import Path

from cli import options
from cli.output import warn


def arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of the subcommand."""
    part.add_argument("--port", type=options.port, default=8501, metavar="POORT", help="poort (standaard 8501)")
    options.site_reranker(part)


def serve(given: argparse.Namespace) -> int:
    """Start the app; does not return before it ends. 1 where something else listens on that port.

    Raises:
        search.errors.NoKnowledgeBase: Nothing was read into that folder: most often its name was mistyped.
    """
    from search.database import open_for_reading

    open_for_reading(given.data).close()
    if _is_taken(given.port):
        warn(f"Poort {given.port} is al in gebruik: misschien loopt de toepassing al. Kies een andere met --port.")
        return 1
    app = Path(__file__).resolve().parent.parent / "app.py"
    environment = os.environ | {"STREEKGEHEUGEN_DATA": str(given.data.resolve())}
    if given.reranker:
        is_folder = Path(given.reranker).is_dir()
        environment["STREEKGEHEUGEN_RERANKER"] = str(Path(given.reranker).resolve()) if is_folder else given.reranker
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(given.port)]
    warn(f"De toepassing opent op http://localhost:{given.port}  (stoppen: Ctrl+C)")
    sys.stderr.flush()
    os.chdir(app.parent)  # where .streamlit/config.toml stands
    os.execve(sys.executable, command, environment)  # noqa: S606 arguments as a list, no shell is wanted


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
