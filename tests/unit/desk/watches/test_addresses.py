from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.watches import addresses, watches
from desk.watches.watches import What
from search.answer import Query
from search.errors import NotFound, QueryError

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
AN = "an@huis.example"


@pytest.mark.parametrize("typed", [AN, " an@HUIS.example ", "a.b+c@sub.gemeente-brugge.be", "o'neil@x.be"])
def test_a_mail_address_is_taken(typed: str) -> None:
    local, _, domain = typed.strip().partition("@")
    assert addresses.checked(typed) == f"{local}@{domain.lower()}"


@pytest.mark.parametrize(
    "typed",
    [
        "", "an", "an@", "@huis.example", "an@huis", "an@@huis.example", "an @huis.example",
        "an@huis.example\nBcc: b@c.be",
        "An <an@huis.example>", "an@huis.example, bert@huis.example", "an@-huis.example", "an@huis..example",
        "é@huis.be",
        "an@[127.0.0.1]", "a" * 65 + "@huis.be", "an@" + "a." * 200 + "be", "x" * 100_000, "\ud800@huis.be",
    ],
)  # fmt: skip
def test_anything_else_is_not(typed: str) -> None:
    with pytest.raises(QueryError):
        addresses.checked(typed)


def test_an_address_is_confirmed_by_the_link_that_was_sent_there(tmp_path: Path) -> None:
    watch = watches.make(tmp_path, "an", "iedereen", What.SEARCH, Query("zout"), looked=0, now=NOW)
    watches.mail_to(tmp_path, "an", watch.id, AN)
    secret = addresses.ask(tmp_path, "an", AN, NOW)
    assert addresses.asked_for(tmp_path, secret, NOW) == AN
    assert not watches.of(tmp_path, "an", watch.id).mails
    assert addresses.confirm(tmp_path, secret, NOW + timedelta(days=6)) == AN
    assert watches.of(tmp_path, "an", watch.id).mails
    assert addresses.is_confirmed(tmp_path, "an", AN)
    assert not addresses.is_confirmed(tmp_path, "bert", AN)  # his watches have not been allowed


def test_clicking_twice_does_no_harm(tmp_path: Path) -> None:
    secret = addresses.ask(tmp_path, "an", AN, NOW)
    addresses.confirm(tmp_path, secret, NOW)
    assert addresses.confirm(tmp_path, secret, NOW + timedelta(days=90)) == AN


def test_a_link_that_is_old_or_invented_confirms_nothing(tmp_path: Path) -> None:
    secret = addresses.ask(tmp_path, "an", AN, NOW)
    for wrong, when in ((secret, NOW + timedelta(days=8)), ("0" * 32, NOW), ("", NOW), ("\ud800", NOW)):
        with pytest.raises(NotFound):
            addresses.confirm(tmp_path, wrong, when)
    assert not addresses.is_confirmed(tmp_path, "an", AN)


def test_the_secret_of_a_link_cannot_be_read_from_the_file(tmp_path: Path) -> None:
    secret = addresses.ask(tmp_path, "an", AN, NOW)
    assert secret.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_nobody_can_have_a_strangers_mailbox_filled(tmp_path: Path) -> None:
    addresses.ask(tmp_path, "an", AN, NOW)
    with pytest.raises(QueryError, match="Vandaag is al een mail"):
        addresses.ask(tmp_path, "an", AN, NOW + timedelta(hours=23))
    for other in ("bert", "carla"):
        addresses.ask(tmp_path, other, AN, NOW)
    with pytest.raises(QueryError, match="te veel"):
        addresses.ask(tmp_path, "dirk", AN, NOW)
    assert addresses.ask(tmp_path, "an", AN, NOW + timedelta(hours=25))


def test_no_more_than_some_links_leave_in_a_day(tmp_path: Path) -> None:
    for i in range(addresses.MOST_A_DAY):
        addresses.ask(tmp_path, f"owner-{i}", f"m{i}@huis.example", NOW)
    with pytest.raises(QueryError, match="te veel"):
        addresses.ask(tmp_path, "an", AN, NOW)


def test_asking_again_does_not_take_a_confirmation_back(tmp_path: Path) -> None:
    addresses.confirm(tmp_path, addresses.ask(tmp_path, "an", AN, NOW), NOW)
    addresses.ask(tmp_path, "an", AN, NOW + timedelta(days=2))
    addresses.take_back(tmp_path, "an", AN)
    assert addresses.is_confirmed(tmp_path, "an", AN)


def test_a_link_that_did_not_leave_may_be_asked_for_again(tmp_path: Path) -> None:
    addresses.ask(tmp_path, "an", AN, NOW)
    assert addresses.is_asked(tmp_path, "an", AN, NOW)
    addresses.take_back(tmp_path, "an", AN)
    assert not addresses.is_asked(tmp_path, "an", AN, NOW)
    assert addresses.ask(tmp_path, "an", AN, NOW)


def test_addresses_that_nobody_confirmed_are_forgotten(tmp_path: Path) -> None:
    secret = addresses.ask(tmp_path, "an", AN, NOW)
    addresses.confirm(tmp_path, secret, NOW)
    addresses.ask(tmp_path, "an", "ander@huis.example", NOW)
    addresses.purge(tmp_path, NOW + timedelta(days=8))
    assert addresses.is_confirmed(tmp_path, "an", AN)
    assert b"ander@huis" not in b"".join(
        file.read_bytes() for file in tmp_path.iterdir() if file.name == "bureau.sqlite"
    )
