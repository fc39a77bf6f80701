"""What each role is called, and what it lets its holder do, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.actors import Role

ROLE_NAMES: Mapping[Role, str | Promise] = {
    Role.OFFICER: _("Cán bộ phụ trách: nạp nghị quyết, lập chương trình, duyệt báo cáo"),
    Role.CHAIR: _("Người đứng đầu: xem tất cả, ký báo cáo; ở xã còn đưa việc ra bàn, công nhận quyết định"),
    Role.REPORTER: _("Người báo cáo: nộp minh chứng cho tổ chức của mình"),
    Role.VILLAGE_HEAD: _(
        "Trưởng thôn, Tổ trưởng tổ dân phố: đưa việc ra bàn, điều hành họp và lấy phiếu, xác nhận biên bản, mở quỹ, "
        "nộp minh chứng cho thôn của mình"
    ),
    Role.FRONT: _(
        "Mặt trận: xem, giám sát; ở thôn còn điều hành họp và lấy phiếu, xác nhận biên bản, duyệt khoản chi, "
        "xác nhận đổi thủ quỹ"
    ),
    Role.INSPECTOR: _("Ban Thanh tra nhân dân: xem, giám sát"),
    Role.DELEGATE: _("Đại biểu Hội đồng nhân dân: xem, giám sát"),
    Role.REGISTRAR: _("Người giữ danh bạ: địa bàn, tổ chức, người, hộ"),
    Role.ADMINISTRATOR: _("Người quản trị tài khoản: giao chức danh và tài khoản"),
}
