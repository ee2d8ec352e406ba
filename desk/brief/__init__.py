"""A briefing note on a theme: what is found on it, and its sections, one file each. Knows no SQL.

What is quoted, and how, is shared with notes that are kept, with the news and with summaries.
"""
