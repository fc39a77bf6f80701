"""The sections people write themselves, in the order of the report, and what each is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Section:
    """`title` is printed (always in Vietnamese, so plain text); `hint` helps who writes it."""

    code: str
    title: str
    hint: str | Promise


SECTIONS: tuple[Section, ...] = (
    Section("setting", "Đặc điểm tình hình", _("Thuận lợi, khó khăn trong kỳ. Vài câu là đủ.")),
    Section(
        "direction",
        "Công tác lãnh đạo, chỉ đạo, tuyên truyền",
        _("Văn bản đã ban hành, hội nghị đã mở. Số liệu hoạt động đã có ở phần kết quả, không cần gõ lại."),
    ),
    Section("strengths", "Ưu điểm", _("Việc làm tốt, nơi làm tốt.")),
    Section("weaknesses", "Hạn chế và nguyên nhân", _("Chỉ tiêu chưa đạt hoặc chưa có số liệu: vì sao.")),
    Section("next", "Phương hướng, nhiệm vụ kỳ tới", _("Việc sẽ làm, ai làm, bao giờ.")),
    Section("requests", "Kiến nghị, đề xuất", _("Với Hội đồng nhân dân, với cấp trên.")),
)
BY_CODE: Mapping[str, Section] = {section.code: section for section in SECTIONS}
