"""A disclosure as pages show it: its state in words, its postings line by line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dienhong.disclosures import asking, queries
from dienhong.disclosures.actions import PassedOn
from dienhong.disclosures.models import WAYS, Disclosure, GateAnswer, Hanging, Posting, Version
from dienhong.disclosures.results import Counted, title, word
from dienhong.foundations.clock import VIETNAM, legal_day
from dienhong.registry import queries as registry
from lawcore.disclosures import Form, Notice, Place, Publisher
from lawcore.disclosures.obligations import FORMS

STATES: Mapping[str, str | Promise] = {
    "overdue": gettext_lazy("Đỏ: quá hạn"),
    "due-soon": gettext_lazy("Sắp đến hạn"),
    "due": gettext_lazy("Còn thời gian"),
    "up": gettext_lazy("Đang niêm yết"),
    "done": gettext_lazy("Xong"),
    "closed": gettext_lazy("Đã rút"),
}


RESULT_SIGNS: Mapping[str, str] = {
    Counted.ON_TIME: "met",
    Counted.LATE: "late",
    Counted.SHORT: "returned",
    Counted.EARLY: "returned",
    Counted.NOT_AGAIN: "overdue",
    Counted.UNKNOWN: "overdue",
}
"""The tone of each result, by a kind of `foundations.statuses`."""
SAME_MOMENT = timedelta(minutes=2)
"""Clocks that differ by less agree: ours."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A status tag: its kind in `foundations.statuses`, and the words to say instead of the usual."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    disclosure: Disclosure
    signs: tuple[Sign, ...]
    lacks: str  # the required ways of which nothing is recorded, in words
    until: date | None  # the first day on which the last posting may come down
    where: str
    is_stopped: bool
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One posting in words; `late` are the days by which it was recorded late, 0 for none.

    `more` says who read it and to how many; `times` the day claimed, the telephone's clock and the server's apart.
    """

    posting: Posting
    way: str
    where: str
    late: int
    removed_on: date | None
    was_early: bool
    reason: str
    more: str
    times: str
    kept_since: str


def parts(figures: queries.Figures | None) -> list[tuple[int, str]]:
    """What the figures are made of beside what was in time, each with its word."""
    if figures is None:
        return []
    return [(getattr(figures, each), word(each)) for each in tuple(Counted)[1:]]


def row(disclosure: Disclosure, *, on: date) -> Row:
    """The disclosure as a line of a list on this day."""
    standing = queries.standing(disclosure, on=on)
    newest = queries.newest(disclosure)
    postings = list(newest.postings.all()) if getattr(newest, "withdrawal", None) is None else []
    hanging = [each for each in postings if getattr(each, "removal", None) is None]
    until = max((each.stays_until for each in hanging if each.stays_until), default=None)
    lacks = ways(disclosure.item.plan.kind, standing.lacks)
    stopped, waiting = queries.is_stopped(newest), queries.is_waiting(newest)
    return Row(disclosure, tuple(_signs(standing, newest)), lacks, until, places(hanging), stopped, waiting)


def _signs(standing: queries.Standing, newest: Version) -> Iterator[Sign]:
    match standing.kind:
        case "overdue":
            words = _("Quá mục tiêu phục vụ") if asking.is_target(newest.due) else _("Quá hạn")
            yield Sign("overdue", _late(words, standing.late))
        case "due-soon" | "due":
            yield Sign(standing.kind, _left(standing.left))
        case "up":
            yield Sign("done", _("Đang công khai"))
        case "done":
            yield Sign("done", _("Đã công khai đủ"))
        case _:
            yield Sign("repealed", _("Đã rút") if newest.has_content else _("Không phải công khai"))
    if _is_told(standing):
        yield _result(standing)
    if standing.kind == "closed" and standing.late and standing.disclosure.public_on is None:
        yield Sign("overdue", _late(_("Quá hạn khi đóng"), standing.late))


def _is_told(standing: queries.Standing) -> bool:
    """Whether how it counts is told beside where it stands: not what goes without saying, nor may still be mended."""
    match standing.kind:
        case "overdue":
            return standing.result != Counted.UNKNOWN
        case "due-soon" | "due":
            return standing.result == Counted.EARLY
        case "closed":
            disclosure = standing.disclosure
            return bool(disclosure.closed_on and queries.is_over(disclosure.due_on, on=disclosure.closed_on))
        case _:
            return standing.result != Counted.SHORT or standing.left < 0


def _result(standing: queries.Standing) -> Sign:
    words = title(standing.result)
    if standing.result == Counted.LATE:
        words = _late(words, standing.late)
    return Sign(RESULT_SIGNS[standing.result], words)


def clock(version: Version) -> str:
    """What started a clock whose content is not there, and by when it must be out."""
    words = {"event": version.event, "since": f"{version.since:%d/%m/%Y}", "due": f"{version.due_on:%d/%m/%Y}"}
    if asking.is_target(version.due):
        return _("%(event)s (%(since)s). Mục tiêu phục vụ: công khai chậm nhất %(due)s.") % words
    return _("%(event)s (%(since)s). Phải công khai chậm nhất %(due)s.") % words


def _late(words: str, days: int) -> str:
    return ngettext("%(words)s %(n)s ngày", "%(words)s %(n)s ngày", days) % {"words": words, "n": days}


def _left(days: int) -> str:
    return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", days) % {"n": days} if days else _("Hạn hôm nay")


def became(disclosure: Disclosure) -> str:
    """What its village is called now, where it was merged or renamed; "" where it goes on."""
    village = disclosure.village
    if village is None or village.valid_to is None:
        return ""
    now = registry.present_form(village)
    return "" if now.pk == village.pk else str(now)


def answers(version: Version) -> list[tuple[GateAnswer, str]]:
    """The three answers of the gate, each with the name of who gave it. Two queries."""
    given = list(version.gate_answers.order_by("pk"))
    names = registry.names_of(each.recorded_by for each in given)
    return [(each, names.get(each.recorded_by, "")) for each in given]


def cleared_by(version: Version) -> str:
    """The name of the second person who let it out; "" when nobody had to."""
    clearance = getattr(version, "clearance", None)
    return registry.names_of([clearance.recorded_by]).get(clearance.recorded_by, "") if clearance else ""


def ways(kind: str, forms: Iterable[str]) -> str:
    """Ways by their names in the law's list for this kind: "niêm yết; phát trên truyền thanh xã"."""
    words = {str(way.code): way.label for way in FORMS[Publisher(kind)]}
    return "; ".join(words[form][0].lower() + words[form][1:] for form in forms)


def public_title(disclosure: Disclosure) -> str:
    """Its own name once a version of it is out; until then, and when all were withdrawn, that of its content."""
    is_out = any(queries.is_shown(each) for each in disclosure.versions.all())
    return disclosure.title if is_out or disclosure.source.startswith("period:") else disclosure.item.label


def places(postings: Iterable[Posting]) -> str:
    """Where boards are, short: "Trụ sở xã; nhà văn hóa, điểm sinh hoạt cộng đồng ở các thôn"."""
    groups: dict[str, dict[str, None]] = {}
    for each in postings:
        if each.place in queries.VILLAGE_PLACES:
            at = _(" tại %(village)s") % {"village": each.village} if each.village else _(" ở các thôn")
            groups.setdefault(at, {})[Place(each.place).words] = None
        elif each.place:
            groups.setdefault("", {})[_("trụ sở xã") if each.place == Place.OFFICE else Place(each.place).words] = None
    return capfirst("; ".join(", ".join(named) + at for at, named in groups.items()))


def where(posting: Posting | Hanging) -> str:
    """The place and the village, "Nhà văn hóa, thôn Đông Hạ"; without a village: everywhere."""
    place = capfirst(Place(posting.place).words) if posting.place else ""
    if posting.village is not None and posting.place in {"", *queries.VILLAGE_PLACES}:
        return f"{place}, {posting.village}" if place else str(posting.village)
    if posting.place in queries.VILLAGE_PLACES:
        return _("%(place)s ở các thôn") % {"place": place}
    return place


def lines(version: Version) -> list[Line]:
    """The postings of a version in the order of their days."""
    return [line(each) for each in version.postings.all()]


def line(posting: Posting) -> Line:
    """One posting in words."""
    removal = getattr(posting, "removal", None)
    way = WAYS[posting.form]
    if posting.notice:
        way = capfirst(Notice(posting.notice).words)
    elif posting.form == Form.VILLAGE_HEAD:
        way = _("Gửi Trưởng thôn, Tổ trưởng tổ dân phố")
    return Line(
        posting,
        way,
        where(posting),
        queries.recorded_after(posting.claimed_on, posting),
        removal.claimed_on if removal else None,
        removal.is_early if removal else False,
        removal.reason if removal else "",
        _more(posting),
        times(posting),
        kept_since(posting),
    )


def _more(posting: Posting) -> str:
    """For what a village head told: "Người đọc: Trưởng thôn; 42 hộ dự"."""
    said = []
    if posting.reader:
        said.append(_("Người đọc: %(post)s") % {"post": posting.get_reader_display()})
    if posting.households is not None:
        said.append(ngettext("%(n)s hộ dự", "%(n)s hộ dự", posting.households) % {"n": posting.households})
    if posting.is_agreed:
        said.append(_("cộng đồng dân cư đã thống nhất dùng"))
    return "; ".join(said)


def times(posting: Posting) -> str:
    """The three times of a posting: "làm ngày 20/11/2026, ghi trên máy 19:05 20/11/2026, về máy chủ 07:15 22/11/2026".

    The telephone's clock may be wrong: what it said is shown, and that it cannot be so.
    """
    recorded = _moment(posting.recorded_at)
    if posting.entered_at is None:
        return _("Máy chủ ghi nhận lúc %(moment)s") % {"moment": recorded}
    words = _("Làm ngày %(day)s, ghi trên máy %(entered)s, về máy chủ %(recorded)s") % {
        "day": f"{posting.claimed_on:%d/%m/%Y}",
        "entered": _moment(posting.entered_at),
        "recorded": recorded,
    }
    if posting.entered_at > posting.recorded_at + SAME_MOMENT:
        return _("%(words)s (đồng hồ của máy chạy trước máy chủ)") % {"words": words}
    if legal_day(posting.entered_at) < posting.claimed_on:
        return _("%(words)s (đồng hồ của máy chạy chậm)") % {"words": words}
    return words


def kept_since(posting: Posting) -> str:
    """From when the telephone had what came to the server late; "" where that is not earlier, or not known."""
    entered = posting.entered_at
    if entered is None or not posting.claimed_on <= legal_day(entered) < legal_day(posting.recorded_at):
        return ""
    return _moment(entered)


def passed_on(done: PassedOn) -> str:
    """To a village head: that it is recorded, and what to do now if the commune went on in the meantime."""
    version = done.postings[0].version
    words = _("Đã ghi nhận.") if done.is_new else _("Việc này đã ghi nhận từ trước.")
    if done.is_withdrawn:
        now = _("Xã đã rút nội dung này: hãy gỡ xuống ngay, không đọc nữa.")
    elif done.newer is not None:
        now = _("Xã đã có bản %(newer)s thay bản %(old)s: hãy gỡ bản cũ xuống, treo và đọc bản mới.") % {
            "newer": done.newer.number,
            "old": version.number,
        }
    else:
        return words
    return f"{words} {now}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
