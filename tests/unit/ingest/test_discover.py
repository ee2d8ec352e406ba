import os
from pathlib import Path

from ingest.discover import discover


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    return path


def test_files_come_in_order_with_names_below_their_folder(tmp_path):
    touch(tmp_path / "b" / "2.txt"), touch(tmp_path / "a.pdf"), touch(tmp_path / "b" / "1.txt")
    found = discover([tmp_path], [])
    assert [file.key for file in found.files] == ["a.pdf", "b/1.txt", "b/2.txt"]


def test_lock_files_hidden_files_and_links_are_counted_and_not_followed(tmp_path):
    touch(tmp_path / "in" / "a.pdf"), touch(tmp_path / "in" / "~$a.docx"), touch(tmp_path / "in" / ".git" / "x.txt")
    touch(tmp_path / "in" / "Thumbs.db")
    secret = touch(tmp_path / "out" / "secret.txt")
    os.symlink(secret, tmp_path / "in" / "link.txt")
    os.symlink(tmp_path, tmp_path / "in" / "loop")
    found = discover([tmp_path / "in"], [])
    assert [file.key for file in found.files] == ["a.pdf"]
    assert found.ignored == 5


def test_a_subfolder_or_the_folder_above_makes_no_second_copy(tmp_path):
    touch(tmp_path / "brugge" / "a.pdf"), touch(tmp_path / "damme" / "b.pdf")
    below = discover([tmp_path / "brugge"], [tmp_path]).files
    assert [file.identity for file in below] == [(str(tmp_path), "brugge/a.pdf")]
    above = discover([tmp_path], [tmp_path / "brugge"]).files
    assert [file.identity for file in above] == [(str(tmp_path / "brugge"), "a.pdf"), (str(tmp_path), "damme/b.pdf")]


def test_the_same_file_named_twice_is_found_once(tmp_path):
    file = touch(tmp_path / "a.pdf")
    assert len(discover([tmp_path, file, tmp_path], []).files) == 1


def test_a_name_that_is_no_utf8_can_be_written_down(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as stream:
        stream.write(b"x")
    assert [file.key for file in discover([tmp_path], []).files] == ["caf\\xe9.txt"]


def test_the_knowledge_base_does_not_read_itself(tmp_path):
    touch(tmp_path / "a.pdf"), touch(tmp_path / "data" / "originals" / "ab" / "abcd")
    found = discover([tmp_path], [], tmp_path / "data")
    assert [file.key for file in found.files] == ["a.pdf"]
    assert found.ignored == 1
