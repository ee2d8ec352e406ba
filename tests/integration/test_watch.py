import threading
import time

from ingest.watch import look, wait


def waited(paths, data, before) -> threading.Thread:
    thread = threading.Thread(target=wait, args=(paths, data, before, 0.02, 0.1), daemon=True)
    thread.start()
    return thread


def test_it_waits_for_a_change_and_until_the_copy_is_complete(folder, data):
    before = look([folder], data)
    thread = waited([folder], data, before)
    time.sleep(0.2)
    assert thread.is_alive()
    with (folder / "nieuw.txt").open("w", encoding="utf-8") as growing:
        for _ in range(6):  # a slow copy: longer in all than the quiet that ends the waiting
            growing.write("tekst ")
            growing.flush()
            time.sleep(0.04)
            assert thread.is_alive()
    thread.join(5)
    assert not thread.is_alive()


def test_what_changed_while_files_were_read_in_is_not_missed(folder, data):
    before = look([folder], data)
    (folder / "tijdens.txt").write_text("tekst", encoding="utf-8")
    thread = waited([folder], data, before)
    thread.join(5)
    assert not thread.is_alive()


def test_a_removed_file_is_a_change_and_the_knowledge_base_is_none(folder):
    data = folder / "data"
    data.mkdir()
    before = look([folder], data)
    (data / "kennisbank.sqlite").write_text("x", encoding="utf-8")
    assert look([folder], data) == before
    next(folder.rglob("*.txt")).unlink()
    assert look([folder], data) != before
