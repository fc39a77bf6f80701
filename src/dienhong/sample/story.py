"""A year of the commune: the resolution comes in, is confirmed, planned, reported on.

Everything goes through the actions of each domain, so it is recorded when the sample is loaded: the pages
say rightly that the records of spring were entered late.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.programmes.actions import assign, plan, register
from dienhong.programmes.actions import open as opening
from dienhong.programmes.models import Duty, Programme
from dienhong.programmes.queries.families import Register
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization, Post, User
from dienhong.reports import actions as reports
from dienhong.resolutions import actions as resolutions
from dienhong.resolutions.models import Proposal, Version
from dienhong.sample import (
    ballots,
    conferences,
    contests,
    decisions,
    disclosures,
    dissemination,
    funds,
    households,
    information_requests,
    records,
    spot_checks,
)
from dienhong.sample.commune import founder
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every

RESOLUTION = Path(__file__).with_name("nghi-quyet-ben-say.txt")
YEAR_BEGINS = date(2026, 1, 1)
ITEMS = (
    "Dự toán ngân sách xã năm 2026", "Quyết toán ngân sách xã năm 2025", "Kế hoạch đầu tư đường liên thôn",
    "Danh sách hộ nghèo, cận nghèo", "Kết quả bình xét gia đình văn hóa", "Quy hoạch sử dụng đất",
    "Mức thu phí vệ sinh môi trường", "Kết quả tiếp công dân quý I", "Kết quả tiếp công dân quý II",
    "Danh mục thủ tục hành chính của xã", "Các khoản huy động dân đóng góp làm nhà văn hóa thôn",
)  # fmt: skip
OWN_ITEMS = {
    "agency": "Quyết toán kinh phí năm 2025 của cơ quan",
    "public-unit": "Các khoản thu và sử dụng năm 2025 của đơn vị",
    "front": "Các khoản vận động, tiếp nhận và sử dụng năm 2025",
    "socio-political": "Các khoản vận động, tiếp nhận và sử dụng năm 2025",
    "village": "Thu, chi các khoản dân đóng góp năm 2025 của thôn",
}
CLAUSE = "Điều 11 Luật số 10/2022/QH15"


def tell(place: Locality, *, at: datetime, resolution: Path | None, run_jobs: Callable[[], None]) -> None:
    """The sample's own story, or, with a document of one's own, that document read and ready to be confirmed."""
    officer = registry.actor_of(User.objects.get(username="can-bo"), on=legal_day(at))
    source = resolution or RESOLUTION
    uploaded = resolutions.upload(
        place_id=place.pk,
        work_id=None,
        data=source.read_bytes(),
        name=source.name,
        key=uuid5(NAMESPACE_URL, f"sample:{source.name}"),
        by=officer,
    )
    run_jobs()
    if resolution is None:
        version = Version.objects.get(pk=uploaded.version.pk)
        programme = _begin(version, place, officer, at)
        records.report_year(programme, officer=officer, unit=founder(place), at=at)
        disclosures.tell(place, officer=officer, at=at)
        information_requests.tell(place, officer=officer, at=at)
        chair = registry.actor_of(User.objects.get(username="chu-tich"), on=legal_day(at))
        dissemination.spread(officer=officer, second=chair, at=at)
        spot_checks.tell(place, officer=officer, at=at)
        decisions.tell(place, at=at)
        funds.tell(place, at=at)
        conferences.tell(place, at=at)
        decisions.petition(place, at=at)
        contests.tell(place, at=at)
        households.tell(place, officer=officer, at=at)
        ballots.tell(place, at=at)
        _report_half_year(programme, officer, at)
        run_jobs()


def _begin(version: Version, place: Locality, officer: Actor, at: datetime) -> Programme:
    waiting = Proposal.objects.filter(version=version, state=Proposal.State.PROPOSED).count()
    resolutions.confirm_article(version_id=version.pk, article_eid="", expected=waiting, by=officer, at=at)
    resolutions.publish(version_id=version.pk, by=officer, at=at)
    programme = opening.open_programme(
        version=version, opens_on=YEAR_BEGINS, closes_on=None, key="sample", by=officer, at=at
    )
    opening.publish_progress(programme=programme, on=legal_day(at), by=officer)
    _fill_registers(programme, place, officer, at)
    for duty in programme.duties.select_related("programme__locality", "provision").order_by("pk"):
        assign.assign(duty=duty, organizations=_bearers(duty, place), starts_on=YEAR_BEGINS, by=officer)
    plan.set_window(
        programme=programme, every=Every.HALF_YEAR.value, days_after_end=-16, clause="Kế hoạch của xã", by=officer
    )
    for year in {YEAR_BEGINS.year, legal_day(at).year}:
        run = plan.start_year_plan(programme=programme, year=year, by=officer)
        plan.make_year_plan(run_id=run.pk, at=at)
    return programme


def _bearers(duty: Duty, place: Locality) -> list[Organization]:
    """Who the text says; where it says everybody, everybody."""
    words = f"{duty.bearer} {duty.action}".lower()
    all_here = list(registry.organizations(place, on=YEAR_BEGINS))
    by_code = {organization.code: organization for organization in all_here}
    for code, name in (
        ("van-hoa-xa-hoi", "phòng văn hóa"), ("hanh-chinh-cong", "trung tâm phục vụ"), ("ubnd", "chủ tịch ủy ban"),
        ("hdnd", "hội đồng nhân dân xã giám sát"), ("mttq", "mặt trận tổ quốc việt nam xã"),
    ):  # fmt: skip
        if name in words:
            return [by_code[f"ben-say-{code}"]]
    villages = [each for each in all_here if each.kind == Organization.Kind.VILLAGE]
    bodies = [each for each in all_here if each.kind not in {Organization.Kind.VILLAGE, Organization.Kind.COUNCIL}]
    if "các thôn" in words:
        return villages
    if "ủy ban nhân dân xã" in words and "cơ quan" not in words:
        return [by_code["ben-say-ubnd"]]
    return bodies


def _fill_registers(programme: Programme, place: Locality, officer: Actor, at: datetime) -> None:
    """Who must be trained, which boards must be supported, what must be disclosed."""
    committee = Organization.objects.get(code="ben-say-ubnd")
    heads = Post.objects.filter(registry.within(place), role="", organization__kind=Organization.Kind.VILLAGE)
    lists = {
        Register.VILLAGE_HEADS: [
            register.NewEntry(organization=post.organization, person=post.person)
            for post in heads.select_related("organization__locality", "person").order_by("pk")
            if post.organization
        ],
        Register.LAW_IMPLEMENTERS: [
            register.NewEntry(organization=committee, person=User.objects.get(username=name).person)
            for name in ("can-bo", "thcs", "y-te")
        ],
        Register.BOARD_MEMBERS: [
            register.NewEntry(organization=committee, person=User.objects.get(username="thanh-tra").person)
        ],
        Register.BOARDS: [register.NewEntry(organization=committee, label="Ban Thanh tra nhân dân xã Bến Sậy")],
        Register.ITEMS: [
            *(
                register.NewEntry(organization=committee, label=label, due_on=date(2026, 1 + number, 20))
                for number, label in enumerate(ITEMS)
            ),
            *(
                register.NewEntry(organization=each, label=OWN_ITEMS[each.kind], due_on=date(2026, 3, 31))
                for each in registry.organizations(place, on=YEAR_BEGINS)
                if each.kind in OWN_ITEMS
            ),
        ],
    }
    for which, entries in lists.items():
        register.add(
            programme=programme,
            register=which,
            entries=entries,
            clause=CLAUSE,
            starts_on=YEAR_BEGINS,
            by=officer,
            at=at,
        )


def _report_half_year(programme: Programme, officer: Actor, at: datetime) -> None:
    """The report on the first six months, issued; figures are those of the moment the sample is loaded."""
    report = reports.open_report(
        programme=programme,
        period=Period(2026, 1, Every.HALF_YEAR),
        by=officer,
        at=at,
        on=legal_day(at),
        key=uuid5(NAMESPACE_URL, "sample:report"),
    )
    report = reports.write(
        report=report,
        section="strengths",
        edition=0,
        by=officer,
        text="Các thôn phát loa đều, nội dung ngắn. Trường học và trạm y tế báo cáo đúng kỳ, có minh chứng.",
    )
    report = reports.write(
        report=report,
        section="next",
        edition=1,
        by=officer,
        text="Rà soát hương ước ở các thôn còn lại. Mở thêm một lớp bồi dưỡng cho Trưởng ban công tác Mặt trận.",
    )
    reports.issue(
        report=report,
        number=57,
        dated=legal_day(at),
        post="Chủ tịch",
        name="Hồ Văn Lành",
        by=officer,
        on=legal_day(at),
    )
