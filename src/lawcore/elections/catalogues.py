"""Lists about village heads, in our own short words, each line with its article."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawcore.catalogues import Item
from lawcore.elections.dismissal import Ground


def _items(article: str, *labels: tuple[str, str]) -> tuple[Item, ...]:
    """Lines that the text itself letters or numbers: ("1", "…") of "Decree … art. 7 cl." becomes cl. 1."""
    return tuple(Item(code, label, f"{article} {code}") for code, label in labels)


STANDARDS: Final = _items(
    "Decree 185/2026 art. 7 cl.",
    ("1", "Công dân từ 21 tuổi, cư trú thường xuyên tại xã, đủ sức khỏe"),
    ("2", "Đạo đức tốt, gương mẫu, được Nhân dân tín nhiệm"),
    ("3", "Có kiến thức, năng lực vận động và tổ chức Nhân dân"),
    ("4", "Biết dùng công nghệ thông tin, lập kế hoạch, thống kê, báo cáo"),
    ("5", "Không vướng kỷ luật, truy cứu trách nhiệm hình sự, thi hành án"),
)
RUNNING_THE_VILLAGE: Final = _items(
    "Decree 185/2026 art. 6 cl. 1 pt.",
    ("a", "Chủ trì hội nghị của thôn, kể cả hội nghị định kỳ"),
    ("b", "Thực hiện và theo dõi các quyết định của cộng đồng dân cư"),
    ("c", "Tổ chức các hoạt động tự quản"),
    ("d", "Phối hợp với Ban Công tác Mặt trận và các đoàn thể"),
    ("đ", "Đại diện cho thôn"),
    ("e", "Báo cáo trước hội nghị của thôn hằng năm"),
)
TASKS_BY_LAW: Final = _items(
    "Decree 185/2026 art. 6 cl. 2 pt.",
    ("a", "Tuyên truyền, vận động thực hiện chính sách, pháp luật"),
    ("b", "Nắm tình hình, phản ánh kiến nghị của dân, tham gia hòa giải"),
    ("c", "Vận động phát triển kinh tế, giữ trật tự, bảo vệ môi trường"),
    ("d", "Cùng Mặt trận, đoàn thể hỗ trợ việc quản lý của xã"),
    ("đ", "Cùng Ban Thanh tra nhân dân, Ban Giám sát đầu tư để dân giám sát"),
    ("e", "Vận động tham gia quốc phòng, phòng thủ dân sự"),
    ("g", "Giúp dân dùng nền tảng số, dịch vụ công trực tuyến"),
    ("h", "Nhiệm vụ khác theo pháp luật"),
)
POWERS: Final = _items(
    "Decree 185/2026 art. 6 cl. 3 pt.",
    ("a", "Đại diện cho thôn trong các quan hệ liên quan"),
    ("b", "Được mời họp với xã về việc liên quan trực tiếp đến dân"),
    ("c", "Chọn người tham gia hoạt động ở thôn sau khi thống nhất"),
    ("d", "Phân công việc cho người tham gia hoạt động ở thôn"),
)
_PROPOSED: Final = "Decree 59/2023 art. 9 cl. 1 pt. b"
GROUNDS: Final = (
    Item(Ground.OWN_WISH, "Tự nguyện xin thôi vì sức khỏe, gia đình, lý do khác", "Decree 59/2023 art. 9 cl. 1 pt. a"),
    Item(Ground.LOST_TRUST, "Không còn được Nhân dân tín nhiệm", _PROPOSED),
    Item(Ground.TASKS_NOT_DONE, "Không hoàn thành nhiệm vụ", _PROPOSED),
    Item(Ground.PEOPLES_RIGHTS, "Vi phạm quyền làm chủ của Nhân dân", _PROPOSED),
    Item(Ground.CORRUPTION_WASTE, "Tham nhũng, lãng phí", _PROPOSED),
    Item(Ground.DISOBEDIENCE, "Không phục tùng chỉ đạo của xã, quy định của cấp trên", _PROPOSED),
    Item(Ground.BREACH_OF_LAW, "Vi phạm pháp luật chưa đến mức truy cứu hình sự", _PROPOSED),
    Item(Ground.PETITION, "Từ một nửa số hộ trở lên kiến nghị", _PROPOSED),
)

CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "village_head.standards": STANDARDS,
        "village_head.running_the_village": RUNNING_THE_VILLAGE,
        "village_head.tasks_by_law": TASKS_BY_LAW,
        "village_head.powers": POWERS,
        "dismissal.grounds": GROUNDS,
    }
)
