"""One round along all watch lists: look, and mail what is new and was not seen yet. One round at a time.

What is told is noted as mailed only after the server took it, so that a round which fails is made up for by the next.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pysqlite3 import dbapi2 as sqlite3

from desk.kept.database import FILE
from desk.mail import message as mail_message
from desk.mail.post import NotSent, Sender, ServerAway
from desk.mail.settings import MailSettings
from desk.watches import addresses as watch_addresses
from desk.watches import lines as watch_lines
from desk.watches import news as watch_news
from desk.watches import texts as watch_texts
from desk.watches import watches, watching
from desk.watches.watches import Watch
from desk.watches.watching import Told
from search import KnowledgeBase
from search.errors import KnowledgeBaseError, Locked

LOCK: Final = "meldslot"
_LOG: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class Round:
    """What one round did."""

    watches: int = 0
    new: int = 0
    mails: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)  # id of a watch, and why
    busy: int = 0  # watches that wait until reading in is over

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        failed = [{"watch": watch, "message": message} for watch, message in self.failed]
        return {"watches": self.watches, "new": self.new, "mails": self.mails, "failed": failed, "busy": self.busy}


def notify(kb: KnowledgeBase, settings: MailSettings | None, sender: Sender | None, now: datetime) -> Round:
    """Look for all watches and mail what is new.

    Args:
        kb: The knowledge base.
        settings: How mail leaves; None where no server is set up: a watch that should mail is reported then.
        sender: Takes the messages.
        now: The moment.

    Raises:
        Locked: Another round is under way.
    """
    with _alone(kb.data):
        done = _round(kb, kb.data, settings, sender, now)
        watches.purge(kb.data, now)
        watch_addresses.purge(kb.data, now)
    return done


def rehearse(kb: KnowledgeBase, settings: MailSettings | None, now: datetime) -> tuple[Round, list[EmailMessage]]:
    """Return what a round would do now, and the mails it would send. Works on a copy: nothing is noted or sent."""
    collected = _Collected([])
    with TemporaryDirectory() as folder:
        if (kb.data / FILE).exists():
            kept = f"{(kb.data / FILE).resolve().as_uri()}?mode=ro"
            with (
                closing(sqlite3.connect(kept, uri=True)) as source,
                closing(sqlite3.connect(Path(folder) / FILE)) as to,
            ):
                source.backup(to)
        return _round(kb, Path(folder), settings, collected, now), collected.messages


@dataclass(frozen=True, slots=True)
class _Collected:
    """A sender that sends nothing."""

    messages: list[EmailMessage]

    def send(self, message: EmailMessage, /) -> None:
        self.messages.append(message)


def _round(kb: KnowledgeBase, data: Path, settings: MailSettings | None, sender: Sender | None, now: datetime) -> Round:
    done, away = Round(), ""
    for watch in watches.every(data):
        done.watches += 1
        try:
            found = watching.look(kb, data, watch, now)
            done.busy += found is None
            done.new += _told_of(kb, data, watch, found or [], now)
            waiting = _waiting(kb, data, watch, now) if watch.mails else []
            if not waiting:
                continue
            if settings is None or sender is None:
                raise NotSent(watch_texts.NOT_SET_UP)
            if away:
                raise NotSent(away)
            _mail(kb, data, watch, waiting, settings, sender, now)
            done.mails += 1
        except ServerAway as error:
            away = str(error)
            _report(data, done, watch, away)
        except KnowledgeBaseError as error:
            _report(data, done, watch, str(error))
        except Exception:  # one damaged watch keeps nobody else waiting for his mail
            _LOG.exception("Watch %s could not be looked after", watch.id)
            _report(data, done, watch, watch_texts.BROKEN)
    return done


def _told_of(kb: KnowledgeBase, data: Path, watch: Watch, found: list[watch_news.News], now: datetime) -> int:
    """Return how many of what was found now can be told."""
    keys = {each.key for each in found}
    return sum(each.news.key in keys for each in watching.told(kb, data, watch, now.date())) if keys else 0


def _waiting(kb: KnowledgeBase, data: Path, watch: Watch, now: datetime) -> list[Told]:
    told = watching.told(kb, data, watch, now.date())
    return [each for each in told if not (each.news.is_mailed or each.news.is_seen)]


def _mail(
    kb: KnowledgeBase,
    data: Path,
    watch: Watch,
    waiting: list[Told],
    settings: MailSettings,
    sender: Sender,
    now: datetime,
) -> None:
    link = watch_lines.page_link(settings.site)
    lines = [watch_lines.line(kb, watch, each, link, now.date()) for each in waiting]
    sender.send(mail_message.news(watch, lines, settings, now))
    watch_news.mark_mailed(data, watch.id, [each.news.key for each in waiting])
    if watch.trouble:
        watches.note_trouble(data, watch.id, "")


def _report(data: Path, done: Round, watch: Watch, message: str) -> None:
    done.failed.append((watch.id, message))
    if watch.trouble != message:
        watches.note_trouble(data, watch.id, message)


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Hold the right to go round. The kernel lets go of it when the process dies, however it dies."""
    descriptor = os.open(data / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(watch_texts.LOCKED) from None
        yield
    finally:
        os.close(descriptor)
