"""The subcommands that list what is known: decisions, dossiers, contracts."""

import argparse
from typing import TYPE_CHECKING

from cli import options, places
from cli.output import print_json, print_text
from search.registers.agreements import Field
from search.registers.treatments import Effect

if TYPE_CHECKING:
    from datetime import date

    from search.answer import Query
    from search.registers.contracts import Contract
    from search.registers.decisions import Decision
    from search.registers.dossiers import Dossier

COLUMNS = 100  # characters of a title on the screen


def decisions_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `decisions`."""
    _filters(part)
    part.add_argument("--k", type=options.number, default=None, metavar="N", help="hoeveel (standaard alle)")
    options.choice(part, "--outcome", "UITKOMST", "alleen met deze uitkomst", Effect)
    part.add_argument("--all", action="store_true", help="ook agenda's, verslagen en stukken zonder besluit")


def decisions(given: argparse.Namespace) -> int:
    """List decisions, newest first; finding none is an answer too."""
    from access import reader_named
    from search import open_knowledge_base
    from search.registers.decision_json import as_json

    kb, reader = open_knowledge_base(given.data), reader_named(given.reader)
    places.warn_of_unknown(kb, reader, given.municipality)
    found = [
        each
        for each in kb.registers.decisions(reader, _query(given))
        if (each.is_decided or given.all) and (not given.outcome or each.effect in given.outcome)
    ]
    whole = kb.registers.whole([each.key for each in found[: given.k]], reader)
    if given.json:
        of = kb.registers.register(reader).dossier_of
        print_json([as_json(each, of[each.key].key if each.key in of else None) for each in whole])
    else:
        print_text("\n".join(map(_line, whole)) or "Geen besluiten gevonden.")
    return 0


def dossiers_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `dossiers`."""
    _filters(part)
    part.add_argument("--theme", metavar="THEMA", help=f"alleen dossiers over {options.THEME}")


def dossiers(given: argparse.Namespace) -> int:
    """List dossiers, pinned ones first, then those with the newest matter."""
    from access import reader_named
    from search import open_knowledge_base
    from search.registers.dossier_json import as_json

    kb, reader, query = open_knowledge_base(given.data), reader_named(given.reader), _query(given)
    places.warn_of_unknown(kb, reader, given.municipality)
    passing = {each.key for each in kb.registers.decisions(reader, query)}
    wanted = given.theme.casefold() if given.theme else None
    found = [
        each
        for each in kb.registers.register(reader).dossiers
        if any(decision.key in passing for decision in each.decisions)
        and (wanted is None or wanted in (theme.casefold() for theme in each.themes))
    ]
    if given.json:
        print_json([as_json(each) for each in found])
    else:
        print_text("\n".join(map(_dossier_line, found)) or "Geen dossiers gevonden.")
    return 0


def _dossier_line(dossier: "Dossier") -> str:
    years = "-".join(dict.fromkeys(str(day.year) for day in (dossier.first, dossier.last) if day))
    who = ", ".join(dossier.municipalities or dossier.bodies)
    return f"{dossier.title[:COLUMNS]}\n  {len(dossier.decisions)} stukken, {years}  {who}\n  {dossier.key}"


def contracts_arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of `contracts`."""
    options.reader(part)
    options.municipality(part, "alleen waar deze gemeente partij is of kan toetreden")
    part.add_argument(
        "--on",
        type=options.day,
        metavar="DATUM",
        help="zoals het op die dag stond: JJJJ-MM-DD of JJJJ (standaard vandaag)",
    )
    part.add_argument("--open", action="store_true", help="alleen waar nog wie kan toetreden")
    part.add_argument("--all", action="store_true", help="ook verlopen overeenkomsten")


def contracts(given: argparse.Namespace) -> int:
    """List contracts, those that end last first."""
    from datetime import date

    from access import reader_named
    from search import open_knowledge_base
    from search.registers.contract_json import as_json
    from search.registers.contracts import Phase

    kb, reader, today = open_knowledge_base(given.data), reader_named(given.reader), given.on or date.today()
    every = kb.registers.register(reader).contracts
    places.warn_of_unknown(kb, reader, given.municipality, {name for each in every for name in each.parties})
    found = [
        each
        for each in every
        if (given.all or each.phase(today) is not Phase.ENDED)
        and (not given.open or each.may_still_join(today))
        and (not given.municipality or not set(given.municipality).isdisjoint(each.parties))
    ]
    if given.json:
        print_json([as_json(each, today) for each in found])
    else:
        print_text("\n".join(_contract_line(each, today) for each in found) or "Geen overeenkomsten gevonden.")
    return 0


def _contract_line(contract: "Contract", today: "date") -> str:
    end = contract.day(Field.END)
    days = contract.days_left(today)
    until = f"tot en met {end.isoformat()}" + (f", nog {days} dagen" if days and days > 0 else "") if end else ""
    parties = ", ".join(contract.parties)
    return (
        f"{contract.document.title[:COLUMNS]}\n  {contract.phase(today)}  {until}\n  {parties}\n"
        f"  {contract.document.path}"
    )


def _filters(part: argparse.ArgumentParser) -> None:
    options.reader(part)
    options.municipality(part)
    part.add_argument(
        "--body", action="append", default=[], metavar="ORGAAN",
        help='alleen stukken van dit orgaan, zoals het bij de stukken staat: "Gemeenteraad"; mag meermaals',
    )  # fmt: skip
    options.period(part)


def _query(given: argparse.Namespace) -> "Query":
    from search.answer import Query

    return Query(
        "", municipalities=tuple(given.municipality), bodies=tuple(given.body), since=given.since, until=given.until
    )


def _line(decision: "Decision") -> str:
    day = decision.date.isoformat() if decision.date else "zonder datum"
    who = ", ".join(filter(None, (decision.municipality, decision.body)))
    title = " ".join(filter(None, (decision.code, decision.title)))[:COLUMNS]
    return f"{day}  {who}\n  {title}\n  {decision.effect or '-'}  {decision.document.path}, p. {decision.page}"
