"""Pieces of screen on items of a sitting: the way to one, an agenda of them, a vote. They return HTML.

Knows nothing of where items come from; a link keeps the question that led here.
"""

from collections.abc import Sequence
from dataclasses import replace

from search.registers.decisions import MEETINGS, Decision, Standing, State
from search.registers.sittings import sitting_of
from search.registers.treatments import Vote
from search.types import Document, Kind
from views.address import DECISION, DOCUMENT, SITTING, Address, link
from views.decisions import texts as words
from views.dossiers import matters
from views.pieces import dutch
from views.pieces.markup import anchor, element, escaped

_WHOLE = 16  # items shown without folding: some 60 lines beside a decision
_AROUND = 6  # of more, those shown before and after the current one
_WORTH_FOLDING = 4
_OVER = frozenset({State.AMENDED, State.REPLACED, State.REPEALED, State.EXPIRED})


def is_meeting(decision: Decision) -> bool:
    """Whether it was talked about at a meeting, rather than treated by a governing body."""
    return decision.document.kind in MEETINGS


def way(address: Address, decision: Decision) -> str:
    """Return the address at which an item opens; of a paper without items that of the paper itself."""
    if decision.papers[0].telling.is_item:
        return link(address.at_decision(decision.key), DECISION)
    return link(replace(address.in_list, document=decision.document.id), DOCUMENT)


def line(address: Address, decision: Decision) -> str:
    """Return what became of the item that a passage belongs to, and the link to it."""
    label = words.GO_TO_DECISION if decision.is_decided else words.GO_TO_ITEM
    there = anchor(way(address, decision), escaped(label), {"class": "sg-way", "title": decision.title})
    parts = [matters.outcome(decision), over(decision.standing), there]
    return element("p", " ".join(filter(None, parts)), {"class": "sg-said-of"})


def over(standing: Standing | None) -> str:
    """Return a badge that says that a decision no longer holds as it was taken; nothing where it does."""
    if standing is None or standing.state not in _OVER:
        return ""
    return element("span", escaped(words.STANDINGS[standing.state]), {"class": "sg-pill sg-pill-warning"})


def way_to_sitting(address: Address, document: Document, key: str) -> str:
    """Return the link to the sitting that a paper is of, named by its body and day; nothing where it is of none.

    Args:
        address: Of this screen.
        document: A paper.
        key: Of any item of that sitting.
    """
    if sitting_of(document) is None or document.date is None:
        return ""
    name = words.SITTING_TITLE.format(body=document.body, day=dutch.day(document.date))
    return anchor(link(address.at_decision(key), SITTING), escaped(name))


def agenda(address: Address, items: Sequence[Decision], current: str) -> str:
    """Return the items of a sitting in short; of a long one, those far from the current one folded."""
    rows = rows_of(address, items, current)
    at = next((i for i, each in enumerate(items) if each.key == current), 0)
    first = at - _AROUND if len(rows) > _WHOLE and at >= _AROUND + _WORTH_FOLDING else 0
    last = at + _AROUND + 1 if len(rows) > max(_WHOLE, at + _AROUND + _WORTH_FOLDING) else len(rows)
    return (
        _folded(rows[:first], words.EARLIER_ITEMS)
        + _rows(rows[first:last])
        + _folded(rows[last:], words.LATER_ITEMS)
    )  # fmt: skip


def rows_of(address: Address, items: Sequence[Decision], current: str | None = None) -> list[str]:
    """Return the items of one sitting; where other papers tell of some, it is said of the rest that no paper does."""
    is_treated = not all(map(_is_only_planned, items))
    return [
        row(
            address,
            each,
            is_current=each.key == current,
            remark=words.ONLY_ON_AGENDA if is_treated and _is_only_planned(each) else "",
        )
        for each in items
    ]


def _is_only_planned(decision: Decision) -> bool:
    return all(paper.document.kind is Kind.AGENDA for paper in decision.papers)


def row(address: Address, decision: Decision, *, is_current: bool = False, remark: str = "") -> str:
    """Return one item: number, title, outcome, the vote in short where it is known, and a remark."""
    number = element("span", escaped(decision.number), {"class": "sg-item-number"})
    title = anchor(way(address, decision), escaped(decision.title), {"aria-current": "page" if is_current else None})
    closed = words.CLOSED_BADGE if decision.is_public is False else ""
    votes = "; ".join(filter(None, map(vote_words, decision.votes)))
    more = " · ".join(filter(None, (votes, closed, remark)))
    said = element("span", escaped(more), {"class": "sg-muted"}) if more else ""
    parts = " ".join(filter(None, (matters.outcome(decision), over(decision.standing), said)))
    below = element("p", parts, {"class": "sg-item-said"}) if parts else ""
    return element("li", number + element("div", title + below), {"class": "sg-current" if is_current else None})


def _rows(rows: Sequence[str]) -> str:
    return element("ol", "".join(rows), {"class": "sg-items"})


def _folded(rows: Sequence[str], counted: tuple[str, str]) -> str:
    if not rows:
        return ""
    summary = element("summary", escaped(dutch.counted(len(rows), counted)))
    return element("details", summary + _rows(rows), {"class": "sg-as-table"})


def vote_words(vote: Vote) -> str:
    """Return a vote in words: the counts where there are any, else that it was unanimous, or nothing."""
    counts = ", ".join(said for _, _, said in _counts(vote))
    if vote.is_unanimous:
        return f"{words.UNANIMOUS} ({counts})" if counts else words.UNANIMOUS
    return counts


def vote_bar(vote: Vote) -> str:
    """Return a vote as a bar with its counts in words, or nothing where all that is known is one count or none."""
    counts = _counts(vote)
    if len(counts) < 2:
        return ""
    segments = "".join(
        element("span", "", {"class": f"sg-vote-{side}", "style": f"flex-grow: {n}"}) for side, n, _ in counts
    )
    keys = "".join(
        element("li", element("span", "", {"class": f"sg-key sg-vote-{side}", "aria-hidden": "true"}) + escaped(said))
        for side, _, said in counts
    )
    bar = element("div", segments, {"class": "sg-vote-bar", "aria-hidden": "true"})
    return element("div", bar + element("ul", keys, {"class": "sg-vote-keys"}), {"class": "sg-vote"})


def _counts(vote: Vote) -> list[tuple[str, int, str]]:
    """Return the sides that got votes, how many, and that in words."""
    every = (
        ("in-favour", vote.in_favour, words.IN_FAVOUR),
        ("against", vote.against, words.AGAINST),
        ("abstained", vote.abstained, words.ABSTAINED),
    )
    return [(side, n, dutch.counted(n, forms)) for side, n, forms in every if n]
