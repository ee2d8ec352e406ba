"""Of which municipalities nothing was found, or nothing for a long time. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from desk.brief import leads, texts
from desk.brief.positions import stances
from desk.brief.texts import HEADINGS
from desk.brief.theme import Found
from desk.note import Entry, Part, Section

YEARS: Final = 6  # a bestuursperiode: what is older was decided by another council


def section(found: Found) -> Section:
    """Return the section."""
    return Section(Part.GAPS, HEADINGS[Part.GAPS], tuple(Entry(line) for line in _lines(found)))


def _lines(found: Found) -> Iterator[str]:
    own = _last(found)
    named = {place for contract in found.contracts for place in contract.parties}
    named |= {place for each in stances(found.matters, found.words) for place in each.places}
    oldest = found.today - relativedelta(years=YEARS)
    for place in (place for place in found.places if place in found.read_in):
        if place in own:
            last = own[place]
            if last and last < oldest and found.query.since is None and found.query.until is None:
                yield texts.NOTHING_SINCE.format(place=place, day=leads.day(last))
        elif doubtful := _beside(place, found):
            yield doubtful
        elif earlier := found.earlier.get(place):
            yield texts.NOTHING_IN_PERIOD.format(place=place, day=leads.day(earlier))
        elif place in named:
            yield texts.ONLY_NAMED.format(place=place)
        else:
            yield texts.NOTHING_OF.format(place=place)
    if unread := [place for place in found.places if place not in found.read_in]:
        yield texts.NOT_READ.format(places=", ".join(unread))


def _beside(place: str, found: Found) -> str:
    """Return what was found of a place that may or may not be about the theme, for a person to judge."""
    decision = next((each for each in found.beside if each.municipality == place), None)
    if decision is None:
        return ""
    return texts.DOUBTFUL.format(place=place, title=decision.title.rstrip("."), day=leads.day(decision.date))


def _last(found: Found) -> dict[str, date | None]:
    """Return the day of the last paper of each municipality of which something was found."""
    last: dict[str, date | None] = {}
    for matter in found.matters:  # newest first
        if matter.decision.municipality:
            last.setdefault(matter.decision.municipality, matter.day)
    return last
