from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from search.answer import Query
from search.permissions import allowed
from search.types import Kind, Reader


@pytest.fixture(scope="module")
def db():
    made = Database(memory=True)
    made.table("documents").insert_all(
        {"id": i, "audience": audience, "kind": kind, "municipality": m, "body": None, "date": day}
        for i, (audience, kind, m, day) in enumerate(
            [
                ("iedereen", "notulen", "Damme", "2016-05-23"),
                ("exello", "verslag", None, "2018-02-01"),
                ("iedereen", "standpunt", None, None),
                ("brugge", "notulen", "Brugge", "2020-02-24"),
            ],
            start=1,
        )
    )
    return made


def ids(db, reader, query=None):
    condition, parameters = allowed(reader, query)
    return {i for (i,) in db.execute(f"SELECT d.id FROM documents d WHERE {condition}", parameters)}


def test_nobody_reads_more_than_his_audiences(db):
    assert ids(db, Reader("a", frozenset({"iedereen"}))) == {1, 3}
    assert ids(db, Reader("a", frozenset({"iedereen", "exello"}))) == {1, 2, 3}


def test_without_an_audience_nothing_may_be_read(db):
    assert ids(db, Reader("a", frozenset())) == set()


def test_filters_narrow_and_never_widen(db):
    reader = Reader("a", frozenset({"iedereen"}))
    assert ids(db, reader, Query("", municipalities=("Brugge", "Damme"))) == {1}
    assert ids(db, reader, Query("", kinds=(Kind.POSITION,))) == {3}
    assert ids(db, reader, Query("", since=date(2016, 5, 23), until=date(2016, 5, 23))) == {1}
    assert ids(db, reader, Query("", since=date(2016, 5, 24))) == set()


@given(name=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_name_is_data_and_never_sql(db, name):
    found = ids(db, Reader("a", frozenset({name})))
    assert found == {i for i, audience in db.execute("SELECT id, audience FROM documents") if audience == name}
