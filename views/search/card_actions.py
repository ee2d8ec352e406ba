"""The row of buttons under one result: what can be done with it from the list. Each button is a module's own."""

from collections.abc import Sequence

import streamlit as st

from desk.kept.feedback import Judgement
from search.answer import Result
from views.about import feedback_buttons
from views.address import Address
from views.notes import button as note_button


def under(result: Result, address: Address, said: Sequence[Judgement]) -> None:
    """Show the buttons that belong to a result.

    Args:
        result: What was found.
        address: Of the list that it stands in.
        said: What this person said of the answers to its question.
    """
    with st.container(key=f"sg-acties-{result.rank}", horizontal=True, gap="small", vertical_alignment="center"):
        note_button.for_passage(result.document, result.passage)
        feedback_buttons.under_card(result, address, said)
