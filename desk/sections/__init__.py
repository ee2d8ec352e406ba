"""The sections of a briefing note, one file each: from what was found on a theme to entries. Knows no SQL."""
