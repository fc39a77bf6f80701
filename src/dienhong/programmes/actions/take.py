"""Take confirmed proposals into a programme, at its opening and whenever a newer text is confirmed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import cells, standing
from dienhong.programmes.models import Assignment, Duty, Indicator, Programme, Target, Task
from dienhong.programmes.queries import changes, families
from dienhong.programmes.queries.changes import Change
from dienhong.resolutions.models import Proposal, Version


@dataclass(frozen=True, slots=True)
class Taken:
    """How many targets and duties came in."""

    targets: int
    duties: int


def all_confirmed(programme: Programme, *, by: Actor) -> Taken:
    """Everything confirmed in the programme's version; part of opening, in its transaction."""
    added = changes.against(programme, programme.version).added
    for change in added:
        _add(programme, change, by=by)
    targets = sum(change.kind == Proposal.Kind.TARGET for change in added)
    return Taken(targets, len(added) - targets)


@transaction.atomic
def follow(*, programme: Programme, version: Version, on: date, by: Actor) -> changes.Changes:
    """Brings the programme to what is confirmed in `version`: of the same work, not older than its own.

    What stays the same is pointed to the new text; what changed is continued by a new row that takes over
    assignments, open tasks and indicators; what fell away ends on this day. Nothing is deleted.
    """
    programme = Programme.objects.select_for_update().select_related("version", "locality").get(pk=programme.pk)
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if version.work_id != programme.version.work_id or version.ordinal < programme.version.ordinal:
        raise Refused(_("Chỉ cập nhật được theo bản mới hơn của chính nghị quyết này."))
    difference = changes.against(programme, version)
    for change in difference.added:
        _add(programme, change, by=by)
    for change in difference.changed:
        _continue(programme, change, on=on, by=by)
    for change in difference.dropped:
        _drop(change, on=on)
    for change in difference.kept:
        _point_to_new_text(change)
    programme.version = version
    if version.status == Version.Status.ADOPTED and programme.stage == Programme.Stage.TRIAL:
        programme.stage = Programme.Stage.RUNNING
    programme.save(update_fields=["version", "stage"])
    standing.recount_tasks(programme=programme)
    cells.rebuild_programme(programme=programme, on=on)
    ledger.append(
        kind="programme.updated",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={
            "version": version.pk,
            "added": len(difference.added),
            "changed": len(difference.changed),
            "dropped": len(difference.dropped),
            "kept": len(difference.kept),
        },
        claimed_on=on,
    )
    return difference


def _add(programme: Programme, change: Change, *, by: Actor) -> "Target | Duty":
    proposal = change.proposal
    if proposal is None:
        raise ValueError("An addition comes from a proposal")
    if change.kind == Proposal.Kind.TARGET:
        target = _target(programme, proposal)
        for measure in families.proposed(proposal):
            Indicator.objects.create(
                target=target,
                family=measure.family,
                population=measure.population,
                added_by=by.key,
            )
        return target
    return _duty(programme, proposal)


def _target(programme: Programme, proposal: Proposal, replaces: Target | None = None) -> Target:
    if proposal.percent is None:
        raise ValueError("A target states a percentage")
    return Target.objects.create(
        programme=programme,
        proposal=proposal,
        provision=proposal.provision,
        text=proposal.text,
        topic=proposal.topic,
        every=proposal.every,
        value=proposal.percent,
        aspirational=proposal.aspirational,
        population=proposal.population,
        replaces=replaces,
    )


def _duty(programme: Programme, proposal: Proposal, replaces: Duty | None = None) -> Duty:
    return Duty.objects.create(
        programme=programme,
        proposal=proposal,
        provision=proposal.provision,
        text=proposal.text,
        topic=proposal.topic,
        every=proposal.every,
        bearer=proposal.bearer,
        action=proposal.action or proposal.text,
        by_date=proposal.by_date,
        evidence_kind=families.evidence_kind_of(proposal.topic),
        replaces=replaces,
    )


def _continue(programme: Programme, change: Change, *, on: date, by: Actor) -> None:
    item, proposal = change.item, change.proposal
    if item is None or proposal is None:
        raise ValueError("A change has both sides")
    if isinstance(item, Target):
        target = _target(programme, proposal, replaces=item)
        for indicator in item.indicators.filter(dropped_on__isnull=True):
            Indicator.objects.create(
                target=target,
                family=indicator.family,
                population=indicator.population,
                every=indicator.every,
                added_by=by.key,
            )
    else:
        _hand_over(item, _duty(programme, proposal, replaces=item), on=on, by=by)
    _drop(change, on=on)


def _hand_over(old: Duty, new: Duty, *, on: date, by: Actor) -> None:
    """Who was assigned stays assigned; what is not yet reported of a current period is owed under the new words."""
    Assignment.objects.bulk_create(
        Assignment(
            duty=new,
            organization_id=given.organization_id,
            owner_id=given.owner_id,
            starts_on=on,
            assigned_by=by.key,
        )
        for given in old.assignments.filter(ends_on__isnull=True)
    )
    if old.every == new.every:
        old.tasks.filter(stage=Task.Stage.OPEN, period_end__gte=on).update(duty=new)


def _drop(change: Change, *, on: date) -> None:
    item = change.item
    if item is None:
        raise ValueError("Only what is there can be dropped")
    item.dropped_on = on
    item.save(update_fields=["dropped_on"])
    if isinstance(item, Target):
        item.indicators.filter(dropped_on__isnull=True).update(dropped_on=on)
        return
    item.assignments.filter(ends_on__isnull=True, starts_on__lte=on).update(ends_on=on)
    item.tasks.filter(stage=Task.Stage.OPEN).update(stage=Task.Stage.CANCELLED)


def _point_to_new_text(change: Change) -> None:
    item, proposal = change.item, change.proposal
    if item is None or proposal is None:
        raise ValueError("What is kept has both sides")
    if item.proposal_id != proposal.pk:
        item.proposal, item.provision = proposal, proposal.provision
        item.save(update_fields=["proposal", "provision"])
