"""An adopted text is shown to everybody, or taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import locked_version, sign
from dienhong.resolutions.models import Version


@transaction.atomic
def publish(*, version_id: int, by: Actor, at: datetime) -> Version:
    """Show an adopted text, as it was read, to everybody. Publishing twice changes nothing."""
    version = locked_version(version_id, by, Act.PUBLISH)
    if version.published_at is not None:
        return version
    if version.stage != Version.Stage.READ:
        raise Refused(_("Văn bản chưa đọc xong. Hãy chờ đọc xong, kiểm tra rồi công khai."))
    if version.status != Version.Status.ADOPTED:
        raise Refused(_("Đây là bản dự thảo. Hãy thêm bản đã được Hội đồng nhân dân thông qua rồi công khai bản đó."))
    version.published_by, version.published_at = by.key, at
    version.save(update_fields=["published_by", "published_at"])
    events.publish("resolution.published", version_id=version.pk)
    sign("resolution.published", version, by, {"number": version.number})
    return version


@transaction.atomic
def withdraw(*, version_id: int, reason: str, by: Actor) -> Version:
    """Take a text back from the public, for instance when the wrong file was shown. The ledger keeps both acts."""
    version = locked_version(version_id, by, Act.PUBLISH)
    if version.published_at is None:
        return version
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do thôi công khai để người dân và Hội đồng nhân dân có thể hỏi lại."))
    version.published_by, version.published_at = "", None
    version.save(update_fields=["published_by", "published_at"])
    sign("resolution.withdrawn", version, by, {"reason": reason.strip()})
    return version
