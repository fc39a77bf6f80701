"""By when a request is answered: the law to 31/8/2026, the commune's own target after, and never the one as the other."""

from datetime import date

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.information_requests import actions, queries
from dienhong.information_requests.models import Channel, ServiceTarget, Timing
from dienhong.ledger.models import Entry, Payload
from tests.information_requests.conftest import AFTER, BEFORE, days, moment
from tests.programmes import places

pytestmark = pytest.mark.django_db
LAST, FIRST = date(2026, 8, 31), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("channel", "due"),
    [
        (Channel.PORTAL, date(2026, 6, 10)),  # 15 ngày làm việc
        (Channel.POST, date(2026, 6, 10)),
        (Channel.OFFICE, date(2026, 6, 3)),  # 10 ngày làm việc
        (Channel.VILLAGE_HEAD, date(2026, 6, 3)),
    ],
)
def test_the_clock_runs_from_receipt_before_anybody_accepts(requests, channel, due):
    found = requests.submit(channel=channel)
    assert (found.timing, found.due_on, found.first_due_on) == (Timing.LAW, due, due)
    assert found.due["rule"] == "deadline.information.reply"


def test_what_is_simple_has_the_shorter_time(requests):
    online = requests.act("accept", requests.submit(channel=Channel.PORTAL), simple=True)
    direct = requests.act("accept", requests.submit(channel=Channel.OFFICE), simple=True)
    assert (online.due_on, direct.due_on) == (date(2026, 5, 25), BEFORE)


def test_the_law_of_2016_counts_to_its_last_day_and_not_one_day_longer(requests, target):
    last, first = requests.submit(LAST), requests.submit(FIRST)
    assert (last.timing, first.timing) == (Timing.LAW, Timing.TARGET)
    assert last.due["rule"] == "deadline.information.reply"
    assert first.due["rule"] == "working_days"


def test_after_it_the_target_of_the_commune_counts(requests, target):
    found = requests.submit(AFTER)
    assert (found.timing, found.due_on) == (Timing.TARGET, date(2026, 11, 26))  # thứ Ba 24/11 được nghỉ
    accepted = requests.act("accept", found, simple=True, on=AFTER)
    assert (accepted.due_on, accepted.stage) == (date(2026, 11, 26), "valid")


def test_without_a_target_nothing_pretends_to_be_a_limit(requests):
    found = requests.submit(AFTER)
    assert (found.timing, found.due_on, found.due) == (Timing.NONE, None, None)
    standing = queries.standing(found, on=AFTER + days(9))
    assert (standing.kind, standing.left) == ("undated", 9)


def test_a_request_of_the_old_law_keeps_it_when_completed_after(requests, target):
    found = requests.submit(LAST, channel=Channel.OFFICE)
    found = requests.act("ask_completion", found, words="Hãy ghi tên công trình.", on=LAST)
    assert (found.stage, found.due_on) == ("incomplete", None)
    done = requests.act(
        "complete", found, wanted="Đường Đông Hạ", purpose="", came_on=date(2026, 9, 7), with_code=False,
        on=date(2026, 9, 7),
    )  # fmt: skip
    assert (done.timing, done.since, done.due_on) == (Timing.LAW, date(2026, 9, 7), date(2026, 9, 21))
    assert done.due["provisional"] is True


def test_a_target_counts_for_what_is_received_from_its_day(requests, commune, chair, target):
    actions.set_target(
        organization=commune.committee, working_days=3, starts_on=date(2026, 10, 1), decision="QĐ 31", key="2",
        by=chair, on=date(2026, 9, 20),
    )  # fmt: skip
    assert requests.submit(date(2026, 9, 30)).due["inputs"]["days"] == 5
    assert requests.submit(date(2026, 10, 1)).due["inputs"]["days"] == 3


def test_setting_a_target_is_signed_and_done_once(commune, chair, target):
    again = actions.set_target(
        organization=commune.committee, working_days=5, starts_on=date(2026, 9, 1), decision="Quyết định số 20/QĐ-UBND",
        key="target", by=chair, on=date(2026, 8, 30),
    )  # fmt: skip
    assert again == target
    entry = Entry.objects.get(kind="service_target.fixed")
    assert (entry.actor, entry.claimed_on) == (chair.key, date(2026, 9, 1))
    assert Payload.objects.get(entry=entry).data["working_days"] == 5


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"starts_on": date(2026, 8, 29)}, "từ hôm nay trở đi"),
        ({"working_days": 0}, "từ 1 đến 60"),
        ({"working_days": 61}, "từ 1 đến 60"),
        ({"decision": " "}, "văn bản"),
    ],
)
def test_a_target_that_cannot_be_is_refused(commune, chair, parts, says):
    given = {"working_days": 5, "starts_on": date(2026, 8, 30), "decision": "QĐ 20"} | parts
    with pytest.raises(Refused, match=says):
        actions.set_target(organization=commune.committee, key="k", by=chair, on=date(2026, 8, 30), **given)
    assert not ServiceTarget.objects.exists()


def test_only_who_answers_for_the_commune_sets_its_target(commune, neighbour):
    given = {"working_days": 5, "starts_on": AFTER, "decision": "QĐ 20", "key": "k", "on": AFTER}
    with pytest.raises(NotAllowed):
        actions.set_target(organization=commune.committee, by=places.actor(commune.front_member), **given)
    with pytest.raises(NotFound):
        actions.set_target(organization=commune.committee, by=places.actor(neighbour.officer), **given)


def test_an_extension_is_for_the_time_of_the_law_once_and_in_time(requests):
    found = requests.act("accept", requests.submit(channel=Channel.OFFICE), simple=False)
    signed = {"reason": "Chờ Kho bạc", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    with pytest.raises(Refused, match="17/06/2026"):
        requests.act("extend", found, until=date(2026, 6, 18), **signed)
    with pytest.raises(Refused, match="sau hạn hiện nay"):
        requests.act("extend", found, until=found.due_on, **signed)
    with pytest.raises(Refused, match="bằng văn bản"):
        requests.act("extend", found, until=date(2026, 6, 17), **(signed | {"signer_name": ""}))
    with pytest.raises(Refused, match="đã hết ngày 03/06/2026"):
        requests.act("extend", found, until=date(2026, 6, 17), on=date(2026, 6, 4), **signed)
    done = requests.act("extend", found, until=date(2026, 6, 17), on=date(2026, 6, 3), **signed)
    assert (done.stage, done.due_on, done.first_due_on) == ("extended", date(2026, 6, 17), date(2026, 6, 3))
    with pytest.raises(Refused):
        requests.act("extend", done, until=date(2026, 6, 20), **signed)


def test_what_is_simple_is_not_extended(requests):
    found = requests.act("accept", requests.submit(channel=Channel.PORTAL), simple=True)
    with pytest.raises(Refused, match="đơn giản"):
        requests.act(
            "extend", found, until=date(2026, 6, 1), reason="Chờ", signer_post="Chủ tịch", signer_name="Hồ Văn Lành"
        )


def test_a_day_promised_by_the_commune_is_put_off_once_and_both_days_stay(requests, target):
    found = requests.act("accept", requests.submit(AFTER), simple=False, on=AFTER)
    signed = {"reason": "Chờ Kho bạc", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    with pytest.raises(Refused, match="quá ngày hẹn"):
        requests.act("extend", found, until=date(2026, 12, 10), on=date(2026, 11, 27), **signed)
    done = requests.act("extend", found, until=date(2026, 12, 10), on=date(2026, 11, 26), **signed)
    assert (done.first_due_on, done.due_on) == (date(2026, 11, 26), date(2026, 12, 10))
    with pytest.raises(Refused, match="hẹn lại một lần"):
        requests.act("extend", done, until=date(2026, 12, 20), on=date(2026, 12, 1), **signed)


def test_there_is_nothing_to_extend_where_nothing_is_due(requests):
    found = requests.act("accept", requests.submit(AFTER), simple=False, on=AFTER)
    with pytest.raises(Refused, match="chưa có hạn"):
        requests.act(
            "extend", found, until=date(2026, 12, 10), on=AFTER, reason="Chờ", signer_post="CT", signer_name="Hồ Lành"
        )


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (date(2026, 5, 31), "due-soon"),
        (date(2026, 5, 30), "due"),
        (date(2026, 6, 3), "due-soon"),
        (date(2026, 6, 4), "overdue"),
    ],
)
def test_the_list_turns_red_the_day_after_the_last(requests, commune, on, kind):
    found = requests.submit(channel=Channel.OFFICE)
    assert queries.standing(found, on=on).kind == kind
    counted = queries.counts([commune.committee], on=on)
    assert [name for name, n in counted.items() if n] == [kind]
    assert list(queries.by_clock([commune.committee], state=kind, on=on)) == [found]


def test_accepting_what_is_complex_and_sent_online_announces_the_day_too(requests):
    found = requests.act("accept", requests.submit(channel=Channel.PORTAL), simple=False)
    assert found.stage == "announced"
    assert [each.event for each in found.steps.order_by("pk")] == ["find_valid", "announce"]
    at_office = requests.act("accept", requests.submit(channel=Channel.OFFICE), simple=False)
    assert at_office.stage == "valid"


def test_late_entry_from_paper_is_shown(requests):
    found = requests.submit(BEFORE, at=moment(BEFORE + days(6)))
    first = found.submissions.get()
    assert queries.recorded_after(found.received_on, first) > 0
