"""Lets a watch write to an address, after asking there whether it may."""

from datetime import datetime
from pathlib import Path

from desk.mail import message
from desk.mail.post import NotSent, Sender
from desk.mail.settings import MailSettings
from desk.watches import addresses as watch_addresses
from desk.watches import watches
from desk.watches.watches import Watch


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
            sender.send(message.confirmation(address, secret, settings, now))
        except NotSent:
            watch_addresses.take_back(data, watch.owner, address)
            raise
    watches.mail_to(data, watch.owner, watch.id, address)
    return is_confirmed
