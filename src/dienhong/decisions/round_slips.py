"""What a ballot round hands out, several to a sheet to cut apart: slips, counterfoils, the codes of an online vote.

Decree 59/2023 art. 4 cl. 5 pt. b: a slip has its heading, what is asked, the choices and how to choose, room for
another opinion, the last moment; a commune's seal hangs over its top left corner, a village head signs at its bottom
right. The question stands on it whole: the longer it is, the fewer slips to a sheet. Secret slips are all alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.urls import reverse

from dienhong.decisions.models import BallotRound, OnlineRound, Slip
from dienhong.decisions.papers.frame import flat, shortened
from dienhong.decisions.queries import codes, online, rounds
from dienhong.documents.cards import Card, CardSheet, Line
from dienhong.foundations.clock import VIETNAM
from dienhong.registry.heads import head_of
from dienhong.rolls.models import Entry
from lawcore.ballots.matters import Scope

BOX: Final = "□"
DOTS: Final = "." * 40
NOT_COMPARED: Final = "Mẫu chưa đối chiếu bản gốc."
HOW: Final = "Hộ đánh dấu X vào một ô. Đánh hai ô, không đánh ô nào hoặc tẩy xóa thì phiếu không hợp lệ."
WHAT_FOR: Final = "Quét để xem phiếu của hộ đã được ghi nhận thế nào, và báo nếu sai."
CHOICES: Final = ("Tán thành", "Không tán thành", "Ý kiến khác (ghi ở dưới)")


@dataclass(frozen=True, slots=True)
class Layout:
    """So many to a sheet where the question has no more than `most` characters; sizes in points."""

    most: int
    across: int
    down: int
    question: int
    choice: int


SECRET: Final[tuple[Layout, ...]] = (
    Layout(420, 2, 2, 11, 12),
    Layout(1000, 1, 2, 12, 13),
    Layout(10_000, 1, 1, 13, 16),
)
NAMED: Final[tuple[Layout, ...]] = (
    Layout(200, 2, 2, 11, 12),
    Layout(650, 1, 2, 12, 13),
    Layout(10_000, 1, 1, 13, 16),
)
"""A slip with a name, a number and a code has less room for the question."""
CODES: Final[tuple[Layout, ...]] = (
    Layout(220, 2, 3, 11, 12),
    Layout(600, 2, 2, 11, 12),
    Layout(1500, 1, 2, 12, 13),
    Layout(10_000, 1, 1, 13, 16),
)


def question_of(found: BallotRound | OnlineRound) -> str:
    """What the households are asked, as it stands on every paper of the round."""
    return f"{found.matter.title}. {found.matter.asked}"


def layout_of(found: BallotRound | OnlineRound) -> Layout:
    """The most to a sheet that hold the whole question."""
    layouts = CODES if isinstance(found, OnlineRound) else NAMED if found.is_named else SECRET
    length = len(flat(question_of(found)))
    return next((each for each in layouts if length <= each.most), layouts[-1])


def slips(found: BallotRound, *, on: date) -> CardSheet:
    """One for each household and the reserve."""
    layout = layout_of(found)
    if not found.is_named:
        cards = (_slip(found, layout, None, ""),) * found.slips.count()
    else:
        names = _entries(found)
        cards = tuple(
            _slip(found, layout, each, _household(names.get(each.number))) for each in found.slips.order_by("number")
        )
    return _sheet(found, "Phiếu lấy ý kiến hộ gia đình", cards, layout, on=on)


def _household(entry: Entry | None) -> str:
    return f"Hộ số {entry.number}: {entry.name}, {entry.address}" if entry else f"Hộ: {DOTS} (phiếu dự phòng)"


def _slip(found: BallotRound, layout: Layout, slip: Slip | None, who: str) -> Card:
    is_commune = found.matter.scope == Scope.COMMUNE.value
    lines = [
        Line("Chỗ đóng dấu treo của Ủy ban nhân dân cấp xã", size=9, room=True)
        if is_commune
        else Line(str(found.village), size=10),
        *([Line(f"Phiếu số {slip.number}", size=10, bold=True)] if slip else []),
        Line("PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH", size=layout.choice, bold=True, centred=True),
        *([Line(who, size=11)] if who else []),
        Line(f"Nội dung: {flat(question_of(found))}", size=layout.question),
        Line(HOW, size=9, italic=True),
        *(Line(f"{BOX}  {each}", size=layout.choice, bold=True) for each in CHOICES),
        Line(f"Ý kiến khác: {DOTS * 2 if layout.across == 1 else DOTS}", size=11),
        Line(f"Hạn thu phiếu: {_moment(found.collects_until)}", size=11, bold=True),
    ]
    code = rounds.slip_code(slip) if slip else ""
    if code:
        lines += [Line(f"Mã của phiếu: {codes.printed(code)}", size=10), Line(WHAT_FOR, size=9)]
    lines.append(Line(NOT_COMPARED, size=9, italic=True))
    if not is_commune:
        lines.append(Line(f"{head_of(found.village)} (ký trực tiếp từng phiếu)", size=10, right=True, room=True))
    return Card(tuple(lines), code=address("slip-page", code) if code else "")


def counterfoils(found: BallotRound, *, on: date) -> CardSheet:
    """For a secret round: number, code and household of each slip, torn off when the ballot is handed out."""
    names = _entries(found)
    layout = Layout(0, 2, 4, 11, 12)
    return _sheet(
        found,
        "Cuống phiếu lấy ý kiến hộ gia đình",
        tuple(_counterfoil(found, each, names.get(each.number)) for each in found.slips.order_by("number")),
        layout,
        on=on,
    )


def _counterfoil(found: BallotRound, slip: Slip, entry: Entry | None) -> Card:
    code = rounds.slip_code(slip)
    who = f"Hộ số {entry.number}: {entry.name}" if entry else f"Phiếu dự phòng. Hộ: {DOTS}"
    return Card(
        (
            Line(f"Cuống phiếu số {slip.number}", size=13, bold=True),
            Line(f"{found.village} · {shortened(found.matter.title, 90)}", size=10),
            Line(who, size=11),
            Line(f"Mã: {codes.printed(code)}", size=11),
            Line(f"Đã nhận phiếu, ký tên: {DOTS}", size=11),
            Line(NOT_COMPARED, size=9, italic=True),
        ),
        code=address("slip-page", code),
    )


def household_codes(found: OnlineRound, *, on: date) -> CardSheet:
    """The code of every household, handed over in person (Decree 59/2023 art. 5 cl. 3)."""
    layout = layout_of(found)
    return _sheet(found, "Phiếu mã biểu quyết trực tuyến", tuple(_codes(found, layout)), layout, on=on)


def _codes(found: OnlineRound, layout: Layout) -> Iterator[Card]:
    for entry in found.roll.entries.order_by("number") if found.roll else ():
        code = online.household_code(found, entry)
        yield Card(
            (
                Line(f"Hộ số {entry.number}: {entry.name}, {entry.address}", size=11, bold=True),
                Line(f"Câu hỏi: {flat(question_of(found))}", size=layout.question),
                Line(f"Mã của hộ: {codes.printed(code)}", size=layout.choice, bold=True),
                Line(f"Quét hình, hoặc mở {address('household-code')} và gõ mã.", size=10),
                Line(
                    "Trả lời có tên hộ, không phải bỏ phiếu kín; người quản trị hệ thống về kỹ thuật có thể biết.",
                    size=9,
                ),
                Line("Hộ không dùng được điện thoại thì báo Tổ lấy ý kiến để trả lời bằng giấy.", size=9),
            ),
            code=address("household-vote", code),
        )


def address(name: str, *args: object) -> str:
    """The whole address of a page of ours, as it stands in a QR picture."""
    return f"{settings.DIENHONG_URL.rstrip('/')}{reverse(f'decisions:{name}', args=args)}"


def _entries(found: BallotRound) -> dict[int, Entry]:
    return {each.entry.number: each.entry for each in rounds.lines(found)}


def _moment(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H giờ %M, ngày %d/%m/%Y}"


def _sheet(
    found: BallotRound | OnlineRound, title: str, cards: tuple[Card, ...], layout: Layout, *, on: date
) -> CardSheet:
    return CardSheet(
        title=title,
        issuer=str(found.village),
        prepared_on=on,
        cards=cards,
        across=layout.across,
        down=layout.down,
    )
