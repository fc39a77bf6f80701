"""Words that several topics use: the parameters named by the contract of the rules, and the rules chosen by kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "deadline": ("Hạn cuối phải làm xong", "Từ ngày việc xảy ra, tính ngày cuối cùng còn đúng hạn."),
        "latest": ("Ngày muộn nhất phải làm trước", "Từ ngày đã định, lùi lại ngày muộn nhất phải làm xong."),
        "minimum": ("Thời gian tối thiểu", "Từ ngày bắt đầu, tính ngày sớm nhất được kết thúc."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "after_failed_meeting": ("Đã họp nhưng không đủ người", "true nếu cuộc họp không đủ số đại diện hộ dự"),
        "agree": ("Số hộ tán thành", "đếm theo hộ, mỗi hộ một ý kiến"),
        "before": ("Ngày diễn ra việc", "ngày họp, ngày bầu, ngày kiểm tra"),
        "channel": ("Cách gửi yêu cầu", "trực tiếp, qua mạng hoặc qua bưu chính"),
        "collected_on": ("Ngày lấy ý kiến đồng ý sớm nhất", "ngày của sự đồng ý cũ nhất còn được tính"),
        "commune_decided_on": ("Ngày Ủy ban nhân dân cấp xã quyết định", "khi việc chung của cả xã"),
        "complex": ("Vụ việc phức tạp", "true nếu người giải quyết đã xác định là phức tạp"),
        "deputies": ("Số Phó Trưởng ban", "không có thì ghi 0"),
        "extensions": ("Số lần gia hạn", "0, 1 hoặc 2"),
        "form": ("Hình thức quyết định", "họp, phát phiếu hoặc trực tuyến"),
        "front_agrees": ("Ban công tác Mặt trận đồng ý", "khi chưa đủ tỷ lệ hộ đồng ý"),
        "households": ("Tổng số hộ của thôn", "mọi hộ, không phải số có mặt"),
        "kind": ("Loại việc", "chọn một trong các loại"),
        "matter": ("Nội dung quyết định", "khoản của Điều 15"),
        "members": ("Số thành viên", "kể cả Trưởng ban và Phó Trưởng ban"),
        "present": ("Số hộ có mặt", "số đại diện hộ dự họp"),
        "on": ("Ngày áp dụng quy định", "bỏ trống thì lấy ngày khác đã nêu, hoặc hôm nay"),
        "passed_on": ("Ngày cộng đồng thông qua", "ngày họp, hoặc ngày cuối lấy phiếu"),
        "recognised_on": ("Ngày ra quyết định công nhận", "chưa công nhận thì bỏ trống"),
        "remote": ("Vùng sâu, vùng xa đi lại khó khăn", "true nếu ở nơi đi lại khó khăn"),
        "scope": ("Phạm vi", "một thôn, hay mọi thôn của xã"),
        "seen_on": ("Ngày xem xét", "ngày muốn biết việc đang ở đâu"),
        "simple": ("Thông tin đơn giản, có sẵn", "true nếu cung cấp được ngay"),
        "since": ("Ngày bắt đầu", "ngày việc xảy ra; thời hạn tính từ ngày sau"),
        "staff": ("Tổng số người của cơ quan, đơn vị", "mọi người, không phải số có mặt"),
        "villages": ("Số thôn của xã", "mọi thôn, tổ dân phố"),
        "villages_agree": ("Số thôn tán thành", "thôn đạt tỷ lệ của mình"),
        "deadline.kind": ("Loại thời hạn", "việc phải làm xong chậm nhất vào ngày nào"),
        "latest.kind": ("Loại việc phải làm trước", "việc phải làm trước một ngày đã định"),
        "minimum.kind": ("Loại thời gian tối thiểu", "việc phải kéo dài ít nhất bao lâu"),
    }
)
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "act_by": "nên xong trước hết ngày",
        "broadcast": "phát thanh ít nhất",
        "citation": "căn cứ",
        "day": "chậm nhất ngày",
        "days": "số ngày",
        "does": "việc",
        "explained": "giải thích tại chỗ",
        "for_good": "giữ thường xuyên",
        "forms": "cách công khai",
        "item": "số trong danh mục",
        "kind": "loại",
        "label": "nội dung",
        "least": "ít nhất",
        "max": "nhiều nhất",
        "min": "ít nhất",
        "most": "nhiều nhất",
        "name": "tên",
        "on": "ngày",
        "per": "mỗi",
        "places": "nơi niêm yết",
        "stays": "giữ ít nhất",
        "who": "người làm",
        "within": "công khai trong",
        "written": "thông báo bằng văn bản",
    }
)
"""The parts of a result: name → words."""
