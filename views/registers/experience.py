"""Who has experience with a subject: municipalities and partnerships, each with the reason and the papers."""

from collections.abc import Sequence
from typing import Final

from desk.brief import hits
from desk.registers.experience import Experience, Proof, Role
from search import KnowledgeBase
from search.answer import Query, Searched
from search.types import Reader
from views import session
from views import texts as shared
from views.address import EXPERIENCE, SEARCH, Address, link
from views.dossiers import matters
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, attributes_text, element, escaped
from views.pieces.remembered import remembered
from views.registers import texts

PROOFS_SHOWN: Final = 3
_KEPT: Final = 64


def show() -> None:
    """Show the question and, once there is one, who has experience."""
    address, problems = session.read_address()
    question = address.query.text
    widgets.show(element("h1", escaped(texts.EXPERIENCE_HEADING)), form(question))
    if problems:
        widgets.show(widgets.notice(problems))
    if not question:
        widgets.show(_start())
        return
    session.name_screen(question)
    found, searched = ranked(question)
    if not found:
        widgets.show(_nothing(question, searched))
        return
    widgets.show(answer(found), _wider(question))
    widgets.show(sources.exports("/export/ervaring", {"vraag": question}, ("xlsx", "csv")))


@remembered(_KEPT)
def ranked(opened: KnowledgeBase, reader: Reader, question: str) -> tuple[tuple[Experience, ...], Searched]:
    """Return who has experience, the most first, and what was searched."""
    return hits.experienced(opened, reader, question)


def form(question: str) -> str:
    """Return the field in which a subject is typed."""
    attributes = {
        "type": "search", "name": "vraag", "value": question, "maxlength": 500, "required": True,
        "placeholder": texts.EXPERIENCE_PLACEHOLDER,
    }  # fmt: skip
    label = element("label", f"{escaped(texts.EXPERIENCE_LABEL)}<input{attributes_text(attributes)}>")
    button = element("button", escaped(texts.EXPERIENCE_BUTTON), {"type": "submit", "class": "sg-button"})
    return element("form", label + button, {"action": EXPERIENCE, "data-intern": True, "class": "sg-pick sg-ask-form"})


def _start() -> str:
    examples = "".join(
        element("li", anchor(link(Address(Query(text)), EXPERIENCE), escaped(text)))
        for text in texts.EXPERIENCE_EXAMPLES
        if ranked(text)[0]  # an example that finds nobody here teaches nothing
    )
    intro = element("p", escaped(texts.EXPERIENCE_INTRO), {"class": "sg-lead"})
    if not examples:
        return intro
    heading = element("h2", escaped(shared.EXAMPLES_HEADING))
    return intro + heading + element("ul", examples, {"class": "sg-examples"})


def answer(found: Sequence[Experience]) -> str:
    """Return the ranking; who is only mentioned stands apart, under it."""
    active = [each for each in found if each.proofs[0].role is not Role.MENTIONED]
    named = [each for each in found if each.proofs[0].role is Role.MENTIONED]
    if active:
        line = dutch.counted(len(active), texts.EXPERIENCE_FOUND)
        html = element("h2", escaped(line), {"class": "sg-count-line"}) + widgets.said(line)
        html += element("p", escaped(texts.EXPERIENCE_ORDER), {"class": "sg-muted"})
        html += element("ol", "".join(card(each) for each in active), {"class": "sg-list sg-ranking"})
    else:
        html = element("p", escaped(texts.EXPERIENCE_ONLY_MENTIONED), {"role": "status"})
    if not named:
        return html
    items = "".join(element("li", f"{escaped(each.who)}: {_named_in(each)}") for each in named)
    return html + element("h2", escaped(texts.MENTIONED_HEADING)) + element("ul", items)


def card(each: Experience) -> str:
    """Return one of the ranking: who, why, and the papers that show it."""
    kind = "" if each.is_municipality else element("span", escaped(texts.PARTNERSHIP), {"class": "sg-pill"})
    head = element("h3", f"{escaped(each.who)} {kind}") + element("p", escaped(each.reason), {"class": "sg-reason"})
    shown, rest = each.proofs[:PROOFS_SHOWN], each.proofs[PROOFS_SHOWN:]
    body = head + _list(shown)
    if rest:
        summary = element("summary", escaped(dutch.counted(len(rest), texts.PROOFS_MORE)))
        body += element("details", summary + _list(rest))
    return element("li", element("article", body, {"class": "sg-card"}))


def _list(proofs: Sequence[Proof]) -> str:
    return element("ul", "".join(element("li", _proof(each)) for each in proofs), {"class": "sg-proofs"})


def _proof(proof: Proof) -> str:
    title = sources.page_link(proof.document, proof.page, escaped(proof.title), proof.passage)
    page = escaped(shared.PAGE_SHORT.format(number=proof.page))
    day = escaped(dutch.day(proof.day)) if proof.day else ""
    what = element("span", escaped(proof.as_what), {"class": "sg-pill"}) if proof.as_what else ""
    what = what or (matters.outcome(proof.decision) if proof.decision else "")
    kind = escaped(dutch.kind(proof.document.kind))
    under = element("span", " · ".join(part for part in (kind, day, page) if part), {"class": "sg-muted"})
    return f"{title} {what}{sources.look_mark() if proof.needs_a_look else ''}<br>{under}"


def _named_in(each: Experience) -> str:
    links = [
        sources.page_link(proof.document, proof.page, escaped(proof.document.title), proof.passage)
        for proof in each.proofs[:PROOFS_SHOWN]
    ]
    rest = len(each.proofs) - len(links)
    return ", ".join(links) + (f" {escaped(texts.OTHERS.format(n=rest))}" if rest > 0 else "")


def _wider(question: str) -> str:
    return element("p", anchor(link(Address(Query(question)), SEARCH), escaped(texts.ALL_PASSAGES)))


def _nothing(question: str, searched: Searched) -> str:
    sentence = texts.NOTHING.format(question=question)
    names = tuple(sorted(session.overview().municipalities))
    where = texts.NOTHING_SEARCHED.format(
        documents=dutch.counted(searched.documents, shared.DOCUMENTS), municipalities=dutch.joined(names)
    )
    wider = anchor(link(Address(Query(question)), SEARCH), escaped(texts.NOTHING_WIDER))
    more = (element("p", escaped(where)) if names else "", element("p", wider))
    return sources.nothing(texts.NOTHING_HEADING, sentence, *more)
