"""Notices: written once, read by whom they are for."""

import pytest
from django.db import IntegrityError, transaction

from dienhong.foundations.actors import NOBODY, Role
from dienhong.foundations.refusals import NotFound
from dienhong.notifications import actions, queries
from dienhong.notifications.models import Notice
from tests.programmes import places


@pytest.fixture
def commune(db):
    return places.Commune(places.locality("province", "tỉnh", "Sông Trà"), "An Lạc")


def test_the_same_notice_is_written_once(commune):
    for _time in range(2):
        actions.notify([Notice(organization=commune.school, subject="Nhắc việc", key="k")])
    assert Notice.objects.count() == 1


def test_a_notice_to_a_role_reaches_its_holders_here_only(commune):
    actions.notify([Notice(role=Role.OFFICER.value, locality=commune.place, subject="Chờ kiểm tra", key="k")])
    assert queries.unread_of(places.actor(commune.officer)).count() == 1
    assert queries.unread_of(places.actor(commune.chair)).count() == 0
    assert queries.unread_of(NOBODY).count() == 0


def test_reading_somebody_elses_notice_finds_nothing(commune):
    actions.notify([Notice(organization=commune.school, subject="Nhắc việc", key="k")])
    with pytest.raises(NotFound):
        actions.mark_read(notice=Notice.objects.get(), by=places.actor(commune.head), at=places.AT)


def test_who_read_it_first_stays_known(commune):
    actions.notify([Notice(organization=commune.school, subject="Nhắc việc", key="k")])
    reader = places.actor(commune.reporter)
    actions.mark_read(notice=Notice.objects.get(), by=reader, at=places.AT)
    notice = Notice.objects.get()
    assert (notice.read_by, notice.read_at) == (reader.key, places.AT)


def test_the_database_refuses_a_notice_for_nobody_or_for_two(commune):
    for fields in ({}, {"organization": commune.school, "user": commune.officer}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(subject="?", key=str(fields)[:50], **fields)
