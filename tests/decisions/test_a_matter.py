"""A matter from proposal to effect: who may, what is refused, what the law says at each boundary."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from dienhong.decisions import access, actions, queries
from dienhong.decisions.access import Act
from dienhong.decisions.forms import ProposeForm
from dienhong.decisions.initiative_forms import WishForm
from dienhong.decisions.models import Confirmation, Matter, Origin, Step
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.registry.models import Organization, Person, Post
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.matters import Form, Scope
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.conftest import AT, DAY, MEETS, a_village
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db


def test_a_village_proposes_once_the_front_agreed(life, village):
    matter = life.propose()
    assert (matter.stage, matter.village, matter.begun_on) == ("proposed", village, DAY)
    assert Entry.objects.filter(kind="matter.proposed").count() == 1


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"agreed_with": " "}, "Mặt trận"),
        ({"agreed_on": DAY + timedelta(days=1)}, "chưa đến"),
        ({"title": ""}, "tên việc"),
        ({"scope": Scope.COMMUNE}, "toàn xã"),
        ({"money": actions.Money(per_household=100_000, purpose="Đường")}, "khoản 1, 2"),
    ],
)
def test_what_lacks_something_is_not_proposed(life, parts, why):
    with pytest.raises(Refused, match=why):
        life.propose(**parts)
    assert not Matter.objects.exists()


def test_another_commune_learns_nothing_and_a_delegate_may_not(life, commune, village):
    stranger = actor_in(a_village(commune, "ben-say-doai", "Đoài", 3), Role.VILLAGE_HEAD)
    matter = life.propose()
    with pytest.raises(NotFound):
        queries.matter(matter.pk, stranger)
    with pytest.raises(NotFound):
        actions.choose_form(matter=matter, form=Form.MEETING, key="k", by=stranger, at=AT)
    inspector = actor_in(village, Role.INSPECTOR)
    assert queries.matter(matter.pk, inspector) == matter
    with pytest.raises(NotAllowed):
        actions.choose_form(matter=matter, form=Form.MEETING, key="k", by=inspector, at=AT)


@pytest.mark.parametrize(
    ("kind", "form", "allowed"),
    [
        (Kind.SELF_GOVERNMENT, Form.ONLINE, True),
        (Kind.SELF_GOVERNMENT, Form.BALLOT, True),
        (Kind.CONVENTION, Form.BALLOT, False),
        (Kind.CONVENTION, Form.ONLINE, False),
        (Kind.VILLAGE_MONEY, Form.ONLINE, False),
        (Kind.VILLAGE_MONEY, Form.MEETING, True),
    ],
)
def test_the_kind_decides_which_forms_are_allowed(life, head, kind, form, allowed):
    matter = life.propose(kind)

    def choose():
        return actions.choose_form(matter=matter, form=form, key="k", by=head, at=AT)

    if allowed:
        assert choose().to == f"by_{form.value}"
    else:
        with pytest.raises(Refused):
            choose()


def test_a_notice_two_days_before_is_in_time_and_one_day_is_not(life, head):
    meeting = life.plan(life.propose())
    late = MEETS.date() - timedelta(days=1)
    with pytest.raises(Refused, match="ngày họp muộn hơn"):
        actions.notify(meeting=meeting, notified_on=late, documents_on=None, by=head, at=MEETS)
    told = actions.notify(meeting=meeting, notified_on=late - timedelta(days=1), documents_on=None, by=head, at=MEETS)
    assert told.stage == "notified"
    assert told.roll.households == 160


def test_money_needs_documents_in_every_household_two_days_before(life, head):
    meeting = life.plan(life.propose(Kind.VILLAGE_MONEY))
    with pytest.raises(Refused, match="tài liệu"):
        actions.notify(meeting=meeting, notified_on=DAY, documents_on=None, by=head, at=AT)
    assert life.notify(meeting).documents_on == DAY


@pytest.mark.parametrize(
    ("kind", "agree", "stage"),
    [
        (Kind.SELF_GOVERNMENT, 80, "failed"),  # exactly half of 160 is not more than half
        (Kind.SELF_GOVERNMENT, 81, "passed"),
        (Kind.VILLAGE_MONEY, 106, "failed"),
        (Kind.VILLAGE_MONEY, 107, "passed"),  # two thirds of 160 is 106,67
    ],
)
def test_the_share_is_of_all_households(life, kind, agree, stage):
    matter = life.propose(kind)
    outcome = life.vote(life.begin(matter, present=120), agree=agree, disagree=120 - agree)
    assert life.again(matter).stage == stage
    assert outcome.is_adopted is (stage == "passed")
    assert outcome.households == 160
    assert str(agree) in outcome.why["explanation"]


def test_too_few_came_and_the_same_matter_goes_on_by_ballots(life, head):
    matter = life.propose(Kind.CONVENTION)
    meeting = life.begin(matter, present=80)
    with pytest.raises(Refused, match="kết quả"):
        life.end(meeting)
    actions.close_short(item=meeting.items.get(), key="short", by=head, at=MEETS)
    life.end(meeting)
    assert life.again(matter).stage == "too_few"
    actions.choose_form(matter=life.again(matter), form=Form.BALLOT, key="ballots", by=head, at=MEETS)
    assert life.again(matter).stage == "by_ballot"


def test_enough_came_so_it_is_not_short(life, head):
    meeting = life.begin(life.propose(), present=81)
    with pytest.raises(Refused, match="đủ để"):
        actions.close_short(item=meeting.items.get(), key="short", by=head, at=MEETS)


@pytest.mark.parametrize(
    ("kind", "stage", "binds"),
    [
        (Kind.SELF_GOVERNMENT, "in_force", date(2026, 3, 8)),
        (Kind.VILLAGE_MONEY, "in_force", date(2026, 3, 8)),
        (Kind.CONVENTION, "awaiting", None),
        (Kind.BOARD_MEMBERS, "awaiting", None),
    ],
)
def test_sent_it_binds_since_it_was_passed_or_waits_for_recognition(life, kind, stage, binds):
    matter = life.sent(life.passed(kind))
    assert (matter.stage, matter.effective_on, matter.number) == (stage, binds, 1)
    sent = matter.steps.get(event="send")
    assert sent.due_on == date(2026, 3, 13)


@pytest.mark.parametrize(("kind", "by_commune"), [(Kind.CONVENTION, True), (Kind.BOARD_MEMBERS, False)])
def test_who_recognises_is_the_commune_or_its_front(life, kind, by_commune, officer, commune_front, front):
    matter = life.sent(life.passed(kind))
    right, wrong = (officer, commune_front) if by_commune else (commune_front, officer)
    day = date(2026, 3, 12)
    for other in (wrong, front):
        with pytest.raises(NotAllowed):
            actions.recognise(
                matter=matter, recognised_on=day, paper="05/QĐ", key="x", by=other, at=MEETS + timedelta(5)
            )
    actions.recognise(matter=matter, recognised_on=day, paper="05/QĐ", key="r", by=right, at=MEETS + timedelta(5))
    assert (life.again(matter).stage, life.again(matter).effective_on) == ("in_force", day)


def test_a_refusal_needs_its_reason(life, officer):
    matter = life.sent(life.passed(Kind.CONVENTION))
    day = date(2026, 3, 12)
    with pytest.raises(Refused, match="lý do"):
        actions.refuse(matter=matter, refused_on=day, reason=" ", key="x", by=officer, at=MEETS + timedelta(5))
    actions.refuse(
        matter=matter, refused_on=day, reason="Có điều khoản phạt tiền", key="y", by=officer, at=MEETS + timedelta(5)
    )
    assert life.again(matter).stage == "refused"
    assert life.again(matter).effective_on is None


def test_two_confirm_from_two_accounts_after_the_signed_page(life, head, front):
    matter = life.passed()
    record = life.record(matter)
    with pytest.raises(Refused, match="chụp"):
        actions.confirm(record=record, confirmed_as=Confirmation.As.CHAIR, by=head, at=MEETS)
    life.page(record)
    actions.confirm(record=record, confirmed_as=Confirmation.As.CHAIR, by=head, at=MEETS)
    with pytest.raises(NotAllowed):
        actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT, by=head, at=MEETS)
    assert life.again(matter).stage == "passed"
    actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT, by=front, at=MEETS)
    assert life.again(matter).stage == "signed"


def test_one_who_holds_both_posts_confirms_once_and_another_member_confirms_for_the_front(life, village, front):
    both = actor_in(village, Role.VILLAGE_HEAD, Role.FRONT)
    matter = life.passed()
    record = life.record(matter)
    with pytest.raises(Refused, match="chữ ký"):
        life.page(record, front_head=False, front_member=False)
    life.page(record, front_member=True)
    actions.confirm(record=record, confirmed_as=Confirmation.As.CHAIR, by=both, at=MEETS)
    with pytest.raises(Refused, match="thành viên khác"):
        actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT, by=front, at=MEETS)
    with pytest.raises(NotAllowed, match="xác nhận rồi"):
        actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT_MEMBER, by=both, at=MEETS)
    actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT_MEMBER, by=front, at=MEETS)
    assert life.again(matter).stage == "signed"


def test_a_correction_is_a_new_version_with_its_reason_and_the_old_one_stays(life):
    matter = life.passed()
    first = life.record(matter)
    with pytest.raises(Refused, match="lý do"):
        life.record(matter)
    second = life.record(matter, reason="Ghi nhầm tên thư ký")
    assert (first.version, second.version) == (1, 2)
    assert first.digest != second.digest
    with pytest.raises(Refused, match="mới hơn"):
        life.page(first)


def test_the_record_is_made_of_what_happened(life):
    content = life.record(life.passed(agree=110)).content
    assert (content["households"], content["present"], content["absent"]) == (160, 110, 50)
    assert (content["agree"], content["disagree"], content["other"]) == (110, 0, 0)
    assert len(content["households_present"]) == 110
    assert content["roll"]
    assert {each["counter"] for each in content["sheets"]} == {"Lò Thị Mơ", "Đinh Công Tráng"}


def test_what_broke_procedure_may_be_changed_or_abolished_and_what_is_unlawful_only_abolished(life, officer):
    matter = life.sent(life.passed())
    with pytest.raises(Refused):
        actions.remedy(
            matter=matter, ground=Ground.UNLAWFUL, remedy=Remedy.ASK, reason="x", on=DAY, key="a", by=officer
        )
    actions.remedy(
        matter=matter, ground=Ground.UNLAWFUL, remedy=Remedy.ABOLISH, reason="Trái luật", on=DAY, key="b", by=officer
    )
    assert life.again(matter).stage == "abolished"


def test_the_same_key_twice_is_one_act(life, head):
    matter = life.propose()
    first = actions.choose_form(matter=matter, form=Form.MEETING, key="once", by=head, at=AT)
    assert actions.choose_form(matter=matter, form=Form.MEETING, key="once", by=head, at=AT) == first
    assert Step.objects.filter(event="choose_meeting").count() == 1


def test_what_all_villages_decide_is_not_put_to_one_alone(life, head):
    with pytest.raises(Refused, match="mọi thôn cùng lúc"):
        life.propose(
            Kind.COMMUNE_WORKS,
            by=head,
            origin=Origin.COMMUNE_CHAIR,
            scope=Scope.COMMUNE,
            money=actions.Money("Đường", 10, 5),
        )


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CHAIR, Role.FRONT, Role.VILLAGE_HEAD])
def test_nobody_above_the_village_acts_for_it(life, commune, role):
    """LDC art. 16 cl. 2; art. 20: a post of the commune sees, and recognises later; it does not propose or count."""
    above = actor_in(commune, role)
    for act in (Act.PROPOSE, Act.HOLD, Act.CONFIRM_AS_CHAIR, Act.CONFIRM_AS_FRONT):
        assert not access.may(above, act, life.propose().village), act


def test_only_the_villages_own_commune_recognises_not_the_province(life, commune):
    """LDC art. 21 cl. 2: the People's Committee of the commune; for clause 5 its Front."""
    village = life.propose().village
    for role, front in ((Role.CHAIR, False), (Role.OFFICER, False), (Role.FRONT, True)):
        assert access.may_recognise(actor_in(commune, role), village, front=front)
        assert not access.may_recognise(actor_in(commune.parent, role), village, front=front)
        assert not access.may_recognise(actor_in(village, role), village, front=front)
    assert not access.may_for_commune(actor_in(commune.parent, Role.CHAIR), commune)


@pytest.mark.parametrize(("ends", "same"), [(None, True), (1000, True), (0, True), (-1, False)])
def test_one_person_in_both_posts_is_seen_until_the_last_day_of_a_post(life, village, ends, same):
    matter = life.propose()
    today = DAY
    person = Person.objects.create(name="Vi Văn Trưởng", locality=village, search="x")
    for role in (Role.VILLAGE_HEAD, Role.FRONT):
        Post.objects.create(
            person=person, locality=village, role=role, title="x", starts_on=DAY - timedelta(days=9000),
            ends_on=today + timedelta(days=ends) if ends is not None and role is Role.FRONT else None,
        )  # fmt: skip
    assert actions.heads_both(matter, on=today) is same


def test_a_village_head_is_the_head_of_an_organization_and_a_school_recognises_nothing(life, village, commune):
    """Posts as the register has them: a village is an organization, so its head's post is one of an organization."""
    own = Organization.objects.create(
        code="dong-ha", kind="village", name="Thôn Đông Hạ", locality=village, search="x", valid_from=DAY
    )
    school = Organization.objects.create(
        code="thcs", kind="public-unit", name="Trường", locality=commune, search="x", valid_from=DAY
    )
    assert life.propose(by=actor_in(village, Role.VILLAGE_HEAD, organization=own))
    matter = life.sent(life.passed(Kind.CONVENTION))
    principal = actor_in(commune, Role.CHAIR, organization=school)
    with pytest.raises(NotFound):
        actions.recognise(
            matter=matter, recognised_on=date(2026, 3, 12), paper="5", key="x", by=principal, at=MEETS + timedelta(5)
        )
    with pytest.raises(NotFound):
        life.propose(by=principal)


def test_a_decision_that_names_an_earlier_one_takes_its_place_when_it_binds(life):
    first = life.sent(life.passed())
    second = life.passed(amends=first, title="Quét dọn vào chủ nhật")
    assert life.again(first).stage == "in_force"
    life.sent(second)
    assert life.again(first).stage == "amended"
    step = first.steps.get(event="amend")
    assert (step.on, step.words) == (date(2026, 3, 8), "Quét dọn vào chủ nhật")


def test_of_a_convention_the_earlier_one_binds_until_the_new_one_is_recognised(life, officer):
    first = life.sent(life.passed(Kind.CONVENTION))
    day, at = date(2026, 3, 12), MEETS + timedelta(5)
    actions.recognise(matter=first, recognised_on=day, paper="5/QĐ", key="one", by=officer, at=at)
    second = life.sent(life.passed(Kind.CONVENTION, amends=first))
    assert life.again(first).stage == "in_force"
    actions.recognise(matter=second, recognised_on=day, paper="6/QĐ", key="two", by=officer, at=at)
    assert life.again(first).stage == "amended"


def test_choosing_or_removing_a_village_head_goes_its_own_way(life, village, head):
    with pytest.raises(Refused, match="điểm b, c khoản 1 Điều 3 và Điều 6 đến Điều 9"):
        life.propose(Kind.VILLAGE_HEAD)
    wish = actions.Wish(Kind.VILLAGE_HEAD, "Cho thôi Trưởng thôn", "Có tán thành không?", "Bà Lò Thị Mơ")
    with pytest.raises(Refused, match="trình tự riêng"):
        actions.begin_initiative(village=village, wish=wish, key="i", by=head, at=AT)
    assert not Matter.objects.exists()


def test_a_village_head_neither_convenes_nor_opens_a_meeting_about_the_own_post(life, head):
    plan = life.propose()
    Matter.objects.filter(pk=plan.pk).update(kind=Kind.VILLAGE_HEAD.value)
    with pytest.raises(Refused, match="trình tự riêng"):
        life.plan(life.again(plan))
    Matter.objects.filter(pk=plan.pk).update(stage="by_meeting")
    planned = actions.Planned(MEETS, "Nhà văn hóa thôn", "Trần Văn Lực")
    with pytest.raises(Refused, match="trình tự riêng"):
        actions.plan_meeting(village=plan.village, matters=[life.again(plan)], planned=planned, key="p", by=head, at=AT)
    told = life.notify(life.plan(life.propose()))
    Matter.objects.filter(items__meeting=told).update(kind=Kind.VILLAGE_HEAD.value)
    with pytest.raises(Refused, match="trình tự riêng"):
        actions.open_meeting(meeting=told, happened_at=MEETS, by=head, at=MEETS)
    assert life.again(told).stage == "notified"


@pytest.mark.parametrize("form", [ProposeForm, WishForm])
def test_no_form_offers_it(form):
    assert Kind.VILLAGE_HEAD.value not in dict(form().fields["kind"].choices)


def test_documents_have_reached_the_households_before_that_is_written_down(life, head):
    meeting = life.plan(life.propose(Kind.VILLAGE_MONEY))
    with pytest.raises(Refused, match="tài liệu đến các hộ chưa đến"):
        actions.notify(meeting=meeting, notified_on=DAY, documents_on=DAY + timedelta(days=1), by=head, at=AT)
    assert actions.notify(meeting=meeting, notified_on=DAY, documents_on=DAY, by=head, at=AT).stage == "notified"


@pytest.mark.parametrize("act", ["recognise", "refuse"])
def test_nothing_is_recognised_or_refused_before_the_village_sent_it(life, officer, act):
    matter = life.sent(life.passed(Kind.CONVENTION), on=date(2026, 3, 10))

    def answer(day):
        parts = {"key": f"{day}", "by": officer, "at": MEETS + timedelta(days=9), "matter": matter}
        if act == "recognise":
            return actions.recognise(recognised_on=day, paper="05/QĐ", **parts)
        return actions.refuse(refused_on=day, reason="Trái luật", **parts)

    with pytest.raises(Refused, match="trước ngày thôn gửi"):
        answer(date(2026, 3, 9))
    assert answer(date(2026, 3, 10)).on == date(2026, 3, 10)


def test_a_number_stands_once_in_the_register_of_a_year(life):
    one, two = (life.sent(life.passed()) for _each in range(2))
    assert [(each.number, each.numbered_in) for each in (one, two)] == [(1, 2026), (2, 2026)]
    with pytest.raises(IntegrityError), transaction.atomic():
        Matter.objects.filter(pk=two.pk).update(number=1)
    Matter.objects.filter(pk=two.pk).update(number=1, numbered_in=2027)


@pytest.mark.django_db(transaction=True)
def test_matters_that_are_sent_at_once_get_different_numbers(life, head):
    matters = [life.signed(life.passed()) for _each in range(4)]

    def send(matter):
        try:
            return actions.send(
                matter=matter, sent_on=date(2026, 3, 10), key=f"send {matter.pk}", by=head, at=MEETS + timedelta(days=3)
            )
        finally:
            connection.close()

    at_once = 4 if connection.vendor == "postgresql" else 1  # SQLite in memory lets one at a time
    with ThreadPoolExecutor(at_once) as senders:
        list(senders.map(send, matters))
    assert sorted(Matter.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_key_of_another_matter_gives_neither_its_record_nor_its_page(life, head):
    one, two = (life.passed() for _each in range(2))
    first = actions.write(matter=one, key="w", by=head, at=MEETS)
    assert actions.write(matter=one, key="w", by=head, at=MEETS) == first
    with pytest.raises(Refused, match="dùng cho việc khác"):
        actions.write(matter=two, key="w", by=head, at=MEETS)
    second = life.record(two)
    page = actions.Page("a.jpg", [b"x"], village_head=True, front_head=True, representatives=("Lò Thị Mơ", "Hà Văn Ổn"))
    made = actions.add_page(record=first, page=page, key="p", by=head, at=MEETS)
    assert actions.add_page(record=first, page=page, key="p", by=head, at=MEETS) == made
    with pytest.raises(Refused, match="dùng cho việc khác"):
        actions.add_page(record=second, page=page, key="p", by=head, at=MEETS)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", ["propose", "write", "sheet", "choose", "close"])
def test_a_double_tap_is_one_act_and_no_error(life, village, head, what):
    matter = life.propose()
    meeting = life.begin(matter, present=90)
    item = meeting.items.get()
    if what != "choose":
        item = life.by_hands(meeting, item)
    if what in {"close", "write"}:
        for place in (1, 2):
            life.sheet(item, place, agree=90)
    if what == "write":
        life.close(item)
        life.end(meeting)
    given = actions.Proposed(
        Kind.SELF_GOVERNMENT, "Quét đường", "Có tán thành không?", agreed_with="Vàng Thị Chở", agreed_on=DAY
    )
    acts = {
        "propose": lambda: actions.propose(village=village, proposed=given, key="k", by=head, at=AT),
        "write": lambda: actions.write(matter=matter, key="k", by=head, at=MEETS),
        "sheet": lambda: life.sheet(item, 1, agree=90, key="k"),
        "choose": lambda: actions.choose(
            meeting=meeting, elected=actions.Elected(Chosen.SECRETARY, 90, ("Hà Thị Lan",)), key="k", by=head, at=MEETS
        ),
        "close": lambda: life.close(item, key="k"),
    }

    def tap(_number):
        try:
            return acts[what]().pk
        finally:
            connection.close()

    at_once = 8 if connection.vendor == "postgresql" else 1
    with ThreadPoolExecutor(at_once) as taps:
        assert len(set(taps.map(tap, range(8)))) == 1
