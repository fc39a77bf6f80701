"""What a village head reads aloud and writes to the group: one page for meetings to come and results just counted."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions, spoken
from dienhong.foundations.actors import Role
from dienhong.registry.models import User
from tests.decisions.conftest import AT, a_village
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 3, 10, 3, 0, tzinfo=UTC)


@pytest.fixture
def page(village, monkeypatch):
    """The page as this actor reads it at this moment."""

    def read(actor, at=AFTER):
        monkeypatch.setattr("dienhong.foundations.clock.read", lambda: at)
        client = client_of(User.objects.get(pk=actor.account_id))
        return client.get(reverse("decisions:announce", args=[village.pk]))

    return read


def test_results_of_the_last_days_and_no_older_ones(life, head, page):
    matter = life.passed()
    text = page(head).content.decode()
    assert "Có 110 trong tổng số 160 hộ tán thành, 0 hộ không tán thành" in text
    assert "THÔN ĐÔNG HẠ: KẾT QUẢ BIỂU QUYẾT ngày 08/03/2026" in text
    assert reverse("decisions:public", args=[matter.pk]) in text
    assert "Chưa có gì để đọc" in page(head, AFTER + timedelta(days=60)).content.decode()


def test_meetings_told_of_and_called_off(life, head, page, django_assert_max_num_queries):
    told = life.notify(life.plan(life.propose()))
    text = page(head, AT).content.decode()
    assert "Kính mời đại diện hộ dự họp thôn Đông Hạ" in text
    actions.call_off(meeting=told, reason="Mưa bão", by=head, at=AT)
    client = client_of(User.objects.get(pk=head.account_id))
    with django_assert_max_num_queries(20):
        text = client.get(reverse("decisions:announce", args=[told.village_id])).content.decode()
    assert "KHÔNG HỌP: thôn Đông Hạ" in text
    assert "Kính mời" not in text.replace("Kính mời bà con nghe", "")


def test_the_message_says_how_it_ended(life):
    failed = life.propose()
    meeting = life.begin(failed, present=90)
    life.vote(meeting, agree=40, disagree=50)
    outcome = failed.outcomes.get()
    failed.refresh_from_db()
    assert "Chưa được thông qua." in spoken.message(failed, outcome, url="https://x/").splitlines()
    sent = life.sent(life.passed(title="Đặt ghế đá"))
    lines = spoken.message(sent, sent.outcomes.get(), url="https://x/").splitlines()
    assert lines[1:] == [
        "Đặt ghế đá", "110/160 hộ tán thành, 0 không tán thành.", "Đã thông qua, có hiệu lực từ 08/03/2026.",
        "Xem đầy đủ: https://x/",
    ]  # fmt: skip


def test_the_village_page_leads_its_head_there_and_nobody_else(life, head, village, commune):
    life.passed()
    url, here = reverse("decisions:village", args=[village.code]), reverse("decisions:announce", args=[village.pk])
    assert here in client_of(User.objects.get(pk=head.account_id)).get(url).content.decode()
    assert here not in Client().get(url).content.decode()
    stranger = actor_in(a_village(commune, "ben-say-tay", "Tây Hạ", 2), Role.VILLAGE_HEAD)
    assert client_of(User.objects.get(pk=stranger.account_id)).get(here).status_code == 404
