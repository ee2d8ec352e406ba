"""The screen of what is new between two meetings, with the calendar of these."""
