"""The words, tone and sign of each state a duty, a target or a paper can be in: here, so that every page agrees."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Status:
    """`tone` colours (good, bad, warn, plain, draft or ""), `icon` is a sign of `c-icon`, `label` says it in words."""

    tone: str
    icon: str
    label: str | Promise


STATUSES: Mapping[str, Status] = {
    # targets and duties
    "met": Status("good", "check", _("Đạt")),
    "missed": Status("bad", "cross", _("Chưa đạt")),
    "unknown": Status("", "question", _("Chưa có số liệu")),
    "exempt": Status("plain", "dash", _("Được miễn")),
    "done": Status("good", "check", _("Đã xong")),
    "due": Status("plain", "clock", _("Trong hạn")),
    "due-soon": Status("warn", "clock", _("Sắp đến hạn")),
    "overdue": Status("bad", "clock", _("Quá hạn")),
    "late": Status("warn", "clock", _("Ghi nhận muộn")),
    # papers
    "draft": Status("draft", "pencil", _("Bản nháp")),
    "issued": Status("good", "seal", _("Đã ban hành")),
    "in-force": Status("good", "check", _("Đang có hiệu lực")),
    "repealed": Status("", "dash", _("Hết hiệu lực")),
    # a unit's figures of a period
    "closed": Status("good", "seal", _("Đã chốt số liệu")),
    "open": Status("plain", "pencil", _("Chưa chốt số liệu")),
    # evidence
    "submitted": Status("plain", "arrow", _("Đã gửi, chờ kiểm tra")),
    "accepted": Status("good", "check", _("Đã chấp nhận")),
    "returned": Status("bad", "back", _("Trả lại để bổ sung")),
    # what the machine proposes
    "proposed": Status("draft", "question", _("Máy đề xuất")),
    "confirmed": Status("good", "check", _("Đã xác nhận")),
    "rejected": Status("", "cross", _("Đã bỏ")),
    # what differs between two versions
    "kept": Status("", "dash", _("Giữ nguyên")),
    "moved": Status("plain", "arrow", _("Chuyển vị trí")),
    "changed": Status("warn", "pencil", _("Sửa đổi")),
    "added": Status("good", "plus", _("Bổ sung")),
    "dropped": Status("bad", "cross", _("Bãi bỏ")),
}
