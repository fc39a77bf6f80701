"""A ballot round and an online vote as their pages show them: what is next, who may do it, what to look at."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dienhong.decisions import access, counting
from dienhong.decisions.access import Act
from dienhong.decisions.models import BallotRound, Matter, OnlineRound, Vote
from dienhong.decisions.queries import online, rounds
from dienhong.decisions.queries.late import undecided
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from lawcore.ballots.lifecycle import BALLOT_ROUND, ONLINE_ROUND

Button = tuple[str, str, str]
"""Words, address, kind."""


def round_page(found: BallotRound, actor: Actor) -> dict[str, Any]:
    """Everything the page of a ballot round shows. At most fourteen queries."""
    pads = rounds.pads(found) if found.roll else {}
    sheets = rounds.slip_sheets(found) if found.stage not in {"chosen", "planned", "plan_sent", "team_set"} else {}
    both = len(sheets) == 2  # noqa: PLR2004 - the first and the second
    households = found.roll.households if found.roll else 0
    return {
        "round": found,
        "buttons": list(_next_of_round(found, actor, len(sheets))),
        "steps": list(found.steps.order_by("pk")),
        "events": BALLOT_ROUND.events,
        "households": households,
        "reached": pads["issued"] - pads["replaced"] if pads else 0,
        "figures": [
            (_("Số phiếu còn ở các hộ") if name == "missing" and found.closed_at is None else words, pads[name])
            for name, words in counting.ON_SLIPS.items()
            if name in pads
        ],
        "late": pads.get("late", 0),
        "sheets_in": sorted(sheets),
        "sheets": _side_by_side(sheets) if both else [],
        "may_hold": access.may(actor, Act.HOLD, found.village),
        "from_phones": found.phone_events.exists(),
        "from_phones_late": undecided(found),
        "pages": list(found.pages.select_related("file").order_by("pk")),
        "may_see_photo": access.may_see_photo(actor, found.village),
        "outcome": found.matter.outcomes.order_by("-pk").first() if found.stage not in rounds.BEFORE_COUNT else None,
    }


def _side_by_side(sheets: dict[int, Any]) -> list[tuple[Any, int, int, bool]]:
    """Once both are in: each figure of the first and the second, and whether they are the same."""
    first, second = sheets[1].figures, sheets[2].figures
    return [
        (words, first[name], second[name], first[name] == second[name]) for name, words in counting.ON_SLIPS.items()
    ]


def _next_of_round(found: BallotRound, actor: Actor, sheets: int) -> Iterator[Button]:
    def to(name: str, words: str, kind: str = "primary", *more: int) -> Button:
        return words, reverse(f"decisions:{name}", args=[found.pk, *more]), kind

    may = {act: access.may(actor, act, found.village) for act in (Act.PROPOSE, Act.HOLD)}
    stage = found.stage
    if may[Act.PROPOSE]:
        if stage == "planned":
            yield to("round-sent", _("Ghi đã gửi kế hoạch"))
        if stage == "plan_sent":
            yield to("round-team", _("Lập Tổ phát phiếu"))
        if stage == "team_set":
            yield to("round-announce", _("Ghi đã công khai"))
        if stage in {"planned", "plan_sent", "team_set"}:
            yield to("round-days", _("Đổi ngày"), "secondary")
    if may[Act.HOLD]:
        yield from _next_for_team(found, to, sheets)


def _next_for_team(found: BallotRound, to: Any, sheets: int) -> Iterator[Button]:
    stage = found.stage
    if stage == "announced" and found.roll is None:
        yield to("round-open", _("Chốt danh sách hộ và làm tập phiếu"))
    elif stage == "announced":
        yield to("round-begin", _("Bắt đầu phát phiếu"))
        yield to("round-phone", _("Phát phiếu trên điện thoại, không cần sóng"), "secondary")
        yield to("round-routes", _("Chia tuyến"), "secondary")
    if stage == "collecting":
        yield to("round-list", _("Phát và thu phiếu"))
        yield to("round-phone", _("Phát phiếu trên điện thoại, không cần sóng"), "secondary")
        yield to("round-close", _("Hết hạn, kiểm phiếu"), "secondary")
    if stage == "counting":
        yield to("round-sheet", _("Nhập phiếu đếm thứ nhất"), "secondary" if sheets else "primary", 1)
        yield to("round-sheet", _("Nhập phiếu đếm thứ hai"), "primary", 2)
        yield to("round-settle", _("Kết luận"), "secondary")
        yield to("round-list", _("Ghi phiếu nộp muộn"), "secondary")
        yield to("round-phone", _("Kiểm phiếu trên điện thoại, không cần sóng"), "secondary")
    if stage in {"passed", "failed"}:
        yield to("round-published", _("Ghi đã công khai kết quả"))


def online_page(found: OnlineRound, actor: Actor) -> dict[str, Any]:
    """Everything the page of an online vote shows to those who run it. At most ten queries."""
    about = Vote.About.FORM if found.stage in {"polling", "form_chosen", "form_declined"} else Vote.About.MATTER
    votes = online.effective(found, about) if found.roll else {}
    return {
        "round": found,
        "buttons": list(_next_of_online(found, actor)),
        "steps": list(found.steps.order_by("pk")),
        "events": ONLINE_ROUND.events,
        "households": found.roll.households if found.roll else 0,
        "answered": len(votes),
        "tally": online.tally(votes) if about == Vote.About.FORM or found.closed_at else {},
        **flags(votes),
        "may_hold": access.may(actor, Act.HOLD, found.village),
        "slips": list(online.slips(found)) if access.may_see_photo(actor, found.village) else [],
    }


def flags(votes: Any) -> dict[str, Any]:
    """Who typed for how many households; telephones from which too many answered."""
    typed = online.typed_for(votes)
    names = registry.names_of({each.by for each in typed}) if typed else {}
    return {
        "typed": [(names.get(each.by) or each.by, each) for each in typed],
        "crowded": online.crowded(votes),
    }


def _next_of_online(found: OnlineRound, actor: Actor) -> Iterator[Button]:
    def to(name: str, words: str, kind: str = "primary") -> Button:
        return words, reverse(f"decisions:{name}", args=[found.pk]), kind

    stage = found.stage
    if access.may(actor, Act.PROPOSE, found.village):
        if stage == "agreed":
            yield to("online-sent", _("Ghi đã báo cáo xã và Mặt trận xã"))
        if stage == "reported":
            yield to("online-team", _("Lập Tổ lấy ý kiến"))
    if not access.may(actor, Act.HOLD, found.village):
        return
    if stage in FOR_THE_TEAM:
        name, words = FOR_THE_TEAM[stage]
        yield to(name, str(words))
    if stage in {"polling", "voting"}:
        yield to("online-list", _("Nhập phiếu giấy, nhập giúp hộ"), "secondary")


FOR_THE_TEAM = {
    "team_set": ("online-poll", gettext_lazy("Hỏi các hộ về hình thức")),
    "polling": ("online-poll-end", gettext_lazy("Kết thúc hỏi về hình thức")),
    "form_chosen": ("online-announce", gettext_lazy("Thông báo và mở biểu quyết")),
    "voting": ("online-close", gettext_lazy("Kết thúc biểu quyết")),
}


def of_matter(matter: Matter, actor: Actor) -> dict[str, Any]:
    """What the page of a matter shows of its ballots or online vote. At most five queries; two where it has none."""
    ballots = BallotRound.objects.filter(matter=matter).first()
    last = OnlineRound.objects.filter(matter=matter).order_by("-pk").first()
    may = access.may(actor, Act.PROPOSE, matter.village)
    votes = online.effective(last, Vote.About.MATTER) if last is not None and last.roll_id else {}
    return {
        "ballots": ballots,
        "online": last,
        "may_plan_ballots": may and matter.stage == "by_ballot" and ballots is None,
        "may_agree_online": may and matter.stage == "by_online" and (last is None or last.stage == "form_declined"),
        **flags(votes),
    }
