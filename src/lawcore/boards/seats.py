"""How members are elected, replaced and dismissed, and for how long a board serves."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible, missing
from lawcore.boards.kinds import Kind
from lawcore.dated import Dated, Version
from lawcore.readings import BOARD_DISMISSAL
from lawcore.timelimits import months, runs_to, shown, years


class Dismisser(StrEnum):
    """Who decides that a member leaves."""

    VILLAGE = "village"
    FRONT = "front"
    CONFERENCE = "conference"


OF_VILLAGE: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 15 cl. 5; LDC art. 21 cl. 1"),
)
OF_AGENCY: Final = Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 51 cl. 2 pt. c; LDC art. 60 cl. 1"))
OF_ENTERPRISE: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 69 cl. 2 pt. c; LDC art. 77 cl. 1")
)

COMMUNE_TERM: Final = Dated(Version(date(2023, 7, 1), "term of the village heads", cite="LDC art. 36 cl. 2"))
AGENCY_TERM: Final = Dated(Version(date(2023, 7, 1), years(2), cite="LDC art. 60 cl. 3"))
ENTERPRISE_TERM: Final = Dated(Version(date(2023, 7, 1), years(2), cite="LDC art. 77 cl. 3"))
INVESTMENT_TERM: Final = Dated(Version(date(2023, 7, 1), "until the work is done", cite="LDC art. 41 cl. 1"))

COMMUNE_VACANCY: Final = Dated(Version(date(2023, 7, 1), months(6), cite="LDC art. 36 cl. 2"))
AGENCY_VACANCY: Final = Dated(Version(date(2023, 7, 1), "replaced", cite="LDC art. 60 cl. 3"))
ENTERPRISE_VACANCY: Final = Dated(Version(date(2023, 7, 1), "replaced", cite="LDC art. 77 cl. 3"))
INVESTMENT_VACANCY: Final = Dated(Version(date(2023, 7, 1), "replaced", cite="LDC art. 45 cl. 1 pt. a"))

COMMUNE_DISMISSAL: Final = Dated(
    Version(date(2023, 7, 1), Dismisser.VILLAGE, cite="LDC art. 36 cl. 2"),
    Version(date(2023, 8, 15), Dismisser.VILLAGE, cite="LDC art. 36 cl. 2; Decree 59/2023 art. 13 cl. 1"),
)
INVESTMENT_DISMISSAL: Final = Dated(
    Version(date(2023, 7, 1), Dismisser.VILLAGE, cite="LDC art. 15 cl. 5"),
    Version(date(2023, 8, 15), Dismisser.VILLAGE, cite="LDC art. 15 cl. 5; Decree 59/2023 art. 17 cl. 1"),
)
AGENCY_DISMISSAL: Final = Dated(Version(date(2023, 7, 1), Dismisser.CONFERENCE, cite="LDC art. 60 cl. 3"))
ENTERPRISE_DISMISSAL: Final = Dated(Version(date(2023, 7, 1), Dismisser.CONFERENCE, cite="LDC art. 77 cl. 3"))

_OFFICES: Final = frozenset({Kind.AGENCY, Kind.ENTERPRISE})
_VALID_CONFERENCE: Final = "Hội nghị hợp lệ, tức có ít nhất hai phần ba số người hoặc đại biểu được triệu tập có mặt."


def elected(
    *,
    kind: Kind,
    households: int | None = None,
    attending: int | None = None,
    agree: int | None = None,
    on: date,
) -> Answer[bool]:
    """LDC art. 21 cl. 1; LDC art. 51 cl. 2 pt. c; LDC art. 69 cl. 2 pt. c: elected, or dismissed, by more than half.

    By a village: of all its `households`. By the conference of an agency or enterprise: of those `attending` it.
    """
    if kind in _OFFICES:
        law = OF_AGENCY if kind is Kind.AGENCY else OF_ENTERPRISE
        base, key, whole, one = attending, "attending", "số người dự hội nghị", "người"
    else:
        law, base, key, whole, one = OF_VILLAGE, households, "households", "tổng số hộ của thôn", "hộ"
    if base is None:
        raise missing(key, whole)
    check_count(base, whole, least=1)
    if agree is None:
        raise missing("agree", f"số {one} tán thành")
    check_at_most(agree, base, f"số {one} tán thành", whole)
    least = int(law.on(on) * base) + 1
    passed = agree >= least
    said = "Đạt" if passed else f"Chưa đạt, còn thiếu {least - agree} {one}"
    return answer(
        "board.elected",
        law,
        on=on,
        result=passed,
        because=f"{said}: {agree} trong {base} {one} tán thành, cần ít nhất {least} vì phải quá một nửa {whole}, đúng "
        "một nửa là chưa đủ.",
        inputs={"kind": kind, "households": households, "attending": attending, "agree": agree, "on": on},
        assumptions=(_VALID_CONFERENCE,) if kind in _OFFICES else (),
    )


def term_ends(*, kind: Kind, recognised_on: date, heads_until: date | None = None) -> Answer[date | None]:
    """LDC art. 36 cl. 2; LDC art. 41 cl. 1; LDC art. 60 cl. 3; LDC art. 77 cl. 3: until when a board serves.

    `heads_until`: the last day of the village heads' term, which is the commune board's own. None for an investment
    board, which dissolves when its work is done.
    """
    law: Dated[object]
    if kind is Kind.COMMUNE:
        if heads_until is None:
            raise missing("heads_until", "ngày hết nhiệm kỳ của Trưởng thôn trên cùng địa bàn")
        if heads_until < recognised_on:
            raise impossible(
                f"Nhiệm kỳ của Trưởng thôn hết ngày {shown(heads_until)}, trước ngày công nhận {shown(recognised_on)}. "
                "Kiểm tra lại ngày đã nhập."
            )
        law, ends = COMMUNE_TERM, heads_until
        why = f"Đến ngày {shown(heads_until)}, theo nhiệm kỳ của Trưởng thôn trên cùng địa bàn"
    elif kind is Kind.INVESTMENT:
        law, ends = INVESTMENT_TERM, None
        why = "Không có nhiệm kỳ: Ban lập theo từng chương trình, dự án và tự giải thể khi xong nhiệm vụ"
    else:
        term = AGENCY_TERM if kind is Kind.AGENCY else ENTERPRISE_TERM
        law, ends = term, runs_to(term.on(recognised_on), recognised_on)
        why = f"Đến ngày {shown(ends)}: nhiệm kỳ {term.on(recognised_on)} kể từ ngày {shown(recognised_on)}"
    return answer(
        "board.term_ends",
        law,
        on=recognised_on,
        result=ends,
        because=f"{why}.",
        inputs={"kind": kind, "recognised_on": recognised_on, "heads_until": heads_until},
        assumptions=("Nhiệm kỳ tính từ ngày công nhận kết quả bầu; văn bản không nói rõ.",) if kind in _OFFICES else (),
    )


def by_election(*, kind: Kind, since: date, term_until: date | None = None) -> Answer[bool]:
    """LDC art. 36 cl. 2; LDC art. 45 cl. 1 pt. a; LDC art. 60 cl. 3; LDC art. 77 cl. 3: whether a vacancy is filled.

    `since`: the day the seat fell vacant; `term_until`: the last day of the term of a commune's board.
    """
    law: Dated[object]
    needed = True
    if kind is Kind.COMMUNE:
        if term_until is None:
            raise missing("term_until", "ngày hết nhiệm kỳ của Ban")
        if term_until < since:
            raise impossible(
                f"Nhiệm kỳ hết ngày {shown(term_until)}, trước ngày khuyết {shown(since)}. Kiểm tra lại ngày đã nhập."
            )
        least = COMMUNE_VACANCY.on(since)
        reached = runs_to(least, since)
        law, needed = COMMUNE_VACANCY, reached <= term_until
        left = f"còn từ {least} trở lên" if needed else f"còn dưới {least}"
        why = (
            f"nhiệm kỳ {left}: {least} kể từ ngày {shown(since)} là {shown(reached)}, nhiệm kỳ "
            f"hết ngày {shown(term_until)}"
        )
    elif kind is Kind.INVESTMENT:
        law, why = INVESTMENT_VACANCY, "Mặt trận xã cử, đề nghị cử hoặc tổ chức bầu bổ sung, không kể thời gian còn lại"
    else:
        law = AGENCY_VACANCY if kind is Kind.AGENCY else ENTERPRISE_VACANCY
        why = "hội nghị bầu người khác thay thế theo đề nghị của Công đoàn, không kể thời gian còn lại"
    return answer(
        "board.by_election",
        law,
        on=since,
        result=needed,
        because=f"{'Phải bổ sung' if needed else 'Không bắt buộc bầu bổ sung'}: {why}.",
        inputs={"kind": kind, "since": since, "term_until": term_until},
    )


def dismissal_decided_by(*, kind: Kind, board_dismissal: str = BOARD_DISMISSAL.default, on: date) -> Answer[Dismisser]:
    """LDC art. 36 cl. 2; Decree 59/2023 art. 13 cl. 1; LDC art. 60 cl. 3; LDC art. 77 cl. 3: who dismisses a member."""
    BOARD_DISMISSAL.check(board_dismissal)
    law, why = {
        Kind.COMMUNE: (COMMUNE_DISMISSAL, "thôn đã bầu người đó quyết định, theo đề nghị của Mặt trận xã"),
        Kind.INVESTMENT: (INVESTMENT_DISMISSAL, "với đại diện người dân, thôn đã bầu người đó quyết định tại cuộc họp"),
        Kind.AGENCY: (AGENCY_DISMISSAL, "hội nghị quyết định, theo đề nghị của Ban Chấp hành Công đoàn"),
        Kind.ENTERPRISE: (ENTERPRISE_DISMISSAL, "hội nghị người lao động quyết định, theo đề nghị của Công đoàn"),
    }[kind]
    by, differ = law.on(on), kind is Kind.COMMUNE and on >= COMMUNE_DISMISSAL.versions[1].since
    if differ and board_dismissal == "front":
        by, why = Dismisser.FRONT, "Mặt trận xã quyết định, theo đề nghị của Ban công tác Mặt trận ở thôn"
    return answer(
        "board.dismissal_decided_by",
        law,
        on=on,
        result=by,
        because=f"Cho thôi thành viên {kind.words}: {why}.",
        inputs={"kind": kind, "board_dismissal": board_dismissal, "on": on},
        provisional=differ,
        assumptions=(BOARD_DISMISSAL.assumed(board_dismissal),) if differ else (),
    )
