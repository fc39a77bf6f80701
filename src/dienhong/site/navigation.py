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


@dataclass(frozen=True, slots=True)
class Group:
    """Entries behind one word; a group of one entry is that entry. `current` when the page shown stands below one."""

    label: str | Promise
    items: tuple[Place, ...]

    @property
    def current(self) -> bool:
        return any(each.current for each in self.items)


PUBLIC = (
    (_("Biết"), "/biet/"),
    (_("Bàn"), "/ban/"),
    (_("Làm"), "/lam/"),
    (_("Kiểm tra"), "/kiem-tra/"),
    (_("Giám sát"), "/giam-sat/"),
    (_("Thụ hưởng"), "/thu-huong/"),
)
FOOTER = (
    (_("Luật nói gì"), "/luat/"),
    (_("Sổ cái công khai"), "/so-cai/"),
    (_("Dữ liệu mở"), "/du-lieu/"),
    (_("Tra mã in trên giấy"), "/m/"),
    (_("Nhập mã trên phiếu xác minh"), "/xac-minh/"),
)
STAFF = (
    (_("Việc của tôi"), ((_("Việc của tôi"), "/viec-cua-toi/"),)),
    (
        _("Việc thôn"),
        (
            (_("Bàn và quyết định"), "/ban-quyet-dinh/viec/"),
            (pgettext_lazy("list", "Hội nghị thôn"), "/hoi-nghi-thon/"),
            (pgettext_lazy("list", "Quỹ thôn"), "/quy-thon/viec/"),
            (_("Danh sách hộ"), "/danh-sach-ho/viec/"),
        ),
    ),
    (
        _("Công khai"),
        (
            (_("Công khai"), "/cong-khai/viec/"),
            (pgettext_lazy("list", "Hỏi thông tin"), "/hoi-thong-tin/viec/"),
        ),
    ),
    (
        pgettext_lazy("list", "Nghị quyết"),
        (
            (pgettext_lazy("list", "Nghị quyết"), "/nghi-quyet/"),
            (pgettext_lazy("list", "Chương trình"), "/chuong-trinh/"),
            (pgettext_lazy("list", "Báo cáo"), "/bao-cao/"),
        ),
    ),
    (_("Sổ sách"), ((_("Danh bạ"), "/danh-ba/"), (_("Sổ cái"), "/so-cai/"))),
)
"""What staff work on, in groups that a menu opens; a group of one is a link."""


# What exists today under each public heading; the rights stand there in any case.
_LINKS: Mapping[str, tuple[tuple[Promise, Promise, str], ...]] = {
    "biet": (
        (_("Xã phải công khai gì, đã công khai gì"), _("từng nội dung, đúng hạn hay muộn, treo ở đâu"), "/cong-khai/"),
        (_("Hỏi xã thông tin, xem câu trả lời"), _("có giấy biên nhận, không cần tài khoản"), "/hoi-thong-tin/"),
        (_("Các nghị quyết đang thực hiện"), _("toàn văn, từng điều khoản, tải về"), "/nghi-quyet/"),
    ),
    "ban": (
        (_("Thôn tôi bàn và quyết định gì?"), _("cuộc họp sắp tới, quyết định, việc đang bàn"), "/ban-quyet-dinh/"),
        (_("Danh sách hộ của thôn"), _("thiếu hộ, thừa hộ, sai người đại diện thì báo"), "/danh-sach-ho/"),
        (
            _("Trả lời biểu quyết bằng mã của hộ"),
            _("mã trên phiếu đã phát tận tay, không cần tài khoản"),
            "/ban-quyet-dinh/truc-tuyen/ho/",
        ),
    ),
    "lam": ((_("Chương trình thực hiện"), _("ai làm gì, đến đâu, từng tháng"), "/chuong-trinh/"),),
    "kiem-tra": (
        (_("Quỹ của thôn, tổ dân phố"), _("đã thu, đã chi, còn bao nhiêu; biên lai của hộ mình"), "/quy-thon/"),
        (_("Sổ cái công khai"), _("tự kiểm tra: không ai sửa lùi được điều đã ghi"), "/so-cai/"),
        (_("Mở văn bản bằng mã in trên giấy"), _("gõ mã hoặc quét hình QR trên bảng tin, biên bản"), "/m/"),
    ),
    "giam-sat": (
        (_("Chương trình thực hiện"), _("từng con số mở ra danh sách của nó"), "/chuong-trinh/"),
        (_("Báo cáo đã ban hành"), _("báo cáo gửi Hội đồng nhân dân"), "/bao-cao/"),
    ),
    "thu-huong": ((_("Các mục tiêu và kết quả"), _("đạt, chưa đạt và chưa có số liệu, tách riêng"), "/chuong-trinh/"),),
}


# What the book of the law answers under each public heading.
_LAW: Mapping[str, tuple[tuple[Promise, Promise, str], ...]] = {
    "biet": (
        (
            _("Những nội dung xã phải công khai"),
            _("từng nội dung, cách công khai"),
            "/luat/danh-muc/disclosure.commune/",
        ),
        (_("Bản niêm yết được gỡ từ ngày nào?"), _("tính và vẽ trên lịch"), "/luat/minimum.posting.commune/"),
        (_("Hỏi xã thông tin, bao giờ phải trả lời?"), _("tính từ ngày hỏi"), "/luat/deadline.information.reply/"),
    ),
    "ban": (
        (_("Thôn tôi cần bao nhiêu hộ tán thành?"), _("theo việc và số hộ của thôn"), "/luat/decision.required/"),
        (_("Sáng kiến của dân có phải đưa ra bàn không?"), _("đủ hộ đồng ý chưa"), "/luat/initiative.admissible/"),
        (_("Một quyết định của thôn đi qua những bước nào?"), _("sơ đồ và điều khoản"), "/luat/thu-tuc/decision/"),
        (_("Những việc xã phải hỏi ý kiến dân"), _("trước khi quyết định"), "/luat/danh-muc/consultation.commune/"),
    ),
    "lam": (
        (
            _("Quyết định của thôn có hiệu lực từ ngày nào?"),
            _("có khi phải chờ công nhận"),
            "/luat/decision.effective/",
        ),
        (_("Ai làm gì để thực hiện quyết định?"), _("trách nhiệm từng bên"), "/luat/danh-muc/decision.duties/"),
    ),
    "kiem-tra": (
        (_("Khiếu nại có được thụ lý không?"), _("các trường hợp bị từ chối"), "/luat/complaint.accepted/"),
        (_("Khiếu nại bao giờ phải được giải quyết?"), _("tính từ ngày thụ lý"), "/luat/deadline.complaint.first/"),
        (_("Hạn họp hội nghị thường kỳ của thôn"), _("phải họp trước ngày nào"), "/luat/conference.village_due/"),
    ),
    "giam-sat": (
        (_("Ban Thanh tra nhân dân có bao nhiêu người?"), _("theo số thôn, số người"), "/luat/board.size/"),
        (_("Một cuộc giám sát đi qua những bước nào?"), _("sơ đồ và thời hạn"), "/luat/thu-tuc/board_inspection/"),
    ),
    "thu-huong": (
        (_("Phản ánh, kiến nghị bao giờ được trả lời?"), _("tính và vẽ trên lịch"), "/luat/deadline.feedback.reply/"),
    ),
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


def law_of(slug: str) -> tuple[Link, ...]:
    """The pages of the law that fit a heading."""
    return tuple(Link(label, note, url) for label, note, url in _LAW.get(slug, ()))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page: the navigation, who acts, whether the session is a member of staff's."""
    actor: Actor = getattr(request, "actor", NOBODY)
    groups = STAFF if actor.is_known else tuple((label, ((label, url),)) for label, url in PUBLIC)
    places = tuple(
        Group(label, tuple(Place(words, url, current=request.path.startswith(url)) for words, url in entries))
        for label, entries in groups
    )
    footer = tuple(Place(label, url) for label, url in FOOTER)
    return {
        "navigation": places,
        "footer_navigation": footer,
        "actor": actor,
        "is_staff_page": actor.is_known,
        "place_name": settings.DIENHONG_PLACE_NAME,
    }
