"""Decisions on an earlier text are recognised in a later one, and kept by one explicit word of an officer."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import ngettext

from dienhong.foundations.actors import Actor
from dienhong.ledger.canonical import JSON
from dienhong.resolutions import carrying
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import DecidedMeanwhile, Stamp, locked_version, mark, sign
from dienhong.resolutions.actions.replace import OFFICER, Terms
from dienhong.resolutions.carrying import Carried
from dienhong.resolutions.models import Decision, Proposal, Reading, Version

State = Proposal.State


def recognise(version: Version) -> None:
    """Remember which proposals of a text just read say what was decided before. Nothing is decided by it."""
    earlier = carrying.earlier_of(version)
    if earlier is None:
        return
    found = carrying.plan(earlier, version, carrying.difference(earlier, version).unchanged)
    known = [carried for carried in found.proposals if carried.new is not None]
    for carried in known:
        carried.new.carried_from = carried.old  # type: ignore[union-attr]
    Proposal.objects.bulk_update([c.new for c in known if c.new is not None], ["carried_from"], batch_size=200)


@transaction.atomic
def keep_decisions(*, version_id: int, expected: int, by: Actor, at: datetime) -> int:
    """Keep what was decided of provisions that did not change, if it is as many as the officer saw.

    Where an officer had worded a proposal otherwise, that wording comes along. Returns how many were kept.
    """
    version = locked_version(version_id, by, Act.REVIEW)
    earlier = carrying.earlier_of(version)
    if earlier is None:
        return 0
    found = carrying.plan(earlier, version, carrying.difference(earlier, version).unchanged)
    if found.count != expected:
        raise DecidedMeanwhile(
            ngettext(
                "Lúc này giữ được %(count)s quyết định cũ, khác với số trên trang đang mở. Hãy xem lại trang so sánh.",
                "Lúc này giữ được %(count)s quyết định cũ, khác với số trên trang đang mở. Hãy xem lại trang so sánh.",
                found.count,
            )
            % {"count": found.count},
        )
    stamp = Stamp(by, at)
    kept = [(_held(carried, version, stamp), carried.old.state) for carried in found.proposals]
    for state in carrying.DECIDED:
        mark([pk for pk, was in kept if was == state], state, stamp)
    _replace_leftovers(found.proposals, stamp)
    Reading.objects.bulk_create(
        Reading(provision=row, outcome=word.outcome, reason=word.reason, by=by.key, at=at, carried_from=word)
        for word, row in found.readings
    )
    if found.count:
        proposals = [pk for pk, _state in kept]
        data: dict[str, JSON] = {"from": earlier.pk, "proposals": proposals, "readings": len(found.readings)}
        sign("proposal.kept", version, by, data)
    return found.count


def _held(carried: Carried, version: Version, stamp: Stamp) -> int:
    """The row of the later text that takes the old decision: the machine's where it says the same, else a copy."""
    old, new = carried.old, carried.new
    if new is not None and Terms.of(new) == Terms.of(old):
        Proposal.objects.filter(pk=new.pk).update(carried_from=old)
        return new.pk
    copy = Proposal.objects.create(
        version=version,
        provision=carried.provision,
        sentence=old.sentence,
        part=old.part,
        start=old.start,
        end=old.end,
        text=old.text,
        due_text=old.due_text,
        due_month=old.due_month,
        due_day=old.due_day,
        rule=old.rule,
        parser=OFFICER,
        origin=new,
        carried_from=old,
        **Terms.of(old).columns(),
    )
    Decision.objects.create(proposal=copy, state=State.PROPOSED, by=stamp.by.key, at=stamp.at)
    if new is not None:
        mark([new.pk], State.SUPERSEDED, stamp)
    return copy.pk


def _replace_leftovers(kept: tuple[Carried, ...], stamp: Stamp) -> None:
    """Mark as replaced what the machine read again and an officer had split or merged in the earlier text."""
    rows = {carried.provision.pk: carried.old.provision_id for carried in kept if carried.new is None}
    left = Proposal.objects.filter(provision__in=rows, state=State.PROPOSED)
    gone = Proposal.objects.filter(provision__in=rows.values(), state=State.SUPERSEDED)
    words = {(each.provision_id, each.kind, each.text) for each in gone}
    mark(
        [each.pk for each in left if (rows[each.provision_id], each.kind, each.text) in words], State.SUPERSEDED, stamp
    )
