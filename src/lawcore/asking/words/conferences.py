"""Village conferences, staff and workers' conferences, dialogues."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "conference.village_due": ("Hạn họp hội nghị thường kỳ của thôn", "Mỗi năm một lần, vào cuối năm."),
        "conference.village_overdue": ("Hội nghị của thôn có quá hạn không", "Hết năm mà chưa họp."),
        "conference.village_in_order": (
            "Hội nghị của thôn có đúng trình tự không",
            "Báo trước, kế hoạch, báo cáo, biên bản.",
        ),
        "conference.quorum": ("Hội nghị phải có bao nhiêu người dự", "Hai phần ba tổng số người hoặc đại biểu."),
        "conference.valid": ("Hội nghị có hợp lệ không", "So số người dự với số tối thiểu."),
        "conference.required": ("Hội nghị cần bao nhiêu người tán thành", "Quá một nửa số người dự."),
        "conference.adopted": ("Hội nghị có thông qua không", "So số tán thành với số người dự."),
        "conference.ballots_allowed": (
            "Có được gửi phiếu thay hội nghị không",
            "Bất khả kháng, hoặc hai lần triệu tập không đủ người.",
        ),
        "conference.ballot_required": (
            "Gửi phiếu cần bao nhiêu tán thành",
            "Luật không nói tỷ lệ, nên là kết quả tạm tính.",
        ),
        "conference.ballot_adopted": (
            "Phiếu gửi thay hội nghị có thông qua không",
            "Luật không nói tỷ lệ, nên là kết quả tạm tính.",
        ),
        "conference.delegates_allowed": ("Có được họp hội nghị đại biểu không", "Đông người, hoặc làm việc phân tán."),
        "conference.optional": ("Có được không tổ chức hội nghị không", "Cơ quan, đơn vị có rất ít người."),
        "conference.extraordinary": (
            "Đề nghị họp bất thường có đủ không",
            "Công đoàn, người đứng đầu, hoặc một phần ba số người.",
        ),
        "conference.decides": ("Việc này có do hội nghị quyết định không", "Đối chiếu danh mục của luật."),
        "dialogue.due": ("Hạn đối thoại của xã với Nhân dân", "Mỗi năm ít nhất một lần."),
        "dialogue.overdue": ("Đối thoại của xã có quá hạn không", "Hết năm mà chưa đối thoại."),
        "dialogue.requested": ("Có phải đối thoại theo yêu cầu của cử tri không", "Một phần mười số cử tri yêu cầu."),
        "labour_dialogue.due": ("Hạn đối thoại tại doanh nghiệp nhà nước", "Mỗi năm ít nhất một lần."),
        "labour_dialogue.workers_side": ("Bên người lao động cần bao nhiêu người", "Theo tổng số lao động."),
        "labour_dialogue.sides_enough": (
            "Hai bên đối thoại có đủ người không",
            "Bên người lao động và bên doanh nghiệp.",
        ),
        "labour_dialogue.may_start": ("Có được bắt đầu đối thoại không", "Số người mỗi bên có mặt."),
        "labour_dialogue.request_enough": (
            "Yêu cầu đối thoại có đủ người không",
            "Tỷ lệ thành viên bên người lao động yêu cầu.",
        ),
        "deadline.conference.report": (
            "Trưởng thôn báo cáo kết quả hội nghị",
            "Nghị định không định ngày; ngày đưa ra là mục tiêu phục vụ.",
        ),
        "deadline.conference.staff": ("Họp hội nghị cán bộ, công chức, viên chức", "Từ ngày cuối năm công tác."),
        "deadline.conference.workers": ("Họp hội nghị người lao động", "Từ ngày cuối năm tài chính."),
        "deadline.conference.staff_check": (
            "Kiểm tra việc thực hiện nghị quyết hội nghị của cơ quan",
            "Từ ngày hội nghị hoặc lần kiểm tra trước.",
        ),
        "deadline.conference.workers_check": (
            "Kiểm tra việc thực hiện nghị quyết hội nghị của doanh nghiệp",
            "Từ ngày hội nghị hoặc lần kiểm tra trước.",
        ),
        "deadline.dialogue.result": ("Công khai kết quả đối thoại của xã", "Từ ngày đối thoại."),
        "deadline.labour_dialogue.result": ("Công khai nội dung đối thoại tại doanh nghiệp", "Từ ngày đối thoại."),
        "deadline.labour_dialogue.answer": ("Trả lời yêu cầu đối thoại tại doanh nghiệp", "Từ ngày nhận yêu cầu."),
        "deadline.labour_dialogue.members": ("Lập lại danh sách thành viên đối thoại", "Từ ngày lập danh sách trước."),
        "latest.conference.notice": ("Báo hội nghị của thôn đến từng hộ", "Trước ngày hội nghị."),
        "latest.dialogue.notice": ("Thông báo đối thoại của xã", "Trước ngày đối thoại."),
        "latest.labour_dialogue.content": ("Gửi nội dung đối thoại tại doanh nghiệp", "Trước ngày đối thoại."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "all_households": ("Đã mời đủ các hộ", "true hoặc false"),
        "asking": ("Số người đề nghị", "người ký tên đề nghị"),
        "delegates": ("Số đại biểu được triệu tập", "khi họp hội nghị đại biểu"),
        "employer_present": ("Người đại diện doanh nghiệp có mặt", "người đại diện theo pháp luật hoặc được ủy quyền"),
        "employers": ("Số người bên doanh nghiệp", "kể cả người đại diện theo pháp luật"),
        "failed_meetings": ("Số lần triệu tập không đủ người", "ví dụ 2"),
        "force_majeure": ("Có sự kiện bất khả kháng", "true hoặc false"),
        "front_reports": ("Có báo cáo của Ban công tác Mặt trận", "true hoặc false"),
        "head_asks": ("Người đứng đầu đề nghị", "true hoặc false"),
        "head_reports": ("Có báo cáo của Trưởng thôn", "true hoặc false"),
        "held_on": ("Ngày đã họp", "chưa họp thì bỏ trống"),
        "inspection_reports": ("Có báo cáo của thành viên Ban Thanh tra nhân dân", "true hoặc false"),
        "minutes": ("Có biên bản của thư ký", "true hoặc false"),
        "notified_on": ("Ngày báo cho các hộ", "ngày báo muộn nhất"),
        "plan_agreed": ("Kế hoạch đã được thống nhất", "với xã, Mặt trận và Ban Thanh tra nhân dân"),
        "returned": ("Số phiếu thu về", "phiếu hợp lệ"),
        "union_agrees": ("Công đoàn đã thống nhất", "true hoặc false"),
        "union_asks": ("Công đoàn đề nghị", "true hoặc false"),
        "voters": ("Tổng số cử tri của xã", "ví dụ 6000"),
        "workers": ("Tổng số người lao động", "của doanh nghiệp"),
        "conference.kind": ("Nơi họp", "cơ quan hoặc doanh nghiệp nhà nước"),
        "conference.adopted.agree": ("Số người tán thành", "trong số người dự"),
        "conference.present": ("Số người dự", "người hoặc đại biểu có mặt"),
        "conference.ballot_adopted.agree": ("Số phiếu tán thành", "phiếu đồng ý"),
        "conference.decides.item": ("Số của việc trong danh mục", "khoản của Điều 49 hoặc Điều 67"),
        "conference.delegates_allowed.scattered": ("Làm việc phân tán", "địa bàn rộng, hoặc không rời được vị trí"),
        "labour_dialogue.may_start.present": ("Số thành viên bên người lao động có mặt", "đếm lúc bắt đầu"),
        "labour_dialogue.request_enough.agree": ("Số thành viên yêu cầu", "bên người lao động"),
        "labour_dialogue.members": ("Số thành viên bên người lao động", "theo danh sách"),
    }
)
