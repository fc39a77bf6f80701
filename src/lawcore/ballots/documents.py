"""What a decision must hold, and who signs it."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count
from lawcore.dated import Dated, Version
from lawcore.readings import ONE_PERSON_SIGNS
from lawcore.signatures import Signatures

REPRESENTATIVES_SIGNING: Final = Dated(Version(date(2023, 7, 1), 2, cite="LDC art. 20 cl. 2 pt. g"))
CONTENT: Final = Dated(
    Version(
        date(2023, 7, 1),
        {
            "has_time": "thời gian bàn và quyết định",
            "has_households": "tổng số hộ",
            "has_present": "số người đại diện hộ có mặt",
            "has_absent": "số hộ không có người dự",
            "has_subject": "nội dung đã bàn",
            "has_form": "hình thức quyết định",
            "has_outcome": "kết quả biểu quyết hoặc tổng hợp phiếu",
            "has_decision": "nội dung quyết định",
            "has_signatures": "chữ ký",
        },
        cite="LDC art. 20 cl. 2",
    )
)


def complete(
    *,
    has_time: bool = False,
    has_households: bool = False,
    has_present: bool = False,
    has_absent: bool = False,
    has_subject: bool = False,
    has_form: bool = False,
    has_outcome: bool = False,
    has_decision: bool = False,
    has_signatures: bool = False,
    on: date,
) -> Answer[bool]:
    """LDC art. 20 cl. 2: whether the written decision holds everything it must; what is not said counts as absent."""
    said = {
        "has_time": has_time,
        "has_households": has_households,
        "has_present": has_present,
        "has_absent": has_absent,
        "has_subject": has_subject,
        "has_form": has_form,
        "has_outcome": has_outcome,
        "has_decision": has_decision,
        "has_signatures": has_signatures,
    }
    lacking = [words for part, words in CONTENT.on(on).items() if not said[part]]
    return answer(
        "decision.complete",
        CONTENT,
        on=on,
        result=not lacking,
        because=f"Văn bản còn thiếu: {'; '.join(lacking)}." if lacking else "Văn bản có đủ các nội dung chủ yếu.",
        inputs={**said, "on": on},
    )


def signed(
    *,
    village_head: bool,
    front_head: bool,
    representatives: int,
    same_person: bool = False,
    front_member: bool = False,
    on: date,
    one_person_signs: str = ONE_PERSON_SIGNS.default,
) -> Answer[bool]:
    """LDC art. 20 cl. 2 pt. g: signed by the village head, the head of the Front board and two representatives.

    Where one person is both heads (`same_person`) either signature stands for that person; whether another member of
    the Front board (`front_member`) must sign too is an open reading.
    """
    check_count(representatives, "số đại diện hộ đã ký")
    ONE_PERSON_SIGNS.check(one_person_signs)
    needed = REPRESENTATIVES_SIGNING.on(on)
    given = Signatures(village_head, front_head, representatives, same_person, front_member)
    lacking = given.lacking(representatives=needed, second_member=one_person_signs == "second_member")
    open_question = given.rests_on_reading(representatives=needed)
    return answer(
        "decision.signed",
        REPRESENTATIVES_SIGNING,
        on=on,
        result=not lacking,
        because=f"Còn thiếu chữ ký của: {'; '.join(lacking)}."
        if lacking
        else f"Đủ chữ ký của Trưởng thôn, Trưởng ban công tác Mặt trận và {needed} đại diện hộ gia đình.",
        inputs={
            "village_head": village_head,
            "front_head": front_head,
            "representatives": representatives,
            "same_person": same_person,
            "front_member": front_member,
            "on": on,
            "one_person_signs": one_person_signs,
        },
        provisional=open_question,
        assumptions=(ONE_PERSON_SIGNS.assumed(one_person_signs),) if same_person else (),
    )
