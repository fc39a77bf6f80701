"""Open a programme from a version of a resolution, publish its progress, close it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import cells, take
from dienhong.programmes.models import Programme
from dienhong.resolutions.models import Proposal, Version


@transaction.atomic
def open_programme(
    *,
    version: Version,
    opens_on: date,
    closes_on: date | None,
    key: str,
    by: Actor,
    at: datetime,
) -> Programme:
    """Starts carrying out a version: its confirmed proposals become targets and duties, and nothing else does.

    A draft opens on trial. The same `key` again returns the programme that it opened. Refused when
    nothing is confirmed yet, or when the resolution is carried out already.
    """
    earlier = Programme.objects.filter(key=key).first()
    if earlier is not None:
        access.check(by, access.Act.MANAGE, access.place_of(earlier))
        return earlier
    locality = version.work.locality
    access.check(by, access.Act.MANAGE, access.Place(path=locality.path))
    _check_may_open(version, opens_on=opens_on, closes_on=closes_on)
    is_draft = version.status == Version.Status.DRAFT
    programme = Programme.objects.create(
        version=version,
        locality=locality,
        title=version.work.title,
        stage=Programme.Stage.TRIAL if is_draft else Programme.Stage.RUNNING,
        opens_on=opens_on,
        closes_on=closes_on,
        key=key,
        opened_by=by.key,
    )
    taken = take.all_confirmed(programme, by=by)
    cells.rebuild_programme(programme=programme, on=clock.legal_day(at))
    ledger.append(
        kind="programme.opened",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=locality.code,
        data={"version": version.pk, "trial": is_draft, "targets": taken.targets, "duties": taken.duties},
        claimed_on=opens_on,
    )
    return programme


def _check_may_open(version: Version, *, opens_on: date, closes_on: date | None) -> None:
    if closes_on is not None and closes_on < opens_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
    if version.stage != Version.Stage.READ:
        raise Refused(_("Văn bản này chưa được đọc xong. Hãy chờ đọc xong rồi rà soát."))
    running = Programme.objects.filter(version__work=version.work).exclude(stage=Programme.Stage.CLOSED).first()
    if running is not None:
        raise Refused(
            _("Nghị quyết này đã có chương trình đang thực hiện. Hãy mở chương trình đó và cập nhật theo bản mới.")
        )
    if not version.proposals.filter(state=Proposal.State.CONFIRMED).exists():
        raise Refused(
            _("Chưa có mục tiêu, nhiệm vụ nào được xác nhận. Hãy rà soát và xác nhận trước khi mở chương trình.")
        )


@transaction.atomic
def publish_progress(*, programme: Programme, on: date, by: Actor) -> Programme:
    """Shows the three numbers of each target to everybody, from this day on."""
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if programme.stage == Programme.Stage.TRIAL:
        raise Refused(
            _("Chương trình chạy thử theo dự thảo không công khai. Hãy cập nhật theo nghị quyết đã thông qua.")
        )
    if programme.published_on is not None:
        return programme
    programme.published_on = on
    programme.save(update_fields=["published_on"])
    ledger.append(
        kind="programme.published",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"programme": programme.pk},
        claimed_on=on,
    )
    return programme


@transaction.atomic
def close(*, programme: Programme, on: date, by: Actor) -> Programme:
    """Ends the programme; what was reported stays, nothing more is planned or reminded of."""
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if programme.stage == Programme.Stage.CLOSED:
        return programme
    if on < programme.opens_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
    programme.stage, programme.closes_on = Programme.Stage.CLOSED, on
    programme.save(update_fields=["stage", "closes_on"])
    ledger.append(
        kind="programme.closed",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"programme": programme.pk},
        claimed_on=on,
    )
    return programme
