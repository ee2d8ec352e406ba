"""Sends messages over SMTP, one connection for all of a run. A message is sent only when the server took it."""

import contextlib
import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType
from typing import Final, Protocol

from desk import texts
from desk.mail.settings import MailSettings, Security
from desk.watches import texts as watch_texts
from search.errors import KnowledgeBaseError

PATIENCE: Final = 20.0  # seconds for each answer of the server
_LONGEST: Final = 200  # characters of a server's words that are repeated


class NotSent(KnowledgeBaseError):
    """The server refused this message, now or for good; it is offered again at the next run."""


class ServerAway(NotSent):
    """The server cannot be spoken to: no other message will go now either."""


class Sender(Protocol):
    """Whatever takes a message."""

    def send(self, message: EmailMessage, /) -> None:
        """Hand a message over, or raise NotSent."""
        ...


class Post:
    """A connection to the mail server, opened at the first message. Not for several threads."""

    def __init__(self, settings: MailSettings, patience: float = PATIENCE) -> None:
        self._settings = settings
        self._patience = patience
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._hang_up()

    def send(self, message: EmailMessage, /) -> None:
        """Hand a message over to the server.

        Raises:
            NotSent: The server did not take it.
            ServerAway: There was no speaking to the server.
        """
        try:
            server = self._server = self._server or self._connected()
            server.send_message(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
            if _code(error) == 421:  # it hangs up
                self._hang_up()
            raise NotSent(watch_texts.REFUSED.format(why=_said(error))) from error
        except (smtplib.SMTPException, OSError) as error:
            self._hang_up()
            raise ServerAway(watch_texts.AWAY.format(why=_said(error))) from error

    def _connected(self) -> smtplib.SMTP:
        to, context = self._settings, ssl.create_default_context()
        if to.security is Security.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(to.host, to.port, timeout=self._patience, context=context)
        else:
            server = smtplib.SMTP(to.host, to.port, timeout=self._patience)
        try:
            if to.security is Security.STARTTLS:
                server.starttls(context=context)
            if to.user:
                server.login(to.user, to.password)
        except BaseException:
            server.close()
            raise
        return server

    def _hang_up(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                server.quit()
            server.close()


def _code(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _ in error.recipients.values()), default=0)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0


def _said(error: Exception) -> str:
    """Return what the server said, or what went wrong, as one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        words = "; ".join(f"{code} {_text(said)}" for code, said in error.recipients.values())
    elif isinstance(error, smtplib.SMTPResponseException):
        words = f"{error.smtp_code} {_text(error.smtp_error)}"
    else:
        words = str(error) or type(error).__name__
    return " ".join(texts.printable(words).split())[:_LONGEST]


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
