"""Of which municipalities nothing was found, or nothing for a long time. Pure.

A gap that is none is the worst that a note can say: what may be about the theme is quoted, with its page.
"""

from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from desk.brief import citing, leads, texts
from desk.brief.doubts import by_others
from desk.brief.positions import stances
from desk.brief.texts import HEADINGS
from desk.brief.theme import Found
from desk.note import Entry, Part, Section
from desk.registers.experience import Proof

YEARS: Final = 6  # a bestuursperiode: what is older was decided by another council


def section(found: Found) -> Section:
    """Return the section."""
    entries = [_entry(place, found) for place in found.places if place in found.read_in]
    if unread := [place for place in found.places if place not in found.read_in]:
        entries.append(Entry(texts.NOT_READ.format(places=", ".join(unread))))
    return Section(Part.GAPS, HEADINGS[Part.GAPS], tuple(each for each in entries if each))


def _entry(place: str, found: Found) -> Entry | None:
    """Return what is missing of a place; None where it has something of its own on it, not long ago."""
    last = found.last.get(place)
    is_over = last is not None and last < found.today - relativedelta(years=YEARS)
    if place in found.last and (not is_over or found.query.since or found.query.until):
        return None
    shown = next((proof for each in found.experience if each.who == place and (proof := by_others(each))), None)
    if shown and _is_later(shown, last):
        before = last or found.earlier.get(place)
        since = texts.NO_OWN_SINCE if before else texts.NO_OWN
        lead = texts.TAKES_PART.format(lead=since.format(place=place, day=leads.day(before)))
        return _quoted(shown, lead, found)
    doubt = next((each for each in found.doubts.get(place, ()) if _is_later(each.proof, last)), None)
    if doubt:
        under = texts.UNDER.format(theme=doubt.under) if doubt.under else ""
        lead = _since(place, last) if last else texts.NOTHING_SURE.format(place=place)
        return _quoted(doubt.proof, texts.MAYBE.format(lead=lead), found, under, _stance(place, last, found))
    if last is None:
        return Entry(_nothing(place, found))
    return Entry(", ".join(filter(None, (_since(place, last), _stance(place, last, found)))) + ".")


def _is_later(proof: Proof, last: date | None) -> bool:
    return last is None or (proof.day is not None and proof.day > last)


def _since(place: str, last: date | None) -> str:
    return texts.NOTHING_SINCE.format(place=place, day=leads.day(last))


def _quoted(proof: Proof, lead: str, found: Found, *more: str) -> Entry:
    """Return what there is, for a person to judge: the words of its title, and where it stands."""
    text, at = citing.cited(proof, found.pages)
    return Entry(text, at, lead, leads.sentence(leads.lead(proof.document), *more))


def _nothing(place: str, found: Found) -> str:
    """Return that nothing of its own was found of a place, and what was: an older paper, what others say of it."""
    if earlier := found.earlier.get(place):
        return texts.NOTHING_IN_PERIOD.format(place=place, day=leads.day(earlier))
    if said := _stance(place, None, found):
        return texts.ONLY_SAID.format(place=place, said=said)
    named = {each.who for each in found.experience}
    named |= {party for contract in found.contracts for party in contract.parties}
    if place in named:
        return texts.ONLY_NAMED.format(place=place)
    is_restricted = found.query.since or found.query.until
    return (texts.NOTHING_WITHIN if is_restricted else texts.NOTHING_OF).format(place=place)


def _stance(place: str, last: date | None, found: Found) -> str:
    """Return where a municipality said where it stands, after a day; empty where it did not."""
    told = (each.document for each in stances(found.matters, found.words) if place in each.places)
    said = next((each for each in told if last is None or (each.date and each.date > last)), None)
    return texts.SAID_THERE.format(where=leads.lead(said)) if said else ""
