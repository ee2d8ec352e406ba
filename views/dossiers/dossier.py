"""One dossier: what happened over the years, who leads and takes part, what it resembles, and how to put it right."""

from collections.abc import Mapping, Sequence
from functools import partial

import altair as alt
import streamlit as st

from search.answer import Query
from search.registers import edits
from search.registers.agreements import Field
from search.registers.contracts import Contract
from search.registers.dossiers import Dossier
from search.registers.edits import Edit, What
from views import session
from views.about import overview
from views.address import DOSSIER, DOSSIERS, Address, link
from views.dossiers import matters
from views.dossiers import texts as words
from views.notes import button as note_button
from views.notes import current as note_current
from views.pieces import acts, dutch, take_along, widgets
from views.pieces.markup import anchor, element, escaped

SIMILAR = 3
_ROLES = (
    (Field.PURCHASING_BODY, words.ROLE_PURCHASING),
    (Field.BUYER, words.ROLE_LEAD),
    (Field.JOINED, words.ROLE_JOINED),
    (Field.PARTY, words.ROLE_JOINED),
)
_PLACE = "dossier"
_OUT = "sg-uit"
_WITH = "sg-samen"


def show() -> None:
    """Show the dossier that the address names."""
    note_current.show()
    address, problems = session.read_address()
    if problems:
        widgets.show(widgets.notice(problems))
    if address.dossier is None:
        widgets.show(_back(), element("h1", escaped(words.PAGE_DOSSIER)), element("p", escaped(words.NONE_OPEN)))
        return
    dossier = session.registers().dossier(address.dossier, session.reader())
    session.name_screen(dossier.title)
    widgets.show(_back(), element("h1", escaped(dossier.title)), _about(dossier))
    note_button.for_dossier(dossier)
    main, beside = st.columns([3, 1], gap="large")
    with main:
        widgets.show(element("h2", escaped(words.TIMELINE_HEADING)))
        if len({each.date for each in dossier.decisions if each.date}) > 2:
            _picture(dossier)
        widgets.show(matters.timeline(dossier))
        widgets.show(take_along.links(Address(dossier=dossier.key), take_along.List.DOSSIER))
    with beside:
        widgets.show(_roles(dossier), _similar(dossier))
    _put_right(dossier)


def _back() -> str:
    return element("p", anchor(DOSSIERS, "← " + escaped(words.PAGE_DOSSIERS)), {"class": "sg-muted"})


def _about(dossier: Dossier) -> str:
    first, last = dossier.first, dossier.last
    years = words.YEARS.format(first=dutch.day(first), last=dutch.day(last)) if first and last and first != last else ""
    parts = (dutch.counted(len(dossier.decisions), words.MATTERS), years, ", ".join(dossier.themes[:3]))
    return element("p", escaped(" · ".join(filter(None, parts))), {"class": "sg-lead"})


def _picture(dossier: Dossier) -> None:
    rows = [
        {
            words.COLUMN_YEAR: each.date.isoformat(),
            words.COLUMN_BODY: each.municipality or each.body or "",
            words.COLUMN_TITLE: each.title[:120],
        }
        for each in dossier.decisions
        if each.date
    ]
    bar, label = overview.COLOURS["dark" if st.context.theme.type == "dark" else "light"]
    bodies = list(dict.fromkeys(row[words.COLUMN_BODY] for row in rows))
    names = alt.Axis(title=None, labelLimit=200, domain=False, ticks=False, aria=False)
    years = alt.Axis(title=None, format="%Y", tickCount="year", labelOverlap=True, aria=False)
    chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_circle(size=110, color=bar, opacity=0.9)
        .encode(
            x=alt.X(f"{words.COLUMN_YEAR}:T", axis=years),
            y=alt.Y(f"{words.COLUMN_BODY}:N", sort=bodies, axis=names),
            tooltip=[f"{words.COLUMN_TITLE}:N", alt.Tooltip(f"{words.COLUMN_YEAR}:T", format="%d/%m/%Y")],
        )
        .properties(height=26 * len(bodies) + 40)
        .configure_axis(labelColor=label, labelFontSize=13)
    )
    alternative = words.TIMELINE_ALT.format(first=rows[0][words.COLUMN_YEAR][:4], last=rows[-1][words.COLUMN_YEAR][:4])
    st.altair_chart(chart, width="stretch", alt=alternative)


def _roles(dossier: Dossier) -> str:
    """Return who buys for others, who joined, and whose bodies decided or discussed."""
    keys = {each.key for each in dossier.decisions}
    contracts = [each for each in session.registers().register(session.reader()).contracts if each.key in keys]
    told: dict[str, str] = {}
    for field, role in _ROLES:
        for name in _values(contracts, field):
            told.setdefault(name, role)
    for name in dossier.municipalities:
        told.setdefault(name, words.ROLE_DECIDED)
    if not told:
        return ""
    rows = "".join(
        element("li", f"{element('strong', escaped(name))} {element('span', escaped(role), {'class': 'sg-muted'})}")
        for name, role in told.items()
    )
    return element("h2", escaped(words.ROLES_HEADING)) + element("ul", rows, {"class": "sg-roles"})


def _values(contracts: Sequence[Contract], field: Field) -> list[str]:
    return [value for contract in contracts for value in contract.values(field)]


def _similar(dossier: Dossier) -> str:
    """Return the dossiers that a question after this one's title also finds."""
    registers, reader = session.registers(), session.reader()
    of = registers.register(reader).dossier_of
    passages = [result.passage for result in session.answer(Query(dossier.title), 10).results]
    keys = (key for key in registers.at_each(passages, reader) if key)
    found = {of[key].key: of[key] for key in keys if key in of and of[key].key != dossier.key}
    if not found:
        return ""
    links = "".join(
        element("li", anchor(link(Address(dossier=each.key), DOSSIER), escaped(each.title)))
        for each in list(found.values())[:SIMILAR]
    )
    return element("h2", escaped(words.SIMILAR_HEADING)) + element("ul", links)


def _put_right(dossier: Dossier) -> None:
    """Show the forms by which a person names, pins, merges and splits, and what was done so far."""
    made = [each for each in session.registers().register(session.reader()).edits if _is_of(each, dossier)]
    with st.expander(words.EDIT_HEADING):
        acts.said(_PLACE)
        _name(dossier)
        titles = {each.key: f"{each.date or ''} {each.title}"[:110] for each in dossier.decisions}
        others = {
            each.key: each.title[:110]
            for each in session.registers().register(session.reader()).dossiers
            if each.key != dossier.key
        }
        _take_out(titles)
        _merge(dossier, others)
        _made(made, titles | others)


def _name(dossier: Dossier) -> None:
    key = f"naam-{dossier.key}-{dossier.title}"  # another name is another field: it shows what is kept
    name = st.text_input(words.NAME_LABEL, value=dossier.title, max_chars=120, key=key).strip()
    left, right = st.columns(2)
    left.button(
        words.NAME_SAVE, key="sg-naam-bewaar", disabled=name in ("", dossier.title),
        on_click=_note, args=(What.RENAME, dossier.key, key),
    )  # fmt: skip
    right.button(
        words.PIN_SAVE, key="sg-zet-vast", disabled=dossier.is_pinned, on_click=_note, args=(What.PIN, dossier.key)
    )


def _take_out(titles: Mapping[str, str]) -> None:
    out = st.selectbox(
        words.TAKE_OUT_LABEL, list(titles), None, lambda key: titles.get(key, ""), placeholder=words.CHOOSE, key=_OUT
    )
    st.button(
        words.TAKE_OUT,
        key="sg-haal-uit",
        disabled=out is None or len(titles) < 2,
        on_click=_split,
        args=(tuple(titles),),
    )


def _merge(dossier: Dossier, others: Mapping[str, str]) -> None:
    other = st.selectbox(
        words.MERGE_LABEL, list(others), None, lambda key: others.get(key, ""), placeholder=words.CHOOSE, key=_WITH
    )
    st.button(
        words.MERGE, key="sg-voeg-samen", disabled=other is None,
        on_click=_note, args=(What.MERGE, dossier.key, _WITH),
    )  # fmt: skip


def _is_of(edit: Edit, dossier: Dossier) -> bool:
    keys = {paper.telling.own_key for each in dossier.decisions for paper in each.papers}
    keys |= {each.key for each in dossier.decisions}
    return edit.what in (What.MERGE, What.SPLIT, What.RENAME, What.PIN) and bool({edit.subject, edit.value} & keys)


def _made(made: Sequence[Edit], titles: dict[str, str]) -> None:
    if made:
        st.markdown(f"**{words.MADE_HEADING}**")
    for edit in reversed(made):
        said = words.MADE[str(edit.what)].format(
            value=titles.get(edit.value, edit.value), subject=titles.get(edit.subject, edit.subject)
        )
        line, button = st.columns([4, 1], vertical_alignment="center")
        line.text(f"{said} ({dutch.day(edit.made_at.astimezone().date())})")
        undo = partial(edits.undo, session.data_folder(), edit.id)
        button.button(words.UNDO, key=f"terug-{edit.id}", on_click=acts.do, args=(_PLACE, undo, words.UNDONE))


def _note(what: What, subject: str, field: str | None = None) -> None:
    """Note what a person decided of a dossier; the value stands in a field of the screen, where it takes one."""
    value = str(st.session_state.get(field) or "").strip() if field else ""
    if value or field is None:
        noted = partial(edits.note, session.data_folder(), session.reader(), what, subject, value)
        acts.do(_PLACE, noted, words.DONE)


def _split(keys: Sequence[str]) -> None:
    """Take the matter that is chosen out of those that form the dossier."""
    out = st.session_state.get(_OUT)
    if isinstance(out, str) and out in keys and len(keys) > 1:
        stays = next(key for key in keys if key != out)
        noted = partial(edits.note, session.data_folder(), session.reader(), What.SPLIT, out, stays)
        acts.do(_PLACE, noted, words.DONE)
