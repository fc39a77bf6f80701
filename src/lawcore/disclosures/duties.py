"""What else discloses: on request, through the village head, to the council."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.dated import Dated, Version
from lawcore.disclosures.items import Notice, Publisher
from lawcore.timelimits import shown

ON_REQUEST: Final = {
    Publisher.COMMUNE: Dated(Version(date(2023, 7, 1), "cung cấp theo yêu cầu", cite="LDC art. 14 cl. 2")),
    Publisher.AGENCY: Dated(Version(date(2023, 7, 1), "cung cấp theo yêu cầu", cite="LDC art. 48 cl. 4")),
    Publisher.ENTERPRISE: Dated(Version(date(2023, 7, 1), "cung cấp theo yêu cầu", cite="LDC art. 66 cl. 4")),
}
AGREED_NETWORK: Final = Dated(Version(date(2023, 7, 1), "mạng xã hội đã thống nhất", cite="LDC art. 13 cl. 4"))
TO_COUNCIL: Final = Dated(Version(date(2023, 7, 1), "kỳ họp thường lệ gần nhất", cite="LDC art. 14 cl. 3"))


def owed_on_request(
    *, kind: Publisher, in_period: bool, published: bool, reachable: bool = True, on: date
) -> Answer[bool]:
    """LDC art. 14 cl. 2; LDC art. 48 cl. 4; LDC art. 66 cl. 4: whether information must be given to who asks.

    `in_period`: the time during which it has to be disclosed still runs; `reachable` is false when the person cannot
    get at what is disclosed for a reason nobody can help.
    """
    if not in_period:
        owed, why = True, "đã hết thời hạn công khai"
    elif not published:
        owed, why = True, "đang trong thời hạn công khai mà chưa được công khai"
    elif not reachable:
        owed, why = True, "đang công khai nhưng người yêu cầu không thể tiếp cận vì lý do bất khả kháng"
    else:
        owed, why = False, "đang được công khai và người yêu cầu tự xem được"
    head = "Phải cung cấp theo yêu cầu" if owed else "Không buộc cung cấp riêng theo quy định này"
    return answer(
        "disclosure.owed_on_request",
        ON_REQUEST[kind],
        on=on,
        result=owed,
        because=f"{head}: thông tin {why}.",
        inputs={"kind": kind, "in_period": in_period, "published": published, "reachable": reachable, "on": on},
    )


def notice_valid(*, form: Notice, agreed: bool = False, lawful: bool = True, on: date) -> Answer[bool]:
    """LDC art. 13 cl. 4: whether a village head may tell the people in this way.

    `agreed`: the community agreed on that social network; `lawful`: it operates lawfully. Both matter to it alone.
    """
    if form is not Notice.SOCIAL_NETWORK:
        valid, because = True, f"Được: “{form.words}” là một trong các cách Trưởng thôn báo cho Nhân dân."
    elif not lawful:
        valid, because = False, "Không được: mạng xã hội phải hoạt động hợp pháp."
    elif not agreed:
        valid, because = False, "Không được: cộng đồng dân cư chưa thống nhất chọn mạng xã hội này."
    else:
        valid, because = True, "Được: mạng xã hội hoạt động hợp pháp và đã được cộng đồng dân cư thống nhất chọn."
    return answer(
        "disclosure.notice_valid",
        AGREED_NETWORK,
        on=on,
        result=valid,
        because=because,
        inputs={"form": form, "agreed": agreed, "lawful": lawful, "on": on},
    )


def report_due(*, since: date, session: date) -> Answer[date]:
    """LDC art. 14 cl. 3: the commune reports on disclosure to the council at its nearest regular session.

    `since` is the day the results were there, `session` the first day of the next regular session.
    """
    if session < since:
        raise impossible(
            f"Kỳ họp ngày {shown(session)} diễn ra trước ngày có kết quả {shown(since)}. Nêu kỳ họp sau ngày đó."
        )
    return answer(
        "disclosure.report_due",
        TO_COUNCIL,
        on=since,
        result=session,
        because=f"Báo cáo Hội đồng nhân dân xã tại kỳ họp thường lệ gần nhất, ngày {shown(session)}; "
        "đồng thời gửi Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã để giám sát.",
        inputs={"since": since, "session": session},
    )
