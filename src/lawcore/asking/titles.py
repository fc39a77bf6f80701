"""What each rule is called and what it is for, in Vietnamese: the first thing that people read about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "deadline": ("Hạn cuối phải làm xong", "Từ ngày việc xảy ra, tính ngày cuối cùng còn đúng hạn."),
        "latest": ("Ngày muộn nhất phải làm trước", "Từ ngày đã định, lùi lại ngày muộn nhất phải làm xong."),
        "minimum": ("Thời gian tối thiểu", "Từ ngày bắt đầu, tính ngày sớm nhất được kết thúc."),
        "decision.required": (
            "Số tán thành tối thiểu",
            "Bao nhiêu hộ hoặc thôn tán thành thì quyết định được thông qua.",
        ),
        "decision.adopted": ("Quyết định có được thông qua không", "So số tán thành với tỷ lệ luật định."),
        "decision.form_allowed": (
            "Hình thức quyết định có được phép không",
            "Nội dung này được họp, phát phiếu hay trực tuyến.",
        ),
        "decision.effective": ("Ngày quyết định có hiệu lực", "Từ ngày nào quyết định ràng buộc cả cộng đồng."),
        "initiative.admissible": ("Sáng kiến của dân có phải đưa ra bàn không", "Đủ hộ đồng ý và còn trong ba tháng."),
    }
)
"""Code → title and purpose. Rules that choose by kind stand as `deadline.<kind>`, `latest.<kind>`, `minimum.<kind>`."""
