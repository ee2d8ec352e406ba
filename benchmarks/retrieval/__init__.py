"""How good the search is on question sets, against baselines in the same run: `python -m benchmarks.retrieval`."""
