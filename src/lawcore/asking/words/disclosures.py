"""Disclosure by communes, agencies, state enterprises."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "disclosure.obligations": (
            "Phải làm gì để công khai một nội dung",
            "Đăng, niêm yết, phát thanh, gửi về thôn, mỗi việc bao lâu.",
        ),
        "disclosure.on_time": ("Công khai có đúng hạn không", "So ngày công khai lần đầu với hạn cuối."),
        "disclosure.complete": ("Xã đã công khai đủ chưa", "So từng cách công khai đã làm với từng cách bắt buộc."),
        "disclosure.complete_inside": (
            "Cơ quan, doanh nghiệp đã công khai đủ chưa",
            "So cách công khai nội bộ đã làm với cách bắt buộc.",
        ),
        "disclosure.notice_valid": (
            "Cách Trưởng thôn thông tin có được dùng không",
            "Họp, giấy báo, tin nhắn hay nhóm mạng xã hội.",
        ),
        "disclosure.owed_on_request": (
            "Có phải cung cấp khi được yêu cầu không",
            "Thông tin phải công khai mà người dân chưa có được.",
        ),
        "disclosure.report_due": ("Khi nào báo cáo Hội đồng nhân dân về công khai", "Kỳ họp thường lệ gần nhất."),
        "deadline.disclosure.commune": ("Xã công khai thông tin", "Từ ngày có quyết định, văn bản về nội dung."),
        "deadline.disclosure.agency": (
            "Cơ quan, đơn vị công khai thông tin",
            "Từ ngày có quyết định, văn bản về nội dung.",
        ),
        "deadline.disclosure.enterprise": (
            "Doanh nghiệp nhà nước công khai thông tin",
            "Từ ngày có quyết định, văn bản về nội dung.",
        ),
        "deadline.disclosure.change": (
            "Công khai phần thông tin thay đổi",
            "Luật chỉ nói kịp thời; ngày đưa ra là mục tiêu phục vụ.",
        ),
        "deadline.disclosure.of_period": (
            "Công khai số liệu của quý, 6 tháng, năm",
            "Từ ngày cuối kỳ; luật chuyên ngành định ngày thì theo ngày đó.",
        ),
        "deadline.disclosure.quarterly_list": (
            "Niêm yết danh sách đã công khai trong quý",
            "Luật không định ngày; ngày đưa ra là mục tiêu phục vụ.",
        ),
        "minimum.posting.commune": ("Niêm yết ở xã, thôn", "Ngày sớm nhất được gỡ."),
        "minimum.posting.agency": ("Niêm yết ở cơ quan, đơn vị", "Ngày sớm nhất được gỡ."),
        "minimum.posting.enterprise": ("Niêm yết ở doanh nghiệp nhà nước", "Ngày sớm nhất được gỡ."),
        "minimum.posting.quarterly_list": (
            "Niêm yết danh sách đã công khai trong quý, bao lâu",
            "Luật không nói riêng; ngày đưa ra là mục tiêu phục vụ.",
        ),
        "minimum.broadcast": ("Phát thanh ở xã", "Ngày cuối của số ngày phát liên tục tối thiểu."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "agreed": ("Cộng đồng đã thống nhất dùng", "chỉ cần khi dùng mạng xã hội"),
        "all_in_writing": ("Mọi người đã nhận bằng văn bản", "true nếu đã gửi văn bản cho từng người"),
        "broadcast_days": ("Số ngày đã phát thanh liên tục", "không phát thì ghi 0"),
        "by_other_law": ("Ngày theo luật chuyên ngành", "bỏ trống nếu không có luật nào định"),
        "has_portal": ("Có cổng, trang hoặc hệ thống thông tin", "của xã, hoặc nội bộ của cơ quan"),
        "has_radio": ("Xã có hệ thống truyền thanh", "true hoặc false"),
        "has_house": ("Các thôn có nhà văn hóa", "false nếu không thôn nào có; chưa biết thì bỏ trống"),
        "has_point": ("Các thôn có điểm sinh hoạt cộng đồng", "false nếu không thôn nào có; chưa biết thì bỏ trống"),
        "headquarters_days": ("Số ngày niêm yết ở trụ sở", "đủ ngày liên tục, không kể ngày dán"),
        "house_days": ("Số ngày niêm yết ở nhà văn hóa", "thôn ít ngày nhất, không kể ngày dán"),
        "in_period": ("Đang trong thời gian phải công khai", "true hoặc false"),
        "item": ("Số của nội dung trong danh mục", "khoản trong điều của luật"),
        "lawful": ("Mạng xã hội hoạt động hợp pháp", "chỉ cần khi dùng mạng xã hội"),
        "office_days": ("Số ngày niêm yết ở trụ sở xã", "đủ ngày liên tục, không kể ngày dán"),
        "on_portal": ("Đã đăng trên cổng, trang thông tin", "true hoặc false"),
        "point_days": ("Số ngày niêm yết ở điểm sinh hoạt cộng đồng", "thôn ít ngày nhất, không kể ngày dán"),
        "portal_days": ("Số ngày đăng nội bộ", "đủ ngày liên tục, không kể ngày đăng"),
        "published": ("Đã công khai rồi", "true hoặc false"),
        "published_on": ("Ngày công khai lần đầu", "bằng cách nào trong các cách bắt buộc cũng được"),
        "reachable": ("Người dân tiếp cận được bản đã công khai", "false nếu gặp trở ngại khách quan"),
        "sent_to_village_heads": ("Đã gửi đến các Trưởng thôn", "true hoặc false"),
        "session": ("Ngày khai mạc kỳ họp", "kỳ họp thường lệ tiếp theo của Hội đồng"),
        "special_area": ("Vùng biên giới, hải đảo, đặc biệt khó khăn", "true hoặc false"),
        "still_posted": ("Hiện vẫn còn niêm yết", "cần với nội dung niêm yết thường xuyên"),
        "workplace_days": ("Số ngày niêm yết ở nơi làm việc", "đủ ngày liên tục, không kể ngày dán"),
        "disclosure.notice_valid.form": ("Cách thông tin", "cách Trưởng thôn báo cho người dân"),
        "disclosure.kind": ("Nơi công khai", "xã, cơ quan hoặc doanh nghiệp nhà nước"),
    }
)
CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Form": {
            "posting": "niêm yết",
            "portal": "đăng cổng, trang, hệ thống thông tin điện tử",
            "radio": "truyền thanh",
            "village-head": "gửi Trưởng thôn để thông tin đến Nhân dân",
            "letter": "gửi văn bản",
            "dialogue": "họp, đối thoại",
            "reception": "tiếp công dân",
            "organisations": "qua các tổ chức, đoàn thể",
            "network": "mạng viễn thông, mạng xã hội",
            "conference": "hội nghị",
            "all-in-writing": "văn bản đến từng người",
            "section-heads": "qua người phụ trách bộ phận",
            "union": "qua công đoàn",
            "other": "cách khác",
        }
    }
)
