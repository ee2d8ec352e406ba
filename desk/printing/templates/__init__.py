"""The Word file that gives a briefing note its looks, and what it is made of; no code of ours runs from here."""
