"""A paper that the chair signs, or its draft: what it says, where it went, its files; for everybody once issued."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, differences, papers, queries, shown, snapshots
from dienhong.disclosures.access import Act
from dienhong.disclosures.models import Delivery, Statement
from dienhong.disclosures.views.desk import trail
from dienhong.documents.official import Align, Column, Heading, OfficialDocument, Table, printed
from dienhong.documents.page import render_html
from dienhong.documents.pdf import PdfUnavailable, is_pdf_available, render_pdf
from dienhong.documents.spreadsheet import render_xlsx
from dienhong.documents.views import serve
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest

LONGEST_DRAFT_PDF = 300  # rows of tables; more would keep the reader waiting, the worker makes it at signing
MEDIA: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
MAKERS: Mapping[str, Callable[[Statement], bytes]] = {
    "docx": lambda statement: render_docx(papers.document_of(statement)),
    "xlsx": lambda statement: render_xlsx(papers.sheets_of(statement)),
    "pdf": lambda statement: render_pdf(papers.document_of(statement)),
}


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """What it says and what became of it."""
    found = queries.statement(pk, request.actor)
    unit = found.organization
    may = {act.value: access.may(request.actor, act, unit) for act in (Act.SEE, Act.PLAN, Act.PUBLISH, Act.SIGN)}
    document = papers.document_of(found)
    known = queries.versions(found, signed_only=not may["see"])
    withheld = queries.withheld_by(found)
    context = {
        "statement": found,
        "document": document,
        "title": document.title,
        "withheld": withheld[0] if withheld else None,
        "tables": [] if withheld else tables(document),
        "may": may,
        "steps": _steps(found, may),
        "is_intact": snapshots.is_intact(found),
        "as_of": snapshots.day_of(found),
        "changes": [] if withheld else differences.since_signed(found, on=request.on),
        "late": queries.days_late(found, found.signed_at) if found.signed_at else 0,
        "versions": known,
        "newer": next((each for each in known if each.version > found.version and each.is_signed), None),
        "has_pdf": _has_pdf(found),
        "sections": [] if withheld else _sections(found),
        "list_due": asking.last_day_of_list(since=found.period_start) if found.kind == Statement.Kind.LIST else None,
        "replace_url": _replace_url(found),
        "hangings": [
            (hung, shown.where(hung), getattr(hung, "taken_down", None))
            for hung in found.hangings.select_related("village", "taken_down").order_by("pk")
        ]
        if found.kind == Statement.Kind.LIST
        else [],
        "deliveries": _deliveries(found),
        "trail": _trail(request, found, may["see"]),
    }
    return render(request, "disclosures/statement.html", context)


@dataclass(frozen=True, slots=True)
class Cell:
    column: str
    text: str
    is_figure: bool


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of the paper for the page: each row its cells, or the one heading of the rows below it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def tables(document: OfficialDocument) -> list[ShownTable]:
    """The tables of a paper, the body's first."""
    found, title = [], document.printed_subject
    for block in document.blocks:
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            found.append(_table(title, block))
    for annex in document.annexes:
        found += [_table(annex.title, block) for block in annex.blocks if isinstance(block, Table)]
    return found


def _table(title: str, table: Table) -> ShownTable:
    rows = tuple(
        (printed(row.cells[0]), ())
        if row.across
        else (
            "",
            tuple(
                Cell(column.title, printed(value), column.align == Align.RIGHT)
                for column, value in zip(table.columns, row.cells, strict=True)
            ),
        )
        for row in table.rows
    )
    return ShownTable(table.caption or title, table.columns, rows)


def _steps(statement: Statement, may: Mapping[str, bool]) -> dict[str, bool]:
    """What the reader may do next with it."""
    is_report, stage = statement.kind == Statement.Kind.REPORT, statement.stage
    return {
        "write": is_report and stage == Statement.Stage.DRAFT and may["plan"],
        "sign": is_report and stage == Statement.Stage.PRESENTED and may["sign"],
        "replace": statement.is_signed and may["plan" if is_report else "sign"],
        "hang": statement.kind == Statement.Kind.LIST and statement.is_signed and may["publish"],
        "deliver": is_report and stage == Statement.Stage.ISSUED and may["plan"],
    }


def _replace_url(statement: Statement) -> str:
    """Where the chair signs a paper that will stand instead of this one; the report has a way of its own."""
    match statement.kind:
        case Statement.Kind.PLAN:
            return reverse("disclosures:sign-plan", args=[statement.plan_id])
        case Statement.Kind.LIST:
            return reverse("disclosures:sign-list", args=[statement.plan_id, queries.period_of(statement).number])
        case _:
            return ""


def _sections(statement: Statement) -> list[tuple[papers.Section, str]]:
    if statement.kind != Statement.Kind.REPORT:
        return []
    return [(section, statement.narrative.get(section.code, "")) for section in papers.SECTIONS]


def _deliveries(statement: Statement) -> list[tuple[str, Delivery | None]]:
    """The council and the Front, each with when it got the report."""
    if statement.kind != Statement.Kind.REPORT or statement.stage != Statement.Stage.ISSUED:
        return []
    made = {each.recipient: each for each in statement.deliveries.all()}
    return [(str(recipient.label), made.get(recipient.value)) for recipient in Delivery.Recipient]


def _trail(request: CivicRequest, statement: Statement, is_staff: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - one of two ways here
    last = str(statement.get_kind_display())
    if is_staff and request.actor.is_known:
        plan = _("Kế hoạch %(year)s") % {"year": statement.plan.year}
        return trail((plan, reverse("disclosures:plan", args=[statement.plan_id])), (last, ""))
    place = statement.organization.locality
    commune = reverse("disclosures:commune", args=[place.code])
    return [(_("Biết"), reverse("heading-biet")), (_("Công khai"), commune), (last, "")]


def _has_pdf(statement: Statement) -> bool:
    if statement.stage == Statement.Stage.ISSUED:
        return statement.pdf_id is not None
    return is_pdf_available() and _rows(statement) <= LONGEST_DRAFT_PDF


def _rows(statement: Statement) -> int:
    return sum(len(statement.snapshot.get(part, ())) for part in ("items", "rows"))


def download(request: CivicRequest, pk: int, kind: str) -> HttpResponse | FileResponse:
    """The file as it was issued; of a draft, one made now with DỰ THẢO across it."""
    found = queries.statement(pk, request.actor)
    _check_kind(kind)
    _check_given(found)
    if found.stage == Statement.Stage.ISSUED:
        kept = getattr(found, kind)
        if kept is None:
            raise NotFound(_("Máy chủ không dựng được PDF khi ký. Hãy dùng DOCX hoặc trang in."))
        return serve(kept, papers.file_name(found, kind))
    if found.stage == Statement.Stage.ISSUING:
        raise Refused(_("Các tệp đang được dựng. Hãy tải lại trang sau một phút."))
    return draft_file(found, kind)


def draft_file(statement: Statement, kind: str) -> HttpResponse:
    """A file of what is not signed yet, made now."""
    _check_kind(kind)
    if kind == "pdf" and _rows(statement) > LONGEST_DRAFT_PDF:
        raise Refused(_("Văn bản dài nên bản PDF chỉ được dựng khi ký. Hãy dùng DOCX hoặc trang in."))
    try:
        content = MAKERS[kind](statement)
    except PdfUnavailable as missing:
        raise Refused(str(missing)) from missing
    response = HttpResponse(content, content_type=MEDIA[kind])
    response["Content-Disposition"] = f'attachment; filename="du-thao-{papers.file_name(statement, kind)}"'
    return response


def _check_given(statement: Statement) -> None:
    """Raises NotFound for a paper that prints the title of what was erased."""
    if queries.withheld_by(statement):
        raise NotFound(
            _(
                "Văn bản này in tên một nội dung có dữ liệu cá nhân đăng nhầm nên không còn được đưa ra. Số, ngày, "
                "người ký, mã băm vẫn ở trang của văn bản."
            )
        )


def _check_kind(kind: str) -> None:
    if kind not in MAKERS:
        raise NotFound(_("Chỉ có bản DOCX, PDF và XLSX."))


def proof(request: CivicRequest, pk: int) -> HttpResponse | FileResponse:
    """The picture of a list on its board; for who works with it, for people may be on it."""
    found = queries.hanging(pk, request.actor)
    if found.proof is None:
        raise access.nothing()
    _check_given(found.statement)
    return serve(found.proof, found.proof_name, inline=True)


def print_page(request: CivicRequest, pk: int) -> HttpResponse:
    """The page in the layout of the paper, to print from the browser."""
    found = queries.statement(pk, request.actor)
    _check_given(found)
    return HttpResponse(render_html(papers.document_of(found), back=reverse("disclosures:statement", args=[pk])))


def files_of_draft() -> Iterator[str]:
    """The kinds of files that a draft can be had in here."""
    yield from (kind for kind in MAKERS if kind != "pdf" or is_pdf_available())
