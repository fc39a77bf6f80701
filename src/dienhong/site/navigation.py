"""The navigation of public and staff pages: what people do, in their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dienhong.foundations.actors import NOBODY, Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; `current` when the page shown stands below it."""

    label: str | Promise
    url: str
    current: bool = False


PUBLIC = (
    (_("Biết"), "/biet/"),
    (_("Bàn"), "/ban/"),
    (_("Làm"), "/lam/"),
    (_("Kiểm tra"), "/kiem-tra/"),
    (_("Giám sát"), "/giam-sat/"),
    (_("Thụ hưởng"), "/thu-huong/"),
)
FOOTER = (
    (_("Sổ cái công khai"), "/so-cai/"),
    (_("Tra mã in trên giấy"), "/m/"),
    (_("Nhập mã trên phiếu xác minh"), "/xac-minh/"),
)
STAFF = (
    (_("Việc của tôi"), "/viec-cua-toi/"),
    (pgettext_lazy("list", "Nghị quyết"), "/nghi-quyet/"),
    (pgettext_lazy("list", "Chương trình"), "/chuong-trinh/"),
    (pgettext_lazy("list", "Báo cáo"), "/bao-cao/"),
    (_("Danh bạ"), "/danh-ba/"),
    (_("Sổ cái"), "/so-cai/"),
)


# What exists today under each public heading; the rights stand there in any case.
_LINKS: Mapping[str, tuple[tuple[Promise, Promise, str], ...]] = {
    "biet": ((_("Các nghị quyết đang thực hiện"), _("toàn văn, từng điều khoản, tải về"), "/nghi-quyet/"),),
    "lam": ((_("Chương trình thực hiện"), _("ai làm gì, đến đâu, từng tháng"), "/chuong-trinh/"),),
    "kiem-tra": (
        (_("Sổ cái công khai"), _("tự kiểm tra: không ai sửa lùi được điều đã ghi"), "/so-cai/"),
        (_("Mở văn bản bằng mã in trên giấy"), _("gõ mã hoặc quét hình QR trên bảng tin, biên bản"), "/m/"),
    ),
    "giam-sat": (
        (_("Chương trình thực hiện"), _("từng con số mở ra danh sách của nó"), "/chuong-trinh/"),
        (_("Báo cáo đã ban hành"), _("báo cáo gửi Hội đồng nhân dân"), "/bao-cao/"),
    ),
    "thu-huong": ((_("Các mục tiêu và kết quả"), _("đạt, chưa đạt và chưa có số liệu, tách riêng"), "/chuong-trinh/"),),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A way on from a heading, with what one finds there."""

    label: str | Promise
    note: str | Promise
    url: str


def links_of(slug: str) -> tuple[Link, ...]:
    """What a heading leads to today; nothing where its capability is not built."""
    return tuple(Link(label, note, url) for label, note, url in _LINKS.get(slug, ()))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page: the navigation, who acts, whether the session is a member of staff's."""
    actor: Actor = getattr(request, "actor", NOBODY)
    entries = STAFF if actor.is_known else PUBLIC
    places = tuple(Place(label, url, current=request.path.startswith(url)) for label, url in entries)
    footer = tuple(Place(label, url) for label, url in FOOTER)
    return {
        "navigation": places,
        "footer_navigation": footer,
        "actor": actor,
        "is_staff_page": actor.is_known,
        "place_name": settings.DIENHONG_PLACE_NAME,
    }
