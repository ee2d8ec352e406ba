"""The pieces of the screen of a decision, and of items of a sitting."""

import re
from dataclasses import replace
from datetime import date

import pytest

from search.answer import Query
from search.registers.decisions import Decision, Paper, Standing, State
from search.registers.tellings import Telling
from search.registers.treatments import Article, Effect, Treatment, Vote
from search.types import EVERYONE, Document, Kind, Outcome, Span
from views import address
from views.address import Address
from views.decisions import decision, items
from views.decisions import texts as words

TODAY = date(2026, 11, 23)
HERE = Address(Query("wind"), decision="aaaaaaaaaaaaaaaa")
NOTHING = Treatment(0, "", "", "", None, None, 0.0, (), (), (), (), ())
ARTICLES = (
    Article("1", "De raad plaatst windmolens.", (Span(4, 10, 37),)),
    Article("2bis", "Het college voert dit uit.", (Span(5, 0, 26),)),
)


def paper(kind: Kind = Kind.MINUTES, identifier: int = 7, page: int = 4, **told: object) -> Paper:
    about = (f"Stuk {identifier}", kind, "Damme", "Gemeenteraad", date(2021, 10, 28), None)
    document = Document(identifier, f"damme/{identifier}.pdf", "0" * 64, *about, 9, EVERYONE, Outcome.OK, "")
    title = (Span(page, 0, 8),)
    treatment = replace(NOTHING, title="Windmolens", title_spans=title, spans=(Span(page, 0, 60),), **told)
    return Paper(document, Telling(identifier, identifier, True, f"{identifier:016x}", "a" * 16, treatment))


def decided(*papers: Paper, **given: object) -> Decision:
    papers = papers or (paper(articles=ARTICLES),)
    first = papers[0]
    made = Decision(
        key="a" * 16, municipality="Damme", body="Gemeenteraad", date=date(2021, 10, 28), number="3", code="",
        title="Windmolens", is_public=None, effect=Effect.APPROVED, confidence=0.9, is_confirmed=False,
        votes=first.telling.treatment.votes, articles=first.telling.treatment.articles, papers=papers,
    )  # fmt: skip
    return replace(made, **given)


def test_every_article_opens_its_page_with_that_article_marked() -> None:
    html = decision.text(HERE, decided(), None, "")
    assert "<h3>Artikel 1</h3>" in html
    assert "<h3>Artikel 2bis</h3>" in html
    href = "/document?vraag=wind&amp;document=7&amp;pagina=5&amp;artikel=2&amp;besluit=aaaaaaaaaaaaaaaa"
    assert f'<a href="{href}" data-intern aria-label="Artikel 2bis: toon op bladzijde 5"' in html
    assert html.index("plaatst windmolens") < html.index("voert dit uit")


def test_articles_open_the_paper_that_they_were_read_from() -> None:
    poor, rich = paper(identifier=8), paper(Kind.DECISION_LIST, 9, articles=ARTICLES)
    assert "document=9" in decision.text(HERE, decided(poor, rich), None, "")


def test_an_address_keeps_the_article() -> None:
    at = Address(decision="0123456789abcdef", document=7, page=5, article=2)
    assert address.parse(address.parameters(at)) == (at, ())


def test_a_decision_without_articles_shows_its_words_from_the_page() -> None:
    other = paper(Kind.DECISION_LIST, 8, decision=(Span(2, 3, 12), Span(3, 0, 4)))
    quote = decision.quote_of(decided(paper(), other))
    assert quote is not None
    said = decision.quoted(quote, {2: "..\nDe raad\nbeslist", 3: "dus."})
    assert said == "De raad b\ndus."
    html = decision.text(HERE, decided(paper(), other), quote, said)
    assert words.TEXT_HEADING in html
    assert "document=8&amp;pagina=2" in html


def test_an_item_without_a_decision_shows_what_is_said_after_its_title_in_short() -> None:
    quote = decision.quote_of(decided(paper()))
    assert quote is not None
    assert quote.spans == (Span(4, 8, 60),)
    html = decision.text(HERE, decided(paper()), quote, "woord " * 1_000)
    assert words.TOLD_HEADING in html
    assert words.READ_ON.format(number=4) in html
    assert html.count("woord") < 250


def test_a_title_alone_is_said_to_be_all_there_is() -> None:
    bare = replace(paper().telling.treatment, spans=(Span(4, 0, 8),))
    alone = Paper(paper().document, replace(paper().telling, treatment=bare))
    assert decision.quote_of(decided(alone)) is None
    assert words.NO_TEXT in decision.text(HERE, decided(alone), None, "")


def test_a_vote_is_told_in_words_and_drawn_to_scale() -> None:
    votes = (Vote("met 14 stemmen voor, 8 tegen", False, 14, 8, 0),)
    html = decision.ruling(HERE, decided(paper(votes=votes)), None)
    assert "Goedgekeurd" in html
    assert "14 voor" in html
    assert "8 tegen" in html
    assert "onthouding" not in html
    assert 'class="sg-vote-in-favour" style="flex-grow: 14"' in html
    assert 'class="sg-vote-against" style="flex-grow: 8"' in html


def test_a_vote_without_counts_is_told_as_the_paper_puts_it() -> None:
    votes = (Vote("met eenparigheid van stemmen", True, is_secret=True),)
    html = decision.ruling(HERE, decided(paper(votes=votes)), None)
    assert "<p>Met eenparigheid van stemmen · geheime stemming</p>" in html
    assert "sg-vote" not in html


def test_a_vote_that_says_no_more_than_the_outcome_is_left_out() -> None:
    html = decision.ruling(HERE, decided(paper(votes=(Vote("Goedgekeurd", False),))), None)
    assert html.count("Goedgekeurd") == 1


def test_what_replaces_a_decision_is_named_linked_and_quoted() -> None:
    standing = Standing(State.REPLACED, date(2023, 3, 1), "b" * 16, "Dit vervangt het besluit.")
    later = decided(key="b" * 16, title="Windmolens, nieuw")
    html = decision.ruling(HERE, decided(standing=standing), later)
    assert "Vervangen sinds 1 maart 2023" in html
    assert '<a href="/besluit?vraag=wind&amp;besluit=bbbbbbbbbbbbbbbb" data-intern>Windmolens, nieuw</a>' in html
    assert "Dit vervangt het besluit." in html
    assert "<a " not in decision.ruling(HERE, decided(standing=standing), None)  # not for this reader


@pytest.mark.parametrize(("state", "said"), [(State.HOLDS, True), (State.NEVER, False)])
def test_a_decision_that_holds_says_so_and_one_never_taken_says_nothing(state: State, said: bool) -> None:
    html = decision.ruling(HERE, decided(standing=Standing(state)), None)
    assert ("Voor zover we weten nog geldig" in html) is said
    assert "sg-notice" not in html


def test_no_outcome_says_why() -> None:
    assert words.ONLY_AGENDA in decision.ruling(HERE, decided(paper(Kind.AGENDA), effect=None), None)
    assert words.NO_OUTCOME in decision.ruling(HERE, decided(effect=None), None)
    assert words.DISCUSSED in decision.ruling(HERE, decided(paper(Kind.MEETING_REPORT), effect=None), None)


def test_every_paper_is_a_source_with_its_kind_and_page() -> None:
    html = decision.sources(HERE, decided(paper(page=4), paper(Kind.AGENDA, 8, page=1)))
    assert html.index("Notulen, p. 4") < html.index("Agenda, p. 1")
    assert "document=8&amp;pagina=1&amp;besluit=" in html


def test_what_came_before_and_after_stands_between_text_and_sources() -> None:
    html = decision.below(HERE, decided(themes=("Wind & zee",)), None, "", history="<h2>Ervoor</h2>")
    assert html.index("Artikel 1") < html.index("Ervoor") < html.index(words.SOURCES_HEADING)
    assert 'href="/themas?thema=Wind+%26+zee"' in html


def test_hostile_text_stays_text() -> None:
    hostile = "<script>x</script>"
    articles = (Article(hostile, hostile, (Span(1, 0, 5),)),)
    votes = (Vote(hostile, True, subject=hostile), Vote(hostile, False, subject=hostile))
    made = decided(
        paper(articles=articles, votes=votes), title=hostile, number=hostile, code=hostile, body=hostile,
        municipality=hostile, themes=(hostile,), standing=Standing(State.REPEALED, None, "b" * 16, hostile),
    )  # fmt: skip
    html = (
        decision.head(HERE, made, TODAY) + decision.ruling(HERE, made, made) + decision.below(HERE, made, None, "")
        + decision.around(HERE, made, [made, made]) + items.line(HERE, made)
    )  # fmt: skip
    assert html.count("&lt;script&gt;") >= 12
    assert "<script" not in html


def agenda(count: int) -> list[Decision]:
    return [decided(key=f"{i:016x}", number=str(i), title=f"Punt nummer {i}.") for i in range(count)]


def test_the_agenda_shows_where_we_are() -> None:
    html = items.agenda(HERE, agenda(5), f"{3:016x}")
    assert html.count("<li") == 5
    assert html.count("sg-current") == html.count("aria-current") == 1
    assert html.index("sg-current") < html.index("Punt nummer 3.") < html.index("Punt nummer 4.")
    assert "<details" not in html


@pytest.mark.parametrize(("at", "folds"), [(0, 1), (3, 1), (20, 2), (39, 1)])
def test_a_long_agenda_is_folded_around_the_current_item_and_still_whole(at: int, folds: int) -> None:
    html = items.agenda(HERE, agenda(40), f"{at:016x}")
    assert [int(n) for n in re.findall(r"Punt nummer (\d+)\.", html)] == list(range(40))
    assert html.count("<details") == folds
    unfolded = re.sub(r"<details.*?</details>", "", html)
    assert f"Punt nummer {at}." in unfolded


def test_an_item_that_only_the_agenda_has_says_so_where_others_were_treated() -> None:
    planned = decided(paper(Kind.AGENDA), effect=None)
    assert words.ONLY_ON_AGENDA in "".join(items.rows_of(HERE, [decided(), planned]))
    assert words.ONLY_ON_AGENDA not in "".join(items.rows_of(HERE, [planned, planned]))


def test_a_result_tells_the_outcome_and_leads_to_the_decision() -> None:
    html = items.line(Address(Query("wind"), place=3), decided(standing=Standing(State.REPEALED)))
    assert 'href="/besluit?vraag=wind&amp;besluit=aaaaaaaaaaaaaaaa"' in html
    assert words.GO_TO_DECISION in html
    assert html.index("Goedgekeurd") < html.index("Opgeheven")
    assert words.GO_TO_ITEM in items.line(HERE, decided(effect=None))
