"""The officer's notebook comes in: whole or not at all, every mistake with its row and what to do."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Disclosure, Notebook, Posting
from dienhong.disclosures.notebook import COLUMNS
from dienhong.documents import store
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger.models import Entry, Payload
from dienhong.reading import Unreadable
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
GOOD = {
    "Mã nội dung": "11.2.1",
    "Tên nội dung": "Dự toán năm 2026",
    "Việc phát sinh": "Quyết định số 15/QĐ-UBND",
    "Ngày phát sinh": "04/05/2026",
    "Hình thức": "Niêm yết",
    "Nơi niêm yết": "trụ sở; nhà văn hóa",
    "Từ ngày": "06/05/2026",
}
LATER = places.AT + timedelta(days=1)


def table(*rows, columns=COLUMNS):
    def cell(text):
        return f'"{text}"'

    lines = [",".join(map(cell, columns))]
    lines += [",".join(cell(row.get(name, "")) for name in columns) for row in rows]
    return "\n".join(lines).encode()


def brought(plan, officer, *rows, **given):
    return actions.bring_notebook(plan=plan, chunks=[table(*rows, **given)], file_name="so.csv", by=officer)


def entered(notebook, officer, at=LATER):
    return actions.enter_notebook(notebook=notebook, is_cleared=True, by=officer, at=at)


def complaints(plan, officer, *rows):
    tried = actions.try_notebook(notebook=brought(plan, officer, *rows), by=officer, at=LATER)
    return [(each.number, each.message) for each in tried.mistakes]


def test_rows_of_one_thing_make_one_disclosure_with_all_its_postings(plan, officer):
    notebook = brought(plan, officer, GOOD, {**GOOD, "Hình thức": "cổng TTĐT", "Nơi niêm yết": ""})
    result = entered(notebook, officer)
    assert (result.entered, result.known, result.mistakes) == (2, 0, ())
    disclosure = Disclosure.objects.get()
    assert (disclosure.title, disclosure.begun_on.isoformat()) == ("Dự toán năm 2026", "2026-05-04")
    assert sorted(Posting.objects.values_list("form", "place")) == [
        ("portal", ""),
        ("posting", "cultural-house"),
        ("posting", "office"),
    ]
    assert "sổ theo dõi" in queries.newest(disclosure).text
    assert Entry.objects.filter(kind="notebook.entered").count() == 1


def test_what_was_done_before_is_shown_as_recorded_late(plan, officer):
    entered(brought(plan, officer, GOOD), officer)
    assert all(queries.recorded_after(each.claimed_on, each) > 0 for each in Posting.objects.all())


def test_trying_changes_nothing(plan, officer):
    notebook = brought(plan, officer, GOOD)
    before = Entry.objects.count()
    tried = actions.try_notebook(notebook=notebook, by=officer, at=LATER)
    assert (tried.entered, tried.mistakes) == (1, ())
    assert not Disclosure.objects.exists()
    assert Entry.objects.count() == before


def test_one_wrong_row_and_none_comes_in(plan, officer):
    notebook = brought(plan, officer, GOOD, {**GOOD, "Từ ngày": "30/02/2026"})
    with pytest.raises(Refused, match="chưa dòng nào được nhập"):
        entered(notebook, officer)
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"Mã nội dung": ""}, "“Mã nội dung” còn trống"),
        ({"Mã nội dung": "99.9"}, "Không có mã nội dung"),
        ({"Ngày phát sinh": "4/5"}, "không phải là ngày"),
        ({"Hình thức": "bồ câu"}, "Không rõ hình thức “bồ câu”"),
        ({"Nơi niêm yết": "gốc đa"}, "Không rõ nơi “gốc đa”"),
        ({"Thôn": "Xa Lắc"}, "Không có thôn “Xa Lắc”"),
        ({"Từ ngày": "01/05/2026"}, "không được trước ngày 04/05/2026"),
        ({"Từ ngày": "01/07/2026"}, "không được sau hôm nay"),
        ({"Lời công khai": "Gọi 0912 345 678 để nhận tiền"}, "thông tin cần xem lại"),
    ],
)
def test_a_mistake_is_told_with_its_row(plan, officer, wrong, says):
    [(row, message)] = complaints(plan, officer, GOOD, {**GOOD, "Tên nội dung": "Khác", **wrong})
    assert row == 3
    assert says in message


def test_a_notebook_that_grew_brings_only_what_is_new(plan, officer):
    entered(brought(plan, officer, GOOD), officer)
    grown = brought(plan, officer, GOOD, {**GOOD, "Tên nội dung": "Quyết toán 2025"})
    result = entered(grown, officer)
    assert (result.entered, result.known) == (1, 1)
    assert Disclosure.objects.count() == 2


def test_the_same_file_is_the_same_notebook_and_is_entered_once(plan, officer):
    first, again = brought(plan, officer, GOOD), brought(plan, officer, GOOD)
    assert first == again
    entered(first, officer)
    assert entered(again, officer).entered == 1
    assert (Notebook.objects.count(), Disclosure.objects.count()) == (1, 1)


def test_a_table_without_its_columns_or_that_is_none_is_refused(plan, officer):
    with pytest.raises(Refused, match="Bảng thiếu cột: Hình thức, Từ ngày"):
        brought(plan, officer, GOOD, columns=COLUMNS[:5])
    with pytest.raises(Unreadable):
        actions.bring_notebook(plan=plan, chunks=[b"%PDF-1.7"], file_name="so.xlsx", by=officer)


def test_nobody_enters_without_having_read_it(plan, officer):
    with pytest.raises(Refused, match="đọc lại cả sổ"):
        actions.enter_notebook(notebook=brought(plan, officer, GOOD), is_cleared=False, by=officer, at=LATER)


def test_a_neighbour_neither_brings_nor_sees_it(plan, officer, neighbour):
    with pytest.raises(NotFound):
        brought(plan, places.actor(neighbour.officer), GOOD)
    notebook = brought(plan, officer, GOOD)
    address = reverse("disclosures:notebook", args=[notebook.pk])
    assert client_of(neighbour.officer).get(address).status_code == 404


def test_the_pages_show_mistakes_then_enter(plan, commune, django_assert_max_num_queries):
    client = client_of(commune.officer)
    bring = reverse("disclosures:notebook-bring", args=[plan.pk])
    model = client.get(f"{bring}?tep=mau")
    assert model["Content-Disposition"].endswith('.xlsx"')
    refused = client.post(bring, {"table": SimpleUploadedFile("so.csv", b"a,b\n1,2\n")})
    assert refused.status_code == 422
    assert "Bảng thiếu cột" in refused.text
    sent = client.post(bring, {"table": SimpleUploadedFile("so.csv", table({**GOOD, "Hình thức": "bồ câu"}))})
    assert "Có 1 chỗ cần sửa" in client.get(sent.url).text
    sent = client.post(bring, {"table": SimpleUploadedFile("so.csv", table(GOOD))})
    assert "1 dòng nhập được" in client.get(sent.url).text
    assert client.post(sent.url).status_code == 422
    assert client.post(sent.url, {"is_cleared": "on"}).status_code == 302
    assert "Đã nhập 1 dòng" in client.get(sent.url).text
    with django_assert_max_num_queries(15):
        client.get(bring)


def test_next_years_plan_begins_with_what_this_years_says(plan, commune, officer):
    item = plan.items.select_related("plan__organization__locality").get(code="11.2.3")
    actions.follow_field(item=item, days=15, unit="day", clause="khoản 2", by=officer)
    local = actions.add_local(plan=plan, label="Quỹ khuyến học", clause="Điều 4 Quy chế", number=5, by=officer)
    given = {"organization": commune.committee, "has_portal": True, "has_radio": True, "by": officer}
    later = actions.draft_plan(year=2027, **given)
    carried = later.items.get(code="11.2.3")
    assert (carried.field_days, carried.field_clause) == (15, "khoản 2")
    own = later.items.get(is_local=True)
    assert (own.code, own.label, own.clause, own.number) == (local.code, "Quỹ khuyến học", "Điều 4 Quy chế", 5)
    assert later.items.count() == plan.items.count()


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("Đăng trên Cổng", "portal"),
        ("trang thong tin dien tu xa", "portal"),
        ("Họp cộng đồng dân cư", None),
        ("Công khai tại hội nghị", None),
        ("Loại khác", None),
        ("Phát loa", "radio"),
    ],
)
def test_a_way_is_known_by_its_whole_words_and_never_guessed(plan, officer, said, form):
    told = complaints(plan, officer, {**GOOD, "Hình thức": said, "Nơi niêm yết": ""})
    assert bool(told) is (form is None)
    if form:
        entered(brought(plan, officer, {**GOOD, "Hình thức": said, "Nơi niêm yết": ""}), officer)
        assert Posting.objects.get().form == form


@pytest.mark.parametrize("column", ["Tên nội dung", "Việc phát sinh"])
def test_what_is_too_long_is_said_with_its_row(plan, officer, column):
    [(row, message)] = complaints(plan, officer, {**GOOD, column: "dài " * 100})
    assert (row, "dài quá 300 chữ cái" in message) == (2, True)


def test_a_row_that_two_people_erase_takes_the_tables_with_it(
    plan, officer, commune, django_capture_on_commit_callbacks
):
    first = brought(plan, officer, GOOD)
    entered(first, officer)
    grown = brought(plan, officer, GOOD, {**GOOD, "Tên nội dung": "Quyết toán 2025"})
    hashes = [first.file.sha256, grown.file.sha256]
    version = queries.newest(Disclosure.objects.order_by("pk").first())
    with django_capture_on_commit_callbacks(execute=True):
        proposal = actions.propose_erasure(
            version=version, ground="identity", with_title=False, by=officer, on=places.ON
        )
        actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(commune.chair))
    assert set(Notebook.objects.values_list("file", "file_name")) == {(None, "")}
    assert not any(store.path_of(each).exists() for each in hashes)
    assert not Payload.objects.filter(entry__kind="notebook.entered").exists()
    page = client_of(commune.officer).get(reverse("disclosures:notebook", args=[first.pk])).content.decode()
    assert "Tệp đã xóa" in page
    with pytest.raises(Refused, match="đã được xóa"):
        actions.try_notebook(notebook=Notebook.objects.get(pk=grown.pk), by=officer, at=LATER)
