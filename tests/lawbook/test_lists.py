"""Lists as files, procedures as drawings, pages found by the words of a question."""

import csv
import io

import pytest
from django.test import Client

from dienhong.lawbook.diagram import BOX_WIDTH, diagram
from dienhong.lawbook.search import MOST, search
from lawcore import asking
from lawcore.lifecycles import Lifecycle, Move


@pytest.fixture
def client():
    return Client()


def test_a_list_is_downloaded_whole_with_full_citations(client):
    file = client.get("/luat/danh-muc/disclosure.commune/?tep=csv")
    assert file["Content-Disposition"] == 'attachment; filename="disclosure.commune.csv"'
    header, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert header == ["Số", "Nội dung", "Gồm", "Hình thức", "Nơi niêm yết", "Niêm yết", "Căn cứ"]
    assert len(rows) == 14
    assert {len(row) for row in rows} == {7}
    assert rows[0][-1] == "Khoản 1 Điều 11 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
    assert rows[0][-2] == "có thời hạn"


def test_every_list_is_a_workbook(client):
    for code in asking.catalogues():
        file = client.get(f"/luat/danh-muc/{code}/?tep=xlsx")
        assert file.content.startswith(b"PK"), code


def test_an_article_is_named_without_its_text_where_all_rest_on_one(client):
    page = client.get("/luat/danh-muc/disclosure.commune/").content.decode()
    assert ">Khoản 1 Điều 11</td>" in page
    several = client.get("/luat/danh-muc/board.rhythm.commune.plan/").content.decode()
    assert "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15; " in several


LOOP = Lifecycle(
    "test",
    "Thử",
    {"a": "bắt đầu", "b": "giữa chừng một việc có tên dài hơn một dòng", "c": "gần xong", "d": "xong"},
    {"go": "đi", "jump": "nhảy", "back": "lùi", "stay": "ở lại"},
    (
        Move("a", "go", "b", "LDC art. 1"),
        Move("b", "go", "c", "LDC art. 1"),
        Move("c", "go", "d", "LDC art. 1"),
        Move("a", "jump", "d", "LDC art. 1"),
        Move("b", "jump", "d", "LDC art. 1"),
        Move("c", "back", "a", "LDC art. 1"),
        Move("b", "stay", "b", "LDC art. 1"),
    ),
)


def test_steps_stand_below_each_other_and_lanes_lead_on_and_back():
    drawing = diagram(LOOP)
    assert [step.lines[0][1] for step in drawing.steps] == [
        "1. Bắt đầu",
        "2. Giữa chừng một việc có",
        "3. Gần xong",
        "4. Xong",
    ]
    assert [len(step.lines) for step in drawing.steps] == [1, 2, 1, 1]
    assert [step.ends for step in drawing.steps] == [False, False, False, True]
    assert [step.y for step in drawing.steps] == sorted(step.y for step in drawing.steps)
    straight = [path for path in drawing.paths if not path.dots]
    onward = [path for path in drawing.paths if path.dots and not path.back]
    backward = [path for path in drawing.paths if path.back]
    assert (len(straight), len(onward), len(backward)) == (3, 1, 1)
    assert [x for x, _y in onward[0].dots] == [drawing.left + BOX_WIDTH] * 2
    assert [x for x, _y in backward[0].dots] == [drawing.left]


def test_every_procedure_fits_a_phone():
    for lifecycle in asking.lifecycles():
        drawing = diagram(lifecycle)
        assert drawing.width <= 400, lifecycle.code
        assert all(len(step.lines) <= 2 for step in drawing.steps), lifecycle.code


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Thôn tôi cần bao nhiêu hộ tán thành?", "/luat/decision.required/"),
        ("bao nhieu ho tan thanh", "/luat/decision.required/"),
        ("Hạn cuối là ngày nào?", "/luat/han/"),
        ("Được niêm yết đến ngày nào?", "/luat/minimum.posting.commune/"),
        ("lich nghi", "/luat/lich/"),
        ("TRÚNG CỬ", "/luat/election.elected/"),
        ("tổ soạn thảo hương ước gồm ai", "/luat/danh-muc/convention.team/"),
    ],
)
def test_a_question_finds_its_page_with_and_without_diacritics(text, first):
    assert search(text)[0].url == first


def test_a_search_finds_nothing_where_nothing_fits_and_never_too_much(client):
    assert search("xyzzy") == ()
    assert search("  ?! ") == ()
    assert 0 < len(search("ngày")) <= MOST
    page = client.get("/luat/", {"tim": "xyzzy"}).content.decode()
    assert "Không có trang nào khớp" in page
    assert client.get("/luat/", {"tim": "<script>" * 3000}).status_code == 200
