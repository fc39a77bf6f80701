"""Notices: written once, read by whom they are for."""

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage
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


def reachable(user, email):
    user.person.email = email
    user.person.save(update_fields=["email"])


@pytest.fixture
def two_waiting(commune):
    reachable(commune.reporter, "truong@an-lac.example")
    reachable(commune.head, "thon@an-lac.example")
    actions.notify(
        [
            Notice(
                organization=commune.school, subject="Nhắc việc", text="Còn ba ngày.", link="/viec-cua-toi/", key="a"
            ),
            Notice(organization=commune.village_units[0], subject="Nhắc việc", text="Còn một ngày.", key="b"),
        ]
    )


def test_a_notice_is_sent_once_to_whom_it_is_for(commune, two_waiting, mailoutbox):
    assert [actions.deliver(at=places.AT) for _time in range(2)] == [2, 0]
    assert [letter.bcc for letter in mailoutbox] == [["truong@an-lac.example"], ["thon@an-lac.example"]]
    assert "/viec-cua-toi/" in mailoutbox[0].body


def test_a_notice_without_an_address_does_not_wait_for_one(commune, mailoutbox):
    actions.notify([Notice(organization=commune.school, subject="Nhắc việc", key="a")])
    assert actions.deliver(at=places.AT) == 0
    assert Notice.objects.get().mailed_at == places.AT


def fails_for(address, failure, monkeypatch):
    send = EmailMessage.send

    def attempt(letter, *args, **kwargs):
        if address in letter.bcc:
            raise failure
        return send(letter, *args, **kwargs)

    monkeypatch.setattr(EmailMessage, "send", attempt)


def test_an_address_that_refuses_does_not_hold_up_the_others(commune, two_waiting, mailoutbox, monkeypatch):
    fails_for("truong@an-lac.example", SMTPRecipientsRefused({}), monkeypatch)
    assert actions.deliver(at=places.AT) == 1
    assert not Notice.objects.filter(mailed_at__isnull=True).exists()


def test_letters_wait_for_a_mail_server_that_does_not_answer(commune, two_waiting, mailoutbox, monkeypatch):
    fails_for("truong@an-lac.example", SMTPServerDisconnected(), monkeypatch)
    assert actions.deliver(at=places.AT) == 0
    assert Notice.objects.filter(mailed_at__isnull=True).count() == 2
