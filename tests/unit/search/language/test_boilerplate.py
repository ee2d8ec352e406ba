"""What stands around a subject goes; the subject itself never does."""

import pytest

from search.language.boilerplate import subject


@pytest.mark.parametrize(
    ("question", "core", "intent"),
    [
        ("kan je mij zeggen of er al dossiers zijn over deelmobiliteit?", "deelmobiliteit", None),
        ("kunt u mij zeggen wat Brugge beslist heeft over windmolens?", "windmolens", "decision"),
        ("wat heeft de Brugse gemeenteraad beslist over het warmtenet?", "warmtenet", "decision"),
        ("wat besliste knokke-heist over deelfietsen", "deelfietsen", "decision"),
        ("ik zou graag weten of we al iets beslist hebben over laadpalen", "laadpalen", "decision"),
        ("Beste collega's, hoe zit het met de laadpalen?", "laadpalen", None),
        ("ik zoek het standpunt over windturbines", "windturbines", "position"),
        ("weet iemand wie ervaring heeft met Hoplr", "Hoplr", "experience"),
        ("weet iemand of er een raamcontract bestaat voor laadpalen", "laadpalen", "contract"),
        ("notulen van de gemeenteraad van Damme over zonnepanelen", "zonnepanelen", None),
        ("could you tell me what we decided about solar panels?", "solar panels", "decision"),
        ("waarom heeft Beernem beslist om te stoppen met deelfietsen", "te stoppen met deelfietsen", "decision"),
    ],
)
def test_a_question_is_more_than_its_subject(question, core, intent):
    found = subject(question)
    assert (found.core, found.intent) == (core, intent)


@pytest.mark.parametrize(
    "text",
    [
        "ervaring met beslissingen", "beslissingen", "De evaluatie van de deelname aan Aspides", "graag", "dag",
        "Kan de communicatie met de overheid alleen nog maar digitaal", "Hoe kan ik iemand anders vragen om te stemmen",
        "wat heeft de gemeente aan een warmtenet",
    ],
)  # fmt: skip
def test_a_title_stays_whole(text):
    assert subject(text).core == text


def test_the_subject_of_a_decision_stays():
    assert subject("beslissing over ervaring").core == "ervaring"


def test_what_was_taken_off_is_told():
    assert subject("wat heeft Damme beslist over het warmtenet?").said == "wat heeft Damme beslist over"
