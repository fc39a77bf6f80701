"""What a convention may say, who drafts it, and how the draft is put before the people (Decree 61/2023 art. 4 to 9)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.conventions.terms import Form
from lawcore.dated import Dated, Version

ENOUGH_SUPPORT: Final = Dated(Version(date(2023, 8, 16), Fraction(1, 10), cite="Decree 61/2023 art. 7 cl. 3"))
SUPPORT_FORMS: Final = Dated(Version(date(2023, 8, 16), frozenset(Form), cite="Decree 61/2023 art. 7 cl. 2"))
FORBIDDEN: Final = Dated(
    Version(
        date(2023, 8, 16),
        {
            "against_law": "trái pháp luật",
            "restates_law": "chép lại điều pháp luật đã quy định",
            "against_belief": "không tôn trọng tự do tín ngưỡng, tôn giáo, đa dạng văn hóa",
            "against_customs": "trái đạo đức xã hội, phong tục tốt đẹp",
            "replaces_penalties": "đặt hình thức phạt thay cho xử lý theo pháp luật",
        },
        cite="Decree 61/2023 art. 4 cl. 1, 3, 4; Decree 61/2023 art. 5 cl. 4",
    )
)
LANGUAGE: Final = Dated(Version(date(2023, 8, 16), "tiếng Việt", cite="Decree 61/2023 art. 6 cl. 4, 5"))
TEAM: Final = Dated(
    Version(
        date(2023, 8, 16),
        {"elder": "già làng, trưởng bản", "speaks_language": "người biết tiếng dân tộc"},
        cite="Decree 61/2023 art. 8 cl. 2",
    )
)
"""Whom the drafting team must have among its members where ethnic minorities live."""

OPINION_FORMS: Final = Dated(Version(date(2023, 8, 16), (1, 4), cite="Decree 61/2023 art. 9 cl. 2"))
"""The fewest forms of asking for opinions, and how many there are."""


def proposal_admissible(*, households: int, agree: int, front_agrees: bool = False, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 7 cl. 3: whether a resident's proposal for a convention must be put to the community."""
    check_count(households, "tổng số hộ của thôn", least=1)
    check_at_most(agree, households, "số hộ đồng thuận", "tổng số hộ của thôn")
    share = ENOUGH_SUPPORT.on(on)
    needed = ceil(share * households)
    enough = agree >= needed
    if enough:
        outcome = "Trưởng thôn đưa ra cộng đồng dân cư bàn và quyết định"
    elif front_agrees:
        outcome = "Chưa đủ tỷ lệ nhưng Ban công tác Mặt trận tán thành việc có lợi cho cộng đồng, nên vẫn được đưa ra"
    else:
        outcome = "Chưa phải đưa ra vì chưa đủ tỷ lệ và Ban công tác Mặt trận chưa tán thành"
    percent = f"{Decimal(share.numerator) / Decimal(share.denominator):.0%}"
    return answer(
        "convention.proposal_admissible",
        ENOUGH_SUPPORT,
        on=on,
        result=enough or front_agrees,
        because=f"{outcome}. Có {agree} hộ đồng thuận; cần ít nhất {needed} hộ để đạt {percent} của {households} hộ.",
        inputs={"households": households, "agree": agree, "front_agrees": front_agrees, "on": on},
    )


def support_form_allowed(*, form: Form, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 7 cl. 2: whether support for a resident's proposal may be collected in this form."""
    return answer(
        "convention.support_form_allowed",
        SUPPORT_FORMS,
        on=on,
        result=form in SUPPORT_FORMS.on(on),
        because=f"Được: có thể lấy ý kiến về đề xuất bằng cách {form.words}. Riêng việc thông qua hương ước, quy ước "
        "thì không được biểu quyết trực tuyến.",
        inputs={"form": form, "on": on},
    )


def content_allowed(
    *,
    against_law: bool = False,
    restates_law: bool = False,
    against_belief: bool = False,
    against_customs: bool = False,
    replaces_penalties: bool = False,
    on: date,
) -> Answer[bool]:
    """Decree 61/2023 art. 4 cl. 1, 3, 4; Decree 61/2023 art. 5 cl. 4: whether a convention may say it."""
    faults = {
        "against_law": against_law,
        "restates_law": restates_law,
        "against_belief": against_belief,
        "against_customs": against_customs,
        "replaces_penalties": replaces_penalties,
    }
    found = [words for fault, words in FORBIDDEN.on(on).items() if faults[fault]]
    return answer(
        "convention.content_allowed",
        FORBIDDEN,
        on=on,
        result=not found,
        because=f"Không được đưa vào hương ước, quy ước vì nội dung {'; '.join(found)}."
        if found
        else "Được đưa vào: chưa thấy điều gì mà Nghị định không cho phép.",
        inputs={**faults, "on": on},
    )


def language_allowed(*, vietnamese: bool, translated: bool = False, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 6 cl. 4, 5: the convention is in Vietnamese; translations are for the community to decide."""
    language = LANGUAGE.on(on)
    also = (
        "kèm bản dịch ra tiếng dân tộc" if translated else "việc dịch ra tiếng dân tộc do cộng đồng dân cư quyết định"
    )
    return answer(
        "convention.language_allowed",
        LANGUAGE,
        on=on,
        result=vietnamese,
        because=f"{'Đúng quy định: đã' if vietnamese else 'Chưa đúng quy định: phải'} có bản {language}; {also}.",
        inputs={"vietnamese": vietnamese, "translated": translated, "on": on},
    )


def team_complete(
    *, ethnic_minority_area: bool, elder: bool = False, speaks_language: bool = False, on: date
) -> Answer[bool]:
    """Decree 61/2023 art. 8 cl. 2: whether the drafting team has the members it must have.

    Only where ethnic minorities live is anybody compulsory: a village elder and somebody who speaks the language.
    """
    has = {"elder": elder, "speaks_language": speaks_language}
    lacking = [words for member, words in TEAM.on(on).items() if ethnic_minority_area and not has[member]]
    return answer(
        "convention.team_complete",
        TEAM,
        on=on,
        result=not lacking,
        because=f"Tổ soạn thảo ở vùng đồng bào dân tộc thiểu số còn thiếu: {'; '.join(lacking)}. Đây là căn cứ tạm "
        "ngừng toàn bộ hương ước, quy ước."
        if lacking
        else "Tổ soạn thảo có đủ thành viên bắt buộc.",
        inputs={"ethnic_minority_area": ethnic_minority_area, **has, "on": on},
    )


def opinions_asked(*, forms: int, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 9 cl. 2: whether opinions on the draft were asked in at least one of the forms named."""
    fewest, most = OPINION_FORMS.on(on)
    check_at_most(forms, most, "số hình thức lấy ý kiến đã dùng", "số hình thức có thể dùng")
    enough = forms >= fewest
    return answer(
        "convention.opinions_asked",
        OPINION_FORMS,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: ngoài niêm yết, phải lấy ý kiến bằng ít nhất {fewest} trong {most} "
        f"hình thức; đã dùng {forms}.",
        inputs={"forms": forms, "on": on},
    )
