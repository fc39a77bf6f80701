"""What the units of the commune report in a year: most of it in time, some late, some returned, some never."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.programmes.actions import evidence as verbs
from dienhong.programmes.actions.evidence import Report, Upload
from dienhong.programmes.kinds import KINDS, Shape
from dienhong.programmes.models import Programme, RosterEntry, Task
from dienhong.programmes.queries.families import BODIES, PERSONS, Register
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization
from lawcore.indicators import Evidence as Proof

ACCEPTED, WAITING, RETURNED, SILENT = "accepted", "waiting", "returned", "silent"
OUTCOMES: Final = (ACCEPTED,) * 14 + (WAITING, WAITING, RETURNED) + (SILENT,) * 3
MISSING: Final = "Thiếu trang có chữ ký của thư ký. Chụp lại cả hai trang rồi gửi bản sửa."
TITLES: Final[Mapping[str, str]] = {
    Proof.OUTREACH: "Nói chuyện pháp luật về dân chủ ở cơ sở",
    Proof.DIGITAL_PROCESS: "Đăng nội dung công khai lên trang thông tin của xã",
    Proof.IT_PLAN: "Kế hoạch ứng dụng công nghệ thông tin năm 2026",
    Proof.RULES_ISSUED: "Quy chế thực hiện dân chủ",
    Proof.RULES_REVIEWED: "Rà soát quy chế thực hiện dân chủ",
    Proof.CONVENTION: "Hương ước được công nhận",
    Proof.CONVENTION_REVIEWED: "Họp rà soát hương ước",
    Proof.BOARD_PLAN: "Kế hoạch hỗ trợ Ban Thanh tra nhân dân",
    Proof.BOARD_BUDGET: "Giao kinh phí cho Ban Thanh tra nhân dân",
    Proof.DISCLOSURE: "Công khai nội dung",
    Proof.COURSE: "Lớp bồi dưỡng nghiệp vụ dân chủ ở cơ sở",
    Proof.COUNCIL_RESOLUTION: "Nghị quyết về dân chủ ở cơ sở",
}


class Year:
    """One year of records, the same each time it is told."""

    def __init__(self, programme: Programme, *, officer: Actor, unit: Actor, at: datetime) -> None:
        self.programme, self.officer, self.unit, self.at = programme, officer, unit, at
        self.today = legal_day(at)
        self._draw = random.Random(2026)  # noqa: S311 - an invented year, not a secret
        self._count = 0

    def day(self, first: date, last: date) -> date:
        """A day between the two, never after today."""
        span = max(0, (min(last, self.today) - first).days)
        return min(first + timedelta(days=self._draw.randint(0, span)), self.today)

    def outcome(self) -> str:
        return self._draw.choice(OUTCOMES)

    def record(
        self,
        organization: Organization,
        kind: str,
        on: date,
        outcome: str,
        *,
        tasks: Sequence[Task] = (),
        entries: Sequence[RosterEntry] = (),
        title: str = "",
    ) -> None:
        """One record of one organization, with a small file, decided as `outcome` says."""
        if outcome == SILENT or on > self.today:
            return
        self._count += 1
        words = title or TITLES.get(kind, "Kết quả thực hiện nhiệm vụ")
        paper = f"{words}\n{organization.name}\nngày {on:%d/%m/%Y}\nsố {self._count}\n".encode()
        report = Report(
            kind=kind,
            title=words,
            effective_on=on,
            data=self._data(kind),
            tasks=tasks,
            entries=entries,
            files=(Upload(name=f"bien-ban-{self._count}.txt", chunks=(paper,)),),
        )
        made = verbs.submit(
            organization=organization, report=report, key=f"sample:{self._count}", by=self.unit, at=self.at
        )
        if outcome == ACCEPTED:
            verbs.accept(evidence=made, by=self.officer, at=self.at)
        elif outcome == RETURNED:
            verbs.give_back(evidence=made, reason=MISSING, by=self.officer, at=self.at)

    def _data(self, kind: str) -> dict[str, str | int]:
        data: dict[str, str | int] = {}
        for each in KINDS[kind].fields:
            if each.shape is Shape.NUMBER:
                data[each.name] = self._draw.randint(2, 90)
            elif each.shape is Shape.CHOICE:
                data[each.name] = self._draw.choice(each.choices)[0]
            elif each.shape is Shape.TEXT and each.is_required:
                data[each.name] = f"{self._draw.randint(1, 90):02d}/2026"
        return data


def report_year(programme: Programme, *, officer: Actor, unit: Actor, at: datetime) -> None:
    """Tasks that fell due, and what the targets count: rules, conventions, training, boards, disclosure."""
    year = Year(programme, officer=officer, unit=unit, at=at)
    for task in _due_tasks(programme, year.today):
        kind = task.duty.evidence_kind or "other"
        if KINDS[kind].points_to is not None:
            kind = "other"
        year.record(
            task.organization, kind, year.day(task.period_start, task.period_end), year.outcome(), tasks=(task,)
        )
    for organization in registry.organizations(programme.locality, on=programme.opens_on):
        _of_organization(year, organization)
    _of_registers(year, programme)


def _due_tasks(programme: Programme, today: date) -> Iterator[Task]:
    """Tasks whose period is over, and one in three of those still running."""
    tasks = Task.objects.filter(duty__programme=programme, period_start__year=programme.opens_on.year)
    for number, task in enumerate(
        tasks.select_related("organization__locality", "duty__provision").order_by("period_end", "pk")
    ):
        if task.period_end <= today or (task.period_start <= today and number % 3 == 0):
            yield task


def _of_organization(year: Year, organization: Organization) -> None:
    first, last = date(2026, 1, 5), date(2026, 12, 20)
    if organization.kind == Organization.Kind.COUNCIL:
        year.record(organization, Proof.COUNCIL_RESOLUTION, date(2026, 1, 8), ACCEPTED)
        return
    year.record(organization, Proof.OUTREACH, year.day(first, last), year.outcome())
    if organization.kind == Organization.Kind.VILLAGE:
        year.record(organization, Proof.CONVENTION, year.day(first, last), ACCEPTED)
        year.record(organization, Proof.CONVENTION_REVIEWED, year.day(first, last), year.outcome())
    elif organization.kind in BODIES:
        year.record(organization, Proof.DIGITAL_PROCESS, year.day(first, last), year.outcome())
        year.record(organization, Proof.IT_PLAN, year.day(first, last), ACCEPTED)
        year.record(organization, Proof.RULES_ISSUED, date(2026, 1, 15), year.outcome())
        year.record(organization, Proof.RULES_REVIEWED, year.day(first, last), year.outcome())


def _of_registers(year: Year, programme: Programme) -> None:
    """One class for the village heads, support for the board, items disclosed one by one."""
    entries = RosterEntry.objects.filter(programme=programme).select_related("organization__locality").order_by("pk")
    heads = [entry for entry in entries if entry.population in PERSONS]
    committee = Organization.objects.select_related("locality").get(code="ben-say-ubnd")
    present = heads[: len(heads) * 4 // 5]
    year.record(committee, Proof.COURSE, date(2026, 4, 17), ACCEPTED, entries=present)
    boards = [entry for entry in entries if entry.population == Register.BOARDS]
    year.record(committee, Proof.BOARD_PLAN, date(2026, 2, 3), ACCEPTED, entries=boards)
    year.record(committee, Proof.BOARD_BUDGET, date(2026, 2, 10), ACCEPTED, entries=boards)
    items = [entry for entry in entries if entry.population == Register.ITEMS]
    for number, entry in enumerate(items):
        if entry.due_on is not None:
            shift = timedelta(days=9 if number % 5 == 3 else -4)  # noqa: PLR2004 - every fifth item comes late
            outcome = WAITING if number % 6 == 0 else ACCEPTED
            title = f"Công khai: {entry.label}"
            year.record(
                entry.organization, Proof.DISCLOSURE, entry.due_on + shift, outcome, entries=(entry,), title=title
            )
