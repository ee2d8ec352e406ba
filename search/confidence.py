"""When an answer is good enough to show. An absolute floor, because the best of a bad lot is still bad."""

FLOOR = 0.30
"""Least score of `fusion.combine` that is shown."""
