"""The outcome of an item: which of its sentences, articles, votes and the title weighs most."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.structure import votes as voting
from ingest.structure.effects import asked_in, effect_in, effects_in, first_word_of, is_formality, word_of
from ingest.structure.lines import VOTE_LINE, Paragraph, Part
from search.registers.treatments import Article, Effect, Vote
from search.types import Kind

_TELLING = frozenset({Kind.MINUTES, Kind.DECISION_LIST, Kind.EXTRACT, Kind.ACCESSION, Kind.ADDENDUM, Kind.POSITION})
"""Papers that tell what was decided; a report of a meeting does so in words of its own only."""

_QUESTION = re.compile(
    r"(?:[^:.]{2,40}[:.–-]\s+)?(?:(?:mondelinge|schriftelijke|actuele|bijkomende|toegevoegde)\s+)?(?:vra(?:ag|gen)|vragenuur|interpellatie)\b"
    r"|(?:[^:.]{2,40}[:.–-]\s+)?(?:mededelingen?|infopunten|rondvraag|varia|actualiteit|tussenkomsten?|agenda\s+volgende)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"\badvies\b", re.IGNORECASE)
_OF_REPORT = re.compile(
    r"(?:het|dit)\s+(?:vorige?\s+)?(?:verslag|agendapunt|punt|standpunt|voorstel|reglement|ontwerp)\b|de\s+(?:notulen|nota|agenda)\b"
    r"|punt\s|voor\s+het\s+overige\b",
    re.IGNORECASE,
)
_RANK = (
    Effect.POSTPONED, Effect.WITHDRAWN, Effect.REJECTED, Effect.AMENDED, Effect.UNFAVOURABLE, Effect.FAVOURABLE,
    Effect.APPROVED, Effect.NOTED,
)  # fmt: skip
_ADVISED = frozenset({Effect.FAVOURABLE, Effect.UNFAVOURABLE})
_OWN_WORD, _SENTENCE, _VOTE, _ARTICLE, _SILENT = 0.98, 0.93, 0.95, 0.9, 0.7
_AGAINST_WORD = 0.85  # what the articles say, where the word that is printed above them says otherwise
_DOUBTED = 0.6  # where the title says otherwise too: below `search.registers.decisions.SURE`, so a person is asked


@dataclass(frozen=True, slots=True)
class Material:
    """What an outcome is read from."""

    kind: Kind
    title: str
    paragraphs: Sequence[Paragraph]  # without articles
    articles: Sequence[Article]
    votes: Sequence[Vote]

    @property
    def is_question(self) -> bool:
        """Whether the item only asks or announces something."""
        return bool(_QUESTION.match(self.title))


def outcome_of(item: Material) -> tuple[Effect | None, float]:
    """The effect of an item and how sure that is, in [0, 1]; (None, 0) where the paper does not say."""
    found, trust = _said(item)
    is_at_odds = found is Effect.APPROVED and not item.articles and asked_in(item.title)[0] is Effect.NOTED
    return found, min(trust, _DOUBTED) if is_at_odds else trust


def _said(item: Material) -> tuple[Effect | None, float]:
    if word := _own_word(item):
        passed = _passed(item) if word is Effect.APPROVED else None
        return passed or (_amended(word, item.votes), _OWN_WORD)
    if item.kind not in _TELLING:
        return _reported(item)
    found, trust = (None, 0.0) if item.is_question else _told(item)
    carried = _carried(item.votes)
    if carried is False and found in (None, Effect.APPROVED, Effect.AMENDED, Effect.NOTED):
        return Effect.REJECTED, _VOTE
    if carried and found in (None, Effect.APPROVED):
        return _amended(Effect.APPROVED, item.votes), _VOTE
    return (found, trust) if found else _asked(item)


def _own_word(item: Material) -> Effect | None:
    words = [word_of(p.text) for p in item.paragraphs if p.part is not Part.MOTIVE or p.lines[0].is_head]
    said = [word for word in words if word]
    # "Stemming: eenparig goedgekeurd" under "Verdaagd": the rarer word says more.
    return min(said, key=_RANK.index) if said else None


def _passed(item: Material) -> tuple[Effect, float] | None:
    """What passed where "Goedgekeurd" tells only how the vote went: an advice that is given, or a notice that is taken.

    An item that notes one thing and does another was approved.
    """
    found, asked = _told(item)[0], asked_in(item.title)[0]
    own = [article.text for article in item.articles] or [p.text for p in _decided(item) if not VOTE_LINE.match(p.text)]
    acts = [effects_in(sentences(text)) for text in own if not is_formality(text)]
    if found in _ADVISED:
        is_asked = bool(_ADVICE.search(item.title))
        # Conditions of an advice are articles of their own, which tell no outcome.
        is_all = acts[:1] == [{found}] and all(act <= {found} for act in acts)
        return (found, _SENTENCE) if is_asked or is_all else None
    if found is not Effect.NOTED:
        return None
    if asked is found:
        return (found, _AGAINST_WORD) if all(act <= {found} for act in acts) else None
    if all(act == {found} for act in acts):
        return found, _DOUBTED if asked else _AGAINST_WORD
    return None


def _decided(item: Material) -> list[Paragraph]:
    """The paragraphs of the decision outside its articles that say more than a word."""
    parts = {paragraph.part for paragraph in item.paragraphs}
    where = {Part.DECISION, Part.VOTE} if Part.DECISION in parts or item.articles else {Part.LEAD, Part.VOTE}
    return [p for p in item.paragraphs if p.part in where and not word_of(p.text)]


def _told(item: Material) -> tuple[Effect | None, float]:
    """What sentences say: first those of the decision outside its articles, then the articles."""
    if found := _first(s for paragraph in _decided(item) for s in sentences(paragraph.text)):
        return found, _SENTENCE
    if found := _first(s for article in item.articles for s in sentences(article.text)):
        return found, _ARTICLE
    return (Effect.APPROVED, _SILENT) if item.articles else (None, 0.0)


def _reported(item: Material) -> tuple[Effect | None, float]:
    """What a report of a meeting says, which tells of decisions elsewhere as well."""
    for paragraph in item.paragraphs:
        if word := first_word_of(paragraph.text):
            return word, _ARTICLE
        for sentence in sentences(paragraph.text):
            if _OF_REPORT.match(sentence) and (found := effect_in(sentence)):
                return found[0], _ARTICLE
    return None, 0.0


def _asked(item: Material) -> tuple[Effect | None, float]:
    effect, trust = asked_in(item.title)
    is_said = effect is not Effect.APPROVED or trust > 0.5
    return (effect, trust) if is_said or not item.is_question else (None, 0.0)


def _first(texts: Iterable[str]) -> Effect | None:
    """The effect that weighs most among sentences; what is not said plainly counts where nothing else is said."""
    found = [told for text in texts if (told := effect_in(text))]
    plain = [effect for effect, is_plain in found if is_plain]
    return min(plain or [effect for effect, _ in found], key=_RANK.index, default=None)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, roughly: what follows a full stop and begins with a capital."""
    return iter(re.split(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý\"“])|\n", text))


def _carried(votes: Sequence[Vote]) -> bool | None:
    results = [voting.is_carried(vote) for vote in votes if voting.counts(vote)]
    known = [result for result in results if result is not None]
    return all(known) if known else None


def _amended(effect: Effect, votes: Sequence[Vote]) -> Effect:
    passed = any(vote.subject == voting.AMENDMENT and voting.is_carried(vote) for vote in votes)
    return Effect.AMENDED if passed and effect is Effect.APPROVED else effect
