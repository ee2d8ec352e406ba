"""Notes that people keep: collecting, editing, versions, sharing; each source is looked up again at every look."""
