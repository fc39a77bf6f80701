"""A matter of the whole commune: added up over its villages, its day fixed once enough of them agree."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions, queries
from dienhong.decisions.models import Matter, Outcome
from dienhong.decisions.queries import everywhere
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.registry.models import User
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import AT, DAY, a_village

pytestmark = pytest.mark.django_db
FIXED = date(2026, 4, 1)


@pytest.fixture
def under(commune, village, officer):
    """Put to three villages of 160, 9 and 9 households."""
    for code in ("ben-say-doai", "ben-say-tay"):
        a_village(commune, code, code, 9)
    proposed = actions.Proposed(
        kind=Kind.COMMUNE_WORKS, title="Cầu Bến Sậy", asked="Mỗi hộ góp một công. Có tán thành không?",
        agreed_with="Nguyễn Văn Thuận", agreed_on=DAY,
    )  # fmt: skip
    return actions.propose_everywhere(commune=commune, proposed=proposed, key="k", by=officer, at=AT)


def voted(under, *agreeing):
    """As if counted: (households, agree) for the villages in their order, None where one has not voted."""
    matters = list(under.matters.order_by("village__path", "pk"))
    for matter, counted in zip(matters, agreeing, strict=True):
        if counted is None:
            continue
        households, agree = counted
        adopted = agree * 3 >= households * 2
        Outcome.objects.create(
            matter=matter, form="meeting", households=households, present=agree, agree=agree, disagree=0, other=0,
            is_adopted=adopted, why={"explanation": "", "citation": ""}, on=DAY + timedelta(days=6),
            key=uuid4().hex, recorded_by="user:1",
        )  # fmt: skip
        stage = "sent" if adopted else "failed"
        passed_on = DAY + timedelta(days=6) if adopted else None
        Matter.objects.filter(pk=matter.pk).update(stage=stage, passed_on=passed_on)


def fix(under, by, *, on=FIXED, key="d"):
    return actions.fix_day_everywhere(under=under, effective_on=on, paper="12/TB-UBND", key=key, by=by)


@pytest.mark.parametrize(
    ("agree", "adopted", "provisional"),
    [((107, 6, 0), True, False), ((106, 6, 0), False, True), ((80, 6, 0), False, False), ((107, 5, 0), False, True)],
)
def test_two_thirds_of_the_villages_each_by_its_own_two_thirds(under, agree, adopted, provisional):
    voted(under, *zip((160, 9, 9), agree, strict=True))
    found = everywhere.tally(under)
    assert found.answer.result is adopted
    assert found.answer.provisional is provisional
    assert found.outstanding == 0


def test_a_village_that_has_not_voted_counts_as_not_agreeing_and_is_named_so(under):
    voted(under, (160, 107), None, None)
    found = everywhere.tally(under)
    assert (found.outstanding, found.answer.result, found.is_settled) == (2, False, False)
    text = Client().get(reverse("decisions:everywhere", args=[under.pk])).content.decode()
    assert "2 thôn chưa biểu quyết" in text
    assert "107/160 hộ tán thành" in text


def test_both_ways_to_read_the_law_are_shown_where_they_differ(under):
    voted(under, (160, 106), (9, 6), (9, 0))
    text = Client().get(reverse("decisions:everywhere", args=[under.pk])).content.decode()
    assert "hai cách hiểu" in text


def test_no_day_before_enough_villages_agree(under, officer):
    voted(under, (160, 107), None, None)
    with pytest.raises(Refused, match="còn thiếu 1 thôn"):
        fix(under, officer)


def of_head(under, head):
    """The matter in the village of this head."""
    return under.matters.get(village=head.grants[0].locality_id)


def test_the_commune_chooses_the_form_of_what_all_villages_decide(under, head, officer, commune_front):
    """LDC art. 16 cl. 1, art. 19 cl. 1 pt. a: not each village for itself."""
    matter = of_head(under, head)
    for nobody in (head, commune_front):
        with pytest.raises(NotAllowed, match="Chủ tịch Ủy ban nhân dân cấp xã"):
            actions.choose_form(matter=matter, form=Form.MEETING, key="n", by=nobody, at=AT)
    assert actions.choose_form(matter=matter, form=Form.MEETING, key="o", by=officer, at=AT).to == "by_meeting"


def choose(under, by, *, form=Form.BALLOT, key="f"):
    return actions.choose_form_everywhere(under=under, form=form, key=key, by=by, at=AT)


def test_one_form_for_all_villages_in_one_act_and_the_one_chosen_apart_stays(under, officer):
    apart = under.matters.order_by("pk").first()
    actions.choose_form(matter=apart, form=Form.MEETING, key="o", by=officer, at=AT)
    made = choose(under, officer)
    assert [each.pk for each in choose(under, officer)] == [each.pk for each in made]  # the button pressed twice
    with pytest.raises(Refused, match="hình thức khác"):
        choose(under, officer, form=Form.MEETING)
    found = dict(under.matters.values_list("pk", "stage"))
    assert found.pop(apart.pk) == "by_meeting"
    assert set(found.values()) == {"by_ballot"}
    assert {each.matter_id for each in made} == set(found)
    assert {each.words for each in made} == {"Xã chọn cùng một hình thức cho các thôn."}
    assert all(each.why[0]["citation"] for each in made)
    with pytest.raises(Refused, match="Mọi thôn đã có hình thức"):
        choose(under, officer, key="g")


def test_what_the_law_does_not_admit_is_chosen_for_no_village(under, officer):
    with pytest.raises(Refused):
        choose(under, officer, form=Form.ONLINE)
    assert set(under.matters.values_list("stage", flat=True)) == {"proposed"}


def test_the_form_for_all_is_the_communes_to_choose(under, head, commune_front, officer):
    with pytest.raises(NotFound):
        choose(under, head)
    with pytest.raises(NotAllowed):
        choose(under, commune_front)
    client, url = client_of(officer), reverse("decisions:choose-form-everywhere", args=[under.pk])
    assert Client().get(url).status_code == 404
    assert url in client.get(reverse("decisions:everywhere", args=[under.pk])).content.decode()
    village = reverse("decisions:matter", args=[of_head(under, head).pk])
    assert url in client.get(village).content.decode()
    shown = client.get(url)
    assert "3 thôn, tổ dân phố chưa có hình thức" in shown.content.decode()
    given = {"key": shown.context["form"]["key"].value(), "form": Form.BALLOT.value}
    assert client.post(url, given).status_code == 302
    assert set(under.matters.values_list("stage", "form")) == {("by_ballot", "ballot")}
    assert client.post(url, given).status_code == 302
    assert url not in client.get(reverse("decisions:everywhere", args=[under.pk])).content.decode()
    assert "Xã chọn cùng một hình thức cho các thôn." in client_of(head).get(village).content.decode()


def test_the_form_waits_for_the_commune_and_not_for_the_village(under, head, officer):
    words = {who: [str(each.title) for each in queries.waiting_decisions(who, DAY)] for who in (head, officer)}
    assert words[officer] == ["Việc của thôn: Chờ xã chọn hình thức (3)"]
    assert words[head] == []
    matter = client_of(head).get(reverse("decisions:matter", args=[of_head(under, head).pk])).content.decode()
    assert "Đang chờ: Chủ tịch Ủy ban nhân dân cấp xã." in matter


def client_of(actor):
    client = Client()
    client.force_login(
        User.objects.get(pk=actor.user_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


def test_one_day_for_all_also_for_a_village_that_sends_later(under, officer):
    voted(under, (160, 107), (9, 6), None)
    assert len(fix(under, officer)) == 2
    assert len(fix(under, officer)) == 2  # the button pressed twice
    late = under.matters.exclude(stage="in_force").get()
    Outcome.objects.create(
        matter=late, form="meeting", households=9, present=9, agree=9, disagree=0, other=0, is_adopted=True,
        why={"explanation": "", "citation": ""}, on=DAY, key="o", recorded_by="user:1",
    )  # fmt: skip
    Matter.objects.filter(pk=late.pk).update(stage="sent", passed_on=DAY)
    with pytest.raises(Refused, match="01/04/2026"):
        fix(under, officer, on=FIXED + timedelta(days=1), key="e")
    fix(under, officer, key="f")
    assert set(under.matters.values_list("stage", "effective_on")) == {("in_force", FIXED)}


def test_only_the_commune_fixes_the_day(under, head, commune_front, officer):
    voted(under, (160, 107), (9, 6), None)
    with pytest.raises(NotFound):
        fix(under, head)
    with pytest.raises(NotAllowed):
        fix(under, commune_front)
    url = reverse("decisions:fix-day-everywhere", args=[under.pk])
    assert Client().get(url).status_code == 404
    client = client_of(officer)
    assert url in client.get(reverse("decisions:everywhere", args=[under.pk])).content.decode()
    form = client.get(url).context["form"]
    day = {"effective_on_0": FIXED.day, "effective_on_1": FIXED.month, "effective_on_2": FIXED.year}
    assert client.post(url, {"key": form["key"].value(), "paper": "12/TB-UBND", **day}).status_code == 302
    assert under.matters.filter(stage="in_force").count() == 2


def test_the_tally_asks_few_questions(under, django_assert_max_num_queries):
    voted(under, (160, 107), (9, 6), (9, 1))
    with django_assert_max_num_queries(20):
        Client().get(reverse("decisions:everywhere", args=[under.pk]))
