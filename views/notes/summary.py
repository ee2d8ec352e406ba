"""The summary that a local language model may write over a note: asked for by a button, marked, each sentence cited."""

import streamlit as st

from desk import summary
from desk.note import Note
from desk.summary import Statement, Summary
from desk.summary import texts as words
from views.notes import body as note_body
from views.notes import texts_brief as texts
from views.pieces import widgets
from views.pieces.markup import anchor, element, escaped


def show(note: Note) -> None:
    """Offer a summary where this site has a model for it; nothing where it has none, which is usual."""
    if not summary.is_on() or not st.button(texts.SUMMARISE, help=texts.SUMMARISE_WHY, key="sg-samenvatten"):
        return
    with st.spinner(texts.SUMMARISING):
        found = summary.of(note)
    if found is not None:
        widgets.show(widgets.notice([found.problem], "") if found.problem else body(found))


def body(found: Summary) -> str:
    """Return a summary: that a model wrote it, its sentences with what each rests on, and what was left out."""
    mark = element("p", escaped(summary.mark(found)), {"class": "sg-muted"})
    sentences = "".join(_sentence(each) for each in found.statements)
    why = summary.left_out(found)
    left = element("p", escaped(why), {"class": "sg-muted"}) if why else ""
    heading = element("h2", escaped(words.HEADING))
    return element("section", heading + mark + sentences + left, {"class": "sg-notice"})


def _sentence(statement: Statement) -> str:
    source = statement.entry.source
    assert source is not None  # only quotations are summarised
    to_page = anchor(note_body.page(source), f"[{statement.number}]", {"title": note_body.title(source)})
    remark = element("p", escaped(statement.entry.remark), {"class": "sg-muted"}) if statement.entry.remark else ""
    said = element("p", f"{escaped(statement.text)} {to_page}")
    return said + element("blockquote", escaped(statement.entry.text), {"class": "sg-cite"}) + remark
