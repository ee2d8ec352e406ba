"""A folder of files -> rows of the knowledge base. Knows nothing of questions or screens."""
