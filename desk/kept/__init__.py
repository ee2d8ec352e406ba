"""What people make and keep: notes, watch lists, meetings, feedback. Each room has its own tables in one file."""
