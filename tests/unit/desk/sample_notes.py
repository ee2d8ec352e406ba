"""An invented note as rich as real ones: seven sections, forty entries, 25 sources; and texts that attack a file."""

from datetime import date, timedelta

from hypothesis import strategies as st

from desk.note import Entry, Note, Part, Section, Source
from search.types import Kind, Span

TOWNS = ("Beernem", "Blankenberge", "Brugge", "Damme", "Jabbeke", "Oostkamp", "Torhout", "Zedelgem", "Zuienkerke")
_SAID = (
    "De raad gaat akkoord met het plaatsen van twee deelwagens op het stationsplein, voor een proefperiode van 2 jaar.",
    "Artikel 1. De gemeenteraad keurt de toetreding tot de raamovereenkomst “Deelmobiliteit in de streek” goed.\n"
    "Artikel 2. De uitgave van 12.500,00 euro wordt ingeschreven in het meerjarenplan 2026-2031, onder actie A-3.4.\n"
    "Artikel 3. Een afschrift van dit besluit wordt bezorgd aan de aankoopcentrale.",
    "Het college vraagt dat elke kern van de gemeente op wandelafstand een deelfiets heeft. Dat kan alleen als de"
    " buurgemeenten dezelfde aanbieder kiezen, want wie van kern naar kern rijdt, kijkt niet naar een gemeentegrens."
    " De dienst mobiliteit bekijkt met de aanbieder waar de eerste tien plaatsen komen, en legt daarover tegen het"
    " einde van het jaar een voorstel voor, met de kosten per plaats en een raming van het gebruik.",
    "Wordt verdaagd naar de volgende zitting.",
)


def source(number: int, *, spans: tuple[Span, ...] = ()) -> Source:
    town = TOWNS[number % len(TOWNS)] if number % 5 else None
    body = "gemeenteraad" if town else "Burgemeestersoverleg van de streek"
    title = f"{'Notulen' if town else 'Verslag'} {number}: deelmobiliteit & fietsen"
    if number == 7:
        title += " – reglement op het gebruik van het openbaar domein door aanbieders van deelsystemen, met bijlagen"
    day = date(2019, 1, 15) + timedelta(days=number * 97)
    return Source(number, title, Kind.MINUTES, town, body, day, f"map/{number}.pdf", number % 4 + 1, spans)


def _quoted(position: int, remark: str = "") -> Entry:
    number = position % 25 + 1
    from_where = source(number, spans=(Span(number % 4 + 1, position, position + 9),))
    named = ", ".join(part for part in (from_where.municipality, from_where.body) if part)
    return Entry(_SAID[position % len(_SAID)], from_where, f"{named}, {from_where.date:%d/%m/%Y}", remark)


def rich_note() -> Note:
    """Return a note with every kind of entry."""
    remarks = ("Goedgekeurd; het geldt nog.", "", "Vervangen door een later besluit; zie hieronder.", "")
    sections = (
        Section(
            Part.CONTEXT, "De vraag en wat is doorzocht",
            (Entry("Wat besliste de streek over deelmobiliteit, en wat loopt er nog?"),
             Entry("Er zijn 1.204 bladzijden doorzocht in 88 stukken van negen gemeenten.")),
        ),
        Section(Part.POSITIONS, "Standpunten per gemeente", tuple(_quoted(n) for n in range(8))),
        Section(Part.DECISIONS, "Eerdere besluiten", tuple(_quoted(n, remarks[n % 4]) for n in range(8, 20))),
        Section(
            Part.CONTRACTS, "Lopende overeenkomsten en hun laatste data",
            tuple(_quoted(n, "Opzeggen kan tot en met 31 augustus 2027.") for n in range(20, 25)),
        ),
        Section(Part.EXPERIENCE, "Wie heeft ervaring", tuple(_quoted(n) for n in range(25, 30))),
        Section(Part.ACTIONS, "Open acties", tuple(_quoted(n, "Hiervan is later niets gevonden.") for n in (30, 31))),
        Section(
            Part.GAPS, "Leemten",
            (Entry("niets gevonden in 14 stukken", lead="Jabbeke"), Entry("niets gevonden in 3 stukken", lead="Damme"),
             Entry("Van Knokke-Heist is nog niets ingelezen."), Entry("Er is geen advies van de politiezone."),
             Entry("Geen enkele gemeente noemt de kosten per rit."), Entry("Over 2021 zijn er geen verslagen.")),
        ),
    )  # fmt: skip
    return Note(
        "Deelmobiliteit in de streek: wat er beslist is en wat er nog loopt", "deelmobiliteit en deelfietsen",
        date(2026, 11, 25), date(2019, 1, 1), date(2026, 10, 31), TOWNS, sections,
    )  # fmt: skip


def address(source: Source) -> str:
    """Return where a page of the app would be."""
    return (
        f"https://geheugen.voorbeeld.be/bladzijde?doc={source.document_id}&p={source.page}&woorden={len(source.spans)}"
    )


hostile = st.text(
    st.one_of(
        st.characters(codec=None),  # lone surrogates and control characters too
        st.sampled_from("\x00\x0b\x1f\x85\ud800\udfff\ufffe\u200f\u202e\u2028\ufeff\u00ad😀👩‍👧&<>\"'“”\\{}%\t\r\n "),
    ),
    max_size=60,
)
"""Texts with what breaks files."""

_sources = st.builds(
    Source, st.integers(0, 3), hostile, st.sampled_from(Kind), st.none() | hostile, st.none() | hostile,
    st.none() | st.dates(), hostile, st.integers(1, 3), st.just(()),
)  # fmt: skip
_entries = st.builds(Entry, hostile, st.none() | _sources, hostile, hostile)
_sections = st.builds(Section, st.sampled_from(Part), hostile, st.lists(_entries, max_size=4).map(tuple))
hostile_notes = st.builds(
    Note, hostile, hostile, st.dates(), st.none() | st.dates(), st.none() | st.dates(),
    st.lists(hostile, max_size=3).map(tuple), st.lists(_sections, max_size=3).map(tuple),
)  # fmt: skip
