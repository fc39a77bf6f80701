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
