"""A kind as people say it: "duty.assigned" is "giao nhiệm vụ". A word that is not here is shown as its code."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

NOUNS: Mapping[str, str | Promise] = {
    "account": _("tài khoản"),
    "assignment": _("phân công"),
    "citation": _("căn cứ"),
    "code": _("mã xác minh"),
    "duty": _("nhiệm vụ"),
    "evidence": _("minh chứng"),
    "exemption": _("miễn trừ"),
    "file": _("tệp"),
    "household": _("hộ gia đình"),
    "indicator": _("chỉ số"),
    "installation": _("hệ thống"),
    "key": _("khóa ký"),
    "locality": _("địa bàn"),
    "mandate": _("ủy quyền đại diện hộ"),
    "notice": _("thông báo"),
    "organization": _("cơ quan, tổ chức"),
    "paper": _("văn bản in"),
    "payload": _("nội dung"),
    "person": _("hồ sơ cá nhân"),
    "plan": _("kế hoạch"),
    "post": _("chức vụ"),
    "programme": _("chương trình"),
    "proposal": _("đề xuất"),
    "provision": _("điều khoản"),
    "register": _("danh bạ"),
    "report": _("báo cáo"),
    "resolution": _("nghị quyết"),
    "role": _("vai trò"),
    "roster": _("danh sách phải thực hiện"),
    "target": _("mục tiêu"),
    "task": _("công việc"),
    "window": _("thời hạn nộp"),
}
VERBS: Mapping[str, str | Promise] = {
    "accepted": _("chấp nhận"),
    "added": _("thêm"),
    "assigned": _("giao"),
    "begun": _("khởi tạo"),
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
    "granted": _("cấp"),
    "imported": _("nhập"),
    "introduced": _("đưa vào dùng"),
    "issued": _("ban hành"),
    "kept": _("giữ quyết định cũ về"),
    "merged": _("nhập"),
    "noted": _("ghi nhận đã xem"),
    "opened": _("mở"),
    "owned": _("nhận"),
    "published": _("công bố"),
    "read": _("đọc"),
    "redirected": _("đổi địa chỉ của"),
    "refused": _("từ chối"),
    "rejected": _("loại"),
    "related": _("ghi quan hệ của"),
    "renamed": _("đổi tên"),
    "repealed": _("bãi bỏ"),
    "retried": _("đọc lại"),
    "returned": _("trả lại"),
    "revised": _("sửa đổi"),
    "revoked": _("thu hồi"),
    "rotated": _("thay"),
    "split": _("tách"),
    "submitted": _("nộp"),
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
