"""Names in the file of a decision: two people erase them, or the law that keeps them is named."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from dienhong.decisions import actions, audit
from dienhong.decisions.models import (
    Choice,
    Matter,
    NameErasure,
    NameErasureProposal,
    Outcome,
    Presence,
    Sheet,
    SignedPage,
)
from dienhong.decisions.queries import erasing
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.registry.models import User
from tests.decisions.conftest import MEETS
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
CAME = "Hoàng Thị Thay"


@pytest.fixture
def chair(commune):
    return actor_in(commune, Role.CHAIR)


@pytest.fixture
def came(life, head):
    """A meeting to which somebody came for a household, its decision signed and sent."""
    row = came_to(life, head)
    life.vote(row.meeting, agree=100, other=1)
    life.end(row.meeting)
    life.sent(Matter.objects.get())
    return row


def came_to(life, head):
    meeting = life.begin(life.propose())
    for entry in meeting.roll.entries.order_by("number")[1:101]:
        life.tick(meeting, entry)
    first = meeting.roll.entries.order_by("number")[0]
    tick = actions.Tick(entry=first.pk, is_present=True, happened_at=MEETS, by_name=CAME)
    actions.check_in(meeting=meeting, tick=tick, key=uuid4().hex, by=head, at=MEETS)
    return Presence.objects.get(by_name=CAME)


def erase(subject, first, second):
    proposal = actions.propose_name_erasure(subject=subject, ground="asked", by=first)
    return actions.decide_name_erasure(proposal=proposal, is_approved=True, by=second)


def test_who_came_for_a_household_is_erased_and_that_somebody_came_stays(came, officer, chair):
    before = Presence.objects.count()
    with pytest.raises(DatabaseError), transaction.atomic():
        Presence.objects.filter(pk=came.pk).update(by_name="")
    erase(f"decisions.presence:{came.pk}", officer, chair)
    row = Presence.objects.get(pk=came.pk)
    assert (row.by_name, row.is_present, Presence.objects.count()) == ("-", True, before)
    assert list(audit.findings()) == []
    for change in ({"is_present": False}, {"by_name": "Ai khác"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Presence.objects.filter(pk=came.pk).update(**change)


@pytest.mark.parametrize(("model", "cite"), [(Outcome, "Điều 3 khoản 5"), (SignedPage, "Điều 20 khoản 2 điểm g")])
def test_what_a_signed_paper_must_bear_is_refused_with_its_article(life, officer, chair, settings, model, cite):
    life.signed(life.passed())
    row = model.objects.order_by("pk")[0]
    subject = f"decisions.{model._meta.model_name}:{row.pk}"
    with pytest.raises(Refused, match=cite):
        erase(subject, officer, chair)
    settings.DIENHONG_SIGNED_NAMES_YEARS = 5
    with pytest.raises(Refused, match="giữ 5 năm"):
        erase(subject, officer, chair)
    assert not NameErasureProposal.objects.exists()


def test_after_the_years_that_a_place_sets_they_can_go(life, officer, chair, settings, monkeypatch):
    life.sent(life.passed())
    settings.DIENHONG_SIGNED_NAMES_YEARS = 5
    year = Sheet.objects.order_by("pk")[0].recorded_at.year
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: datetime(year + 6, 1, 1, 3, 0, tzinfo=UTC))
    for model, field, empty in ((Sheet, "counter", "-"), (SignedPage, "representatives", []), (Choice, "names", [])):
        row = model.objects.order_by("pk").first()
        if row is None:
            continue
        erase(f"decisions.{model._meta.model_name}:{row.pk}", officer, chair)
        assert getattr(model.objects.get(pk=row.pk), field) == empty
    assert NameErasure.objects.count() >= 2
    assert [each for each in audit.findings() if each.code != "time-moved"] == []


def test_one_row_alone_goes(came, life, officer, chair):
    other = Presence.objects.exclude(pk=came.pk).order_by("pk")[0]
    erase(f"decisions.presence:{came.pk}", officer, chair)
    with pytest.raises(DatabaseError), transaction.atomic():
        Presence.objects.filter(pk=other.pk).update(by_name="x")


def test_what_is_no_such_row_is_not_found(officer):
    for subject in ("decisions.presence:0", "decisions.matter:1", "x", "decisions.presence:a", "decisions.sheet:²"):
        with pytest.raises(NotFound):
            erasing.subject(subject)


def test_from_the_list_of_names_to_the_second_word(came, officer, chair, head, django_assert_max_num_queries):
    matter = Matter.objects.get()
    list_page = reverse("decisions:names", args=[matter.pk])
    first, second = (client_of(User.objects.get(pk=each.account_id)) for each in (officer, chair))
    assert client_of(User.objects.get(pk=head.account_id)).get(list_page).status_code == 403
    with django_assert_max_num_queries(20):
        page = first.get(list_page).content.decode()
    assert CAME in page
    url = reverse("decisions:propose-erasure", args=[f"decisions.presence:{came.pk}"])
    assert url in page
    made = first.post(url, {"ground": "asked"})
    proposal = NameErasureProposal.objects.get()
    assert made.url == reverse("decisions:decide-erasure", args=[proposal.pk])
    assert "Đang chờ người thứ hai" in first.get(made.url).content.decode()
    assert second.post(made.url, {"word": "erase"}).url == made.url
    assert "Đã xóa ngày" in second.get(made.url).content.decode()
    assert CAME not in first.get(list_page).content.decode()


def test_the_village_proposes_nothing(came, head):
    with pytest.raises(NotAllowed):
        actions.propose_name_erasure(subject=f"decisions.presence:{came.pk}", ground="asked", by=head)


def test_while_a_matter_is_not_over_the_names_are_needed(life, head, officer, chair):
    row = came_to(life, head)
    life.vote(row.meeting, agree=100, other=1)
    sheet = Sheet.objects.order_by("pk")[0]
    for each in (row, sheet):
        with pytest.raises(Refused, match="tên còn cần"):
            erase(f"decisions.{each._meta.model_name}:{each.pk}", officer, chair)
    assert {line.why_not for line in erasing.of_matter(Matter.objects.get())} == {erasing.why_not(
        erasing.subject(f"decisions.sheet:{sheet.pk}"))}  # fmt: skip
    assert not NameErasureProposal.objects.exists()


def test_who_counted_hands_and_kept_the_minutes_can_go(life, officer, chair):
    life.sent(life.passed())
    sheet = Sheet.objects.order_by("pk")[0]
    erase(f"decisions.sheet:{sheet.pk}", officer, chair)
    assert (Sheet.objects.get(pk=sheet.pk).counter, Sheet.objects.get(pk=sheet.pk).figures) == ("-", sheet.figures)
    assert [line.subject for line in erasing.of_matter(Matter.objects.get())].count(f"decisions.sheet:{sheet.pk}") == 0
