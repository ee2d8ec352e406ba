"""Words of Dutch that make another statement of what stands beside them, in groups that say the same. Constants."""

from typing import Final


def _grouped(*lines: str) -> dict[str, str]:
    """Return for each word of a line the first word of that line; words are folded."""
    return {word: line.split()[0] for line in lines for word in line.split()}


NOT: Final = "niet"
NEGATIONS: Final = frozenset(_grouped("niet geen nooit zonder noch niemand niets nergens evenmin amper nauwelijks"))
BOUNDS: Final = _grouped(
    "minstens minimaal minimum min tenminste", "hoogstens maximaal maximum max", "meer", "minder", "ruim",
    "alle elk elke ieder iedere telkens", "enkel alleen slechts uitsluitend", "ongeveer circa ca bijna",
    "half halve helft", "incl inclusief inbegrepen", "excl exclusief", "nog", "opnieuw",
)  # fmt: skip
"""What holds of the next thing said: "minstens vijf" is not "vijf"."""

ROLES: Final = _grouped("vanaf sinds ingang", "tot", "tegen", "na")
DEADLINE: Final = "tegen"
DEADLINES: Final = frozenset(["voor", "uiterlijk"])  # before a day only: "voor twee jaar" is none
PARTS_OF_YEAR: Final = frozenset(["eind", "begin", "zomer", "voorjaar", "najaar"])  # stems: "vóór eind 2025"

MOODS: Final = _grouped(
    "kan kunnen kon konden", "mag mogen mocht mochten", "moet moeten moest moesten dient dienen verplicht",
    "wil willen wilde wilden wens wenst wensen", "zou zouden", "vraag vraagt vragen vroeg vroegen verzoekt verzoeken",
    "overweeg overweegt overwegen overwoog", "onderzoek onderzoekt onderzoeken onderzocht",
    "misschien mogelijk wellicht eventueel", "voorstel", "twijfel twijfelt twijfelen",
    "streef streeft streven gestreefd", "plan plant plannen gepland", "hoop hoopt hopen",
    "weiger weigert weigeren weigerde geweigerd", "dat", "of",
)  # fmt: skip
"""What holds of a clause, wherever it stands: what is asked, may be, or is only said by somebody is no fact."""

CONDITIONS: Final = _grouped(
    "tenzij", "mits", "behalve uitgezonderd", "behoudens", "indien", "zolang", "voorwaarde voorbehoud"
)
"""What holds of a sentence: without it the rest promises more."""

NEW_CLAUSE: Final = frozenset(
    [
        "maar",
        "dat",
        "doch",
        "terwijl",
        "waarvan",
        "waarbij",
        "omdat",
        "doordat",
        "waardoor",
        "zodat",
        "hoewel",
        *CONDITIONS,
    ]
)
