import json
import shutil
import socket
import subprocess
import sys

import pytest

from cli.__main__ import main
from search.database import write_lock
from tests.conftest import write


def run(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=120
    )


@pytest.fixture(scope="module")
def read_in(tmp_path_factory):
    """A knowledge base that the command itself made, to look at."""
    root = tmp_path_factory.mktemp("opdracht")
    write(root / "dossiers")
    done = run("ingest", root / "dossiers", "--data", root / "data", "--model", "hashing", "--json")
    assert done.returncode == 0, done.stderr
    return root / "data"


@pytest.fixture
def filled(read_in, data):
    """A copy of it, to change."""
    return shutil.copytree(read_in, data)


def test_ingest_reports_what_the_contract_says(folder, data):
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.4 kapot")
    done = run("ingest", folder, "--data", data, "--model", "hashing", "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert {"added", "changed", "unchanged", "removed", "failed", "no_text", "pages", "passages", "seconds"} <= set(
        report
    )
    assert (report["added"], report["pages"] >= 3, report["passages"] >= 4) == (3, True, True)
    assert [set(row) for row in report["failed"]] == [{"path", "outcome", "page", "message"}]


def test_search_prints_hits_and_nothing_else(read_in):
    done = run("search", "zonnepanelen op de sporthal", "--data", read_in, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["abstained"] is False
    hit = answer["hits"][0]
    assert hit["path"] == "damme/2016-05-23_notulen.md"
    assert (hit["municipality"], hit["kind"], hit["date"], hit["page"]) == ("Damme", "notulen", "2016-05-23", 1)
    assert "zonnepanelen" in {hit["text"][start:end].lower() for start, end in hit["highlights"]}
    assert [h["rank"] for h in answer["hits"]] == list(range(1, len(answer["hits"]) + 1))


@pytest.mark.parametrize(
    ("extra", "is_found"),
    [
        ([], True),
        (["--municipality", "Damme"], True),
        (["--municipality", "Brugge"], False),
        (["--municipality", "Brugge", "--municipality", "Damme"], True),
        (["--from", "2016", "--to", "2016-05-23"], True),
        (["--to", "2016-05-22"], False),
        (["--kind", "notulen"], True),
        (["--kind", "standpunt"], False),
        (["--reader", "exello"], True),
    ],
)
def test_filters_narrow(read_in, capsys, extra, is_found):
    assert main(["search", "zonnepanelen op de sporthal", "--data", str(read_in), "--json", *extra]) == 0
    found = {hit["path"] for hit in json.loads(capsys.readouterr().out)["hits"]}
    assert ("damme/2016-05-23_notulen.md" in found) == is_found


def test_nothing_found_is_an_answer(read_in):
    done = run("search", "pizza margherita", "--data", read_in, "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["abstained"], answer["hits"]) == (0, True, [])
    assert answer["searched"]["documents"] == 3
    assert "Niets gevonden" in run("search", "pizza margherita", "--data", read_in).stdout


@pytest.mark.parametrize("command", [["search", "zonnepanelen"], ["decisions"], ["dossiers"], ["contracts"]])
def test_a_municipality_that_is_not_there_is_said_beside_the_result(read_in, capsys, command):
    for name, said in (("damme", "Bedoelde u Damme?\n"), ("Damme", "")):
        assert main([*command, "--municipality", name, "--data", str(read_in), "--json"]) == 0
        output = capsys.readouterr()
        json.loads(output.out)
        assert output.err.endswith(said) if said else output.err == ""


@pytest.mark.parametrize("command", [["brief", "zonnepanelen"], ["news", "--from", "2016"]])
def test_a_note_on_a_municipality_that_is_not_there_says_so(read_in, capsys, command):
    assert main([*command, "--municipality", "Dame", "--data", str(read_in), "--json"]) == 0
    assert "“Dame”" in capsys.readouterr().err


def test_who_may_not_read_the_papers_of_a_municipality_does_not_hear_of_it(folder, data, capsys):
    assert main(["ingest", str(folder), "--data", str(data), "--model", "hashing", "--audience", "college"]) == 0
    capsys.readouterr()
    assert main(["search", "zonnepanelen", "--data", str(data), "--municipality", "Dame"]) == 0
    assert "Damme" not in capsys.readouterr().err
    assert main(["search", "zonnepanelen", "--data", str(data), "--municipality", "Dame", "--reader", "college"]) == 0
    assert "Damme" in capsys.readouterr().err


def test_whoever_reads_along_may_stop_reading(read_in):
    command = [sys.executable, "-m", "cli", "search", "zonnepanelen", "--data", str(read_in), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        running.stdout.close()
        assert (running.wait(timeout=60), running.stderr.read()) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "x", "--data", "/nonexistent/place"], 10),
        (["check", "--data", "/nonexistent/place"], 10),
        (["rebuild", "--data", "/nonexistent/place"], 10),
        (["serve", "--data", "/nonexistent/place"], 10),
        (["serve", "--port", "99999"], 2),
        (["ingest", "/nonexistent/folder", "--data", "/nonexistent/place"], 2),
        (["search"], 2),
        (["search", "x", "--k", "0"], 2),
        (["search", "x", "--from", "gisteren"], 2),
        (["search", "x", "--kind", "roman"], 2),
        (["evaluate", "/nonexistent/folder"], 2),
        (["nonsense"], 2),
    ],
)
def test_exit_codes_tell_what_went_wrong(arguments, code):
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_port_where_something_listens_is_said(read_in):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--data", read_in, "--port", taken.getsockname()[1])
    assert (done.returncode, done.stdout) == (1, "")
    assert "is al in gebruik" in done.stderr


def test_a_locked_knowledge_base_is_exit_code_11(filled, folder):
    with write_lock(filled):
        assert run("ingest", folder, "--data", filled).returncode == 11
        assert run("rebuild", "--data", filled).returncode == 11
        assert run("search", "zonnepanelen", "--data", filled).returncode == 0


def test_a_database_that_is_none_is_said(filled):
    (filled / "kennisbank.sqlite").write_bytes(b"geen database" * 1000)
    for arguments in (["search", "zonnepanelen"], ["check"], ["rebuild"]):
        done = run(*arguments, "--data", filled)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "beschadigd" in done.stderr or "database" in done.stdout


def test_a_model_that_is_not_there_is_said(folder, data):
    done = run("ingest", folder, "--data", data, "--model", "/nonexistent/model")
    assert done.returncode == 2
    assert "model" in done.stderr.lower()


def test_check_and_rebuild(filled):
    assert run("check", "--data", filled, "--read-data", "--json").returncode == 0
    (filled / "index" / "vectors.faiss").write_bytes(b"")
    broken = run("check", "--data", filled, "--json")
    assert (broken.returncode, [p["kind"] for p in json.loads(broken.stdout)["problems"]]) == (1, ["index"])
    assert json.loads(run("rebuild", "--data", filled, "--json").stdout)["passages"] > 3
    assert run("check", "--data", filled).returncode == 0


def test_evaluate_on_a_set_of_two(tmp_path):
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text(
        '{"_id": "a", "title": "", "text": "Zonnepanelen op de sporthal."}\n'
        '{"_id": "b", "title": "Warmtenet", "text": "Restwarmte van de oven."}\n',
        encoding="utf-8",
    )
    (tmp_path / "queries.jsonl").write_text(
        '{"_id": "1", "text": "zonnepanelen"}\n{"_id": "2", "text": "warmtenet"}\n{"_id": "3", "text": "ongevraagd"}\n',
        encoding="utf-8",
    )
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n1\ta\t1\n2\tb\t1\n", encoding="utf-8")
    for mode in ("lexical", "dense", "hybrid"):
        done = run("evaluate", tmp_path, "--mode", mode, "--model", "hashing", "--json")
        figures = json.loads(done.stdout)
        assert (figures["mode"], figures["queries"], figures["ndcg@10"], figures["mrr@10"]) == (mode, 2, 1.0, 1.0)
        assert {"recall@10", "recall@100", "seconds_index", "ms_query_p50", "ms_query_p95"} <= set(figures)


def test_a_knowledge_base_made_by_a_model_in_a_folder_opens_again(folder, data, tmp_path):
    from search.embedders import universal_module

    universal_module.build().save(str(tmp_path / "model"))
    assert run("ingest", folder, "--data", data, "--model", tmp_path / "model", "--json").returncode == 0
    done = run("search", "zonnepanelen op de sporthal", "--data", data, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["hits"][0]["path"] == "damme/2016-05-23_notulen.md"
