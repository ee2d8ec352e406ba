"""How mail leaves: the settings that an administrator puts into the environment, checked. Sends nothing."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from desk.watches.addresses import checked
from search.errors import KnowledgeBaseError, QueryError

SERVER: Final = "STREEKGEHEUGEN_SMTP"
SECURITY: Final = "STREEKGEHEUGEN_SMTP_SECURITY"
USER: Final = "STREEKGEHEUGEN_SMTP_USER"
PASSWORD_FILE: Final = "STREEKGEHEUGEN_SMTP_PASSWORD_FILE"  # noqa: S105 the name of a setting
SENDER: Final = "STREEKGEHEUGEN_MAIL_FROM"
SITE: Final = "STREEKGEHEUGEN_URL"
_HOST: Final = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]", re.ASCII)
_IMPLICIT: Final = 465  # RFC 8314


class WrongSetting(KnowledgeBaseError):
    """A setting of the mail is missing or makes no sense."""


class Security(StrEnum):
    """How the line to the mail server is closed to others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "geen"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where mail goes out, and whose it is."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    sender: str
    site: str  # the address of the app, ending in a slash


def mail_settings(environment: Mapping[str, str]) -> MailSettings | None:
    """Return the settings; None where no mail server is named.

    Raises:
        WrongSetting: One of them makes no sense.
    """
    server = environment.get(SERVER, "").strip()
    if not server:
        return None
    host, port = _server(server)
    security = _security(environment.get(SECURITY, "").strip().lower(), host, port)
    user = environment.get(USER, "").strip()
    if user and security is Security.NONE and not _is_here(host):
        raise WrongSetting(f"{USER}: een wachtwoord gaat niet over een open lijn. Laat {SECURITY} weg.")
    named = environment.get(SENDER, "").strip()
    try:
        sender = checked(named)
    except QueryError:
        raise WrongSetting(f"{SENDER}: “{named[:80]}” is geen mailadres.") from None
    site = site_address(environment)
    if site is None:
        raise WrongSetting(f"{SITE}: zet hier het adres van de toepassing, voor de links in een mail.")
    return MailSettings(host, port, security, user, _password(environment, user), sender, site)


def site_address(environment: Mapping[str, str]) -> str | None:
    """Return the address of the app, ending in a slash; None where it is not set.

    Raises:
        WrongSetting: It is no address of a site.
    """
    given = environment.get(SITE, "").strip()
    if not given:
        return None
    try:
        parts = urlsplit(given)
        is_site = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        is_site = False
    if not is_site or not given.isascii() or not given.isprintable() or " " in given:
        raise WrongSetting(f"{SITE}: “{given[:80]}” is geen adres. Schrijf bijvoorbeeld https://geheugen.streek.be/")
    return given.rstrip("/") + "/"


def _server(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not _HOST.fullmatch(host) or not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65_536):
        raise WrongSetting(f"{SERVER}: “{text[:80]}” is geen server met een poort. Schrijf smtp.gemeente.be:587.")
    return host.strip("[]"), int(port)


def _security(text: str, host: str, port: int) -> Security:
    if not text:
        usual = Security.TLS if port == _IMPLICIT else Security.STARTTLS
        return Security.NONE if _is_here(host) and port != _IMPLICIT else usual
    try:
        return Security(text)
    except ValueError:
        raise WrongSetting(f"{SECURITY}: kies {', '.join(Security)}.") from None


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _password(environment: Mapping[str, str], user: str) -> str:
    file = environment.get(PASSWORD_FILE, "").strip()
    if bool(user) != bool(file):
        raise WrongSetting(f"{USER} en {PASSWORD_FILE} horen bij elkaar: zet beide, of geen van beide.")
    if not file:
        return ""
    try:
        password = Path(file).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{PASSWORD_FILE}: {file} kan niet gelezen worden.") from error
    if not password:
        raise WrongSetting(f"{PASSWORD_FILE}: {file} is leeg.")
    return password
