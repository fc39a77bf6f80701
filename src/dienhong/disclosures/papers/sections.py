"""The sections of the report that people write themselves, what each is for, and words to start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Section:
    """`title` is printed (always in Vietnamese, so plain text); `hint` helps who writes it."""

    code: str
    title: str
    hint: str | Promise


SECTIONS: tuple[Section, ...] = (
    Section(
        "direction",
        "Công tác chỉ đạo, tổ chức thực hiện",
        _("Văn bản đã ban hành, phân công, kiểm tra, tập huấn. Số liệu đã có ở phần kết quả, không cần gõ lại."),
    ),
    Section(
        "requests",
        "Cung cấp thông tin theo yêu cầu của công dân",
        _("Nhận bao nhiêu yêu cầu, đã trả lời bao nhiêu, đúng hạn hay muộn, từ chối vì lý do gì."),
    ),
    Section("strengths", "Ưu điểm", _("Việc làm tốt, thôn làm tốt.")),
    Section("weaknesses", "Hạn chế, nguyên nhân", _("Nội dung muộn, thiếu hình thức, chưa công khai: vì sao.")),
    Section("next", "Nhiệm vụ thời gian tới", _("Việc sẽ làm, ai làm, bao giờ.")),
    Section("proposals", "Kiến nghị, đề xuất", _("Với Hội đồng nhân dân, Mặt trận Tổ quốc, cấp trên.")),
)
BY_CODE: Mapping[str, Section] = {section.code: section for section in SECTIONS}


def proposed(code: str, snapshot: Mapping[str, Any]) -> str:
    """Sentences that the figures already say, for the writer to go on from; printed only once somebody saves them."""
    if code != "weaknesses":
        return ""
    lines = [_owed(each) for each in snapshot["overdue"] if each["waits_for"]]
    late = snapshot["totals"]["late"]
    if late:
        lines.append(f"{late} nội dung công khai muộn.")
    return "\n".join(lines)


def _owed(each: Mapping[str, Any]) -> str:
    return f"{each['title']}: chưa công khai vì đang chờ {each['waits_for'].rstrip('.')}."
