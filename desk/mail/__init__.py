"""Mail about what is new: one round along all watch lists, and the messages and settings of it."""
