"""A mail about what is new for a watch, and the one that asks to confirm an address: plain text, and the same as HTML.

Every text passes through `_flat` before it becomes a header, and through `escape` before it becomes HTML.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from html import escape
from typing import Final

from desk import texts
from desk.mail.settings import MailSettings
from desk.watches import texts as watch_texts
from desk.watches.lines import Line
from desk.watches.watches import Watch, What

MOST: Final = 50  # named in one mail; the rest stands in the app
_ENCODING: Final = "quoted-printable"  # passes every server, those without 8BITMIME too
_STYLE: Final = "font-family: sans-serif; max-width: 44rem; line-height: 1.45"


class _Whole(EmailPolicy):
    """Folds headers as ever, but for one: the library encodes a long address, and no mail program finds it then."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() == "list-unsubscribe":
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


def news(watch: Watch, lines: Sequence[Line], settings: MailSettings, now: datetime) -> EmailMessage:
    """Return the mail that tells what is new.

    Its name (Message-ID) depends on what it tells alone: if it was taken but nobody noted that, the mail program that
    gets it again knows it.
    """
    counted = watch_texts.NEAR if watch.what is What.CONTRACTS else watch_texts.NEW
    subject = watch_texts.SUBJECT.format(app=watch_texts.APP, count=texts.counted(len(lines), counted), name=watch.name)
    named = hashlib.sha256("/".join((watch.id, *sorted(each.key for each in lines))).encode()).hexdigest()[:32]
    message = _message(settings, watch.address, subject, named, now)
    stop = f"{settings.site}volg/stop/{watch.stop}"
    message["List-Unsubscribe"] = f"<{stop}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message["List-Id"] = f"<{watch.id}.{settings.sender.rpartition('@')[2]}>"
    app = f"{settings.site}volglijsten"
    message.set_content(_news_text(watch, lines, app, stop), cte=_ENCODING)
    message.add_alternative(_news_html(watch, lines, app, stop), subtype="html", cte=_ENCODING)
    return message


def confirmation(address: str, secret: str, settings: MailSettings, now: datetime) -> EmailMessage:
    """Return the mail that asks whether watches may write to an address."""
    link = f"{settings.site}volg/bevestig/{secret}"
    subject = watch_texts.CONFIRM_SUBJECT.format(app=watch_texts.APP)
    named = hashlib.sha256(f"{address}/{secret}".encode()).hexdigest()[:32]
    message = _message(settings, address, subject, named, now)
    message.set_content("\n\n".join((watch_texts.CONFIRM_BODY, link, watch_texts.CONFIRM_IGNORE)) + "\n", cte=_ENCODING)
    html = f"<p>{escape(watch_texts.CONFIRM_BODY)}</p><p>{_anchor(link, link)}</p>"
    message.add_alternative(_page(f"{html}<p>{escape(watch_texts.CONFIRM_IGNORE)}</p>"), subtype="html", cte=_ENCODING)
    return message


def _message(settings: MailSettings, to: str, subject: str, named: str, now: datetime) -> EmailMessage:
    message = EmailMessage(_Whole())
    message["Subject"] = _flat(subject)
    message["From"] = Address(watch_texts.APP, addr_spec=settings.sender)
    message["To"] = Address(addr_spec=to)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{named}@{settings.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer from who is away
    message["Content-Language"] = "nl"
    return message


def _news_text(watch: Watch, lines: Sequence[Line], app: str, stop: str) -> str:
    parts = [watch_texts.HELLO.format(name=_flat(watch.name))]
    for each in lines[:MOST]:
        quoted = watch_texts.QUOTED.format(word=each.quoted) if each.quoted else ""
        parts.append("\n".join(filter(None, (each.title, each.about, quoted, each.why, each.link))))
    if (more := len(lines) - MOST) > 0:
        parts.append(texts.counted(more, watch_texts.MORE))
    parts.append(f"{watch_texts.OPEN_LIST}: {app}\n{watch_texts.STOP}: {stop}")
    return "\n\n".join(parts) + "\n"


def _news_html(watch: Watch, lines: Sequence[Line], app: str, stop: str) -> str:
    parts = [f"<p>{escape(watch_texts.HELLO.format(name=_flat(watch.name)))}</p>", *map(_entry, lines[:MOST])]
    if (more := len(lines) - MOST) > 0:
        parts.append(f"<p>{escape(texts.counted(more, watch_texts.MORE))}</p>")
    parts.append(f"<p>{_anchor(app, watch_texts.OPEN_LIST)}<br>{_anchor(stop, watch_texts.STOP)}</p>")
    return _page("".join(parts))


def _entry(line: Line) -> str:
    quoted = f"<blockquote>{escape(line.quoted)}</blockquote>" if line.quoted else ""
    about = f"<p><strong>{_anchor(line.link, line.title)}</strong><br>{escape(line.about)}</p>"
    return f"{about}{quoted}<p><em>{escape(line.why)}</em></p><hr>"


def _anchor(href: str, shown: str) -> str:
    return f'<a href="{escape(href)}">{escape(shown)}</a>'


def _page(body: str) -> str:
    head = f'<meta charset="utf-8"><title>{watch_texts.APP}</title>'
    return f'<!DOCTYPE html><html lang="nl"><head>{head}</head><body style="{_STYLE}">{body}</body></html>\n'


def _flat(text: str) -> str:
    return " ".join(texts.printable(text).split())
