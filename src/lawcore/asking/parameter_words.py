"""What the parameters and the choices of rules are called for the people who answer them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

_PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "after_failed_meeting": ("Đã họp nhưng không đủ người", "true nếu cuộc họp không đủ số đại diện hộ dự"),
        "agree": ("Số hộ tán thành", "đếm theo hộ, mỗi hộ một ý kiến"),
        "before": ("Ngày diễn ra việc", "ngày họp, ngày bầu, ngày kiểm tra"),
        "channel": ("Cách gửi yêu cầu", "trực tiếp, qua mạng hoặc qua bưu chính"),
        "collected_on": ("Ngày lấy ý kiến đồng ý sớm nhất", "ngày của sự đồng ý cũ nhất còn được tính"),
        "commune_decided_on": ("Ngày Ủy ban nhân dân cấp xã quyết định", "khi việc chung của cả xã"),
        "complex": ("Vụ việc phức tạp", "true nếu người giải quyết đã xác định là phức tạp"),
        "days": ("Số ngày làm việc", "đếm từ ngày liền sau"),
        "deputies": ("Số Phó Trưởng ban", "không có thì ghi 0"),
        "extensions": ("Số lần gia hạn", "0, 1 hoặc 2"),
        "form": ("Hình thức quyết định", "họp, phát phiếu hoặc trực tuyến"),
        "front_agrees": ("Ban công tác Mặt trận đồng ý", "khi chưa đủ tỷ lệ hộ đồng ý"),
        "households": ("Tổng số hộ của thôn", "mọi hộ, không phải số có mặt"),
        "kind": ("Loại việc", "chọn một trong các loại"),
        "matter": ("Nội dung quyết định", "khoản của Điều 15"),
        "members": ("Số thành viên", "kể cả Trưởng ban và Phó Trưởng ban"),
        "on": ("Ngày áp dụng quy định", "bỏ trống thì lấy ngày khác đã nêu, hoặc hôm nay"),
        "passed_on": ("Ngày cộng đồng thông qua", "ngày họp, hoặc ngày cuối lấy phiếu"),
        "recognised_on": ("Ngày ra quyết định công nhận", "chưa công nhận thì bỏ trống"),
        "remote": ("Vùng sâu, vùng xa đi lại khó khăn", "true nếu ở nơi đi lại khó khăn"),
        "scope": ("Phạm vi", "một thôn, hay mọi thôn của xã"),
        "simple": ("Thông tin đơn giản, có sẵn", "true nếu cung cấp được ngay"),
        "since": ("Ngày bắt đầu", "ngày việc xảy ra; thời hạn tính từ ngày sau"),
        "staff": ("Tổng số người của cơ quan, đơn vị", "mọi người, không phải số có mặt"),
        "villages": ("Số thôn của xã", "mọi thôn, tổ dân phố"),
        "villages_agree": ("Số thôn tán thành", "thôn đạt tỷ lệ của mình"),
        "year": ("Năm", "ví dụ 2026"),
    }
)
"""Name → label and hint. One label serves every rule that has the parameter; `_FOR_RULE` holds the exceptions."""

_FOR_RULE: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "deadline.kind": ("Loại thời hạn", "việc phải làm xong chậm nhất vào ngày nào"),
        "latest.kind": ("Loại việc phải làm trước", "việc phải làm trước một ngày đã định"),
        "minimum.kind": ("Loại thời gian tối thiểu", "việc phải kéo dài ít nhất bao lâu"),
    }
)
"""Rule and name → label and hint, where the name alone does not say enough."""

_CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Matter": {
            "15.1": "công trình, việc chung của xã do dân góp (khoản 1)",
            "15.2": "việc thu, chi, quản lý tiền góp của thôn (khoản 2)",
            "15.3": "hương ước, quy ước (khoản 3)",
            "15.4": "bầu, cho thôi làm Trưởng thôn (khoản 4)",
            "15.5": "bầu, cho thôi thành viên Ban Thanh tra, Ban Giám sát (khoản 5)",
            "15.6": "công việc tự quản khác (khoản 6)",
        },
        "Scope": {"village": "một thôn", "commune": "mọi thôn của xã"},
    }
)
"""Name of a StrEnum → value → Vietnamese words."""


def parameters_known() -> frozenset[str]:
    """The names that have words."""
    return frozenset(_PARAMETERS)


def words_of(rule: str, name: str) -> tuple[str, str]:
    """Label and hint; the bare name when nobody wrote them yet, which a test finds."""
    return _FOR_RULE.get(f"{rule}.{name}") or _PARAMETERS.get(name, (name, ""))


def choice_words(choice: StrEnum) -> str:
    """What a choice is called: its own `words` where its type has them, else those above, else its code."""
    own = getattr(choice, "words", "")
    return str(own) if own else _CHOICES.get(type(choice).__name__, {}).get(choice.value, choice.value)
