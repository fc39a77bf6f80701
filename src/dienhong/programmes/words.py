"""The words pages use for what the tables keep as codes."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.programmes.queries.provisions import Gap

Words = Mapping[str, str | Promise]

GAPS: Words = {
    Gap.WAITING: _("Đề xuất chờ duyệt"),
    Gap.UNREAD: _("Chưa ai xác nhận là không giao việc"),
    Gap.UNASSIGNED: _("Nhiệm vụ chưa giao cho đơn vị nào"),
    Gap.UNMEASURED: _("Chỉ tiêu chưa có cách đo"),
}
LAW = _("Luật Thực hiện dân chủ ở cơ sở")
BASES: Mapping[str, tuple[str, str | Promise]] = {
    "T1": ("Điều 8, 11, 46, 64", LAW),
    "T2": ("khoản 5 Điều 8", LAW),
    "T3a": ("Điều 35, 59, 81", LAW),
    "T3b": ("khoản 4 Điều 15", _("Nghị định 61/2023/NĐ-CP")),
    "T4": ("Điều 39, 40, 44, 45, 63, 81", LAW),
    "T5": ("khoản 1 Điều 8", LAW),
    "T5b": ("khoản 1 Điều 8", LAW),
    "T6": ("Điều 11, 46, 64", LAW),
    "T7": ("khoản 2 Điều 85, khoản 1 Điều 86", LAW),
}
CHANGED_FIELDS: Words = {
    "text": _("lời văn"),
    "topic": _("nhóm biện pháp"),
    "every": _("định kỳ"),
    "percent": _("tỷ lệ"),
    "aspirational": _("mức phấn đấu"),
    "population": _("đối tượng"),
    "bearer": _("chủ thể"),
    "action": _("việc phải làm"),
    "by_date": _("hạn cuối"),
}
