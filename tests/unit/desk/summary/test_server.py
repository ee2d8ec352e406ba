"""Which servers are asked: those on this machine, and none unless the environment names one."""

import subprocess
import sys

import pytest

from desk import summary
from desk.summary import server
from desk.summary.server import SummaryUnavailable
from tests.unit.desk.sample_notes import rich_note


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("http://localhost:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://127.9.9.9/v1/", "http://127.9.9.9/v1/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ("https://LOCALHOST/v1/chat/completions", "https://127.0.0.1/v1/chat/completions"),
    ],
)
def test_an_address_on_this_machine_is_used(address, whole):
    assert server.named(address, "klein").address == whole


@pytest.mark.parametrize(
    "address",
    [
        "http://192.168.1.10:11434/v1", "http://10.0.0.1/v1", "http://0.0.0.0:11434", "http://8.8.8.8",
        "https://api.voorbeeld.example/v1", "http://localhost.voorbeeld.example", "http://127.0.0.1.nip.example",
        "http://127.1", "http://2130706433", "http://0x7f000001", "http://[::]", "http://[fe80::1%25eth0]:80",
        "http://[2001:db8::1]", "http://[::ffff:8.8.8.8]",
    ],
)  # fmt: skip
def test_another_machine_is_refused_with_a_reason(address):
    with pytest.raises(SummaryUnavailable, match="andere computer"):
        server.named(address, "klein")


@pytest.mark.parametrize(
    "address",
    [
        "localhost:11434", "ftp://127.0.0.1", "file:///etc/passwd", "http://", "http://127.0.0.1:99999",
        "http://127.0.0.1:x", "http://gebruiker:wachtwoord@127.0.0.1/v1", "http://127.0.0.1@elders.example/v1",
        "http://127.0.0.1\\@elders.example/", "http://127.0.0.1/v1?x=1", "http://127.0.0.1/v1#x", "http://[::1",
        "http://127.0.0.1/a b", "\x00", "http://127.0.0.1/%0d%0aHost:x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_an_example(address):
    with pytest.raises(SummaryUnavailable, match=r"127\.0\.0\.1:11434|andere computer"):
        server.named(address, "klein")


@pytest.mark.parametrize("model", ["gpt-oss:120b-cloud", "glm-4.6:cloud", "Qwen3-Coder:480b-CLOUD"])
def test_a_model_that_its_server_passes_on_to_elsewhere_is_refused(model):
    with pytest.raises(SummaryUnavailable, match="niet op deze computer"):
        server.named("http://127.0.0.1:11434/v1", model)


def test_without_a_model_it_is_said_what_is_missing():
    with pytest.raises(SummaryUnavailable, match="STREEKGEHEUGEN_SUMMARY_MODEL"):
        server.named("http://127.0.0.1:11434/v1", "")


def test_nothing_named_is_off(monkeypatch):
    monkeypatch.delenv(server.URL, raising=False)
    monkeypatch.setenv(server.MODEL, "klein")
    assert not summary.is_on()
    assert summary.of(rich_note()) is None


def test_a_wrong_setting_is_told_and_does_not_escape(monkeypatch):
    monkeypatch.setenv(server.URL, "https://elders.example/v1")
    monkeypatch.setenv(server.MODEL, "klein")
    assert summary.is_on()
    made = summary.of(rich_note())
    assert made is not None
    assert "andere computer" in made.problem
    assert made.statements == ()


def test_a_site_without_a_model_loads_no_client():
    loads = "import sys, desk.summary; print('httpx2' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
