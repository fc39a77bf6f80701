"""How one disclosed item goes from the decision to everything done, and back when it changes or comes down early."""

from typing import Final

from lawcore.lifecycles import Lifecycle, Move

ITEM: Final = Lifecycle(
    "disclosure_item",
    "Công khai một nội dung",
    states={
        "due": "phải công khai",
        "up": "đang công khai",
        "satisfied": "đã công khai đủ",
        "permanent": "niêm yết thường xuyên",
        "changed": "thông tin đã thay đổi",
        "archived": "hết thời hạn công khai",
    },
    events={
        "publish": "công khai lần đầu",
        "complete": "đủ mọi cách và đủ thời gian",
        "keep": "giữ niêm yết thường xuyên",
        "remove_early": "gỡ trước khi đủ ngày",
        "change": "thông tin thay đổi",
        "update": "công khai phần thay đổi",
        "remove": "gỡ khi đã đủ ngày",
        "request": "công dân yêu cầu cung cấp",
    },
    moves=(
        Move("due", "publish", "up", "LDC art. 12 cl. 3", deadline="deadline.disclosure.commune"),
        Move("due", "request", "due", "LDC art. 14 cl. 2", guard="trong thời hạn công khai mà chưa công khai"),
        Move(
            "up",
            "complete",
            "satisfied",
            "LDC art. 13 cl. 1, 2, 3, 4",
            guard="đã đăng cổng, niêm yết đủ ngày đủ nơi, phát truyền thanh và gửi Trưởng thôn khi luật buộc",
        ),
        Move("up", "keep", "permanent", "LDC art. 13 cl. 2", guard="nội dung 4 và 13, tại trụ sở"),
        Move("up", "remove_early", "due", "LDC art. 13 cl. 2", guard="số ngày niêm yết liên tục tính lại từ đầu"),
        Move("up", "change", "changed", "LDC art. 14 cl. 1"),
        Move(
            "up",
            "request",
            "up",
            "LDC art. 14 cl. 2",
            guard="người yêu cầu không thể tiếp cận vì lý do bất khả kháng",
        ),
        Move("satisfied", "change", "changed", "LDC art. 14 cl. 1"),
        Move("satisfied", "remove", "archived", "LDC art. 13 cl. 2", guard="đã hết thời hạn niêm yết"),
        Move("permanent", "change", "changed", "LDC art. 13 cl. 2"),
        Move("permanent", "remove_early", "due", "LDC art. 13 cl. 2", guard="nội dung 4 và 13 không được gỡ"),
        Move("changed", "update", "up", "LDC art. 14 cl. 1", deadline="deadline.disclosure.change"),
        Move("archived", "request", "archived", "LDC art. 14 cl. 2", guard="cung cấp theo yêu cầu"),
    ),
)

LIFECYCLES: Final = (ITEM,)
