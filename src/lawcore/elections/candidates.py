"""Who may stand for village head."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.checks import Check, faults
from lawcore.dated import Dated, Version
from lawcore.readings import HEAD_RESIDENCE
from lawcore.timelimits import runs_to, shown, years

AGE: Final = Dated(Version(date(2026, 5, 26), years(21), cite="Decree 185/2026 art. 7 cl. 1, 5"))
CANDIDATES: Final = Dated(Version(date(2023, 8, 15), 1, cite="Decree 59/2023 art. 6 cl. 2"))


def eligible(
    *,
    born: date | None = None,
    citizen: bool | None = None,
    resident: bool | None = None,
    same_village: bool | None = None,
    disciplined: bool | None = None,
    prosecuted: bool | None = None,
    serving: bool | None = None,
    head_residence: str = HEAD_RESIDENCE.default,
    on: date,
) -> Answer[bool]:
    """Decree 185/2026 art. 7: whether somebody may stand for village head on the election day `on`.

    `resident`: lives regularly in the commune; `disciplined`, `prosecuted`, `serving`: is under discipline, under
    criminal prosecution, serving a judgment or decision of a court. Refused when something that matters was not said.
    """
    HEAD_RESIDENCE.check(head_residence)
    if born is not None and born > on:
        raise impossible(f"Ngày sinh {shown(born)} sau ngày bầu {shown(on)}. Kiểm tra lại ngày đã nhập.")
    found = faults(
        (
            _of_age(born, on),
            Check(citizen, "citizen", "quốc tịch", "không phải công dân Việt Nam"),
            Check(resident, "resident", "nơi cư trú", "không cư trú thường xuyên tại xã, phường, đặc khu"),
            *((_in_village(same_village),) if head_residence == "village" else ()),
            _free(disciplined, "disciplined", "đang trong thời gian bị xử lý kỷ luật"),
            _free(prosecuted, "prosecuted", "đang bị truy cứu trách nhiệm hình sự"),
            _free(serving, "serving", "đang chấp hành bản án, quyết định của Tòa án"),
        )
    )
    rests_on_village = same_village is False and (not found or found == (_OTHER_VILLAGE,))
    return answer(
        "election.eligible",
        AGE,
        on=on,
        result=not found,
        because=f"Không đủ tiêu chuẩn ứng cử Trưởng thôn: {'; '.join(found)}."
        if found
        else "Đủ những tiêu chuẩn kiểm tra được bằng giấy tờ: tuổi, quốc tịch, nơi cư trú, không vướng kỷ luật hay án.",
        inputs={
            "born": born,
            "citizen": citizen,
            "resident": resident,
            "same_village": same_village,
            "disciplined": disciplined,
            "prosecuted": prosecuted,
            "serving": serving,
            "head_residence": head_residence,
            "on": on,
        },
        provisional=rests_on_village,
        assumptions=(
            _JUDGED,
            *((HEAD_RESIDENCE.assumed(head_residence),) if rests_on_village else ()),
            *((_SAME_VILLAGE,) if same_village is None and not found else ()),
        ),
    )


def candidate_list(*, candidates: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 6 cl. 2: the official list holds one candidate at least; more may stand at the meeting."""
    check_count(candidates, "số người ứng cử trong danh sách chính thức")
    least = CANDIDATES.on(on)
    enough = candidates >= least
    said = "Danh sách hợp lệ" if enough else "Danh sách chưa hợp lệ"
    return answer(
        "election.candidate_list",
        CANDIDATES,
        on=on,
        result=enough,
        because=f"{said}: có {candidates} người, cần ít nhất {least} người. Tại cuộc họp, đại diện hộ gia đình vẫn có "
        "thể tự ứng cử hoặc đề cử thêm.",
        inputs={"candidates": candidates, "on": on},
    )


_JUDGED: Final = (
    "Sức khỏe, phẩm chất, uy tín, năng lực và khả năng dùng công nghệ thông tin do Ban công tác Mặt trận và cuộc họp "
    "của thôn xem xét."
)
_SAME_VILLAGE: Final = "Coi như người ứng cử cư trú ngay tại thôn bầu Trưởng thôn vì chưa nêu khác."
_OTHER_VILLAGE: Final = "không cư trú tại thôn bầu Trưởng thôn"


def _of_age(born: date | None, on: date) -> Check:
    age = AGE.on(on)
    if born is None:
        return Check(None, "born", "ngày sinh", "")
    full = runs_to(age, born)
    years_old = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    fault = f"chưa đủ {age.number} tuổi vào ngày bầu, mới {years_old} tuổi, đến ngày {shown(full)} mới đủ"
    return Check(full <= on, "born", "ngày sinh", fault)


def _in_village(same_village: bool | None) -> Check:  # noqa: FBT001  one fact, named by the function
    return Check(same_village, "same_village", "người ứng cử có ở thôn này không", _OTHER_VILLAGE)


def _free(fact: bool | None, key: str, fault: str) -> Check:  # noqa: FBT001  one fact, named by its key
    return Check(None if fact is None else not fact, key, f"người ứng cử có {fault} không", fault)
