"""LDC art. 11, 12 cl. 1, 13 cl. 4: what the commune discloses, the ways, and how a village head passes it on."""

from typing import Final

from lawcore.disclosures.items import Figures, Form, Item, Notice, Place, Posted, Way, parts
from lawcore.timelimits import Every

PLACES: Final = (Place.OFFICE, Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)
WRITTEN: Final = (Form.PORTAL, Form.POSTING)


def _written(clause: str, label: str, *held: str | Figures) -> Item:
    """LDC art. 13 cl. 1, 2: on the portal, and posted for thirty days at the three kinds of place."""
    return _item(clause, label, held, WRITTEN, PLACES, Posted.FOR_A_TIME)


def _spoken(clause: str, label: str, *held: str) -> Item:
    """LDC art. 13 cl. 3, 4: also by radio for three days, and by the village heads."""
    return _item(clause, label, held, (*WRITTEN, Form.RADIO, Form.VILLAGE_HEAD), PLACES, Posted.FOR_A_TIME)


def _kept(clause: str, label: str, *held: str) -> Item:
    """LDC art. 13 cl. 1, 2: on the portal, and posted for good at the office."""
    return _item(clause, label, held, WRITTEN, (Place.OFFICE,), Posted.FOR_GOOD)


def _regulated(clause: str, label: str) -> Item:
    """LDC art. 13 cl. 1: on the portal; the rest as its own regulation says."""
    return _item(clause, label, (), (Form.PORTAL,), (), Posted.BY_REGULATION)


def _item(
    clause: str,
    label: str,
    held: tuple[str | Figures, ...],
    forms: tuple[Form, ...],
    places: tuple[Place, ...],
    posted: Posted,
) -> Item:
    code = f"11.{clause}"
    least = "minimum.posting.commune" if posted is Posted.FOR_A_TIME else ""
    return Item(code, label, f"LDC art. 11 cl. {clause}", parts(code, held), forms, places, posted, least)


ITEMS: Final = (
    _written(
        "1",
        "Kế hoạch kinh tế - xã hội, chuyển dịch kinh tế và kết quả",
        "Kế hoạch phát triển kinh tế - xã hội của cấp xã",
        "Phương án chuyển dịch cơ cấu kinh tế hằng năm",
        "Kết quả thực hiện kế hoạch và phương án",
    ),
    _written(
        "2",
        "Dự toán, thực hiện, quyết toán ngân sách và tài chính khác của xã",
        "Dự toán, kế hoạch tài chính trình Hội đồng nhân dân",
        "Dự toán, kế hoạch tài chính được Hội đồng nhân dân quyết định",
        Figures("Tình hình thực hiện dự toán hằng quý", Every.QUARTER),
        Figures("Tình hình thực hiện dự toán 6 tháng", Every.HALF_YEAR),
        Figures("Tình hình thực hiện dự toán hằng năm", Every.YEAR),
        "Quyết toán và kết quả tài chính khác đã được phê chuẩn",
        "Kết quả thực hiện kiến nghị của Kiểm toán nhà nước (nếu có)",
    ),
    _written(
        "3",
        "Dự án, thu hồi đất, bồi thường, quỹ đất, quy hoạch xây dựng",
        "Dự án, công trình đầu tư và tiến độ",
        "Kế hoạch thu hồi đất, bồi thường, hỗ trợ, tái định cư",
        "Kế hoạch quản lý, sử dụng quỹ đất do xã quản lý",
        "Kế hoạch cho thuê đất nông nghiệp công ích",
        "Quy hoạch, đồ án quy hoạch xây dựng trên địa bàn",
    ),
    _kept(
        "4",
        "Quy chế dân chủ, nhiệm vụ của cán bộ và quy tắc ứng xử",
        "Quy chế thực hiện dân chủ của xã",
        "Nhiệm vụ, quyền hạn của cán bộ, công chức, người không chuyên trách",
        "Quy tắc ứng xử của người có chức vụ, quyền hạn",
    ),
    _written(
        "5",
        "Các quỹ, khoản đầu tư, tài trợ và khoản Nhân dân đóng góp",
        "Quản lý và sử dụng các loại quỹ",
        "Khoản đầu tư, tài trợ theo chương trình, dự án",
        "Khoản huy động Nhân dân đóng góp",
    ),
    _written(
        "6",
        "Mua sắm, sử dụng, xử lý và khai thác tài sản công của xã",
        "Đầu tư xây dựng, mua sắm tài sản công",
        "Giao, thuê, sử dụng tài sản công",
        "Thu hồi, điều chuyển, đổi công năng tài sản công",
        "Bán, thanh lý, tiêu hủy, cách xử lý khác",
        "Nguồn thu từ khai thác tài sản công",
    ),
    _spoken(
        "7",
        "Chính sách hỗ trợ, trợ cấp, tín dụng, nhà ở, bảo hiểm, an sinh",
        "Chủ trương, chính sách, kế hoạch hỗ trợ",
        "Tiêu chí và đối tượng được hỗ trợ",
        "Quy trình bình xét",
        "Kết quả thực hiện chính sách",
    ),
    _spoken(
        "8",
        "Hỗ trợ thiên tai, dịch bệnh, bệnh hiểm nghèo và tiền, hàng quyên góp",
        "Phạm vi, đối tượng, cách bình xét hỗ trợ từ ngân sách",
        "Mức hỗ trợ, thời gian, thủ tục phân phối",
        "Quản lý, sử dụng nguồn đóng góp, quyên góp tự nguyện",
    ),
    _spoken(
        "9",
        "Tuyển quân và nghĩa vụ Công an nhân dân: số lượng, tiêu chuẩn, danh sách",
        "Số lượng, đối tượng, tiêu chuẩn gọi nhập ngũ",
        "Danh sách công dân đủ điều kiện",
        "Danh sách công dân được gọi",
        "Danh sách tạm hoãn, miễn gọi nhập ngũ",
    ),
    _spoken(
        "10",
        "Kết quả thanh tra, xử lý tham nhũng, kỷ luật và phiếu tín nhiệm",
        "Kết quả thanh tra, kiểm tra, xử lý tham nhũng, tiêu cực, kỷ luật",
        "Kết quả lấy phiếu, bỏ phiếu tín nhiệm",
    ),
    _spoken(
        "11",
        "Kế hoạch, nội dung, kết quả và giải trình việc lấy ý kiến Nhân dân",
        "Kế hoạch lấy ý kiến Nhân dân",
        "Nội dung lấy ý kiến",
        "Kết quả tổng hợp ý kiến",
        "Giải trình, tiếp thu ý kiến",
    ),
    _spoken(
        "12",
        "Đối tượng, mức thu phí, lệ phí, nghĩa vụ tài chính xã trực tiếp thu",
        "Phí: đối tượng và mức thu",
        "Lệ phí: đối tượng và mức thu",
        "Nghĩa vụ tài chính khác: đối tượng và mức thu",
    ),
    _kept(
        "13",
        "Thủ tục hành chính và thủ tục giải quyết công việc của xã",
        "Thủ tục hành chính",
        "Thủ tục giải quyết công việc của tổ chức, cá nhân",
    ),
    _regulated("14", "Nội dung khác theo pháp luật và quy chế dân chủ của xã"),
)
"""The fourteen contents, in the order of the article."""

FORMS: Final = (
    Way(Form.POSTING, "Niêm yết", "LDC art. 12 cl. 1 pt. a"),
    Way(
        Form.PORTAL,
        "Đăng cổng, trang thông tin điện tử của xã",
        "LDC art. 12 cl. 1 pt. b",
        "nơi đã có cổng hoặc trang thông tin điện tử",
    ),
    Way(Form.RADIO, "Phát trên truyền thanh xã", "LDC art. 12 cl. 1 pt. c", "nếu có hệ thống truyền thanh"),
    Way(Form.VILLAGE_HEAD, "Qua Trưởng thôn, Tổ trưởng tổ dân phố", "LDC art. 12 cl. 1 pt. d"),
    Way(Form.LETTER, "Gửi văn bản đến công dân", "LDC art. 12 cl. 1 pt. đ"),
    Way(Form.DIALOGUE, "Hội nghị trao đổi, đối thoại với Nhân dân", "LDC art. 12 cl. 1 pt. e"),
    Way(
        Form.RECEPTION,
        "Tiếp công dân, tiếp xúc cử tri, họp báo, người phát ngôn",
        "LDC art. 12 cl. 1 pt. g",
        "theo quy định về từng hoạt động đó",
    ),
    Way(Form.ORGANISATIONS, "Báo tổ chức, đoàn thể để phổ biến đến hội viên", "LDC art. 12 cl. 1 pt. h"),
    Way(
        Form.NETWORK,
        "Mạng viễn thông, mạng xã hội",
        "LDC art. 12 cl. 1 pt. i",
        "hoạt động hợp pháp và hợp với mức độ ứng dụng công nghệ ở xã, ở thôn",
    ),
    Way(Form.OTHER, "Cách khác theo pháp luật, quy chế dân chủ", "LDC art. 12 cl. 1 pt. k"),
)
"""The ten ways."""

NOTICES: Final = tuple(
    Way(
        notice,
        notice.words[0].upper() + notice.words[1:],
        "LDC art. 13 cl. 4",
        "mạng hoạt động hợp pháp và cộng đồng dân cư đã thống nhất chọn" if notice is Notice.SOCIAL_NETWORK else "",
    )
    for notice in Notice
)
"""How a village head passes on what the commune sends."""
