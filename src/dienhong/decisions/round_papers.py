"""The papers of a ballot round and an online vote: plan, notice, walking list, slips, counterfoils, count minutes.

Form 04 of Decree 59/2023 is built from what its article 4 asks for: every paper says that it was not compared with the
original annex. Always in Vietnamese, whatever language the reader of the site has chosen.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from dienhong.decisions import counting
from dienhong.decisions.models import BallotRound, OnlineRound, Slip, TeamSeat
from dienhong.decisions.queries import codes, online, rounds
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
    Scan,
    Signer,
    Table,
)
from dienhong.foundations.clock import VIETNAM
from dienhong.registry.heads import head_of
from lawcore.ballots.matters import Scope

NOT_COMPARED: Final = Paragraph((Run("Mẫu chưa đối chiếu bản gốc.", italic=True),))
BOX: Final = "□"
ROOM: Final = "\n\n\n"
DOTS: Final = "." * 40


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(VIETNAM):%H giờ %M, ngày %d/%m/%Y}" if at else DOTS


def _official(
    found: BallotRound | OnlineRound, *, on: date, blocks: tuple[Block, ...], **parts: object
) -> OfficialDocument:
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


def _head(found: BallotRound | OnlineRound) -> Signer:
    return Signer(post=head_of(found.village).upper())


def _team(found: BallotRound | OnlineRound) -> DashList:
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
        ("Nội dung lấy ý kiến", f"{found.matter.title}. {found.matter.asked}"),
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
            Paragraph((Run("Nội dung lấy ý kiến: ", bold=True), Run(f"{found.matter.title}. {found.matter.asked}"))),
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


def slips(found: BallotRound, *, on: date) -> OfficialDocument:
    """Decree 59/2023 art. 4 cl. 5 pt. b. Named: one page for each slip; secret: one page, of which all are copies."""
    if not found.is_named:
        first = Paragraph(f"In {found.slips.count()} bản như nhau, không ghi số, không ghi tên hộ; bỏ trang này.")
        return _slip_file(found, (first, PageBreak(), *_slip(found, None, "")), on)
    names = {each.entry.number: each.entry for each in rounds.lines(found)}
    blocks: list[Block] = []
    for slip in found.slips.order_by("number"):
        entry = names.get(slip.number)
        who = f"Hộ số {entry.number}: {entry.name}, {entry.address}" if entry else f"Hộ: {DOTS} (phiếu dự phòng)"
        blocks += ([PageBreak()] if blocks else []) + list(_slip(found, slip, who))
    return _slip_file(found, tuple(blocks), on)


def _slip_file(found: BallotRound, blocks: tuple[Block, ...], on: date) -> OfficialDocument:
    return _official(
        found, on=on, type_name="Phiếu", subject="lấy ý kiến hộ gia đình", sign="PLYK", blocks=blocks
    )  # fmt: skip


def _slip(found: BallotRound, slip: Slip | None, who: str) -> tuple[Block, ...]:
    """One page. A commune's seal hangs over the top left corner, a village head signs at the bottom right."""
    is_commune = found.matter.scope == Scope.COMMUNE.value
    left = "Chỗ đóng dấu treo của Ủy ban nhân dân cấp xã" if is_commune else str(found.village)
    blocks: list[Block] = [
        Table(
            columns=(Column(left, 50), Column(f"Phiếu số {slip.number}" if slip else "", 50, Align.RIGHT)),
            rows=(Row((ROOM if is_commune else "", "")),),
        ),
        Paragraph((Run("PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH", bold=True),)),
    ]
    if who:
        blocks.append(Paragraph(who))
    blocks += [
        Paragraph((Run("Nội dung: ", bold=True), Run(f"{found.matter.title}. {found.matter.asked}"))),
        Paragraph("Hộ đánh dấu X vào một ô. Đánh hai ô, không đánh ô nào hoặc tẩy xóa thì phiếu không hợp lệ."),
        Table(
            columns=(Column("Ý kiến của hộ", 80), Column("Chọn", 20, Align.CENTER)),
            rows=(Row(("Tán thành", BOX)), Row(("Không tán thành", BOX)), Row(("Ý kiến khác (ghi ở dưới)", BOX))),
        ),
        Paragraph(f"Ý kiến khác: {DOTS}{DOTS}"),
        Paragraph((Run("Hạn thu phiếu: ", bold=True), Run(_moment(found.collects_until)))),
    ]
    if slip is not None:
        code = rounds.slip_code(slip)
        blocks.append(Scan(address("slip-page", code), (f"Mã của phiếu: {codes.printed(code)}", WHAT_FOR)))
    if not is_commune:
        head = f"{head_of(found.village)}\n(ký trực tiếp từng phiếu)"
        blocks.append(Table(columns=(Column("", 50), Column(head, 50, Align.CENTER)), rows=(Row(("", ROOM)),)))
    return (*blocks, NOT_COMPARED)


WHAT_FOR: Final = "Quét để xem phiếu của hộ đã được ghi nhận thế nào, và báo nếu sai."


def address(name: str, *args: object) -> str:
    """The whole address of a page of ours, as it stands in a QR picture."""
    return f"{settings.DIENHONG_URL.rstrip('/')}{reverse(f'decisions:{name}', args=args)}"


def counterfoils(found: BallotRound, *, on: date) -> OfficialDocument:
    """For a secret round: number, code and household of each slip, torn off when the ballot is handed out."""
    names = {each.entry.number: each.entry for each in rounds.lines(found)}
    blocks: list[Block] = []
    for slip in found.slips.order_by("number"):
        entry, code = names.get(slip.number), rounds.slip_code(slip)
        who = f"Hộ số {entry.number}: {entry.name}" if entry else f"Phiếu dự phòng. Hộ: {DOTS}"
        line = (f"Cuống phiếu số {slip.number}", who, f"Mã: {codes.printed(code)}", f"Đã nhận phiếu, ký tên: {DOTS}")
        blocks.append(Scan(address("slip-page", code), line))
    return _official(
        found, on=on, type_name="Cuống phiếu", subject="lấy ý kiến hộ gia đình", sign="CP",
        blocks=(*blocks, NOT_COMPARED),
    )  # fmt: skip


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
            Paragraph((Run("Nội dung: ", bold=True), Run(f"{found.matter.title}. {found.matter.asked}"))),
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


def household_codes(found: OnlineRound, *, on: date) -> OfficialDocument:
    """The code of every household, one page each, handed over in person (Decree 59/2023 art. 5 cl. 3)."""
    blocks: list[Block] = []
    for entry in found.roll.entries.order_by("number") if found.roll else ():
        code = online.household_code(found, entry)
        blocks += [PageBreak()] if blocks else []
        blocks += [
            Paragraph((Run(f"Hộ số {entry.number}: {entry.name}, {entry.address}", bold=True),)),
            Paragraph((Run("Câu hỏi: ", bold=True), Run(f"{found.matter.title}. {found.matter.asked}"))),
            Scan(
                address("household-vote", code),
                (
                    f"Mã của hộ: {codes.printed(code)}",
                    f"Quét hình, hoặc mở {address('household-code')} và gõ mã.",
                    "Trả lời có tên hộ, không phải bỏ phiếu kín; người quản trị hệ thống về kỹ thuật có thể biết.",
                    "Hộ không dùng được điện thoại thì báo Tổ lấy ý kiến để trả lời bằng giấy.",
                ),
            ),
        ]
    return _official(
        found, on=on, type_name="Phiếu mã", subject="biểu quyết trực tuyến", sign="PM", blocks=tuple(blocks)
    )  # fmt: skip


PAPERS: Final[Mapping[str, tuple[str, Callable[..., OfficialDocument], frozenset[str]]]] = MappingProxyType(
    {
        "ke-hoach": ("Kế hoạch phát phiếu", plan, frozenset()),
        "thong-bao": ("Thông báo công khai", notice, frozenset()),
        "danh-sach": ("Danh sách phát, thu theo tuyến", walking_list, frozenset({"roll"})),
        "phieu": ("Phiếu lấy ý kiến", slips, frozenset({"roll"})),
        "cuong-phieu": ("Cuống phiếu", counterfoils, frozenset({"roll", "secret"})),
        "bien-ban": ("Biên bản kiểm phiếu (mẫu 04)", minutes, frozenset({"roll"})),
    }
)
"""By the word in its address: its name, who makes it, what the round must have: a roll; to be secret."""


def papers_of(found: BallotRound) -> list[tuple[str, str]]:
    """Which papers the round has now: the word in the address and the name."""
    has = {name for name, there in (("roll", found.roll is not None), ("secret", not found.is_named)) if there}
    return [(slug, name) for slug, (name, _make, needs) in PAPERS.items() if needs <= has]


def made(found: BallotRound, slug: str, *, on: date) -> OfficialDocument | None:
    """The paper; None for one that the round does not have."""
    if slug not in dict(papers_of(found)):
        return None
    with translation.override("vi"):
        return PAPERS[slug][1](found, on=on)
