"""The proposals of a version as a table for a spreadsheet."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from dienhong.documents.official import CellValue, Column, Row, Table
from dienhong.documents.spreadsheet import Sheet, render_xlsx
from dienhong.resolutions import shown
from dienhong.resolutions.models import EVERY_NAMES, TOPIC_NAMES, Proposal, Version
from lawcore.obligations import Topic
from lawcore.timelimits import Every

NOT_STATED = "không nêu"


def render(version: Version, proposals: Iterable[Proposal], names: Mapping[str, str]) -> bytes:
    """One row for each proposal, in the order of the text; what the text leaves open says so."""
    columns = (
        Column(_("Điều khoản"), 14),
        Column(_("Loại"), 8),
        Column(_("Ai thực hiện"), 16),
        Column(_("Nội dung"), 36),
        Column(_("Tỷ lệ"), 8),
        Column(_("Bao lâu"), 10),
        Column(_("Hạn"), 10),
        Column(_("Nhóm việc"), 12),
        Column(_("Tình trạng"), 10),
        Column(_("Người quyết định"), 14),
    )
    rows = tuple(Row(_cells(each, names)) for each in proposals)
    table = Table(columns, rows, caption=_("Mục tiêu và nhiệm vụ đọc từ văn bản"))
    return render_xlsx([Sheet(_("Đề xuất"), version.work.title, table)])


def _cells(proposal: Proposal, names: Mapping[str, str]) -> tuple[CellValue, ...]:
    target = proposal.kind == Proposal.Kind.TARGET
    return (
        proposal.provision.at,
        str(proposal.get_kind_display()),
        proposal.bearer or NOT_STATED,
        proposal.text if target else proposal.action,
        shown.percent_of(proposal) if target else "",
        str(EVERY_NAMES[Every(proposal.every)]) if proposal.every else NOT_STATED,
        proposal.by_date or proposal.due_text or NOT_STATED,
        str(TOPIC_NAMES[Topic(proposal.topic)]) if proposal.topic else "",
        str(proposal.get_state_display()),
        names.get(proposal.decided_by, ""),
    )
