"""The votes of an item, as mark-up tells them: counts, or voters to be counted. No name of a voter comes out."""

import re
from collections import Counter

from ingest.oslo_graph import Facts
from search.registers.treatments import Vote

_SIDES = ("Voorstander", "Tegenstander", "Onthouder")  # vendors write all of them in the plural too
_NUMBER = re.compile(r"\d{1,4}(?!\d)")
_UNANIMOUS = re.compile(r"eenparig|unaniem|algemene stemmen|eenstemmig", re.IGNORECASE)
_ABOUT_VOTE = re.compile(r"stem|eenparig|unaniem", re.IGNORECASE)
_PHRASE = re.compile(
    r"met eenparigheid van stemmen|met algemene stemmen|eenparig|unaniem|eenstemmig"
    r"|(?:met )?\d{1,4} (?:ja-?stem(?:men)?|stem(?:men)? voor|stem(?:men)?(?=,? (?:en |bij )?\d))"
    r"(?:(?:,|,? en|,? bij)? \d{1,4} (?:(?:neen-?)?stem(?:men)? )?(?:tegen|neen-?stem(?:men)?|onthouding(?:en)?)){0,4}",
    re.IGNORECASE,
)
_TRUE, _FALSE = ("true", "1", "ja", "geheim"), ("false", "0", "nee", "neen", "openbaar")


def votes_of(facts: Facts, nodes: list[str]) -> tuple[Vote, ...]:
    """Return the votes among these subjects that say something, each once."""
    found = [vote for vote in (_vote(facts, node) for node in nodes) if _says_something(vote)]
    return tuple(dict.fromkeys(found))


def outcome_of(facts: Facts, nodes: list[str], title: str) -> str:
    """Return besluit:gevolg: of the vote on the item itself, or else of the last (amendments come before)."""
    said = [
        (subject, outcome)
        for node in nodes
        for subject in [" ".join(facts.texts(node, "besluit:onderwerp"))]
        for outcome in facts.texts(node, "besluit:gevolg")
    ]
    own = [outcome for subject, outcome in said if title and title in subject]
    return (own or [outcome for _, outcome in said] or [""])[-1]


def yes_or_no(texts: list[str]) -> bool | None:
    """Return what the texts of a property with two values say; None where they say nothing."""
    for text in texts:
        if text.casefold() in _TRUE:
            return True
        if text.casefold() in _FALSE:
            return False
    return None


def _says_something(vote: Vote) -> bool:
    """One vendor writes a Stemming without counts, voters or outcome with every item: nothing was told by it."""
    return bool(vote.said) or vote.is_secret is True


def _vote(facts: Facts, node: str) -> Vote:
    outcome = next(iter(facts.texts(node, "besluit:gevolg")), "")
    in_favour, against, abstained = _counts(facts, node)
    said = _said(facts, node, outcome, (in_favour, against, abstained))
    unopposed = bool(in_favour) and against == 0 and abstained == 0
    return Vote(
        said,
        unopposed or (not against and not abstained and bool(_UNANIMOUS.search(said))),
        in_favour,
        against,
        abstained,
        yes_or_no(facts.texts(node, "besluit:geheim")),
        next(iter(facts.texts(node, "besluit:onderwerp")), ""),
    )


def _said(facts: Facts, node: str, outcome: str, counts: tuple[int | None, ...]) -> str:
    """Return the words of a vote; of its element only a phrase that can hold no name."""
    if _ABOUT_VOTE.search(outcome):
        return outcome
    for telling in facts.tellings.get(node, ()):
        if found := _PHRASE.search(facts.read.of(telling.element)):
            return found.group()
    words = ("stemmen voor", "tegen", "onthoudingen")
    parts = [f"{count} {word}" for count, word in zip(counts, words, strict=True) if count is not None]
    return ", ".join(parts) or outcome


def _counts(facts: Facts, node: str) -> tuple[int | None, int | None, int | None]:
    """Return the numbers that the mark-up gives; where it gives voters instead, how many of each."""
    counted = [_voters(facts, node, f"besluit:heeft{side}", f"besluit:heeft{side}s") for side in _SIDES]
    has_voters = any(counted)
    found: list[int | None] = []
    for side, voters in zip(_SIDES, counted, strict=True):
        texts = facts.texts(node, f"besluit:aantal{side}s", f"besluit:aantal{side}")
        given = [match for text in texts if (match := _NUMBER.match(text))]
        found.append(int(given[0].group()) if given else voters if has_voters else None)
    return found[0], found[1], found[2]


def _voters(facts: Facts, node: str, *names: str) -> int:
    """Return how many voters there are; those without a name of their own by the fullest telling of the vote."""
    named: set[str] = set()
    unnamed: Counter[object] = Counter()
    places = {telling.element for telling in facts.tellings.get(node, ())}
    for statement in facts.statements(node, *names):
        if statement.is_text or statement.object.startswith("_:"):
            around = statement.element.iterancestors() if len(places) > 1 else ()
            unnamed[next((each for each in around if each in places), None)] += 1
        else:
            named.add(statement.object)
    return len(named) + max(unnamed.values(), default=0)
