"""A real SMTP server on this machine that keeps what it takes, and can be told to refuse, to fail or to be slow."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

controllers = pytest.importorskip("aiosmtpd.controller", reason="the package aiosmtpd is not installed")


class Mailbox:
    """What the server does with what comes in; `replies` and `refusals` are used up one by one, then it takes all."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.logins: list[str] = []
        self.replies: list[str] = []  # to DATA
        self.refusals: list[str] = []  # to RCPT
        self.delay = 0.0
        self.offered = 0  # messages, taken or not

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refusals:
            return self.refusals.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.offered += 1
        await asyncio.sleep(self.delay)
        if self.replies:
            return self.replies.pop(0)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        self.recipients += envelope.rcpt_tos
        return "250 OK"


@contextmanager
def running(mailbox: Mailbox, context: ssl.SSLContext | None = None, **options: Any) -> Iterator[int]:
    """Run the server, and return its port."""
    port = free_port()
    settings = {"tls_context": context, "require_starttls": context is not None, **options}
    controller = controllers.Controller(mailbox, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
