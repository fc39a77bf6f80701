"""The JSON of a document: written fixtures of many shapes, and the five real resolutions where they are given."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from dienhong.reading import read_lines
from dienhong.reading.summary import summary
from lawcore.obligations import Proposals, find
from lawcore.provisions import document_text, parse, words, words_of
from lawcore.provisions.model import Line

FIXTURES = Path(__file__).parent.parent / "documents"
EXPECTED = json.loads((FIXTURES / "expected.json").read_text(encoding="utf-8"))
DOCUMENTS = os.environ.get("DIENHONG_DOCUMENTS")
FIVE = json.loads((Path(DOCUMENTS) / "expected.json").read_text(encoding="utf-8")) if DOCUMENTS else {"": {}}
NOTHING = Proposals((), (), ())

needs_documents = [
    pytest.mark.documents,
    pytest.mark.skipif(not DOCUMENTS, reason="DIENHONG_DOCUMENTS does not name the folder of the five resolutions"),
]


def summary_of(path):
    document = parse(read_lines(path).lines)
    return summary(document, find(document))


def structure(articles):
    return {
        article: {
            clause: {point: held["bullets"] for point, held in clauses["points"].items()}
            for clause, clauses in parts["clauses"].items()
        }
        for article, parts in articles.items()
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_written_document_is_read_as_expected(name):
    expected = EXPECTED[name]
    shown = summary_of(FIXTURES / f"{name}.txt")
    assert structure(shown["articles"]) == expected["articles"]
    assert {key: shown["metadata"][key] for key in expected["metadata"]} == expected["metadata"]
    assert [annex["title"] for annex in shown["annexes"]] == expected["annexes"]
    assert [[finding["code"], finding["at"]] for finding in shown["findings"]] == expected["findings"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_word_of_a_written_document_is_lost(name):
    source = read_lines(FIXTURES / f"{name}.txt").lines
    document = parse(source)
    assert words(document) == words_of(source) == document_text(document).split()


class TestTheFive:
    pytestmark = needs_documents

    @pytest.mark.parametrize("name", sorted(FIVE))
    def test_is_read_as_expected(self, name):
        expected = FIVE[name]
        shown = summary_of(Path(DOCUMENTS) / f"{name}.txt")
        assert structure(shown["articles"]) == expected["articles"]
        kept = ("issuer", "level", "status", "number", "adopted_on", "effective_on", "signer")
        assert {key: shown["metadata"][key] for key in kept} == {key: expected[key] for key in kept}
        told = ("at", "percent", "every", "aspirational")
        assert [{key: target[key] for key in told} for target in shown["targets"]] == expected["targets"]
        spelled = [finding for finding in shown["findings"] if finding["code"] == "name-two-spellings"]
        assert len(spelled) == len(expected.get("findings", []))

    @pytest.mark.parametrize("name", sorted(FIVE))
    def test_loses_no_word(self, name):
        source = read_lines(Path(DOCUMENTS) / f"{name}.txt").lines
        assert words(parse(source)) == words_of(source)


KEYS = ["metadata", "articles", "annexes", "targets", "duties", "findings", "notes"]


def test_every_key_is_there_when_nothing_is_known():
    shown = summary(parse([Line("một dòng")]), NOTHING)
    assert list(shown) == KEYS
    assert shown["articles"] == {}
    assert (shown["annexes"], shown["targets"], shown["duties"], shown["notes"]) == ([], [], [], [])
    assert {key for key, value in shown["metadata"].items() if value is None} >= {
        "kind",
        "issuer",
        "level",
        "number",
        "title",
        "signer",
    }


def test_points_and_dashes_without_a_clause_are_told_beside_the_clauses():
    lines = "Điều 1. Việc\na) Một:\n- Nhỏ;\n- Nhỏ nữa.\nĐiều 2. Khác\n- Gạch."
    articles = summary(parse([Line(line) for line in lines.split("\n")]), NOTHING)["articles"]
    assert articles == {
        "1": {"heading": "Việc", "clauses": {}, "points": {"a": {"bullets": 2, "points": {}}}, "bullets": 0},
        "2": {"heading": "Khác", "clauses": {}, "points": {}, "bullets": 1},
    }


def test_an_article_without_a_title_has_no_heading():
    articles = summary(parse([Line("Điều 1. Giao xã thực hiện.")]), NOTHING)["articles"]
    assert articles["1"]["heading"] is None


def test_a_number_used_again_under_a_roman_section_takes_its_section():
    lines = "Điều 1. Nội dung\nI. MỘT\n1. A.\n2. B.\nII. HAI\n1. C."
    articles = summary(parse([Line(line) for line in lines.split("\n")]), NOTHING)["articles"]
    assert list(articles["1"]["clauses"]) == ["1", "2", "II.1"]


def test_a_number_used_twice_says_which_time_it_is():
    lines = "Điều 1. Nội dung\n1. A.\n1. B."
    articles = summary(parse([Line(line) for line in lines.split("\n")]), NOTHING)["articles"]
    assert list(articles["1"]["clauses"]) == ["1", "1 (2)"]


@pytest.mark.parametrize(("printed", "percent"), [("100%", 100), ("62,5%", 62.5)])
def test_a_percentage_is_a_number(printed, percent):
    document = parse(
        [Line("QUYẾT NGHỊ:"), Line("Điều 1. Mục tiêu"), Line(f"1. Đến năm 2027, {printed} thôn có bảng tin.")]
    )
    (target,) = summary(document, find(document))["targets"]
    assert target["percent"] == percent
    assert not isinstance(target["percent"], Decimal)
