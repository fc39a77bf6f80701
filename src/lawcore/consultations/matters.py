"""LDC art. 25, 26, 53, 54, 71, 72: what people are asked about before it is decided, and the ways of asking."""

from enum import StrEnum
from typing import Final

from lawcore.catalogues import Item


class Asker(StrEnum):
    """Who asks for opinions: the commune its people, an agency its staff, a state enterprise its workers."""

    COMMUNE = "commune"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"

    @property
    def words(self) -> str:
        """In Vietnamese: "Ủy ban nhân dân cấp xã"."""
        return _ASKERS[self]


_ASKERS = {
    Asker.COMMUNE: "Ủy ban nhân dân cấp xã",
    Asker.AGENCY: "người đứng đầu cơ quan, đơn vị",
    Asker.ENTERPRISE: "doanh nghiệp nhà nước",
}


class Way(StrEnum):
    """The eight ways of a commune (LDC art. 26 cl. 1), in the order of its points."""

    DIALOGUE = "dialogue"
    MEETING = "meeting"
    BALLOT = "ballot"
    BOX = "box"
    FRONT = "front"
    PORTAL = "portal"
    NETWORK = "network"
    ADDRESSED = "addressed"

    @property
    def words(self) -> str:
        """In Vietnamese: "cuộc họp của cộng đồng dân cư"."""
        return _WAYS[self]


_WAYS = {
    Way.DIALOGUE: "hội nghị trao đổi, đối thoại với Nhân dân",
    Way.MEETING: "cuộc họp của cộng đồng dân cư",
    Way.BALLOT: "phiếu lấy ý kiến của hộ gia đình",
    Way.BOX: "hòm thư góp ý, đường dây nóng",
    Way.FRONT: "qua Ban công tác Mặt trận, tổ chức chính trị - xã hội",
    Way.PORTAL: "cổng, trang thông tin điện tử của xã",
    Way.NETWORK: "mạng viễn thông, mạng xã hội",
    Way.ADDRESSED: "đối thoại, lấy ý kiến công dân là đối tượng thi hành",
}


COMMUNE_MATTERS: Final = (
    Item("25.1", "Kế hoạch kinh tế - xã hội, chuyển đổi cơ cấu, định canh, ngành nghề", "LDC art. 25 cl. 1"),
    Item("25.2", "Quy hoạch sử dụng đất; quản lý quỹ đất giao xã", "LDC art. 25 cl. 2"),
    Item("25.3", "Chính sách đầu tư, đất đai, môi trường, tái định cư dự án lớn", "LDC art. 25 cl. 3"),
    Item("25.4", "Đề án đơn vị hành chính; đề án thôn, tổ dân phố", "LDC art. 25 cl. 4"),
    Item("25.5", "Quyết định hành chính của xã ảnh hưởng cộng đồng", "LDC art. 25 cl. 5"),
    Item("25.6", "Nhiệm vụ, đồ án quy hoạch xây dựng", "LDC art. 25 cl. 6"),
    Item("25.7", "Quy chế thực hiện dân chủ ở xã", "LDC art. 25 cl. 7"),
    Item("25.8", "Quyết định đặt nghĩa vụ, chấm dứt, hạn chế quyền của công dân", "LDC art. 25 cl. 8"),
    Item("25.9", "Nội dung khác theo luật, quy chế, yêu cầu hoặc khi xã thấy cần", "LDC art. 25 cl. 9"),
)
"""The nine matters of a commune."""

COMMUNE_WAYS: Final = (
    Item(Way.DIALOGUE, "Hội nghị trao đổi, đối thoại với Nhân dân", "LDC art. 26 cl. 1 pt. a"),
    Item(Way.MEETING, "Cuộc họp của cộng đồng dân cư", "LDC art. 26 cl. 1 pt. b"),
    Item(Way.BALLOT, "Phiếu lấy ý kiến của hộ gia đình", "LDC art. 26 cl. 1 pt. c"),
    Item(Way.BOX, "Hòm thư góp ý, đường dây nóng", "LDC art. 26 cl. 1 pt. d", "nếu có"),
    Item(Way.FRONT, "Qua Ban công tác Mặt trận, tổ chức chính trị - xã hội", "LDC art. 26 cl. 1 pt. đ"),
    Item(Way.PORTAL, "Cổng, trang thông tin điện tử của xã", "LDC art. 26 cl. 1 pt. e"),
    Item(
        Way.NETWORK,
        "Mạng viễn thông, mạng xã hội",
        "LDC art. 26 cl. 1 pt. g",
        "hoạt động hợp pháp và hợp với mức độ ứng dụng công nghệ ở xã, ở thôn",
    ),
    Item(
        Way.ADDRESSED,
        "Đối thoại với công dân là đối tượng thi hành",
        "LDC art. 26 cl. 1 pt. h",
        "chỉ với nội dung ở khoản 8 Điều 25",
    ),
)
"""The eight ways of a commune."""

AGENCY_MATTERS: Final = (
    Item("53.1", "Giải pháp thực hiện chủ trương, chính sách, pháp luật", "LDC art. 53 cl. 1"),
    Item("53.2", "Kế hoạch công tác hằng năm", "LDC art. 53 cl. 2"),
    Item("53.3", "Tổ chức phong trào thi đua", "LDC art. 53 cl. 3"),
    Item("53.4", "Báo cáo sơ kết, tổng kết", "LDC art. 53 cl. 4"),
    Item("53.5", "Cải tiến lề lối; phòng, chống tham nhũng; tiết kiệm, chống lãng phí", "LDC art. 53 cl. 5"),
    Item("53.6", "Tuyển dụng, đào tạo; bầu cử, bổ nhiệm", "LDC art. 53 cl. 6"),
    Item("53.7", "Chế độ, chính sách liên quan quyền lợi", "LDC art. 53 cl. 7"),
    Item("53.8", "Quy chế thực hiện dân chủ", "LDC art. 53 cl. 8"),
    Item("53.9", "Quy chế chi tiêu nội bộ", "LDC art. 53 cl. 9", "nếu có"),
    Item("53.10", "Nội quy, quy chế khác", "LDC art. 53 cl. 10"),
    Item("53.11", "Nội dung khác theo pháp luật, quy chế dân chủ", "LDC art. 53 cl. 11"),
)
"""The eleven matters of an agency or public unit."""

AGENCY_WAYS: Final = (
    Item("54.1", "Trực tiếp với người đứng đầu, hoặc qua phụ trách bộ phận", "LDC art. 54 cl. 1"),
    Item("54.2", "Hội nghị, cuộc họp của cơ quan, đơn vị", "LDC art. 54 cl. 2"),
    Item("54.3", "Phiếu lấy ý kiến hoặc dự thảo được gửi", "LDC art. 54 cl. 3"),
    Item("54.4", "Hòm thư, đường dây nóng, hệ thống nội bộ, cổng, trang điện tử", "LDC art. 54 cl. 4"),
    Item("54.5", "Qua Công đoàn và đoàn thể", "LDC art. 54 cl. 5"),
    Item("54.6", "Cách khác ghi trong quy chế dân chủ", "LDC art. 54 cl. 6", "không trái pháp luật"),
)
"""The six ways of an agency or public unit."""

ENTERPRISE_MATTERS: Final = (
    Item("71.1.a", "Nội quy, quy chế liên quan người lao động", "LDC art. 71 cl. 1 pt. a"),
    Item("71.1.b", "Thang lương, bảng lương, định mức lao động", "LDC art. 71 cl. 1 pt. b"),
    Item("71.1.c", "Điều kiện làm việc, môi trường, phòng cháy; phòng, chống tham nhũng", "LDC art. 71 cl. 1 pt. c"),
    Item("71.1.d", "Thủ tục giải quyết tranh chấp, kỷ luật, trách nhiệm vật chất", "LDC art. 71 cl. 1 pt. d"),
    Item("71.1.đ", "Quy chế thực hiện dân chủ của doanh nghiệp", "LDC art. 71 cl. 1 pt. đ"),
    Item("71.1.e", "Nội dung khác theo pháp luật, quy chế dân chủ", "LDC art. 71 cl. 1 pt. e"),
)
"""The six matters of a state enterprise before it decides."""

ENTERPRISE_ON_REQUEST: Final = (
    Item("71.2.a", "Nội dung, hình thức thỏa ước lao động tập thể", "LDC art. 71 cl. 2 pt. a"),
    Item("71.2.b", "Nội dung, hình thức đối thoại tại doanh nghiệp", "LDC art. 71 cl. 2 pt. b"),
)
"""The two matters that workers are asked about when their organisation proposes it."""

ENTERPRISE_WAYS: Final = (
    Item("72.1", "Trực tiếp, hoặc qua phụ trách đơn vị, bộ phận", "LDC art. 72 cl. 1"),
    Item("72.2", "Qua tổ chức đại diện, nhóm đại diện đối thoại", "LDC art. 72 cl. 2"),
    Item("72.3", "Hội nghị đối thoại tại doanh nghiệp", "LDC art. 72 cl. 3"),
    Item("72.4", "Hòm thư, đường dây nóng, hệ thống nội bộ, cổng, trang điện tử", "LDC art. 72 cl. 4"),
    Item("72.5", "Cách khác ghi trong quy chế dân chủ", "LDC art. 72 cl. 5", "không trái pháp luật"),
)
"""The five ways of a state enterprise."""

PLAN: Final = (
    Item("content", "Nội dung lấy ý kiến", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
    Item("form", "Hình thức lấy ý kiến", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
    Item("way", "Cách thức thực hiện", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
    Item("time_limit", "Thời hạn triển khai", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
    Item("responsibility", "Trách nhiệm tổ chức thực hiện", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
)
"""What a plan of asking for opinions states."""
