"""The report as a document: the layout's parts, honest tables, Vietnamese that reads."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from dienhong.documents.official import Table
from dienhong.documents.page import render_html
from dienhong.documents.spreadsheet import render_tables
from dienhong.documents.word import render_docx
from dienhong.programmes.models import IndicatorStanding
from dienhong.reports import actions, annexes, wording
from dienhong.reports.document import document_of
from dienhong.reports.models import Report
from tests.programmes import places
from tests.reports.conftest import IN_JULY, SECOND_HALF, YEAR, accept, issued, open_one, send, tasks_of


def words(data):
    tree = ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))  # noqa: S314 - our own
    return "".join(tree.itertext())


def texts(report):
    return [block.text for block in document_of(report).blocks if hasattr(block, "text")]


def cells(table):
    return [row.cells for row in table.rows]


def test_the_parts_of_the_layout(report):
    document = document_of(report)
    assert document.issuer.in_words == "Ủy ban nhân dân xã An Lạc"
    assert document.addressed_to == ("Hội đồng nhân dân xã An Lạc",)
    assert document.title.startswith("Báo cáo kết quả thực hiện Nghị quyết số 12/2026/NQ-HĐND về bảo đảm")
    assert document.title.endswith("6 tháng đầu năm 2026")
    assert document.number_line.endswith("/BC-UBND")
    assert document.signer.authority == ("TM. Ủy ban nhân dân",)
    assert document.recipients[0] == "Như trên"
    assert document.recipients[-1] == "Lưu: VT"
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam xã" in document.recipients


def test_a_province_reports_as_a_province(province):
    made = Report(
        snapshot={
            **EMPTY,
            "place": {"word": "tỉnh", "name": "Sông Trà"},
        },
        snapshot_hash="0" * 64,
    )
    document = document_of(made)
    assert document.issuer.in_words == "Ủy ban nhân dân tỉnh Sông Trà"
    assert document.addressed_to == ("Hội đồng nhân dân tỉnh Sông Trà",)


EMPTY = {
    "as_of": "2026-05-20",
    "period": {"every": "year", "start": "2026-01-01", "end": "2026-12-31", "name": "năm 2026"},
    "place": {"word": "xã", "name": "An Lạc"},
    "resolution": {
        "name": "Nghị quyết số 1/2026/NQ-HĐND",
        "adopted": "của Hội đồng nhân dân xã",
        "about": "về dân chủ",
    },
    "previous": None,
    "targets": [],
    "duties": [],
    "units": [],
    "gaps": [],
    "evidence": {"accepted": 0, "waiting": 0, "returned": 0, "kinds": []},
}


def test_a_report_with_nothing_to_say_says_so():
    said = " ".join(texts(Report(snapshot=EMPTY, snapshot_hash="0" * 64)))
    assert "không đặt mục tiêu theo tỷ lệ" in said
    assert "chưa có nhiệm vụ nào được giao" in said
    assert "chưa có đơn vị nào gửi minh chứng" in said
    assert said.endswith("xem xét./.")


def test_a_draft_is_marked_and_an_issued_report_is_not(report, officer):
    assert not document_of(report).issued
    assert "DỰ THẢO" in render_html(document_of(report))
    actions.issue(report=report, number=5, dated=places.ON, post="Chủ tịch", name="Lành", by=officer, on=places.ON)
    report.refresh_from_db()
    page = render_html(document_of(report))
    assert "DỰ THẢO" not in page
    assert "05/BC-UBND" in page


def test_the_whole_hash_is_printed(report):
    (duties, _units) = document_of(report).annexes
    assert report.snapshot_hash in duties.blocks[0].note


def test_unknown_figures_print_as_unknown_not_as_zero(programme, officer):
    IndicatorStanding.objects.all().delete()
    report = open_one(programme, officer)
    (row,) = cells(annexes.targets(report.snapshot))
    assert row[3:7] == (None, None, None, None)
    assert row[-1] == "chưa tính số liệu"
    assert "chưa có số liệu" in words(render_docx(document_of(report)))


def test_each_figure_says_its_period(report):
    (row,) = cells(annexes.targets(report.snapshot))
    assert row[1].endswith("; năm 2026)")
    duties = {line[2]: line[3] for line in cells(document_of(report).annexes[0].blocks[0])}
    assert duties["Báo cáo kết quả thực hiện"] == "6 tháng đầu năm 2026"


def test_the_second_half_shows_the_year_to_date_and_the_period_before(programme, officer, commune):
    issued(programme, officer)
    accept(send(commune, tasks_of(commune.school)[1], "Báo cáo 6 tháng"), commune)
    report = open_one(programme, officer, SECOND_HALF, **IN_JULY)
    duties = document_of(report).annexes[0].blocks[0]
    titles = [column.title for column in duties.columns]
    assert titles[-2:] == ["Lũy kế từ đầu năm", "Kỳ trước"]
    line = next(row for row in cells(duties) if row[2] == "Báo cáo kết quả thực hiện")
    assert line[-2:] == ("1/6", "0/3")
    assert any("Báo cáo số 57/BC-UBND (6 tháng đầu năm 2026)" in text for text in texts(report))


def test_a_first_report_has_no_column_of_the_period_before(programme, officer):
    titles = [column.title for column in document_of(open_one(programme, officer, YEAR)).annexes[0].blocks[0].columns]
    assert "Kỳ trước" not in titles
    assert "Lũy kế từ đầu năm" not in titles


def test_written_words_become_paragraphs_under_their_heading(report, officer):
    report = actions.write(report=report, section="next", text="Một.\n\n  Hai.  ", edition=0, by=officer)
    said = texts(report)
    at = said.index("Phương hướng, nhiệm vụ kỳ tới")
    assert said[at + 1 : at + 3] == ["Một.", "Hai."]
    assert "Kiến nghị, đề xuất" not in said


def test_written_recipients_replace_the_usual_ones(report, officer):
    text = "- Như trên;\n- Thường trực Đảng ủy xã;\n- Lưu: VT."
    report = actions.write(report=report, section="recipients", text=text, edition=0, by=officer)
    assert document_of(report).recipients == ("Như trên", "Thường trực Đảng ủy xã", "Lưu: VT")
    assert "Nơi nhận" not in texts(report)


def test_markup_in_words_stays_words(report, officer):
    text = "<script>alert(1)</script> & =HYPERLINK(1)"
    report = actions.write(report=report, section="next", text=text, edition=0, by=officer)
    assert "<script>alert" not in render_html(document_of(report))
    assert text in words(render_docx(document_of(report)))


def test_the_workbook_holds_every_table(report):
    names = zipfile.ZipFile(io.BytesIO(render_tables(document_of(report)))).namelist()
    assert sum(name.startswith("xl/worksheets/sheet") for name in names) == 3


def test_the_units_add_up_in_the_last_line(report):
    units = document_of(report).annexes[1].blocks[0]
    *lines, last = units.rows
    assert isinstance(units, Table)
    assert last.strong
    assert [sum(row.cells[i] for row in lines) for i in range(2, 6)] == list(last.cells[2:])


def test_a_renamed_place_does_not_change_an_issued_report(programme, officer):
    done = issued(programme, officer)
    before = render_html(document_of(done))
    done.locality.name = "Tên Mới"
    done.locality.save(update_fields=["name"])
    programme.version.number = "99/2026/NQ-HĐND"
    programme.version.save(update_fields=["number"])
    assert render_html(document_of(Report.objects.get(pk=done.pk))) == before


FIGURE = {"achieved": 8, "not_achieved": 1, "unknown": 2, "exempt": 0, "end": "2026-12-31"}


@pytest.mark.parametrize(
    ("verdict", "as_of", "said"),
    [
        ("met", "2026-05-20", "đạt"),
        ("not-met", "2026-05-20", "chưa đạt"),
        ("not-met", "2026-12-31", "chưa đạt"),
        ("not-met", "2027-01-01", "không đạt"),
        ("open", "2026-05-20", "chưa đủ số liệu"),
        ("no-population", "2026-05-20", "danh sách phải tính còn trống"),
        ("not-counted", "2026-05-20", "chưa tính số liệu"),
    ],
)
def test_nothing_is_lost_before_its_period_is_over(verdict, as_of, said):
    assert wording.verdict({**FIGURE, "verdict": verdict}, as_of=as_of) == said


def duty(periods=1, **counts):
    return {
        "periods": periods,
        "counts": {**dict.fromkeys(("open", "submitted", "returned", "done", "unmet", "overdue"), 0), **counts},
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (duty(done=1), "đã thực hiện"),
        (duty(unmet=1), "không thực hiện"),
        (duty(open=1), "chưa có số liệu"),
        (duty(open=1, overdue=1), "chưa có số liệu, đã quá hạn"),
        (duty(open=3), "chưa có số liệu của cả 3 đơn vị"),
        (duty(done=9, open=10, submitted=3, periods=2, overdue=10), "9/22 lượt đã thực hiện; 13 lượt chưa có số liệu, trong đó 10 lượt quá hạn"),
        (duty(done=3, unmet=1), "3/4 đơn vị đã thực hiện; 1 đơn vị không thực hiện"),
        (duty(done=1200, open=34), "1.200/1.234 đơn vị đã thực hiện; 34 đơn vị chưa có số liệu"),
    ],
)  # fmt: skip
def test_where_a_duty_stands_in_words(given, said):
    assert wording.standing(given) == said


@pytest.mark.parametrize(
    ("bearer", "action", "said"),
    [
        ("Các thôn", "Phát loa hằng tuần.", "Các thôn phát loa hằng tuần"),
        ("", "phát loa;", "Phát loa"),
        ("các thôn", "Các thôn phát loa", "Các thôn phát loa"),
    ],
)
def test_who_does_what_in_words(bearer, action, said):
    assert wording.deed({"bearer": bearer, "action": action}) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Về các biện pháp", "về các biện pháp"),
        ("Bảo đảm thực hiện dân chủ", "về bảo đảm thực hiện dân chủ"),
        ("Quy định các biện pháp", "quy định các biện pháp"),
    ],
)
def test_the_resolution_is_named_as_people_say_it(programme, title, said):
    programme.version.work.title = title
    programme.version.adopted_on = date(2026, 3, 5)
    named = wording.resolution(programme)
    assert named["about"] == said
    assert named["adopted"] == "ngày 05 tháng 3 năm 2026 của Hội đồng nhân dân xã An Lạc"
