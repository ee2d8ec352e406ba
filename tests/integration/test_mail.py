"""Messages and a real SMTP server: that takes them, refuses them, is slow, is not there, or wants a closed line."""

import ssl
import subprocess
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from desk.mail import message as mail_message
from desk.mail.post import NotSent, Post, ServerAway
from desk.mail.settings import MailSettings, Security
from tests.mail_server import Mailbox, free_port, running

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def settings(port: int, security: Security = Security.NONE, user: str = "", password: str = "") -> MailSettings:
    sender, site = "geheugen@streek.example", "https://geheugen.example/"
    return MailSettings("127.0.0.1", port, security, user, password, sender, site)


def message(to: str = "an@huis.example") -> EmailMessage:
    return mail_message.confirmation(to, "c" * 32, settings(25), NOW)


def test_the_server_gets_what_was_written_over_one_connection() -> None:
    mailbox = Mailbox()
    with running(mailbox) as port, Post(settings(port)) as post:
        post.send(message())
        post.send(message("bert@huis.example"))
    assert mailbox.recipients == ["an@huis.example", "bert@huis.example"]
    assert mailbox.taken[0]["Subject"] == "Streekgeheugen: bevestig uw mailadres"
    body = mailbox.taken[0].get_body(("plain",))
    assert body is not None
    assert f"https://geheugen.example/volg/bevestig/{'c' * 32}" in body.get_content()


def test_who_is_refused_keeps_nobody_else_from_his_mail() -> None:
    mailbox = Mailbox()
    mailbox.refusals = ["550-5.1.1 geen postbus\r\n550 met deze naam"]
    with running(mailbox) as port, Post(settings(port)) as post:
        with pytest.raises(NotSent, match="550") as refused:
            post.send(message())
        assert not isinstance(refused.value, ServerAway)
        assert "\n" not in str(refused.value)
        post.send(message("bert@huis.example"))
    assert mailbox.recipients == ["bert@huis.example"]


@pytest.mark.parametrize("reply", ["451 4.3.0 probeer later", "552 5.2.2 vol", "421 4.3.2 even weg"])
def test_what_is_refused_now_can_be_offered_again(reply: str) -> None:
    mailbox = Mailbox()
    mailbox.replies = [reply]
    with running(mailbox) as port, Post(settings(port)) as post:
        with pytest.raises(NotSent, match=reply[:3]):
            post.send(message())
        post.send(message())
    assert len(mailbox.taken) == 1


def test_a_server_that_is_not_there_is_said_to_be_away() -> None:
    with Post(settings(free_port())) as post, pytest.raises(ServerAway):
        post.send(message())


def test_a_server_that_does_not_answer_is_not_waited_for() -> None:
    mailbox = Mailbox()
    mailbox.delay = 3.0
    with running(mailbox) as port, Post(settings(port), patience=0.3) as post:
        with pytest.raises(ServerAway):
            post.send(message())
        mailbox.delay = 0.0
        post.send(message("bert@huis.example"))
    assert "bert@huis.example" in mailbox.recipients


def test_a_server_without_a_closed_line_gets_neither_password_nor_mail() -> None:
    mailbox = Mailbox()
    with (
        running(mailbox) as port,
        Post(settings(port, Security.STARTTLS, "geheugen", "zo geheim")) as post,
        pytest.raises(ServerAway, match="STARTTLS"),
    ):
        post.send(message())
    assert mailbox.taken == []


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate that nobody knows, for this machine, and the server's side of it."""
    key, made = tmp_path / "sleutel.pem", tmp_path / "certificaat.pem"
    order = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    try:
        order += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(made)]
        subprocess.run(order, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not installed")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    return made, context


def test_over_a_closed_line_with_a_known_certificate_it_signs_in_and_sends(
    certificate: tuple[Path, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    from aiosmtpd.smtp import AuthResult, LoginPassword

    mailbox = Mailbox()

    def known(server: object, session: object, envelope: object, mechanism: str, given: LoginPassword) -> AuthResult:
        mailbox.logins.append(given.login.decode())
        return AuthResult(success=given.password == b"zo geheim")

    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    options = {"authenticator": known, "auth_required": True}
    with running(mailbox, certificate[1], **options) as port:
        with Post(settings(port, Security.STARTTLS, "geheugen", "zo geheim")) as post:
            post.send(message())
        with Post(settings(port, Security.STARTTLS, "geheugen", "mis")) as post, pytest.raises(ServerAway) as wrong:
            post.send(message())
    assert len(mailbox.taken) == 1
    assert mailbox.logins[0] == "geheugen"
    assert "mis" not in str(wrong.value).replace("mismatch", "")


def test_a_certificate_that_nobody_vouches_for_gets_no_mail(certificate: tuple[Path, ssl.SSLContext]) -> None:
    mailbox = Mailbox()
    with (
        running(mailbox, certificate[1]) as port,
        Post(settings(port, Security.STARTTLS)) as post,
        pytest.raises(ServerAway, match="certificate"),
    ):
        post.send(message())
    assert mailbox.taken == []
