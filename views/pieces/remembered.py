"""What takes long to make, remembered for one reader and one state of the data; forgotten when the data change."""

import threading
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Generic, TypeVar

from search import KnowledgeBase
from search.types import Reader
from views import session

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """A function of the knowledge base, the reader and what is asked, which is called once for each of these."""

    def __init__(self, make: Callable[..., Made], most: int) -> None:
        self._make = make
        self._kept = lru_cache(most)(self._called)
        self._of: tuple[int, int] = (0, -1)
        self._lock = threading.Lock()

    def __call__(self, *asked: Hashable) -> Made:
        """Return what is made for the current reader."""
        opened, reader = session.knowledge_base(), session.reader()
        return self._kept(self._up_to_date(opened), opened, reader, *asked)

    def _up_to_date(self, opened: KnowledgeBase) -> int:
        """Forget what was made of other data: what was erased must not live on here. Return the generation of now."""
        state = (id(opened), opened.generation)
        with self._lock:
            if self._of != state:
                self._kept.cache_clear()
                self._of = state
        return state[1]

    def _called(self, generation: int, opened: KnowledgeBase, reader: Reader, *asked: Hashable) -> Made:
        return self._make(opened, reader, *asked)


def remembered(most: int) -> Callable[[Callable[..., Made]], Remembered[Made]]:
    """Remember the last `most` results of a function whose first two arguments are the knowledge base and the reader.

    The function is then called without these two.
    """
    return lambda make: Remembered(make, most)
