"""What is in the knowledge base: counted by municipality, kind and year, what could not be read, and every document."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import altair as alt
import streamlit as st

from search.overview import Overview, Run
from search.types import Document
from views import session, texts
from views.address import DOCUMENT, OVERVIEW, TROUBLED, Address, link
from views.pieces import browse, dutch, widgets
from views.pieces.markup import anchor, breakable, element, escaped

COLOURS: Final = {"light": ("#2f7590", "#47555f"), "dark": ("#4fa3bf", "#c3cfd7")}
"""Of the bars and of the labels beside them, for each ground."""


def show() -> None:
    """Show the content in numbers, the list of documents, and what needs attention."""
    address, problems = session.read_address()
    overview = session.overview()
    widgets.show(element("h1", escaped(texts.OVERVIEW_HEADING)), _line(overview))
    if problems:
        widgets.show(widgets.notice(problems))
    if not address.is_filtered:
        _charts(overview)
    widgets.show(element("h2", escaped(texts.LIST_HEADING), {"id": "lijst"}))
    browse.show(address, OVERVIEW)
    widgets.show(_troubled(overview.troubled), _runs(overview.runs))


def _line(overview: Overview) -> str:
    line = texts.OVERVIEW_LINE.format(
        documents=dutch.counted(overview.documents, texts.DOCUMENTS),
        pages=dutch.counted(overview.pages, texts.PAGES),
        passages=dutch.counted(overview.passages, texts.PASSAGES),
    )
    last = overview.last_ingest
    if last is None:
        updated = texts.NEVER_INGESTED
    else:
        local = last.astimezone()
        age = dutch.age(local.date(), datetime.now().astimezone().date())
        updated = texts.LAST_INGEST.format(moment=_moment(local), age=age)
    return element("p", f"{escaped(line)} {escaped(updated)}", {"class": "sg-lead"})


def _moment(value: datetime) -> str:
    return f"{dutch.day(value.date())}, {value:%H:%M}"


def _charts(overview: Overview) -> None:
    kinds = {dutch.kind(kind): count for kind, count in overview.kinds.items()}
    first, last = min(overview.years, default=0), max(overview.years, default=-1)
    years = {str(year): overview.years.get(year, 0) for year in range(first, last + 1)}
    left, right = st.columns(2, gap="large")
    with left:
        _chart(texts.CHART_MUNICIPALITY, overview.municipalities, lies=True)
    with right:
        _chart(texts.CHART_KIND, kinds, lies=True)
    _chart(texts.CHART_YEAR, years, lies=False)


def _chart(title: str, counts: Mapping[str, int], *, lies: bool) -> None:
    """Show counts as bars, lying or standing, with the same figures as a table under it."""
    if not counts:
        return
    widgets.show(element("h2", escaped(title), {"class": "sg-chart-title"}))
    st.altair_chart(_bars(counts, lies=lies), width="stretch", alt=texts.CHART_ALT.format(title=title))
    rows = [(escaped(value), dutch.number(count)) for value, count in counts.items()]
    name = element("span", escaped(f": {title}"), {"class": "sg-hidden"})
    summary = element("summary", escaped(texts.AS_TABLE) + name)
    table = _grid(title, (texts.COLUMN_VALUE, texts.COLUMN_COUNT), rows)
    widgets.show(element("details", summary + table, {"class": "sg-as-table"}))


def _bars(counts: Mapping[str, int], *, lies: bool) -> alt.Chart:
    rows = [{texts.COLUMN_VALUE: value, texts.COLUMN_COUNT: count} for value, count in counts.items()]
    value, count = f"{texts.COLUMN_VALUE}:N", f"{texts.COLUMN_COUNT}:Q"
    bar, label = COLOURS["dark" if st.context.theme.type == "dark" else "light"]
    names = alt.Axis(title=None, labelLimit=220, labelAngle=0, domain=False, ticks=False, labelOverlap=True, aria=False)
    numbers = alt.Axis(title=None, tickMinStep=1, format="d", domain=False, aria=False)
    bars = alt.Chart(alt.InlineData(values=rows)).mark_bar(cornerRadiusEnd=2, color=bar)
    if lies:
        y = alt.Y(value, sort=list(counts), axis=names)
        x = alt.X(count, axis=numbers)
        height = 28 * len(counts) + 30
    else:
        x = alt.X(value, sort=list(counts), axis=names)
        y = alt.Y(count, axis=numbers)
        height = 180
    chart: alt.Chart = bars.encode(x=x, y=y, tooltip=[value, count]).properties(height=height)
    labelled: alt.Chart = chart.configure_axis(labelColor=label, labelFontSize=13)
    return labelled


def _grid(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose cells are HTML already."""
    head = "".join(element("th", escaped(column), {"scope": "col"}) for column in columns)
    body = "".join(element("tr", "".join(element("td", cell) for cell in row)) for row in rows)
    caption = element("caption", escaped(title), {"class": "sg-hidden"})
    table = element("table", caption + element("thead", element("tr", head)) + element("tbody", body))
    return element("div", table, {"class": "sg-table", "tabindex": 0, "role": "region", "aria-label": title})


def _troubled(documents: Sequence[Document]) -> str:
    heading = element("h2", escaped(texts.TROUBLED_HEADING), {"id": TROUBLED[1:]})
    if not documents:
        return heading + element("p", escaped(texts.TROUBLED_NONE))
    rows = []
    for document in documents:
        name = breakable(document.path)
        if not document.outcome.has_failed:
            name = anchor(link(Address(document=document.id), DOCUMENT), name)
        action = document.message or texts.ACTIONS[document.outcome]
        rows.append((name, escaped(texts.OUTCOMES[document.outcome].capitalize()), escaped(action)))
    columns = (texts.COLUMN_FILE, texts.COLUMN_WHY, texts.COLUMN_ACTION)
    intro = element("p", escaped(texts.TROUBLED_INTRO))
    return heading + intro + _grid(texts.TROUBLED_HEADING, columns, rows)


def _runs(runs: Sequence[Run]) -> str:
    if not runs:
        return ""
    columns = (
        texts.COLUMN_MOMENT, texts.COLUMN_ADDED, texts.COLUMN_CHANGED,
        texts.COLUMN_UNCHANGED, texts.COLUMN_REMOVED, texts.COLUMN_FAILED,
    )  # fmt: skip
    rows = [
        (
            escaped(_moment(run.started.astimezone())),
            *(dutch.number(n) for n in (run.added, run.changed, run.unchanged, run.removed, run.failed)),
        )
        for run in runs
    ]
    heading = element("summary", element("h2", escaped(texts.RUNS_HEADING)))
    return element("details", heading + _grid(texts.RUNS_HEADING, columns, rows), {"class": "sg-runs"})
