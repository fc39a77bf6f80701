"""Resolutions as councils issue them, and their neighbours, none of which the reader was made on.

Each document of `documents/unseen` has beside it what a person reads in it (`*.expected.json`):
metadata, the tree of its main body in short, annexes, targets, codes of findings. The same is
read from it decomposed, spaced, printed double and put into Word.
"""

import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from docx import Document as WordDocument

from corpus import word
from dienhong.reading import read_bytes
from dienhong.reading.summary import summary
from lawcore.obligations import find
from lawcore.provisions import parse, words, words_of

FOLDER = Path(__file__).parent.parent / "documents" / "unseen"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
TEXTS = [path for path in DOCUMENTS if path.suffix == ".txt"]
WRAPPED = {"hard-wrapped-pages", "wrapped-sentence-begins-with-number", "draft-second", "indented-continuations"}
WHOLE = [path for path in TEXTS if path.stem not in WRAPPED]  # each line a paragraph
LABEL = re.compile(r"(?:Điều\s|\d|[a-zđ]\)|QUYẾT|NGHỊ)")
COUNTED_ANEW = {"annex-regulation", "decision-ubnd", "roman-inside-articles"}  # one list of Word's would count on


def expected(path):
    return json.loads(path.with_name(f"{path.stem}.expected.json").read_text(encoding="utf-8"))


def read(data, name):
    lines = read_bytes(data, name=name).lines
    document = parse(lines)
    assert words(document) == words_of(lines)
    return summary(document, find(document))


def tree(articles):
    """Articles as counts of dashes: {"2": {"1": {"a": 0}}}."""
    return {
        number: {
            clause: {point: shown["bullets"] for point, shown in below["points"].items()}
            for clause, below in article["clauses"].items()
        }
        for number, article in articles.items()
    }


def essentials(answer, wanted):
    """Of an answer, the parts that a person wrote down."""
    shown = {
        "metadata": {key: answer["metadata"][key] for key in wanted["metadata"]},
        "articles": tree(answer["articles"]),
        "article_numbers": list(answer["articles"]),
        "headings": {
            number: answer["articles"].get(number, {}).get("heading") for number in wanted.get("headings", {})
        },
        "clause_bullets": {
            number: {clause: below["bullets"] for clause, below in answer["articles"][number]["clauses"].items()}
            for number in wanted.get("clause_bullets", {})
        },
        "annexes": [[annex["title"], tree(annex["articles"])] for annex in answer["annexes"]],
        "targets": [[goal["at"], goal["percent"], goal["every"], goal["aspirational"]] for goal in answer["targets"]],
        "duties": [[duty["at"], duty["bearer"], duty["every"]] for duty in answer["duties"]],
        "findings": sorted({finding["code"] for finding in answer["findings"]}),
        "bases": len(answer["metadata"]["bases"]),
        "repeals": len(answer["metadata"]["repeals"]),
    }
    if "targets" in wanted:  # "*" stands for a place that a person may cite in several ways
        for found, (at, *_) in zip(shown["targets"], wanted["targets"], strict=False):
            found[0] = "*" if at == "*" else found[0]
    return {key: shown[key] for key in wanted}


def agrees(answer, path):
    wanted = expected(path)
    wanted |= {"findings": sorted(wanted["findings"])} if "findings" in wanted else {}
    assert essentials(answer, wanted) == wanted


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_it_is_read_as_a_person_reads_it(path):
    agrees(read(path.read_bytes(), path.name), path)


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def with_fixed_spaces(text):
    return text.replace("Điều ", "Điều\u00a0").replace(" năm ", "\u00a0năm\u00a0").replace(" %", "\u00a0%")


def indented(text):
    return "\n".join("\t" + line if line[:1].isalnum() else line for line in text.split("\n"))


def trailing(text):
    return text.replace("\n", "  \r\n")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "change", [decomposed, with_fixed_spaces, indented, trailing], ids=lambda change: change.__name__
)
def test_how_the_letters_and_spaces_are_stored_changes_nothing(path, change):
    agrees(read(change(path.read_text(encoding="utf-8")).encode(), path.name), path)


def lines_of(path):
    return [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def typed_in_word(path):
    """One paragraph for each line; columns parted by tabs stay so."""
    document = WordDocument()
    for line in lines_of(path):
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def in_columns(path):
    """The letterhead and the signature stand side by side in tables without borders."""
    rows = [[line] if LABEL.match(line) else re.split(r"\t+|\s{4,}", line) for line in lines_of(path)]
    return word.document(
        "".join(word.table([row], borders=False) if len(row) > 1 else word.paragraph(row[0]) for row in rows)
    )


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
@pytest.mark.parametrize("written", [typed_in_word, in_columns], ids=lambda written: written.__name__)
def test_it_is_read_the_same_from_word(path, written):
    agrees(read(written(path), "nghi-quyet.docx"), path)


@pytest.mark.parametrize("path", [path for path in WHOLE if path.stem not in COUNTED_ANEW], ids=lambda path: path.stem)
def test_it_is_read_the_same_where_word_counts_the_labels(path):
    agrees(read(word.numbered(lines_of(path)), "nghi-quyet.docx"), path)
