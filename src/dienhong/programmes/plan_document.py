"""The plan of a year as an official document: every line cites the provision it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext as _

from dienhong.documents.official import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Issuer,
    Level,
    OfficialDocument,
    Paragraph,
    Row,
    Signer,
    Table,
)
from dienhong.documents.pdf import render_pdf
from dienhong.documents.spreadsheet import render_tables
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import NotFound
from dienhong.programmes.models import Assignment, Duty, Programme, Target
from dienhong.programmes.queries import calendar
from dienhong.registry.models import Locality, Organization
from dienhong.resolutions.models import EVERY_NAMES, TOPIC_NAMES
from lawcore.obligations.model import Topic
from lawcore.timelimits import Every

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMED_UNITS = 4


def rendered(programme: Programme, *, year: int, on: date, kind: str) -> tuple[bytes, str]:
    """The bytes of the plan as "docx", "pdf" or "xlsx", and their media type. Raises NotFound, PdfUnavailable."""
    with translation.override("vi"):  # an official document, whatever the language of who asks for it
        plan = document(programme, year=year, on=on)
    match kind:
        case "docx":
            return render_docx(plan), WORD
        case "pdf":
            return render_pdf(plan), "application/pdf"
        case "xlsx":
            return render_tables(plan), SHEET
        case _:
            raise NotFound(_("Chỉ có bản DOCX, PDF và XLSX."))


def document(programme: Programme, *, year: int, on: date) -> OfficialDocument:
    """A draft for the People's Committee of the programme's place to check, number and sign."""
    duties = list(programme.duties.filter(dropped_on__isnull=True).select_related("provision", "programme"))
    duties.sort(key=lambda duty: (duty.provision.order, duty.pk))
    targets = programme.targets.filter(dropped_on__isnull=True).select_related("provision").order_by("provision__order")
    text = _name_of(programme)
    windows = calendar.windows_of(programme)
    return OfficialDocument(
        issuer=_issuer(programme.locality),
        type_name="Kế hoạch",
        subject=f"thực hiện {text} năm {year}",
        sign="KH-UBND",
        place=programme.locality.name,
        prepared_on=on,
        bases=(f"Căn cứ {text};",),
        signer=Signer(post="CHỦ TỊCH", authority=("TM. ỦY BAN NHÂN DÂN",)),
        blocks=(
            *_purpose(text),
            *_targets(targets),
            *_measures(duties, year=year, windows=windows),
            *_organisation(programme),
        ),
        annexes=(Annex("BẢNG PHÂN CÔNG NHIỆM VỤ", (_table(duties, year=year, windows=windows),), landscape=True),),
        recipients=("Hội đồng nhân dân (để báo cáo)", "Các cơ quan, đơn vị được giao nhiệm vụ", "Lưu: VT"),
    )


def _name_of(programme: Programme) -> str:
    version, work = programme.version, programme.version.work
    kind = work.kind or "Nghị quyết"
    number = f" số {version.number}" if version.number else ""
    draft = " (dự thảo)" if version.status == version.Status.DRAFT else ""
    day = f" ngày {version.adopted_on:%d/%m/%Y}" if version.adopted_on else ""
    issuer = version.metadata.get("issuer") or f"Hội đồng nhân dân {programme.locality}"
    return f"{kind}{number}{draft}{day} của {issuer}"


def _issuer(place: Locality) -> Issuer:
    return Issuer(name=("ỦY BAN NHÂN DÂN", str(place).upper()))


def _purpose(text: str) -> Iterator[Block]:
    yield Heading(Level.SECTION, "MỤC ĐÍCH, YÊU CẦU")
    yield Paragraph(
        f"Tổ chức thực hiện {text}; phân công rõ việc, rõ đơn vị, rõ thời hạn; "
        "mỗi nhiệm vụ dẫn đến điều khoản giao việc.",
    )
    yield Paragraph(
        "Kết quả được tính từ minh chứng do đơn vị báo cáo và đã được kiểm tra; "
        "nơi chưa báo cáo ghi là chưa có số liệu.",
    )


def _targets(targets: Iterable[Target]) -> Iterator[Block]:
    rows = list(targets)
    if not rows:
        return
    yield Heading(Level.SECTION, "MỤC TIÊU")
    for target in rows:
        yield Paragraph(target.text, citation=target.provision.at)


def _measures(duties: list[Duty], *, year: int, windows: Mapping[str, int]) -> Iterator[Block]:
    yield Heading(Level.SECTION, "NHIỆM VỤ")
    if not duties:
        yield Paragraph("Chưa có nhiệm vụ nào được xác nhận.")
    order = list(Topic)
    ranked = sorted(duties, key=lambda duty: order.index(Topic(duty.topic)) if duty.topic else len(order))
    for topic, group in groupby(ranked, key=lambda duty: duty.topic):
        yield Heading(Level.CLAUSE, _topic(topic))
        for duty in group:
            yield Paragraph(f"- {_sentence(duty.action)}. {_when(duty, year, windows)}", citation=duty.provision.at)


def _sentence(action: str) -> str:
    return action[:1].upper() + action[1:].rstrip(".; ")


def _topic(topic: str) -> str:
    name = str(TOPIC_NAMES[Topic(topic)]) if topic else "nhiệm vụ khác"
    return name[0].upper() + name[1:]


def _when(duty: Duty, year: int, windows: Mapping[str, int]) -> str:
    days = [
        calendar.due_of(duty, period_end=period.end, windows=windows) for period in calendar.periods_of(duty, year=year)
    ]
    if not days:
        return f"Không có kỳ thực hiện trong năm {year}."
    if len(days) > NAMED_UNITS:
        return f"Thời hạn: {EVERY_NAMES[Every(duty.every)]}."
    return f"Thời hạn: {', '.join(f'{day:%d/%m/%Y}' for day in days)}."


def _organisation(programme: Programme) -> Iterator[Block]:
    yield Heading(Level.SECTION, "TỔ CHỨC THỰC HIỆN")
    yield Paragraph(
        "Các đơn vị tại Phụ lục tổ chức thực hiện, báo cáo kết quả kèm minh chứng trên hệ thống "
        "đúng thời hạn của từng việc.",
    )
    for window in programme.windows.order_by("every"):
        days = window.days_after_end
        where = f"trước ngày cuối kỳ {-days} ngày" if days < 0 else f"sau ngày cuối kỳ {days} ngày"
        yield Paragraph(f"Báo cáo {EVERY_NAMES[Every(window.every)]}: {where}.", citation=window.clause)
    yield Paragraph("Quá trình thực hiện nếu có vướng mắc, đơn vị báo cáo để được xem xét, giải quyết.")


def _table(duties: list[Duty], *, year: int, windows: Mapping[str, int]) -> Table:
    who = _bearers(duties)
    rows = tuple(
        Row(
            (
                number,
                _sentence(duty.action),
                duty.provision.at,
                who.get(duty.pk) or "chưa giao",
                str(EVERY_NAMES[Every(duty.every)]) if duty.every else "một lần",
                _when(duty, year, windows).removeprefix("Thời hạn: ").rstrip("."),
            ),
        )
        for number, duty in enumerate(duties, start=1)
    )
    return Table(
        columns=(
            Column("TT", 4, Align.CENTER),
            Column("Nhiệm vụ", 34),
            Column("Căn cứ", 14),
            Column("Đơn vị thực hiện", 22),
            Column("Định kỳ", 10),
            Column("Thời hạn", 16),
        ),
        rows=rows,
    )


def _bearers(duties: list[Duty]) -> dict[int, str]:
    """Who has each duty: by name up to four, beyond that by kind and number. Two queries."""
    given = Assignment.objects.filter(duty__in=duties, ends_on__isnull=True)
    kinds: dict[int, list[tuple[str, int]]] = defaultdict(list)
    counted = given.order_by("duty_id", "organization__kind").values_list("duty_id", "organization__kind")
    for duty_id, kind, n in counted.annotate(n=Count("pk")):
        kinds[duty_id].append((str(Organization.Kind(kind).label), n))
    few = [pk for pk, found in kinds.items() if sum(n for _kind, n in found) <= NAMED_UNITS]
    names: dict[int, list[str]] = defaultdict(list)
    for duty_id, name in given.filter(duty__in=few).order_by("pk").values_list("duty_id", "organization__name"):
        names[duty_id].append(name)
    return {
        pk: "; ".join(names[pk]) if pk in names else "; ".join(f"{n} {kind}" for kind, n in found)
        for pk, found in kinds.items()
    }
