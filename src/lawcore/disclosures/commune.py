"""LDC art. 11, 12 cl. 1, 13 cl. 4: what the commune discloses, the ways, and how a village head passes it on."""

from typing import Final

from lawcore.disclosures.items import Form, Item, Notice, Posted, Way, parts

ITEMS: Final = (
    Item(
        "11.1",
        "Kế hoạch kinh tế - xã hội, chuyển dịch kinh tế và kết quả",
        "LDC art. 11 cl. 1",
        parts(
            "11.1",
            "Kế hoạch phát triển kinh tế - xã hội của cấp xã",
            "Phương án chuyển dịch cơ cấu kinh tế hằng năm",
            "Kết quả thực hiện kế hoạch và phương án",
        ),
    ),
    Item(
        "11.2",
        "Dự toán, thực hiện, quyết toán ngân sách và tài chính khác của xã",
        "LDC art. 11 cl. 2",
        parts(
            "11.2",
            "Dự toán, kế hoạch tài chính trình Hội đồng nhân dân",
            "Dự toán, kế hoạch tài chính được Hội đồng nhân dân quyết định",
            "Tình hình thực hiện dự toán hằng quý",
            "Tình hình thực hiện dự toán 6 tháng",
            "Tình hình thực hiện dự toán hằng năm",
            "Quyết toán và kết quả tài chính khác đã được phê chuẩn",
            "Kết quả thực hiện kiến nghị của Kiểm toán nhà nước (nếu có)",
        ),
    ),
    Item(
        "11.3",
        "Dự án, thu hồi đất, bồi thường, quỹ đất, quy hoạch xây dựng",
        "LDC art. 11 cl. 3",
        parts(
            "11.3",
            "Dự án, công trình đầu tư và tiến độ",
            "Kế hoạch thu hồi đất, bồi thường, hỗ trợ, tái định cư",
            "Kế hoạch quản lý, sử dụng quỹ đất do xã quản lý",
            "Kế hoạch cho thuê đất nông nghiệp công ích",
            "Quy hoạch, đồ án quy hoạch xây dựng trên địa bàn",
        ),
    ),
    Item(
        "11.4",
        "Quy chế dân chủ, nhiệm vụ của cán bộ và quy tắc ứng xử",
        "LDC art. 11 cl. 4",
        parts(
            "11.4",
            "Quy chế thực hiện dân chủ của xã",
            "Nhiệm vụ, quyền hạn của cán bộ, công chức, người không chuyên trách",
            "Quy tắc ứng xử của người có chức vụ, quyền hạn",
        ),
        posted=Posted.FOR_GOOD,
    ),
    Item(
        "11.5",
        "Các quỹ, khoản đầu tư, tài trợ và khoản Nhân dân đóng góp",
        "LDC art. 11 cl. 5",
        parts(
            "11.5",
            "Quản lý và sử dụng các loại quỹ",
            "Khoản đầu tư, tài trợ theo chương trình, dự án",
            "Khoản huy động Nhân dân đóng góp",
        ),
    ),
    Item(
        "11.6",
        "Mua sắm, sử dụng, xử lý và khai thác tài sản công của xã",
        "LDC art. 11 cl. 6",
        parts(
            "11.6",
            "Đầu tư xây dựng, mua sắm tài sản công",
            "Giao, thuê, sử dụng tài sản công",
            "Thu hồi, điều chuyển, đổi công năng tài sản công",
            "Bán, thanh lý, tiêu hủy, cách xử lý khác",
            "Nguồn thu từ khai thác tài sản công",
        ),
    ),
    Item(
        "11.7",
        "Chính sách hỗ trợ, trợ cấp, tín dụng, nhà ở, bảo hiểm, an sinh",
        "LDC art. 11 cl. 7",
        parts(
            "11.7",
            "Chủ trương, chính sách, kế hoạch hỗ trợ",
            "Tiêu chí và đối tượng được hỗ trợ",
            "Quy trình bình xét",
            "Kết quả thực hiện chính sách",
        ),
        spoken=True,
    ),
    Item(
        "11.8",
        "Hỗ trợ thiên tai, dịch bệnh, bệnh hiểm nghèo và tiền, hàng quyên góp",
        "LDC art. 11 cl. 8",
        parts(
            "11.8",
            "Phạm vi, đối tượng, cách bình xét hỗ trợ từ ngân sách",
            "Mức hỗ trợ, thời gian, thủ tục phân phối",
            "Quản lý, sử dụng nguồn đóng góp, quyên góp tự nguyện",
        ),
        spoken=True,
    ),
    Item(
        "11.9",
        "Tuyển quân và nghĩa vụ Công an nhân dân: số lượng, tiêu chuẩn, danh sách",
        "LDC art. 11 cl. 9",
        parts(
            "11.9",
            "Số lượng, đối tượng, tiêu chuẩn gọi nhập ngũ",
            "Danh sách công dân đủ điều kiện",
            "Danh sách công dân được gọi",
            "Danh sách tạm hoãn, miễn gọi nhập ngũ",
        ),
        spoken=True,
    ),
    Item(
        "11.10",
        "Kết quả thanh tra, xử lý tham nhũng, kỷ luật và phiếu tín nhiệm",
        "LDC art. 11 cl. 10",
        parts(
            "11.10",
            "Kết quả thanh tra, kiểm tra, xử lý tham nhũng, tiêu cực, kỷ luật",
            "Kết quả lấy phiếu, bỏ phiếu tín nhiệm",
        ),
        spoken=True,
    ),
    Item(
        "11.11",
        "Kế hoạch, nội dung, kết quả và giải trình việc lấy ý kiến Nhân dân",
        "LDC art. 11 cl. 11",
        parts(
            "11.11",
            "Kế hoạch lấy ý kiến Nhân dân",
            "Nội dung lấy ý kiến",
            "Kết quả tổng hợp ý kiến",
            "Giải trình, tiếp thu ý kiến",
        ),
        spoken=True,
    ),
    Item(
        "11.12",
        "Đối tượng, mức thu phí, lệ phí, nghĩa vụ tài chính xã trực tiếp thu",
        "LDC art. 11 cl. 12",
        parts(
            "11.12",
            "Phí: đối tượng và mức thu",
            "Lệ phí: đối tượng và mức thu",
            "Nghĩa vụ tài chính khác: đối tượng và mức thu",
        ),
        spoken=True,
    ),
    Item(
        "11.13",
        "Thủ tục hành chính và thủ tục giải quyết công việc của xã",
        "LDC art. 11 cl. 13",
        parts("11.13", "Thủ tục hành chính", "Thủ tục giải quyết công việc của tổ chức, cá nhân"),
        posted=Posted.FOR_GOOD,
    ),
    Item(
        "11.14",
        "Nội dung khác theo pháp luật và quy chế dân chủ của xã",
        "LDC art. 11 cl. 14",
        posted=Posted.BY_REGULATION,
    ),
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
