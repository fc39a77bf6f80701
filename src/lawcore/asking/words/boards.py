"""People's inspection boards, community investment supervision boards."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "board.size": ("Ban có bao nhiêu thành viên", "Số thành viên ít nhất và nhiều nhất."),
        "board.composition": (
            "Ban có đúng thành phần không",
            "Số thành viên, số Phó Trưởng ban, đại diện từng thôn, từng bên.",
        ),
        "board.member_eligible": ("Có được làm thành viên Ban không", "Nơi ở, chức vụ, quan hệ thân thích."),
        "board.elected": (
            "Có trúng cử hoặc được cho thôi khỏi Ban không",
            "Quá một nửa tổng số hộ, hoặc số người dự hội nghị.",
        ),
        "board.term_ends": ("Nhiệm kỳ của Ban hết ngày nào", "Theo loại Ban."),
        "board.by_election": ("Có phải bầu bổ sung thành viên Ban không", "Khi khuyết thành viên giữa nhiệm kỳ."),
        "board.dismissal_decided_by": ("Ai cho thôi thành viên Ban", "Theo loại Ban."),
        "board.decided": ("Ban có thông qua không", "Ban làm việc tập thể, quyết định theo đa số."),
        "board.may_send": ("Kiến nghị của Ban có được gửi đi không", "Có loại Ban cần Mặt trận xác nhận trước."),
        "board.guided_by": ("Ai chỉ đạo hoạt động của Ban", "Mặt trận hoặc công đoàn."),
        "board.rhythm": ("Bao lâu Ban lập kế hoạch, báo cáo một lần", "Quý, sáu tháng, năm, nhiệm kỳ."),
        "deadline.board.reply": ("Trả lời kiến nghị của Ban", "Từ ngày nhận được kiến nghị."),
        "deadline.board.recognition": (
            "Công nhận kết quả bầu Ban",
            "Từ ngày nhận quyết định của thôn, hoặc ngày hội nghị kết thúc.",
        ),
        "latest.inspection.plan": ("Gửi kế hoạch kiểm tra của Ban", "Trước ngày bắt đầu kiểm tra."),
        "latest.supervision.notice": ("Báo kế hoạch giám sát đầu tư cho chủ đầu tư", "Trước ngày thực hiện."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "attending": ("Số người dự hội nghị", "của cơ quan, doanh nghiệp"),
        "board": ("Loại Ban", "của xã, cơ quan, doanh nghiệp hay giám sát đầu tư"),
        "commune_official": ("Là cán bộ, công chức cấp xã", "true hoặc false"),
        "confirmed": ("Mặt trận cấp xã đã xác nhận", "true hoặc false"),
        "front_members": ("Số thành viên đại diện Mặt trận", "của Ban Giám sát đầu tư"),
        "has_union": ("Nơi này có công đoàn", "true hoặc false"),
        "heads_until": ("Ngày hết nhiệm kỳ Trưởng thôn", "Ban của xã theo nhiệm kỳ này"),
        "inspection_members": ("Số thành viên từ Ban Thanh tra nhân dân", "của Ban Giám sát đầu tư"),
        "leads": ("Giữ chức vụ lãnh đạo, quản lý", "cấp trưởng, cấp phó, kế toán trưởng"),
        "non_specialised": ("Là người hoạt động không chuyên trách", "ở xã hoặc ở thôn"),
        "paper": ("Loại văn bản", "kế hoạch hoặc báo cáo"),
        "people_members": ("Số thành viên đại diện người dân", "nơi có chương trình, dự án"),
        "permanent_resident": ("Thường trú tại xã", "true hoặc false"),
        "relation": ("Quan hệ với người có liên quan đến dự án", "chủ đầu tư, nhà thầu, người quản lý dự án"),
        "term_until": ("Ngày hết nhiệm kỳ của Ban", "ngày cuối"),
        "villages_represented": ("Số thôn có người đại diện trong Ban", "không quá số thôn của xã"),
        "works_here": ("Đang làm việc tại đây", "true hoặc false"),
        "board.kind": ("Loại Ban", "của xã, cơ quan, doanh nghiệp hay giám sát đầu tư"),
        "board.scattered": ("Tổ chức đặc thù hoặc làm việc phân tán", "hội nghị có thể bầu nhiều hơn"),
        "board.elected.agree": ("Số tán thành", "hộ của thôn, hoặc người dự hội nghị"),
        "board.decided.agree": ("Số thành viên tán thành", "trong Ban"),
        "board.decided.present": ("Số thành viên có mặt", "trong cuộc họp của Ban"),
    }
)
CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Relation": {
            "none": "không có quan hệ",
            "close": "vợ chồng, cha mẹ, con, anh chị em ruột",
            "in-law": "cha mẹ, anh chị em bên vợ hoặc chồng",
            "distant": "họ hàng xa hơn",
        },
        "Dismisser": {"village": "thôn", "front": "Mặt trận cấp xã", "conference": "hội nghị"},
        "Paper": {"plan": "kế hoạch", "report": "báo cáo"},
    }
)
