"""Untrusted bytes are parsed apart: bounded, without network, with nothing to write to."""

import io
import json
import socket
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from corpus import word
from dienhong.reading import LIMITS, Refusal, Unreadable, jail, read_bytes, worker


def test_a_reader_that_takes_too_long_is_killed_with_all_it_started(monkeypatch, tmp_path):
    script = tmp_path / "python"
    script.write_text("#!/bin/sh\nsleep 60 &\nsleep 60\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    begun = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        read_bytes(word.typed(["Điều 1"]), name="a.docx", limits=replace(LIMITS, wall_seconds=1))
    assert refused.value.code == Refusal.TOO_HEAVY
    assert time.monotonic() - begun < 10


def test_a_reader_that_answers_too_much_is_cut_off():
    with pytest.raises(Unreadable) as refused:
        read_bytes(word.typed(["Điều 1"] * 1000), name="a.docx", limits=replace(LIMITS, answer_bytes=1000))
    assert refused.value.code == Refusal.TOO_MUCH_TEXT


def test_memory_is_bounded():
    small = replace(LIMITS, memory_bytes=40 * 1024 * 1024)
    with pytest.raises(Unreadable) as refused:
        read_bytes(word.typed(["Điều 1. " + "dân chủ " * 50] * 20_000), name="a.docx", limits=small)
    assert refused.value.code == Refusal.TOO_HEAVY


@pytest.mark.parametrize(
    "event", ["socket.connect", "socket.__new__", "os.system", "subprocess.Popen", "os.exec", "os.fork"]
)
def test_the_reader_may_not_connect_or_start_programs(event):
    with pytest.raises(PermissionError):
        worker._forbid(event, ())


def test_the_reader_may_open_what_it_imports():
    worker._forbid("open", ("x", "r", 0))


def test_inside_the_jail_nothing_connects_and_nothing_is_written(tmp_path):
    probe = (
        "import sys, os, socket\n"
        "from dienhong.reading import worker\n"
        "from dienhong.reading.limits import LIMITS\n"
        "worker._give_up(LIMITS, ocr=False); sys.addaudithook(worker._forbid)\n"
        "for attempt in (lambda: socket.socket(), lambda: os.system('true')):\n"
        "    try: attempt(); print('allowed')\n"
        "    except PermissionError: print('forbidden')\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try:\n"
        "    with open(sys.argv[1], 'wb', buffering=0) as f: f.write(b'x')\n"
        "    print('written')\n"
        "except OSError: print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "x")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["forbidden", "forbidden", "refused"]


def test_an_unfinished_answer_is_a_dead_reader():
    with pytest.raises(Unreadable):
        jail._answer(b'{"lines": [')


def test_a_reader_s_surprise_is_a_broken_file(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x")))
    monkeypatch.setitem(worker.JOBS, "docx", "dienhong.reading.limits")
    assert json.loads(worker._run("docx", 0, LIMITS)) == {"refused": "broken"}


def test_a_fault_of_the_reader_itself_is_not_blamed_on_the_file(monkeypatch):
    monkeypatch.setattr(sys, "path", ["/nowhere"])
    with pytest.raises(Unreadable) as refused:
        read_bytes(word.typed(["Điều 1"]), name="a.docx")
    assert refused.value.code == Refusal.READER_FAILED


def test_the_reader_gets_no_secret_of_ours(monkeypatch):
    monkeypatch.setenv("DIENHONG_SECRET_KEY", "bí mật")
    assert "DIENHONG_SECRET_KEY" not in jail._environment()


def test_importing_the_reader_imports_no_parser():
    probe = "import sys, json, dienhong.reading; print(json.dumps([m for m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert not {"lxml", "pypdfium2", "openpyxl", "django", "docx"} & set(json.loads(done.stdout))


@pytest.mark.enable_socket
def test_nothing_is_fetched_for_an_external_entity():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.3)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        declaration = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{address}">]>'
        with pytest.raises(Unreadable) as refused:
            read_bytes(word.document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", declaration=declaration), name="a.docx")
        assert refused.value.code == Refusal.UNSAFE_XML
        with pytest.raises(TimeoutError):
            server.accept()


def test_no_member_of_a_package_reaches_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    read_bytes(word.document(word.paragraph("Điều 1"), parts={"../thoat.txt": "x"}), name="a.docx")
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "thoat.txt").exists()
