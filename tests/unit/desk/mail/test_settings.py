from pathlib import Path

import pytest

from desk.mail.settings import Security, WrongSetting, mail_settings, site_address

WHOLE = {
    "STREEKGEHEUGEN_SMTP": "smtp.gemeente.example:587",
    "STREEKGEHEUGEN_MAIL_FROM": "geheugen@gemeente.example",
    "STREEKGEHEUGEN_URL": "https://geheugen.example/streek",
}


@pytest.fixture
def password(tmp_path: Path) -> str:
    file = tmp_path / "wachtwoord"
    file.write_text("zo geheim als het maar kan\n")
    return str(file)


def test_without_a_server_there_is_no_mail() -> None:
    assert mail_settings({}) is None
    assert mail_settings({"STREEKGEHEUGEN_SMTP": " "}) is None


def test_with_a_server_a_sender_and_an_address_mail_can_leave() -> None:
    made = mail_settings(WHOLE)
    assert made is not None
    assert (made.host, made.port, made.security) == ("smtp.gemeente.example", 587, Security.STARTTLS)
    assert (made.sender, made.site) == ("geheugen@gemeente.example", "https://geheugen.example/streek/")


@pytest.mark.parametrize(
    ("server", "security"),
    [
        ("smtp.gemeente.example:25", Security.STARTTLS),
        ("smtp.gemeente.example:465", Security.TLS),
        ("127.0.0.1:25", Security.NONE),
        ("localhost:1025", Security.NONE),
        ("[::1]:25", Security.NONE),
        ("127.0.0.1.example:25", Security.STARTTLS),
    ],
)
def test_the_line_is_closed_unless_it_does_not_leave_the_machine(server: str, security: Security) -> None:
    made = mail_settings(WHOLE | {"STREEKGEHEUGEN_SMTP": server})
    assert made is not None
    assert made.security is security


def test_the_password_comes_from_a_file_and_is_never_shown(password: str) -> None:
    made = mail_settings(
        WHOLE | {"STREEKGEHEUGEN_SMTP_USER": "geheugen", "STREEKGEHEUGEN_SMTP_PASSWORD_FILE": password}
    )
    assert made is not None
    assert (made.user, made.password) == ("geheugen", "zo geheim als het maar kan")
    assert "geheim" not in repr(made)


def test_a_password_never_goes_over_an_open_line(password: str) -> None:
    open_line = {"STREEKGEHEUGEN_SMTP_SECURITY": "geen"}
    known = {"STREEKGEHEUGEN_SMTP_USER": "geheugen", "STREEKGEHEUGEN_SMTP_PASSWORD_FILE": password}
    with pytest.raises(WrongSetting, match="open lijn"):
        mail_settings(WHOLE | known | open_line)
    assert mail_settings(WHOLE | open_line)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STREEKGEHEUGEN_SMTP", "smtp.gemeente.example"),
        ("STREEKGEHEUGEN_SMTP", "smtp.gemeente.example:0"),
        ("STREEKGEHEUGEN_SMTP", "smtp.gemeente.example:99999"),
        ("STREEKGEHEUGEN_SMTP", "een server:25"),
        ("STREEKGEHEUGEN_SMTP", ":25"),
        ("STREEKGEHEUGEN_SMTP_SECURITY", "misschien"),
        ("STREEKGEHEUGEN_MAIL_FROM", ""),
        ("STREEKGEHEUGEN_MAIL_FROM", "Streekgeheugen"),
        ("STREEKGEHEUGEN_MAIL_FROM", "a@b.example\nBcc: c@d.example"),
        ("STREEKGEHEUGEN_URL", ""),
        ("STREEKGEHEUGEN_URL", "javascript:alert(1)"),
        ("STREEKGEHEUGEN_URL", "geheugen.example"),
        ("STREEKGEHEUGEN_URL", "https://huis.example/?x=1"),
        ("STREEKGEHEUGEN_URL", "https://huis.example/\r\nBcc: x"),
        ("STREEKGEHEUGEN_URL", "https://[huis"),
        ("STREEKGEHEUGEN_SMTP_USER", "geheugen"),
        ("STREEKGEHEUGEN_SMTP_PASSWORD_FILE", "/nergens"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=name):
        mail_settings(WHOLE | {name: value})


def test_a_password_file_that_is_not_there_or_empty_is_named(tmp_path: Path) -> None:
    (tmp_path / "leeg").touch()
    for name in ("leeg", "nergens"):
        given = {
            "STREEKGEHEUGEN_SMTP_USER": "g",
            "STREEKGEHEUGEN_SMTP_PASSWORD_FILE": str(tmp_path / name),
        }
        with pytest.raises(WrongSetting, match="PASSWORD_FILE"):
            mail_settings(WHOLE | given)


def test_the_address_of_the_app_alone_can_be_set() -> None:
    assert site_address({}) is None
    assert site_address({"STREEKGEHEUGEN_URL": "http://10.0.0.5:8501"}) == "http://10.0.0.5:8501/"
