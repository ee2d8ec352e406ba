"""What is new between two days, of papers and contracts, and the calendar of meetings that one asks it between."""
