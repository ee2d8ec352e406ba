"""Links by what texts say: a number, a contract, an earlier decision by its day, a point that was postponed. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from search.language.dates import in_words
from search.registers import likeness
from search.registers.bonds import Context, Link, Reason, link
from search.registers.citations import Citation, Cited, body_key
from search.registers.formal import organs
from search.registers.matters import Matter, Title
from search.registers.treatments import Effect
from search.types import Kind

CONTRACTS = frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ADDENDUM, Kind.ACCESSION})
COMES_BACK = timedelta(days=3 * 365)  # within which a postponed item returns
WIDENED = timedelta(days=180)  # and under a title that names it no more
RETURNED = 0.55  # nearness of its title
MANY = 3  # numbers or days of contracts that one matter cites: a list of running contracts is about none of them
MOST_OF_NUMBER = 200  # matters that cite one number; a number that more of them cite is no contract
_Whose = tuple[str | None, str]
MEANT = 0.6  # cosine from which what is cited on a day may be what is meant, though no word is shared
AHEAD = 0.15  # and by how much it is before all others of that day
SHARES = 0.3  # nearness from which what is cited on a day, or by the number of a contract, may be what is meant


def find(context: Context) -> Iterator[Link]:
    """Yield the links that texts say; two matters may have several."""
    for by in (_by_code, _by_contract, _by_day, _returning):
        yield from by(context)


def _by_code(context: Context) -> Iterator[Link]:
    """Numbers are given by one body of one municipality: "2024_GR_00061" of Damme is not that of Brugge."""
    having: dict[str, list[int]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.code:
            having[_norm(matter.code)].append(i)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.what is Cited.CODE):
            for j in having.get(_norm(cited.number), ()):
                same = _is_ours(context, i, j)
                if i != j and (same or context.nearness(i, j) >= SHARES):
                    yield link(context, i, j, Reason.REFERENCE, cited.said)


def _is_ours(context: Context, i: int, j: int) -> bool:
    return context.matters[i].municipality == context.matters[j].municipality is not None


def _by_contract(context: Context) -> Iterator[Link]:
    citing: dict[tuple[str, str | None], list[tuple[int, str]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.what is Cited.CONTRACT and each.number):
            # "2021-17" is given by many; "2020/LM/014" by one
            own = None if any(letter.isalpha() for letter in cited.number) else matter.municipality or ""
            citing[_norm(cited.number), own].append((i, cited.said))
    for some in citing.values():
        if not 2 <= len(some) <= MOST_OF_NUMBER:
            continue
        first, _ = min(some, key=lambda pair: _age(context.matters[pair[0]]))
        for i, said in some:
            if i != first and _is_about(context, i, first):
                yield link(context, i, first, Reason.CONTRACT, said)


def _age(matter: Matter) -> tuple[bool, date, str]:
    return matter.kind not in CONTRACTS, matter.date or date.max, matter.key


def _is_about(context: Context, i: int, j: int) -> bool:
    """Whether a matter that cites a contract is about it: not a list of contracts, nor what cites a circular."""
    if context.nearness(i, j) >= SHARES:
        return True
    several = max(_count_contracts(context.matters[i]), _count_contracts(context.matters[j]))
    return several < MANY and any(_tells_nothing(context.titles[at]) for at in (i, j))


def _count_contracts(matter: Matter) -> int:
    return len({cited.number for cited in matter.cites if cited.what is Cited.CONTRACT and cited.number})


def _by_day(context: Context) -> Iterator[Link]:
    on: dict[date, list[int]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.date:
            on[matter.date].append(i)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.day and each.day != matter.date):
            meant = (
                [j for j in on.get(cited.day, ()) if _may_mean(matter, cited, context.matters[j])] if cited.day else []
            )
            j = _meant(context, i, cited, meant)
            if j is not None:
                postponed = context.matters[j].effect is Effect.POSTPONED
                yield link(context, i, j, Reason.RETURNS if postponed else Reason.CITATION, cited.said)


def _may_mean(matter: Matter, cited: Citation, other: Matter) -> bool:
    if cited.what is Cited.CONTRACT:
        fits = other.kind in CONTRACTS
    elif cited.what is Cited.POSITION:
        fits = other.kind is Kind.POSITION
    else:
        fits = not cited.body or body_key(other.body).startswith(cited.body)
    ours = cited.municipality or (matter.municipality if cited.what is Cited.DECISION else None)
    return fits and (ours is None or other.municipality in (None, ours))


def _meant(context: Context, i: int, cited: Citation, among: Sequence[int]) -> int | None:
    """Return the one that shares most with the matter; the only contract of that day, if its title tells nothing."""
    best = max(among, key=lambda j: (context.nearness(i, j), context.matters[j].key), default=None)
    if best is None or context.nearness(i, best) >= SHARES:
        return best
    if cited.what is Cited.DECISION:
        return _alike(context, i, among)
    return best if len(among) == 1 and _tells_nothing(context.titles[i]) else None


def _alike(context: Context, i: int, among: Sequence[int]) -> int | None:
    """Return the only one of a sitting of which the same recurs; else the one that plainly is nearest in meaning."""
    mine = context.titles[i]
    if mine.is_closed:
        return None
    same = [j for j in among if mine.own and context.titles[j].own == mine.own]
    if same:
        return same[0] if len(same) == 1 and not likeness.are_named_apart(mine, context.titles[same[0]]) else None
    near = sorted(((_cosine(context, i, j), j) for j in among), reverse=True)
    if not near or near[0][0] < MEANT or (len(near) > 1 and near[0][0] - near[1][0] < AHEAD):
        return None
    return None if likeness.are_named_apart(mine, context.titles[near[0][1]]) else near[0][1]


def _cosine(context: Context, i: int, j: int) -> float:
    one, other = context.matters[i].vector, context.matters[j].vector
    return 0.0 if one is None or other is None else float(one @ other)


def _tells_nothing(title: Title) -> bool:
    """Whether the number or day of a contract is all there is to go by: "Toetredingsovereenkomst"."""
    return title.is_routine and not title.is_closed


def _returning(context: Context) -> Iterator[Link]:
    later: dict[int, list[int]] = defaultdict(list)
    found = context.pairs
    for i, j, near in zip(found.first.tolist(), found.second.tolist(), found.nearness.tolist(), strict=True):
        if near >= RETURNED:
            for one, other in ((i, j), (j, i)):
                postponed = context.matters[one]
                if postponed.effect is Effect.POSTPONED and _comes_back(postponed, context.matters[other]):
                    later[one].append(other)
    of_body: dict[_Whose, list[int]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        of_body[_whose(matter)].append(i)
    for i, matter in enumerate(context.matters):
        if matter.effect is Effect.POSTPONED and i not in later:
            later[i] += _widened(context, i, of_body[_whose(matter)])
    for i, some in sorted(later.items()):
        first = min(some, key=lambda j: (context.matters[j].date or date.max, context.matters[j].key), default=None)
        day = context.matters[i].date
        if first is not None:
            yield link(context, i, first, Reason.RETURNS, f"verdaagd op {in_words(day)}" if day else "verdaagd")


def _widened(context: Context, i: int, among: Sequence[int]) -> list[int]:
    """Return what decides a postponed point among others of its sort: "Straatnaam Dorpsweg" by "Straatnamen".

    Among those of its body alone: of 25,000 matters that takes 2 s, among all of them 35.
    """
    mine = context.titles[i]
    sort = mine.own - organs()
    return [
        j
        for j in among
        if sort & context.titles[j].own
        and _is_later(context.matters[i], context.matters[j], WIDENED)
        and context.titles[j].stems < mine.stems
    ]


def _comes_back(one: Matter, other: Matter) -> bool:
    """Whether the other comes later, at the same body."""
    return _is_later(one, other, COMES_BACK) and _whose(one) == _whose(other)


def _is_later(one: Matter, other: Matter, within: timedelta) -> bool:
    return one.date is not None and other.date is not None and timedelta(0) < other.date - one.date <= within


def _whose(matter: Matter) -> _Whose:
    return matter.municipality, body_key(matter.body)


def _norm(number: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in number.upper())
