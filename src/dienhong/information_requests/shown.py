"""Requests in the words of pages: lines of lists, what was done, what may be repeated of a question."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dienhong.disclosures import shown as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.screening import screen_text, shapes
from dienhong.information_requests import asking, queries
from dienhong.information_requests.models import Request, Step, Submission, Timing

STATES: Mapping[str, str | Promise] = {
    "overdue": gettext_lazy("Đỏ: quá hạn"),
    "due-soon": gettext_lazy("Sắp đến hạn"),
    "due": gettext_lazy("Còn thời gian"),
    "undated": gettext_lazy("Chưa có hạn"),
    "waiting": gettext_lazy("Chờ bổ sung"),
    "again": gettext_lazy("Phải xem lại"),
    "done": gettext_lazy("Xong"),
}
TITLES: Mapping[str, str | Promise] = {
    "find_valid": gettext_lazy("Xã đã tiếp nhận"),
    "ask_completion": gettext_lazy("Xã đề nghị bổ sung"),
    "complete": gettext_lazy("Người hỏi đã bổ sung"),
    "point_elsewhere": gettext_lazy("Xã hướng dẫn đến nơi có thông tin"),
    "announce": gettext_lazy("Xã báo thời hạn giải quyết"),
    "extend": gettext_lazy("Xã báo gia hạn"),
    "provide": gettext_lazy("Xã đã trả lời"),
    "refuse": gettext_lazy("Xã từ chối cung cấp"),
    "dispute": gettext_lazy("Người hỏi cho là chưa chính xác"),
    "correct": gettext_lazy("Xã đã đính chính, cung cấp lại"),
    "confirm": gettext_lazy("Xã trả lời là chính xác"),
    "withdrawn": gettext_lazy("Người hỏi đã rút yêu cầu"),
}
NAME = re.compile(shapes.NAME)
ANSWERS = ("provide", "refuse", "correct", "confirm", "point_elsewhere")
SHORT = 90


@dataclass(frozen=True, slots=True)
class Sign:
    """A status tag: its kind in `foundations.statuses`, and the words to say instead of the usual."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of who answers."""

    request: Request
    about: str
    code: str
    signs: tuple[Sign, ...]
    is_stopped: bool
    is_waiting: bool  # its answer is stopped because its file is still looked into
    late: int  # days by which it was recorded late, 0 for none


@dataclass(frozen=True, slots=True)
class Line:
    """One act in words; `is_held` where screening stopped it and nobody has let it out.

    `is_dropped`: it was stopped, and another answer took its place; `is_waiting`: its file is still looked into;
    `seen`: what was found in it.
    """

    step: Step
    title: str
    ground: str
    is_answer: bool
    is_held: bool
    is_dropped: bool
    late: int
    is_waiting: bool
    seen: queries.Seen


def printed_code(request: Request) -> str:
    """As people read it from paper: "7KQ2M-9XTRA"."""
    code = request.code or ""
    return f"{code[:5]}-{code[5:]}"


def row(request: Request, *, on: date) -> Row:
    """The request as a line of a list on this day."""
    first, stopped = request.submissions.all()[0], queries.stopped(request)
    return Row(
        request,
        about(request),
        printed_code(request),
        tuple(signs(request, on=on)),
        stopped is not None,
        stopped is not None and queries.is_waiting(stopped),
        queries.recorded_after(request.received_on, first),
    )


def about(request: Request) -> str:
    """The beginning of the question, for who answers it; that it was erased, where it was."""
    return Truncator(request.submissions.all()[0].wanted).chars(SHORT) or _("Đã xóa lời hỏi")


def signs(request: Request, *, on: date) -> Iterator[Sign]:
    """Where it stands, in the words of the page."""
    standing = queries.standing(request, on=on)
    own = request.timing == Timing.TARGET
    match standing.kind:
        case "overdue":
            yield Sign("overdue", _days(_("Quá ngày hẹn") if own else _("Quá hạn"), standing.late))
        case "due-soon" | "due":
            yield Sign(standing.kind, _days(_("Còn"), standing.left) if standing.left else _("Hạn hôm nay"))
        case "undated":
            yield Sign("unknown", _days(_("Chưa có hạn, đã chờ"), standing.left))
        case "waiting":
            yield Sign("returned", _("Chờ người hỏi bổ sung"))
        case "again":
            yield Sign("due", _("Xã đang xem lại"))
        case _:
            yield from _ended(request, standing.late)


def _ended(request: Request, late: int) -> Iterator[Sign]:
    match request.stage:
        case "refused":
            yield Sign("rejected", _("Từ chối"))
        case "elsewhere":
            yield Sign("moved", _("Đã hướng dẫn đến nơi khác"))
        case "withdrawn":
            yield Sign("repealed", _("Đã rút"))
            return
        case "corrected":
            yield Sign("changed", _("Đã đính chính"))
        case _:
            yield Sign("done", _("Đã trả lời"))
    if request.due_on and request.answered_on and request.stage != "elsewhere":
        was_extended = bool(request.first_due_on and request.answered_on > request.first_due_on)
        if late:
            yield Sign("late", _days(_("Trả lời muộn"), late))
        else:
            yield Sign("met", _("Đúng hạn đã gia hạn") if was_extended else _("Đúng hạn"))


def _days(words: str, days: int) -> str:
    return ngettext("%(words)s %(n)s ngày", "%(words)s %(n)s ngày", days) % {"words": words, "n": days}


def lines(request: Request) -> list[Line]:
    """What was done, in its order."""
    stopped = queries.stopped(request)
    return [
        Line(
            step,
            _title(step, stopped),
            asking.GROUNDS[step.ground].words if step.ground else "",
            step.event in ANSWERS,
            not queries.is_shown(step),
            not queries.is_shown(step) and step != stopped,
            queries.recorded_after(step.on, step),
            queries.is_waiting(step),
            queries.seen(step),
        )
        for step in request.steps.all()
    ]


def _title(step: Step, stopped: Step | None) -> str:
    if step == stopped:
        return _("Xã đang xem lại câu trả lời trước khi gửi")
    return str(TITLES[step.event]) if queries.is_shown(step) else _("Bản soạn không gửi")


def repeated(submission: Submission) -> str:
    """The question as it may stand on a page that a code opens: nothing where it holds what points at a person."""
    words = submission.wanted
    return "" if screen_text(words).findings or NAME.search(words) else words


def title_of(disclosure: Disclosure) -> str:
    """What everybody may know the disclosure by."""
    return disclosures.public_title(disclosure)


def is_law_known(on: date) -> bool:
    """Whether the law in force on this day was read here, so that its limit can be shown."""
    return asking.is_law_known(on)


def ground_words(ground: str) -> str:
    """A ground of refusal in the words of the law's list; "" for none."""
    return asking.GROUNDS[ground].words if ground else ""


def grounds(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Refusals by ground, in words; without a ground: several grounds put together."""
    return [(ground_words(ground) or _("các trường hợp khác, gộp lại"), n) for ground, n in counted]
