"""Every bad file is refused with one sentence, or read, within the limits; the reader survives."""

import re
import resource
import time

import pytest

from corpus import bad_documents
from dienhong.reading import LIMITS, Refusal, Unreadable, read_bytes
from dienhong.reading.refusals import SENTENCES

SLACK_SECONDS = 5  # a loaded machine starts processes slowly


@pytest.mark.parametrize("case", bad_documents.CASES)
def test_a_bad_file_is_refused_or_read_within_the_limits(case):
    maker, codes = bad_documents.CASES[case]
    name, data = maker()
    begun = time.monotonic()
    try:
        read_bytes(data, name=name)
        code = bad_documents.READ
    except Unreadable as refused:
        code = refused.code
    assert code in codes
    assert time.monotonic() - begun < LIMITS.wall_seconds + SLACK_SECONDS


@pytest.mark.parametrize("seed", range(12))
def test_a_docx_cut_anywhere_is_called_broken(seed):
    name, data = bad_documents.truncated_docx(seed)
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, name=name)
    assert refused.value.code == Refusal.BROKEN


def test_every_refusal_says_in_vietnamese_what_to_do():
    assert set(SENTENCES) == set(Refusal)
    for sentence in SENTENCES.values():
        assert re.search(r"\b[Hh]ãy\b", sentence)
        assert "\n" not in sentence


def test_reading_a_bad_file_leaves_no_process_behind():
    with pytest.raises(Unreadable):
        read_bytes(bad_documents.pdf_form_loop()[1], name="a.pdf")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < LIMITS.office_memory_bytes
