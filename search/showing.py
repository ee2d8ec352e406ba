"""A ranking of documents -> results: copies of a decision together, with the passage and sentence that answer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database

from search import catalogue, copies, deciding, lexical, nearest, present
from search.answer import Highlight, Order, Result, Source, Term
from search.answering import Sought, answering_sentence, full_sentences, kinds_asked
from search.confidence import SHOWN
from search.content import Content
from search.copies import Find, Paper, Told
from search.items import decided, item_of
from search.language import municipalities
from search.language.dutch import analyse
from search.language.thesaurus import Expansion
from search.question import FITTING, Question
from search.types import Hit, Passage, PassageId, Reader, Snippet

if TYPE_CHECKING:
    from search.engine import Ranked

OTHERS = 5  # further passages named with a result


def gathered(
    db: Database,
    asked: Question,
    reader: Reader,
    good: Sequence["Ranked"],
    ranked: Iterable["Ranked"],
    unfit: float,
    k: int,
    order: Order,
) -> tuple[list[Told], int]:
    """Return one result for each of the first `k` decisions, and how many decisions there are.

    Args:
        db: Where the passages are.
        asked: What is asked.
        reader: Who asks.
        good: The documents that are good enough to show, best first.
        ranked: All that were found; those that are not good are named as sources where they hold the same decision.
        unfit: What the ranking left of the score of a kind that the question does not ask for.
        k: How many to return.
        order: Which are the first.
    """
    shown = {found.document.sha256 for found in good}
    days = {found.document.date for found in good}
    beside = [found for found in ranked if found.document.sha256 not in shown and found.document.date in days]
    ids = [hit.passage_id for found in (*good, *beside) for hit in found.hits]
    snippets = catalogue.snippets(db, ids, reader)
    papers = _papers(good, snippets)
    if asked.intent in deciding.INTENTS:
        papers = deciding.weighed(papers, asked.intent, unfit)
    groups = copies.gather(papers)
    if order is Order.NEWEST:
        wants_decisions = asked.intent in deciding.DECISIONS
        groups.sort(key=lambda group: (wants_decisions and not any(map(deciding.decides, group)), _age(group)))
    found = [*papers, *_papers(beside, snippets)]
    fitting = FITTING.get(asked.intent or "", frozenset())
    return [copies.tell(group, found, fitting) for group in groups[:k]], len(groups)


def results(
    kb: Content, asked: Question, reader: Reader, told: Sequence[Told], others: Sequence[Expansion]
) -> tuple[Result, ...]:
    """Return what a person sees of these results, in their order; `others` are other words to mark in them."""
    finds = [_finds(kb.db, each, asked, reader) for each in told]
    wanted = [find.hit.passage_id for shown in finds for find in shown]
    wanted += [find.hit.passage_id for each in told for _, find in each.sources]
    passages = catalogue.passages(kb.db, wanted, reader)
    terms = lexical.terms(kb.db, asked.words, reader, others)
    left = [  # without what was forgotten since it was found
        (each, [passages[find.hit.passage_id] for find in shown if find.hit.passage_id in passages])
        for each, shown in zip(told, finds, strict=True)
        if shown[0].hit.passage_id in passages
    ]
    return tuple(
        _result(kb, rank, each, shown, passages, asked, terms) for rank, (each, shown) in enumerate(left, start=1)
    )


def nearest_subjects(
    db: Database, asked: Question, reader: Reader, ranked: Iterable["Ranked"], others: Sequence[Expansion]
) -> tuple[str, ...]:
    """Return the subjects nearest to a question that nothing answers; none where nothing comes near."""
    near = sorted(ranked, key=lambda found: (-found.evidence, found.document.id))
    near = [found for found in near[: nearest.LOOKED_AT] if found.evidence >= nearest.NEAR_AT_ALL]
    snippets = catalogue.snippets(db, [hit.passage_id for found in near for hit in found.hits], reader)
    places = {
        stem for _, start, end in municipalities.find(asked.query.text) for stem in analyse(asked.query.text[start:end])
    }
    words = [word for word in asked.words if word not in places]
    having = lexical.having(db, words, sorted(snippets))
    here = [word for word in words if having[word]]
    return nearest.subjects(_papers(near, snippets), words, here, lexical.terms(db, words, reader, others))


def _age(group: Sequence[Paper]) -> int:
    """Return where papers on one decision stand among others, the newest first and undated last."""
    return -max((paper.document.date.toordinal() for paper in group if paper.document.date), default=0)


def _papers(ranked: Iterable["Ranked"], snippets: Mapping[PassageId, Snippet]) -> list[Paper]:
    """Return these documents with what their passages say; without what was forgotten since it was found."""
    papers = []
    for found in ranked:
        said = [(hit, snippets[hit.passage_id]) for hit in found.hits if hit.passage_id in snippets]
        finds = tuple(Find(hit, snippet, item_of(found.document, snippet)) for hit, snippet in said)
        if finds:
            papers.append(Paper(found.document, found.score, finds))
    return papers


def _finds(db: Database, told: Told, asked: Question, reader: Reader) -> list[Find]:
    """Return the passage to show, then the further ones of its document that match, best first."""
    shown = told.finds[0]
    if asked.intent in deciding.DECISIONS:
        shown = deciding.decision_among(told.finds) or _decision_of_item(db, told, asked, reader) or shown
    elif asked.intent == "position":
        shown = deciding.position_among(told.paper.finds) or shown
    others = [find for find in told.paper.finds if find.hit.passage_id != shown.hit.passage_id]
    return [shown, *(find for find in others[:OTHERS] if find.hit.score >= SHOWN)]


def _decision_of_item(db: Database, told: Told, asked: Question, reader: Reader) -> Find | None:
    """Return the articles on an item that was found by its reasons alone, where its title has a word that was asked."""
    best = told.finds[0]
    if best.item is None or best.item.is_talk or best.item.words.isdisjoint(asked.words):
        return None
    beside = catalogue.snippets_beside(db, best.snippet, reader)
    decision = next((snippet for snippet in beside if decided(snippet) >= 2), None)
    return Find(Hit(decision.id, best.hit.score), decision, best.item) if decision else None


def _result(
    kb: Content,
    rank: int,
    told: Told,
    shown: Sequence[Passage],
    passages: Mapping[PassageId, Passage],
    asked: Question,
    terms: Sequence[Term],
) -> Result:
    best, *others = shown
    spots = present.read(best.text)
    weights = present.said(spots, terms)
    sought = _sought(asked, weights, terms)
    return Result(
        rank=rank,
        score=told.score,
        document=told.paper.document,
        passage=best,
        sentence=answering_sentence(best.text, spots, best.headings, sought) or _nearest_sentence(kb, best, asked),
        words=present.matched_words(spots, weights),
        others=tuple(others),
        sources=tuple(
            Source(paper.document, passages[find.hit.passage_id])
            for paper, find in told.sources
            if find.hit.passage_id in passages
        ),
    )


def _sought(asked: Question, weights: Mapping[str, float], terms: Sequence[Term]) -> Sought:
    whole = sum(term.weight for term in terms if len(term.stems) == 1 and term.stems[0] in asked.words)
    is_decision, is_position = asked.intent in deciding.DECISIONS, asked.intent == "position"
    return Sought(kinds_asked(asked.query.text), is_decision, is_position, weights, whole)


def _nearest_sentence(kb: Content, passage: Passage, asked: Question) -> Highlight | None:
    """Return the sentence nearest in meaning, for a passage that says it in other words altogether."""
    spots = full_sentences(passage.text)
    if not spots:
        return None
    vectors = kb.embedder.embed_passages([passage.text[start:end] for start, end in spots])
    return Highlight(*spots[int((vectors @ kb.vector(asked.core)).argmax())])
