"""The six headings of the public pages: what the law gives people under each, and whom to ask.

A heading whose capability is not built yet shows its rights, never an empty page. Labels are short and
our own; the article is cited, the law's text is one search away.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Right:
    """One thing people may do or must be given, with the article of Law 10/2022/QH15 that says so."""

    text: Words
    article: Words


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the six headings: its question, its rights, whom to ask meanwhile."""

    slug: str
    title: Words
    lead: Words
    rights: tuple[Right, ...]
    whom: Words


LAM = (
    Right(
        _("Quyết định của cộng đồng dân cư phải được chấp hành và được bảo đảm thực hiện"), _("khoản 3 Điều 6, Điều 23")
    ),
    Right(_("Năm nhóm biện pháp bảo đảm dân chủ ở cơ sở, do Hội đồng nhân dân quyết định cụ thể"), _("Điều 8")),
)
HEADINGS: Mapping[str, Heading] = {
    heading.slug: heading
    for heading in (
        Heading(
            "biet",
            _("Biết"),
            _("Những việc chính quyền phải cho dân biết, khi nào và ở đâu."),
            (
                Right(_("Được công khai thông tin đầy đủ, chính xác, kịp thời"), _("khoản 1 Điều 5")),
                Right(_("Danh mục những việc xã phải công khai"), _("Điều 11")),
                Right(
                    _("Niêm yết, đăng trang thông tin, phát loa, qua Trưởng thôn: hình thức và thời điểm"), _("Điều 12")
                ),
                Right(_("Yêu cầu cung cấp thông tin chưa được công khai"), _("khoản 1 Điều 5")),
            ),
            _("Cán bộ phụ trách dân chủ ở cơ sở tại Ủy ban nhân dân xã, hoặc Trưởng thôn."),
        ),
        Heading(
            "ban",
            _("Bàn"),
            _("Những việc dân bàn và quyết định; những việc dân góp ý trước khi chính quyền quyết định."),
            (
                Right(
                    _("Mức đóng góp làm công trình công cộng; thu, chi các khoản dân đóng góp"), _("khoản 1, 2 Điều 15")
                ),
                Right(_("Hương ước, quy ước; bầu và cho thôi làm Trưởng thôn"), _("khoản 3, 4 Điều 15")),
                Right(_("Sáng kiến được ít nhất 10% số hộ đồng thuận thì được đưa ra thôn bàn"), _("khoản 3 Điều 16")),
                Right(_("Góp ý trước khi cơ quan có thẩm quyền quyết định"), _("Điều 25, Điều 26")),
            ),
            _("Trưởng thôn và Trưởng ban công tác Mặt trận."),
        ),
        Heading(
            "lam",
            _("Làm"),
            _("Chính quyền, thôn và từng cơ quan đang làm gì để thực hiện nghị quyết."),
            LAM,
            _("Cán bộ phụ trách dân chủ ở cơ sở tại Ủy ban nhân dân xã."),
        ),
        Heading(
            "kiem-tra",
            _("Kiểm tra"),
            _("Dân kiểm tra việc đã bàn, đã quyết định có được làm đúng hay không."),
            (
                Right(_("Kiểm tra việc thực hiện những điều Nhân dân đã bàn và quyết định"), _("khoản 1 Điều 30")),
                Right(_("Kiến nghị, phản ánh, khiếu nại, tố cáo khi thấy vi phạm"), _("khoản 3 Điều 5")),
                Right(_("Hội nghị cuối năm của thôn: nghe báo cáo kết quả việc đã bàn"), _("Điều 33")),
            ),
            _("Ban Thanh tra nhân dân của xã."),
        ),
        Heading(
            "giam-sat",
            _("Giám sát"),
            _("Ai giám sát thay dân và kết quả ra sao."),
            (
                Right(_("Giám sát chính quyền, cán bộ xã và người hoạt động ở thôn"), _("khoản 2 Điều 30")),
                Right(_("Ban Thanh tra nhân dân ở xã"), _("Điều 36")),
                Right(_("Ban Giám sát đầu tư của cộng đồng cho chương trình, dự án"), _("Điều 41")),
                Right(_("Mỗi năm ít nhất một hội nghị đối thoại giữa Ủy ban nhân dân xã với Nhân dân"), _("Điều 32")),
            ),
            _("Ủy ban Mặt trận Tổ quốc Việt Nam xã."),
        ),
        Heading(
            "thu-huong",
            _("Thụ hưởng"),
            _("Dân được gì: mục tiêu nào đã đạt, mục tiêu nào chưa."),
            (
                Right(_("Được thông tin kịp thời về chính sách an sinh, phúc lợi của mình"), _("khoản 2 Điều 7")),
                Right(
                    _("Được hưởng thành quả phát triển và kết quả thực hiện dân chủ nơi mình sống"), _("khoản 3 Điều 7")
                ),
            ),
            _("Cán bộ phụ trách dân chủ ở cơ sở tại Ủy ban nhân dân xã."),
        ),
    )
}
