"""A citizen's initiative: a tenth of all households within three months, or the Front."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from dienhong.decisions import actions, audit, queries
from dienhong.decisions.models import Consent, Initiative, Matter
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.site import appended
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import AT, DAY, a_village
from tests.decisions.test_pages import browser, day, filled, stranger
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
assert browser
assert stranger
WISH = actions.Wish(
    Kind.SELF_GOVERNMENT, "Đèn đường ngõ 3", "Thôn lắp đèn ở ngõ 3, có tán thành không?", "Bà Lò Thị Mơ"
)


@pytest.fixture
def initiative(village, head):
    return actions.begin_initiative(village=village, wish=WISH, key="i", by=head, at=AT)


def agree(initiative, village, by, first, last, *, on=DAY, at=AT, key=None):
    ids = list(village.households.order_by("code").values_list("pk", flat=True))[first - 1 : last]
    given = actions.Given(ids, on, Consent.Way.LIST)
    return actions.consent(initiative=initiative, given=given, key=key or uuid4().hex, by=by, at=at)


def put(initiative, by, *, at=AT, **parts):
    backing = actions.Backing("Nguyễn Văn Thuận", DAY, **parts)
    return actions.put_initiative(initiative=initiative, backing=backing, key=uuid4().hex, by=by, at=at)


def drop(initiative, by, ground=Initiative.Ground.WITHDRAWN, reason="Người nêu đã rút"):
    return actions.drop_initiative(initiative=initiative, ground=ground, reason=reason, by=by, at=AT)


@pytest.mark.parametrize(("households", "enough"), [(15, False), (16, True), (17, True)])
def test_a_tenth_of_160_households_is_16(initiative, village, head, households, enough):
    agree(initiative, village, head, 1, households)
    if enough:
        matter = put(initiative, head)
        assert (matter.origin, matter.stage) == ("initiative", "proposed")
        assert matter.steps.get().why[0]["result"] is True
        assert put(initiative, head) == matter
    else:
        with pytest.raises(Refused, match="cần ít nhất 16 hộ"):
            put(initiative, head)
        assert put(initiative, head, front_agrees=True).origin == "initiative"


@pytest.mark.parametrize(("when", "counts"), [(date(2026, 6, 2), True), (date(2026, 6, 3), False)])
def test_a_consent_counts_for_three_months(initiative, village, head, when, counts):
    agree(initiative, village, head, 1, 16)
    at = datetime(when.year, when.month, when.day, 3, tzinfo=UTC)
    lines = queries.consents(initiative, on=when)
    assert {line.until for line in lines} == {date(2026, 6, 2)}
    assert all(line.counts is counts for line in lines)
    if counts:
        assert put(initiative, head, at=at)
    else:
        with pytest.raises(Refused, match="0 hộ đồng thuận"):
            put(initiative, head, at=at)
        agree(initiative, village, head, 1, 16, on=when, at=at)
        assert put(initiative, head, at=at)


def test_a_household_consents_once(initiative, village, head):
    agree(initiative, village, head, 1, 3, key="one")
    assert len(agree(initiative, village, head, 1, 3, key="one")) == 3
    with pytest.raises(Refused, match="Đã ghi cho hộ: 003"):
        agree(initiative, village, head, 3, 5)
    with pytest.raises(Refused, match="Đã ghi cho hộ"):
        agree(initiative, village, head, 3, 3, on=DAY - timedelta(days=80))
    assert Consent.objects.count() == 3
    assert Entry.objects.filter(kind="consent.recorded").count() == 3
    assert list(audit.findings()) == []


def test_what_is_no_consent_is_refused(initiative, village, head, commune):
    other = a_village(commune, "ben-say-doai", "Đoài", 3)
    with pytest.raises(Refused, match="không thuộc"):
        agree(initiative, other, head, 1, 1)
    with pytest.raises(Refused, match="chưa đến"):
        agree(initiative, village, head, 1, 1, on=DAY + timedelta(days=1))
    with pytest.raises(Refused, match="ít nhất một hộ"):
        agree(initiative, village, head, 1, 0)


def test_laid_aside_it_stays_on_file_and_takes_no_consent(initiative, village, head):
    with pytest.raises(Refused, match="vì sao"):
        drop(initiative, head, reason=" ")
    drop(initiative, head)
    with pytest.raises(Refused, match="đã dừng"):
        agree(initiative, village, head, 1, 1)
    with pytest.raises(Refused, match="đã dừng"):
        put(initiative, head)


def test_no_matter_says_that_it_is_an_initiative_without_consents(life):
    with pytest.raises(Refused, match="Sáng kiến"):
        life.propose(origin="initiative")


def test_the_front_collects_but_the_head_puts(initiative, village, front, commune):
    agree(initiative, village, front, 1, 16)
    with pytest.raises(NotAllowed):
        put(initiative, front)
    with pytest.raises(NotFound):
        agree(initiative, village, actor_in(a_village(commune, "x", "X", 2), Role.VILLAGE_HEAD), 17, 17)


def test_from_the_page_to_the_village(browser, village, head, stranger):
    client = browser(head)

    def sent(url, **given):
        return client.post(url, filled(client.get(url).context["form"], **given))

    begun = sent(
        reverse("decisions:begin-initiative", args=[village.pk]),
        kind="15.6", title="Đèn ngõ 3", asked="Lắp đèn ở ngõ 3, có tán thành không?", proposed_by="Bà Mơ",
    )  # fmt: skip
    initiative = Initiative.objects.get()
    ids = list(village.households.order_by("code").values_list("pk", flat=True))[:16]
    today = client.get(begun.url).wsgi_request.on
    wanted = reverse("decisions:consent", args=[initiative.pk])
    assert sent(wanted, households=ids, way="list", **day("given_on", today)).status_code == 302
    again = sent(wanted, households=ids[:1], way="list", **day("given_on", today))
    assert again.status_code == 422
    assert "Mỗi hộ đồng thuận một lần" in again.content.decode()
    text = client.get(begun.url).content.decode()
    assert "Đã đủ: phải đưa ra bàn" in text
    put_there = reverse("decisions:put-initiative", args=[initiative.pk])
    done = sent(put_there, agreed_with="Ông Thuận", **day("agreed_on", today))
    assert done.url == reverse("decisions:matter", args=[Matter.objects.get().pk])
    for url in (begun.url, wanted, put_there, reverse("decisions:drop-initiative", args=[initiative.pk])):
        assert browser(stranger).get(url).status_code == 404


def test_it_is_dropped_on_its_page(browser, initiative, front):
    client = browser(front)
    url = reverse("decisions:drop-initiative", args=[initiative.pk])
    said = {"ground": "withdrawn", "reason": "Người nêu đã rút"}
    client.post(url, filled(client.get(url).context["form"], **said))
    assert "Người nêu đã rút" in client.get(reverse("decisions:initiative", args=[initiative.pk])).content.decode()


def test_a_consent_that_was_changed_removed_or_slipped_in_is_found(initiative, village, head):
    agree(initiative, village, head, 1, 3)
    appended.remove(connection)
    try:
        first, second, _third = Consent.objects.order_by("pk")
        Consent.objects.filter(pk=first.pk).update(given_on=DAY - timedelta(days=1))
        Consent.objects.filter(pk=second.pk).delete()
        Consent.objects.create(
            initiative=initiative,
            household=village.households.last(),
            given_on=DAY,
            way="list",
            key="x",
            recorded_by="y",
        )
        assert sorted(each.code for each in audit.findings()) == ["not-sealed", "row-changed", "row-gone"]
    finally:
        appended.install(connection)


def test_with_enough_households_the_head_alone_does_not_lay_it_aside(initiative, village, head, front):
    agree(initiative, village, head, 1, 16)
    for by in (head, front):
        with pytest.raises(Refused, match="phải đưa ra bàn"):
            drop(initiative, by, Initiative.Ground.UNSUPPORTED, "Thôn chưa cần")
    for ground in (Initiative.Ground.WITHDRAWN, Initiative.Ground.UNLAWFUL, Initiative.Ground.IMMORAL):
        with pytest.raises(NotAllowed, match="tài khoản của Mặt trận"):
            drop(initiative, head, ground)
    dropped = drop(initiative, front, Initiative.Ground.UNLAWFUL, "Trái quy hoạch; bà Mơ đã được báo")
    assert dropped.closed_ground == "unlawful"
    told = Entry.objects.get(kind="initiative.closed").payload.data
    assert (told["ground"], told["enough"]) == ("unlawful", True)
    assert "Mơ" not in str(told)


def test_with_too_few_households_the_head_lays_it_aside_for_any_reason(initiative, village, head):
    agree(initiative, village, head, 1, 15)
    assert drop(initiative, head, Initiative.Ground.UNSUPPORTED, "Hết thời hạn").closed_on == DAY
