"""A text arrives: its bytes are kept whole before anything is read from them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import queries as registry
from dienhong.resolutions import access
from dienhong.resolutions.access import Act, Place
from dienhong.resolutions.actions.decide import locked_version
from dienhong.resolutions.models import Version, Work
from lawcore.vietnamese import search_folded

MEGABYTE = 1024 * 1024
NAME_LENGTH = 200
PATIENCE = timedelta(minutes=10)  # a reading that takes longer was cut off


@dataclass(frozen=True, slots=True)
class Uploaded:
    """`known`: the same file was already here, and this is where it stands."""

    version: Version
    known: bool


def upload(*, place_id: int, work_id: int | None, data: bytes, name: str, key: UUID, by: Actor) -> Uploaded:
    """Keep a resolution's file and have it read; with `work_id`, as the next version of that work.

    Repeating the form (`key`) or the file in the same place gives the first one again, also when both come at
    once: the database lets one in, and the other then finds it.
    """
    try:
        return _enter(place_id=place_id, work_id=work_id, data=data, name=name, key=key, by=by)
    except IntegrityError:
        return _enter(place_id=place_id, work_id=work_id, data=data, name=name, key=key, by=by)


@transaction.atomic
def _enter(*, place_id: int, work_id: int | None, data: bytes, name: str, key: UUID, by: Actor) -> Uploaded:
    place = registry.place(place_id)
    if place is None:
        raise NotFound(_("Không tìm thấy địa phương này."))
    access.check(by, Act.UPLOAD, Place(place.path))
    _check_size(data)
    stored = documents.store(data=data, name=name, by=by.key)
    first = Version.objects.filter(Q(key=key) | Q(source=stored), locality=place).first()
    if first is not None:
        return Uploaded(first, known=True)
    work = _work(place_id, work_id, name)
    last = work.versions.aggregate(last=Max("ordinal"))["last"] or 0
    version = Version.objects.create(
        work=work,
        locality=place,
        ordinal=last + 1,
        source=stored,
        file_name=name[:NAME_LENGTH],
        key=key,
        uploaded_by=by.key,
    )
    events.publish("resolution.uploaded", version_id=version.pk)
    ledger.append(
        kind="resolution.uploaded",
        subject=f"resolutions.version:{version.pk}",
        by=by.key,
        locality=place.code,
        data={"sha256": stored.sha256, "size": stored.size, "work": work.pk, "ordinal": version.ordinal},
    )
    return Uploaded(version, known=False)


@transaction.atomic
def retry(*, version_id: int, by: Actor, at: datetime) -> Version:
    """Have an unreadable file read again, or one whose reading was cut off; a reading under way goes on."""
    version = locked_version(version_id, by, Act.UPLOAD)
    if not may_retry(version, at):
        return version
    version.stage, version.step, version.message = Version.Stage.UPLOADED, 0, ""
    version.save(update_fields=["stage", "step", "message"])
    events.publish("resolution.uploaded", version_id=version.pk)
    ledger.append(
        kind="resolution.retried",
        subject=f"resolutions.version:{version.pk}",
        by=by.key,
        locality=version.locality.code,
        data={},
    )
    return version


def may_retry(version: Version, at: datetime) -> bool:
    """Whether reading failed, or has been under way for longer than it ever takes."""
    under_way = version.stage in (Version.Stage.UPLOADED, Version.Stage.READING)
    return version.stage == Version.Stage.UNREADABLE or (under_way and at - version.uploaded_at > PATIENCE)


def _check_size(data: bytes) -> None:
    if not data:
        raise Refused(_("Tệp rỗng. Hãy chọn lại tệp văn bản hoặc dán nội dung rồi gửi lại."))
    if len(data) > settings.DIENHONG_UPLOAD_LIMIT:
        raise Refused(
            _("Tệp lớn hơn %(limit)s MB. Hãy giảm dung lượng ảnh hoặc tách tệp rồi gửi lại.")
            % {"limit": settings.DIENHONG_UPLOAD_LIMIT // MEGABYTE},
        )


def _work(place_id: int, work_id: int | None, name: str) -> Work:
    if work_id is None:
        title = PurePath(name).stem[:NAME_LENGTH] or name
        return Work.objects.create(locality_id=place_id, title=title, search=search_folded(title))
    work = Work.objects.select_for_update().filter(pk=work_id, locality_id=place_id).first()
    if work is None:
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    return work
