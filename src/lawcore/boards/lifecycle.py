"""How an inspection and the supervision of an investment go, from the plan to the answer."""

from types import MappingProxyType
from typing import Final

from lawcore.lifecycles import Lifecycle, Move

INSPECTION: Final = Lifecycle(
    code="board_inspection",
    name="Kiểm tra, giám sát của Ban Thanh tra nhân dân ở xã",
    states=MappingProxyType(
        {
            "planned": "đã có kế hoạch hoạt động",
            "announced": "đã gửi kế hoạch kiểm tra cụ thể",
            "inspected": "đã kiểm tra, giám sát",
            "concluded": "đã có kết quả bằng văn bản",
            "recommended": "đã có kiến nghị, chờ Mặt trận xã xác nhận",
            "confirmed": "Mặt trận xã đã xác nhận kiến nghị",
            "waiting": "đã gửi kiến nghị, chờ trả lời",
            "urged": "Mặt trận xã đã đôn đốc",
            "answered": "đã được trả lời",
            "raised": "đã kiến nghị lên cấp có thẩm quyền",
            "reported": "đã báo cáo Mặt trận xã",
        }
    ),
    events=MappingProxyType(
        {
            "announce": "gửi kế hoạch kiểm tra cụ thể",
            "inspect": "tiến hành kiểm tra, giám sát",
            "conclude": "kết luận theo đa số, thông báo kết quả bằng văn bản",
            "recommend": "lập kiến nghị",
            "confirm": "Mặt trận xã xác nhận kiến nghị",
            "send": "gửi kiến nghị",
            "answer": "giải quyết và thông báo kết quả",
            "urge": "Mặt trận xã đôn đốc",
            "raise": "kiến nghị cấp có thẩm quyền",
            "report": "báo cáo Mặt trận xã",
        }
    ),
    moves=(
        Move(
            "planned",
            "announce",
            "announced",
            "Decree 59/2023 art. 14 cl. 1 pt. b",
            deadline="latest.inspection.plan",
        ),
        Move("announced", "inspect", "inspected", "Decree 59/2023 art. 14 cl. 2 pt. a, b"),
        Move(
            "inspected",
            "conclude",
            "concluded",
            "Decree 59/2023 art. 12 cl. 3; Decree 59/2023 art. 14 cl. 2 pt. c",
            guard="đa số thành viên tán thành",
        ),
        Move("concluded", "recommend", "recommended", "LDC art. 38 cl. 2, 5", guard="phát hiện thiếu sót hoặc vi phạm"),
        Move("concluded", "report", "reported", "LDC art. 39 cl. 3; Decree 59/2023 art. 14 cl. 3"),
        Move("recommended", "confirm", "confirmed", "LDC art. 40 cl. 2 pt. d"),
        Move("confirmed", "send", "waiting", "LDC art. 38 cl. 2, 5"),
        Move("waiting", "answer", "answered", "LDC art. 40 cl. 1 pt. c", deadline="deadline.board.reply"),
        Move("waiting", "urge", "urged", "LDC art. 40 cl. 2 pt. d"),
        Move("urged", "answer", "answered", "LDC art. 40 cl. 1 pt. c", deadline="deadline.board.reply"),
        Move("urged", "raise", "raised", "LDC art. 38 cl. 2, 5"),
        Move("answered", "raise", "raised", "LDC art. 38 cl. 2, 5", guard="kiến nghị không được thực hiện"),
        Move("answered", "report", "reported", "LDC art. 39 cl. 3; Decree 59/2023 art. 14 cl. 3"),
        Move("raised", "report", "reported", "LDC art. 39 cl. 3; Decree 59/2023 art. 14 cl. 3"),
    ),
)

SUPERVISION: Final = Lifecycle(
    code="investment_supervision",
    name="Giám sát đầu tư của cộng đồng",
    states=MappingProxyType(
        {
            "founded": "Mặt trận xã đã lập Ban và kế hoạch giám sát",
            "announced": "đã thông báo chủ đầu tư",
            "supervising": "đang giám sát",
            "recommended": "đã có kiến nghị, chờ Mặt trận xã xác nhận",
            "confirmed": "Mặt trận xã đã xác nhận kiến nghị",
            "waiting": "đã gửi kiến nghị, chờ trả lời",
            "urged": "Mặt trận xã đã đôn đốc",
            "reported": "đã báo cáo kết quả với Mặt trận xã",
            "dissolved": "Ban đã tự giải thể",
        }
    ),
    events=MappingProxyType(
        {
            "announce": "Mặt trận xã thông báo kế hoạch và thành phần Ban",
            "supervise": "bắt đầu giám sát tại nơi thực hiện",
            "recommend": "kiến nghị",
            "recommend_stop": "kiến nghị đình chỉ",
            "confirm": "Mặt trận xã xác nhận kiến nghị",
            "send": "gửi kiến nghị",
            "answer": "giải quyết và thông báo kết quả",
            "urge": "Mặt trận xã đôn đốc",
            "report": "báo cáo kết quả giám sát",
            "resume": "giám sát tiếp",
            "dissolve": "tự giải thể",
        }
    ),
    moves=(
        Move("founded", "announce", "announced", "LDC art. 45 cl. 1 pt. b", deadline="latest.supervision.notice"),
        Move("announced", "supervise", "supervising", "LDC art. 44 cl. 2; Decree 59/2023 art. 18 cl. 2 pt. c"),
        Move(
            "supervising",
            "recommend",
            "recommended",
            "Decree 59/2023 art. 16 cl. 3; Decree 59/2023 art. 18 cl. 2 pt. d",
            guard="đa số thành viên tán thành",
        ),
        Move(
            "supervising",
            "recommend_stop",
            "recommended",
            "LDC art. 43 cl. 2 pt. đ",
            guard="có dấu hiệu vi phạm gây ảnh hưởng nghiêm trọng, hoặc chủ đầu tư không công khai",
        ),
        Move("supervising", "report", "reported", "LDC art. 44 cl. 3; Decree 59/2023 art. 18 cl. 3"),
        Move("recommended", "confirm", "confirmed", "LDC art. 45 cl. 1 pt. d"),
        Move("confirmed", "send", "waiting", "LDC art. 45 cl. 1 pt. d"),
        Move("waiting", "answer", "supervising", "LDC art. 45 cl. 2 pt. c", deadline="deadline.board.reply"),
        Move("waiting", "urge", "urged", "LDC art. 45 cl. 1 pt. d"),
        Move("urged", "answer", "supervising", "LDC art. 45 cl. 2 pt. c", deadline="deadline.board.reply"),
        Move("reported", "resume", "supervising", "LDC art. 44 cl. 2", guard="chương trình, dự án chưa xong"),
        Move("reported", "dissolve", "dissolved", "LDC art. 41 cl. 1", guard="Ban đã hoàn thành nhiệm vụ"),
    ),
)
