"""The pages of a round: for who looks, on a phone; for the officer and the chair; beside the claim; for everybody."""

import io
import re
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dienhong.documents.models import PrintedForm
from dienhong.ledger import actions as ledger
from dienhong.spot_checks import actions, queries
from dienhong.spot_checks.models import Finding, Reply, Round
from tests.reports.conftest import client_of
from tests.spot_checks.conftest import DAY, look
from tests.spot_checks.test_coverage_pages import asked, page

pytestmark = pytest.mark.django_db
JPEG = b"\xff\xd8\xff\xe0 bang tin"


def day_boxes(name, day):
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def opening(commune, today, **parts):
    given = {"locality": commune.place.pk, "ways": "everything", "size": "4", "percent": "5", "key": str(uuid4())}
    days = {**day_boxes("first", today - 30 * DAY), **day_boxes("last", today), **day_boxes("until", today + 7 * DAY)}
    return {**given, **days, **parts}


def seeing(today, result="not-there", **parts):
    return {"result": result, "key": str(uuid4()), **day_boxes("checked_on", today), **parts}


def test_a_board_member_opens_draws_and_records_from_the_phone(claim, commune, today, now):
    claim("Dự toán ngân sách")
    browser = client_of(commune.inspector)
    assert "/doi-chieu/dot/moi/" in page(browser, "/doi-chieu/dot/")
    sent = browser.post("/doi-chieu/dot/moi/", opening(commune, today))
    made = Round.objects.get()
    assert sent.headers["Location"] == f"/doi-chieu/dot/{made.pk}/"
    assert "Chưa rút mẫu" in page(browser, f"/doi-chieu/dot/{made.pk}/")
    assert browser.post(f"/doi-chieu/dot/{made.pk}/rut/").status_code == 409
    ledger.seal_new(now)
    assert browser.post(f"/doi-chieu/dot/{made.pk}/rut/").status_code == 302
    sample = queries.samples(made)[0]
    assert f"/doi-chieu/noi/{sample.pk}/" in page(browser, f"/doi-chieu/dot/{made.pk}/")
    text = page(browser, f"/doi-chieu/noi/{sample.pk}/")
    assert 'capture="environment"' in text
    assert text.count('type="radio"') == 7
    photo = SimpleUploadedFile("bang.jpg", JPEG)
    sent = browser.post(f"/doi-chieu/noi/{sample.pk}/", seeing(today, note="Bảng trống", photo=photo))
    assert sent.headers["Location"] == f"/doi-chieu/dot/{made.pk}/#noi-1"
    found = Finding.objects.get()
    served = browser.get(f"/doi-chieu/ket-qua/{found.pk}/anh/")
    assert b"".join(served.streaming_content) == JPEG
    assert "Bảng trống" in page(browser, f"/doi-chieu/noi/{sample.pk}/")
    assert "0 trên 1" in page(browser, f"/doi-chieu/dot/{made.pk}/")


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"size": "9"}, "Chỉ có 8 nơi"),
        ({"size": "x"}, "nhập số nguyên"),
        ({"size": "", "percent": ""}, "số nơi hoặc tỷ lệ"),
        ({"locality": "9999999"}, "không có trong danh sách"),
        ({"first_0": "31", "first_1": "2"}, "không có trong lịch"),
    ],
)
def test_a_round_that_cannot_be_is_refused_on_the_form(claim, commune, today, parts, why):
    claim("Dự toán")
    sent = client_of(commune.front_member).post("/doi-chieu/dot/moi/", opening(commune, today, **parts))
    assert sent.status_code == 422
    assert why in sent.content.decode()
    assert not Round.objects.exists()


def test_a_finding_without_a_result_or_with_a_wrong_file_is_asked_again(drawn, commune, today):
    browser = client_of(commune.inspector)
    path = f"/doi-chieu/noi/{queries.samples(drawn)[0].pk}/"
    assert browser.post(path, seeing(today, result="")).status_code == 422
    wrong = SimpleUploadedFile("bang.jpg", b"MZ not a picture")
    assert browser.post(path, seeing(today, photo=wrong)).status_code == 422
    assert not Finding.objects.exists()


def test_it_stands_beside_the_claim_by_body_on_the_desk_and_without_anybody_in_public(
    drawn, commune, front, today, now
):
    sample = queries.samples(drawn)[0]
    look(sample, "gone-early", front, today, now, note="Hỏi ông Sáu bên cạnh")
    pk = sample.posting.version.disclosure_id
    desk = page(client_of(commune.officer), f"/cong-khai/viec/{pk}/")
    public = page(client_of(), f"/cong-khai/{pk}/")
    for text in (desk, public):
        assert "Đã bị gỡ trước ngày được gỡ" in text
        assert "Đúng hạn" in text  # the claim stands as it did
    assert "Mặt trận Tổ quốc đến xem" in desk
    assert f"/doi-chieu/noi/{sample.pk}/" in desk
    main = public.split('id="doi-chieu"')[1].split("</section>")[0]
    for hidden in ("ông Sáu", "user:", commune.front_member.person.name + " đến", "/doi-chieu/", "anh/"):
        assert hidden not in main


def test_the_officer_answers_with_a_photograph_and_everybody_reads_it(drawn, commune, front, today, now):
    sample = queries.samples(drawn)[0]
    found = look(sample, "not-there", front, today, now)
    browser = client_of(commune.officer)
    assert f"/doi-chieu/ket-qua/{found.pk}/tra-loi/" in page(browser, f"/doi-chieu/noi/{sample.pk}/")
    photo = SimpleUploadedFile("treo-lai.jpg", JPEG)
    sent = browser.post(
        f"/doi-chieu/ket-qua/{found.pk}/tra-loi/", {"text": "Đã treo lại sáng nay", "photo": photo, "key": "tl"}
    )
    assert sent.status_code == 302
    made = Reply.objects.get()
    served = client_of(commune.inspector).get(f"/doi-chieu/ket-qua/{found.pk}/tra-loi/{made.pk}/anh/")
    assert b"".join(served.streaming_content) == JPEG
    assert "Đã treo lại sáng nay" in page(client_of(), f"/cong-khai/{sample.posting.version.disclosure_id}/")
    refused = browser.post(f"/doi-chieu/ket-qua/{found.pk}/tra-loi/", {"text": "Gọi 0912 345 678", "key": "t2"})
    assert refused.status_code == 422
    assert client_of(commune.inspector).get(f"/doi-chieu/ket-qua/{found.pk}/tra-loi/").status_code == 403


def test_who_only_sees_reads_how_many_are_left_and_not_which(drawn, commune, front, today, now):
    seen, unseen = queries.samples(drawn)[:2]
    look(seen, "as-claimed", front, today, now)
    for user in (commune.officer, commune.chair):
        browser = client_of(user)
        text = page(browser, f"/doi-chieu/dot/{drawn.pk}/")
        assert "Còn 3 nơi chưa đến xem" in text
        assert f"/doi-chieu/noi/{seen.pk}/" in text
        assert f"/doi-chieu/noi/{unseen.pk}/" not in text
        page(browser, f"/doi-chieu/noi/{unseen.pk}/", status=404)
        assert browser.get(f"/doi-chieu/dot/{drawn.pk}/?tep=csv").content.decode("utf-8-sig").count("\r\n") == 2
        assert browser.post(f"/doi-chieu/dot/{drawn.pk}/phieu.docx").status_code == 403


def test_when_all_was_looked_at_anybody_draws_it_again(drawn, front, today, now):
    visitor = client_of()
    for path in (f"/doi-chieu/dot/{drawn.pk}/cach-rut/", f"/doi-chieu/dot/{drawn.pk}/khung.txt"):
        assert visitor.get(path).status_code == 404
    for sample in queries.samples(drawn):
        look(sample, "as-claimed", front, today, now)
    text = page(visitor, f"/doi-chieu/dot/{drawn.pk}/cach-rut/")
    assert drawn.drawing.root[:32] in text
    assert f":spot_checks.round:{drawn.pk}" in text
    frame = visitor.get(f"/doi-chieu/dot/{drawn.pk}/khung.txt").content.decode().splitlines()
    assert len(frame) == drawn.frame_size
    checkpoint = re.search(r'href="(/so-cai/[^"]+)"', text).group(1)
    assert visitor.get(checkpoint).status_code == 200


def test_the_sheet_has_a_row_for_each_place_boxes_and_a_code_that_leads_back(drawn, commune):
    browser = client_of(commune.inspector)
    sent = browser.post(f"/doi-chieu/dot/{drawn.pk}/phieu.docx")
    word = docx.Document(io.BytesIO(sent.content))
    table = word.tables[1]
    assert len(table.rows) == 1 + drawn.size
    assert table.rows[1].cells[3].text.count("□") == 7
    form = PrintedForm.objects.get(kind="check-sheet")
    assert client_of().get(f"/m/{form.code}/").headers["Location"] == f"/doi-chieu/dot/{drawn.pk}/"
    assert browser.post(f"/doi-chieu/dot/{drawn.pk}/phieu.pdf").content.startswith(b"%PDF")
    assert PrintedForm.objects.count() == 1
    assert browser.get(f"/doi-chieu/dot/{drawn.pk}/phieu.docx").status_code == 405


def test_another_communes_board_meets_the_same_404_everywhere(drawn, neighbour, front, today, now):
    sample = queries.samples(drawn)[0]
    found = look(sample, "not-there", front, today, now, photo=[JPEG])
    stranger = client_of(neighbour.inspector)
    for path in (
        f"/doi-chieu/dot/{drawn.pk}/",
        f"/doi-chieu/dot/{drawn.pk}/cach-rut/",
        f"/doi-chieu/dot/{drawn.pk}/khung.txt",
        f"/doi-chieu/noi/{sample.pk}/",
        f"/doi-chieu/ket-qua/{found.pk}/anh/",
        f"/doi-chieu/ket-qua/{found.pk}/tra-loi/",
        "/doi-chieu/noi/999999999999999999999999/",
    ):
        page(stranger, path, status=404)
    for path in (f"/doi-chieu/dot/{drawn.pk}/rut/", f"/doi-chieu/dot/{drawn.pk}/phieu.docx"):
        assert stranger.post(path).status_code == 404
    assert stranger.post(f"/doi-chieu/noi/{sample.pk}/", seeing(today)).status_code == 404
    assert client_of().get(f"/doi-chieu/dot/{drawn.pk}/").status_code == 302
    assert client_of(neighbour.head).get("/doi-chieu/dot/moi/").status_code == 403


def test_the_list_of_disclosures_leads_here(claim, commune):
    claim("Dự toán")
    for user in (commune.officer, commune.front_member, commune.delegate):
        assert 'href="/doi-chieu/dot/"' in page(client_of(user), "/cong-khai/viec/")


def test_budgets_hold_whatever_their_number(claim, front, wanted, commune, today, now):
    for n in range(6):
        claim(f"Việc {n}", code=f"11.{1 + n}.1")
    for n in range(3):
        actions.open_round(wanted=wanted(), size=25, percent=None, until=today + DAY, key=f"{n}", by=front, at=now)
    ledger.seal_new(now)
    actions.draw_waiting(at=now)
    made = Round.objects.latest("pk")
    samples = queries.samples(made)
    for sample in samples[:20]:
        look(sample, "as-claimed", front, today, now)
        look(sample, "partly", front, today, now)
    sample = samples[0]
    pk = sample.posting.version.disclosure_id
    for user, path, most in (
        (commune.inspector, "/doi-chieu/dot/", 15),
        (commune.inspector, f"/doi-chieu/dot/{made.pk}/", 20),
        (commune.chair, f"/doi-chieu/dot/{made.pk}/", 20),
        (commune.inspector, "/doi-chieu/dot/moi/", 15),
        (commune.inspector, f"/doi-chieu/noi/{sample.pk}/", 20),
        (commune.officer, f"/cong-khai/viec/{pk}/", 20),
        (None, f"/cong-khai/{pk}/", 20),
        (commune.inspector, "/viec-cua-toi/", 25),
    ):
        assert asked(client_of(user), path) <= most, path
