"""A disclosure as pages show it: its state in words, its postings line by line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dienhong.disclosures import queries
from dienhong.disclosures.models import WAYS, Disclosure, Posting, Version
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


VILLAGE_PLACES = (Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)


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


@dataclass(frozen=True, slots=True)
class Line:
    """One posting in words; `late` are the days by which it was recorded late, 0 for none."""

    posting: Posting
    way: str
    where: str
    late: int
    removed_on: date | None
    was_early: bool
    reason: str


def row(disclosure: Disclosure, *, on: date) -> Row:
    """The disclosure as a line of a list on this day."""
    standing = queries.standing(disclosure, on=on)
    newest = queries.newest(disclosure)
    postings = list(newest.postings.all()) if getattr(newest, "withdrawal", None) is None else []
    hanging = [each for each in postings if getattr(each, "removal", None) is None]
    until = max((each.stays_until for each in hanging if each.stays_until), default=None)
    lacks = ways(disclosure.item.plan.kind, standing.lacks)
    stopped = queries.is_stopped(newest)
    return Row(disclosure, tuple(_signs(standing)), lacks, until, places(hanging), stopped)


def _signs(standing: queries.Standing) -> Iterator[Sign]:
    match standing.kind:
        case "overdue":
            yield Sign("overdue", _late(_("Quá hạn"), standing.late))
        case "due-soon" | "due":
            yield Sign(standing.kind, _left(standing.left))
        case "up":
            yield Sign("done", _("Đang công khai"))
        case "done":
            yield Sign("done", _("Đã công khai đủ"))
        case _:
            yield Sign("repealed", _("Đã rút"))
    if standing.kind in {"up", "done"}:
        late = standing.late
        yield Sign("late", _late(_("Công khai muộn"), late)) if late else Sign("met", _("Đúng hạn"))


def _late(words: str, days: int) -> str:
    return ngettext("%(words)s %(n)s ngày", "%(words)s %(n)s ngày", days) % {"words": words, "n": days}


def _left(days: int) -> str:
    return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", days) % {"n": days} if days else _("Hạn hôm nay")


def ways(kind: str, forms: Iterable[str]) -> str:
    """Ways by their names in the law's list for this kind: "niêm yết; phát trên truyền thanh xã"."""
    words = {str(way.code): way.label for way in FORMS[Publisher(kind)]}
    return "; ".join(words[form][0].lower() + words[form][1:] for form in forms)


def public_title(disclosure: Disclosure) -> str:
    """Its own name once a version of it is out; until then, and when all were withdrawn, that of its content."""
    is_out = any(queries.is_shown(each) for each in disclosure.versions.all())
    return disclosure.title if is_out else disclosure.item.label


def places(postings: Iterable[Posting]) -> str:
    """Where boards are, short: "Trụ sở xã; nhà văn hóa, điểm sinh hoạt cộng đồng ở các thôn"."""
    groups: dict[str, dict[str, None]] = {}
    for each in postings:
        if each.place in VILLAGE_PLACES:
            at = _(" tại %(village)s") % {"village": each.village} if each.village else _(" ở các thôn")
            groups.setdefault(at, {})[Place(each.place).words] = None
        elif each.place:
            groups.setdefault("", {})[_("trụ sở xã") if each.place == Place.OFFICE else Place(each.place).words] = None
    return capfirst("; ".join(", ".join(named) + at for at, named in groups.items()))


def where(posting: Posting) -> str:
    """The place and the village, "Nhà văn hóa, thôn Đông Hạ"; without a village: everywhere."""
    place = capfirst(Place(posting.place).words) if posting.place else ""
    if posting.village is not None and posting.place in {"", *VILLAGE_PLACES}:
        return f"{place}, {posting.village}" if place else str(posting.village)
    if posting.place in VILLAGE_PLACES:
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
    )
