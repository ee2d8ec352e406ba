"""The board of contracts: what is open to join, what expires when, and where that stands. Finds nothing itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from desk.registers import board
from desk.registers.board import Only, Row, What
from search.answer import Query
from search.registers.agreements import Field
from search.registers.contracts import SOON, Contract, Evidence, Phase
from views import session
from views.address import CONTRACT, CONTRACTS, Address, link
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, element, escaped
from views.registers import contract_chart, texts

NAMES_SHOWN: Final = 4  # of those who buy, take part, joined or may join; the rest stands on the page of the contract
_COLUMNS: Final = (
    texts.COLUMN_CONTRACT, texts.COLUMN_BUYER, texts.COLUMN_MEMBERS, texts.COLUMN_JOIN, texts.COLUMN_END,
    texts.COLUMN_NOTICE, texts.COLUMN_CEILING,
)  # fmt: skip


def show() -> None:
    """Show the contracts that pass the choice, as a picture and as a table, and what to take along."""
    address, problems = session.read_address()
    today = date.today()
    every = session.registers().register(session.reader()).contracts
    widgets.show(element("h1", escaped(texts.CONTRACTS_HEADING)), _line(every, today) if every else "")
    if problems:
        widgets.show(widgets.notice(problems))
    if not every:
        widgets.show(sources.nothing(texts.NO_CONTRACTS_HEADING, texts.NO_CONTRACTS))
        return
    widgets.show(choice(address, tuple(session.overview().municipalities)))
    rows = board.rows(every, today, address.only, address.query.municipalities)
    if not rows:
        back = element("p", anchor(CONTRACTS, escaped(texts.SHOW_ALL)))
        widgets.show(element("p", escaped(texts.NONE_CHOSEN), {"role": "status"}), back)
        return
    contract_chart.show(rows, today)
    given = {"enkel": str(address.only), "gemeente": address.query.municipalities}
    widgets.show(tables(rows, today), sources.exports("/export/overeenkomsten", given, ("xlsx", "csv", "ics")))


def _line(every: Sequence[Contract], today: date) -> str:
    ending = [each for each in every if (days := each.days_left(today)) is not None and 0 <= days <= SOON]
    line = texts.CONTRACTS_LINE.format(
        all=dutch.counted(len(every), texts.CONTRACTS_COUNTED),
        open=dutch.counted(sum(each.may_still_join(today) for each in every), texts.OPEN_COUNTED),
        ending=dutch.counted(len(ending), texts.ENDING_COUNTED),
    )
    return element("p", escaped(line), {"class": "sg-lead"})


def choice(address: Address, municipalities: Sequence[str]) -> str:
    """Return the choice of contracts as links, and that of a municipality as a form."""
    labels = {Only.ALL: texts.CHOICE_ALL, Only.OPEN: texts.CHOICE_OPEN, Only.ENDING: texts.CHOICE_ENDING}
    query = Query("", address.query.municipalities)
    options = [
        (link(Address(query, only=only), CONTRACTS), label, only is address.only) for only, label in labels.items()
    ]
    parts = widgets.choices(options, texts.CHOICE_LABEL)
    return element("div", parts + _municipality_form(address, municipalities), {"class": "sg-choose"})


def _municipality_form(address: Address, municipalities: Sequence[str]) -> str:
    chosen = next(iter(address.query.municipalities), "")
    options = [("", texts.EVERY_MUNICIPALITY), *((name, name) for name in sorted(municipalities))]
    inner = "".join(
        element("option", escaped(label), {"value": value, "selected": value == chosen}) for value, label in options
    )
    hidden = f'<input type="hidden" name="enkel" value="{escaped(address.only)}">' if address.only else ""
    select = element("select", inner, {"name": "gemeente"})
    label = element("label", escaped(texts.CHOOSE_MUNICIPALITY) + select)
    button = element("button", escaped(texts.SHOW), {"type": "submit", "class": "sg-button"})
    return element("form", hidden + label + button, {"action": CONTRACTS, "data-intern": True, "class": "sg-pick"})


def tables(rows: Sequence[Row], today: date) -> str:
    """Return the board; what is over stands folded under it, unless there is nothing else."""
    current = [row for row in rows if row.phase is not Phase.ENDED]
    over = [row for row in rows if row.phase is Phase.ENDED]
    html = _table(current, today) if current else ""
    if not over:
        return html
    summary = element("summary", escaped(dutch.counted(len(over), texts.ENDED_HEADING)))
    return html + element("details", summary + _table(over, today), {"class": "sg-over", "open": not current})


def _table(rows: Sequence[Row], today: date) -> str:
    head = "".join(element("th", escaped(column), {"scope": "col"}) for column in _COLUMNS)
    body = "".join(_row(row, today) for row in rows)
    caption = element("caption", escaped(texts.BOARD), {"class": "sg-hidden"})
    table = element("table", caption + element("thead", element("tr", head)) + element("tbody", body))
    attributes = {"class": "sg-table sg-board", "tabindex": 0, "role": "region", "aria-label": texts.BOARD}
    return element("div", table, attributes)


def _row(row: Row, today: date) -> str:
    contract = row.contract
    title = anchor(link(Address(contract=contract.key), CONTRACT), escaped(row.name), {"class": "sg-title"})
    state = element("div", sources.phase(row.phase), {"class": "sg-under"})
    ceiling = contract.first(Field.CEILING)
    cells = (
        element("strong", title) + state,
        names(row.purchasers),
        members(row, today),
        _deadline(row, What.JOIN, today),
        _deadline(row, What.END, today),
        _renewal(row),
        sources.fact_link(ceiling) if ceiling else "",
    )
    return element("tr", "".join(_cell(name, cell) for name, cell in zip(_COLUMNS, cells, strict=True)))


def _cell(name: str, content: str) -> str:
    unknown = element("span", escaped(texts.NOT_SAID), {"class": "sg-muted"})
    return element("td", content or unknown, {"data-label": name, "data-empty": not content})


def members(row: Row, today: date) -> str:
    """Return who takes part as equals, who joined and who may: a few names of each."""
    may = sources.may_join(row.contract, today)
    return "".join(
        element("p", f"{escaped(label)} {names(facts)}")
        for label, facts in ((texts.PARTNERS, row.partners), (texts.JOINED, row.joined), (may, row.may_join))
        if facts
    )


def names(facts: Sequence[Evidence]) -> str:
    """Return a few names, and how many more there are."""
    shown = ", ".join(sources.fact_link(each) for each in facts[:NAMES_SHOWN])
    rest = len(facts) - NAMES_SHOWN
    return shown + (f" {escaped(texts.OTHERS.format(n=rest))}" if rest > 0 else "")


def _deadline(row: Row, what: What, today: date) -> str:
    found = row.deadline(what)
    if found is None:
        return ""
    days = (found.day - today).days
    text = texts.CLOSED if days < 0 and what is What.JOIN else sources.left(days)
    soon = " sg-soon" if 0 <= days <= SOON else ""
    under = element("div", escaped(text), {"class": f"sg-under{soon}"})
    return sources.fact_link(found.evidence, dutch.day(found.day)) + under


def _renewal(row: Row) -> str:
    renewal = row.contract.first(Field.RENEWAL)
    parts = [sources.fact_link(renewal, sources.value(replace(renewal.fact, detail="")))] if renewal else []
    notice = row.deadline(What.NOTICE)
    if notice:
        parts.append(sources.fact_link(notice.evidence, texts.NOTICE_BY.format(day=dutch.day(notice.day))))
    elif terms := row.contract.facts.get(Field.NOTICE):
        shown = texts.NOTICE_OF.format(duration=sources.value(replace(terms[0].fact, detail="")))
        parts.append(sources.fact_link(terms[0], shown))
    if row.may_have_been_renewed:
        parts.append(element("span", escaped(texts.RENEWED), {"class": "sg-muted"}))
    return "".join(element("p", part) for part in parts)
