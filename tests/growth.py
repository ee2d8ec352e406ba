"""Whether work grows with what it is given and no faster: the guard against a text that is made to tire a reader.

It is compared with itself in the same run, by the time of the processor; how fast anything is stands in benchmarks/.
"""

import time
from collections.abc import Callable

TIMES = 8
ROOM = 0.3  # seconds: what is done once, and a collection of garbage, must not count


def is_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Return whether eight times as much takes less than twenty times as long; in the square it would be 64 times.

    Args:
        work: Does what is asked on as much as it is told.
        size: The most to give it.
    """
    work(size // TIMES // TIMES)  # what is loaded once
    return _seconds(work, size) < ROOM + 20 * _seconds(work, size // TIMES)


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started
