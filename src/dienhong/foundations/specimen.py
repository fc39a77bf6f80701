"""Invented data for the page that shows every component. No place, person or figure here is real."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.foundations.qr import drawn


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a navigation."""

    label: str | Promise
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One provision of a tree."""

    eid: str
    kind: str
    number: str
    heading: str
    text: str
    children: tuple["Node", ...] = ()


class EvidenceForm(forms.Form):
    """One field of every kind."""

    ten = forms.CharField(
        label=_("Tên hoạt động"),
        help_text=_("Ghi như trong kế hoạch, ví dụ: Hội nghị nhân dân quý II."),
        max_length=200,
    )
    thu_dien_tu = forms.EmailField(
        label=_("Thư điện tử nhận phản hồi"), required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    don_vi = forms.ChoiceField(
        label=_("Đơn vị báo cáo"),
        choices=[
            ("", _("Chọn đơn vị")),
            ("1", "Thôn Đồng Sậy"),
            ("2", "Buôn Ea Nhái"),
            ("3", "Trạm Y tế xã Vĩnh Phong"),
        ],
    )
    ngay = DayField(label=_("Ngày diễn ra"), help_text=_("Ví dụ: 27 3 2026"))
    hinh_thuc = forms.ChoiceField(
        label=_("Hình thức"),
        widget=forms.RadioSelect,
        choices=[("hop", _("Họp thôn")), ("phieu", _("Phát phiếu tới hộ")), ("loa", _("Truyền thanh"))],
    )
    kenh = forms.MultipleChoiceField(
        label=_("Đã công khai ở đâu"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("bang", _("Bảng tin nhà văn hóa")),
            ("trang", _("Trang thông tin của xã")),
            ("loa", _("Loa truyền thanh")),
        ],
    )
    noi_dung = forms.CharField(label=_("Nội dung chính"), required=False, widget=forms.Textarea({"rows": 4}))
    cam_doan = forms.BooleanField(label=_("Tôi đã đối chiếu với biên bản có chữ ký"))


class UploadForm(forms.Form):
    """A file alone, for the component with progress."""

    tep = forms.FileField(label=_("Biên bản đã ký"), help_text=_("Ảnh chụp hoặc PDF, tối đa 50 MB."))


class ContactForm(forms.Form):
    """Fields that belong together."""

    ho_ten = forms.CharField(label=_("Họ và tên"), widget=forms.TextInput({"autocomplete": "name"}))
    dien_thoai = forms.CharField(
        label=_("Điện thoại"), required=False, widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"})
    )


class FilterForm(forms.Form):
    """Two filters above a list."""

    loai = forms.ChoiceField(
        label=_("Loại đơn vị"), required=False, choices=[("", _("Tất cả")), ("thon", _("Thôn, buôn"))]
    )
    ky = forms.ChoiceField(label=_("Kỳ"), required=False, choices=[("2026", "2026"), ("2025", "2025")])


TREE = (
    Node(
        "art_2",
        "article",
        "Điều 2.",
        "Chỉ tiêu",
        "",
        (
            Node(
                "art_2__para_1",
                "paragraph",
                "1.",
                "",
                "Mỗi năm, Ủy ban nhân dân xã bảo đảm:",
                (
                    Node("art_2__para_1__point_a", "point", "a)", "", "Mọi thôn, buôn họp ít nhất hai lần;"),
                    Node("art_2__para_1__point_b", "point", "b)", "", "Mọi khoản đóng góp có biên bản và sổ thu."),
                ),
            ),
            Node(
                "art_2__para_2", "paragraph", "2.", "", "Kết quả được báo cáo Hội đồng nhân dân trước kỳ họp cuối năm."
            ),
        ),
    ),
)
ROWS = (
    ("Thôn Đồng Sậy", 2, "02/11/2026", "met"),
    ("Buôn Ea Nhái", 1, "15/12/2026", "due-soon"),
    ("Tổ dân phố Bến Cát", 0, "30/06/2026", "overdue"),
    ("Ấp Chông Nô", None, "31/12/2026", "unknown"),
)
STATUSES_SHOWN = (
    "met",
    "missed",
    "unknown",
    "overdue",
    "due-soon",
    "draft",
    "issued",
    "returned",
    "proposed",
    "exempt",
)
DIFFERENCE = (
    ("=", "Trưởng thôn mời họp trước "),
    ("-", "ba"),
    ("+", "năm"),
    ("=", " ngày, "),
    ("+", "niêm yết giấy mời tại nhà văn hóa, "),
    ("=", "ghi rõ nội dung."),
)


def specimen(*, sent: Mapping[str, Any] | None) -> dict[str, Any]:
    """Context of the page; `sent` fills the form, so that its errors can be looked at."""
    return {
        "place_name": "Xã Vĩnh Phong, tỉnh Hòa Giang",
        "trail": ((_("Trang đầu"), "/"), (_("Thành phần giao diện"), "")),
        "parts": tuple(
            Link(label, f"#{anchor}")
            for label, anchor in (
                (_("Chữ"), "chu"),
                (_("Con số"), "con-so"),
                (_("Bảng"), "bang"),
                (_("Biểu mẫu"), "bieu-mau"),
                (_("Văn bản"), "van-ban"),
                (_("Thông báo"), "thong-bao"),
            )
        ),
        "facts": ((_("Số, ký hiệu"), "07/2026/NQ-HĐND"), (_("Cơ quan ban hành"), _("HĐND xã Vĩnh Phong"))),
        "rows": ROWS,
        "columns": (_("Đơn vị"), f"{_('Số cuộc họp')}#", _("Hạn"), _("Tình trạng")),
        "statuses": STATUSES_SHOWN,
        "tree": TREE,
        "difference": DIFFERENCE,
        "keys": (("j", _("mục sau")), ("k", _("mục trước")), ("x", _("xác nhận")), ("e", _("sửa")), ("b", _("bỏ"))),
        "qr": drawn("https://vinh-phong.example/d/VP-2026-0147"),
        "listed": Paginator(range(1, 131), 20).page(3),
        "form": EvidenceForm(sent),
        "upload": UploadForm(),
        "contact": ContactForm(),
        "filter": FilterForm(),
    }
