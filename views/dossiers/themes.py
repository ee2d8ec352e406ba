"""Themes over the years: how many papers each has; for one of them when and of whom, its dossiers, its newest."""

from collections import Counter
from datetime import date

import altair as alt
import streamlit as st

from search.registers.decisions import Decision
from views import session
from views.about import overview
from views.address import THEMES, Address, link
from views.dossiers import matters
from views.dossiers import texts as words
from views.pieces import take_along, widgets
from views.pieces.markup import anchor, element, escaped

SHOWN = 12


def show() -> None:
    """Show all themes, or the one that the address names."""
    address, problems = session.read_address()
    every = session.registers().decisions(session.reader())
    widgets.show(
        element("h1", escaped(words.THEMES_HEADING)), element("p", escaped(words.THEMES_INTRO), {"class": "sg-lead"})
    )
    counts = Counter(theme for each in every for theme in each.themes)
    if counts and address.theme and address.theme not in counts:
        problems = (*problems, words.NO_SUCH_THEME.format(theme=address.theme))
    widgets.show(widgets.notice(problems))
    if not counts:
        widgets.show(element("p", escaped(words.NO_THEMES), {"role": "status"}))
        return
    widgets.show(_list(counts, address.theme))
    if address.theme in counts:
        _one(address.theme, [each for each in every if address.theme in each.themes])


def _list(counts: Counter[str], chosen: str) -> str:
    links = [
        element(
            "li",
            anchor(
                link(Address(theme=theme), THEMES),
                f"{escaped(theme)} {element('span', str(count), {'class': 'sg-muted'})}",
                {"class": "sg-chip", "aria-current": "true" if theme == chosen else None},
            ),
        )
        for theme, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return element("ul", "".join(links), {"class": "sg-chips"})


def _one(theme: str, found: list[Decision]) -> None:
    session.name_screen(theme)
    _chart(theme, found)
    left, right = st.columns([3, 2], gap="large")
    today = date.today()
    with left:
        rows = "".join(element("li", _dated(each, today)) for each in found[:SHOWN])
        files = take_along.links(Address(theme=theme), take_along.List.DECISIONS)
        widgets.show(element("h2", escaped(words.LATEST_HEADING)), element("ol", rows, {"class": "sg-list"}), files)
    with right:
        dossiers = [
            each for each in session.registers().register(session.reader()).dossiers if theme in each.themes[:2]
        ]
        cards = "".join(matters.dossier_card(each, today) for each in dossiers[:SHOWN])
        if cards:
            heading = element("h2", escaped(words.DOSSIERS_OF_THEME))
            widgets.show(heading, element("ol", cards, {"class": "sg-list"}))


def _dated(decision: Decision, today: date) -> str:
    return element("article", widgets.when(decision.date, today) + matters.row(decision), {"class": "sg-card"})


def _chart(theme: str, found: list[Decision]) -> None:
    """Show the papers of each year, by municipality or partnership."""
    years = [each.date.year for each in found if each.date]
    if not years:
        return
    rows = Counter((str(each.date.year), each.municipality or each.body or "") for each in found if each.date)
    values = [
        {words.COLUMN_YEAR: year, words.COLUMN_BODY: body, "aantal": count} for (year, body), count in rows.items()
    ]
    colour, label = overview.COLOURS["dark" if st.context.theme.type == "dark" else "light"]
    every = [str(year) for year in range(min(years), max(years) + 1)]
    totals = Counter(body for _, body in rows.elements())
    names = alt.Axis(title=None, labelLimit=200, domain=False, ticks=False, aria=False)
    axis = alt.Axis(title=None, labelAngle=0, labelOverlap=True, domain=False, ticks=False)
    chart = (
        alt.Chart(alt.InlineData(values=values))
        .mark_circle(color=colour, opacity=0.9)
        .encode(
            x=alt.X(f"{words.COLUMN_YEAR}:O", scale=alt.Scale(domain=every), axis=axis),
            y=alt.Y(f"{words.COLUMN_BODY}:N", sort=[body for body, _ in totals.most_common()], axis=names),
            size=alt.Size("aantal:Q", legend=None, scale=alt.Scale(range=[60, 420])),
            tooltip=[f"{words.COLUMN_BODY}:N", f"{words.COLUMN_YEAR}:O", "aantal:Q"],
        )
        .properties(height=28 * len(totals) + 30)
        .configure_axis(labelColor=label, labelFontSize=13)
    )
    title = words.CHART_TITLE.format(theme=theme)
    widgets.show(element("h2", escaped(title), {"class": "sg-chart-title"}))
    st.altair_chart(chart, width="stretch", alt=title)
