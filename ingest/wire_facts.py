"""Treatments and facts as JSON and back, for `ingest.sandbox_wire`. Texts of articles are taken from the pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from ingest.wire_checks import LONGEST_REMARK, clean_text, count, packed_spans, spans
from search.registers.agreements import Fact, Field
from search.registers.treatments import Article, Effect, Treatment, Vote
from search.spans import text_of

_MOST = 20_000  # treatments or facts of one file
_MOST_PARTS = 2_000  # articles or votes of one treatment


def packed_treatments(treatments: Sequence[Treatment]) -> list[list[Any]]:
    """Return treatments as `treatments` reads them."""
    return [
        [
            *(each.number[:LONGEST_REMARK], each.code[:LONGEST_REMARK], each.title[:LONGEST_REMARK]),
            *(each.is_public, each.effect and str(each.effect), each.confidence),
            [
                [
                    *(vote.said[:LONGEST_REMARK], vote.is_unanimous, vote.in_favour, vote.against, vote.abstained),
                    *(vote.is_secret, vote.subject[:LONGEST_REMARK]),
                ]
                for vote in each.votes[:_MOST_PARTS]
            ],
            [[article.number[:LONGEST_REMARK], packed_spans(article.spans)] for article in each.articles[:_MOST_PARTS]],
            *(packed_spans(each.decision), packed_spans(each.spans), packed_spans(each.title_spans)),
            each.uri[:LONGEST_REMARK],
        ]
        for each in treatments[:_MOST]
    ]


def treatments(packed: list[Any], texts: Mapping[int, str]) -> tuple[Treatment, ...]:
    """Return what was packed.

    Raises:
        ValueError: Something in it breaks a promise of `search.registers.treatments`.
    """
    if len(packed) > _MOST:
        raise ValueError("too many treatments")
    return tuple(_treatment(position, row, texts) for position, row in enumerate(packed))


def packed_facts(facts: Sequence[Fact]) -> list[list[Any]]:
    """Return facts as `facts` reads them."""
    return [
        [
            *(str(fact.field), fact.value[:LONGEST_REMARK], fact.said[:LONGEST_REMARK]),
            *(fact.detail[:LONGEST_REMARK], packed_spans(fact.spans), fact.confidence),
        ]
        for fact in facts[:_MOST]
    ]


def facts(packed: list[Any], texts: Mapping[int, str]) -> tuple[Fact, ...]:
    """Return what was packed.

    Raises:
        ValueError: Something in it breaks a promise of `search.registers.agreements`.
    """
    if len(packed) > _MOST:
        raise ValueError("too many facts")
    return tuple(
        Fact(
            Field(field),
            clean_text(value),
            clean_text(said),
            clean_text(detail),
            spans(place, texts),
            _share(confidence),
        )
        for field, value, said, detail, place, confidence in packed
    )


def _treatment(position: int, row: list[Any], texts: Mapping[int, str]) -> Treatment:
    number, code, title, is_public, effect, confidence, votes, articles, decision, whole, title_place, uri = row
    if len(votes) > _MOST_PARTS or len(articles) > _MOST_PARTS:
        raise ValueError("too many articles or votes")
    return Treatment(
        position,
        clean_text(number),
        clean_text(code),
        clean_text(title),
        _maybe_bool(is_public),
        None if effect is None else Effect(effect),
        _share(confidence),
        tuple(_vote(*vote) for vote in votes),
        tuple(_article(number, place, texts) for number, place in articles),
        spans(decision, texts),
        spans(whole, texts),
        spans(title_place, texts),
        clean_text(uri),
    )


def _vote(
    said: object,
    is_unanimous: object,
    in_favour: object,
    against: object,
    abstained: object,
    is_secret: object,
    subject: object,
) -> Vote:
    return Vote(
        clean_text(said),
        _maybe_bool(is_unanimous) is True,
        _maybe_count(in_favour),
        _maybe_count(against),
        _maybe_count(abstained),
        _maybe_bool(is_secret),
        clean_text(subject),
    )


def _article(number: object, place: list[Any], texts: Mapping[int, str]) -> Article:
    found = spans(place, texts)
    return Article(clean_text(number), text_of(found, texts), found)


def _maybe_count(value: object) -> int | None:
    return None if value is None else count(value)


def _maybe_bool(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise ValueError("neither yes nor no")
    return value


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise ValueError("not a share")
    return float(value)
