"""Village conventions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "convention.proposal_admissible": (
            "Đề xuất hương ước của dân có phải đưa ra bàn không",
            "Đủ hộ đồng ý, hoặc Mặt trận đồng ý.",
        ),
        "convention.support_form_allowed": (
            "Cách lấy ý kiến ủng hộ đề xuất có được dùng không",
            "Họp, phiếu hay trực tuyến.",
        ),
        "convention.content_allowed": (
            "Nội dung hương ước có được phép không",
            "Không trái luật, không chép lại luật, không thay xử phạt.",
        ),
        "convention.language_allowed": ("Ngôn ngữ của hương ước có đúng không", "Phải có bản tiếng Việt."),
        "convention.team_complete": (
            "Tổ soạn thảo hương ước có đủ thành phần không",
            "Nơi có đồng bào dân tộc thiểu số.",
        ),
        "convention.opinions_asked": (
            "Đã lấy ý kiến vào dự thảo hương ước chưa",
            "Ít nhất một trong các cách luật nêu.",
        ),
        "convention.may_vote": ("Đã được biểu quyết hương ước chưa", "Dự thảo phải niêm yết đủ ngày."),
        "convention.quorum": ("Họp thông qua hương ước cần bao nhiêu hộ dự", "Quá một nửa tổng số hộ."),
        "convention.quorum_met": ("Họp thông qua hương ước có đủ hộ dự không", "Không đủ thì được phát phiếu."),
        "convention.vote_form_allowed": (
            "Cách thông qua hương ước có được dùng không",
            "Họp trước; phát phiếu khi họp không đủ người.",
        ),
        "convention.adopted": ("Hương ước có được thông qua không", "Quá một nửa tổng số hộ."),
        "convention.signed": ("Hương ước có đủ chữ ký không", "Trưởng thôn, Mặt trận và đại diện hộ cùng ký."),
        "convention.dossier_complete": (
            "Hồ sơ đề nghị công nhận hương ước có đủ không",
            "Đủ hồ sơ thì mới tính thời hạn công nhận.",
        ),
        "convention.recognisable": (
            "Hương ước có đủ điều kiện công nhận không",
            "Nội dung, hình thức, nguyên tắc, trình tự.",
        ),
        "convention.effective": ("Hương ước có hiệu lực từ ngày nào", "Từ ngày được công nhận."),
        "convention.made_known": ("Hương ước đã phổ biến đúng cách chưa", "Niêm yết và thêm ít nhất một cách khác."),
        "convention.review_day": ("Ngày rà soát hương ước hằng năm", "Ngày luật nêu, hoặc ngày cộng đồng chọn."),
        "convention.province_report": ("Hạn báo cáo của tỉnh về hương ước", "Mỗi năm một lần."),
        "convention.suspension_extent": ("Tạm ngừng hương ước đến đâu", "Toàn bộ, một phần hay không tạm ngừng."),
        "convention.suspension_complete": ("Quyết định tạm ngừng hương ước có đủ không", "Phải nêu lý do và thời hạn."),
        "convention.suspended": ("Hương ước có đang tạm ngừng không", "Từ ngày ký đến khi được công nhận lại."),
        "convention.abolition_extent": ("Bãi bỏ hương ước đến đâu", "Toàn bộ, một phần hay không bãi bỏ."),
        "convention.replace_by": (
            "Hương ước cũ phải thay trước ngày nào",
            "Hương ước có trước ngày Nghị định có hiệu lực.",
        ),
        "deadline.convention.dossier": (
            "Gửi hồ sơ đề nghị công nhận hương ước",
            "Từ ngày họp hoặc ngày hết hạn lấy phiếu.",
        ),
        "deadline.convention.recognition": ("Công nhận hương ước", "Từ ngày nhận đủ hồ sơ."),
        "deadline.convention.send": ("Gửi hương ước đã công nhận", "Từ ngày công nhận."),
        "deadline.convention.suspension": (
            "Tạm ngừng hương ước hoặc trả lời không có căn cứ",
            "Từ ngày nhận kiến nghị hoặc phát hiện.",
        ),
        "deadline.convention.abolition": (
            "Bãi bỏ hương ước hoặc trả lời không có căn cứ",
            "Từ ngày nhận kiến nghị hoặc phát hiện.",
        ),
        "minimum.posting.convention": ("Niêm yết dự thảo hương ước", "Ngày sớm nhất được gỡ và biểu quyết."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "against_belief": ("Trái quyền tự do tín ngưỡng, tôn giáo", "true hoặc false"),
        "against_customs": ("Trái thuần phong mỹ tục", "true hoặc false"),
        "against_law": ("Trái pháp luật", "true hoặc false"),
        "against_principles": ("Nội dung trái nguyên tắc", "true hoặc false"),
        "agreed_on": ("Ngày cộng đồng thống nhất", "bỏ trống nếu không chọn ngày riêng"),
        "content_fits": ("Nội dung phù hợp", "true hoặc false"),
        "elder": ("Tổ có già làng, trưởng bản", "true hoặc false"),
        "ethnic_minority_area": ("Nơi có đồng bào dân tộc thiểu số", "true hoặc false"),
        "fits_principles": ("Phù hợp các nguyên tắc của Nghị định", "true hoặc false"),
        "form_fits": ("Hình thức phù hợp", "true hoặc false"),
        "forms": ("Số cách đã dùng", "trong các cách luật nêu"),
        "has_draft": ("Có dự thảo hương ước", "trong hồ sơ"),
        "has_limit": ("Có nêu thời hạn khắc phục", "trong quyết định"),
        "has_minutes": ("Có biên bản, nghị quyết của cộng đồng", "trong hồ sơ"),
        "has_reason": ("Có nêu lý do", "trong quyết định"),
        "has_request": ("Có văn bản đề nghị công nhận", "trong hồ sơ"),
        "limit_passed": ("Đã hết thời hạn khắc phục", "true hoặc false"),
        "posted": ("Đã niêm yết", "true hoặc false"),
        "posted_days": ("Số ngày niêm yết cộng đồng chọn", "bỏ trống thì lấy số ngày tối thiểu"),
        "principles_kept": ("Đúng nguyên tắc", "true hoặc false"),
        "procedure_breached": ("Sai trình tự soạn thảo, lấy ý kiến, thông qua", "true hoặc false"),
        "procedure_kept": ("Đúng trình tự, thủ tục", "true hoặc false"),
        "proposal_breached": ("Sai trình tự đề xuất", "true hoặc false"),
        "ratio_failed": ("Thông qua khi chưa đủ tỷ lệ", "true hoặc false"),
        "redone": ("Cộng đồng đã làm lại, sửa lại", "true hoặc false"),
        "replaces_penalties": ("Đặt hình phạt thay cho pháp luật", "true hoặc false"),
        "restates_law": ("Chép lại quy định của pháp luật", "true hoặc false"),
        "speaks_language": ("Tổ có người thông thạo tiếng dân tộc", "true hoặc false"),
        "suspended_extent": ("Đang tạm ngừng đến đâu", "toàn bộ hoặc một phần"),
        "translated": ("Có bản dịch tiếng dân tộc", "true hoặc false"),
        "unlawful": ("Trái pháp luật, đạo đức hoặc gây hại", "true hoặc false"),
        "voted_on": ("Ngày biểu quyết", "ngày họp hoặc ngày phát phiếu"),
        "convention.support_form_allowed.form": ("Cách lấy ý kiến ủng hộ", "họp, phiếu hoặc trực tuyến"),
    }
)
