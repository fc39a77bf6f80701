"""Officers hear of what came in; a file that needs time is looked into in the background, and who waits is told."""

import pytest

from dienhong.disclosures.actions import gate
from dienhong.disclosures.screening import Finding, Kind, Screening
from dienhong.foundations import events
from dienhong.foundations.actors import SYSTEM
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import actions, queries
from dienhong.information_requests.models import Came, Request, Step
from dienhong.ledger.models import Entry
from dienhong.notifications import queries as notices
from dienhong.notifications.models import Notice
from tests.information_requests.conftest import BEFORE, days, moment, whole
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.4 scan"


def test_what_comes_in_reaches_the_officers_of_the_commune_and_nobody_else(requests, commune, neighbour, officer):
    found = requests.submit(came=Came.PORTAL)
    (notice,) = notices.unread_of(officer)
    assert notice.link == f"/hoi-thong-tin/viec/{found.pk}/"
    assert notice.due_on == found.due_on
    for user in (commune.chair, commune.inspector, neighbour.officer):
        assert not notices.unread_of(places.actor(user)).exists()
    assert client_of(commune.officer).get(notice.link).status_code == 200


def test_a_notice_names_nobody_and_no_code(requests):
    found = requests.submit(wanted="Hồ sơ của bà Lò Thị Mơ", phone="0912 345 678")
    requests.act("ask_completion", found, words="Thiếu ngày")
    actions.complete(
        request=found, wanted="Ngày 5", purpose="", came_on=BEFORE, key="c", by=SYSTEM, at=moment(BEFORE),
        with_code=True,
    )  # fmt: skip
    said = "".join(f"{each.subject}{each.text}{each.link}{each.key}" for each in Notice.objects.all())
    assert Notice.objects.count() == 2
    for word in ("Mơ", "0912 345", "0912345", found.code, "Hồ sơ của"):
        assert word not in said


def test_sent_twice_officers_are_told_once(requests):
    for _time in range(2):
        requests.submit(key="k")
    assert Notice.objects.count() == 1


def test_what_was_missing_and_what_is_disputed_is_told_too(requests, officer):
    found = requests.answer(requests.submit())
    actions.dispute(request=found, words="Sai", key="d", at=moment(BEFORE), by=officer)
    assert "chưa chính xác" in Notice.objects.order_by("-pk")[0].subject


@pytest.fixture
def later(monkeypatch):
    """The job is kept instead of run."""
    kept = []
    monkeypatch.setattr(events, "publish", lambda kind, **ids: kept.append((kind, ids)))
    return kept


def looked(monkeypatch, *findings, unchecked=()):
    monkeypatch.setattr(gate, "look_patiently", lambda _stored, *, name: Screening(tuple(findings), tuple(unchecked)))


def test_a_scan_is_looked_into_after_the_request_of_the_page(requests, later, monkeypatch, officer, second):
    monkeypatch.setattr(gate, "look_patiently", lambda *_given, **_more: pytest.fail("looked into while one waits"))
    found = requests.answer(requests.submit(), words="Gửi kèm.", chunks=[SCAN], file_name="quet.pdf")
    step = Step.objects.get(event="provide")
    assert later == [("information_request.unscreened", {"step_id": step.pk})]
    assert (found.stage, found.answered_on) == ("announced", None)
    assert queries.stopped(whole(found, officer)) == step
    assert "đang được kiểm tra" in client_of().get(f"/hoi-thong-tin/m/{found.code}/").content.decode()
    assert client_of().get(f"/hoi-thong-tin/m/{found.code}/tep/{step.pk}/").status_code == 404
    with pytest.raises(Refused, match="đang được kiểm tra"):
        actions.clear(request=found, reason="Được", by=second, at=moment(BEFORE))


def test_where_nothing_is_found_the_answer_is_given_and_its_writer_told(requests, later, monkeypatch, officer):
    found = requests.answer(requests.submit(), words="Gửi kèm.", chunks=[SCAN], file_name="quet.pdf")
    looked(monkeypatch)
    step = Step.objects.get(event="provide")
    for _time in range(2):
        actions.look_into(step_id=step.pk, at=moment(BEFORE + days(1)))
    done = requests.fresh(found)
    assert (done.stage, done.answered_on) == ("provided", BEFORE + days(1))
    given = client_of().get(f"/hoi-thong-tin/m/{found.code}/tep/{step.pk}/")
    assert b"".join(given.streaming_content) == SCAN
    assert Notice.objects.filter(user_id=int(officer.key.removeprefix("user:"))).count() == 1
    assert Entry.objects.filter(kind="information_request.screened").count() == 1


def test_what_is_found_waits_for_a_second_person(requests, later, monkeypatch, second):
    found = requests.answer(requests.submit(), words="Gửi kèm.", chunks=[SCAN], file_name="quet.pdf")
    looked(monkeypatch, Finding(Kind.PHONE, "09•• ••• •78", "trang 2", "Hãy che", "0912345678"))
    actions.look_into(step_id=Step.objects.get(event="provide").pk, at=moment(BEFORE))
    assert requests.fresh(found).answered_on is None
    stopped = queries.stopped(whole(found, second))
    assert queries.seen(stopped).found[0]["excerpt"] == "09•• ••• •78"
    assert set(Notice.objects.filter(key__endswith=":held:officer").values_list("role", flat=True)) == {"officer"}
    actions.clear(request=found, reason="Số của xã", by=second, at=moment(BEFORE))
    assert requests.fresh(found).stage == "provided"


def test_what_nobody_could_look_into_waits_too(requests, later, monkeypatch):
    found = requests.answer(requests.submit(), words="Gửi kèm.", chunks=[SCAN], file_name="quet.pdf")
    looked(monkeypatch, unchecked=["Chưa kiểm tra được"])
    actions.look_into(step_id=Step.objects.get(event="provide").pk, at=moment(BEFORE))
    assert requests.fresh(found).stage == "announced"


def test_an_answer_that_gave_way_meanwhile_is_not_given(requests, later, monkeypatch):
    found = requests.answer(requests.submit(), words="Gửi kèm.", chunks=[SCAN], file_name="quet.pdf")
    requests.answer(found, words="Đã nghiệm thu ngày 02/5/2026.", on=BEFORE + days(1))
    looked(monkeypatch)
    actions.look_into(step_id=Step.objects.filter(event="provide").order_by("pk")[0].pk, at=moment(BEFORE + days(2)))
    assert Request.objects.get().answered_on == BEFORE + days(1)
