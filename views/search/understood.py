"""What was made of a question, under it: each thing understood with a link that takes it back, and what it came from.

Taking it back is part of the address (`letterlijk`), so that a link keeps it; the question stays as it was typed.
"""

from dataclasses import replace

from search.answer import Answer, Aspect, Correction, Notion, Query
from views.address import SEARCH, Address, link
from views.pieces import dutch
from views.pieces.markup import anchor, element, escaped
from views.search import texts


def line(address: Address, answer: Answer) -> str:
    """Return what was understood, what was left out of it, and what the spelling should perhaps be; often nothing."""
    html = _correction(address, answer.correction) if answer.correction else ""
    chips = [_chip(address, notion) for notion in answer.notions]
    chips += [_dropped(notion) for notion in answer.ignored]
    if not chips:
        return html
    heading = element("span", escaped(texts.UNDERSTOOD), {"id": "sg-begrepen"})
    list_ = element("ul", "".join(chips), {"aria-labelledby": "sg-begrepen"})
    html += element("div", heading + list_, {"class": "sg-understood"})
    return html + _explained(answer)


def _chip(address: Address, notion: Notion) -> str:
    query = address.query
    rest = replace(query, literal=tuple(dict.fromkeys((*query.literal, notion.said))))
    label = _label(notion)
    cross = element("span", "×", {"aria-hidden": "true", "class": "sg-cross"})
    name = texts.NOT_SO.format(label=label, said=notion.said)
    attributes = {"class": "sg-notion", "aria-label": name, "title": name}
    return element("li", anchor(link(Address(rest), SEARCH), f"{escaped(label)} {cross}", attributes))


def _dropped(notion: Notion) -> str:
    label = _label(notion)
    said = element("span", escaped(texts.DROPPED.format(label=label)), {"class": "sg-hidden"})
    return element("li", said + element("s", escaped(label), {"aria-hidden": "true", "class": "sg-dropped"}))


def _explained(answer: Answer) -> str:
    if answer.abstained:  # nothing was found without it either: there is nothing to explain
        return ""
    sentences = dict.fromkeys(texts.IGNORED[notion.aspect].format(value=notion.value) for notion in answer.ignored)
    return element("p", escaped(" ".join(sentences)), {"class": "sg-muted", "role": "status"}) if sentences else ""


def _label(notion: Notion) -> str:
    value = notion.value
    if notion.aspect is Aspect.PERIOD:
        value = dutch.period(Query("", since=notion.since, until=notion.until))
    elif notion.aspect is Aspect.KIND:
        value = texts.ASKED_KINDS.get(value, value)
    return texts.NOTIONS[notion.aspect].format(value=value)


def _correction(address: Address, correction: Correction) -> str:
    query = address.query
    mended = anchor(link(Address(replace(query, text=correction.text))), escaped(correction.text))
    if not correction.is_applied:
        return element("p", f"{escaped(texts.DID_YOU_MEAN)} {mended}?", {"class": "sg-correction"})
    literal = tuple(dict.fromkeys((*query.literal, *correction.mistaken)))
    typed = anchor(link(Address(replace(query, literal=literal))), escaped(texts.AS_TYPED))
    sentence = texts.CORRECTED.format(typed=" ".join(correction.mistaken), text=correction.text)
    return element("p", f"{escaped(sentence)} {typed}.", {"class": "sg-correction", "role": "status"})
