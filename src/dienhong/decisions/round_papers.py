"""The papers of a ballot round: plan, notice, walking list, count minutes; which of them there are, with its slips.

Form 04 of Decree 59/2023 is built from what its article 4 asks for: every paper says that it was not compared with the
original annex. Always in Vietnamese, whatever language the reader of the site has chosen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from django.utils import translation

from dienhong.decisions import counting, round_slips
from dienhong.decisions.models import BallotRound, TeamSeat
from dienhong.decisions.queries import rounds
from dienhong.documents.cards import CardSheet
from dienhong.documents.official import (
    Align,
    Block,
    Column,
    DashList,
    Issuer,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signer,
    Table,
)
from dienhong.foundations.clock import VIETNAM
from dienhong.registry.heads import head_of

NOT_COMPARED: Final = Paragraph((Run(round_slips.NOT_COMPARED, italic=True),))
ROOM: Final = "\n\n\n"
DOTS: Final = round_slips.DOTS


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(VIETNAM):%H giờ %M, ngày %d/%m/%Y}" if at else DOTS


def _official(found: BallotRound, *, on: date, blocks: tuple[Block, ...], **parts: object) -> OfficialDocument:
    village = found.village
    superior = (str(village.parent).upper(),) if village.parent else ()
    return OfficialDocument(
        issuer=Issuer(name=(str(village).upper(),), superior=superior),
        place=village.name,
        prepared_on=on,
        blocks=blocks,
        issued=True,
        **parts,  # type: ignore[arg-type]
    )


def _head(found: BallotRound) -> Signer:
    return Signer(post=head_of(found.village).upper())


def _team(found: BallotRound) -> DashList:
    return DashList(
        tuple(
            f"{each['name']}, {TeamSeat(each['seat']).label}{', Tổ trưởng' if each['leads'] else ''}"
            for each in found.team
        )
    )


def plan(found: BallotRound, *, on: date) -> OfficialDocument:
    """Decree 59/2023 art. 4 cl. 2."""
    said = (
        ("Mục đích", found.purpose),
        ("Yêu cầu", found.requirements),
        ("Nội dung lấy ý kiến", round_slips.question_of(found)),
        ("Thành phần", found.participants),
        ("Thời gian phát phiếu", f"từ ngày {found.hands_out_on:%d/%m/%Y}"),
        ("Thời hạn lấy ý kiến", f"đến {_moment(found.collects_until)}"),
        ("Phân công tổ chức thực hiện", found.assignment),
        ("Điều kiện bảo đảm", found.conditions),
    )
    blocks = tuple(Paragraph((Run(f"{title}: ", bold=True), Run(text))) for title, text in said)
    return _official(
        found, on=on, type_name="Kế hoạch", subject="phát phiếu lấy ý kiến của hộ gia đình", sign="KH",
        dated=found.planned_on, blocks=(*blocks, NOT_COMPARED), signer=_head(found),
        recipients=("Chủ tịch Ủy ban nhân dân cấp xã", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"),
    )  # fmt: skip


def notice(found: BallotRound, *, on: date) -> OfficialDocument:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 4: what is asked, from when, until when, by whom."""
    return _official(
        found, on=on, type_name="Thông báo", subject="phát phiếu lấy ý kiến của hộ gia đình", sign="TB",
        dated=found.announced_on,
        blocks=(
            Paragraph((Run("Nội dung lấy ý kiến: ", bold=True), Run(round_slips.question_of(found)))),
            Paragraph((Run("Thời điểm phát phiếu: ", bold=True), Run(f"từ ngày {found.hands_out_on:%d/%m/%Y}"))),
            Paragraph((Run("Thời hạn thu phiếu: ", bold=True), Run(f"đến {_moment(found.collects_until)}"))),
            Paragraph("Mỗi hộ được phát một phiếu. Phiếu nộp sau thời hạn không được tính."),
            Paragraph((Run("Tổ phát phiếu lấy ý kiến:", bold=True),)),
            _team(found),
            NOT_COMPARED,
        ),
        signer=_head(found),
    )  # fmt: skip


def walking_list(found: BallotRound, *, on: date) -> OfficialDocument:
    """Route by route: who walks, every household with its slip, room for signatures and hours."""
    everything = rounds.lines(found)
    routes = found.routes or [{"hamlets": [], "first": DOTS, "second": DOTS}]
    blocks: list[Block] = []
    for number, route in enumerate(routes, start=1):
        if number > 1:
            blocks.append(PageBreak())
        hamlets = ", ".join(name or "chưa ghi xóm" for name in route["hamlets"]) or "cả danh sách"
        blocks.append(
            Paragraph((Run(f"Tuyến {number}: {hamlets}. ", bold=True), Run(f"{route['first']}, {route['second']}")))
        )
        seen = rounds.on_route(route, everything) if route["hamlets"] else everything
        blocks.append(_signing_table(seen))
    return _official(
        found, on=on, type_name="Danh sách", subject="phát và thu phiếu lấy ý kiến", sign="DS",
        blocks=(*blocks, NOT_COMPARED), signer=Signer(post="TỔ TRƯỞNG TỔ PHÁT PHIẾU"),
    )  # fmt: skip


def _signing_table(seen: list[rounds.Line]) -> Table:
    return Table(
        columns=(
            Column("Hộ", 8, Align.CENTER),
            Column("Người đại diện, địa chỉ", 34),
            Column("Phiếu số", 10, Align.CENTER),
            Column("Nhận phiếu: ngày, ký", 20),
            Column("Nộp phiếu: ngày giờ, ký", 20),
            Column("Ghi chú (hỏng, trả lại, muộn)", 20),
        ),
        rows=tuple(
            Row(
                (
                    each.entry.number,
                    f"{each.entry.name}\n{each.entry.address}".strip(),
                    each.slip.number if each.slip else each.entry.number,
                    "",
                    "",
                    "",
                )
            )
            for each in seen
        ),
    )


def minutes(found: BallotRound, *, on: date) -> OfficialDocument:
    """Decree 59/2023 art. 4 cl. 6 pt. a, form 04: pads, count, witnesses, result. Blank before the count."""
    figures: Mapping[str, int | str] = rounds.agreed_slips(found) or dict.fromkeys(counting.ON_SLIPS, "")
    outcome = found.matter.outcomes.order_by("-pk").first() if found.closed_at else None
    households = found.roll.households if found.roll else 0
    result = outcome.why["explanation"] if outcome else DOTS
    witnesses = found.witnesses or [DOTS, DOTS]
    return _official(
        found, on=on, type_name="Biên bản", subject="kiểm phiếu lấy ý kiến của hộ gia đình", sign="BB",
        blocks=(
            Paragraph(f"Hồi {_moment(found.closed_at)}, tại {DOTS}, Tổ phát phiếu kiểm phiếu lấy ý kiến."),
            Paragraph((Run("Nội dung: ", bold=True), Run(round_slips.question_of(found)))),
            Paragraph((Run("Tổ phát phiếu:", bold=True),)),
            _team(found),
            Paragraph(f"Đại diện hộ chứng kiến: {'; '.join(witnesses)}."),
            Paragraph(f"Tổng số hộ gia đình: {households}. Thu phiếu đến {_moment(found.collects_until)}."),
            Table(
                columns=(Column("Số liệu", 70), Column("Số phiếu", 30, Align.RIGHT)),
                rows=tuple(Row((str(words), figures[name])) for name, words in counting.ON_SLIPS.items()),
            ),
            *(Paragraph(f"Ghi chú: {note}") for note in _notes(found)),
            Paragraph((Run("Kết quả: ", bold=True), Run(result))),
            Table(
                columns=tuple(Column(who, 33) for who in ("Đại diện hộ thứ nhất", "Đại diện hộ thứ hai", "Người lập")),
                rows=(Row((ROOM, ROOM, ROOM)),),
            ),
            NOT_COMPARED,
        ),
        signer=Signer(post="TỔ TRƯỞNG TỔ PHÁT PHIẾU"),
        recipients=("Ủy ban nhân dân cấp xã", "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã", "Lưu"),
    )  # fmt: skip


def _notes(found: BallotRound) -> list[str]:
    said = [found.note, *(each.note for each in rounds.slip_sheets(found).values())]
    return list(dict.fromkeys(each for each in said if each))


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a ballot round. `needs_roll`: there is none before the pads; `of_secret`: only in a secret round.

    `is_noted`: by it one could answer for a household or make ballots of one's own, so who prints it is written down.
    """

    name: str
    make: Callable[..., OfficialDocument | CardSheet]
    needs_roll: bool = True
    of_secret: bool = False
    is_noted: bool = False


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {
        "ke-hoach": Paper("Kế hoạch phát phiếu", plan, needs_roll=False),
        "thong-bao": Paper("Thông báo công khai", notice, needs_roll=False),
        "danh-sach": Paper("Danh sách phát, thu theo tuyến", walking_list),
        "phieu": Paper("Phiếu lấy ý kiến", round_slips.slips, is_noted=True),
        "cuong-phieu": Paper("Cuống phiếu", round_slips.counterfoils, of_secret=True, is_noted=True),
        "bien-ban": Paper("Biên bản kiểm phiếu (mẫu 04)", minutes),
    }
)
"""By the word in its address."""


def papers_of(found: BallotRound) -> Mapping[str, Paper]:
    """Which papers the round has now."""
    return {
        slug: paper
        for slug, paper in PAPERS.items()
        if (found.roll is not None or not paper.needs_roll) and not (paper.of_secret and found.is_named)
    }


def made(found: BallotRound, slug: str, *, on: date) -> OfficialDocument | CardSheet | None:
    """The paper; None for one that the round does not have."""
    paper = papers_of(found).get(slug)
    if paper is None:
        return None
    with translation.override("vi"):
        return paper.make(found, on=on)
