"""Under which content of the commune's list a village's decision is made public once it binds."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.ballots.matters import Matter
from lawcore.dated import Dated, Version

MONEY: Final = Dated(Version(date(2023, 7, 1), "11.5.3", cite="LDC art. 11 cl. 5"))
OTHER: Final = Dated(Version(date(2023, 7, 1), "11.14", cite="LDC art. 11 cl. 14; LDC art. 23 cl. 2"))
CONVENTION: Final = Dated(
    Version(date(2023, 7, 1), "11.14", cite="LDC art. 11 cl. 14; LDC art. 23 cl. 2"),
    Version(date(2023, 8, 16), "11.14", cite="LDC art. 11 cl. 14; Decree 61/2023 art. 15 cl. 1"),
)
"""Codes of `lawcore.disclosures.commune`; tests compare them."""

GIVEN: Final = "Quyết định về khoản Nhân dân đóng góp: xã công khai như khoản huy động Nhân dân đóng góp."
SPENT: Final = (
    "Luật không nói rõ quyết định về thu, chi tại thôn thuộc nội dung nào; ở đây xếp cùng khoản huy động Nhân dân "
    "đóng góp, vì nội dung ấy phải niêm yết."
)
BY_HEAD: Final = (
    "Luật giao Trưởng thôn, Tổ trưởng tổ dân phố công khai kết quả; trong mười ba nội dung riêng của xã không có nội "
    "dung này, nên xã công khai như nội dung khác theo pháp luật."
)
TOLD: Final = (
    "Hương ước, quy ước đã được công nhận phải được phổ biến đến các hộ; xã công khai như nội dung khác theo pháp luật."
)


def disclosed_as(*, matter: Matter, on: date) -> Answer[str]:
    """LDC art. 11 cl. 5, 14; LDC art. 23 cl. 2: the content of the commune's list under which it is disclosed.

    What people give is named by clause 5. Nothing else is named: the village head's own duty brings it under clause 14.
    """
    law, because = {
        Matter.COMMUNE_WORKS: (MONEY, GIVEN),
        Matter.VILLAGE_MONEY: (MONEY, GIVEN),
        Matter.CONVENTION: (CONVENTION, TOLD),
    }.get(matter, (OTHER, BY_HEAD))
    assumed = (SPENT,) if matter is Matter.VILLAGE_MONEY else ()
    return answer(
        "decision.disclosed_as",
        law,
        on=on,
        result=law.on(on),
        because=because,
        inputs={"matter": matter, "on": on},
        provisional=bool(assumed),
        assumptions=assumed,
    )
