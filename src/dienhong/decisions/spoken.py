"""What is read over the village's loudspeaker when a matter was decided: short sentences, figures, whom to ask."""

from django.utils.translation import gettext as _

from dienhong.decisions.models import Matter, Outcome
from dienhong.registry.heads import head_of


def message(matter: Matter, outcome: Outcome, *, url: str) -> str:
    """The same for the village's Zalo group: few lines, the address of the public page on the last one."""
    said = {
        "village": str(matter.village).upper(),
        "title": matter.title,
        "day": f"{outcome.on:%d/%m/%Y}",
        "agree": outcome.agree,
        "all": outcome.households,
        "no": outcome.disagree,
        "since": f"{matter.effective_on:%d/%m/%Y}" if matter.effective_on else "",
    }
    if not outcome.is_adopted:
        ended = _("Chưa được thông qua.")
    elif matter.effective_on is not None:
        ended = _("Đã thông qua, có hiệu lực từ %(since)s.")
    else:
        ended = _("Đã thông qua, đang gửi lên xã.")
    lines = [
        _("%(village)s: KẾT QUẢ BIỂU QUYẾT ngày %(day)s"),
        "%(title)s",
        _("%(agree)d/%(all)d hộ tán thành, %(no)d không tán thành."),
        ended,
        _("Xem đầy đủ: %(url)s"),
    ]
    return "\n".join(each % {**said, "url": url} for each in lines)


def result(matter: Matter, outcome: Outcome) -> str:
    """LDC art. 23 cl. 2: the village head makes the result public. Only what was counted; nobody is named."""
    said = {
        "village": matter.village,
        "title": matter.title,
        "day": f"{outcome.on.day}",
        "month": f"{outcome.on.month}",
        "year": f"{outcome.on.year}",
        "agree": outcome.agree,
        "all": outcome.households,
        "no": outcome.disagree,
        "head": head_of(matter.village),
    }
    sentences = [
        _("Kính thưa bà con %(village)s."),
        _("Ngày %(day)s tháng %(month)s năm %(year)s, các hộ đã biểu quyết về việc: %(title)s."),
        _("Có %(agree)d trong tổng số %(all)d hộ tán thành, %(no)d hộ không tán thành."),
    ]
    if not outcome.is_adopted:
        sentences.append(_("Như vậy việc này chưa được thông qua."))
    elif matter.effective_on is not None:
        said["since"] = f"{matter.effective_on:%d/%m/%Y}"
        sentences.append(_("Việc này đã được thông qua và có hiệu lực từ ngày %(since)s."))
    else:
        sentences.append(_("Việc này đã được thông qua; quyết định đang được gửi lên xã."))
    sentences.append(_("Bà con có ý kiến xin gặp %(head)s hoặc Trưởng ban công tác Mặt trận. Xin cảm ơn bà con."))
    return " ".join(each % said for each in sentences)
