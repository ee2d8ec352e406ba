"""Help and refusals of the command line: all in Dutch, and every argument says what it is."""

import re

import pytest

from cli.__main__ import _COMMANDS, main
from search.registers.treatments import Effect
from search.types import Kind

ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments are|required|invalid|choice|choose from|expected|unrecognized|could match"
    r"|ambiguous|ignored|show|error|value)\b"
)


@pytest.fixture
def said(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "500")  # an argument and what is said of it stand on one line

    def called(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        output = capsys.readouterr()
        return ended.value.code, output.out + output.err

    return called


@pytest.mark.parametrize("command", _COMMANDS)
def test_the_help_of_a_subcommand_is_dutch_and_says_of_each_argument_what_it_is(said, command):
    code, help_ = said(command, "--help")
    assert (code, ENGLISH.findall(help_)) == (0, [])
    rows = [line for line in help_.splitlines() if line.startswith("  ")]
    assert len(rows) >= 3
    assert [row for row in rows if not re.search(r"\S {2,}\w", row)] == []


def test_the_help_of_all_is_dutch_and_names_each_subcommand(said):
    code, help_ = said("--help")
    assert (code, ENGLISH.findall(help_)) == (0, [])
    assert all(re.search(rf"^ +{name}\s+\w", help_, re.MULTILINE) for name in _COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["search"],
        ["search", "x", "--k"],
        ["search", "x", "--k", "veel"],
        ["search", "x", "--k", "0"],
        ["search", "x", "--json=ja"],
        ["search", "x", "--re", "NAAM"],
        ["search", "x", "--kind", "roman"],
        ["search", "x", "--onzin"],
        ["decisions", "--from", "gisteren"],
        ["evaluate", "x", "--mode", "mooi"],
        ["serve", "--port", "poort"],
        ["serve", "--port", "0"],
        ["serve", "--port", "99999"],
    ],
)
def test_a_wrong_call_is_refused_in_dutch(said, arguments):
    code, refusal = said(*arguments)
    assert code == 2
    assert ENGLISH.findall(refusal) == []
    assert "fout: " in refusal


@pytest.mark.parametrize(("command", "values"), [("search", Kind), ("decisions", Effect)])
def test_the_values_of_a_list_are_named(said, command, values):
    assert ", ".join(values) in said(command, "--help")[1]


def test_a_port_that_cannot_be_is_named_with_those_that_can(said):
    assert "'99999' is geen poort; kies een getal van 1 tot 65535" in said("serve", "--port", "99999")[1]
