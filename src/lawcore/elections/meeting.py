"""Who calls and chairs the meeting, who sits on the election team, and in which form the village decides."""

from datetime import date
from enum import StrEnum
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible, missing
from lawcore.checks import Check, faults
from lawcore.dated import Dated, Version


class Meeting(StrEnum):
    """What the village meets for."""

    ELECTION = "election"
    DISMISSAL = "dismissal"
    OTHER = "other"


class Chair(StrEnum):
    """Who calls and chairs a meeting. APPOINTED: a Front representative or a trusted citizen the commune names."""

    ELECTION_TEAM = "election-team"
    FRONT_HEAD = "front-head"
    COMMUNE_CHAIR = "commune-chair"
    VILLAGE_HEAD = "village-head"
    APPOINTED = "appointed"

    @property
    def words(self) -> str:
        """In Vietnamese, as it stands inside a sentence."""
        return _CHAIRS[self]


class ElectionForm(StrEnum):
    """How the village votes for or against its head."""

    MEETING = "meeting"
    BALLOT = "ballot"
    ONLINE = "online"


_CHAIRS: Final = {
    Chair.ELECTION_TEAM: "Tổ bầu cử",
    Chair.FRONT_HEAD: "Trưởng ban công tác Mặt trận ở thôn",
    Chair.COMMUNE_CHAIR: "Chủ tịch Ủy ban nhân dân cấp xã",
    Chair.VILLAGE_HEAD: "Trưởng thôn",
    Chair.APPOINTED: "người do Chủ tịch Ủy ban nhân dân cấp xã chỉ định (đại diện Mặt trận hoặc công dân có uy tín)",
}

BY_TEAM: Final = Dated(
    Version(date(2023, 8, 15), Chair.ELECTION_TEAM, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. b")
)
BY_FRONT: Final = Dated(
    Version(date(2023, 8, 15), Chair.FRONT_HEAD, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. c")
)
BY_COMMUNE: Final = Dated(
    Version(date(2023, 8, 15), Chair.COMMUNE_CHAIR, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. c")
)
BY_HEAD: Final = Dated(
    Version(date(2023, 7, 1), Chair.VILLAGE_HEAD, cite="LDC art. 18 cl. 1"),
    Version(date(2023, 8, 15), Chair.VILLAGE_HEAD, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. a"),
)
BY_APPOINTED: Final = Dated(
    Version(date(2023, 7, 1), Chair.APPOINTED, cite="LDC art. 18 cl. 1"),
    Version(date(2023, 8, 15), Chair.APPOINTED, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. d"),
)
TEAM: Final = Dated(Version(date(2023, 8, 15), 1, cite="Decree 59/2023 art. 6 cl. 1 pt. b"))
FORM: Final = Dated(Version(date(2023, 7, 1), ElectionForm.MEETING, cite="LDC art. 17 cl. 2; LDC art. 19 cl. 1 pt. b"))


def chair(*, kind: Meeting, head_leads_front: bool = False, vacant: bool = False, on: date) -> Answer[Chair]:
    """Decree 59/2023 art. 3 cl. 1; LDC art. 18 cl. 1: who calls and chairs the meeting.

    `head_leads_front`: the village head is also the head of the Front's committee; `vacant`: the village has no head.
    """
    law, why = _chair(kind, head_leads_front=head_leads_front, vacant=vacant)
    found = law.on(on)
    return answer(
        "election.chair",
        law,
        on=on,
        result=found,
        because=f"{found.words[0].upper()}{found.words[1:]} triệu tập và chủ trì: {why}.",
        inputs={"kind": kind, "head_leads_front": head_leads_front, "vacant": vacant, "on": on},
    )


def chair_lawful(
    *, kind: Meeting, chaired_by: Chair, head_leads_front: bool = False, vacant: bool = False, on: date
) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 1; LDC art. 18 cl. 1: whether the one who chaired was the one who should."""
    right = chair(kind=kind, head_leads_front=head_leads_front, vacant=vacant, on=on)
    lawful = chaired_by is right.result
    said = "Đúng người chủ trì" if lawful else f"Sai người chủ trì: cuộc họp này không do {chaired_by.words} chủ trì"
    return Answer(
        lawful,
        "election.chair_lawful",
        right.citation,
        right.version,
        f"{said}. {right.explanation}",
        {**right.inputs, "chaired_by": chaired_by},
    )


def _chair(kind: Meeting, *, head_leads_front: bool, vacant: bool) -> tuple[Dated[Chair], str]:
    if kind is Meeting.ELECTION:
        return BY_TEAM, "cuộc họp bầu Trưởng thôn do Tổ bầu cử tổ chức, không phải Trưởng thôn đương nhiệm"
    if kind is Meeting.OTHER:
        return (BY_APPOINTED, "thôn đang khuyết Trưởng thôn") if vacant else (BY_HEAD, "đây là việc chung của thôn")
    if vacant:
        raise impossible("Thôn đang khuyết Trưởng thôn thì không có ai để cho thôi. Kiểm tra lại tình huống đã nhập.")
    if head_leads_front:
        return BY_COMMUNE, (
            "Trưởng thôn đồng thời là Trưởng ban công tác Mặt trận nên không thể tự chủ trì; phải thống nhất trước "
            "với Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"
        )
    return BY_FRONT, "đây là cuộc họp cho thôi làm Trưởng thôn"


def form_allowed(*, form: ElectionForm, after_failed_meeting: bool = False, on: date) -> Answer[bool]:
    """LDC art. 17 cl. 2; LDC art. 19 cl. 1 pt. b: at a meeting, or by ballots after one that too few joined.

    For the election and the dismissal of a head. `after_failed_meeting`: too few households came for any result.
    """
    allowed, why = _form(form, after_failed_meeting=after_failed_meeting)
    return answer(
        "election.form_allowed",
        FORM,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'}: {why}.",
        inputs={"form": form, "after_failed_meeting": after_failed_meeting, "on": on},
    )


def _form(form: ElectionForm, *, after_failed_meeting: bool) -> tuple[bool, str]:
    if form is ElectionForm.MEETING:
        return True, "bầu và cho thôi làm Trưởng thôn phải thực hiện tại cuộc họp của cộng đồng dân cư"
    if form is ElectionForm.ONLINE:
        return False, "biểu quyết trực tuyến chỉ dành cho công việc tự quản khác (khoản 6 Điều 15)"
    if after_failed_meeting:
        return True, "thôn đã họp mà không đủ số hộ dự để có thể đạt tỷ lệ nên được phát phiếu đến từng hộ"
    return False, "chỉ phát phiếu sau khi thôn đã họp mà không đủ số hộ dự để có thể đạt tỷ lệ"


def team_lawful(
    *,
    front_leads: bool | None = None,
    organisations: int | None = None,
    household_members: int | None = None,
    candidates: int | None = None,
    front_agrees: bool | None = None,
    on: date,
) -> Answer[bool]:
    """Decree 59/2023 art. 6 cl. 1 pt. b: whether the election team is made up as it must be.

    `organisations` and `household_members` count the members that represent organisations and households,
    `candidates` those members who stand for election, `front_agrees` that the commune's Front agreed beforehand.
    """
    for value, what in ((organisations, "số đại diện đoàn thể"), (household_members, "số đại diện hộ gia đình")):
        if value is not None:
            check_count(value, what)
    if candidates is None:
        raise missing("candidates", "số thành viên Tổ bầu cử đang ứng cử")
    check_count(candidates, "số thành viên Tổ bầu cử đang ứng cử")
    least = TEAM.on(on)
    found = faults(
        (
            Check(
                front_leads,
                "front_leads",
                "ai làm Tổ trưởng",
                "Tổ trưởng không phải đại diện Ban công tác Mặt trận ở thôn",
            ),
            Check(not candidates, "candidates", "", f"{candidates} thành viên đang ứng cử Trưởng thôn"),
            _enough(organisations, least, "organisations", "đại diện tổ chức đoàn thể, chính trị - xã hội"),
            _enough(household_members, least, "household_members", "đại diện hộ gia đình"),
            Check(
                front_agrees,
                "front_agrees",
                "ý kiến thống nhất của Mặt trận xã",
                "chưa thống nhất với Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
            ),
        )
    )
    return answer(
        "election.team_lawful",
        TEAM,
        on=on,
        result=not found,
        because=f"Tổ bầu cử chưa đúng thành phần: {'; '.join(found)}."
        if found
        else "Tổ bầu cử đúng thành phần: đại diện Mặt trận làm Tổ trưởng, có đại diện đoàn thể và hộ gia đình, "
        "không ai đang ứng cử.",
        inputs={
            "front_leads": front_leads,
            "organisations": organisations,
            "household_members": household_members,
            "candidates": candidates,
            "front_agrees": front_agrees,
            "on": on,
        },
        assumptions=("Văn bản không định số người của Tổ bầu cử.",),
    )


def _enough(number: int | None, least: int, key: str, who: str) -> Check:
    return Check(None if number is None else number >= least, key, f"số {who}", f"không có {who}")
