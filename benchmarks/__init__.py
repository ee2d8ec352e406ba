"""Speed, memory and quality, each against a baseline in the same run: `python -m benchmarks`."""
