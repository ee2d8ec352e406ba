"""Agenda items in the blocks of an RDFa publication: each told once, attendance apart from text.

Works on blocks only; knows nothing of HTML.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.types import Role
from ingest.typeset import Paragraph

ITEM_LEVEL = 2

_ABOUT_PEOPLE = re.compile(
    r"(?:aanwezig|afwezig|verontschuldigd|verontschuldiging|stemmers|voorzitter|secretaris|notulist)(?:en|e)?"
    r"(?: bij (?:het )?agendapunt| bij de start| leden)?:?",
    re.IGNORECASE,
)
_VOTES = re.compile(r"stemmen|onthoud|totaal|resultaat|uitslag|gestemd|met \d", re.IGNORECASE)
_CAPTION = re.compile(r"pdf-versie|overzicht punten|download(?:en)?|terug|afdrukken|publicatiedatum:? [\d/-]+", re.I)
_NUMBER = re.compile(r"^(?:[A-Z]{1,2}\.?\d[\w.]*|\d{1,3}(?:\.\w{1,3})*)[.):]?\s+")


def tidied(
    blocks: Sequence[Paragraph], item_titles: Collection[int], people: Collection[int], hidden_titles: Collection[str]
) -> list[Paragraph]:
    """Return the blocks with every agenda item once, and with lists of people and captions as furniture.

    Args:
        blocks: All blocks in order.
        item_titles: Which of them are titles of agenda items.
        people: Which of them only name people.
        hidden_titles: Titles that the page holds but does not show; a block that says the same is a title.
    """
    hidden = {_key(title) for title in hidden_titles} - {""}
    titles = {_key(blocks[position].text) for position in item_titles} - {""} | hidden
    marked = _without_people([_marked(block, hidden) for block in blocks], people)
    sections: list[list[Paragraph]] = [[]]
    for block in marked:
        key = _key(block.text)
        if block.role is Role.HEADING and key in titles:
            sections.append([replace(block, level=ITEM_LEVEL)])
        elif block.role is Role.FURNITURE or (key not in titles and block not in sections[-1][-1:]):
            sections[-1].append(block)
    return sections[0] + [block for section in _merged(sections[1:]) for block in section]


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", _NUMBER.sub("", text)).strip().casefold()


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found.group().strip() if found else ""


def _marked(block: Paragraph, hidden: Collection[str]) -> Paragraph:
    if _CAPTION.fullmatch(block.text):
        return replace(block, role=Role.FURNITURE, level=0)
    if block.role in (Role.TEXT, Role.LIST) and _key(block.text) in hidden:
        return replace(block, role=Role.HEADING, level=ITEM_LEVEL)
    return block


def _without_people(blocks: list[Paragraph], people: Collection[int]) -> list[Paragraph]:
    """Make furniture of a heading such as "Verontschuldigd" and of the names below it."""
    found, is_below = [], False
    for position, block in enumerate(blocks):
        if _ABOUT_PEOPLE.fullmatch(block.text):
            is_below = True
        elif position not in people and not _may_be_names(block):
            is_below = False
        found.append(replace(block, role=Role.FURNITURE, level=0) if is_below else block)
    return found


def _may_be_names(block: Paragraph) -> bool:
    """Tell whether a block below "Verontschuldigd" can be names: short, or full of commas, and no sentence or count."""
    if block.role is Role.HEADING or block.text.endswith(".") or _VOTES.match(block.text):
        return False
    return 50 * sum(map(block.text.count, ",;")) >= len(block.text) - 80


def _merged(sections: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Put what is told of one item together, at its first place, the fullest telling first.

    Publications tell an item up to four times: agenda, description, treatment, decision; of these the agenda has
    often the number and the treatment the text. Two items of one title differ by their numbers.
    """
    groups: dict[str, list[list[Paragraph]]] = defaultdict(list)
    for section in sections:
        groups[_key(section[0].text)].append(section)
    done: set[str] = set()
    result = []
    for section in sections:
        key = _key(section[0].text)
        if key not in done:
            done.add(key)
            result += [_told(group) for group in _same(groups[key])]
    return result


def _same(sections: list[list[Paragraph]]) -> list[list[list[Paragraph]]]:
    """Divide sections of one title by item: by number; those without a number in turn over the numbers."""
    numbers = list(dict.fromkeys(filter(None, (_number(section[0].text) for section in sections))))
    if len(numbers) <= 1:
        return [sections]
    groups: dict[str, list[list[Paragraph]]] = {number: [] for number in numbers}
    turn = 0
    for section in sections:
        number = _number(section[0].text)
        if not number:
            number = numbers[turn % len(numbers)]
            turn += 1
        groups[number].append(section)
    return list(groups.values())


def _told(sections: list[list[Paragraph]]) -> list[Paragraph]:
    best = max(sections, key=lambda section: sum(len(block.text) for block in section))
    title = next((section[0] for section in sections if _number(section[0].text)), best[0])
    told = {block.text.rstrip(".") for block in best}
    more = []
    for section in sections:
        for block in section[1:]:
            if section is not best and block.role is not Role.FURNITURE and block.text.rstrip(".") not in told:
                told.add(block.text.rstrip("."))
                more.append(block)
    return [title, *more, *best[1:]]
