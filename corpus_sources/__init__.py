"""The sample corpus: its Markdown sources (a/, b/) and the program that turns them into documents."""
