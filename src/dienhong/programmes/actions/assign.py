"""Give duties to organizations, name who answers for them, take them back."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.models import Assignment, Duty, Programme, Task
from dienhong.registry.models import Organization, Post

BATCH = 2_000


@transaction.atomic
def assign(*, duty: Duty, organizations: Sequence[Organization], starts_on: date, by: Actor) -> int:
    """Assigns a duty to these organizations from a day on; returns how many are new to it.

    Whoever has it already keeps it as it is, so the same call twice changes nothing.
    """
    programme = duty.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    _check_open(programme, duty)
    strangers = [o.name for o in organizations if not o.locality.path.startswith(programme.locality.path)]
    if strangers:
        raise Refused(_("Không thuộc địa bàn của chương trình: %(names)s.") % {"names": ", ".join(strangers[:3])})
    have = set(duty.assignments.filter(ends_on__isnull=True).values_list("organization_id", flat=True))
    fresh = [organization for organization in organizations if organization.pk not in have]
    Assignment.objects.bulk_create(
        (Assignment(duty=duty, organization=o, starts_on=starts_on, assigned_by=by.key) for o in fresh),
        batch_size=BATCH,
    )
    if fresh:
        ledger.append(
            kind="duty.assigned",
            subject=f"programmes.duty:{duty.pk}",
            by=by.key,
            locality=programme.locality.code,
            data={"organizations": sorted(o.code for o in fresh)},
            claimed_on=starts_on,
        )
    return len(fresh)


@transaction.atomic
def assign_many(*, duties: Sequence[Duty], organizations: Sequence[Organization], starts_on: date, by: Actor) -> int:
    """Assigns several duties to the same organizations, all or none; returns how many assignments are new."""
    return sum(assign(duty=duty, organizations=organizations, starts_on=starts_on, by=by) for duty in duties)


@transaction.atomic
def set_owner(*, assignment: Assignment, owner: Post | None, by: Actor) -> Assignment:
    """Names the post that answers for an assignment: of that organization, or of its place."""
    programme = assignment.duty.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    organization = assignment.organization
    if owner is not None and owner.organization_id != organization.pk and owner.locality_id != organization.locality_id:
        raise Refused(_("Người phụ trách phải giữ chức danh ở chính đơn vị được giao."))
    assignment.owner = owner
    assignment.save(update_fields=["owner"])
    ledger.append(
        kind="assignment.owned",
        subject=f"programmes.assignment:{assignment.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"post": owner.pk if owner else None},
    )
    return assignment


@transaction.atomic
def withdraw(*, assignment: Assignment, on: date, by: Actor) -> Assignment:
    """Ends an assignment; what was not yet reported is no longer owed, what was reported stays."""
    programme = assignment.duty.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if assignment.ends_on is not None:
        return assignment
    assignment.ends_on = max(on, assignment.starts_on)
    assignment.save(update_fields=["ends_on"])
    Task.objects.filter(
        duty=assignment.duty,
        organization=assignment.organization,
        stage=Task.Stage.OPEN,
        period_end__gte=on,
    ).update(stage=Task.Stage.CANCELLED)
    ledger.append(
        kind="assignment.ended",
        subject=f"programmes.assignment:{assignment.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"organization": assignment.organization.code},
        claimed_on=on,
    )
    return assignment


def _check_open(programme: Programme, duty: Duty) -> None:
    if programme.stage == Programme.Stage.CLOSED:
        raise Refused(_("Chương trình đã kết thúc, không giao thêm việc được."))
    if duty.dropped_on is not None:
        raise Refused(_("Nhiệm vụ này không còn trong bản mới của nghị quyết."))
