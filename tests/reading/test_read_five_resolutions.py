"""The five council resolutions, turned into DOCX and PDF, keep every word and are read in a second."""

import os
import time
from html import escape
from pathlib import Path

import pytest

from corpus import pages, word
from dienhong.reading import read_bytes, read_lines

FOLDER = os.environ.get("DIENHONG_DOCUMENTS")
NAMES = ("bac-ninh-draft-2025", "dak-lak-draft-2025", "ke-sat-2025", "soc-trang-draft-2025", "tra-vinh-2024")
SECONDS = 1.0

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
def test_every_word_is_kept_in_order_within_a_second(lines, made):
    data = made(lines)
    begun = time.monotonic()
    source = read_bytes(data, name="a.docx" if made is not as_pdf else "a.pdf")
    took = time.monotonic() - begun
    got = "".join("".join(line.text for line in source.lines).split())
    assert got == "".join("".join(lines).split())
    assert took < SECONDS
    assert source.notes == ()


def test_the_text_loses_nothing_but_the_marks_of_markdown(lines):
    assert not any(mark in line for line in lines for mark in ("**", "[bookmark", "\u00a0"))
    assert all(not line.startswith("#") for line in lines)
