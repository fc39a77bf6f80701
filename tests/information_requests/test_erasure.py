"""Who asked is erased by two people, with what they asked and were told; the record and the ledger stay whole."""

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.documents import store
from dienhong.documents.models import StoredFile
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.information_requests import actions, queries
from dienhong.information_requests.models import Clearance, Erasure, Request, Requester, Step, Submission
from dienhong.ledger import actions as ledger
from dienhong.ledger import audit
from dienhong.ledger.models import Entry, Payload
from dienhong.notifications.models import Notice
from tests.information_requests.conftest import BEFORE, moment, whole
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
FILE = "Trích lục của bà Lò Thị Mơ".encode()
WORDS = "Gửi bà Lò Thị Mơ, căn cước 001085000123: trích lục kèm theo."


@pytest.fixture
def done(requests, second):
    """Asked, answered with a file, let out by a second person."""
    found = requests.submit(phone="0912 345 678", email="mo@example.vn")
    requests.answer(found, words=WORDS, chunks=[FILE], file_name="trich-luc-lo-thi-mo.txt")
    actions.clear(request=found, reason="Bà Mơ đồng ý bằng văn bản", by=second, at=moment(BEFORE))
    return requests.fresh(found)


def proposed(found, by, ground="asked"):
    return actions.propose_erasure(request=found, ground=ground, by=by)


def erased(found, by, second):
    return actions.decide_erasure(proposal=proposed(found, by), is_approved=True, by=second)


def everything():
    """Every row of every table; the register of people and who is signed in apart."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if not table.startswith(("registry_", "django_")):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
                for row in cursor.fetchall():
                    yield from (bytes(each) if isinstance(each, memoryview) else each for each in row)


def test_erased_by_two_nothing_of_who_asked_is_left(done, officer, second, django_capture_on_commit_callbacks):
    digest, sealed = Submission.objects.get().digest, Requester.objects.values_list("identity_index", flat=True).get()
    sha256 = Step.objects.get(event="provide").file.sha256
    with django_capture_on_commit_callbacks(execute=True):
        erased(done, officer, second)
    kept = " ".join(str(each) for each in everything())
    for word in (
        "Mơ",
        "001085000123",
        "0912 345 678",
        "0912345678",
        "example.vn",
        "An Lạc Thượng",
        "trich-luc",
        digest,
        sealed,
        sha256,
        "00••",
    ):
        assert word not in kept, word
    who = Requester.objects.get()
    assert (who.name, who.address, who.identity_number, who.phone, who.email) == ("", "", "", "", "")
    assert not store.path_of(sha256).exists()
    assert not StoredFile.objects.exists()


def test_its_number_days_and_outcome_stay(done, officer, second):
    before = Request.objects.values().get()
    said = Step.objects.order_by("pk").values_list("event", "on", "ground", "signer_name", "recorded_at")
    steps = list(said)
    decision = erased(done, officer, second)
    assert Request.objects.values().get() == before
    assert list(said.all()) == steps
    assert (decision.proposal.proposed_name, decision.decided_name) == (officer.name, second.name)
    figures = queries.figures([done.organization], first=BEFORE, last=BEFORE, on=BEFORE)
    assert (figures.received, figures.answered) == (1, 1)


def test_a_refusal_keeps_its_ground_and_loses_its_words(requests, officer, second):
    found = requests.refuse(requests.submit())
    erased(found, officer, second)
    step = Step.objects.get(event="refuse")
    assert (step.ground, step.words, step.signer_name) == ("beyond", "", "Hồ Văn Lành")


def test_the_ledger_still_verifies(done, officer, second):
    ledger.seal_new(moment(BEFORE))
    erased(done, officer, second)
    ledger.seal_new(moment(BEFORE))
    report = audit.audit()
    assert report.is_intact, report.findings
    assert report.erased == Entry.objects.filter(kind="payload.erased").count() >= 2
    assert {"erasure.proposed", "erasure.approved"} <= set(Entry.objects.values_list("kind", flat=True))
    assert not any(each.data.get("digest") or each.data.get("file") for each in Payload.objects.all())


def test_nobody_erases_alone_nor_from_elsewhere(done, officer, commune, neighbour):
    proposal = proposed(done, officer)
    assert proposed(done, officer).pk == proposal.pk
    for user, refusal in ((commune.inspector, NotAllowed), (neighbour.officer, NotFound)):
        with pytest.raises(refusal):
            actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(user))
        with pytest.raises(refusal):
            proposed(done, places.actor(user))
    with pytest.raises(Refused, match="người thứ hai"):
        actions.decide_erasure(proposal=proposal, is_approved=True, by=officer)
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("stage", ["submitted", "incomplete", "valid"])
def test_what_somebody_still_waits_for_is_not_erased(requests, officer, stage):
    found = requests.submit()
    Request.objects.filter(pk=found.pk).update(stage=stage)
    with pytest.raises(Refused, match="chưa xong"):
        proposed(found, officer)


def test_disputed_after_the_proposal_it_is_needed_again(done, officer, second):
    proposal = proposed(done, officer)
    actions.dispute(request=done, words="Sai ngày", key="d", at=moment(BEFORE), by=officer)
    with pytest.raises(Refused, match="chưa xong"):
        actions.decide_erasure(proposal=proposal, is_approved=True, by=second)


def test_who_does_not_erase_says_why_and_it_may_be_proposed_again(done, officer, second):
    proposal = proposed(done, officer)
    with pytest.raises(Refused, match="vì sao không"):
        actions.decide_erasure(proposal=proposal, is_approved=False, reason=" ", by=second)
    actions.decide_erasure(proposal=proposal, is_approved=False, reason="Chưa hết hạn lưu", by=second)
    assert Submission.objects.get().wanted
    assert proposed(done, officer).pk != proposal.pk


def test_erased_it_is_closed_for_good(done, officer, second):
    erased(done, officer, second)
    with pytest.raises(Refused, match="đã được xóa"):
        actions.dispute(request=done, words="Sai", key="d", at=moment(BEFORE), by=officer)
    with pytest.raises(Refused, match="đã được xóa"):
        proposed(done, officer)


EMPTY = {
    "submission": "wanted={none}, purpose={none}, digest=''",
    "step": "words='', file_id=NULL, file_name='', found='[]', unchecked='[]', is_erased={yes}",
    "clearance": "reason='-'",
}


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def empty(table, more=""):
    sqlite = connection.vendor == "sqlite"
    values = EMPTY[table].format(none="X''" if sqlite else r"'\x'", yes="1" if sqlite else "true")
    return f"UPDATE information_requests_{table} SET {values}{more}"  # noqa: S608 - our own names


@pytest.mark.parametrize("table", sorted(EMPTY))
def test_the_database_lets_two_people_empty_and_nobody_change(done, officer, second, requests, table):
    for _time in range(2):
        with pytest.raises(DatabaseError, match="append-only"):
            run(empty(table))
        proposal = proposed(done, officer)
    Erasure.objects.create(
        proposal=proposal, request=done, is_approved=True, decided_by=second.key, decided_name=second.name
    )
    other = requests.answer(requests.submit(), words="Gọi 0912 345 678.")
    actions.clear(request=other, reason="Số của xã", by=second, at=moment(BEFORE))
    changes = [empty(table, ", recorded_by='user:9'"), f"DELETE FROM information_requests_{table}", empty(table)]  # noqa: S608 - our own names
    for statement in changes:  # the last one would empty the other request too
        with pytest.raises(DatabaseError, match="append-only"):
            run(statement)
    mine = {
        "submission": f"request_id = {done.pk}",
        "step": f"request_id = {done.pk}",
        "clearance": f"id = {Clearance.objects.get(step__request=done).pk}",
    }
    run(f"{empty(table)} WHERE {mine[table]}")


def test_one_person_twice_is_no_decision(done, officer):
    proposal = proposed(done, officer)
    with pytest.raises(DatabaseError, match="two people erase"), transaction.atomic():
        Erasure.objects.create(
            proposal=proposal, request=done, is_approved=True, decided_by=officer.key, decided_name=officer.name
        )


def test_the_two_pages_do_it_and_the_page_of_the_code_says_so(done, commune, officer, second):
    first, other = client_of(commune.officer), client_of(commune.second_officer)
    detail = f"/hoi-thong-tin/viec/{done.pk}/"
    assert f"{detail}xoa-du-lieu/" in first.get(detail).content.decode()
    sent = first.post(f"{detail}xoa-du-lieu/", {"ground": "asked"})
    assert sent.status_code == 302
    assert "Đang chờ người thứ hai" in first.get(sent.url).content.decode()
    assert set(Notice.objects.filter(key__startswith="information-request:erasure").values_list("role", flat=True)) == {
        "chair",
        "officer",
    }
    (line,) = queries.waiting_for_second(second, BEFORE)
    assert line.url == sent.url
    assert list(queries.waiting_for_second(officer, BEFORE)) == []
    assert other.post(sent.url, {"word": "keep"}).status_code == 422
    assert other.post(sent.url, {"word": "erase"}).status_code == 302
    for text in (
        first.get(detail).content.decode(),
        client_of().get(f"/hoi-thong-tin/m/{done.code}/").content.decode(),
        first.get("/hoi-thong-tin/viec/?xem=done").content.decode(),
    ):
        assert "Lò Thị Mơ" not in text
        assert "Biên bản" not in text
    assert "Đã xóa dữ liệu cá nhân ngày" in client_of().get(f"/hoi-thong-tin/m/{done.code}/").content.decode()
    assert "Đúng hạn" in client_of().get(f"/hoi-thong-tin/m/{done.code}/").content.decode()
    assert first.get(f"{detail}phieu.docx").status_code == 404
    assert client_of().get(f"/hoi-thong-tin/m/{done.code}/giay-bien-nhan.docx").status_code in {200, 404}
    assert list(queries.waiting_for_second(second, BEFORE)) == []
    assert whole(done, officer).requester.name == ""
