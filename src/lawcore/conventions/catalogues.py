"""The lists of Decree 61/2023, in short words of our own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawcore.catalogues import Item


def _clauses(article: str, *labels: str) -> tuple[Item, ...]:
    """The clauses of an article, numbered from 1."""
    return tuple(Item(str(number), label, f"{article} cl. {number}") for number, label in enumerate(labels, 1))


def _points(clause: str, *labels: str) -> tuple[Item, ...]:
    """The points of a clause in the order of the Vietnamese alphabet: a, b, c, d, đ, e."""
    return tuple(Item(point, label, f"{clause} pt. {point}") for point, label in zip("abcdđe", labels, strict=False))


_FORBIDDEN: Final = (
    Item("against_law", "Trái chủ trương của Đảng, pháp luật của Nhà nước", "Decree 61/2023 art. 4 cl. 1"),
    Item("restates_law", "Chép lại điều pháp luật đã quy định", "Decree 61/2023 art. 4 cl. 1"),
    Item("against_belief", "Không tôn trọng tín ngưỡng, tôn giáo, đa dạng văn hóa", "Decree 61/2023 art. 4 cl. 3"),
    Item("against_customs", "Trái đạo đức xã hội, phong tục tốt đẹp", "Decree 61/2023 art. 4 cl. 4"),
    Item("replaces_penalties", "Phạt thay cho xử lý theo pháp luật", "Decree 61/2023 art. 5 cl. 4"),
)
_FORM: Final = (
    Item("writing", "Bằng văn bản", "Decree 61/2023 art. 6 cl. 1"),
    Item("signatures", "Trưởng thôn, Trưởng ban công tác Mặt trận, hai đại diện hộ ký", "Decree 61/2023 art. 6 cl. 1"),
    Item("seal", "Đóng dấu giáp lai của Ủy ban nhân dân cấp xã sau công nhận", "Decree 61/2023 art. 6 cl. 1"),
    Item("name", "Cộng đồng dân cư chọn tên Hương ước hoặc Quy ước", "Decree 61/2023 art. 6 cl. 2"),
    Item("structure", "Kết cấu phù hợp, ngắn gọn, dễ nhớ, dễ làm", "Decree 61/2023 art. 6 cl. 3"),
    Item("language", "Viết bằng tiếng Việt", "Decree 61/2023 art. 6 cl. 4"),
    Item("translation", "Dịch ra tiếng dân tộc nếu cộng đồng dân cư quyết định", "Decree 61/2023 art. 6 cl. 5"),
)
_STEPS: Final = (
    Item("propose", "Đề xuất nội dung", "Decree 61/2023 art. 7"),
    Item("draft", "Lập Tổ soạn thảo và soạn thảo", "Decree 61/2023 art. 8"),
    Item("post", "Niêm yết và lấy ý kiến về dự thảo", "Decree 61/2023 art. 9"),
    Item("adopt", "Họp thông qua, hoặc phát phiếu sau cuộc họp không đủ hộ", "Decree 61/2023 art. 10"),
    Item("recognise", "Gửi hồ sơ, Ủy ban nhân dân cấp xã công nhận", "Decree 61/2023 art. 11"),
    Item("make_known", "Niêm yết, phổ biến đến các hộ", "Decree 61/2023 art. 15 cl. 1"),
    Item("review", "Rà soát, đánh giá hằng năm", "Decree 61/2023 art. 15 cl. 4"),
)
_TEAM: Final = (
    Item("organizations", "Đại diện tổ chức chính trị - xã hội, xã hội - nghề nghiệp", "Decree 61/2023 art. 8 cl. 2"),
    Item("respected", "Người có uy tín trong cộng đồng", "Decree 61/2023 art. 8 cl. 2"),
    Item("knowing", "Người hiểu pháp luật, văn hóa, phong tục địa phương", "Decree 61/2023 art. 8 cl. 2"),
    Item("elder", "Già làng, trưởng bản ở vùng dân tộc thiểu số", "Decree 61/2023 art. 8 cl. 2"),
    Item("speaker", "Người biết tiếng dân tộc ở vùng dân tộc thiểu số", "Decree 61/2023 art. 8 cl. 2"),
)
_TEMPLATES: Final = (
    Item("01", "Văn bản đề nghị công nhận", "Decree 61/2023 art. 11 cl. 4 pt. a"),
    Item("02", "Nghị quyết hoặc biên bản thông qua", "Decree 61/2023 art. 11 cl. 4 pt. b"),
    Item("03", "Quyết định công nhận", "Decree 61/2023 art. 11 cl. 3 pt. b"),
    Item("04", "Quyết định tạm ngừng", "Decree 61/2023 art. 12 cl. 3"),
    Item("05", "Quyết định bãi bỏ", "Decree 61/2023 art. 14 cl. 4"),
)
_YEARLY: Final = (
    Item("community", "Cộng đồng dân cư rà soát, đánh giá", "Decree 61/2023 art. 15 cl. 4"),
    Item(
        "commune",
        "Ủy ban nhân dân cấp xã rà soát hương ước, quy ước đã công nhận",
        "Decree 61/2023 art. 18 cl. 1 pt. g",
    ),
    Item("village_head", "Trưởng thôn báo cáo Ủy ban nhân dân cấp xã", "Decree 61/2023 art. 19 cl. 1 pt. e"),
    Item("province", "Ủy ban nhân dân cấp tỉnh báo cáo Bộ", "Decree 61/2023 art. 16 cl. 3"),
)

CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "convention.content": _clauses(
            "Decree 61/2023 art. 5",
            "Tham gia quản lý nhà nước, xã hội; phát huy tự do, dân chủ",
            "Phong tục tốt đẹp, bỏ hủ tục, nếp sống văn minh, gia đình",
            "Bảo vệ tài sản, môi trường, an ninh; tương trợ; khuyến học; kinh tế",
            "Thưởng, phạt phù hợp, không thay pháp luật",
            "Nội dung cần thiết khác",
        ),
        "convention.forbidden": _FORBIDDEN,
        "convention.form": _FORM,
        "convention.steps": _STEPS,
        "convention.team": _TEAM,
        "convention.support_forms": _points(
            "Decree 61/2023 art. 7 cl. 2",
            "Phát phiếu lấy ý kiến hộ gia đình",
            "Lấy ý kiến tại cuộc họp",
            "Biểu quyết trực tuyến hoặc cách khác đã thống nhất",
        ),
        "convention.opinion_forms": _points(
            "Decree 61/2023 art. 9 cl. 2",
            "Sao gửi dự thảo đến từng hộ",
            "Mạng viễn thông, mạng xã hội đã thống nhất",
            "Hòm thư góp ý",
            "Cuộc họp, sinh hoạt ở cộng đồng hoặc cách khác",
        ),
        "convention.dossier": _points(
            "Decree 61/2023 art. 11 cl. 4",
            "Văn bản đề nghị công nhận của Trưởng thôn",
            "Nghị quyết hoặc biên bản thông qua",
            "Dự thảo đã được thông qua",
        ),
        "convention.conditions": _points(
            "Decree 61/2023 art. 11 cl. 2",
            "Phạm vi nội dung, hình thức đúng quy định",
            "Đúng nguyên tắc, trình tự, thủ tục",
        ),
        "convention.suspension_grounds": _points(
            "Decree 61/2023 art. 12 cl. 1",
            "Sai trình tự soạn thảo, lấy ý kiến, thông qua: tạm ngừng toàn bộ",
            "Nội dung trái mục đích, nguyên tắc: tạm ngừng một phần",
            "Nội dung trái nguyên tắc, gây hại uy tín cộng đồng: tạm ngừng một phần",
        ),
        "convention.abolition_grounds": (
            *_points(
                "Decree 61/2023 art. 14 cl. 1",
                "Trái pháp luật, đạo đức xã hội hoặc gây hại: bãi bỏ toàn bộ",
                "Tạm ngừng toàn bộ, hết hạn chưa làm lại xong: bãi bỏ toàn bộ",
                "Không đủ tỷ lệ mà không biểu quyết lại: bãi bỏ toàn bộ",
            ),
            Item("2", "Tạm ngừng một phần, hết hạn chưa sửa: bãi bỏ một phần", "Decree 61/2023 art. 14 cl. 2"),
        ),
        "convention.channels": _points(
            "Decree 61/2023 art. 15 cl. 1",
            "Hội nghị của cộng đồng dân cư",
            "Mạng lưới thông tin cơ sở",
            "Sao gửi đến từng hộ",
            "Mạng viễn thông, mạng xã hội",
            "Tuyên truyền viên, hòa giải viên, người có uy tín",
            "Cách khác phù hợp",
        ),
        "convention.yearly": _YEARLY,
        "convention.statistics": _points(
            "Decree 61/2023 art. 16 cl. 1",
            "Tình hình, tác động, khó khăn",
            "Số được công nhận, không được công nhận",
            "Số được sửa đổi, thay thế",
            "Số bị tạm ngừng, bãi bỏ",
            "Nội dung khác",
        ),
        "convention.templates": _TEMPLATES,
    }
)
"""By code. Each list is in the order of its provision."""
