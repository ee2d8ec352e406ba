"""The subcommand that looks for all watch lists and mails what is new; to be started by cron or a timer.

Exit codes: 0 done; 1 a mail did not leave, or a watch could not be looked after, and was reported; 2 a setting of the
mail makes no sense; 10 no knowledge base there; 11 another round is under way. What did not leave goes next time.
"""

import argparse
import os
from typing import TYPE_CHECKING

from cli.options import WrongCall
from cli.output import print_json, print_text, warn

if TYPE_CHECKING:
    from desk.mail.run import Round


def arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of the subcommand."""
    part.add_argument("--dry-run", action="store_true", help="toon de mails die zouden vertrekken; verstuur niets")


def notify(given: argparse.Namespace) -> int:
    """Look for all watches and mail what is new; 1 where something failed."""
    from datetime import datetime

    from desk.mail import run as mail_run
    from desk.mail.post import Post
    from desk.mail.settings import WrongSetting, mail_settings
    from search import open_knowledge_base

    try:
        settings = mail_settings(os.environ)
    except WrongSetting as error:
        raise WrongCall(str(error)) from error
    kb, now = open_knowledge_base(given.data), datetime.now().astimezone()
    if given.dry_run:
        done, mails = mail_run.rehearse(kb, settings, now)
        for mail in mails:
            warn(f"{mail['To']}: {mail['Subject']}")
    elif settings is None:
        done = mail_run.notify(kb, None, None, now)
    else:
        with Post(settings) as post:
            done = mail_run.notify(kb, settings, post, now)
    _print(given, done)
    return 1 if done.failed else 0


def _print(given: argparse.Namespace, done: "Round") -> None:
    if given.json:
        print_json(done.as_json())
        return
    print_text(f"{done.watches} volglijsten bekeken, {done.new} nieuw, {done.mails} mails.")
    if done.busy:
        warn(f"{done.busy} volglijsten wachten tot het inlezen klaar is.")
    for watch, message in done.failed:
        warn(f"Volglijst {watch}: {message}")
