"""Servers that should write a summary and do not: they hang, lie or are not there, and one sentence tells it."""

import gzip
import json
import socket
from dataclasses import replace

import pytest

from desk.summary import server
from desk.summary.summary import summarise
from tests.summarised import BUSES, RECORDED, note, playing, said


def test_tools_that_a_model_calls_are_not_there():
    call = {"id": "1", "type": "function", "function": {"name": "zoek", "arguments": "{}"}}
    choice = {"index": 0, "message": {"role": "assistant", "content": None, "tool_calls": [call]}}
    body = json.dumps({**RECORDED, "choices": [choice]}).encode()
    with playing(lambda handler: handler.send(body)) as (played, model):
        assert "niet zoals een taalmodel" in summarise(note(BUSES), model).problem
    assert len(played.asked) == 1


WRONG = {
    "html": lambda handler: handler.send(b"<html><body>Hallo</body></html>", Content_Type="text/html"),
    "half": lambda handler: handler.send(said("Zin. [1]")[:60]),
    "other shape": lambda handler: handler.send(b'{"choices": [{"message": "Zin. [1]"}]}'),
    "no choices": lambda handler: handler.send(b'{"choices": []}'),
    "a list": lambda handler: handler.send(b"[1, 2]"),
    "deep": lambda handler: handler.send(b"[" * 100_000),
    "not utf-8": lambda handler: handler.send(b'{"choices": "\xff\xfe"}'),
    "a large number": lambda handler: handler.send(b'{"choices": ' + b"9" * 10_000 + b"}"),
    "nothing": lambda handler: handler.send(b""),
    "no http": lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "a long header": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000),
    "cut off": lambda handler: handler.send(b"{}", Content_Length=9_999),
    "packed": lambda handler: handler.send(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"),
}


@pytest.mark.parametrize("play", WRONG.values(), ids=WRONG)
def test_an_answer_that_is_none_is_told_in_one_sentence(play):
    with playing(play) as (_, model):
        assert "antwoordt niet" in summarise(note(BUSES), model).problem


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_status_that_is_an_error_is_told(status):
    with playing(lambda handler: handler.send(b'{"error": "<b>model not found</b>"}', status)) as (_, model):
        told = summarise(note(BUSES), model).problem
    assert f"fout {status}" in told
    assert "<b>" not in told


def test_an_endless_answer_is_not_read_to_its_end():
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 65_536)

    with playing(endless) as (_, model):
        assert "te lang" in summarise(note(BUSES), model).problem


def hang(handler):
    handler.server.stopped.wait(30)


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b" ")


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b"a")


@pytest.mark.timeout(30)  # without the patience that was set it would never end
@pytest.mark.parametrize("play", [hang, drip, drip_headers])
def test_a_server_that_takes_for_ever_is_left_after_the_time_that_was_set(play):
    with playing(play) as (_, model):
        told = summarise(note(BUSES), replace(model, patience=1.0)).problem
    assert "1 seconden" in told


def test_nobody_there_is_told_with_what_to_start():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        model = server.named(f"http://127.0.0.1:{free.getsockname()[1]}/v1", "klein")
        assert "Start de server" in summarise(note(BUSES), model).problem


def test_no_redirect_is_followed_and_no_proxy_used(monkeypatch):
    with playing("De raad keurt de aankoop van twee bussen goed. [1]") as (elsewhere, other):
        address = other.address
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, address)
        monkeypatch.setenv("NO_PROXY", "")
        with playing(lambda handler: handler.send(b"", 307, Location=address)) as (played, model):
            assert "fout 307" in summarise(note(BUSES), model).problem
        assert len(played.asked) == 1
    assert elsewhere.asked == []
