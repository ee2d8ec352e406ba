"""A region of three audiences whose files are read in, and what it takes to follow something there. For tests."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from access import reader_named
from api import feeds
from cli.__main__ import main
from desk.mail import run as mail_run
from desk.mail.post import Post
from desk.mail.settings import MailSettings, Security
from desk.watches import addresses as watch_addresses
from desk.watches import watches, watching
from desk.watches.watches import Watch, What
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.answer import Query
from search.types import Embedder
from tests.mail_server import Mailbox

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SOLAR = Query("zonnepanelen op daken")
READERS = ("iedereen", "a", "b")


@dataclass
class Region:
    """Folders of three audiences, and what is made of them."""

    root: Path
    embedder: Embedder

    @property
    def data(self) -> Path:
        return self.root / "data"

    def put(self, audience: str, name: str, text: str) -> None:
        file = self.root / audience / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def minutes(self, audience: str, name: str, day: str, word: str, subject: str = "zonnepanelen") -> None:
        self.put(
            audience,
            f"damme/{name}.md",
            f"# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n"
            f"## 3. Plaatsing van {subject} op de {word}. Goedkeuring.\n\n"
            f"De raad beslist om op het dak van de {word} {subject} te plaatsen.\n",
        )

    def contract(self, audience: str, name: str, end: str) -> None:
        self.put(
            audience,
            f"brugge/2024-09-01_raamovereenkomst_{name}.md",
            f"# Raamovereenkomst {name}\n\nStad Brugge\n\n## Artikel 1. Duur\n\n"
            f"De raamovereenkomst vangt aan op 1 september 2024 en eindigt op {end}.\n",
        )

    def read(self, *audiences: str) -> KnowledgeBase:
        for audience in audiences or READERS:
            if (self.root / audience).is_dir():
                ingest([self.root / audience], self.data, self.embedder, audience=audience, workers=1)
        return self.opened()

    def opened(self) -> KnowledgeBase:
        return open_knowledge_base(self.data, self.embedder)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Region:
    """What is there before anybody follows anything, read in once."""
    made = Region(tmp_path_factory.mktemp("streek") / "nu", embedder)
    for audience, day in zip(READERS, ("23 mei 2016", "24 mei 2016", "25 mei 2016"), strict=True):
        made.minutes(audience, f"oud-{audience}", day, f"oude sporthal {audience}")
        made.contract(audience, f"zout-{audience}", "31 december 2029")
    made.read()
    shutil.copytree(made.root, made.root.with_name("eerst"))
    return made


@pytest.fixture
def region(first: Region) -> Region:
    """The same each time, at the same place: files are known by where they stand."""
    shutil.rmtree(first.root)
    shutil.copytree(first.root.with_name("eerst"), first.root)
    return first


def follow(kb: KnowledgeBase, reader: str, query: Query = SOLAR, what: What = What.SEARCH) -> Watch:
    return watching.follow(kb, kb.data, f"owner-{reader}", reader_named(reader), what, query, NOW)


def mailed(kb: KnowledgeBase, watch: Watch) -> None:
    address = f"{watch.reader}@huis.example"
    watches.mail_to(kb.data, watch.owner, watch.id, address)
    if not watch_addresses.is_confirmed(kb.data, watch.owner, address):
        watch_addresses.confirm(kb.data, watch_addresses.ask(kb.data, watch.owner, address, NOW), NOW)


def with_news(region: Region) -> tuple[KnowledgeBase, Watch]:
    """Follow and mail, then read in one paper that answers: the knowledge base with it, and the watch."""
    kb = region.opened()
    watch = follow(kb, "iedereen")
    mailed(kb, watch)
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    return region.read("iedereen"), watch


def titles(kb: KnowledgeBase, watch: Watch) -> list[str]:
    now = watches.of(kb.data, watch.owner, watch.id)
    watching.look(kb, kb.data, now, NOW)
    told = watching.told(kb, kb.data, now, NOW.date())
    return [each.document.title if isinstance(each, watching.Found) else each.row.name for each in told]


def settings(port: int) -> MailSettings:
    here = "127.0.0.1"
    return MailSettings(here, port, Security.NONE, "", "", "geheugen@streek.example", "https://geheugen.example/")


def notify(kb: KnowledgeBase, port: int, now: datetime = NOW, patience: float = 5.0) -> mail_run.Round:
    with Post(settings(port), patience) as post:
        return mail_run.notify(kb, settings(port), post, now)


@pytest.fixture
def client() -> Callable[[KnowledgeBase], TestClient]:
    return lambda kb: TestClient(Starlette(routes=feeds.routes(lambda: kb)))


def body(message: object) -> str:
    part = message.get_body(("plain",))  # type: ignore[attr-defined]
    return str(part.get_content())


def everything_told(kb: KnowledgeBase, client: TestClient, watch: Watch, box: Mailbox) -> str:
    """Return all that one watch tells anywhere: list, feed, calendar, mail."""
    now = watches.of(kb.data, watch.owner, watch.id)
    told = [client.get(f"/volg/{watch.token}.atom").text, client.get(f"/volg/{watch.token}.ics").text]
    told += titles(kb, watch)
    for each in watching.told(kb, kb.data, now, NOW.date()):
        if isinstance(each, watching.Found):
            told += [str(watching.quote(kb, now, each)), str(each.document)]
        else:
            told += [str(each)]
    told += [bytes(mail).decode() + body(mail) for mail in box.taken if mail["To"] == f"{watch.reader}@huis.example"]
    return "\n".join(told)


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out or "{}")
