import io
import json
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document as Word

from dienhong import reading
from dienhong.reading.akoma import from_akoma, problems
from dienhong.resolutions import queries, tree
from dienhong.resolutions.models import Provision
from dienhong.resolutions.word_view import bookmark
from lawcore import provisions

from .conftest import enter
from .texts import ADOPTED

FOLDER = os.environ.get("DIENHONG_DOCUMENTS")


def test_the_rows_give_the_same_document_back(adopted):
    read = provisions.parse(reading.read_bytes(ADOPTED.encode()).lines)
    assert queries.document(adopted) == read
    assert tree.metadata_of(tree.metadata_json(read)) == read.metadata


def test_no_word_of_the_file_is_lost_in_the_rows(adopted):
    lines = reading.read_bytes(ADOPTED.encode()).lines
    assert list(provisions.words(queries.document(adopted))) == list(provisions.words_of(lines))


def test_every_provision_has_a_bookmark_in_the_word_file(adopted, officer, signed_in):
    data = signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/van-ban.docx").content
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    for row in Provision.objects.filter(version=adopted):
        assert f'w:name="{bookmark(row.eid)}"' in xml
    words = " ".join(paragraph.text for paragraph in Word(io.BytesIO(data)).paragraphs).split()
    assert words == [word for row in adopted.provisions.order_by("order") for word in _words(row)]


def _words(row):
    return f"{row.label} {row.heading} {row.text}".split()


def test_a_bookmark_is_short_and_of_letters_figures_and_underscores():
    name = bookmark("att_1__chp_III__sec_2__art_112__para_12__point_đ__indent_3")
    assert len(name) <= 40
    assert name != bookmark("att_1__chp_III__sec_2__art_112__para_12__point_đ__indent_4")
    assert all(letter.isalnum() or letter == "_" for letter in name)


def test_the_spreadsheet_has_a_row_for_each_proposal(adopted, officer, signed_in):
    data = signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/de-xuat.xlsx").content
    cells = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))
    cited = [row[0] for row in cells]
    for proposal in queries.live(adopted):
        assert proposal.provision.at in cited
    assert sum(1 for row in cells if "mục tiêu" in row or "nhiệm vụ" in row) == adopted.proposals.count()


def test_the_json_is_what_the_command_prints(adopted, officer, signed_in):
    found = json.loads(signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/doc.json").content)
    assert found["metadata"]["number"] == "07/2026/NQ-HĐND"
    assert list(found["articles"]["3"]["clauses"]["1"]["points"]) == ["a", "b"]
    assert [target["percent"] for target in found["targets"]] == [100, 95]


def test_the_xml_reads_back_to_the_same_tree(adopted, officer, signed_in):
    xml = signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/akoma-ntoso.xml").content
    assert not problems(xml)
    back = from_akoma(xml)
    assert [(node.eid, node.text) for node in back.walk()] == [(row.eid, row.text) for row in in_order(adopted)]


def in_order(version):
    return version.provisions.order_by("order")


@pytest.mark.documents
@pytest.mark.skipif(FOLDER is None, reason="set DIENHONG_DOCUMENTS to the folder of the five resolutions")
def test_the_five_real_documents_come_back_from_their_rows(commune, officer):
    for path in sorted(Path(FOLDER).glob("*.txt")):
        version = enter(commune, officer, path.read_text(), name=path.name)
        read = provisions.parse(reading.read_bytes(path.read_bytes(), name=path.name).lines)
        assert queries.document(version) == read, path.name


def test_the_source_comes_back_byte_for_byte(adopted, officer, signed_in):
    answer = signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/tep-goc/")
    assert b"".join(answer.streaming_content) == ADOPTED.encode()
