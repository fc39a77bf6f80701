"""Asking the people for their opinions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "consultation.plan_complete": ("Kế hoạch lấy ý kiến có đủ nội dung không", "Đối chiếu từng nội dung bắt buộc."),
        "consultation.plan_sent": ("Kế hoạch lấy ý kiến đã gửi đủ nơi chưa", "Hội đồng nhân dân và Mặt trận cấp xã."),
        "consultation.way_allowed": (
            "Cách lấy ý kiến có được dùng không",
            "Họp, phiếu, hòm thư, cổng thông tin và cách khác.",
        ),
        "consultation.long_enough": ("Lấy ý kiến đã đủ lâu chưa", "So ngày kết thúc với ngày sớm nhất được kết thúc."),
        "consultation.hearing_required": (
            "Có phải nghe người dân trước khi quyết định không",
            "Quyết định đặt nghĩa vụ hoặc hạn chế quyền.",
        ),
        "consultation.may_sign": (
            "Đã được ký quyết định chưa",
            "Quyết định đặt nghĩa vụ hoặc hạn chế quyền của người dân.",
        ),
        "consultation.reason_required": (
            "Có phải nêu lý do khác ý kiến đa số không",
            "Khi quyết định khác ý kiến của đa số.",
        ),
        "consultation.report_due": ("Khi nào báo cáo Hội đồng nhân dân về lấy ý kiến", "Kỳ họp thường lệ gần nhất."),
        "deadline.consultation.result": (
            "Xã công khai tổng hợp, giải trình ý kiến",
            "Từ ngày có văn bản tổng hợp, giải trình.",
        ),
        "deadline.consultation.agency_result": (
            "Cơ quan công khai tổng hợp, giải trình ý kiến",
            "Từ ngày có văn bản tổng hợp, giải trình.",
        ),
        "minimum.consultation": ("Lấy ý kiến Nhân dân", "Ngày sớm nhất được kết thúc, hết ngày đó."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "against": ("Số ý kiến khác với quyết định", "đếm trong số ý kiến nhận được"),
        "asked": ("Người dân yêu cầu được trình bày", "true hoặc false"),
        "available": ("Xã có sẵn cách này", "hòm thư, đường dây, cổng, mạng xã hội"),
        "binds": ("Đặt nghĩa vụ hoặc hạn chế, chấm dứt quyền", "của một người dân cụ thể"),
        "closed_on": ("Ngày kết thúc lấy ý kiến", "ngày cuối còn nhận ý kiến"),
        "content": ("Nêu nội dung lấy ý kiến", "trong kế hoạch"),
        "filed": ("Ý kiến và giải trình đã có trong hồ sơ ký", "và đã gửi người liên quan"),
        "heard": ("Người dân đã được trình bày", "true hoặc false"),
        "informed": ("Người dân đã được báo trước", "true hoặc false"),
        "opinions": ("Tổng số ý kiến nhận được", "mọi ý kiến"),
        "penalty": ("Là quyết định xử phạt vi phạm hành chính", "true hoặc false"),
        "responsibility": ("Nêu trách nhiệm thực hiện", "trong kế hoạch"),
        "secret": ("Nội dung là bí mật nhà nước", "true hoặc false"),
        "sent_to_council": ("Đã gửi Hội đồng nhân dân cấp xã", "true hoặc false"),
        "sent_to_front": ("Đã gửi Mặt trận cấp xã", "true hoặc false"),
        "time_limit": ("Nêu thời hạn", "trong kế hoạch"),
        "way": ("Cách lấy ý kiến", "chọn một cách"),
        "consultation.plan_complete.form": ("Nêu hình thức", "trong kế hoạch"),
        "consultation.plan_complete.kind": ("Nơi lấy ý kiến", "xã hoặc cơ quan"),
        "consultation.plan_complete.way": ("Nêu cách thức", "trong kế hoạch"),
        "consultation.way_allowed.item": ("Số của nội dung lấy ý kiến", "khoản của Điều 25"),
        "consultation.reason_required.agree": ("Số ý kiến đồng ý với quyết định", "đếm trong số ý kiến nhận được"),
    }
)
