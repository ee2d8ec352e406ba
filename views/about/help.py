"""How to search, in half a page: what works now and what does not. Text only."""

from views.about import texts_help
from views.pieces import widgets
from views.pieces.markup import element, escaped


def show() -> None:
    """Show the explanation."""
    parts = [
        element("h1", escaped(texts_help.HELP_HEADING)),
        element("p", escaped(texts_help.HELP_INTRO), {"class": "sg-lead"}),
    ]
    for heading, sentences in texts_help.HELP:
        items = "".join(element("li", escaped(sentence)) for sentence in sentences)
        parts.append(element("h2", escaped(heading)) + element("ul", items))
    widgets.show(element("div", "".join(parts), {"class": "sg-help"}))
