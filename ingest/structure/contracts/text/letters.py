"""Who sends a letter or mail and to whom, by its head, its labels and the line above the signature."""

import re
from collections.abc import Sequence

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY, company_of
from ingest.structure.contracts.text.contract_terms import JOINT_BODY
from search.language import municipalities

_JOINT = re.compile(rf"\b{JOINT_BODY}")
_SALUTATION = re.compile(r"\W*(?:geachte|beste|mevrouw|mijnheer|dag\b|hallo|waarde)", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:Aan|T\.a\.v\.|De heren)\b")
_SIGNS_FOR = re.compile(r"\W*(?:namens|voor)\s+(?:de\s+|het\s+)?", re.IGNORECASE)
_HEAD = 34  # sentences above the salutation, the first lines of the paper among them twice
_FOOT = 12
_LONGEST_LINE = 90  # characters of a line of an address


def is_letter(sentences: Sequence[Sentence]) -> bool:
    """Whether somebody is greeted in the first lines."""
    return any(_SALUTATION.match(each.text) for each in sentences[:_HEAD])


def sender_of(sentences: Sequence[Sentence]) -> str:
    """The body or firm that signs, else the one that the letterhead names first; "" without one."""
    return _signed_for(sentences) or next(
        (name for name, each in _named_above(sentences) if not _is_addressed(each)), ""
    )


def _signed_for(sentences: Sequence[Sentence]) -> str:
    for each in sentences[-_FOOT:]:
        lead = _SIGNS_FOR.match(each.text)
        if lead and (name := _name_in(each.text[lead.end() :])):
            return name
    return ""


def addressed_to(sentences: Sequence[Sentence]) -> tuple[str, Sentence] | None:
    """The body or firm that a letter is sent to: after "Aan", else the second that stands above the salutation."""
    above = _named_above(sentences)
    marked = next(((name, each) for name, each in above if _is_addressed(each)), None)
    if marked:
        return marked
    sender = sender_of(sentences).casefold()
    others = [(name, each) for name, each in above if name.casefold() != sender]
    if not others and len(above) == 1 and not _signed_for(sentences):
        return above[0]  # the sender's own name was the title of the letter
    return others[0] if others and sender else None


def _is_addressed(sentence: Sentence) -> bool:
    return bool(_ADDRESSED.match(sentence.text)) or sentence.label.casefold() in (
        "aan",
        "bestemmeling",
        "geadresseerde",
    )


def _named_above(sentences: Sequence[Sentence]) -> list[tuple[str, Sentence]]:
    """The bodies and firms in the lines of the head, as far as the salutation."""
    end = next((at for at, each in enumerate(sentences[:_HEAD]) if _SALUTATION.match(each.text)), 0)
    return [
        (name, each) for each in sentences[:end] if len(each.text) < _LONGEST_LINE and (name := _name_in(each.text))
    ]


def _name_in(text: str) -> str:
    joint, company = _JOINT.search(text), COMPANY.search(text)
    if company and (joint is None or company.start() <= joint.start()):
        return company_of(company)
    towns = municipalities.find(text)
    return joint[0] if joint else towns[0][0] if towns and re.search(r"\b(?:stad|gemeente)", text, re.I) else ""
