"""No file, however made, stops the screening; what it could not be read in is said."""

import pytest

from corpus import bad_documents
from dienhong.disclosures.screening import screen_file
from dienhong.reading import LIMITS, Unreadable, read_beside


@pytest.mark.parametrize("case", bad_documents.CASES)
def test_what_a_bad_file_carries_is_read_or_refused(case):
    name, data = bad_documents.CASES[case][0]()
    assert carried(data, name) <= LIMITS.characters


def carried(data, name):
    """How many letters; a refusal is an answer too, any other error fails the test."""
    try:
        return sum(len(passage.text) for passage in read_beside(data, name=name).passages)
    except Unreadable:
        return 0


@pytest.mark.parametrize("maker", ["truncated_pdf", "locked_pdf", "pdf_header_only"])
def test_a_file_that_cannot_be_read_is_never_clear(maker):
    name, data = getattr(bad_documents, maker)()
    screening = screen_file(data, name=name)
    assert not screening.clear
    assert all(why.startswith("Chưa kiểm tra được: ") for why in screening.unchecked)
