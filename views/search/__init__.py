"""The screens that a question leads along: the search, and the document at the page that answers."""
