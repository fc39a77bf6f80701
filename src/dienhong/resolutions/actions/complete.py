"""An officer fills in what the text left blank, from the signed original. What the text says is not changed."""

from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import locked_version, sign
from dienhong.resolutions.models import Version


@dataclass(frozen=True, slots=True)
class Blanks:
    """What may be blank in a text. None and "" leave it blank; `adopted` says the council has adopted it."""

    number: str = ""
    adopted_on: date | None = None
    effective_on: date | None = None
    adopted: bool = False


@transaction.atomic
def complete(*, version_id: int, blanks: Blanks, by: Actor) -> Version:
    """Fill the blanks of a text: number, days, that it was adopted. Refuses to replace what the text itself says."""
    version = locked_version(version_id, by, Act.REVIEW)
    said = {field.name: getattr(blanks, field.name) for field in fields(blanks) if field.name != "adopted"}
    given = {name: value for name, value in said.items() if value and value != getattr(version, name)}
    _check_blank(version, given)
    if blanks.adopted:
        _check_adopted(version, given)
        given["status"] = Version.Status.ADOPTED
    if not given:
        return version
    for name, value in given.items():
        setattr(version, name, value)
    version.save(update_fields=list(given))
    sign("resolution.completed", version, by, {name: str(value) for name, value in given.items()})
    return version


def _check_blank(version: Version, given: dict[str, object]) -> None:
    printed = {name for name in given if version.metadata.get(name)}
    if printed:
        raise Refused(_("Văn bản đã ghi thông tin này. Nếu bản gốc khác, hãy thêm bản mới từ tệp đúng."))
    if version.published_at is not None and any(getattr(version, name) for name in given):
        raise Refused(_("Nghị quyết đã công khai. Hãy thôi công khai, sửa rồi công khai lại."))


def _check_adopted(version: Version, given: dict[str, object]) -> None:
    if version.stage != Version.Stage.READ:
        raise Refused(_("Văn bản chưa đọc xong. Hãy chờ đọc xong."))
    if version.adopted_on is None and "adopted_on" not in given:
        raise Refused(_("Hãy điền ngày Hội đồng nhân dân thông qua."))
