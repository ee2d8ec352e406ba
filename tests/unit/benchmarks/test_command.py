"""What `python -m benchmarks` says to a call that it cannot do."""

import pytest

from benchmarks import __main__ as command


@pytest.mark.parametrize(("given", "code"), [("--help", 0), ("--nonsense", 2), ("/nonexistent/folder", 2)])
def test_help_is_help_and_a_folder_that_is_none_is_refused(monkeypatch, capsys, given, code):
    monkeypatch.setattr("sys.argv", ["benchmarks", given])
    monkeypatch.setattr(command, "ingest", pytest.fail)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == code
    output = capsys.readouterr()
    assert "usage: python -m benchmarks [-h] [folder]" in output.out + output.err
