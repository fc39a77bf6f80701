"""The five council resolutions, turned into DOCX and PDF, keep every word and are read in a second."""

import json
import os
import resource
import subprocess
import sys
import time
from html import escape
from pathlib import Path

import pytest

from corpus import pages, word
from dienhong.reading import LIMITS, docx_text, pdf_text, read_bytes, read_lines

FOLDER = os.environ.get("DIENHONG_DOCUMENTS")
NAMES = ("bac-ninh-draft-2025", "dak-lak-draft-2025", "ke-sat-2025", "soc-trang-draft-2025", "tra-vinh-2024")
SECONDS = 1.0
SECONDS_AS_A_COMMAND = 2.0

pytestmark = [
    pytest.mark.documents,
    pytest.mark.skipif(FOLDER is None, reason="set DIENHONG_DOCUMENTS to the folder of the five resolutions"),
]


def as_pdf(lines):
    return pages.pdf("".join(f"<p>{escape(line)}</p>" for line in lines))


@pytest.fixture(params=NAMES)
def lines(request):
    return [line.text for line in read_lines(Path(FOLDER) / f"{request.param}.txt").lines]


@pytest.mark.parametrize("made", [word.typed, word.numbered, as_pdf])
def test_every_word_is_kept_in_order(lines, made):
    source = read_bytes(made(lines), name="a.pdf" if made is as_pdf else "a.docx")
    got = "".join("".join(line.text for line in source.lines).split())
    assert got == "".join("".join(lines).split())
    assert source.notes == ()


@pytest.mark.parametrize(("made", "reader"), [(word.numbered, docx_text), (as_pdf, pdf_text)])
def test_reading_takes_less_than_a_second_process_start_excluded(lines, made, reader):
    data = made(lines)
    begun = time.process_time()  # the machine's other work does not count
    reader.answer(data, limits=LIMITS, page=0)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(("made", "name"), [(word.numbered, "a.docx"), (as_pdf, "a.pdf")])
def test_the_command_takes_less_than_two_seconds_process_start_included(lines, made, name, tmp_path):
    file = tmp_path / name
    file.write_bytes(made(lines))
    begun = time_of_commands()
    command = [sys.executable, "-m", "dienhong.site.cli", "read", str(file), "--json"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert time_of_commands() - begun < SECONDS_AS_A_COMMAND
    assert json.loads(done.stdout)["metadata"]["kind"] == "Nghị quyết"


def time_of_commands():
    """Processor time of the commands that ended, and of the processes they started, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_the_text_loses_nothing_but_the_marks_of_markdown(lines):
    assert not any(mark in line for line in lines for mark in ("**", "[bookmark", "\u00a0"))
    assert all(not line.startswith("#") for line in lines)
