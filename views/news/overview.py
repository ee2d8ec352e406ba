"""The overview of what is new: counts per municipality and partnership, themes, who is absent. Returns HTML."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desk.news import texts as words
from desk.news.matters import Sort
from desk.news.news import News, Place
from views.address import NEWS, Address, link
from views.news import texts
from views.pieces import dutch
from views.pieces.markup import anchor, element, escaped

THEMES_SHOWN: Final = 12
_WIDEST: Final = 6  # rem that the longest bar takes


def line(found: News) -> str:
    """Return the period, how much is new in it, and until when dates of contracts are told."""
    period = found.period
    said = [texts.BETWEEN.format(since=dutch.day(period.since), until=dutch.day(period.until))]
    if counts := words.counts(found):
        said.append(words.NEW.format(counts=dutch.joined(counts)))
    lead = element("p", escaped(" ".join(said)), {"class": "sg-lead", "role": "status"})
    return lead + element("p", escaped(words.horizon(found)), {"class": "sg-muted"})


def themes(address: Address, found: News) -> str:
    """Return the themes of what is new, each a link that shows only what is about it; nothing where there are none."""
    shown = list(found.themes)[:THEMES_SHOWN]
    if address.theme and address.theme not in shown:
        shown.append(address.theme)
    if not shown:
        return ""
    every = [("", texts.EVERY_THEME, "")]
    every += [(theme, theme, dutch.number(found.themes.get(theme, 0))) for theme in shown]
    chips = "".join(
        element(
            "li",
            anchor(
                link(replace(address, theme=theme), NEWS),
                f"{escaped(name)} {element('span', count, {'class': 'sg-muted'})}",
                {"class": "sg-chip", "aria-current": "true" if theme == address.theme else None},
            ),
        )
        for theme, name, count in every
    )
    return element("ul", chips, {"class": "sg-chips", "aria-label": texts.BY_THEME})


def table(found: News) -> str:
    """Return the counts as a table, without columns that hold nothing; the name of each place leads to its news."""
    rows = [_counts(each) for each in found.places]
    kept = [i for i in range(len(texts.COLUMNS)) if any(row[i] for row in rows)]
    columns = [texts.PLACE, *(texts.COLUMNS[i] for i in kept), texts.ALL]
    head = "".join(element("th", escaped(column), {"scope": "col"}) for column in columns)
    most = max((each.count for each in found.places), default=1)
    body = "".join(
        _row(place, number, [row[i] for i in kept], place.count / most)
        for number, (place, row) in enumerate(zip(found.places, rows, strict=True), start=1)
    )
    caption = element("caption", escaped(texts.TABLE), {"class": "sg-hidden"})
    made = element("table", caption + element("thead", element("tr", head)) + element("tbody", body))
    attributes = {"class": "sg-table sg-news-counts", "tabindex": 0, "role": "region", "aria-label": texts.TABLE}
    return element("div", made, attributes)


def _counts(place: Place) -> list[int]:
    """Return how many of each there are, in the order of the columns."""
    return [*(len(place.of(sort)) for sort in Sort), len(place.ended), len(place.contracts), len(place.late)]


def _row(place: Place, number: int, counts: Sequence[int], share: float) -> str:
    name = element("a", escaped(words.name(place.name)), {"href": f"#nieuw-{number}"})
    none = element("span", "–", {"class": "sg-muted", "title": texts.NONE})
    cells = "".join(element("td", dutch.number(n) if n else none) for n in counts)
    bar = element(
        "span", "", {"class": "sg-news-bar", "style": f"width: {_WIDEST * share:.2f}rem", "aria-hidden": "true"}
    )
    total = element("td", f"{dutch.number(place.count)} {bar}", {"class": "sg-news-all"})
    return element("tr", element("th", name, {"scope": "row"}) + cells + total)


def rises(address: Address, found: News) -> str:
    """Return the themes that rose, each with its numbers and a link to what is new about it."""
    heading = element("h2", escaped(texts.RISES))
    if not found.rises:
        return heading + element("p", escaped(words.NO_RISE), {"class": "sg-muted"})
    rows = "".join(
        element("li", anchor(link(replace(address, theme=each.theme), NEWS), escaped(words.rise(each))))
        for each in found.rises
    )
    why = element("p", escaped(texts.RISES_WHY), {"class": "sg-muted"})
    return heading + element("ul", rows, {"class": "sg-news-rises"}) + why


def absent(found: News) -> str:
    """Return of whom nothing is new, and of whom nothing was read in."""
    told = (
        (words.SILENT, found.silent),
        (words.UNREAD, found.unread),
    )
    return "".join(
        element("p", escaped(form.format(places=dutch.joined(names))), {"class": "sg-muted"})
        for form, names in told
        if names
    )
