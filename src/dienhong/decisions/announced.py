"""A decision in the words in which the commune makes it public. Vietnamese, and nobody is named."""

from django.utils import translation

from dienhong.decisions.models import Matter
from lawcore.ballots.publishing import disclosed_as


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
    if matter.per_household:
        lines.append(f"Mỗi hộ đóng góp nhiều nhất {_dotted(matter.per_household)} đồng.")
    if matter.money_needed:
        lines.append(f"Tổng số tiền cần {_dotted(matter.money_needed)} đồng, dùng để {matter.money_for}.")
    if matter.exempt:
        lines.append(f"Miễn, giảm: {matter.exempt}.")
    lines.append(f"Căn cứ công khai: {disclosed_as(matter=matter.law, on=matter.begun_on).citation}.")
    return "\n".join(lines)


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
