"""A village head put it up, read it out, had it broadcast: recorded at once, or kept on the phone and sent later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.actions import postings
from dienhong.disclosures.actions.postings import FINAL, Told
from dienhong.disclosures.models import Disclosure, Posting, Version
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from lawcore.disclosures import Form, Notice, Publisher
from lawcore.timelimits.reckoning import ONE_DAY


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What was recorded. `is_new`: by this call, not by an earlier one with the same key.

    `newer` is the version to put up instead, where what was done was done with an earlier one; `is_withdrawn`: what
    hangs has to come down.
    """

    postings: list[Posting]
    is_new: bool
    newer: Version | None = None
    is_withdrawn: bool = False


@transaction.atomic
def pass_on(*, disclosure: Disclosure, told: Told, key: str, by: Actor, at: datetime) -> PassedOn:
    """LDC art. 13 cl. 2, 3, 4: a village head put it up, told it or had it broadcast, in their own village.

    `told.version` is what they had in hand. When another came out in the meantime, or it was withdrawn, what they did
    stays true of that version: it is recorded there as history and moves nothing.
    """
    disclosure = postings.locked(disclosure)
    village = told.village
    if village is None or disclosure.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    access.check_pass_on(by, village)
    if not village.path.startswith(disclosure.item.plan.organization.locality.path):
        raise access.nothing()
    newest = queries.newest(disclosure)
    version = _in_hand(disclosure, told) if told.version else newest
    withdrawn = getattr(version, "withdrawal", None) is not None
    newer = newest if newest.number > version.number and queries.is_shown(newest) else None
    earlier = postings.sent_before(disclosure, key)
    if earlier:
        return PassedOn(earlier, is_new=False, newer=newer, is_withdrawn=withdrawn)
    on = clock.legal_day(at)
    _check(told, on=on)
    tellings = tuple(_tellings(told))
    if version.pk == newest.pk and not (withdrawn or disclosure.is_closed or disclosure.stage in FINAL):
        made = postings.count(disclosure, version, tellings, key=key, by=by, on=on)
    else:
        if version.is_erased:  # a picture of it would bring back what two people erased
            tellings = tuple(replace(each, proof=None, note="") for each in tellings)
        postings.check_day(told.claimed_on, not_before=version.since, on=on)
        made = postings.write(version, tellings, key=key, by=by)
    return PassedOn(made, is_new=True, newer=newer, is_withdrawn=withdrawn)


def _in_hand(disclosure: Disclosure, told: Told) -> Version:
    """The version that the head had; one that was never out nobody can have had."""
    for version in disclosure.versions.select_related("withdrawal", "clearance").prefetch_related("postings"):
        if version.number == told.version and version.postings.all():
            return version
    raise access.nothing()


def _check(told: Told, *, on: date) -> None:
    if told.notice:
        answer = asking.may_notify(told.notice, agreed=bool(told.is_agreed), on=told.claimed_on)
        if not answer.result:
            raise Refused(
                _("%(why)s Hãy hỏi ý kiến trong cuộc họp thôn, hoặc báo bằng cách khác.") % {"why": answer.explanation}
            )
    if told.notice == Notice.MEETING and not told.reader:
        raise Refused(_("Hãy chọn ai đã đọc tại cuộc họp."))
    if told.form == Form.RADIO and any(day > on for day in told.days):
        raise Refused(_("Ngày phát loa không được sau hôm nay. Chỉ chọn những ngày đã phát."))


def _tellings(told: Told) -> Iterator[Told]:
    """One for each place, and one for each run of days on which the loudspeaker repeated it."""
    if told.form == Form.RADIO and told.days:
        for first, last in runs(told.days):
            yield replace(told, claimed_on=first, last_on=last)
    else:
        yield from postings.by_place(told)


def runs(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """First and last of each run of days that follow one another."""
    ordered = sorted(set(days))
    first = None
    for day, following in zip(ordered, [*ordered[1:], None], strict=True):
        first = first or day
        if following != day + ONE_DAY:
            yield first, day
            first = None
