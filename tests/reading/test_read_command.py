"""`dienhong read`: one JSON object, one line of refusal, and nothing left behind."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "documents"
SOURCE = Path(__file__).parent.parent.parent / "src"


@pytest.fixture
def read(tmp_path):
    """Runs the command in an empty folder, without settings, and sees that it wrote nothing."""

    def run(*arguments):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO")}
        result = subprocess.run(
            [sys.executable, "-m", "dienhong.site.cli", "read", *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert list(tmp_path.iterdir()) == []
        return result

    return run


def test_standard_output_is_one_json_object_in_nfc(read):
    result = read(FIXTURES / "decomposed.txt", "--json")
    assert result.returncode == 0
    answer = result.stdout.decode()
    assert unicodedata.is_normalized("NFC", answer)
    assert json.loads(answer)["metadata"]["issuer"] == "Hội đồng nhân dân xã Thuỷ Liễu"


def test_json_is_what_one_gets_without_asking(read):
    assert json.loads(read(FIXTURES / "report.txt").stdout)["metadata"]["kind"] == "Báo cáo"


def test_text_prints_the_words_in_order(read):
    result = read(FIXTURES / "commune-adopted.txt", "--text")
    source = (FIXTURES / "commune-adopted.txt").read_text(encoding="utf-8")
    rules = {"---------", "---------------"}
    assert result.stdout.decode().split() == [word for word in source.split() if word not in rules]


@pytest.mark.parametrize("form", ["--json", "--text"])
def test_a_file_that_is_not_there_is_refused_in_one_vietnamese_line(read, form):
    result = read("khong-co.docx", form)
    assert result.returncode == 2
    assert result.stdout == b""
    message = result.stderr.decode()
    assert message.endswith("\n")
    assert message.count("\n") == 1
    assert "Hãy" in message


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 50, b"   \n\n"])
def test_a_file_without_a_text_is_refused(read, tmp_path_factory, content):
    path = tmp_path_factory.mktemp("files") / "tep.txt"
    path.write_bytes(content)
    result = read(path, "--json")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().count("\n") == 1


def test_a_folder_is_refused(read, tmp_path_factory):
    result = read(tmp_path_factory.mktemp("folder"), "--json")
    assert (result.returncode, result.stdout) == (2, b"")


def test_a_pipe_that_nobody_fills_is_refused_at_once(read, tmp_path_factory):
    path = tmp_path_factory.mktemp("pipes") / "ong.txt"
    os.mkfifo(path)
    result = read(path, "--json")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().count("\n") == 1
