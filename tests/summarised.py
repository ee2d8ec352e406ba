"""A server on this machine that plays a language model, and a note that it is asked to summarise."""

import json
import threading
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from desk.note import Entry, Note, Part, Section, Source
from desk.summary import server
from search.types import Kind

TODAY = date(2026, 11, 25)


# As the server of llama-cpp-python 0.3.36 sent it; the name of the model is ours.
RECORDED = {
    "id": "chatcmpl-1", "object": "chat.completion", "created": 1795648125, "model": "klein",
    "choices": [
        {"index": 0, "message": {"content": "", "role": "assistant"}, "logprobs": None, "finish_reason": "stop"}
    ],
    "usage": {"prompt_tokens": 69, "completion_tokens": 36, "total_tokens": 105},
}  # fmt: skip


class Played(ThreadingHTTPServer):
    """A server that keeps what it was asked and answers as it is told to."""

    daemon_threads = True

    def __init__(self, play):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.play, self.asked, self.stopped = play, [], threading.Event()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        with suppress(OSError):  # the other side had enough
            self.server.play(self)

    do_GET = do_POST

    def log_message(self, *_):
        pass

    def send(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": len(body), **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)


def said(text):
    """Return the body in which a model says a text."""
    choice = {**RECORDED["choices"][0], "message": {"role": "assistant", "content": text}}
    return json.dumps({**RECORDED, "choices": [choice]}).encode()


@contextmanager
def playing(play):
    """Run a server that answers with a text, or as a function of the handler does; yields it and how to ask it."""
    played = Played(play if callable(play) else lambda handler: handler.send(said(play)))
    thread = threading.Thread(target=played.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{played.server_address[1]}/v1"
        yield played, replace(server.named(address, "klein"), patience=20.0)
    finally:
        played.stopped.set()
        played.shutdown()
        played.server_close()


def note(*texts, remark="Goedgekeurd; geldig", title="Notulen"):
    sources = [
        Source(i, title, Kind.MINUTES, "Torhout", "Gemeenteraad", date(2022, 3, 28), "a.pdf", 1) for i in range(9)
    ]
    entries = tuple(Entry(text, sources[i], "Torhout", remark) for i, text in enumerate(texts))
    return Note("Nota", "bussen", TODAY, sections=(Section(Part.DECISIONS, "Besluiten", entries),))


BUSES = "De raad keurt de aankoop van twee bussen goed voor € 410.000,00."
LINES = "De stad vraagt De Lijn om een halte aan het station."
