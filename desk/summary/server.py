"""A language model on this machine, asked over the protocol that Ollama and llama.cpp share with OpenAI.

Knows nothing of notes or Dutch sentences. Speaks to this machine only, through no proxy, and follows no redirect.
"""

import asyncio
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from desk.summary import texts

URL: Final = "STREEKGEHEUGEN_SUMMARY_URL"
MODEL: Final = "STREEKGEHEUGEN_SUMMARY_MODEL"
PATIENCE: Final = 180.0
"""Seconds for the whole of a question. A model of 135 million parameters took 13 to 157 s on two cores that others used
too; one that writes Dutch needs a faster machine."""
LONGEST_ANSWER: Final = 256 * 1024  # bytes, with all that a server writes around some 2,000 characters
MOST_TOKENS: Final = 500  # of the answer: eight sentences
SEED: Final = 1
_PATH: Final = re.compile(r"[\w./-]{0,200}", re.ASCII)
_ENDPOINT: Final = "/chat/completions"

Message = dict[str, str]


class SummaryUnavailable(Exception):
    """There is no summary; the message, in Dutch, says why and what to do about it."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a model is asked. Made by `named`, which sees to it that this is on this machine."""

    address: str  # whole: "http://127.0.0.1:11434/v1/chat/completions"
    model: str
    patience: float = PATIENCE

    def ask(self, messages: Sequence[Message]) -> str:
        """Return what the model answers: any text at all. Not to be called where an event loop runs.

        Raises:
            SummaryUnavailable: There is no answer, or not one of a model.
        """
        return _content(asyncio.run(self._answer(messages)), self.address)

    async def _answer(self, messages: Sequence[Message]) -> bytes:
        import httpx2  # only where a site has a model: 0.1 s

        options = {"temperature": 0, "seed": SEED, "max_tokens": MOST_TOKENS, "stream": False}
        question = {"model": self.model, "messages": list(messages), **options}
        # Nothing of the environment (a proxy would carry the passages away), one deadline for all of it: a server that
        # sends a byte a second never lets a time-out between two bytes pass.
        client = httpx2.AsyncClient(trust_env=False, follow_redirects=False, timeout=None)
        headers = {"Accept-Encoding": "identity", "Accept": "application/json"}
        try:
            async with (
                asyncio.timeout(self.patience),
                client,
                client.stream("POST", self.address, json=question, headers=headers) as response,
            ):
                if response.status_code != httpx2.codes.OK:
                    said = texts.REFUSED.format(status=response.status_code, model=self.model)
                    raise SummaryUnavailable(said)
                return await _received(response, self.address)
        except TimeoutError as error:
            raise SummaryUnavailable(texts.TOO_SLOW.format(seconds=round(self.patience))) from error
        except (httpx2.RemoteProtocolError, httpx2.DecodingError) as error:
            raise SummaryUnavailable(texts.NOT_UNDERSTOOD.format(address=self.address)) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise SummaryUnavailable(texts.UNREACHABLE.format(address=self.address)) from error


def configured(environment: Mapping[str, str]) -> Server | None:
    """Return the server that the environment names; None where it names none: then there are no summaries.

    Raises:
        SummaryUnavailable: It names one that is not used.
    """
    address = environment.get(URL, "").strip()
    return named(address, environment.get(MODEL, "").strip()) if address else None


def named(address: str, model: str) -> Server:
    """Return the server at an address, "http://localhost:11434/v1" for one, with one of its models.

    Raises:
        SummaryUnavailable: The address cannot be read or is not on this machine, or the model is not.
    """
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise SummaryUnavailable(texts.NO_ADDRESS) from error
    is_odd = parts.query or parts.fragment or parts.username is not None or not _PATH.fullmatch(parts.path)
    if parts.scheme not in ("http", "https") or not host or is_odd:
        raise SummaryUnavailable(texts.NO_ADDRESS)
    if not model:
        raise SummaryUnavailable(texts.NO_MODEL)
    if re.search(r"[:-]cloud$", model.casefold()):  # Ollama passes these on to its maker's machines
        raise SummaryUnavailable(texts.CLOUD_MODEL)
    path = parts.path.rstrip("/") or "/v1"
    whole = path if path.endswith(_ENDPOINT) else path + _ENDPOINT
    # Put together again from what was checked, so that nothing can read another host in it than we did.
    return Server(f"{parts.scheme}://{_loopback(host)}{f':{port}' if port else ''}{whole}", model)


def _loopback(host: str) -> str:
    """Return an address of this machine as it stands in a URL; a name is not looked up, what it means can change."""
    try:
        found = ip_address("127.0.0.1" if host.casefold() == "localhost" else host)
    except ValueError as error:
        raise SummaryUnavailable(texts.ELSEWHERE) from error
    if not found.is_loopback:
        raise SummaryUnavailable(texts.ELSEWHERE)
    return f"[{found}]" if found.version == 6 else str(found)


async def _received(response: Any, address: str) -> bytes:
    """Return the body as it comes over the line, never unpacked: a small packet may hold a huge answer."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise SummaryUnavailable(texts.NOT_UNDERSTOOD.format(address=address))
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > LONGEST_ANSWER:
            raise SummaryUnavailable(texts.TOO_LONG)
    return bytes(body)


def _content(body: bytes, address: str) -> str:
    """Return the text of the first choice in an answer."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise SummaryUnavailable(texts.NOT_UNDERSTOOD.format(address=address)) from error
    if not isinstance(content, str):
        raise SummaryUnavailable(texts.NOT_UNDERSTOOD.format(address=address))
    return content
