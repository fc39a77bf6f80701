"""An officer fills in what the text left blank, from the signed original. What the text says is not changed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import locked_version, sign
from dienhong.resolutions.models import Version
from lawcore.vietnamese import search_folded


@dataclass(frozen=True, slots=True)
class Blanks:
    """What may be blank in a text. None and "" leave it blank; `adopted` says the council has adopted it."""

    title: str = ""
    number: str = ""
    adopted_on: date | None = None
    effective_on: date | None = None
    adopted: bool = False


BLANK = ("number", "adopted_on", "effective_on")


@transaction.atomic
def complete(*, version_id: int, blanks: Blanks, by: Actor) -> Version:
    """Fill the blanks of a text: title, number, days, adoption. Refuses to replace what the text itself says."""
    version = locked_version(version_id, by, Act.REVIEW)
    said = {name: getattr(blanks, name) for name in BLANK}
    titled = _titled(version, " ".join(blanks.title.split()), by)
    given = {name: value for name, value in said.items() if value and value != getattr(version, name)}
    _check_blank(version, given)
    if blanks.adopted:
        _check_adopted(version, given)
        given["status"] = Version.Status.ADOPTED
    if not given:
        return titled
    for name, value in given.items():
        setattr(version, name, value)
    version.save(update_fields=list(given))
    sign("resolution.completed", version, by, {name: str(value) for name, value in given.items()})
    return version


def _titled(version: Version, title: str, by: Actor) -> Version:
    """Name the work where the text prints no title and it is called by its file."""
    work = version.work
    if not title or title == work.title:
        return version
    if version.metadata.get("title"):
        raise Refused(_("Văn bản đã ghi thông tin này. Nếu bản gốc khác, hãy thêm bản mới từ tệp đúng."))
    work.title, work.search = title, search_folded(f"{work.kind} {title}")
    work.save(update_fields=["title", "search"])
    sign("resolution.completed", version, by, {"title": title})
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
