"""The answer: given, refused with its ground, stopped by screening, put right; and what must be given on request."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from dienhong.disclosures import actions as disclosing
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.information_requests import actions, asking, queries
from dienhong.information_requests.models import Channel, Clearance, Step
from dienhong.ledger.models import Entry, Payload
from lawcore.petitions.information_refusals import Ground
from tests.information_requests.conftest import AFTER, BEFORE, days, moment, readable_table, whole
from tests.programmes import places

pytestmark = pytest.mark.django_db


def test_an_answer_closes_the_request_and_is_signed_without_its_words(requests):
    found = requests.answer(requests.submit(), on=BEFORE + days(1))
    assert (found.stage, found.answered_on, found.ground) == ("provided", BEFORE + days(1), "")
    assert [each.event for each in found.steps.order_by("pk")] == ["find_valid", "announce", "provide"]
    entry = Entry.objects.get(kind="information_request.answered")
    assert "Biên bản" not in str(Payload.objects.get(entry=entry).data)


def test_an_answer_with_a_file_is_kept_by_its_hash(requests):
    data = readable_table()
    found = requests.answer(requests.submit(), words="", chunks=[data[:9], data[9:]], file_name="bien-ban.xlsx")
    step = found.steps.get(event="provide")
    assert (step.file.size, step.file_name) == (len(data), "bien-ban.xlsx")
    assert Payload.objects.get(entry__kind="information_request.answered").data["file"] == step.file.sha256


def test_a_file_that_nobody_could_look_into_waits_for_a_second_person(requests):
    found = requests.answer(requests.submit(), chunks=[b"%PDF-1.4 x"], file_name="hong.pdf")
    step = found.steps.get(event="provide")
    assert queries.seen(step).unchecked
    assert not queries.is_shown(step)
    assert found.answered_on is None


def test_sent_twice_it_is_one_answer(requests):
    found = requests.submit()
    for _time in range(2):
        requests.answer(found, key="k")
    assert Step.objects.filter(event="provide").count() == 1


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"words": " "}, "nhập câu trả lời"),
        ({"is_read": False}, "đọc lại"),
        ({"given_on": BEFORE + days(1)}, "từ ngày nhận"),
        ({"given_on": BEFORE - days(1)}, "từ ngày nhận"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(requests, parts, says):
    found = requests.submit()
    with pytest.raises(Refused, match=says):
        requests.answer(found, **parts)
    assert requests.fresh(found).stage == "submitted"


def test_on_the_page_it_is_given_today_on_paper_on_the_day_of_the_paper(requests):
    online, paper = requests.submit(), requests.submit(channel=Channel.OFFICE)
    with pytest.raises(Refused, match="hôm nay"):
        requests.answer(online, on=BEFORE + days(3), given_on=BEFORE + days(1))
    done = requests.answer(paper, on=BEFORE + days(3), given_on=BEFORE + days(1))
    assert done.answered_on == BEFORE + days(1)


def test_what_screening_finds_waits_for_a_second_person_and_is_no_answer_until_then(requests, officer, second):
    found = requests.answer(requests.submit(), words="Ông An, căn cước 001085000123, nhận 60 triệu đồng.")
    assert (found.stage, found.answered_on) == ("announced", None)
    stopped = queries.stopped(whole(found, officer))
    assert "001085000123" not in str(stopped.found)
    assert not queries.is_shown(stopped)
    with pytest.raises(Refused, match="người thứ hai"):
        actions.clear(request=found, reason="Được phép", by=officer, at=moment(BEFORE))
    with pytest.raises(Refused, match="lý do"):
        actions.clear(request=found, reason=" ", by=second, at=moment(BEFORE))
    actions.clear(request=found, reason="Dữ liệu của chính người hỏi", by=second, at=moment(BEFORE + days(2)))
    done = requests.fresh(found)
    assert (done.stage, done.answered_on) == ("provided", BEFORE + days(2))
    again = actions.clear(request=found, reason="Dữ liệu của chính người hỏi", by=second, at=moment(BEFORE))
    assert again == Clearance.objects.get()


def test_a_stopped_answer_gives_way_to_a_clean_one(requests, officer, second):
    found = requests.answer(requests.submit(), words="Gọi 0912 345 678.")
    done = requests.answer(found, words="Đã nghiệm thu ngày 02/5/2026.")
    assert done.stage == "provided"
    assert queries.stopped(whole(done, officer)) is None
    with pytest.raises(Refused, match="Không có câu trả lời nào"):
        actions.clear(request=done, reason="x", by=second, at=moment(BEFORE))


def test_only_who_answers_lets_out(requests, commune, neighbour):
    found = requests.answer(requests.submit(), words="Gọi 0912 345 678.")
    for user, refusal in ((commune.inspector, NotAllowed), (neighbour.officer, NotFound)):
        with pytest.raises(refusal):
            actions.clear(request=found, reason="x", by=places.actor(user), at=moment(BEFORE))


@pytest.mark.parametrize("ground", [Ground.CLOSED, Ground.ELSEWHERE, Ground.BEYOND, Ground.UNPAID, Ground.DISCLOSED])
def test_a_refusal_names_its_ground_and_its_reason(requests, ground):
    found = requests.refuse(requests.submit(), ground)
    assert (found.stage, found.ground) == ("refused", ground)
    step = found.steps.get(event="refuse")
    assert step.why["rule"] == "information.may_refuse"
    assert Payload.objects.get(entry__kind="information_request.refused").data["ground"] == ground


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"ground": "vì bận"}, "các trường hợp được từ chối"),
        ({"words": " "}, "lý do từ chối"),
        ({"signer_name": ""}, "bằng văn bản"),
        ({"ground": Ground.REPEATED, "given": 1}, "mới cung cấp 1 lần"),
        ({"ground": Ground.REPEATED, "given": 2, "good_reason": True}, "lý do chính đáng"),
    ],
)
def test_a_refusal_without_lawful_ground_is_refused(requests, parts, says):
    with pytest.raises(Refused, match=says):
        requests.refuse(requests.submit(), **parts)
    assert not Step.objects.filter(event="refuse").exists()


@pytest.mark.parametrize("on", [BEFORE, AFTER])
def test_what_is_owed_and_not_disclosed_is_never_refused_as_disclosed(requests, disclosed, on):
    owed = disclosed(out=False)
    with pytest.raises(Refused, match="chưa được công khai"):
        requests.refuse(requests.submit(on, disclosure=owed), Ground.DISCLOSED, on=on)


def test_what_everybody_can_read_may_be_refused_as_disclosed(requests, disclosed):
    found = requests.refuse(requests.submit(disclosure=disclosed(out=True)), Ground.DISCLOSED)
    assert found.stage == "refused"


def test_after_the_old_law_a_refusal_says_that_its_ground_is_not_checked(requests):
    found = requests.refuse(requests.submit(AFTER), on=AFTER)
    assert found.steps.get(event="refuse").why["result"] is None


def test_what_must_be_given_on_request_is_told_until_it_is_out(requests, disclosed, officer):
    before, after = disclosed(out=False), disclosed(out=True, title="Cầu Ngói: vốn, nhà thầu")
    assert queries.owed(before, on=BEFORE).result is True
    assert queries.owed(before, on=BEFORE).citation.startswith("khoản 2 Điều 14")
    assert queries.owed(after, on=BEFORE).result is False
    assert queries.owed(None, on=BEFORE) is None
    disclosing.withdraw(
        disclosure=after, reason="Nhầm", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=True,
        by=officer, on=places.ON,
    )  # fmt: skip
    again = requests.submit(disclosure=after)
    assert queries.owed(queries.disclosure_of(again), on=BEFORE).result is True


def test_a_disclosure_of_another_commune_is_not_asked_about(disclosed, neighbour, commune):
    found = disclosed(out=True)
    assert queries.disclosure_asked(found.pk, commune.committee) == found
    assert queries.disclosure_asked(found.pk, neighbour.committee) is None
    assert queries.disclosure_asked(987654, commune.committee) is None
    assert queries.disclosure_asked(None, commune.committee) is None


def test_how_often_the_same_person_had_the_same_is_counted_without_reading_who(requests, disclosed):
    owed = disclosed(out=False)
    for number in ("001085000123", "001085000123", "001185000999"):
        requests.answer(requests.submit(disclosure=owed, identity_number=number))
    assert queries.given_before(requests.submit(disclosure=owed, identity_number="001 085 000 123")) == 2
    assert queries.given_before(requests.submit(disclosure=owed, identity_number="")) == 0
    assert queries.given_before(requests.submit(identity_number="001085000123")) == 0


def test_who_says_that_it_is_not_right_has_an_answer_by_the_day_of_the_law(requests, officer):
    found = requests.answer(requests.submit())
    disputed = requests.act("dispute", found, words="Sai năm nghiệm thu", key="k")
    assert requests.act("dispute", found, words="Sai năm nghiệm thu", key="k") == disputed
    assert disputed.stage == "disputed"
    assert disputed.steps.get(event="dispute").due_on == date(2026, 6, 4)
    right = requests.answer(disputed, name="correct", words="Nghiệm thu ngày 03/5/2026.")
    assert (right.stage, right.answered_on) == ("corrected", BEFORE)


def test_what_was_right_is_confirmed_with_its_reason(requests):
    disputed = requests.act("dispute", requests.answer(requests.submit(AFTER), on=AFTER), words="Sai", on=AFTER)
    assert disputed.steps.get(event="dispute").due_on is None
    assert requests.answer(disputed, name="confirm", on=AFTER).stage == "confirmed"


def test_a_dispute_needs_its_words_and_an_answer(requests):
    found = requests.submit()
    with pytest.raises(Refused, match="không chính xác"):
        requests.act("dispute", found, words=" ")
    with pytest.raises(Refused, match="chưa thể"):
        requests.act("dispute", found, words="Sai")


def test_the_database_keeps_no_refusal_without_ground(requests):
    found = requests.submit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.create(request=found, event="refuse", on=BEFORE, key="k", words="Không")


def test_the_law_is_asked_for_identity_only_while_it_is_known():
    assert asking.asks_identity(date(2026, 8, 31)) is True
    assert asking.asks_identity(date(2026, 9, 1)) is False
