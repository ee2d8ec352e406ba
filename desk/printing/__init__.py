"""A note on paper: as Word, PDF and Markdown. Knows nothing of where a note comes from."""
