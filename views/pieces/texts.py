"""The Dutch words of pieces of screen: links to a page, marks, how long still, files to take along. Constants."""

from typing import Final

# The way to a page
ON_PAGE: Final = "{title}, bladzijde {page}"
TO_LOOK_AT: Final = "na te kijken"
TO_LOOK_AT_WHY: Final = "Automatisch gelezen en niet zeker: kijk dit na op de bladzijde."

# Files to take along
EXPORT: Final = "Meenemen:"
EXPORT_NAMES: Final = {
    "docx": "Word", "pdf": "PDF", "md": "Markdown", "xlsx": "Excel", "csv": "CSV", "ics": "Agenda (ICS)",
}  # fmt: skip
EXPORT_ICS_WHY: Final = "Voor Outlook en andere agenda’s, met herinneringen 180, 90 en 30 dagen vooraf"

# Contracts
MAY_JOIN: Final = "Mag nog:"
MIGHT_JOIN: Final = "Mocht ook:"
ALLOWED: Final = "Mag instappen:"
SINCE: Final = "sinds {day}"
LEFT: Final = ("nog 1 dag", "nog {n} dagen")
ENDS_TODAY: Final = "vandaag de laatste dag"
OVER: Final = ("1 dag voorbij", "{n} dagen voorbij")
