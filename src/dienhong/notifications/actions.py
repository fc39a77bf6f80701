"""Verbs: write notices, mark them read, send them by e-mail."""

from collections.abc import Iterable
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound
from dienhong.notifications import access, queries
from dienhong.notifications.models import Notice

BATCH = 1_000
RECOGNISED = 100  # letters by which words are known again in a subject that was cut
UNSAID = "…"


@transaction.atomic
def notify(notices: Iterable[Notice]) -> None:
    """Writes these notices; one whose key is known already is left as it was."""
    Notice.objects.bulk_create(notices, batch_size=BATCH, ignore_conflicts=True)


@transaction.atomic
def mark_read(*, notice: Notice, by: Actor, at: datetime) -> Notice:
    """Remembers who read it first and when. Refused (404) to whom it is not for."""
    if not access.may_read(by, notice):
        raise NotFound(_("Không tìm thấy thông báo này."))
    if Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=at, read_by=by.key):
        notice.read_at, notice.read_by = at, by.key
    return notice


@transaction.atomic
def unsay(*, words: str) -> int:
    """Takes these words out of every notice that repeats them, cut or whole; how many. A letter that left is out."""
    begin = words[:RECOGNISED]
    found = list(Notice.objects.filter(Q(subject__contains=begin) | Q(text__contains=begin)).order_by("pk"))
    for notice in found:
        if begin in notice.subject:
            notice.subject = notice.subject.partition(begin)[0] + UNSAID
        notice.text = notice.text.replace(words, UNSAID)
        notice.save(update_fields=["subject", "text"])
    return len(found)


def deliver(*, at: datetime, limit: int = 500) -> int:
    """Sends what was not sent yet, each notice on its own; returns how many letters left.

    A notice whose readers have no address that takes letters is done at once: it is on the page and on the
    printed list. A mail server that does not answer leaves the rest for the next time.
    """
    on = clock.legal_day(at)
    sent = 0
    for notice in Notice.objects.filter(mailed_at__isnull=True).select_related("organization").order_by("pk")[:limit]:
        readers = queries.addresses(notice, on=on)
        if readers:
            try:
                sent += _letter(notice, readers).send()
            except SMTPRecipientsRefused:
                pass  # such an address would refuse every time, and hold up the letters of everybody after it
            except (OSError, SMTPException):
                return sent
        Notice.objects.filter(pk=notice.pk).update(mailed_at=at)
    return sent


def _letter(notice: Notice, readers: tuple[str, ...]) -> EmailMessage:
    lines = [notice.text]
    if notice.link:
        lines.append(f"{settings.DIENHONG_URL}{notice.link}")
    return EmailMessage(subject=notice.subject, body="\n\n".join(lines), bcc=list(readers))
