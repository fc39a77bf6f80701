"""Denunciations: which are processed, who settles them, who may know the denouncer, how they end (Law 25/2018).

Words    acceptance, anonymous, competence, identity, withdrawal, protection
Promise  a denouncer's identity is never disclosed without the denouncer's word; a withdrawal under threat stops nothing
"""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.petitions.catalogues import ACCEPTANCE_CONDITIONS
from lawcore.petitions.choices import Choice
from lawcore.petitions.complexity import Complexity
from lawcore.petitions.settlers import NO_DISTRICT, Settler

# A rule in words, without a figure, has the value None.
CONDITIONS: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 29 cl. 1"))
ANONYMOUS: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 25 cl. 1"))
ANONYMOUS_CHECKED: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 25 cl. 2"))
OTHERS: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 24 cl. 2"))
NOT_PROCESSED: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 24 cl. 3"))
IDENTITY: Final = Dated(
    Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 8 cl. 3; Law 25/2018 art. 47 cl. 2"),
    Version(date(2026, 7, 1), None, cite="Law 25/2018 art. 8 cl. 3; Decree 156/2026 art. 6"),
)
WITHDRAWN_ALL: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 34 cl. 3 pt. a"))
WITHDRAWN_IN_PART: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 33 cl. 2"))
WITHDRAWN_TOO_LATE: Final = Dated(Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 33 cl. 1"))
WITHDRAWN_IN_VAIN: Final = Dated(
    Version(date(2019, 1, 1), None, cite="Law 25/2018 art. 33 cl. 3"),
    Version(date(2026, 7, 1), None, cite="Law 25/2018 art. 33 cl. 3; Decree 156/2026 art. 1"),
)
TRANSITION: Final = Dated(
    Version(date(2019, 1, 1), value=False, cite="Law 25/2018 art. 30"),
    Version(date(2026, 7, 1), value=True, cite="Decree 156/2026 art. 10 cl. 1"),
)

EXTENSIONS: Final = Dated(
    Version(
        date(2019, 1, 1),
        {Complexity.ORDINARY: 0, Complexity.COMPLEX: 1, Complexity.SPECIAL: 2},
        cite="Law 25/2018 art. 30 cl. 2, 3",
    )
)


class Denounced(Choice):
    """Who at a commune is denounced for what was done in office."""

    OFFICER = "commune-officer", "công chức cấp xã"
    VICE_CHAIR = "commune-vice-chair", "Phó Chủ tịch Ủy ban nhân dân cấp xã"
    CHAIR = "commune-chair", "Chủ tịch Ủy ban nhân dân cấp xã"
    COMMITTEE = "commune-committee", "Ủy ban nhân dân cấp xã"
    ASSIGNED = "assigned-person", "người được cấp xã giao nhiệm vụ, không phải công chức"


_OWN: Final = "người bị tố cáo do mình trực tiếp quản lý"
_HEAD: Final = "tố cáo người đứng đầu, cấp phó do người đứng đầu cấp trên trực tiếp giải quyết"
_BODY: Final = "tố cáo cơ quan do người đứng đầu cấp trên trực tiếp giải quyết"

_BY_COMMUNE: Final = {
    Denounced.OFFICER: Dated(
        Version(date(2019, 1, 1), (Settler.COMMUNE_CHAIR, _OWN, ()), cite="Law 25/2018 art. 13 cl. 1")
    ),
    Denounced.ASSIGNED: Dated(Version(date(2019, 1, 1), (Settler.COMMUNE_CHAIR, _OWN, ()), cite="Law 25/2018 art. 21")),
}
_HEADS: Final = Dated(
    Version(date(2019, 1, 1), (Settler.DISTRICT_CHAIR, _HEAD, ()), cite="Law 25/2018 art. 13 cl. 2 pt. a"),
    Version(date(2025, 7, 1), (Settler.PROVINCE_CHAIR, _HEAD, (NO_DISTRICT,)), cite="Law 25/2018 art. 12 cl. 1"),
)
_COMMITTEE: Final = Dated(
    Version(date(2019, 1, 1), (Settler.DISTRICT_CHAIR, _BODY, ()), cite="Law 25/2018 art. 12 cl. 6"),
    Version(date(2025, 7, 1), (Settler.PROVINCE_CHAIR, _BODY, (NO_DISTRICT,)), cite="Law 25/2018 art. 12 cl. 6"),
)
SETTLERS: Final[dict[Denounced, Dated[tuple[Settler, str, tuple[str, ...]]]]] = {
    **_BY_COMMUNE,
    Denounced.VICE_CHAIR: _HEADS,
    Denounced.CHAIR: _HEADS,
    Denounced.COMMITTEE: _COMMITTEE,
}


class Handling(Choice):
    """What is done with information that denounces."""

    AS_DENUNCIATION = "as-denunciation", "xử lý như tố cáo"
    INSPECT_OR_FORWARD = "inspect-or-forward", "thanh tra, kiểm tra hoặc chuyển đi"
    TRANSFER = "transfer", "chuyển đến nơi có thẩm quyền"
    GUIDE = "guide", "hướng dẫn đến nơi có thẩm quyền"
    NOT_PROCESSED = "not-processed", "không xử lý"


class Withdrawal(Choice):
    """What a withdrawal does to a denunciation."""

    CONTINUES = "continues", "tiếp tục giải quyết"
    STOPPED = "stopped", "đình chỉ giải quyết"
    TOO_LATE = "too-late", "không rút được nữa"


def accepted(
    *,
    on: date,
    in_form: bool,
    capable: bool,
    competent: bool,
    grounded: bool,
    after_complaint: bool = False,
    new_evidence: bool = False,
) -> Answer[bool]:
    """Law 25/2018 art. 29 cl. 1: accepted when all four conditions are met.

    `after_complaint`: it denounces who settled a complaint lawfully; then only with evidence (`new_evidence`).
    """
    held = (in_form, capable, competent, grounded)
    failed = [item.label for item, holds in zip(ACCEPTANCE_CONDITIONS, held, strict=True) if not holds]
    if after_complaint and not new_evidence:
        failed.append("có chứng cứ để xác định người giải quyết khiếu nại vi phạm")
    because = (
        f"Không thụ lý vì còn thiếu điều kiện: {'; '.join(failed)}. Phải báo ngay lý do cho người tố cáo."
        if failed
        else "Ra quyết định thụ lý: đủ cả bốn điều kiện."
    )
    inputs = {
        "on": on,
        "in_form": in_form,
        "capable": capable,
        "competent": competent,
        "grounded": grounded,
        "after_complaint": after_complaint,
        "new_evidence": new_evidence,
    }
    return amended.answer("denunciation.accepted", CONDITIONS, on=on, result=not failed, because=because, inputs=inputs)


def anonymous(
    *, on: date, identified: bool, in_form: bool = True, clear: bool = False, evidence: bool = False
) -> Answer[Handling]:
    """Law 25/2018 art. 25 cl. 1, 2: without a true name, or in another form, it is no denunciation, yet may be checked.

    `identified`: the denouncer's own name and address are known; `in_form`: a letter or said in person (art. 22);
    `clear`: it names who did wrong; `evidence`: it brings concrete evidence that can be checked.
    """
    inputs = {"on": on, "identified": identified, "in_form": in_form, "clear": clear, "evidence": evidence}
    if identified and in_form:
        law, result = CONDITIONS, Handling.AS_DENUNCIATION
        because = "Xử lý như tố cáo: rõ họ tên, địa chỉ người tố cáo và đúng hình thức."
    elif clear and evidence:
        law, result = ANONYMOUS_CHECKED, Handling.INSPECT_OR_FORWARD
        because = (
            "Không xử lý theo thủ tục tố cáo, nhưng nội dung rõ và có chứng cứ cụ thể nên phải thanh tra, kiểm tra "
            "hoặc chuyển đến nơi có thẩm quyền."
        )
    else:
        law, result = ANONYMOUS, Handling.NOT_PROCESSED
        because = "Không xử lý: không xác định được người tố cáo hoặc sai hình thức, và chưa có chứng cứ để kiểm tra."
    return amended.answer("denunciation.anonymous", law, on=on, result=result, because=because, inputs=inputs)


def not_competent(
    *, on: date, in_person: bool = False, sent_to_competent: bool = False, guided_before: bool = False
) -> Answer[Handling]:
    """Law 25/2018 art. 24 cl. 2, 3: a denunciation that another body must settle is passed on.

    Who comes in person is shown the way. Nothing is done when the competent body has it too (`sent_to_competent`), or
    when the sender was shown the way before (`guided_before`).
    """
    inputs = {
        "on": on,
        "in_person": in_person,
        "sent_to_competent": sent_to_competent,
        "guided_before": guided_before,
    }
    if sent_to_competent or guided_before:
        law, result = NOT_PROCESSED, Handling.NOT_PROCESSED
        why = "nơi có thẩm quyền đã nhận được" if sent_to_competent else "đã hướng dẫn mà vẫn gửi không đúng nơi"
        because = f"Không xử lý: {why}."
    elif in_person:
        law, result = OTHERS, Handling.GUIDE
        because = "Hướng dẫn người tố cáo đến nơi có thẩm quyền giải quyết."
    else:
        law, result = OTHERS, Handling.TRANSFER
        because = "Chuyển đến nơi có thẩm quyền giải quyết và báo cho người tố cáo."
    return amended.answer("denunciation.not_competent", law, on=on, result=result, because=because, inputs=inputs)


def settler(*, on: date, denounced: Denounced) -> Answer[Settler]:
    """Law 25/2018 art. 12 cl. 1, 6; Law 25/2018 art. 13 cl. 1, 2: who settles a denunciation at a commune.

    The commune chair for the officers managed directly and for people assigned public duties (art. 21); the superior
    for the chair, the vice chairs and the committee itself.
    """
    law = SETTLERS[denounced]
    who, why, notes = law.on(on)
    ours = "" if who is Settler.COMMUNE_CHAIR else " Cấp xã nhận được thì phải chuyển đi."
    return amended.answer(
        "denunciation.settler",
        law,
        on=on,
        result=who,
        because=f"{who.words} giải quyết: {why}.{ours}",
        inputs={"on": on, "denounced": denounced},
        notes=notes,
    )


def may_disclose(*, on: date, declined: bool = False) -> Answer[bool]:
    """Law 25/2018 art. 8 cl. 3; Law 25/2018 art. 47 cl. 2: the denouncer's identity is told to nobody else.

    Name, address, handwriting and whatever else shows it; also in the notice to the denounced. `declined`: the
    denouncer disclosed it, or refused to have it protected. Certain also from 01/7/2026: Decree 156/2026 art. 6
    states both.
    """
    because = (
        "Được nêu danh tính: chính người tố cáo đã tự tiết lộ hoặc từ chối được giữ bí mật."
        if declined
        else "Cấm tiết lộ họ tên, địa chỉ, bút tích và mọi thông tin làm lộ danh tính người tố cáo."
    )
    return answer(
        "denunciation.may_disclose",
        IDENTITY,
        on=on,
        result=declined,
        because=because,
        inputs={"on": on, "declined": declined},
    )


def withdrawn(
    *,
    on: date,
    concluded: bool = False,
    all_withdrawn: bool = True,
    signs_of_violation: bool = False,
    coerced: bool = False,
    slander: bool = False,
) -> Answer[Withdrawal]:
    """Law 25/2018 art. 33; Law 25/2018 art. 34 cl. 3 pt. a; Decree 156/2026 art. 1: what a withdrawal does.

    Only before the conclusion. `all_withdrawn`: every denouncer withdraws everything; the case goes on all the same
    on signs of a violation, when the withdrawal was forced or bought, or when the denunciation served slander.
    """
    reasons = (
        (signs_of_violation, "hành vi bị tố cáo có dấu hiệu vi phạm pháp luật"),
        (coerced, "người tố cáo rút vì bị đe dọa, ép buộc, mua chuộc"),
        (slander, "tố cáo bị lợi dụng để vu khống, xúc phạm, gây thiệt hại"),
    )
    why = [words for holds, words in reasons if holds]
    if concluded:
        law, result = WITHDRAWN_TOO_LATE, Withdrawal.TOO_LATE
        because = "Không rút được nữa: chỉ được rút trước khi có kết luận nội dung tố cáo."
    elif not all_withdrawn:
        law, result = WITHDRAWN_IN_PART, Withdrawal.CONTINUES
        because = "Tiếp tục giải quyết phần còn lại hoặc tố cáo của những người không rút."
    elif why:
        law, result = WITHDRAWN_IN_VAIN, Withdrawal.CONTINUES
        because = f"Vẫn phải giải quyết: {'; '.join(why)}."
    else:
        law, result = WITHDRAWN_ALL, Withdrawal.STOPPED
        because = "Đình chỉ giải quyết: đã rút toàn bộ và không có căn cứ buộc phải giải quyết tiếp."
    inputs = {
        "on": on,
        "concluded": concluded,
        "all_withdrawn": all_withdrawn,
        "signs_of_violation": signs_of_violation,
        "coerced": coerced,
        "slander": slander,
    }
    # Decree 156/2026 states itself when a case goes on in spite of a withdrawal; the rest stands in the amended law.
    answered = answer if law is WITHDRAWN_IN_VAIN else amended.answer
    return answered("denunciation.withdrawn", law, on=on, result=result, because=because, inputs=inputs)


def extensions_allowed(*, on: date, complexity: Complexity) -> Answer[int]:
    """Law 25/2018 art. 30 cl. 2, 3: how often the period may be extended, each time by a decision in writing."""
    allowed = EXTENSIONS.on(on)[complexity]
    words = {
        Complexity.ORDINARY: "Không được gia hạn: vụ việc không phức tạp.",
        Complexity.COMPLEX: f"Được gia hạn {allowed} lần: vụ việc phức tạp.",
        Complexity.SPECIAL: f"Được gia hạn {allowed} lần: vụ việc đặc biệt phức tạp.",
    }
    return amended.answer(
        "denunciation.extensions_allowed",
        EXTENSIONS,
        on=on,
        result=allowed,
        because=words[complexity],
        inputs={"on": on, "complexity": complexity},
    )


def follows_new_text(*, on: date, accepted_on: date) -> Answer[bool]:
    """Decree 156/2026 art. 10 cl. 1: also a case accepted before follows the new text from 01/7/2026 while open."""
    if on < accepted_on:
        raise impossible("Ngày của bước này không thể trước ngày thụ lý tố cáo.")
    follows = TRANSITION.on(on)
    because = (
        "Theo quy định mới: từ ngày 01/7/2026, cả vụ việc đã thụ lý trước đó và đang giải quyết."
        if follows
        else "Theo quy định cũ: bước này diễn ra trước ngày 01/7/2026."
    )
    return answer(
        "denunciation.follows_new_text",
        TRANSITION,
        on=on,
        result=follows,
        because=because,
        inputs={"on": on, "accepted_on": accepted_on},
    )
