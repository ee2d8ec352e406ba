"""Lets a watch write to an address, after asking there whether it may."""

from datetime import datetime
from pathlib import Path

from desk import mail_message
from desk.kept import watch_addresses, watches
from desk.kept.watches import Watch
from desk.mail import NotSent, Sender
from desk.mail_settings import MailSettings


def mail_to(data: Path, watch: Watch, typed: str, settings: MailSettings, sender: Sender, now: datetime) -> bool:
    """Let what is new be mailed to an address; return whether it was confirmed before, else a link was sent there.

    Raises:
        search.errors.QueryError: It is no mail address, or too many links were sent today.
        NotSent: The link could not be sent; the watch is as it was.
    """
    address = watch_addresses.checked(typed)
    is_confirmed = watch_addresses.is_confirmed(data, watch.owner, address)
    if not is_confirmed and not watch_addresses.is_asked(data, watch.owner, address, now):
        secret = watch_addresses.ask(data, watch.owner, address, now)
        try:
            sender.send(mail_message.confirmation(address, secret, settings, now))
        except NotSent:
            watch_addresses.take_back(data, watch.owner, address)
            raise
    watches.mail_to(data, watch.owner, watch.id, address)
    return is_confirmed
