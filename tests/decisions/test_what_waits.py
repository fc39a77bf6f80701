"""The plain sentence, what is read aloud, what waits for whom today, who is told."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from dienhong.decisions import actions, queries, spoken
from dienhong.decisions.queries import plain
from dienhong.foundations.actors import NOBODY, Role
from dienhong.notifications.models import Notice
from lawcore.answers import Refused
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.matters import Scope
from tests.decisions.conftest import AT, DAY, MEETS
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "households", "need", "says"),
    [
        (Kind.COMMUNE_WORKS, 160, "ít nhất 107 trong 160 hộ", "không cần ai công nhận"),
        (Kind.VILLAGE_MONEY, 99, "ít nhất 66 trong 99 hộ", "không cần ai công nhận"),
        (Kind.CONVENTION, 160, "ít nhất 81 trong 160 hộ", "Ủy ban nhân dân cấp xã công nhận"),
        (Kind.VILLAGE_HEAD, 161, "ít nhất 81 trong 161 hộ", "Tổ bầu cử triệu tập"),
        (Kind.BOARD_MEMBERS, 160, "ít nhất 81 trong 160 hộ", "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã công nhận"),
        (Kind.SELF_GOVERNMENT, 1, "ít nhất 1 trong 1 hộ", "có hiệu lực từ ngày thông qua"),
    ],
)
def test_one_sentence_says_who_must_agree_who_convenes_who_recognises_since_when(kind, households, need, says):
    found = plain.sentence(kind, households=households, on=DAY)
    assert need in found.sentence
    assert says in found.sentence
    assert found.sentence.count(".") == 1
    for article in ("khoản 1 Điều 21", "khoản 1 Điều 18", "khoản 2 Điều 21"):
        assert article in found.citation
    assert found.citation.count("Luật Thực hiện dân chủ ở cơ sở") == 1
    assert len(found.answers) == 4


def test_the_sentence_uses_the_village_s_own_word(village):
    village.word, village.name = "tổ dân phố", "Chợ Bến"
    found = plain.sentence(Kind.SELF_GOVERNMENT, households=10, on=DAY, village=village)
    assert "của tổ dân phố" in found.sentence
    assert "Tổ trưởng tổ dân phố triệu tập" in found.sentence
    assert "thôn " not in found.sentence


def test_for_the_whole_commune_the_sentence_says_that_villages_are_added_up():
    found = plain.sentence(Kind.COMMUNE_WORKS, households=160, on=DAY, scope=Scope.COMMUNE)
    assert "cộng kết quả các thôn" in found.sentence


def test_no_sentence_without_households(life, village):
    with pytest.raises(Refused):
        plain.sentence(Kind.CONVENTION, households=0, on=DAY)
    matter = life.propose()
    village.households.update(valid_to=DAY - timedelta(days=1))
    assert plain.of_matter(matter, on=DAY) is None


def test_the_base_of_the_sentence_is_the_roll_once_it_is_taken(life, village):
    matter = life.propose()
    life.notify(life.plan(matter))
    village.households.filter(code__gt="100").update(valid_to=DAY - timedelta(days=1))
    assert "trong 160 hộ" in plain.of_matter(matter, on=DAY).sentence


def test_what_is_read_aloud_names_figures_and_nobody(life):
    matter = life.sent(life.passed(agree=110))
    said = spoken.result(matter, matter.outcomes.get())
    assert "110 trong tổng số 160 hộ tán thành" in said
    assert "hiệu lực từ ngày 08/03/2026" in said
    assert "Trần Văn Lực" not in said
    failed = life.propose()
    outcome = life.vote(life.begin(failed, present=85), agree=60, disagree=25)
    assert "chưa được thông qua" in spoken.result(life.again(failed), outcome)


def titles(actor, on=DAY):
    return [each.title for each in queries.waiting_decisions(actor, on)]


def test_each_role_is_told_of_what_it_does(life, head, front, officer, commune_front, village, commune):
    life.sent(life.passed(Kind.CONVENTION))
    life.sent(life.passed(Kind.BOARD_MEMBERS))
    life.propose()
    assert titles(head) == ["Việc của thôn: Chờ chọn hình thức (1)"]
    assert titles(officer) == titles(commune_front) == ["Việc của thôn: Chờ công nhận (1)"]
    assert titles(NOBODY) == titles(actor_in(commune, Role.REPORTER)) == []
    assert titles(actor_in(village, Role.INSPECTOR)) == []


@pytest.mark.parametrize(("days", "told"), [(-1, False), (0, True), (1, True)])
def test_a_meeting_waits_from_its_day_on(life, head, days, told):
    life.notify(life.plan(life.propose()))
    assert bool(titles(head, MEETS.date() + timedelta(days=days))) is told


def test_what_waits_is_one_question(life, officer, django_assert_num_queries):
    for _each in range(3):
        life.propose()
    with django_assert_num_queries(1):
        list(queries.waiting_decisions(officer, DAY))


def test_the_front_and_the_commune_are_told_once(life, head, village, commune):
    matter = life.sent(life.passed(Kind.CONVENTION))
    assert set(Notice.objects.values_list("role", "locality", "due_on")) == {
        (Role.FRONT, village.pk, None),
        (Role.OFFICER, commune.pk, date(2026, 3, 17)),
    }
    life.page(matter.records.get())
    assert Notice.objects.count() == 2
    assert not any("Trần Văn Lực" in each.subject + each.text for each in Notice.objects.all())


def test_the_commune_is_told_of_clusters(life, head, commune):
    meeting = life.notify(life.plan(life.propose()))
    parts = [actions.Part("Xóm Trên", range(1, 61)), actions.Part("Xóm Dưới", range(61, 161))]
    actions.report_clusters(meeting=meeting, parts=parts, scattered=True, key=uuid4().hex, by=head, at=AT)
    notice = Notice.objects.get()
    assert (notice.role, notice.locality) == (Role.OFFICER, commune)
    assert titles(actor_in(commune, Role.CHAIR)) == ["Việc của thôn: Chờ xã quyết định chia cụm (1)"]
