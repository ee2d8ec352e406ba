"""The file of what people make, and what in it has no room of its own: meetings, and what is said of answers."""
