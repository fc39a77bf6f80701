"""What comes in, who may take it in, what is done with it; what the ledger and the database keep of it."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from dienhong.documents.models import PrintedForm
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.information_requests import actions, queries
from dienhong.information_requests.models import Came, Channel, Request, Step, Submission
from dienhong.ledger.models import Entry, Payload
from tests.information_requests.conftest import AFTER, BEFORE, asked, days, moment, whole
from tests.programmes import places

pytestmark = pytest.mark.django_db


def test_a_request_has_a_code_that_opens_it_and_that_the_ledger_does_not_know(requests):
    found = requests.submit()
    assert queries.by_code(f" {found.code[:5].lower()}-{found.code[5:]} ") == found
    assert PrintedForm.objects.get(code=found.code).path == f"/hoi-thong-tin/m/{found.code}/"
    assert found.code not in json.dumps([each.data for each in Payload.objects.all()])
    assert queries.by_code("7KQ2M9XTRA") is None
    assert queries.by_code("") is None


def test_sent_twice_it_is_one_request(requests):
    first, second = requests.submit(key="k"), requests.submit(key="k")
    assert first == second
    assert (Request.objects.count(), Submission.objects.count()) == (1, 1)
    assert Entry.objects.filter(kind="information_request.received").count() == 1


def test_who_asks_stands_encrypted_in_the_database_and_nowhere_in_the_ledger(requests):
    requests.submit(name="Lò Thị Mơ", phone="0912345678", wanted="Số tiền đền bù đất nhà tôi", purpose="Đòi đủ")
    with connection.cursor() as cursor:
        for table in ("requester", "submission", "request"):
            cursor.execute(f"SELECT * FROM information_requests_{table}")  # noqa: S608 - names of ours
            (row,) = cursor.fetchall()
            row = " ".join(
                bytes(each).decode(errors="replace") if isinstance(each, bytes | memoryview) else str(each)
                for each in row
            )
            for words in ("Mơ", "0912345678", "đền bù", "Đòi", "001085000123"):
                assert words not in row
    said = json.dumps([each.data for each in Payload.objects.all()], ensure_ascii=False)
    assert "Mơ" not in said
    assert "đền bù" not in said
    assert set(Payload.objects.get(entry__kind="information_request.received").data) == {
        "stage", "due_on", "came", "channel", "digest", "timing",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"name": " "}, "họ tên"),
        ({"address": ""}, "nơi cư trú"),
        ({"wanted": "\n"}, "thông tin cần hỏi"),
        ({"wanted": "x" * 4001}, "viết ngắn hơn"),
    ],
)
def test_a_form_without_its_main_words_is_not_taken(requests, parts, says):
    with pytest.raises(Refused, match=says):
        requests.submit(**parts)
    assert not Request.objects.exists()


def test_a_form_of_tomorrow_is_not_taken(requests):
    with pytest.raises(Refused, match="sau hôm nay"):
        requests.submit(BEFORE + days(1), at=moment(BEFORE))


def test_only_the_officer_enters_paper_and_only_the_head_writes_for_the_village(requests, commune, neighbour, head):
    with pytest.raises(NotFound):
        requests.submit(by=places.actor(neighbour.officer))
    with pytest.raises(NotAllowed):
        requests.submit(by=places.actor(commune.front_member))
    helped = requests.submit(came=Came.VILLAGE_HEAD, village=commune.villages[0], by=head)
    assert helped.submissions.get().recorded_by == head.key
    assert Entry.objects.get(kind="information_request.received").actor == head.key
    for village in (commune.villages[1], neighbour.villages[0], None):
        with pytest.raises(NotFound):
            requests.submit(came=Came.VILLAGE_HEAD, village=village, by=head)


def test_a_village_of_another_commune_brings_no_answer(requests, neighbour):
    with pytest.raises(Refused, match="không thuộc xã"):
        requests.submit(channel=Channel.VILLAGE_HEAD, village=neighbour.villages[0])


def test_a_citizen_cannot_choose_another_day_of_receipt(commune):
    with pytest.raises(Refused, match="hôm nay"):
        actions.submit(
            organization=commune.committee, asked=asked(), came=Came.PORTAL, received_on=BEFORE - days(3),
            key="k", by=places.actor(commune.officer), at=moment(BEFORE),
        )  # fmt: skip


def test_what_is_asked_for_more_comes_back_with_the_code_and_the_clock_starts_again(requests):
    found = requests.act("ask_completion", requests.submit(), words="Hãy ghi tên công trình và năm.")
    on = BEFORE + days(5)
    parts = {"wanted": "Đường Đông Hạ, năm 2025", "purpose": "", "came_on": on, "with_code": True, "key": "k"}
    done = requests.act("complete", found, on=on, **parts)
    again = requests.act("complete", found, on=on, **parts)
    assert done == again
    assert (done.stage, done.since, done.submissions.count()) == ("submitted", on, 2)
    assert done.due_on == date(2026, 6, 15)


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_completion_is_of_a_day_between_receipt_and_today(requests, shift):
    found = requests.act("ask_completion", requests.submit(), words="Hãy ghi năm.")
    with pytest.raises(Refused, match="từ ngày nhận phiếu đến hôm nay"):
        requests.act(
            "complete", found, wanted="2025", purpose="", came_on=BEFORE + days(shift), with_code=False, on=BEFORE
        )


def test_nothing_personal_of_another_goes_into_a_word_to_who_asks(requests):
    found = requests.submit()
    with pytest.raises(Refused, match="cầm mã biên nhận"):
        requests.act("ask_completion", found, words="Ông An, căn cước 001085000123, hãy bổ sung.")
    done = requests.act("point_elsewhere", found, words="Hỏi Sở Xây dựng, điện thoại 0243 826 1234.")
    assert (done.stage, done.answered_on) == ("elsewhere", BEFORE)


@pytest.mark.parametrize("name", ["ask_completion", "point_elsewhere", "withdraw"])
def test_an_act_without_a_word_is_refused(requests, name):
    found = requests.submit()
    with pytest.raises(Refused, match="Hãy ghi"):
        requests.act(name, found, words=" ")
    assert requests.fresh(found).stage == "submitted"


def test_what_was_taken_back_is_closed_and_cannot_be_answered(requests):
    found = requests.act("withdraw", requests.submit(), words="Người hỏi đến trụ sở rút, đã ký sổ.")
    assert found.stage == "withdrawn"
    with pytest.raises(Refused):
        requests.answer(found)
    with pytest.raises(Refused, match="đã xong"):
        requests.act("withdraw", found, words="Rút lần nữa")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("accept", {"simple": True}),
        ("ask_completion", {"words": "Hãy ghi năm."}),
        ("point_elsewhere", {"words": "Hỏi Sở."}),
        ("withdraw", {"words": "Đã rút."}),
        ("extend", {"until": AFTER, "reason": "Chờ", "signer_post": "CT", "signer_name": "Hồ Lành"}),
    ],
)
def test_who_may_not_work_on_it_may_not_act(requests, commune, neighbour, name, parts):
    found = requests.submit()
    with pytest.raises(NotFound):
        requests.act(name, found, by=places.actor(neighbour.officer), **parts)
    with pytest.raises(NotAllowed):
        requests.act(name, found, by=places.actor(commune.inspector), **parts)
    assert not Step.objects.exists()


def test_a_key_of_another_request_is_not_taken_for_this_one(requests):
    first, second = requests.submit(), requests.submit()
    requests.act("accept", first, simple=True, key="k")
    with pytest.raises(Refused, match="đã dùng cho việc khác"):
        requests.act("accept", second, simple=True, key="k")


def test_an_act_sent_twice_is_done_once(requests):
    found = requests.submit(channel=Channel.OFFICE)
    for _time in range(2):
        requests.act("accept", found, simple=False, key="k")
    assert Step.objects.count() == 1
    assert Entry.objects.filter(kind="information_request.accepted").count() == 1


@pytest.mark.parametrize("table", ["submission", "step", "servicetarget"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET recorded_by = 'x'", "DELETE FROM {}"])
def test_what_came_in_and_what_was_said_cannot_be_changed(requests, target, table, statement):
    requests.act("accept", requests.submit(), simple=True)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(f"information_requests_{table}"))


def test_nobody_sets_the_recorded_time(requests):
    found = requests.submit()
    with pytest.raises(IntegrityError, match="clock"), transaction.atomic():
        Step.objects.create(request=found, event="find_valid", on=BEFORE, key="k", recorded_at=moment(BEFORE))


def test_who_only_oversees_reads_nobodys_question(requests, commune, neighbour):
    found = requests.submit()
    for user in (commune.front_member, commune.inspector, commune.delegate, commune.head, neighbour.officer):
        with pytest.raises(NotFound):
            whole(found, places.actor(user))
    assert whole(found, places.actor(commune.chair)) == found


def test_the_database_refuses_a_second_code(requests):
    first, second = requests.submit(), requests.submit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=second.pk).update(code=first.code)
