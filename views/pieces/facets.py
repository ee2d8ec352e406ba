"""The filters beside a list: municipality, kind, body, period, each value with how many documents it would leave.

Every value is a link to the same question with that filter put on or taken off, so no filter has a state of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from search.answer import Facets, Query
from search.types import Kind
from views import texts
from views.address import SEARCH, Address, link, parameters, toggled
from views.pieces import dutch
from views.pieces.markup import anchor, element, escaped

_FIRST: Final = 6  # values shown before "more"
_LEGISLATURES: Final = ((2007, 2012), (2013, 2018), (2019, 2024), (2025, 2030))  # of Flemish local councils


def block(address: Address, facets: Facets, path: str = SEARCH) -> str:
    """Return all filters; on a narrow screen they fold away behind one line."""
    query = address.query

    def to(changed: Query) -> str:
        return link(address.with_query(changed), path)

    groups = (
        _group(
            texts.MUNICIPALITY, facets.municipalities, query.municipalities, str,
            lambda name: to(replace(query, municipalities=toggled(query.municipalities, name))),
        ),
        _group(
            texts.KIND, facets.kinds, [str(kind) for kind in query.kinds], dutch.kind,
            lambda name: to(replace(query, kinds=_kinds(toggled([str(kind) for kind in query.kinds], name)))),
        ),
        _period(address, facets.years, path),
        _group(
            texts.BODY, facets.bodies, query.bodies, str,
            lambda name: to(replace(query, bodies=toggled(query.bodies, name))),
        ),
    )  # fmt: skip
    count = len(query.municipalities) + len(query.kinds) + len(query.bodies) + bool(query.since or query.until)
    label = texts.FILTERS_ON.format(count=count) if count else texts.FILTERS
    summary = element("summary", element("h2", escaped(label)))
    explained = element("p", escaped(texts.COUNT_EXPLAINED), {"class": "sg-hidden"})
    return element("details", summary + explained + "".join(groups), {"class": "sg-filters"})


def _group(
    heading: str,
    counts: Mapping[str, int],
    chosen: Sequence[str],
    name: Callable[[str], str],
    href: Callable[[str], str],
) -> str:
    """Return one filter: the chosen values first, then the most frequent; the rest behind "more"."""
    values = [*chosen, *(value for value in counts if value not in chosen)]
    if not values:
        return ""
    rows = [_value(name(value), counts.get(value, 0), value in chosen, href(value)) for value in values]
    first = max(_FIRST, len(chosen))
    rest = rows[first:] if len(rows) > first + 1 else []
    shown = rows[: len(rows) - len(rest)]
    html = element("h3", escaped(heading)) + element("ul", "".join(shown))
    if rest:
        more = element("summary", escaped(texts.MORE_VALUES.format(count=len(rest))))
        html += element("details", more + element("ul", "".join(rest)), {"class": "sg-more-values"})
    return element("section", html, {"class": "sg-facet"})


def _value(label: str, count: int, is_chosen: bool, href: str) -> str:
    tick = element("span", "✓" if is_chosen else "", {"class": "sg-tick", "aria-hidden": "true"})
    said = element("span", escaped(f" ({texts.CHOSEN_MARK})"), {"class": "sg-hidden"}) if is_chosen else ""
    number = element("span", escaped(dutch.number(count)), {"class": "sg-count"})
    words = element("span", escaped(label) + said, {"class": "sg-value"})
    return element("li", anchor(href, tick + words + number, {"aria-current": "true" if is_chosen else None}))


def _period(address: Address, years: Mapping[int, int], path: str) -> str:
    query = address.query
    rows = []
    for first, last in _LEGISLATURES:
        count = sum(n for year, n in years.items() if first <= year <= last)
        since, until = date(first, 1, 1), date(last, 12, 31)
        is_chosen = (query.since, query.until) == (since, until)
        changed = replace(query, since=None, until=None) if is_chosen else replace(query, since=since, until=until)
        if count or is_chosen:
            href = link(address.with_query(changed), path)
            rows.append(_value(f"{first}-{last}", count, is_chosen, href))
    shortcuts = element("ul", "".join(rows), {"aria-label": texts.LEGISLATURES}) if rows else ""
    html = element("h3", escaped(texts.PERIOD)) + histogram(address, years, path) + shortcuts
    return element("section", html + _own_period(address, path), {"class": "sg-facet"})


def histogram(address: Address, years: Mapping[int, int], path: str = SEARCH) -> str:
    """Return a bar for each year from the first to the last with documents; a bar is a link to its year."""
    if not years:
        return ""
    highest = max(years.values())
    bars = []
    for year in range(min(years), max(years) + 1):
        count = years.get(year, 0)
        label = texts.YEAR_BAR.format(year=year, documents=dutch.counted(count, texts.DOCUMENTS))
        style = {"class": "sg-bar", "style": f"--share: {count / highest:.3f}"}
        bar = element("span", element("span", escaped(label), {"class": "sg-hidden"}), style)
        changed = replace(address.query, since=date(year, 1, 1), until=date(year, 12, 31))
        inside = anchor(link(address.with_query(changed), path), bar, {"title": label}) if count else bar
        bars.append(element("li", inside, {"aria-hidden": None if count else "true"}))
    ends = element("span", str(min(years))) + element("span", str(max(years)))
    return element("ul", "".join(bars), {"class": "sg-histogram", "aria-label": texts.PER_YEAR}) + element(
        "p", ends, {"class": "sg-ends", "aria-hidden": "true"}
    )


def _own_period(address: Address, path: str) -> str:
    """Return a form for any period; it works without scripts, as a form that asks for an address."""
    query = address.query
    kept = parameters(address.with_query(replace(query, since=None, until=None)))
    hidden = "".join(
        element("input", "", {"type": "hidden", "name": key, "value": value}).removesuffix("</input>")
        for key, values in kept.items()
        for value in values
    )
    fields = _year("van", texts.FROM_YEAR, query.since) + _year("tot", texts.TO_YEAR, query.until)
    button = element("button", escaped(texts.APPLY), {"type": "submit"})
    form = {"action": path, "method": "get", "data-intern": True, "class": "sg-period"}
    return element("form", hidden + fields + button, form)


def _year(key: str, label: str, day: date | None) -> str:
    attributes = {
        "type": "number", "name": key, "min": 1900, "max": 2100, "step": 1,
        "value": day.year if day else None, "inputmode": "numeric",
    }  # fmt: skip
    field = element("input", "", attributes).removesuffix("</input>")
    return element("label", f"{escaped(label)} {field}")


def _kinds(values: Sequence[str]) -> tuple[Kind, ...]:
    return tuple(Kind(value) for value in values)
