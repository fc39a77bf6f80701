"""A kind as people say it: "duty.assigned" is "giao nhiệm vụ". A word that is not here is shown as its code."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

NOUNS: Mapping[str, str | Promise] = {
    "account": _("tài khoản"),
    "assignment": _("việc được giao"),
    "citation": _("căn cứ"),
    "code": _("mã xác minh"),
    "disclosure": _("nội dung công khai"),
    "duty": _("nhiệm vụ"),
    "evidence": _("minh chứng"),
    "exemption": _("trường hợp miễn tính"),
    "factor": _("lớp bảo vệ thứ hai"),
    "file": _("tệp"),
    "household": _("hộ gia đình"),
    "indicator": _("chỉ tiêu"),
    "installation": _("hệ thống"),
    "item": _("nội dung trong kế hoạch công khai"),
    "key": _("khóa ký"),
    "locality": _("địa bàn"),
    "mandate": _("người đại diện hộ"),
    "notice": _("thông báo"),
    "organization": _("cơ quan, tổ chức"),
    "paper": _("văn bản in"),
    "password": _("mật khẩu"),
    "payload": _("nội dung"),
    "person": _("hồ sơ cá nhân"),
    "plan": _("kế hoạch"),
    "post": _("chức danh"),
    "posting": _("bản niêm yết, lần thông báo"),
    "programme": _("chương trình"),
    "proposal": _("đề xuất"),
    "provision": _("điều khoản"),
    "register": _("danh bạ"),
    "report": _("báo cáo"),
    "resolution": _("nghị quyết"),
    "role": _("quyền trên hệ thống"),
    "roster": _("dòng trong danh sách được tính"),
    "target": _("mục tiêu"),
    "task": _("việc"),
    "window": _("hạn báo cáo"),
}
VERBS: Mapping[str, str | Promise] = {
    "accepted": _("chấp nhận"),
    "added": _("thêm"),
    "assigned": _("giao"),
    "begun": _("khởi tạo"),
    "changed": _("đổi"),
    "cleared": _("cho phép công bố"),
    "closed": _("đóng"),
    "coded": _("cấp mã"),
    "completed": _("bổ sung"),
    "confirmed": _("xác nhận"),
    "created": _("lập"),
    "dropped": _("bỏ"),
    "edited": _("sửa"),
    "ended": _("chấm dứt"),
    "erased": _("xóa"),
    "fixed": _("ấn định"),
    "generated": _("lập"),
    "granted": _("ghi nhận"),
    "imported": _("nhập"),
    "introduced": _("đưa vào dùng"),
    "issued": _("ban hành"),
    "kept": _("giữ quyết định cũ về"),
    "merged": _("gộp"),
    "noted": _("ghi nhận đã xem"),
    "opened": _("mở"),
    "owned": _("ghi người phụ trách"),
    "published": _("công bố"),
    "read": _("đọc"),
    "recorded": _("ghi nhận"),
    "redirected": _("đổi địa chỉ của"),
    "refused": _("từ chối"),
    "rejected": _("bỏ"),
    "related": _("ghi quan hệ của"),
    "removed": _("gỡ"),
    "renamed": _("đổi tên"),
    "repealed": _("bãi bỏ"),
    "reset": _("cấp lại"),
    "retried": _("đọc lại"),
    "returned": _("trả lại"),
    "revised": _("sửa đổi"),
    "revoked": _("thu hồi"),
    "rotated": _("thay"),
    "split": _("tách"),
    "submitted": _("gửi"),
    "updated": _("cập nhật"),
    "uploaded": _("tải lên"),
    "withdrawn": _("rút"),
}


def said(kind: str) -> str:
    """The act in Vietnamese, or the kind itself where a word is missing."""
    noun, _dot, verb = kind.partition(".")
    if noun not in NOUNS or verb not in VERBS:
        return kind
    return capfirst(f"{VERBS[verb]} {NOUNS[noun]}")
