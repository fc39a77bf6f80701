"""The check sheet of a round on paper: a row for each place to go to, boxes to tick, the code back to the phone."""

from datetime import date

from django.urls import reverse
from django.utils import translation

from dienhong.documents import actions as documents
from dienhong.documents import queries as papers
from dienhong.documents.official import (
    Align,
    Column,
    Issuer,
    OfficialDocument,
    Paragraph,
    Row,
    Signer,
    Table,
    Trace,
)
from dienhong.foundations.actors import Actor, Role
from dienhong.spot_checks import shown_rounds
from dienhong.spot_checks.models import Result, Round, Sample
from dienhong.spot_checks.shown_rounds import Claim

BOX = "□"
# Who issues the sheet, what stands before the place in the second line, the sign after the number.
ISSUERS = {
    Role.FRONT: ("ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM ", "ĐC-MTTQ"),
    Role.INSPECTOR: ("BAN THANH TRA NHÂN DÂN", "", "ĐC-BTTND"),
    Role.DELEGATE: ("HỘI ĐỒNG NHÂN DÂN", "", "ĐC-HĐND"),
}


def sheet(round: Round, samples: list[Sample], *, on: date, by: Actor) -> OfficialDocument:  # noqa: A002 - the field's word
    """The sheet to fill in by hand; always in Vietnamese. Gives the round its printed code at the first time."""
    form = documents.issue_code(
        kind="check-sheet",
        subject=f"spot_checks.round:{round.pk}",
        path=reverse("spot_checks:round", args=[round.pk]),
        locality=round.locality.code,
        by=by.key,
    )
    with translation.override("vi"):
        return _sheet(round, samples, papers.trace_of(form), on=on)


def _sheet(round: Round, samples: list[Sample], trace: Trace, *, on: date) -> OfficialDocument:  # noqa: A002 - as above
    issuer, before_place, sign = ISSUERS[Role(round.body)]
    return OfficialDocument(
        issuer=Issuer(name=(issuer, f"{before_place}{round.locality}".upper())),
        type_name="Phiếu",
        subject="đối chiếu tại chỗ việc công khai",
        sign=sign,
        place=round.locality.name,
        prepared_on=on,
        issued=True,
        blocks=(
            Paragraph(
                f"Rút ngẫu nhiên {len(samples)} trong {round.frame_size} nơi được khai đã công khai từ ngày "
                f"{round.first:%d/%m/%Y} đến ngày {round.last:%d/%m/%Y} ({round.get_ways_display()}). "
                f"Đi xem xong trước hết ngày {round.until:%d/%m/%Y}. Mỗi nơi đánh dấu một ô. Ghi lại trên điện thoại: "
                "quét mã ở chân trang."
            ),
            _table(samples),
        ),
        signer=Signer(post="NGƯỜI ĐỐI CHIẾU"),
        trace=trace,
    )


def _table(samples: list[Sample]) -> Table:
    boxes = "\n".join(f"{BOX} {result.label}" for result in Result)
    rows = tuple(
        Row((each.sample.number, _what(each.claim), _when(each.claim), boxes, ""))
        for each in shown_rounds.lines(samples)
    )
    return Table(
        columns=(
            Column("TT", 8, Align.CENTER),
            Column("Khai công khai gì, ở đâu", 36),
            Column("Từ ngày, đến ngày", 20),
            Column("Đã thấy (đánh dấu một ô)", 38),
            Column("Ngày xem, ghi chú", 22),
        ),
        rows=rows,
    )


def _what(claim: Claim) -> str:
    file = f", tệp {claim.version.file_name}" if claim.version.file_name else ""
    said = (f"Bản {claim.version.number}", claim.version.event, f"{claim.version.since:%d/%m/%Y}{file}")
    version = ", ".join(filter(None, said))
    where = f": {claim.where}" if claim.where else ""
    return f"{claim.title}\n{claim.way}{where}\n{version}"


def _when(claim: Claim) -> str:
    lines = [f"Từ {claim.since:%d/%m/%Y}"]
    if claim.removed_on:
        lines.append(f"khai đã gỡ {claim.removed_on:%d/%m/%Y}")
    elif claim.last_on:
        lines.append(f"phát đến hết {claim.last_on:%d/%m/%Y}")
    elif claim.until:
        lines.append(f"không gỡ trước {claim.until:%d/%m/%Y}")
    return "\n".join(lines)
