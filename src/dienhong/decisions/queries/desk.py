"""What is on in somebody's villages, by what waits for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Case, CharField, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models import Division, Item, Matter, Meeting, Step
from dienhong.decisions.queries.matters import matters
from dienhong.foundations.actors import Actor
from lawcore.ballots.effect import recogniser
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.matters import Scope, Who
from lawcore.ballots.periods import to_commune


class Waits(StrEnum):
    """For what a matter waits, most pressing first."""

    COUNT = "dem"
    MEET = "hop"
    SEND = "gui"
    RECOGNISE = "cong-nhan"
    FIX = "an-dinh"
    SIGN = "ky"
    DIVIDE = "chia-cum"
    NOTIFY = "bao-hop"
    PLAN = "len-lich"
    CHOOSE = "hinh-thuc"
    COMMUNE_CHOOSES = "hinh-thuc-toan-xa"
    BALLOT = "phieu"
    ONLINE = "truc-tuyen"
    CHALLENGED = "kien-nghi"
    CHANGE = "sua"
    DONE = "xong"


WORDS: Mapping[Waits, str | Promise] = {
    Waits.COUNT: _("Đang họp, chờ kiểm đếm"),
    Waits.MEET: _("Đã báo, chờ đến ngày họp"),
    Waits.SEND: _("Chờ gửi xã"),
    Waits.RECOGNISE: _("Chờ công nhận"),
    Waits.FIX: _("Chờ xã ấn định ngày"),
    Waits.SIGN: _("Chờ ký, xác nhận"),
    Waits.DIVIDE: _("Chờ xã quyết định chia cụm"),
    Waits.NOTIFY: _("Chờ báo họp"),
    Waits.PLAN: _("Chờ lên lịch họp"),
    Waits.CHOOSE: _("Chờ chọn hình thức"),
    Waits.COMMUNE_CHOOSES: _("Chờ xã chọn hình thức"),
    Waits.BALLOT: _("Đang lấy phiếu từng hộ"),
    Waits.ONLINE: _("Đang biểu quyết trực tuyến"),
    Waits.CHALLENGED: _("Có kiến nghị, chờ xã kết luận"),
    Waits.CHANGE: _("Xã đề nghị sửa đổi"),
    Waits.DONE: _("Đã xong"),
}


CHOOSING = ("proposed", "too_few")
"""The stages in which a matter has no form, or needs another one."""


def _held() -> QuerySet[Item]:
    """The places of a matter on agendas, without meetings that were called off."""
    return Item.objects.filter(matter=OuterRef("pk")).exclude(meeting__stage=Meeting.Stage.CALLED_OFF)


def _case() -> Case:
    live = Item.objects.filter(matter=OuterRef("pk")).exclude(
        meeting__stage__in=(Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF)
    )
    asked = Division.objects.filter(meeting__items__matter=OuterRef("pk"), is_approved__isnull=True)
    whens = [
        When(Q(stage="in_meeting"), then=Value(Waits.COUNT)),
        When(Q(stage="notified") & Exists(asked), then=Value(Waits.DIVIDE)),
        When(stage="notified", then=Value(Waits.MEET)),
        When(stage="signed", then=Value(Waits.SEND)),
        When(stage="awaiting", then=Value(Waits.RECOGNISE)),
        When(stage="sent", scope=Scope.COMMUNE.value, then=Value(Waits.FIX)),
        When(stage="passed", then=Value(Waits.SIGN)),
        When(Q(stage="by_meeting") & Exists(live), then=Value(Waits.NOTIFY)),
        When(stage="by_meeting", then=Value(Waits.PLAN)),
        When(stage__in=CHOOSING, scope=Scope.COMMUNE.value, then=Value(Waits.COMMUNE_CHOOSES)),
        When(stage__in=CHOOSING, then=Value(Waits.CHOOSE)),
        When(stage="by_ballot", then=Value(Waits.BALLOT)),
        When(stage="by_online", then=Value(Waits.ONLINE)),
        When(stage="challenged", then=Value(Waits.CHALLENGED)),
        When(stage="asked", then=Value(Waits.CHANGE)),
    ]
    return Case(*whens, default=Value(Waits.DONE), output_field=CharField())


def by_waits(actor: Actor, *, waits: str = "", village: int | None = None) -> QuerySet[Matter]:
    """The actor's matters, each with `waits`, `due` (a day, of what was sent) and `meets_at`; most pressing first."""
    due = Step.objects.filter(matter=OuterRef("pk"), event="await").order_by("-pk").values("due_on")[:1]
    meets = _held().order_by("-pk")
    rank = Case(*(When(waits=each, then=Value(n)) for n, each in enumerate(Waits)), output_field=IntegerField())
    found = matters(actor).annotate(
        waits=_case(),
        due=Subquery(due),
        meets_at=Subquery(meets.values("meeting__planned_at")[:1]),
        meeting_pk=Subquery(meets.values("meeting_id")[:1]),
    )
    found = found.annotate(rank=rank).order_by("rank", "due", "passed_on", "meets_at", "-pk")
    if waits in set(Waits):
        found = found.filter(waits=waits)
    return found.filter(village=village) if village else found


def counts(actor: Actor) -> dict[str, int]:
    """How many matters wait for each thing. One query."""
    rows = matters(actor).order_by().annotate(waits=_case()).values("waits").annotate(n=Count("pk"))
    return dict(rows.values_list("waits", "n"))


def by_kind(actor: Actor, *, before: datetime) -> list[tuple[str, str, date, int]]:
    """For what, of which kind, by the law of which day, how many wait; no meeting planned at or after `before`."""
    meets = _held().order_by("-pk").values("meeting__planned_at")[:1]
    rows = matters(actor).order_by().annotate(waits=_case(), meets_at=Subquery(meets))
    rows = rows.exclude(waits=Waits.MEET, meets_at__gte=before)
    return list(
        rows.values("waits", "kind", "begun_on").annotate(n=Count("pk")).values_list("waits", "kind", "begun_on", "n")
    )


@dataclass(frozen=True, slots=True)
class Due:
    """By when what a matter waits for must be done, whether that day is past; `front`: the commune's Front does it."""

    day: date | None
    is_late: bool = False
    front: bool = False


def due_of(matter: Matter, waits: str, *, due: date | None, on: date) -> Due:
    """LDC art. 20 cl. 3, art. 21 cl. 2: five working days to send, then five to recognise. No query."""
    if waits == Waits.SEND and matter.passed_on is not None:
        last = to_commune(since=matter.passed_on).result
        return Due(last, on > last)
    if waits == Waits.RECOGNISE and due is not None:
        who = recogniser(matter=Kind(matter.kind), on=matter.begun_on).result
        return Due(due, on > due, who is Who.COMMUNE_FRONT)
    return Due(None)
