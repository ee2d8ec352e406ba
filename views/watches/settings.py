"""What somebody can change of a watch: its name, what it follows, its private address, where mail goes; removing it."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from desk.mail import asking as mail_asking
from desk.mail import settings as mail_settings
from desk.mail.post import Post
from desk.mail.settings import MailSettings, WrongSetting
from desk.watches import watches, watching
from desk.watches.watches import LONGEST_NAME, Watch, What
from views import session
from views.address import LONGEST_QUESTION
from views.pieces import acts, widgets
from views.pieces.markup import attributes_text, element, escaped
from views.watches import texts

PLACE: Final = "volglijst"
"""Where is said what came of a change to a watch."""
_PATIENCE: Final = 10.0  # seconds that a person waits for the mail server


def show(watch: Watch) -> None:
    """Show the settings of a watch, folded."""
    with st.expander(texts.SETTINGS):
        _names(watch)
        _private_address(watch)
        _mail(watch)
        remove = partial(_remove, watch)
        st.button(texts.DELETE, key=f"sg-verwijder-{watch.id}", on_click=acts.do, args=(PLACE, remove))


def _remove(watch: Watch) -> None:
    watches.remove(session.data_folder(), watch.owner, watch.id, datetime.now(UTC))


def site() -> str:
    """Return the address of the app, ending in a slash: as the administrator set it, else as the browser has it."""
    try:
        if known := mail_settings.site_address(os.environ):
            return known
    except WrongSetting:
        pass
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/" if here.netloc else "/"


def _names(watch: Watch) -> None:
    with st.form(f"sg-namen-{watch.id}", border=False):
        st.text_input(texts.NAME, watch.name, max_chars=LONGEST_NAME, key=f"sg-volg-naam-{watch.id}")
        if watch.what is What.SEARCH:
            key = f"sg-volg-vraag-{watch.id}"
            st.text_input(texts.QUESTION, watch.query.text, max_chars=LONGEST_QUESTION, key=key)
        st.form_submit_button(texts.SAVE, on_click=acts.do, args=(PLACE, partial(_rename, watch)))


def _rename(watch: Watch) -> str:
    data, state = session.data_folder(), st.session_state
    watches.rename(data, watch.owner, watch.id, str(state.get(f"sg-volg-naam-{watch.id}") or ""))
    asked = str(state.get(f"sg-volg-vraag-{watch.id}", watch.query.text) or "").strip()
    if asked == watch.query.text:
        return texts.SAVED
    watching.ask(session.knowledge_base(), data, watch, replace(watch.query, text=asked, literal=()))
    return texts.ASKED_ANEW


def _private_address(watch: Watch) -> None:
    start = f"{site()}volg/{watch.token}"
    fields = _field(texts.FEED, f"{start}.atom")
    if watch.what is What.CONTRACTS:
        fields += _field(texts.CALENDAR, f"{start}.ics")
    widgets.show(fields, element("p", escaped(texts.FEED_PRIVATE), {"class": "sg-muted"}))
    renew = partial(watches.renew, session.data_folder(), watch.owner, watch.id)
    st.button(texts.RENEW, key=f"sg-vernieuw-{watch.id}", on_click=acts.do, args=(PLACE, renew, texts.RENEWED))


def _field(label: str, value: str) -> str:
    attributes = {"type": "text", "readonly": True, "value": value, "style": "width: 100%; font: inherit"}
    return element("p", element("label", f"{escaped(label)}<br><input{attributes_text(attributes)}>"))


def _mail(watch: Watch) -> None:
    try:
        settings = mail_settings.mail_settings(os.environ)
    except WrongSetting:  # the administrator reads why from `notify`
        settings = None
    if settings is None:
        widgets.show(element("p", escaped(texts.MAIL_NOT_HERE), {"class": "sg-muted"}))
    elif watch.address:
        _mailing(watch)
    else:
        _ask_address(watch, settings)


def _mailing(watch: Watch) -> None:
    form = texts.MAIL_ON if watch.is_confirmed else texts.MAIL_WAITS
    trouble = widgets.notice([texts.MAIL_TROUBLE.format(why=watch.trouble)]) if watch.trouble else ""
    widgets.show(element("p", escaped(form.format(address=watch.address))), trouble)
    stop = partial(watches.mail_to, session.data_folder(), watch.owner, watch.id, "")
    st.button(texts.MAIL_STOP, key=f"sg-mail-stop-{watch.id}", on_click=acts.do, args=(PLACE, stop, texts.MAIL_STOPPED))


def _ask_address(watch: Watch, settings: MailSettings) -> None:
    with st.form(f"sg-mail-{watch.id}", border=False):
        st.text_input(texts.MAIL, placeholder=texts.MAIL_EXAMPLE, max_chars=254, key=f"sg-volg-mail-{watch.id}")
        st.form_submit_button(texts.MAIL_SAVE, on_click=acts.do, args=(PLACE, partial(_mail_to, watch, settings)))


def _mail_to(watch: Watch, settings: MailSettings) -> str:
    typed, now = str(st.session_state.get(f"sg-volg-mail-{watch.id}") or ""), datetime.now().astimezone()
    with Post(settings, _PATIENCE) as post:
        is_confirmed = mail_asking.mail_to(session.data_folder(), watch, typed, settings, post, now)
    return (texts.MAIL_ON if is_confirmed else texts.MAIL_ASKED).format(address=typed.strip())
