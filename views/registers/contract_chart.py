"""Contracts on a line of time, with today: a picture beside the table that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import altair as alt
import streamlit as st

from desk.registers.board import Row, What
from search.registers.agreements import Field
from search.registers.contracts import Phase
from views.about.overview import COLOURS
from views.pieces import dutch, widgets
from views.pieces.markup import element, escaped
from views.registers import texts

MOST: Final = 30
_LATELY: Final = timedelta(days=365)  # what ended longer ago stands in the table only
_BEFORE: Final = timedelta(days=4 * 365)  # an older beginning is cut off
_ROW: Final = 44  # pixels: the name above, the bar under it
_BARS: Final[Mapping[str, Mapping[Phase, str]]] = {
    "light": {
        Phase.OPEN: "#2e7d4f", Phase.RUNNING: "#2f7590", Phase.ENDING: "#b35c00", Phase.ENDED: "#8a98a3",
        Phase.COMING: "#7a6aa8",
    },
    "dark": {
        Phase.OPEN: "#58b37f", Phase.RUNNING: "#4fa3bf", Phase.ENDING: "#e39a4a", Phase.ENDED: "#6d7d89",
        Phase.COMING: "#a99ad6",
    },
}  # fmt: skip

_GROUND: Final[Mapping[str, str]] = {"light": "#ffffff", "dark": "#11181e"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A contract in the picture."""

    name: str
    start: date
    end: date
    phase: Phase
    join: date | None


def show(rows: Sequence[Row], today: date) -> None:
    """Show the picture, what its signs mean, and what is not in it; nothing where there is nothing to draw."""
    drawn, undated = bars(rows, today)
    if not drawn:
        return
    widgets.show(element("h2", escaped(texts.CHART_HEADING), {"class": "sg-chart-title"}))
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.altair_chart(chart(drawn[:MOST], today, theme), width="stretch", alt=alternative(drawn[:MOST]))
    lines = [texts.CHART_LEGEND]
    if undated:
        lines.append(dutch.counted(undated, texts.CHART_WITHOUT))
    if len(drawn) > MOST:
        lines.append(texts.CHART_MORE.format(most=MOST))
    widgets.show(element("p", escaped(" ".join(lines)), {"class": "sg-muted"}))


def bars(rows: Sequence[Row], today: date) -> tuple[list[Bar], int]:
    """Return the contracts that can be drawn, and how many cannot for want of a last day."""
    made, undated = [], 0
    for row in rows:
        contract = row.contract
        end = contract.day(Field.END)
        if end is None:
            undated += 1
            continue
        start = contract.day(Field.START) or contract.day(Field.SIGNED) or contract.document.date
        join = row.deadline(What.JOIN)
        if end >= today - _LATELY and start and start <= end:
            made.append(Bar(row.name, start, end, row.phase, join.day if join else None))
    return made, undated


def alternative(drawn: Sequence[Bar]) -> str:
    """Return what the picture shows, in a sentence."""
    first, last = min(bar.start for bar in drawn), max(bar.end for bar in drawn)
    return texts.CHART_ALT.format(n=len(drawn), first=dutch.day(first), last=dutch.day(last))


def chart(drawn: Sequence[Bar], today: date, theme: str) -> alt.LayerChart:
    """Return the picture, in the colours of a theme."""
    label, ground = COLOURS[theme][1], _GROUND[theme]
    first = max(min(min(bar.start for bar in drawn), today), today - _BEFORE)
    last = max(max(bar.end for bar in drawn), today) + timedelta(days=30)
    rows = [_values(i, bar, first) for i, bar in enumerate(drawn)]
    scale = alt.Scale(domain=[first.isoformat(), last.isoformat()], type="utc")
    axis = alt.Axis(title=None, format="%Y", tickCount="year", domain=False, grid=True, gridOpacity=0.25, aria=False)
    start = alt.X("start:T", scale=scale, axis=axis)
    place = alt.Y("row:O", axis=None)
    colours = _BARS[theme]
    colour = alt.Color(
        f"{texts.CHART_PHASE}:N",
        scale=alt.Scale(domain=[str(phase) for phase in colours], range=list(colours.values())),
        legend=None,
    )
    tooltip = [texts.CHART_NAME, texts.CHART_START, texts.CHART_END, texts.CHART_PHASE]
    base = alt.Chart(alt.InlineData(values=rows))
    spans = base.mark_bar(height=12, cornerRadius=3, yOffset=9).encode(
        x=start, x2="end:T", y=place, color=colour, tooltip=[f"{name}:N" for name in tooltip]
    )
    names = base.mark_text(align="left", dy=-9, fontSize=13, color=label, limit=alt.ExprRef("width")).encode(
        x=alt.value(0), y=place, text=f"{texts.CHART_NAME}:N"
    )
    joins = base.mark_point(
        shape="diamond", size=90, filled=True, yOffset=9, opacity=1, color=label, stroke=ground
    ).encode(x=alt.X("join:T", scale=scale), y=place)
    return _with_today(spans, joins, names, today, label).properties(height=_ROW * len(drawn) + 30)


def _with_today(spans: alt.Chart, joins: alt.Chart, names: alt.Chart, today: date, label: str) -> alt.LayerChart:
    now = alt.Chart(alt.InlineData(values=[{"day": today.isoformat(), "name": texts.CHART_TODAY}]))
    line = now.mark_rule(color=label, strokeWidth=1.5, strokeDash=[5, 3]).encode(x="day:T")
    layered = alt.LayerChart(layer=[spans, line, joins, names])
    configured: alt.LayerChart = layered.configure_axis(labelColor=label, labelFontSize=13).configure_view(stroke=None)
    return configured


def _values(row: int, bar: Bar, first: date) -> dict[str, object]:
    join = bar.join if bar.join and bar.join >= first else None
    return {
        "row": row,
        "start": max(bar.start, first).isoformat(),
        "end": bar.end.isoformat(),
        "join": join.isoformat() if join else None,
        texts.CHART_NAME: bar.name,
        texts.CHART_START: dutch.day(bar.start),
        texts.CHART_END: dutch.day(bar.end),
        texts.CHART_PHASE: str(bar.phase),
    }
