"""The sections people write themselves, in the order of the report, what each is for, and words to start from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.reports import wording

RECIPIENTS = "recipients"
NAMED_UNITS = 10


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
    Section("weaknesses", "Hạn chế, nguyên nhân", _("Chỉ tiêu chưa đạt hoặc chưa có số liệu: vì sao.")),
    Section("next", "Phương hướng, nhiệm vụ kỳ tới", _("Việc sẽ làm, ai làm, bao giờ.")),
    Section("requests", "Kiến nghị, đề xuất", _("Với Hội đồng nhân dân, với cấp trên.")),
    Section(RECIPIENTS, "Nơi nhận", _("Mỗi nơi một dòng. Để trống thì in nơi nhận thường dùng.")),
)
BY_CODE: Mapping[str, Section] = {section.code: section for section in SECTIONS}


def proposed(code: str, snapshot: Mapping[str, Any]) -> str:
    """Sentences the figures already say, for the writer to go on from; nothing is printed until somebody saves it."""
    match code:
        case "strengths":
            return "\n".join(_strengths(snapshot))
        case "weaknesses":
            return "\n".join(_weaknesses(snapshot))
        case _:
            return ""


def _strengths(snapshot: Mapping[str, Any]) -> Iterator[str]:
    if met := list(_measured(snapshot, "met")):
        yield f"Đã đạt {len(met)} chỉ tiêu: {'; '.join(met)}."
    if done := [unit["name"] for unit in snapshot["units"] if unit["done"] == wording.total(unit)]:
        yield f"Thực hiện đủ các việc được giao trong kỳ: {_some(done)}."


def _weaknesses(snapshot: Mapping[str, Any]) -> Iterator[str]:
    if missed := list(_measured(snapshot, "not-met")):
        yield f"Chưa đạt {len(missed)} chỉ tiêu: {'; '.join(missed)}."
    if unknown := list(_measured(snapshot, "open")):
        yield f"Chưa đủ số liệu để kết luận {len(unknown)} chỉ tiêu: {'; '.join(unknown)}."
    if silent := list(dict.fromkeys(gap["name"] for gap in snapshot["gaps"])):
        yield f"Các đơn vị còn thiếu số liệu: {_some(silent)}."


def _measured(snapshot: Mapping[str, Any], verdict: str) -> Iterator[str]:
    for target in snapshot["targets"]:
        for figure in target["figures"]:
            if figure["verdict"] == verdict:
                reached = wording.share(figure["achieved"], wording.counted(figure))
                yield f"{wording.small(figure['name'])} {reached} ({target['at']})"


def _some(names: list[str]) -> str:
    """The first ten by name, the others counted."""
    more = len(names) - NAMED_UNITS
    return wording.listed([*names[:NAMED_UNITS], f"{more} đơn vị khác"] if more > 0 else names)
