import threading
import time

import pytest

from search.database import is_being_written, open_for_writing, write_lock
from search.errors import Locked


def test_looking_whether_somebody_writes_keeps_nobody_from_writing(tmp_path):
    with open_for_writing(tmp_path):
        assert is_being_written(tmp_path)
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            is_being_written(tmp_path)

    lookers = [threading.Thread(target=look) for _ in range(3)]
    for looker in lookers:
        looker.start()
    try:
        for _ in range(30):
            with write_lock(tmp_path):
                time.sleep(0.001)
    finally:
        stop.set()
        for looker in lookers:
            looker.join()
    assert not is_being_written(tmp_path)


def test_two_do_not_write_at_once(tmp_path):
    with write_lock(tmp_path), pytest.raises(Locked), write_lock(tmp_path):
        pass
