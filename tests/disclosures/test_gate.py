"""Before it is public: three answers, a machine that looks, now or in the background, and a second person."""

import io
import tracemalloc
import zipfile
from datetime import timedelta
from uuid import uuid4

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from corpus import pages, word
from dienhong.disclosures import actions, queries
from dienhong.disclosures.actions import gate
from dienhong.disclosures.models import Disclosure, GateAnswer, HeldUpload, Screening
from dienhong.documents import actions as documents
from dienhong.documents import store
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.foundations.refusals import Refused
from dienhong.ledger.models import Entry
from dienhong.notifications.models import Notice
from dienhong.reading import ocr
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.fixture
def later(monkeypatch):
    """The job waits, as it does behind a worker that is busy."""
    asked = []

    def publish(kind, **ids):
        if kind == "disclosure.unscreened":
            asked.append((kind, ids))

    monkeypatch.setattr(gate.events, "publish", publish)
    return asked


@pytest.fixture
def brought(plan, officer):
    def bring(data, name="a.pdf", *, text="Kèm theo", **rest):
        content = actions.Content(
            event="QĐ 1", since=places.ON, text=text, file_name=name, chunks=[data], is_cleared=True, **rest
        )
        return actions.open_disclosure(
            item=plan.items.get(code="11.2.1"), title="Dự toán", content=content, key=str(uuid4()), by=officer,
            at=places.AT,
        )  # fmt: skip

    return bring


def newest(disclosure):
    return queries.newest(queries.disclosure(disclosure.pk))


def test_what_is_quickly_read_is_looked_into_at_once(brought, later):
    made = brought("Không có gì".encode(), "a.txt")
    assert (later, queries.is_free(newest(made))) == ([], True)


@pytest.mark.parametrize("data", [PICTURE, b"%PDF-1.7 hong", b"x" * (3 * 1024 * 1024)], ids=["picture", "odd", "large"])
def test_anything_else_waits_for_a_job_and_is_not_published_before(brought, later, desk, data):
    made = brought(data)
    assert later == [("disclosure.unscreened", {"version_id": newest(made).pk})]
    assert queries.is_waiting(newest(made))
    with pytest.raises(Refused, match="đang được kiểm tra"):
        desk.record(made)
    with pytest.raises(Refused, match="đang được kiểm tra"):
        actions.clear(disclosure=made, reason="x", by=desk.chair)


def test_what_could_not_be_looked_into_needs_a_second_person_and_the_writer_is_told(
    brought, later, desk, commune, monkeypatch
):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    made = brought(PICTURE, "a.png")
    for _time in range(2):
        actions.look_into(version_id=newest(made).pk)
    screening = Screening.objects.get()
    assert (screening.found, len(screening.unchecked)) == ([], 1)
    assert Notice.objects.get(key=f"screening:{newest(made).pk}").user_id == commune.officer.pk
    assert Entry.objects.filter(kind="disclosure.screened").count() == 1
    with pytest.raises(Refused, match="cần xem lại"):
        desk.record(made)
    actions.clear(disclosure=made, reason="Đã mở và đọc", by=desk.chair)
    desk.record(made)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_job_that_is_killed_leaves_nothing_half_done(brought, later, monkeypatch, stop):
    made = brought(PICTURE)

    def killed(*_args, **_options):
        raise stop

    with monkeypatch.context() as patch:
        patch.setattr(gate, "screen_open", killed)
        with pytest.raises(stop):
            actions.look_into(version_id=newest(made).pk)
    assert not Screening.objects.exists()
    actions.look_into(version_id=newest(made).pk)
    assert Screening.objects.count() == 1


def test_our_own_mistake_is_said_and_leaves_the_decision_to_a_person(brought, later, monkeypatch):
    made = brought(PICTURE)
    monkeypatch.setattr(gate, "screen_open", lambda *_a, **_k: 1 / 0)
    actions.look_into(version_id=newest(made).pk)
    assert Screening.objects.get().unchecked == [gate.FAILED]


def test_a_file_that_is_gone_from_the_store_is_said(brought, later):
    made = brought(PICTURE)
    store.path_of(newest(made).file.sha256).unlink()
    actions.look_into(version_id=newest(made).pk)
    assert "không còn trong kho" in Screening.objects.get().unchecked[0]


@pytest.mark.skipif(not ocr.shutil.which("tesseract"), reason="needs Tesseract")
def test_a_scan_is_read_page_by_page_until_its_time_is_over(brought, later, monkeypatch, tmp_path):
    scan, _ = pages.scanned(pages.pdf("<p>Gọi 0912 345 678</p>"), tmp_path, scale=2)
    twice = pypdfium2.PdfDocument.new()
    twice.import_pages(pypdfium2.PdfDocument(scan), [0])
    twice.import_pages(pypdfium2.PdfDocument(scan), [0])
    file = io.BytesIO()
    twice.save(file)
    made = brought(file.getvalue())
    monkeypatch.setattr(gate, "MOST_SECONDS", 0)
    actions.look_into(version_id=newest(made).pk)
    screening = Screening.objects.get()
    assert [each["kind"] for each in screening.found] == ["phone"]
    assert "trang 2" in screening.unchecked[0]
    assert "quá lâu" in screening.unchecked[0]
    assert "nhận dạng từ ảnh ở 1 trang" in screening.notes[0]
    assert queries.progress(newest(made)).pages == 2


def test_three_answers_are_kept_each_with_who_and_when(desk, commune, officer):
    made = desk.open()
    answers = GateAnswer.objects.filter(version__disclosure=made)
    assert {each.question for each in answers} == {"secret", "not-yet", "personal"}
    assert {each.recorded_by for each in answers} == {officer.key}
    shown = client_of(commune.officer).get(f"/cong-khai/viec/{made.pk}/").content.decode()
    for question in GateAnswer.Question:
        assert str(question.label) in shown


def test_personal_data_that_must_be_public_waits_for_a_second_person_with_its_ground(desk, officer, plan, commune):
    content = desk.content(personal_ground="khoản 7 Điều 11 Luật 10/2022/QH15")
    made = actions.open_disclosure(
        item=plan.items.get(code="11.7.4"), title="DS", content=content, key="k", by=officer, at=places.AT
    )
    assert newest(made).screening.found[0]["excerpt"] == "khoản 7 Điều 11 Luật 10/2022/QH15"
    with pytest.raises(Refused, match="người thứ hai"):
        desk.record(made)
    actions.clear(disclosure=made, reason="Đúng là phải công khai", by=desk.chair)
    shown = client_of(commune.officer).get(f"/cong-khai/viec/{made.pk}/").content.decode()
    assert "Đúng là phải công khai" in shown


@pytest.mark.parametrize("table", ["disclosures_gateanswer", "disclosures_screening"])
def test_answers_and_findings_are_never_changed_or_removed(desk, table):
    desk.open()
    for statement in (f"UPDATE {table} SET version_id = version_id", f"DELETE FROM {table}"):  # noqa: S608 - our names
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def sent(commune, item, **changes):
    today = clock.legal_day(clock.read())
    given = {
        "title": "Tiến độ đường", "event": "QĐ 5", "since_0": today.day, "since_1": today.month,
        "since_2": today.year, "text": "Dài 2 km", "key": "form-1", "secret": "no", "not_yet": "no", "personal": "no",
    }  # fmt: skip
    data = {name: value for name, value in {**given, **changes}.items() if value is not None}
    return client_of(commune.officer).post(f"/cong-khai/viec/muc/{item.pk}/mo/", data)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"secret": "yes"}, "giải mật"),
        ({"not_yet": "yes"}, "Hãy hỏi nơi ban hành"),
        ({"personal": "yes"}, "che dữ liệu cá nhân"),
        ({"personal": "lawful"}, "điều khoản buộc công khai"),
        ({"secret": None}, "Hãy trả lời"),
    ],
)
def test_an_answer_that_stops_says_what_to_do_and_keeps_what_was_typed(commune, plan, changes, why):
    response = sent(commune, plan.items.get(code="11.3.1"), **changes)
    text = response.content.decode()
    assert response.status_code == 422
    assert why in text
    assert "Dài 2 km" in text
    assert not Disclosure.objects.exists()


def test_a_chosen_file_is_kept_until_the_rest_of_the_form_is_right(commune, plan):
    item = plan.items.get(code="11.3.1")
    file = SimpleUploadedFile("tien-do.pdf", pages.pdf("<p>Dài 2 km"))
    first = sent(commune, item, event="", file=file)
    assert "“tien-do.pdf” đã được nhận" in first.content.decode()
    assert sent(commune, item).status_code == 302
    made = Disclosure.objects.get().versions.get()
    assert made.file_name == "tien-do.pdf"
    assert store.read(made.file.sha256).startswith(b"%PDF")
    assert not HeldUpload.objects.exists()


def test_a_kept_file_is_its_owners_and_given_up_after_a_day(commune, plan, officer):
    sent(commune, plan.items.get(code="11.3.1"), event="", file=SimpleUploadedFile("a.pdf", b"%PDF-1.7 a"))
    held = HeldUpload.objects.get()
    assert queries.held_upload("form-1", places.actor(commune.second_officer)) is None
    assert actions.forget_held(at=clock.read()) == 0
    assert actions.forget_held(at=clock.read() + timedelta(days=2)) == 1
    assert not StoredFile.objects.filter(pk=held.file_id).exists()


def zipped(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", zipped(a="x"), "bên trong là tệp nén (ZIP)"),
        ("a.docx", b"<!DOCTYPE html><p>x", "bên trong là trang web (HTML)"),
        ("a.docx", zipped(a="x"), "bên trong là tệp nén (ZIP)"),
        ("a.docx", b"PK\x03\x04broken", "tệp nén bị hỏng"),
        ("a.xlsx", word.document(word.paragraph("x")), "bên trong là DOCX"),
        ("a.jpg", b"<script>alert(1)</script>", "bên trong là trang web"),
        ("a.jpg", b"#!/bin/sh\nrm -rf /", "chương trình máy tính"),
        ("a.pdf", b"MZ\x90", "chương trình máy tính"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "có mật khẩu"),
        ("a.pdf", b"", "Tệp rỗng"),
        ("a.exe", b"MZ", "Hãy chọn tệp PDF"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told_what_it_is(commune, plan, name, data, why):
    response = sent(commune, plan.items.get(code="11.3.1"), file=SimpleUploadedFile(name, data))
    text = response.content.decode()
    assert response.status_code == 422
    assert why in text
    assert "Dài 2 km" in text
    assert not StoredFile.objects.exists()


def test_what_is_too_large_is_refused_in_words_and_never_kept(commune, plan, settings):
    settings.DIENHONG_UPLOAD_LIMIT = 3 * 1024 * 1024
    big = SimpleUploadedFile("a.pdf", b"%PDF" + b"x" * (5 * 1024 * 1024))
    tracemalloc.start()
    response = sent(commune, plan.items.get(code="11.3.1"), file=big)
    tracemalloc.stop()
    text = response.content.decode()
    assert response.status_code == 422
    assert "Tệp lớn 5 MB, hệ thống chỉ nhận đến 3 MB" in text
    assert "Dài 2 km" in text
    assert not StoredFile.objects.exists()


def test_a_word_bomb_is_not_unpacked_and_needs_a_second_person(brought):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a/>" + b" " * (300 * 1024 * 1024))
    made = brought(bomb.getvalue(), "a.docx")
    screening = newest(made).screening
    assert "Tệp nén bất thường" in screening.unchecked[0]
    assert not queries.is_free(newest(made))


def test_bytes_that_belong_to_nothing_are_swept_after_a_day_and_others_stay(officer):
    lost, kept = store.put(b"lost"), documents.store(data=b"kept", name="a.txt", by=officer.key)
    assert documents.sweep(at=clock.read()) == 0
    assert documents.sweep(at=clock.read() + timedelta(days=2)) == 1
    assert not store.path_of(lost.sha256).exists()
    assert store.read(kept.sha256) == b"kept"


def test_bytes_put_again_meanwhile_are_not_taken_away():
    kept = store.put(b"same")
    mark = store.marked(kept.sha256)
    store.put(b"same")
    assert not store.remove(kept.sha256, mark)
    assert store.read(kept.sha256) == b"same"
    assert store.remove(kept.sha256, store.marked(kept.sha256))
    assert not store.remove(kept.sha256, 0)
    assert store.marked(kept.sha256) == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_found_before_moves_into_rows_of_its_own_and_back(desk):
    made = desk.open(title="Gọi 0912 345 678")
    found = newest(made).screening.found
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([("disclosures", "0004_clocks_before_content")])
    with connection.cursor() as cursor:
        cursor.execute("SELECT found FROM disclosures_version")
        assert "phone" in str(cursor.fetchone()[0])
    MigrationExecutor(connection).migrate(leaves)
    assert newest(made).screening.found == found
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Screening.objects.all().delete()


def test_what_happened_is_looked_into_as_well_since_everybody_reads_it(desk, plan, officer):
    event = "Đơn của ông An, điện thoại 0912 345 678"
    made = desk.open(title="Trả lời đơn", key="k1")
    assert not queries.is_stopped(queries.newest(queries.disclosure(made.pk)))
    actions.change(disclosure=made, content=desk.content(event=event), key="k2", by=officer, at=places.AT)
    assert queries.is_stopped(queries.newest(queries.disclosure(made.pk)))
    opened = actions.open_disclosure(
        item=plan.items.get(code="11.2.2"), title="Trả lời đơn khác", content=desk.content(event=event), key="k3",
        by=officer, at=places.AT,
    )  # fmt: skip
    assert queries.is_stopped(queries.newest(queries.disclosure(opened.pk)))
