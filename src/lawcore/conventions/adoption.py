"""How a convention is adopted, signed, sent and recognised (Decree 61/2023 art. 6, 10, 11)."""

from datetime import date
from fractions import Fraction
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.conventions.terms import Form
from lawcore.dated import Dated, Version
from lawcore.readings import ONE_PERSON_SIGNS
from lawcore.signatures import Signatures

QUORUM: Final = Dated(Version(date(2023, 8, 16), Fraction(1, 2), cite="Decree 61/2023 art. 10 cl. 1 pt. a"))
MAJORITY: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"),
    Version(date(2023, 8, 16), Fraction(1, 2), cite="LDC art. 21 cl. 1; Decree 61/2023 art. 10"),
)
MEETING: Final = Dated(Version(date(2023, 8, 16), Form.MEETING, cite="Decree 61/2023 art. 10 cl. 1"))
BALLOT_AFTER_MEETING: Final = Dated(Version(date(2023, 8, 16), Form.BALLOT, cite="Decree 61/2023 art. 10 cl. 2 pt. a"))
NO_OTHER_FORM: Final = Dated(
    Version(date(2023, 7, 1), frozenset({Form.MEETING, Form.BALLOT}), cite="LDC art. 17 cl. 2"),
    Version(
        date(2023, 8, 16),
        frozenset({Form.MEETING, Form.BALLOT}),
        cite="LDC art. 17 cl. 2; Decree 61/2023 art. 10 cl. 1, 2",
    ),
)
REPRESENTATIVES_SIGNING: Final = Dated(Version(date(2023, 8, 16), 2, cite="Decree 61/2023 art. 6 cl. 1"))
DOSSIER: Final = Dated(
    Version(
        date(2023, 8, 16),
        {
            "has_request": "văn bản đề nghị công nhận của Trưởng thôn",
            "has_minutes": "nghị quyết hoặc biên bản thông qua",
            "has_draft": "dự thảo đã được thông qua",
        },
        cite="Decree 61/2023 art. 11 cl. 4",
    )
)
CONDITIONS: Final = Dated(
    Version(
        date(2023, 8, 16),
        {
            "content_fits": "nội dung trong phạm vi cho phép",
            "form_fits": "đúng hình thức văn bản",
            "principles_kept": "đúng nguyên tắc",
            "procedure_kept": "đúng trình tự đề xuất, soạn thảo, lấy ý kiến, thông qua",
        },
        cite="Decree 61/2023 art. 11 cl. 2",
    )
)
EFFECT: Final = Dated(
    Version(date(2023, 7, 1), "recognition", cite="LDC art. 21 cl. 2"),
    Version(date(2023, 8, 16), "recognition", cite="LDC art. 21 cl. 2; Decree 61/2023 art. 11 cl. 5"),
)


def quorum(*, households: int, on: date) -> Answer[int]:
    """Decree 61/2023 art. 10 cl. 1 pt. a: how many households must be represented for the meeting to vote on it."""
    least = _more_than_half(QUORUM, households, on)
    return answer(
        "convention.quorum",
        QUORUM,
        on=on,
        result=least,
        because=f"Phải có đại diện của ít nhất {least} hộ dự họp, quá một nửa của {households} hộ trong thôn.",
        inputs={"households": households, "on": on},
    )


def quorum_met(*, households: int, present: int, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 10 cl. 1 pt. a: whether enough came; where they did not, ballots become possible."""
    need = quorum(households=households, on=on)
    check_at_most(present, households, "số hộ có đại diện dự họp", "tổng số hộ của thôn")
    enough = present >= need.result
    outcome = "Đủ điều kiện biểu quyết" if enough else "Không đủ điều kiện biểu quyết; được chuyển sang phát phiếu"
    return answer(
        "convention.quorum_met",
        QUORUM,
        on=on,
        result=enough,
        because=f"{outcome}: {present} hộ có đại diện dự họp. {need.explanation}",
        inputs={"households": households, "present": present, "on": on},
    )


def adopted(*, households: int, agree: int, on: date) -> Answer[bool]:
    """LDC art. 21 cl. 1; Decree 61/2023 art. 10: adopted when more than half of all households agree."""
    least = _more_than_half(MAJORITY, households, on)
    check_at_most(agree, households, "số hộ tán thành", "tổng số hộ của thôn")
    passed = agree >= least
    outcome = "Thông qua" if passed else "Chưa thông qua"
    return answer(
        "convention.adopted",
        MAJORITY,
        on=on,
        result=passed,
        because=f"{outcome}: có {agree} hộ tán thành, cần ít nhất {least}, quá một nửa của {households} hộ trong thôn.",
        inputs={"households": households, "agree": agree, "on": on},
    )


def vote_form_allowed(*, form: Form, after_failed_meeting: bool = False, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 10 cl. 1, 2; LDC art. 17 cl. 2: a meeting; ballots only after one that too few attended."""
    law, allowed, because = _vote_form(form, after_failed_meeting=after_failed_meeting)
    return answer(
        "convention.vote_form_allowed",
        law,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'}: {because}",
        inputs={"form": form, "after_failed_meeting": after_failed_meeting, "on": on},
    )


def _vote_form(form: Form, *, after_failed_meeting: bool) -> tuple[Dated[object], bool, str]:
    if form is Form.MEETING:
        return MEETING, True, "hương ước, quy ước được thông qua tại cuộc họp có đại diện của quá một nửa số hộ."
    if form is Form.ONLINE:
        return NO_OTHER_FORM, False, "hương ước, quy ước không được thông qua bằng biểu quyết trực tuyến."
    if after_failed_meeting:
        return BALLOT_AFTER_MEETING, True, "cuộc họp đã không đủ số hộ dự, nên được phát phiếu lấy ý kiến từng hộ."
    return BALLOT_AFTER_MEETING, False, "phải họp trước; chỉ phát phiếu khi cuộc họp không đủ số hộ dự."


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
    """Decree 61/2023 art. 6 cl. 1: signed by the village head, the head of the Front board and two representatives.

    Where one person is both heads (`same_person`) either signature stands for that person; whether another member of
    the Front board (`front_member`) must sign too is an open reading.
    """
    check_count(representatives, "số đại diện hộ đã ký")
    ONE_PERSON_SIGNS.check(one_person_signs)
    needed = REPRESENTATIVES_SIGNING.on(on)
    given = Signatures(village_head, front_head, representatives, same_person, front_member)
    lacking = given.lacking(representatives=needed, second_member=one_person_signs == "second_member")
    open_question = given.rests_on_reading(representatives=needed)
    because = f"Còn thiếu chữ ký của: {'; '.join(lacking)}." if lacking else "Đủ chữ ký trên hương ước, quy ước."
    return answer(
        "convention.signed",
        REPRESENTATIVES_SIGNING,
        on=on,
        result=not lacking,
        because=because,
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


def dossier_complete(
    *, has_request: bool = False, has_minutes: bool = False, has_draft: bool = False, on: date
) -> Answer[bool]:
    """Decree 61/2023 art. 11 cl. 4: whether the dossier is complete; the time to recognise runs only from then."""
    has = {"has_request": has_request, "has_minutes": has_minutes, "has_draft": has_draft}
    lacking = [words for part, words in DOSSIER.on(on).items() if not has[part]]
    return answer(
        "convention.dossier_complete",
        DOSSIER,
        on=on,
        result=not lacking,
        because=f"Hồ sơ còn thiếu: {'; '.join(lacking)}. Thời hạn công nhận chưa bắt đầu."
        if lacking
        else "Hồ sơ đề nghị công nhận đã đủ.",
        inputs={**has, "on": on},
    )


def recognisable(
    *,
    content_fits: bool = False,
    form_fits: bool = False,
    principles_kept: bool = False,
    procedure_kept: bool = False,
    on: date,
) -> Answer[bool]:
    """Decree 61/2023 art. 11 cl. 2: whether all conditions for recognition are met; a refusal gives its reasons."""
    met = {
        "content_fits": content_fits,
        "form_fits": form_fits,
        "principles_kept": principles_kept,
        "procedure_kept": procedure_kept,
    }
    lacking = [words for condition, words in CONDITIONS.on(on).items() if not met[condition]]
    return answer(
        "convention.recognisable",
        CONDITIONS,
        on=on,
        result=not lacking,
        because=f"Chưa đủ điều kiện công nhận, vì chưa: {'; '.join(lacking)}. Phải trả lời bằng văn bản, nêu rõ lý do."
        if lacking
        else "Đủ điều kiện để Ủy ban nhân dân cấp xã công nhận.",
        inputs={**met, "on": on},
    )


def effective(*, passed_on: date | None = None, recognised_on: date | None = None) -> Answer[date | None]:
    """LDC art. 21 cl. 2; Decree 61/2023 art. 11 cl. 5: in force from the day the commune recognises it; None before."""
    if passed_on and recognised_on and recognised_on < passed_on:
        raise impossible(
            f"Ngày công nhận {recognised_on:%d/%m/%Y} trước ngày thông qua {passed_on:%d/%m/%Y}. Kiểm tra lại ngày."
        )
    *_, newest = EFFECT.versions
    because = (
        f"Có hiệu lực từ ngày {recognised_on:%d/%m/%Y}, là ngày Ủy ban nhân dân cấp xã ra quyết định công nhận."
        if recognised_on
        else "Chưa có hiệu lực: Ủy ban nhân dân cấp xã chưa ra quyết định công nhận."
    )
    return answer(
        "convention.effective",
        EFFECT,
        on=recognised_on or passed_on or newest.since,
        result=recognised_on,
        because=because,
        inputs={"passed_on": passed_on, "recognised_on": recognised_on},
    )


def _more_than_half(law: Dated[Fraction], households: int, on: date) -> int:
    check_count(households, "tổng số hộ của thôn", least=1)
    return int(law.on(on) * households) + 1
