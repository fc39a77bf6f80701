"""When a complaint or a denunciation is complex: the same seven criteria.

Words    criterion, complex, specially complex
Promise  every criterion that is met is named; one makes a case complex, two make a denunciation specially complex
"""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count
from lawcore.catalogues import Item
from lawcore.dated import Dated, Version
from lawcore.petitions.choices import Choice
from lawcore.petitions.items import lettered

CRITERIA: Final[tuple[Item, ...]] = lettered(
    "Decree 124/2020 art. 3a cl. 1",
    "pt. a b c d đ e g",
    "một nội dung phải xác minh ở từ hai địa điểm",
    "có từ hai nội dung phải xác minh",
    "nhiều người cùng một nội dung, hoặc liên quan quyền lợi của nhiều người",
    "có yếu tố nước ngoài: người, hành vi hoặc nơi phải xác minh",
    "thuộc trách nhiệm quản lý của nhiều cơ quan, tổ chức",
    "các cơ quan liên quan còn ý kiến khác nhau",
    "tài liệu, chứng cứ mâu thuẫn, cần kiểm tra hoặc hỏi chuyên môn",
)
"""As Decree 155/2026 art. 2 added them for complaints; Decree 31/2019 art. 3 cl. 2 has the same for denunciations."""

COMPLAINT_FROM: Final = Dated(Version(date(2026, 7, 1), 1, cite="Decree 155/2026 art. 2"))
"""How many criteria make a complaint complex."""

SEVERAL: Final = Dated(Version(date(2019, 5, 28), 2, cite="Decree 31/2019 art. 3 cl. 2"))
"""From how many places, or contents, a case counts as having several; Decree 155/2026 art. 2 says the same."""

DENUNCIATION_FROM: Final = Dated(Version(date(2019, 5, 28), 1, cite="Decree 31/2019 art. 3 cl. 2"))
SPECIAL_FROM: Final = Dated(Version(date(2019, 5, 28), 2, cite="Decree 31/2019 art. 3 cl. 3"))
"""How many criteria make a denunciation complex, and specially complex."""


class Complexity(Choice):
    """How hard a denunciation is, which decides how often its period may be extended."""

    ORDINARY = "ordinary", "bình thường"
    COMPLEX = "complex", "phức tạp"
    SPECIAL = "specially-complex", "đặc biệt phức tạp"


def complaint_is_complex(
    *,
    on: date,
    places: int = 1,
    contents: int = 1,
    many_people: bool = False,
    abroad: bool = False,
    many_bodies: bool = False,
    bodies_differ: bool = False,
    evidence_conflicts: bool = False,
) -> Answer[bool]:
    """Decree 155/2026 art. 2: a complaint that meets any one of seven criteria is complex; the file says why.

    `places` counts the places where one content must be verified, `contents` the contents to be verified.
    """
    least = COMPLAINT_FROM.on(on)
    met = _met(on, places, contents, (many_people, abroad, many_bodies, bodies_differ, evidence_conflicts))
    found = len(met) >= least
    because = (
        f"Vụ việc phức tạp: {_named(met)}. Phải ghi việc xác định này bằng văn bản và lưu trong hồ sơ."
        if found
        else "Không phải vụ việc phức tạp: chưa có tiêu chí nào trong bảy tiêu chí."
    )
    return answer(
        "complaint.complex",
        COMPLAINT_FROM,
        on=on,
        result=found,
        because=because,
        inputs=_inputs(on, places, contents, many_people, abroad, many_bodies, bodies_differ, evidence_conflicts),
    )


def denunciation_complexity(
    *,
    on: date,
    places: int = 1,
    contents: int = 1,
    many_people: bool = False,
    abroad: bool = False,
    many_bodies: bool = False,
    bodies_differ: bool = False,
    evidence_conflicts: bool = False,
) -> Answer[Complexity]:
    """Decree 31/2019 art. 3 cl. 2, 3: one of seven criteria makes a denunciation complex, two specially complex."""
    law = DENUNCIATION_FROM
    least, special = law.on(on), SPECIAL_FROM.on(on)
    met = _met(on, places, contents, (many_people, abroad, many_bodies, bodies_differ, evidence_conflicts))
    if len(met) >= special:
        level, because, law = Complexity.SPECIAL, f"Vụ việc đặc biệt phức tạp: {_named(met)}.", SPECIAL_FROM
    elif len(met) >= least:
        level, because = Complexity.COMPLEX, f"Vụ việc phức tạp: {_named(met)}."
    else:
        level, because = Complexity.ORDINARY, "Vụ việc bình thường: chưa có tiêu chí nào trong bảy tiêu chí."
    return answer(
        "denunciation.complexity",
        law,
        on=on,
        result=level,
        because=because,
        inputs=_inputs(on, places, contents, many_people, abroad, many_bodies, bodies_differ, evidence_conflicts),
    )


def _met(on: date, places: int, contents: int, others: tuple[bool, ...]) -> tuple[str, ...]:
    check_count(places, "số địa điểm phải xác minh", least=1)
    check_count(contents, "số nội dung phải xác minh", least=1)
    several = SEVERAL.on(on)
    held = (places >= several, contents >= several, *others)
    return tuple(item.label for item, holds in zip(CRITERIA, held, strict=True) if holds)


def _named(met: tuple[str, ...]) -> str:
    return f"có {len(met)} tiêu chí ({'; '.join(met)})"


def _inputs(on: date, places: int, contents: int, *others: bool) -> dict[str, object]:
    names = ("many_people", "abroad", "many_bodies", "bodies_differ", "evidence_conflicts")
    return {"on": on, "places": places, "contents": contents, **dict(zip(names, others, strict=True))}
