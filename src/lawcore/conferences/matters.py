"""What conferences deal with, who reports, in which order: the words and the catalogues."""

from enum import StrEnum
from typing import Final

from lawcore.catalogues import Item


class Workplace(StrEnum):
    """Whose conference: the staff of an agency or public unit, or the workers of a state enterprise."""

    AGENCY = "agency"
    ENTERPRISE = "enterprise"

    @property
    def words(self) -> str:
        """In Vietnamese: "cơ quan, đơn vị"."""
        return _WORKPLACES[self]


_WORKPLACES = {Workplace.AGENCY: "cơ quan, đơn vị", Workplace.ENTERPRISE: "doanh nghiệp nhà nước"}


VILLAGE_PLAN: Final = (
    Item("10.2.1", "Thời gian", "Decree 59/2023 art. 10 cl. 2"),
    Item("10.2.2", "Địa điểm", "Decree 59/2023 art. 10 cl. 2"),
    Item("10.2.3", "Nội dung hội nghị", "Decree 59/2023 art. 10 cl. 2"),
    Item("10.2.4", "Tổ chức thực hiện", "Decree 59/2023 art. 10 cl. 2"),
)
"""What the plan of a village conference states."""

VILLAGE_PLAN_TO: Final = (
    Item("10.4.1", "Ủy ban nhân dân cấp xã", "Decree 59/2023 art. 10 cl. 4"),
    Item("10.4.2", "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã", "Decree 59/2023 art. 10 cl. 4"),
    Item("10.4.3", "Ban Thanh tra nhân dân cấp xã", "Decree 59/2023 art. 10 cl. 4"),
)
"""Who gets the plan and agrees before it is carried out."""

VILLAGE_NOTICE: Final = (
    Item("11.1.a.1", "Thời gian", "Decree 59/2023 art. 11 cl. 1 pt. a"),
    Item("11.1.a.2", "Địa điểm", "Decree 59/2023 art. 11 cl. 1 pt. a"),
    Item("11.1.a.3", "Nội dung hội nghị", "Decree 59/2023 art. 11 cl. 1 pt. a"),
    Item("11.1.a.4", "Thành phần được triệu tập", "Decree 59/2023 art. 11 cl. 1 pt. a"),
)
"""What the notice to the households states."""

VILLAGE_NOTICE_WAYS: Final = (
    Item("11.1.c.1", "Văn bản gửi đến hộ", "Decree 59/2023 art. 11 cl. 1 pt. c"),
    Item("11.1.c.2", "Truyền thanh của thôn", "Decree 59/2023 art. 11 cl. 1 pt. c"),
    Item(
        "11.1.c.3",
        "Ứng dụng mạng xã hội của thôn",
        "Decree 59/2023 art. 11 cl. 1 pt. c",
        "mạng hoạt động hợp pháp, do thôn thống nhất lập",
    ),
    Item("11.1.c.4", "Báo trực tiếp đến hộ", "Decree 59/2023 art. 11 cl. 1 pt. c", "khi cần thiết"),
)
"""How the notice reaches the households."""

VILLAGE_ATTENDEES: Final = (
    Item("11.1.b.1", "Đại diện mọi hộ gia đình trong thôn", "LDC art. 33 cl. 2; Decree 59/2023 art. 11 cl. 1 pt. b"),
    Item(
        "11.1.b.2",
        "Đại diện Ủy ban nhân dân xã, cơ quan, tổ chức liên quan",
        "Decree 59/2023 art. 11 cl. 1 pt. b",
        "khi Trưởng thôn quyết định mời",
    ),
)
"""Who attends. The texts set no quorum."""

VILLAGE_REPORTS: Final = (
    Item("11.2.b", "Trưởng thôn: tình hình và kết quả việc đã quyết", "LDC art. 33 cl. 3"),
    Item("11.2.c", "Ban công tác Mặt trận: thực hiện dân chủ", "LDC art. 33 cl. 3"),
    Item("11.2.d", "Thành viên Ban Thanh tra nhân dân: kiểm tra, giám sát", "LDC art. 33 cl. 3"),
)
"""The three reports."""

VILLAGE_STEPS: Final = (
    Item("11.2.a", "Nêu lý do, giới thiệu đại biểu, nội dung, thư ký", "Decree 59/2023 art. 11 cl. 2 pt. a"),
    Item("11.2.b", "Trưởng thôn báo cáo", "Decree 59/2023 art. 11 cl. 2 pt. b"),
    Item("11.2.c", "Ban công tác Mặt trận báo cáo", "Decree 59/2023 art. 11 cl. 2 pt. c"),
    Item("11.2.d", "Thành viên Ban Thanh tra nhân dân báo cáo", "Decree 59/2023 art. 11 cl. 2 pt. d"),
    Item("11.2.đ", "Đại diện hộ thảo luận, kiến nghị", "Decree 59/2023 art. 11 cl. 2 pt. đ"),
    Item("11.2.e", "Trao đổi, tiếp thu, giải trình", "Decree 59/2023 art. 11 cl. 2 pt. e"),
    Item("11.2.g", "Thông qua các nội dung đã trình bày", "Decree 59/2023 art. 11 cl. 2 pt. g"),
    Item("11.2.h", "Biểu dương người, hộ có thành tích", "Decree 59/2023 art. 11 cl. 2 pt. h"),
    Item("11.2.i", "Kết luận hội nghị", "Decree 59/2023 art. 11 cl. 2 pt. i"),
)
"""The nine steps of a village conference."""

AGENCY_MATTERS: Final = (
    Item("49.1", "Bầu, cho thôi thành viên Ban Thanh tra nhân dân", "LDC art. 49 cl. 1"),
    Item("49.2", "Thu, chi, quản lý khoản đóng góp", "LDC art. 49 cl. 2", "ngoài khoản pháp luật đã quy định"),
    Item("49.3", "Nghị quyết hội nghị", "LDC art. 49 cl. 3"),
    Item("49.4", "Công việc tự quản khác", "LDC art. 49 cl. 4", "không trái pháp luật, hợp đạo đức xã hội"),
)
"""What the staff of an agency decides."""

AGENCY_CONTENTS: Final = (
    Item("51.3.a", "Kiểm điểm việc chấp hành chủ trương, chính sách, pháp luật", "LDC art. 51 cl. 3 pt. a"),
    Item("51.3.b", "Kiểm điểm nghị quyết trước và quy định dân chủ", "LDC art. 51 cl. 3 pt. b"),
    Item("51.3.c", "Trách nhiệm người đứng đầu về kế hoạch năm", "LDC art. 51 cl. 3 pt. c"),
    Item("51.3.d", "Tổng kết thi đua, khen thưởng; giao ước thi đua", "LDC art. 51 cl. 3 pt. d"),
    Item("51.3.đ", "Quyết định nội dung Điều 49", "LDC art. 51 cl. 3 pt. đ"),
    Item("51.3.e", "Công khai thông tin; lấy ý kiến nội dung Điều 53", "LDC art. 51 cl. 3 pt. e"),
    Item("51.3.g", "Công việc khác do hội nghị quyết định", "LDC art. 51 cl. 3 pt. g"),
)
"""What a staff conference deals with."""

AGENCY_STEPS: Final = (
    Item("51.4.a", "Người đứng đầu báo cáo", "LDC art. 51 cl. 4 pt. a"),
    Item("51.4.b", "Công đoàn báo cáo", "LDC art. 51 cl. 4 pt. b"),
    Item("51.4.c", "Thảo luận, kiến nghị", "LDC art. 51 cl. 4 pt. c", "nếu có"),
    Item("51.4.d", "Người đứng đầu và Công đoàn tiếp thu, giải đáp", "LDC art. 51 cl. 4 pt. d"),
    Item("51.4.đ", "Ban Thanh tra nhân dân báo cáo", "LDC art. 51 cl. 4 pt. đ"),
    Item("51.4.e", "Quyết định nội dung Điều 49", "LDC art. 51 cl. 4 pt. e", "nếu có"),
    Item("51.4.g", "Khen thưởng, phát động thi đua", "LDC art. 51 cl. 4 pt. g"),
    Item("51.4.h", "Ký giao ước thi đua", "LDC art. 51 cl. 4 pt. h"),
    Item("51.4.i", "Thông qua nghị quyết", "LDC art. 51 cl. 4 pt. i"),
)
"""The nine steps of a staff conference."""

ENTERPRISE_MATTERS: Final = (
    Item(
        "67.1",
        "Kết quả thương lượng tập thể",
        "LDC art. 67 cl. 1",
        "quyết định theo pháp luật về lao động, không phải tại hội nghị",
    ),
    Item("67.2", "Lập quỹ; thu, chi từ thu nhập, đóng góp của người lao động", "LDC art. 67 cl. 2"),
    Item("67.3", "Bầu, cho thôi thành viên Ban Thanh tra nhân dân", "LDC art. 67 cl. 3"),
    Item("67.4", "Nghị quyết hội nghị người lao động", "LDC art. 67 cl. 4"),
    Item("67.5", "Nội dung tự quản khác", "LDC art. 67 cl. 5", "không trái pháp luật, hợp đạo đức xã hội"),
)
"""What the workers of a state enterprise decide."""
