"""Search results, decisions and dossiers as tables to take along, each row with the way to its page. Pure.

A table holds at most MOST rows; one that is cut says so in its last row.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from desk.exports import texts
from desk.exports.tables import Cell, Table
from search.answer import Answer, Result
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier

MOST: Final = 1_000
OpenResult: TypeAlias = Callable[[Result], str]
OpenDecision: TypeAlias = Callable[[Decision], str]
OpenDossier: TypeAlias = Callable[[Dossier], str]


def results(answer: Answer, link: OpenResult) -> Table:
    """Return what was found, best first, with the fields that the answer has as JSON."""
    rows = [_result(each, link(each)) for each in answer.results[:MOST]]
    return _table(texts.RESULTS, texts.RESULT_COLUMNS, rows, len(answer.results) + answer.more)


def decisions(found: Sequence[Decision], count: int, dossier_of: Mapping[str, Dossier], link: OpenDecision) -> Table:
    """Return decisions in the order in which they are given.

    Args:
        found: The first of them, with their votes and articles.
        count: How many there are.
        dossier_of: By the key of each decision that is in one.
        link: Gives the address of a decision.
    """
    rows = [_decision(each, dossier_of.get(each.key), link(each)) for each in found[:MOST]]
    return _table(texts.DECISIONS, texts.DECISION_COLUMNS, rows, count)


def dossiers(found: Sequence[Dossier], link: OpenDossier) -> Table:
    """Return dossiers in the order in which they are given."""
    rows = [_dossier(each, link(each)) for each in found[:MOST]]
    return _table(texts.DOSSIERS, texts.DOSSIER_COLUMNS, rows, len(found))


def matters(dossier: Dossier, link: OpenDecision) -> Table:
    """Return what happened in one dossier, oldest first, each with why it is there."""
    rows = [_matter(dossier, each, link(each)) for each in dossier.decisions[:MOST]]
    return _table(dossier.title or texts.DOSSIER, texts.MATTER_COLUMNS, rows, len(dossier.decisions))


def _table(title: str, columns: Sequence[str], rows: list[Sequence[Cell]], count: int) -> Table:
    """Return the table, with a last row that says so where there is more than it holds."""
    if count > len(rows):
        said = texts.CUT.format(n=len(rows))
        at = columns.index(texts.TITLE) if texts.TITLE in columns else 0
        rows = [*rows, [said if i == at else None for i in range(len(columns))]]
    return Table(title, columns, rows)


def _result(result: Result, link: str) -> Sequence[Cell]:
    document, passage, sentence = result.document, result.passage, result.sentence
    return (
        result.rank, document.title, document.municipality, document.body, document.date, str(document.kind),
        passage.page, passage.text[sentence.start : sentence.end] if sentence else None, passage.text,
        " › ".join(passage.headings), document.dossier,
        ", ".join(map(str, sorted({other.page for other in result.others}))),
        "\n".join(f"{each.document.title}, p. {each.passage.page}" for each in result.sources), document.path, link,
    )  # fmt: skip


def _decision(decision: Decision, dossier: Dossier | None, link: str) -> Sequence[Cell]:
    standing = decision.standing
    text = [
        texts.ARTICLE.format(number=each.number, text=each.text) if each.number else each.text
        for each in decision.articles
    ]
    return (
        decision.title, decision.municipality, decision.body, decision.date, decision.number, decision.code,
        _outcome(decision), "; ".join(vote.said for vote in decision.votes),
        str(standing.state) if standing else None, standing.since if standing else None, "\n".join(text),
        ", ".join(decision.themes), dossier.title if dossier else None, str(decision.document.kind), decision.page,
        decision.document.path, link,
    )  # fmt: skip


def _outcome(decision: Decision) -> str | None:
    if decision.effect is None:
        return None
    return texts.NOT_CERTAIN.format(outcome=decision.effect) if decision.needs_a_look else str(decision.effect)


def _dossier(dossier: Dossier, link: str) -> Sequence[Cell]:
    return (
        dossier.title, texts.YES if dossier.is_pinned else None, len(dossier.decisions), dossier.first, dossier.last,
        ", ".join(dossier.municipalities), ", ".join(dossier.bodies), ", ".join(dossier.themes), link,
    )  # fmt: skip


def _matter(dossier: Dossier, decision: Decision, link: str) -> Sequence[Cell]:
    reasons = dict.fromkeys(texts.REASONS[each.reason].format(said=each.said) for each in dossier.reasons(decision.key))
    return (
        decision.title, decision.date, decision.municipality, decision.body, str(decision.document.kind),
        _outcome(decision), str(decision.standing.state) if decision.standing else None, "; ".join(reasons),
        decision.page, decision.document.path, link,
    )  # fmt: skip
