"""A decision in the words in which the commune makes it public. Vietnamese, and nobody is named."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from dienhong.decisions.models import Matter, Step
from dienhong.decisions.queries import disclosed
from lawcore.ballots.publishing import disclosed_as
from lawcore.disclosures.periods import changed


def title_of(matter: Matter) -> str:
    """The heading of the disclosure: "Quyết định của thôn Đông Hạ: Đổ bê tông đường ngõ 3"."""
    with translation.override("vi"):
        return f"Quyết định của {matter.village}: {matter.title}"[:300]


def event_of(matter: Matter) -> str:
    """What started its clock."""
    number = f" số {matter.number}/{matter.passed_on:%Y}" if matter.number and matter.passed_on else ""
    with translation.override("vi"):
        return f"Quyết định{number} của cộng đồng dân cư {matter.village}"


def text_of(matter: Matter) -> str:
    """What everybody reads: the sentence that was put, the count, the day, the money."""
    last = matter.outcomes.order_by("-pk").first()
    lines = [f"Nội dung các hộ đã quyết định: {matter.asked}"]
    if last is not None:
        lines.append(
            f"Ngày {last.on:%d/%m/%Y}: {last.agree}/{last.households} hộ tán thành, {last.disagree} không tán thành, "
            f"{last.other} ý kiến khác."
        )
    if matter.effective_on is not None:
        lines.append(f"Quyết định có hiệu lực từ ngày {matter.effective_on:%d/%m/%Y}.")
    if matter.amends is not None:
        lines.append(f"Quyết định này sửa đổi, thay thế quyết định “{matter.amends.title}”: {_page_of(matter.amends)}")
    if matter.per_household:
        lines.append(f"Mỗi hộ đóng góp nhiều nhất {_dotted(matter.per_household)} đồng.")
    if matter.money_needed:
        lines.append(f"Tổng số tiền cần {_dotted(matter.money_needed)} đồng, dùng để {matter.money_for}.")
    if matter.exempt:
        lines.append(f"Miễn, giảm: {matter.exempt}.")
    lines.append(f"Căn cứ công khai: {disclosed_as(matter=matter.law, on=matter.begun_on).citation}.")
    return "\n".join(lines)


def end_event_of(matter: Matter, step: Step) -> str:
    """What changed of a decision that was disclosed before."""
    with translation.override("vi"):
        if step.event == "abolish":
            return f"Ủy ban nhân dân cấp xã bãi bỏ quyết định của {matter.village}"
        return f"Quyết định của {matter.village} được sửa đổi, thay thế"


def end_text_of(matter: Matter, step: Step) -> str:
    """LDC art. 14 cl. 1: what everybody reads from now on: since when it has ended, by what, and what it was."""
    day = f"{step.on:%d/%m/%Y}"
    if step.event == "abolish":
        lines = [f"Quyết định dưới đây đã bị bãi bỏ từ ngày {day}, không còn được thực hiện.", f"Lý do: {step.words}"]
    else:
        lines = [f"Quyết định dưới đây đã được sửa đổi, thay thế từ ngày {day}."]
        lines += [f"Quyết định mới: “{each.title}”: {_page_of(each)}" for each in disclosed.after(matter)]
    lines.append(f"Căn cứ công khai việc thay đổi: {changed(since=step.on).citation}.")
    return "\n".join([*lines, "", "Nội dung đã công khai trước đây:", text_of(matter)])


def _page_of(matter: Matter) -> str:
    return f"{settings.DIENHONG_URL.rstrip('/')}{reverse('decisions:public', args=[matter.pk])}"


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
