import logging
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk.kept.database import writing
from desk.watches import news as watch_news
from desk.watches import watches
from desk.watches.news import Find, News, Reminder
from desk.watches.schema import SCHEMA
from desk.watches.watches import Watch, What
from search.answer import Query
from search.errors import NotFound, QueryError
from search.types import Kind

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
WIDE = Query(
    "zonnepanelen op daken", ("Brugge", "Damme"), (Kind.MINUTES,), ("Gemeenteraad",), date(2019, 1, 1), None, ("daken",)
)


def made(data: Path, owner: str = "an", query: Query = WIDE, what: What = What.SEARCH, **more: str) -> Watch:
    return watches.make(data, owner, "iedereen", what, query, looked=3, now=NOW, **more)


def test_a_search_is_kept_with_all_its_filters(tmp_path: Path) -> None:
    watch = made(tmp_path)
    assert watches.of(tmp_path, "an", watch.id) == watch
    assert watch.query == WIDE
    assert (watch.name, watch.looked, watch.made_at, watch.mails) == ("zonnepanelen op daken", 3, NOW, False)


def test_the_same_search_is_followed_once(tmp_path: Path) -> None:
    assert made(tmp_path).id == made(tmp_path).id
    assert made(tmp_path).id != made(tmp_path, query=Query("zonnepanelen op daken")).id
    assert made(tmp_path).id != made(tmp_path, "bert").id


def test_what_is_somebody_elses_is_not_there(tmp_path: Path) -> None:
    watch = made(tmp_path)
    assert watches.listed(tmp_path, "bert") == []
    for act in (
        lambda: watches.of(tmp_path, "bert", watch.id),
        lambda: watches.rename(tmp_path, "bert", watch.id, "mijn"),
        lambda: watches.ask(tmp_path, "bert", watch.id, Query("ander"), 4),
        lambda: watches.renew(tmp_path, "bert", watch.id),
        lambda: watches.mail_to(tmp_path, "bert", watch.id, "bert@huis.example"),
        lambda: watches.remove(tmp_path, "bert", watch.id, NOW),
        lambda: watches.of(tmp_path, "an", "0" * 16),
    ):
        with pytest.raises(NotFound):
            act()
    assert watches.of(tmp_path, "an", watch.id) == watch


def test_a_private_address_leads_to_its_watch_until_it_is_renewed(tmp_path: Path) -> None:
    watch = made(tmp_path)
    assert len(watch.token) == 32
    assert watches.by_token(tmp_path, watch.token).id == watch.id
    watches.renew(tmp_path, "an", watch.id)
    with pytest.raises(NotFound):
        watches.by_token(tmp_path, watch.token)
    assert watches.by_token(tmp_path, watches.of(tmp_path, "an", watch.id).token).id == watch.id


@pytest.mark.parametrize("token", ["", "x", "0" * 32, "0" * 31, "' OR 1=1 --", "é" * 32, "\ud800" * 32, "0" * 10_000])
def test_any_other_address_leads_nowhere(tmp_path: Path, token: str) -> None:
    made(tmp_path)
    for look in (watches.by_token, watches.by_stop):
        with pytest.raises(NotFound):
            look(tmp_path, token)


def test_what_was_removed_leads_nowhere_and_can_be_taken_back(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watches.remove(tmp_path, "an", watch.id, NOW)
    assert watches.listed(tmp_path, "an") == watches.every(tmp_path) == []
    with pytest.raises(NotFound):
        watches.by_token(tmp_path, watch.token)
    assert watches.removed(tmp_path, "an", NOW) == [watch]
    watches.purge(tmp_path, NOW + timedelta(days=29))
    watches.undo_removal(tmp_path, "an", watch.id)
    assert watches.listed(tmp_path, "an") == [watch]


def test_what_was_removed_a_month_ago_is_gone_with_all_that_it_found(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watch_news.keep(tmp_path, watch.id, [News("k", NOW, Reminder("c", "einde", date(2027, 1, 1), 90))])
    watches.remove(tmp_path, "an", watch.id, NOW)
    watches.purge(tmp_path, NOW + timedelta(days=31))
    assert watches.removed(tmp_path, "an", NOW) == []
    assert watch_news.listed(tmp_path, watch.id) == []


def test_another_question_forgets_what_the_first_one_found(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watch_news.keep(tmp_path, watch.id, [News("k", NOW, Reminder("c", "einde", date(2027, 1, 1), 90))])
    watches.ask(tmp_path, "an", watch.id, Query("deelfietsen"), 7)
    asked = watches.of(tmp_path, "an", watch.id)
    assert (asked.query, asked.looked) == (Query("deelfietsen"), 7)
    assert watch_news.listed(tmp_path, watch.id) == []


def test_nothing_cannot_be_followed_and_a_name_cannot_be_empty(tmp_path: Path) -> None:
    watch = made(tmp_path)
    for act in (
        lambda: made(tmp_path, query=Query("  ")),
        lambda: watches.rename(tmp_path, "an", watch.id, " \x00 "),
        lambda: watches.ask(tmp_path, "an", watch.id, Query(""), 4),
    ):
        with pytest.raises(QueryError):
            act()


@pytest.mark.parametrize("hostile", ["a\r\nBcc: x@y.example", "\ud800 zon", "'; DROP TABLE watches; --", "x" * 50_000])
def test_hostile_names_and_questions_are_kept_as_one_short_line(tmp_path: Path, hostile: str) -> None:
    watch = made(tmp_path, query=Query(hostile), name=hostile)
    kept = watches.listed(tmp_path, "an")[0]
    assert kept == watch
    assert len(kept.name) <= watches.LONGEST_NAME
    assert kept.name.isprintable()
    assert len(kept.query.text) <= 500


def test_one_person_follows_no_more_than_he_can_look_at(tmp_path: Path) -> None:
    for i in range(watches.MOST):
        made(tmp_path, query=Query(f"onderwerp {i}"))
    with pytest.raises(QueryError, match="Verwijder er eerst een"):
        made(tmp_path, query=Query("nog een"))
    assert made(tmp_path, "bert", Query("nog een"))


@pytest.mark.parametrize("broken", ["", "geen json", "[]", '{"text": 3}', '{"text": "zon", "kinds": ["onbekend"]}'])
def test_a_damaged_row_is_passed_over_and_said_and_the_others_stay(
    tmp_path: Path, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = made(tmp_path), made(tmp_path, query=Query("strooizout"))
    with writing(tmp_path, SCHEMA) as db:
        db.execute("UPDATE watches SET query = ? WHERE id = ?", [broken, bad.id])
    with caplog.at_level(logging.ERROR):
        assert watches.listed(tmp_path, "an") == [good]
    assert bad.id in caplog.text


def test_mail_goes_nowhere_before_the_address_is_confirmed(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watches.mail_to(tmp_path, "an", watch.id, "an@huis.example")
    kept = watches.of(tmp_path, "an", watch.id)
    assert kept.address == "an@huis.example"
    assert not kept.mails


def test_the_link_in_a_mail_ends_the_mails_and_keeps_the_watch(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watches.mail_to(tmp_path, "an", watch.id, "an@huis.example")
    watches.stop_mail(tmp_path, watch.stop)
    assert watches.of(tmp_path, "an", watch.id).address == ""


def find(content: str = "a") -> Find:
    return Find(content, "map/a.md", "p", 3, ((1, 4), (9, 12)), (0, 20), True)


def test_news_is_kept_once_and_read_back_as_it_was(tmp_path: Path) -> None:
    watch = made(tmp_path)
    first = News("a", NOW, find())
    reminder = News("r", NOW + timedelta(hours=1), Reminder("c", "einde", date(2027, 1, 1), 90))
    assert watch_news.keep(tmp_path, watch.id, [first, reminder], 9) == [first, reminder]
    assert watch_news.keep(tmp_path, watch.id, [first], 8) == []
    assert watch_news.listed(tmp_path, watch.id) == [reminder, first]
    assert watches.of(tmp_path, "an", watch.id).looked == 9


def test_seen_and_mailed_are_noted_apart_and_by_the_owner_alone(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watch_news.keep(tmp_path, watch.id, [News("a", NOW, find("a")), News("b", NOW, find("b"))])
    watch_news.mark_seen(tmp_path, "bert", watch.id, ["a", "b"])
    assert not any(each.is_seen for each in watch_news.listed(tmp_path, watch.id))
    watch_news.mark_seen(tmp_path, "an", watch.id, ["a"])
    watch_news.mark_mailed(tmp_path, watch.id, ["b"])
    assert [(e.key, e.is_seen, e.is_mailed) for e in watch_news.listed(tmp_path, watch.id)] == [
        ("a", True, False),
        ("b", False, True),
    ]


def test_of_very_much_news_the_newest_is_kept(tmp_path: Path) -> None:
    watch = made(tmp_path)
    every = [News(f"{i:05}", NOW + timedelta(seconds=i), find(str(i))) for i in range(watch_news.MOST + 5)]
    watch_news.keep(tmp_path, watch.id, every)
    kept = watch_news.listed(tmp_path, watch.id)
    assert len(kept) == watch_news.MOST
    assert kept[0].key == every[-1].key


def test_damaged_news_is_passed_over(tmp_path: Path) -> None:
    watch = made(tmp_path)
    watch_news.keep(tmp_path, watch.id, [News("a", NOW, find("a")), News("b", NOW, find("b"))])
    with writing(tmp_path, SCHEMA) as db:
        db.execute("UPDATE watch_news SET told = '[1]' WHERE key = 'a'")
    assert [each.key for each in watch_news.listed(tmp_path, watch.id)] == ["b"]
