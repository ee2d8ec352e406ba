import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from desk.mail import message as mail_message
from desk.mail.settings import MailSettings, Security
from desk.watches.lines import Line
from desk.watches.watches import Watch, What
from search.answer import Query

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SETTINGS = MailSettings(
    "localhost", 25, Security.NONE, "", "", "geheugen@streek.example", "https://geheugen.example/"
)  # fmt: skip
WATCH = Watch(
    "0123456789abcdef", "an", "iedereen", "zonnepanelen", What.SEARCH, Query("zon"), NOW, "a" * 32, "b" * 32, 0,
    "an@huis.example", True, "",
)  # fmt: skip
LINE = Line(
    "k1", NOW, "Notulen <script>alert(1)</script> Damme", "Damme · 23 mei 2016 · p. 3", "240 “zonnepanelen” & meer",
    "Uw woord “zon” staat erin.", "https://geheugen.example/document?document=7&pagina=3",
)  # fmt: skip


def read(message: EmailMessage) -> EmailMessage:
    made = message_from_bytes(bytes(message), policy=default)
    assert isinstance(made, EmailMessage)
    assert not made.defects
    return made


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content())


def test_a_mail_names_what_is_new_with_its_place_reason_and_page() -> None:
    made = read(mail_message.news(WATCH, [LINE], SETTINGS, NOW))
    assert made["Subject"] == "Streekgeheugen: 1 nieuw stuk voor “zonnepanelen”"
    assert made["To"] == "an@huis.example"
    assert made["From"].addresses[0].addr_spec == "geheugen@streek.example"
    assert made["Date"].datetime == NOW
    for text in (LINE.about, LINE.quoted, LINE.why, LINE.link, "https://geheugen.example/volglijsten"):
        assert text in part(made, "plain")


def test_what_a_document_says_is_text_in_the_html_too() -> None:
    html = part(read(mail_message.news(WATCH, [LINE], SETTINGS, NOW)), "html")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'href="https://geheugen.example/document?document=7&amp;pagina=3"' in html
    assert not re.search(r"(src|background|@import|url\()", html)  # nothing is fetched when it is opened


def test_each_mail_can_be_stopped_with_one_click() -> None:
    made = read(mail_message.news(WATCH, [LINE], SETTINGS, NOW))
    stop = f"https://geheugen.example/volg/stop/{'b' * 32}"
    assert made["List-Unsubscribe"] == f"<{stop}>"
    far = replace(SETTINGS, site=f"https://{'huis-' * 30}.example/")
    assert f"\nList-Unsubscribe: <{far.site}volg/stop/" in bytes(mail_message.news(WATCH, [LINE], far, NOW)).decode()
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert made["Auto-Submitted"] == "auto-generated"
    assert stop in part(made, "plain")
    assert stop in part(made, "html")
    assert "a" * 32 not in bytes(made).decode()  # the address of the feed does not travel with it


@pytest.mark.parametrize(
    "name", ["x\r\nBcc: kwaad@huis.example", "x\nBcc: k@h.example\n\nhallo", "\x00\ud800", "é" * 400]
)
def test_no_name_or_title_adds_a_header(name: str) -> None:
    watch, line = replace(WATCH, name=name), replace(LINE, title=" ".join(name.split()).replace("\x00\ud800", "?"))
    made = read(mail_message.news(watch, [line], SETTINGS, NOW))
    assert made["Bcc"] is None
    assert made["To"].addresses[0].addr_spec == "an@huis.example"
    assert set(made.keys()) == set(read(mail_message.news(WATCH, [LINE], SETTINGS, NOW)).keys())


def test_the_same_news_has_the_same_name_and_other_news_another() -> None:
    def name(*lines: Line, watch: Watch = WATCH) -> str:
        return str(mail_message.news(watch, lines, SETTINGS, NOW)["Message-ID"])

    other = replace(LINE, key="k2")
    assert name(LINE, other) == name(other, LINE)
    assert len({name(LINE), name(other), name(LINE, other), name(LINE, watch=replace(WATCH, id="f" * 16))}) == 4


def test_any_server_and_mail_program_can_read_it() -> None:
    raw = bytes(mail_message.news(replace(WATCH, name="é" * 120), [LINE], SETTINGS, NOW))
    assert raw.isascii()
    assert max(map(len, raw.splitlines())) <= 100


def test_a_long_list_is_cut_and_says_so() -> None:
    lines = [replace(LINE, key=str(i), title=f"Stuk {i:03}") for i in range(mail_message.MOST + 7)]
    made = read(mail_message.news(WATCH, lines, SETTINGS, NOW))
    assert "57 nieuwe stukken" in made["Subject"]
    for kind in ("plain", "html"):
        assert part(made, kind).count("Stuk ") == mail_message.MOST
        assert "Nog 7 staan in het Streekgeheugen." in part(made, kind)


def test_dates_of_contracts_are_counted_as_dates() -> None:
    watch = replace(WATCH, what=What.CONTRACTS)
    assert "2 data komen dichterbij" in str(mail_message.news(watch, [LINE, LINE], SETTINGS, NOW)["Subject"])


def test_the_mail_that_asks_holds_the_link_and_nothing_that_somebody_typed() -> None:
    made = read(mail_message.confirmation("an@huis.example", "c" * 32, SETTINGS, NOW))
    link = f"https://geheugen.example/volg/bevestig/{'c' * 32}"
    assert made["To"] == "an@huis.example"
    assert link in part(made, "plain")
    assert link in part(made, "html")
    assert WATCH.name not in bytes(made).decode()
