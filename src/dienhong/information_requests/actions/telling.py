"""Tell officers what came in, the second person what waits for them, who wrote an answer what became of it.

No notice says who asked, what, or the code of the receipt: a letter is read by more people than the page.
"""

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Role
from dienhong.information_requests.models import Channel, ErasureProposal, Request, Step, Submission
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice


def received(request: Request, submission: Submission) -> None:
    """Something came in: the first form, what was missing, that an answer is not right."""
    subject = {
        "submitted": _("Người dân hỏi thông tin: hồ sơ %(n)s"),
        "disputed": _("Người hỏi cho là trả lời chưa chính xác: hồ sơ %(n)s"),
    }.get(request.stage, _("Người hỏi đã bổ sung: hồ sơ %(n)s"))
    due = _("Trả lời chậm nhất ngày %(day)s.") % {"day": f"{request.due_on:%d/%m/%Y}"} if request.due_on else ""
    notice = Notice(
        role=Role.OFFICER,
        locality=request.organization.locality,
        subject=subject % {"n": request.pk},
        text=" ".join(filter(None, (_("Hãy mở xem và tiếp nhận, trả lời."), due))),
        link=_page(request),
        due_on=request.due_on,
        key=f"information-request:{request.pk}:in:{submission.number}",
    )
    notifications.notify([notice])


def held(request: Request, step: Step) -> None:
    """An answer waits for a second person; whoever wrote it is told too."""
    subject = _("Câu trả lời chờ người thứ hai xem: hồ sơ %(n)s") % {"n": request.pk}
    text = _("Máy thấy điều cần xem lại, hoặc không xem được tệp. Người soạn không tự cho phép được.")
    _to_both(request, subject, text, _page(request), f"information-request:step:{step.pk}:held")
    if step.is_screened_later:
        _to_writer(request, step, _("Đã kiểm tra tệp, có điều cần xem lại: hồ sơ %(n)s"))


def let_out(request: Request, step: Step) -> None:
    """The file of an answer was looked into and nothing was found: it is given, and whoever wrote it is told."""
    paper = _("Đã kiểm tra tệp, giao bản giấy được: hồ sơ %(n)s")
    shown = _("Đã kiểm tra tệp, người hỏi xem được câu trả lời: hồ sơ %(n)s")
    _to_writer(request, step, shown if request.channel == Channel.PORTAL else paper)


def proposed(proposal: ErasureProposal) -> None:
    """Somebody proposes to erase who asked: for whoever may decide."""
    subject = _("Có đề nghị xóa dữ liệu người hỏi: hồ sơ %(n)s") % {"n": proposal.request_id}
    link = f"/hoi-thong-tin/viec/xoa-du-lieu/{proposal.pk}/"
    text = _("Hãy mở xem và quyết định.")
    _to_both(proposal.request, subject, text, link, f"information-request:erasure:{proposal.pk}")


def _to_both(request: Request, subject: str, text: str, link: str, key: str) -> None:
    place = request.organization.locality
    notifications.notify(
        Notice(role=role, locality=place, subject=subject, text=text, link=link, key=f"{key}:{role}")
        for role in (Role.CHAIR, Role.OFFICER)
    )


def _to_writer(request: Request, step: Step, subject: str) -> None:
    account = step.recorded_by.removeprefix("user:")
    if account.isdigit():
        key = f"information-request:step:{step.pk}:screened"
        notice = Notice(user_id=int(account), subject=subject % {"n": request.pk}, link=_page(request), key=key)
        notifications.notify([notice])


def _page(request: Request) -> str:
    return f"/hoi-thong-tin/viec/{request.pk}/"
