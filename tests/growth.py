"""Whether work grows with what it is given and no faster: the guard against a text that is made to tire a reader.

It is compared with itself in the same run, by the time of the processor; how fast anything is stands in benchmarks/.
"""

import gc
import time
from collections.abc import Callable

TIMES = 8
ROOM = 0.1  # seconds: of less than this nothing can be said
ATTEMPTS = 4  # a machine that is busy with other work makes one run slow, not the fastest of some; a square stays one


def is_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Return whether eight times as much takes less than twenty times as long; in the square it would be 64 times.

    Of the small and of the large run the fastest counts; there are more only where the first say no.

    Args:
        work: Does what is asked on as much as it is told.
        size: The most to give it: a square of it must take longer than ROOM, or nothing is seen.
    """
    work(size // TIMES // TIMES)  # what is loaded once
    small = large = float("inf")
    for _ in range(ATTEMPTS):
        small = min(small, _seconds(work, size // TIMES))
        large = min(large, _seconds(work, size))
        if large < ROOM + 20 * small:
            return True
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    gc.disable()  # a collection walks through all that other tests left, in whichever run it falls
    try:
        started = time.process_time()
        work(size)
        return time.process_time() - started
    finally:
        gc.enable()
