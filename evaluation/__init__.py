"""How good the search is, on question sets that nobody here wrote (BEIR layout)."""
