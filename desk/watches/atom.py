"""What a watch tells as an Atom feed (RFC 4287), by the library feedgen. Pure."""

import uuid
from collections.abc import Sequence
from typing import Final

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from desk import texts
from desk.watches import texts as watch_texts
from desk.watches.lines import Line
from desk.watches.watches import Watch

MOST: Final = 50  # entries, the newest: a program that looks once a month misses nothing of a usual watch
MEDIA_TYPE: Final = "application/atom+xml"
_NAMES: Final = uuid.UUID("6c1f2a0e-6f2b-5a55-9a53-0f7c7f6b1d51")


def feed(watch: Watch, lines: Sequence[Line], here: str, app: str) -> bytes:
    """Return the feed. It changes only when what it tells does: the same lines give the same bytes.

    Args:
        watch: What is followed.
        lines: What is new, the newest first.
        here: The address of the feed itself.
        app: The address at which a person finds the watch.
    """
    made = FeedGenerator()
    made.id(_urn(watch.id))  # not the private address: that may be renewed, and the entries must not come anew
    made.title(f"{watch_texts.APP}: {texts.printable(watch.name)}")
    made.author(name=watch_texts.APP)
    made.generator(watch_texts.APP)
    made.language("nl")
    made.link(href=here, rel="self", type=MEDIA_TYPE)
    made.link(href=app, rel="alternate", type="text/html")
    made.updated(max((each.found_at for each in lines), default=watch.made_at))
    for each in lines[:MOST]:
        entry = made.add_entry(order="append")
        entry.id(_urn(f"{watch.id}/{each.key}"))
        entry.title(each.title)
        entry.updated(each.found_at)
        entry.link(href=each.link, rel="alternate", type="text/html")
        entry.summary("\n".join(filter(None, (each.about, each.why, each.quoted))))
    content: bytes = made.atom_str(pretty=True)
    return content


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMES, name).urn
