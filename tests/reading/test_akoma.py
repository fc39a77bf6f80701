"""A document goes to Akoma Ntoso 3.0 and comes back as the same tree."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dienhong.reading import read_lines
from dienhong.reading.akoma import from_akoma, problems, to_akoma
from lawcore.provisions import parse, words
from lawcore.provisions.model import Line, Span

FIXTURES = sorted((Path(__file__).parent.parent / "documents").glob("*.txt"))
DOCUMENTS = os.environ.get("DIENHONG_DOCUMENTS")
FIVE = sorted(Path(DOCUMENTS).glob("*.txt")) if DOCUMENTS else [Path("none")]
ON = date(2026, 3, 1)
PRINTED = sorted({line.text for path in FIXTURES for line in read_lines(path).lines})
lines = st.builds(
    Line,
    text=st.one_of(st.sampled_from(PRINTED), st.text(max_size=8)),
    cell=st.one_of(st.none(), st.tuples(st.just(0), st.integers(0, 2), st.integers(0, 2))),
)
NOWHERE = Span(0, 0)


def without_spans(nodes):
    return tuple(replace(node, span=NOWHERE, children=without_spans(node.children)) for node in nodes)


def tree(document):
    return [
        without_spans(part)
        for part in (
            document.front,
            document.preamble,
            document.body,
            document.closing,
            *(annex.body for annex in document.annexes),
        )
    ]


def returns_whole(document):
    xml = to_akoma(document, on=ON)
    assert problems(xml) == []
    back = from_akoma(xml)
    assert tree(back) == tree(document)
    assert words(back) == words(document)
    assert [annex.title for annex in back.annexes] == [annex.title for annex in document.annexes]
    assert back.metadata == replace(document.metadata, recipients=(), bases=(), repeals=())


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_written_document_is_valid_and_comes_back(path):
    returns_whole(parse(read_lines(path).lines))


@pytest.mark.documents
@pytest.mark.skipif(not DOCUMENTS, reason="DIENHONG_DOCUMENTS does not name the folder of the five resolutions")
@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.stem)
def test_each_of_the_five_is_valid_and_comes_back(path):
    returns_whole(parse(read_lines(path).lines))


@settings(max_examples=60, deadline=None)
@given(st.lists(lines, max_size=25))
def test_any_text_is_valid_and_comes_back(source):
    document = parse(source)
    xml = to_akoma(document, on=ON)
    assert problems(xml) == []
    assert [node.eid for node in from_akoma(xml).walk()] == [node.eid for node in document.walk()]


def test_a_title_with_a_character_that_xml_forbids_is_written_without_it():
    """Scans and old converters leave backspaces and form feeds in a title."""
    document = parse([Line("NGHỊ QUYẾT"), Line("Về dân chủ\x08 ở cơ sở"), Line("Điều 1. Việc")])
    xml = to_akoma(document, on=ON)
    assert problems(xml) == []
    assert "\x08" not in xml.decode()


def test_a_clause_keeps_its_address_and_its_printed_number():
    document = parse([Line("QUYẾT NGHỊ:"), Line("Điều 1. Việc"), Line("1.Họp thôn:"), Line("đ) Sáng.")])
    xml = to_akoma(document, on=ON).decode()
    assert 'eId="art_1__para_1"' in xml
    assert '<num class="glued">1.</num>' in xml
    assert from_akoma(xml.encode()).body == document_without_spans(document)


def document_without_spans(document):
    return without_spans(document.body)


@pytest.mark.parametrize(
    "xml", [b"", b"<a/>", b"not xml", b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"]
)
def test_what_is_no_akoma_ntoso_document_is_refused(xml):
    with pytest.raises(ValueError, match=r"XML|act"):
        from_akoma(xml)
