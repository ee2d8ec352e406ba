"""Pieces of screen that show decisions, dossiers and links between them. They return HTML."""

import re
from collections.abc import Sequence
from datetime import date

from desk.exports.texts import REASONS
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.registers.linking import Link
from search.registers.treatments import Effect
from views import texts
from views.address import DECISION, DOCUMENT, DOSSIER, Address, link
from views.dossiers import texts as words
from views.pieces import dutch, widgets
from views.pieces.markup import anchor, element, escaped

_REFUSES = re.compile(r"\b(?:weigering|afwijzing)\W*$", re.IGNORECASE)
NEAR = 2  # matters before and after one that are shown beside it


def way(decision: Decision) -> str:
    """Return the address at which a decision opens; of a paper without items that of the paper itself."""
    if decision.papers[0].telling.is_item:
        return link(Address(decision=decision.key), DECISION)
    return link(Address(document=decision.document.id), DOCUMENT)


def outcome(decision: Decision) -> str:
    """Return the outcome in a badge, or nothing where there is none; to approve a refusal refuses what was asked."""
    if decision.effect is None:
        return ""
    if decision.effect is Effect.APPROVED and _REFUSES.search(decision.title):
        return element("span", escaped(words.REFUSED), {"class": "sg-outcome sg-outcome-refused"})
    kind = decision.effect.name.lower()
    return element("span", escaped(words.OUTCOMES[decision.effect]), {"class": f"sg-outcome sg-outcome-{kind}"})


def row(decision: Decision, because: Sequence[Link] = ()) -> str:
    """Return one matter in a timeline or list, with why it belongs there."""
    place = decision.municipality or decision.body or texts.NO_MUNICIPALITY
    parts = [
        element("span", escaped(place), {"class": "sg-pill sg-pill-place"}),
        element("span", escaped(dutch.kind(decision.document.kind)), {"class": "sg-pill"}),
        outcome(decision),
    ]
    head = element("p", " ".join(parts), {"class": "sg-meta"})
    title = element("p", anchor(way(decision), escaped(decision.title), {"class": "sg-title"}))
    return head + title + _because(because)


def timeline(dossier: Dossier) -> str:
    """Return what happened, by year, newest last."""
    items, year = [], ""
    for decision in dossier.decisions:
        now = str(decision.date.year) if decision.date else words.WITHOUT_DATE
        heading = element("h3", escaped(now), {"class": "sg-year"}) if now != year else ""
        year = now
        day = element("time", escaped(dutch.day(decision.date)), {"class": "sg-day"}) if decision.date else ""
        items.append(element("li", heading + day + row(decision, dossier.reasons(decision.key)[:1])))
    return element("ol", "".join(items), {"class": "sg-timeline"})


def around(dossier: Dossier, key: str) -> str:
    """Return what of a dossier came just before and just after one of its matters, with the way to the dossier."""
    at = next(i for i, each in enumerate(dossier.decisions) if each.key == key)
    near = dossier.decisions[max(0, at - NEAR) : at + NEAR + 1]
    rows = [
        element("li", element("span", escaped(words.THIS_ONE), {"class": "sg-muted"}))
        if each.key == key
        else element("li", widgets.when(each.date, date.today()) + row(each, _between(dossier, each.key, key)))
        for each in near
    ]
    name = anchor(link(Address(dossier=dossier.key), DOSSIER), escaped(dossier.title))
    count = dutch.counted(len(dossier.decisions), words.MATTERS)
    way_in = element("p", f"{escaped(words.IN_DOSSIER)} {name} ({escaped(count)})", {"class": "sg-others"})
    return (
        element("h2", escaped(words.AROUND_HEADING)) + way_in + element("ol", "".join(rows), {"class": "sg-timeline"})
    )


def _between(dossier: Dossier, one: str, other: str) -> tuple[Link, ...]:
    return tuple(each for each in dossier.reasons(one) if other in (each.one, each.other))[:1]


def dossier_card(dossier: Dossier, today: date) -> str:
    """Return a dossier in a list: its name, years, who it is of, and what it is about."""
    first, last = dossier.first, dossier.last
    years = str(last.year) if last else ""
    if first and last and first.year != last.year:
        years = words.YEARS.format(first=first.year, last=last.year)
    who = [*dossier.municipalities, *(body for body in dossier.bodies if body not in _COUNCILS)]
    places = [element("span", escaped(name), {"class": "sg-pill"}) for name in who[:6]]
    if dossier.is_pinned:
        places.insert(0, element("span", escaped(words.PINNED), {"class": "sg-pill sg-pill-place"}))
    counted = dutch.counted(len(dossier.decisions), words.MATTERS)
    about = " · ".join(filter(None, (counted, years, ", ".join(dossier.themes[:2]))))
    title = anchor(link(Address(dossier=dossier.key), DOSSIER), escaped(dossier.title), {"class": "sg-title"})
    meta = element("p", " ".join([*places, widgets.when(last, today)]), {"class": "sg-meta"})
    body = meta + element("h3", title) + element("p", escaped(about), {"class": "sg-muted"})
    return element("li", element("article", body, {"class": "sg-card"}))


_COUNCILS = frozenset(
    {
        "Gemeenteraad", "College van Burgemeester en Schepenen", "Burgemeester", "Vast Bureau",
        "Raad voor Maatschappelijk Welzijn",
    }
)  # fmt: skip
"""Bodies that every municipality has: beside its name they tell nothing."""


def _because(links: Sequence[Link]) -> str:
    if not links:
        return ""
    reasons = dict.fromkeys(REASONS[each.reason].format(said=each.said) for each in links)
    return element("p", escaped(words.BECAUSE + "; ".join(reasons) + "."), {"class": "sg-muted"})
