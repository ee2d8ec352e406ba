"""The screen of watch lists, and the button that makes one of a search."""
