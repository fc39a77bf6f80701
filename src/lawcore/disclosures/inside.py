"""LDC art. 46, 47, 64, 65: what an agency or a state enterprise discloses to its own people, and the ways."""

from typing import Final

from lawcore.disclosures.items import Figures, Form, Item, Place, Posted, Way, parts
from lawcore.timelimits import Every

PLACES: Final = (Place.HEADQUARTERS, Place.WORKPLACE)
FORMS: Final = (Form.PORTAL, Form.POSTING)
"""The inner site or system; posting only where there is none (LDC art. 48 cl. 1, 2; art. 66 cl. 1, 2)."""


def _agency(clause: str, label: str, *held: str | Figures) -> Item:
    code = f"46.{clause}"
    return _item(code, label, held, f"LDC art. 46 cl. {clause}", "minimum.posting.agency")


def _enterprise(point: str, label: str, *held: str) -> Item:
    code = f"64.1.{point}"
    return _item(code, label, held, f"LDC art. 64 cl. 1 pt. {point}", "minimum.posting.enterprise")


def _item(code: str, label: str, held: tuple[str | Figures, ...], cite: str, least: str) -> Item:
    return Item(code, label, cite, parts(code, held), FORMS, PLACES, Posted.FOR_A_TIME, least)


AGENCY_ITEMS: Final = (
    _agency("1", "Chủ trương, chính sách, pháp luật liên quan đến cơ quan, đơn vị"),
    _agency(
        "2",
        "Kế hoạch công tác năm, quý, tháng",
        "Kế hoạch công tác năm",
        "Kế hoạch công tác quý",
        "Kế hoạch công tác tháng",
    ),
    _agency(
        "3",
        "Dự toán, thực hiện, quyết toán ngân sách và nguồn tài chính khác",
        "Dự toán đã được quyết định và nguồn tài chính khác",
        Figures("Tình hình thực hiện dự toán, quyết toán hằng năm", Every.YEAR),
        "Kết quả thực hiện kiến nghị của Kiểm toán nhà nước (nếu có)",
    ),
    _agency(
        "4",
        "Tài sản công: định mức, mua sắm, sử dụng, xử lý, khai thác",
        "Tiêu chuẩn, định mức, thủ tục về tài sản công",
        "Đầu tư, mua sắm, sử dụng, xử lý tài sản công",
        "Nguồn thu từ khai thác tài sản công",
    ),
    _agency(
        "5",
        "Đầu tư công: tiêu chí, danh mục, vốn, tiến độ, quyết toán",
        "Nguyên tắc, tiêu chí, định mức phân bổ vốn",
        "Căn cứ xác định danh mục dự án",
        "Kế hoạch, chương trình và vốn bố trí từng năm",
        "Phân bổ vốn trung hạn, hằng năm cho từng dự án",
        "Huy động nguồn lực, nguồn vốn khác",
        "Tình hình, kết quả, tiến độ, giải ngân",
        "Nghiệm thu, đánh giá và quyết toán vốn",
    ),
    _agency(
        "6",
        "Công tác cán bộ: tuyển dụng, bổ nhiệm, lương, đánh giá, khen thưởng, kỷ luật",
        "Tuyển dụng, đào tạo, điều động, bổ nhiệm, quy hoạch, chuyển vị trí",
        "Hợp đồng làm việc, chức danh nghề nghiệp, vị trí việc làm",
        "Đi công tác nước ngoài",
        "Chế độ, nâng lương, nâng ngạch, đánh giá, xếp loại",
        "Khen thưởng, kỷ luật, thôi việc, nghỉ hưu",
        "Đề án, dự án, kế hoạch, việc xây dựng văn bản",
    ),
    _agency(
        "7",
        "Kết luận vụ việc tiêu cực, tham nhũng; bản kê khai tài sản",
        "Kết luận vụ việc tiêu cực, tham nhũng, lãng phí",
        "Bản kê khai tài sản, thu nhập",
    ),
    _agency("8", "Kết quả thanh tra, giải quyết khiếu nại, tố cáo, kiến nghị nội bộ"),
    _agency(
        "9",
        "Nội quy, quy chế và quy tắc ứng xử",
        "Nội quy, quy chế, quy định",
        "Quy tắc ứng xử của người có chức vụ, quyền hạn",
    ),
    _agency("10", "Tổng hợp, giải trình, tiếp thu ý kiến về nội dung Điều 53"),
    _agency("11", "Văn bản chỉ đạo, điều hành của cấp trên"),
    _agency("12", "Nội dung khác theo pháp luật và quy chế dân chủ"),
)
"""The twelve contents of an agency or public unit."""

AGENCY_FORMS: Final = (
    Way(Form.POSTING, "Niêm yết", "LDC art. 47 cl. 1 pt. a"),
    Way(Form.PORTAL, "Hệ thống nội bộ, cổng, trang thông tin điện tử", "LDC art. 47 cl. 1 pt. b"),
    Way(Form.CONFERENCE, "Báo tại hội nghị của cơ quan, đơn vị", "LDC art. 47 cl. 1 pt. c"),
    Way(Form.ALL_IN_WRITING, "Văn bản đến toàn thể cán bộ, người lao động", "LDC art. 47 cl. 1 pt. d"),
    Way(Form.SECTION_HEADS, "Qua người phụ trách các bộ phận", "LDC art. 47 cl. 1 pt. đ"),
    Way(Form.UNION, "Văn bản đến tổ chức đảng, Công đoàn để báo lại", "LDC art. 47 cl. 1 pt. e"),
    Way(Form.OTHER, "Cách khác theo pháp luật, quy chế dân chủ", "LDC art. 47 cl. 1 pt. g"),
)
"""The seven ways of an agency or public unit."""

ENTERPRISE_ITEMS: Final = (
    _enterprise("a", "Tình hình sản xuất, kinh doanh, hoạt động"),
    _enterprise(
        "b",
        "Nội quy lao động, lương, định mức, quy chế liên quan người lao động",
        "Nội quy lao động",
        "Thang lương, bảng lương, định mức lao động",
        "Nội quy, quy chế khác",
    ),
    _enterprise("c", "Thỏa ước lao động tập thể đã ký, tham gia"),
    _enterprise(
        "d",
        "Quỹ khen thưởng, phúc lợi và quỹ người lao động đóng góp",
        "Quỹ khen thưởng",
        "Quỹ phúc lợi",
        "Quỹ do người lao động đóng góp (nếu có)",
    ),
    _enterprise(
        "đ",
        "Nộp kinh phí công đoàn và đóng bảo hiểm",
        "Kinh phí công đoàn",
        "Bảo hiểm xã hội",
        "Bảo hiểm y tế",
        "Bảo hiểm thất nghiệp",
    ),
    _enterprise(
        "e",
        "Thi đua, khen thưởng, kỷ luật, giải quyết kiến nghị, phản ánh",
        "Thi đua, khen thưởng",
        "Kỷ luật",
        "Giải quyết kiến nghị, phản ánh",
    ),
    _enterprise("g", "Quy chế thực hiện dân chủ của doanh nghiệp"),
    _enterprise(
        "h",
        "Tài chính, tài sản công, công tác cán bộ theo pháp luật, quy chế",
        "Thông tin tài chính",
        "Quản lý tài sản công",
        "Công tác cán bộ",
    ),
)
"""The eight contents of a state enterprise."""

ENTERPRISE_ENCOURAGED: Final = (
    Item("64.2", "Đạo đức, văn hóa kinh doanh, trách nhiệm xã hội (khuyến khích)", "LDC art. 64 cl. 2"),
)
"""What a state enterprise is encouraged to disclose."""

ENTERPRISE_FORMS: Final = (
    Way(Form.POSTING, "Niêm yết", "LDC art. 65 cl. 1 pt. a"),
    Way(Form.CONFERENCE, "Hội nghị người lao động, đối thoại, họp giao ban", "LDC art. 65 cl. 1 pt. b"),
    Way(Form.ALL_IN_WRITING, "Văn bản đến toàn thể người lao động", "LDC art. 65 cl. 1 pt. c"),
    Way(Form.SECTION_HEADS, "Qua người phụ trách đơn vị, bộ phận", "LDC art. 65 cl. 1 pt. d"),
    Way(Form.UNION, "Văn bản đến Công đoàn, tổ chức đại diện để báo lại", "LDC art. 65 cl. 1 pt. đ"),
    Way(Form.PORTAL, "Hệ thống nội bộ, cổng, trang thông tin điện tử", "LDC art. 65 cl. 1 pt. e"),
    Way(
        Form.NETWORK,
        "Mạng viễn thông, mạng xã hội",
        "LDC art. 65 cl. 1 pt. g",
        "hoạt động hợp pháp và được Công đoàn, tổ chức đại diện thống nhất",
    ),
    Way(Form.OTHER, "Cách khác theo quy chế dân chủ", "LDC art. 65 cl. 1 pt. h"),
)
"""The eight ways of a state enterprise."""
