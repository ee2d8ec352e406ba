"""Figures -> the tables and the plot of this folder's README."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.retrieval.measure import MEASURES, UNSEEN, Row
from benchmarks.retrieval.significance import Difference

README = Path(__file__).with_name("README.md")
PLOT = README.with_name("ndcg.svg")
_COLOURS = ("#999999", "#56b4e9", "#cc79a7", "#e69f00", "#0072b2", "#d55e00", "#000000")  # told apart by all eyes


def tables(rows: Sequence[Row]) -> str:
    """Return a table for each measure, and the differences with their intervals."""
    parts = [f"{name}:\n\n{_means(rows, measure)}" for measure, name in MEASURES.items()]
    return "\n\n".join(["Difference in nDCG@10 [95 % interval]:\n\n" + _differences(rows), *parts])


def ablation_table(by_set: Mapping[str, Mapping[str, Difference]]) -> str:
    """Return a row for each part: what nDCG@10 loses on each set when it is switched off; bold is beyond chance."""
    names = list(dict.fromkeys(name for found in by_set.values() for name in found))
    lines = [[name, *(_without(found.get(name)) for found in by_set.values())] for name in names]
    return _table(["without", *by_set], lines)


def replace_between(mark: str, text: str, file: Path = README) -> None:
    """Put `text` between the comments `<!-- MARK -->` and `<!-- end of MARK -->` of a file.

    Raises:
        ValueError: The file does not have both, in this order.
    """
    before, opening, rest = file.read_text("utf-8").partition(f"<!-- {mark} -->\n")
    _, closing, after = rest.partition(f"<!-- end of {mark} -->")
    if not opening or not closing:
        raise ValueError(f"{file} has no place for {mark}")
    file.write_text(f"{before}{opening}\n{text}\n\n{closing}{after}", "utf-8")


def plot(rows: Sequence[Row], file: Path = PLOT) -> None:
    """Draw nDCG@10 of each system on the unseen questions of each set; the same figures give the same bytes."""
    import matplotlib
    from matplotlib.figure import Figure

    shown = [row for row in rows if row.which == UNSEEN] or list(rows)
    systems = list(shown[0].means)
    with matplotlib.rc_context({"svg.hashsalt": "streekgeheugen", "svg.fonttype": "none", "font.size": 10}):
        figure = Figure(figsize=(8, 0.55 * len(shown) + 1.4), layout="constrained")
        axes = figure.subplots()
        for n, (system, colour) in enumerate(zip(systems, _COLOURS, strict=False)):
            values = [row.means[system]["ndcg_cut_10"] for row in shown]
            heights = [i + (n + 0.5) / len(systems) * 0.8 - 0.4 for i in range(len(shown))]  # none hides another
            size = 60 if system == "hybrid" else 26
            axes.scatter(values, heights, s=size, color=colour, label=system, zorder=3)
        axes.set_yticks(range(len(shown)), [f"{row.set} ({row.questions})" for row in shown])
        axes.invert_yaxis()
        axes.set_xlim(0, 1)
        axes.set_xlabel(f"nDCG@10 on {shown[0].which} questions (how many)")
        axes.grid(axis="x", color="#dddddd")
        axes.tick_params(axis="y", length=0)
        axes.spines[["top", "right", "left"]].set_visible(False)
        figure.legend(loc="outside upper center", ncols=len(systems), frameon=False)
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})


def _means(rows: Sequence[Row], measure: str) -> str:
    systems = list(rows[0].means)
    return _table(
        ["set", "questions", *systems],
        [[row.set, _which(row), *(f"{row.means[system][measure]:.3f}" for system in systems)] for row in rows],
    )


def _differences(rows: Sequence[Row]) -> str:
    pairs = list(rows[0].differences)
    return _table(
        ["set", "questions", *(f"{ours} - {theirs}" for ours, theirs in pairs)],
        [[row.set, _which(row), *(_marked(row.differences[pair]) for pair in pairs)] for row in rows],
    )


def _which(row: Row) -> str:
    return f"{row.which} ({row.questions})"


def _marked(found: Difference) -> str:
    return f"**{found}**" if found.is_beyond_chance else str(found)


def _without(found: Difference | None) -> str:
    if found is None:
        return ""
    return f"**{found.mean:+.3f}**" if found.is_beyond_chance else f"{found.mean:+.3f}"


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    every = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in every)
