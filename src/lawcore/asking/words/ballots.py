"""Community decisions, meetings, ballot rounds, online votes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "decision.required": ("Số tán thành tối thiểu", "Bao nhiêu hộ hoặc thôn tán thành thì được thông qua."),
        "decision.adopted": ("Quyết định có được thông qua không", "So số tán thành với tỷ lệ luật định."),
        "decision.still_needed": ("Còn thiếu bao nhiêu tán thành", "Số hộ hoặc thôn còn phải tán thành thêm."),
        "decision.can_still_pass": (
            "Số người dự có đủ để thông qua không",
            "Nếu mọi người dự họp đều tán thành thì có đạt tỷ lệ không.",
        ),
        "decision.form_allowed": (
            "Hình thức quyết định có được dùng không",
            "Nội dung này được họp, phát phiếu hay biểu quyết trực tuyến.",
        ),
        "decision.proposer": ("Ai đề xuất nội dung", "Ai đưa việc ra bàn, phải thống nhất trước với ai."),
        "decision.complete": ("Văn bản quyết định có đủ nội dung không", "Đối chiếu từng nội dung bắt buộc."),
        "decision.signed": ("Quyết định có đủ chữ ký không", "Trưởng thôn, Mặt trận và đại diện hộ cùng ký."),
        "decision.effective": ("Ngày quyết định có hiệu lực", "Từ ngày nào quyết định ràng buộc cả cộng đồng."),
        "decision.recogniser": ("Ai công nhận quyết định", "Việc nào cần công nhận, cơ quan nào công nhận."),
        "decision.recognition_overdue": (
            "Việc công nhận có quá hạn không",
            "Im lặng không phải là công nhận, chỉ là quá hạn.",
        ),
        "decision.remedy_allowed": (
            "Cách xử lý quyết định có được phép không",
            "Bãi bỏ, yêu cầu sửa hay cộng đồng tự sửa.",
        ),
        "decision.disclosed_as": (
            "Quyết định của thôn được công khai ở nội dung nào",
            "Mục nào trong danh sách xã phải công khai, điều nào buộc.",
        ),
        "initiative.admissible": (
            "Sáng kiến của dân có phải đưa ra bàn không",
            "Đủ hộ đồng ý, và sự đồng ý còn giá trị.",
        ),
        "initiative.consent_until": ("Sự đồng ý còn giá trị đến ngày nào", "Ngày cuối còn tính chữ ký đã lấy."),
        "meeting.convener": ("Ai triệu tập và chủ trì cuộc họp", "Tùy nội dung họp và ai đang giữ chức."),
        "meeting.clusters_allowed": ("Có được họp theo cụm dân cư không", "Thôn đông hộ hoặc ở không tập trung."),
        "meeting.documents_required": (
            "Có phải gửi tài liệu đến từng hộ không",
            "Nội dung nào phải có tài liệu trước khi họp.",
        ),
        "meeting.chosen": (
            "Cuộc họp đã chọn được chưa",
            "Thư ký, cách biểu quyết, ban kiểm phiếu cần quá một nửa số dự.",
        ),
        "meeting.votes_of_household": ("Một hộ được mấy phiếu", "Nhiều người một hộ cùng giơ tay vẫn tính một."),
        "meeting.tellers_size": ("Ban kiểm phiếu có đúng số người không", "Khi cuộc họp bỏ phiếu kín."),
        "meeting.count_witnessed": ("Kiểm phiếu ở cuộc họp có đủ người chứng kiến không", "Đại diện hộ chứng kiến."),
        "meeting.minutes_copies": ("Biên bản kiểm phiếu có đủ bản không", "Gửi xã, gửi Mặt trận và lưu ở thôn."),
        "ballot.team_size": ("Tổ phát phiếu có đúng số người không", "Tổ phát phiếu lấy ý kiến từng hộ."),
        "ballot.team_leader": ("Tổ trưởng Tổ phát phiếu có đúng người không", "Ai được làm tổ trưởng."),
        "ballot.papers_needed": ("Cần in bao nhiêu phiếu", "Mỗi hộ một phiếu."),
        "ballot.paper_complete": ("Phiếu có đủ dấu, chữ ký không", "Phiếu cấp xã đóng dấu, phiếu thôn ký."),
        "ballot.count_witnessed": ("Kiểm phiếu có đủ người chứng kiến không", "Đại diện hộ chứng kiến kiểm phiếu."),
        "online.team_size": ("Tổ biểu quyết trực tuyến có đúng số người không", "Kể cả người giỏi kỹ thuật."),
        "online.team_leader": ("Tổ trưởng Tổ biểu quyết trực tuyến có đúng người không", "Ai được làm tổ trưởng."),
        "online.may_start": (
            "Có được tổ chức biểu quyết trực tuyến không",
            "Quá một nửa số hộ phải chọn hình thức này trước.",
        ),
        "online.adopted": ("Biểu quyết trực tuyến có được thông qua không", "Tính trên tổng số hộ của thôn."),
        "deadline.decision.to_commune": (
            "Gửi quyết định đến Ủy ban nhân dân cấp xã",
            "Từ ngày họp hoặc ngày hết hạn lấy phiếu.",
        ),
        "deadline.decision.recognition": ("Công nhận quyết định của thôn", "Từ ngày nhận được quyết định."),
        "deadline.ballot.plan": ("Gửi kế hoạch phát phiếu", "Từ ngày ban hành kế hoạch."),
        "latest.meeting.notice": ("Báo họp cho các hộ", "Trước ngày họp."),
        "latest.meeting.documents": ("Gửi tài liệu đến từng hộ", "Trước ngày họp."),
        "latest.ballot.announcement": ("Thông báo đợt phát phiếu", "Trước ngày phát phiếu."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "has_absent": ("Ghi số hộ vắng", "trong văn bản quyết định"),
        "choice": ("Việc cuộc họp chọn", "thư ký, cách biểu quyết hoặc ban kiểm phiếu"),
        "copies": ("Số bản biên bản", "ví dụ 3"),
        "has_decision": ("Ghi nội dung đã quyết định", "trong văn bản quyết định"),
        "has_form": ("Ghi hình thức quyết định", "trong văn bản quyết định"),
        "has_present": ("Ghi số hộ dự", "trong văn bản quyết định"),
        "dismissal": ("Họp để cho thôi làm Trưởng thôn", "true nếu cuộc họp bàn việc này"),
        "front_head": ("Trưởng ban công tác Mặt trận đã ký", "true nếu đã ký"),
        "front_member": ("Một thành viên khác của Ban công tác Mặt trận đã ký", "khi một người giữ hai chức"),
        "ground": ("Lý do", "vì sao phải xử lý"),
        "hands": ("Số người trong hộ giơ tay", "đếm trong một hộ"),
        "has_households": ("Ghi tổng số hộ", "trong văn bản quyết định"),
        "leader": ("Người làm tổ trưởng", "chức danh của người được cử"),
        "has_outcome": ("Ghi kết quả biểu quyết", "trong văn bản quyết định"),
        "remedy": ("Cách xử lý", "ai làm gì với quyết định"),
        "representatives": ("Số đại diện hộ", "người ký hoặc người chứng kiến"),
        "same_person": ("Trưởng thôn kiêm Trưởng ban công tác Mặt trận", "true nếu một người giữ hai chức"),
        "scattered": ("Các hộ ở không tập trung", "true nếu địa bàn rộng, hộ ở rải rác"),
        "sealed": ("Phiếu có đóng dấu", "dấu của Ủy ban nhân dân cấp xã"),
        "has_signatures": ("Có phần chữ ký", "trong văn bản quyết định"),
        "signed": ("Phiếu có chữ ký của Trưởng thôn", "true nếu đã ký"),
        "has_subject": ("Ghi nội dung đưa ra bàn", "trong văn bản quyết định"),
        "has_time": ("Ghi thời gian, địa điểm", "trong văn bản quyết định"),
        "village_head": ("Trưởng thôn đã ký", "true nếu đã ký"),
    }
)
CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Matter": {
            "15.1": "công trình, đóng góp xây dựng (khoản 1)",
            "15.2": "thu, chi, quản lý khoản đóng góp (khoản 2)",
            "15.3": "hương ước, quy ước (khoản 3)",
            "15.4": "bầu, cho thôi làm Trưởng thôn (khoản 4)",
            "15.5": "bầu, cho thôi thành viên Ban Thanh tra, Ban Giám sát (khoản 5)",
            "15.6": "việc tự quản khác (khoản 6)",
        },
        "Scope": {"village": "một thôn", "commune": "mọi thôn của xã"},
        "Form": {"meeting": "họp", "ballot": "phát phiếu lấy ý kiến", "online": "biểu quyết trực tuyến"},
        "Ground": {"unlawful": "trái pháp luật", "procedure": "sai trình tự, thủ tục", "wish": "cộng đồng muốn đổi"},
        "Remedy": {
            "abolish": "Ủy ban nhân dân cấp xã bãi bỏ",
            "ask_to_amend": "Ủy ban nhân dân cấp xã yêu cầu sửa đổi",
            "community_changes": "cộng đồng tự sửa đổi, bãi bỏ",
        },
        "Choice": {"secretary": "thư ký", "method": "giơ tay hay bỏ phiếu kín", "tellers": "ban kiểm phiếu"},
    }
)
