"""Files to take along: tables as Excel and CSV, calendars, judgements. Knows no screen; notes are in `printing`."""
