"""Complaints: which are accepted, who settles them, how they end (Law 02/2011, Decrees 124/2020 and 155/2026).

Words    acceptance, instance, proxy, dialogue, withdrawal, transition
Promise  nothing is refused but for one of the nine cases; what a decree of 2026 changed is asked by the step's day
"""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.petitions.catalogues import NOT_ACCEPTED
from lawcore.petitions.choices import Choice
from lawcore.petitions.items import labels_of
from lawcore.petitions.settlers import NO_DISTRICT, Settler
from lawcore.readings import PROXY_CERTIFIED
from lawcore.timelimits import shown

_NOT_ACCEPTED: Final = labels_of(NOT_ACCEPTED)

# A rule in words, without a figure, has the value None.
ACCEPTED: Final = Dated(
    Version(date(2012, 7, 1), None, cite="Law 02/2011 art. 11; Law 02/2011 art. 27"),
    Version(date(2026, 7, 1), None, cite="Law 02/2011 art. 11; Decree 155/2026 art. 10"),
)
GROUP: Final = Dated(Version(date(2026, 7, 1), None, cite="Decree 155/2026 art. 10"))
PROXY: Final = Dated(
    Version(date(2026, 7, 1), "công chứng hoặc chứng thực", cite="Decree 155/2026 art. 3"),
    Version(date(2027, 1, 1), "chứng thực", cite="Decree 155/2026 art. 3; Decree 155/2026 art. 21 cl. 2"),
)
"""How a person's authorisation must be confirmed. What is left when notarising lapses is an open reading."""

MINUTES: Final = Dated(Version(date(2026, 7, 1), 3, cite="Decree 155/2026 art. 11"))
FIRST_DIALOGUE: Final = Dated(Version(date(2012, 7, 1), None, cite="Law 02/2011 art. 30 cl. 1"))
SECOND_DIALOGUE: Final = Dated(
    Version(date(2012, 7, 1), None, cite="Law 02/2011 art. 39"),
    Version(date(2026, 7, 1), None, cite="Law 02/2011 art. 39; Decree 155/2026 art. 11"),
)
WITHDRAWAL: Final = Dated(Version(date(2012, 7, 1), None, cite="Law 02/2011 art. 10"))
WITHDRAWAL_BY_ALL: Final = Dated(
    Version(date(2012, 7, 1), None, cite="Law 02/2011 art. 10"),
    Version(date(2026, 7, 1), None, cite="Law 02/2011 art. 10; Decree 155/2026 art. 5"),
)
WITHDRAWAL_BY_SOME: Final = Dated(Version(date(2026, 7, 1), None, cite="Decree 155/2026 art. 5"))
"""Of one person alone; of everybody who complained of one matter; of some of them."""


class NotAccepted(Choice):
    """The nine cases of Law 02/2011 art. 11, called by their clause."""

    INTERNAL = "1", _NOT_ACCEPTED["1"]
    NOT_CONCERNED = "2", _NOT_ACCEPTED["2"]
    INCAPABLE = "3", _NOT_ACCEPTED["3"]
    UNLAWFUL_REPRESENTATIVE = "4", _NOT_ACCEPTED["4"]
    UNSIGNED = "5", _NOT_ACCEPTED["5"]
    TOO_LATE = "6", _NOT_ACCEPTED["6"]
    DECIDED_TWICE = "7", _NOT_ACCEPTED["7"]
    STOPPED = "8", _NOT_ACCEPTED["8"]
    IN_COURT = "9", _NOT_ACCEPTED["9"]


FIRST_SETTLER: Final = Dated(
    Version(date(2012, 7, 1), (Settler.COMMUNE_CHAIR, ()), cite="Law 02/2011 art. 17"),
)
SECOND_SETTLER: Final = Dated(
    Version(date(2012, 7, 1), (Settler.DISTRICT_CHAIR, ()), cite="Law 02/2011 art. 18 cl. 2"),
    Version(date(2025, 7, 1), (Settler.PROVINCE_CHAIR, (NO_DISTRICT,)), cite="Law 02/2011 art. 7 cl. 1"),
    Version(
        date(2026, 7, 1),
        (Settler.PROVINCE_CHAIR, (NO_DISTRICT,)),
        cite="Law 02/2011 art. 7 cl. 1; Decree 155/2026 art. 14",
    ),
)


class Outcome(Choice):
    """What a withdrawal does to a case."""

    CONTINUES = "continues", "tiếp tục giải quyết"
    STOPPED = "stopped", "đình chỉ giải quyết"


class Step(Choice):
    """A step of a complaint's settlement, for the question which text governs it."""

    WITHDRAWAL = "withdrawal", "rút khiếu nại"
    SUSPENSION = "suspension", "tạm đình chỉ, đình chỉ giải quyết"
    DIALOGUE = "dialogue", "đối thoại"
    TIME_LIMIT = "time-limit", "thời hạn giải quyết"


TRANSITION: Final = Dated(
    Version(date(2012, 7, 1), frozenset[Step](), cite="Law 02/2011 art. 3 cl. 1"),
    Version(
        date(2026, 7, 1),
        frozenset({Step.WITHDRAWAL, Step.SUSPENSION, Step.DIALOGUE}),
        cite="Decree 155/2026 art. 21 cl. 1; Decree 155/2026 art. 22 cl. 1",
    ),
)
"""Which steps of an older case follow Decree 155/2026."""


def accepted(*, on: date, case: NotAccepted | None = None) -> Answer[bool]:
    """Law 02/2011 art. 11; Decree 155/2026 art. 10: a complaint within competence is accepted but for nine cases.

    `case` is the one that applies, None for none. The person is told in writing, with the reason of a refusal.
    """
    because = (
        "Phải thụ lý: khiếu nại thuộc thẩm quyền và không rơi vào trường hợp nào trong chín trường hợp không thụ lý."
        if case is None
        else f"Không thụ lý: {case.words}. Phải báo người khiếu nại bằng văn bản, nêu rõ lý do."
    )
    return amended.answer(
        "complaint.accepted", ACCEPTED, on=on, result=case is None, because=because, inputs={"on": on, "case": case}
    )


def group_accepted(*, on: date, people: int, signed: int, appointed: bool) -> Answer[bool]:
    """Decree 155/2026 art. 10: a group's complaint is accepted when all signed, and appointed some in writing.

    How many representatives: `reception.representatives`.
    """
    check_count(people, "số người khiếu nại", least=1)
    if people == 1:
        raise impossible("Chỉ có một người khiếu nại thì không phải khiếu nại chung, không phải cử người đại diện.")
    check_at_most(signed, people, "số người đã ký", "số người khiếu nại")
    missing = [f"thiếu chữ ký của {people - signed} người"] if signed < people else []
    missing += [] if appointed else ["chưa có văn bản cử người đại diện"]
    because = (
        f"Chưa đủ điều kiện thụ lý: {' và '.join(missing)}."
        if missing
        else f"Đủ điều kiện thụ lý: có đủ chữ ký của {people} người và có văn bản cử người đại diện."
    )
    return answer(
        "complaint.group_accepted",
        GROUP,
        on=on,
        result=not missing,
        because=because,
        inputs={"on": on, "people": people, "signed": signed, "appointed": appointed},
    )


def settler(*, on: date, second_instance: bool = False) -> Answer[Settler]:
    """Law 02/2011 art. 17; Law 02/2011 art. 18 cl. 2: who settles a complaint about the commune's decisions and acts.

    First the commune chair, for decisions and acts of the chair and of the people managed directly; then the superior.
    """
    law = SECOND_SETTLER if second_instance else FIRST_SETTLER
    who, notes = law.on(on)
    because = (
        f"{who.words} giải quyết lần hai, khi lần đầu đã giải quyết mà còn khiếu nại hoặc quá hạn chưa giải quyết."
        if second_instance
        else f"{who.words} giải quyết lần đầu, với quyết định, hành vi của mình và của người mình trực tiếp quản lý."
    )
    return amended.answer(
        "complaint.settler",
        law,
        on=on,
        result=who,
        because=because,
        inputs={"on": on, "second_instance": second_instance},
        notes=notes,
    )


def proxy_valid(
    *,
    on: date,
    proxies: int = 1,
    notarised: bool = False,
    organisation: bool = False,
    proxy_certified: str = PROXY_CERTIFIED.default,
) -> Answer[bool]:
    """Decree 155/2026 art. 3; Decree 155/2026 art. 21 cl. 2: one matter, one proxy, in a certified writing.

    `notarised` or certified, and only when a person authorises, no `organisation`. The duty to notarise lapses on
    01/01/2027; whether that to certify lapses with it is an open reading.
    """
    check_count(proxies, "số người được ủy quyền cho cùng một nội dung", least=1)
    PROXY_CERTIFIED.check(proxy_certified)
    unconfirmed = proxies == 1 and not organisation and not notarised
    open_question = unconfirmed and PROXY.version_on(on) is not PROXY.versions[0]
    if proxies > 1:
        valid, because = False, "một nội dung chỉ được ủy quyền cho một người"
    elif unconfirmed and not (open_question and proxy_certified == "neither"):
        valid, because = False, f"văn bản ủy quyền của cá nhân phải được {PROXY.on(on)}"
    else:
        valid, because = True, "ủy quyền bằng văn bản, một nội dung cho một người"
    return answer(
        "complaint.proxy_valid",
        PROXY,
        on=on,
        result=valid,
        because=f"{'Hợp lệ' if valid else 'Không hợp lệ'}: {because}.",
        inputs={
            "on": on,
            "proxies": proxies,
            "notarised": notarised,
            "organisation": organisation,
            "proxy_certified": proxy_certified,
        },
        provisional=open_question,
        assumptions=(PROXY_CERTIFIED.assumed(proxy_certified),) if open_question else (),
    )


def dialogue_required(*, on: date, second_instance: bool = False, differs: bool = False) -> Answer[bool]:
    """Law 02/2011 art. 30 cl. 1; Law 02/2011 art. 39: a dialogue is always held in second instance.

    In the first when the request and what was verified still differ (`differs`).
    """
    if second_instance:
        law, required, why = SECOND_DIALOGUE, True, "giải quyết lần hai luôn phải đối thoại"
    else:
        law, required = FIRST_DIALOGUE, differs
        why = f"yêu cầu của người khiếu nại và kết quả xác minh {'còn khác nhau' if differs else 'không còn khác nhau'}"
    # Decree 155/2026 states the second instance's dialogue itself; the first instance's stands in the amended law.
    answered = answer if second_instance else amended.answer
    return answered(
        "complaint.dialogue_required",
        law,
        on=on,
        result=required,
        because=f"{'Phải' if required else 'Không bắt buộc'} tổ chức đối thoại: {why}.",
        inputs={"on": on, "second_instance": second_instance, "differs": differs},
    )


def minutes_complete(*, on: date, copies: int) -> Answer[bool]:
    """Decree 155/2026 art. 11: the minutes of a dialogue are made in so many copies at least, one for each side."""
    check_count(copies, "số bản biên bản đối thoại")
    least = MINUTES.on(on)
    enough = copies >= least
    return answer(
        "complaint.minutes_complete",
        MINUTES,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: biên bản đối thoại lập ít nhất {least} bản, mỗi bên giữ một bản.",
        inputs={"on": on, "copies": copies},
    )


def withdrawn(*, on: date, people: int = 1, withdraw: int = 1) -> Answer[Outcome]:
    """Law 02/2011 art. 10; Decree 155/2026 art. 5: the case stops when all withdraw, goes on for those who do not.

    By the law of the day of withdrawal, also for a complaint accepted before 01/7/2026 (Decree 155/2026 art. 22 cl. 1).
    """
    check_count(people, "số người khiếu nại", least=1)
    check_at_most(withdraw, people, "số người rút khiếu nại", "số người khiếu nại")
    remain = people - withdraw
    # Decree 155/2026 states what becomes of a complaint of many; one person's withdrawal stands in the amended law.
    answered = answer if people > 1 else amended.answer
    law = WITHDRAWAL_BY_SOME if remain else WITHDRAWAL_BY_ALL if people > 1 else WITHDRAWAL
    because = (
        f"Tiếp tục giải quyết đối với {remain} người không rút khiếu nại."
        if remain
        else "Đình chỉ giải quyết: tất cả người khiếu nại đã rút bằng đơn có chữ ký hoặc điểm chỉ."
    )
    return answered(
        "complaint.withdrawn",
        law,
        on=on,
        result=Outcome.CONTINUES if remain else Outcome.STOPPED,
        because=because,
        inputs={"on": on, "people": people, "withdraw": withdraw},
    )


def follows_new_text(*, on: date, accepted_on: date, step: Step) -> Answer[bool]:
    """Decree 155/2026 art. 22 cl. 1: withdrawal, suspension and dialogue of an open case follow the text of 2026.

    `on` is the day of the step, `accepted_on` the day of the notice of acceptance; the case is not decided yet.
    """
    if on < accepted_on:
        raise impossible("Ngày của bước này không thể trước ngày thụ lý khiếu nại.")
    begins = WITHDRAWAL_BY_SOME.versions[0].since
    listed_step = step in TRANSITION.on(on)
    inputs = {"on": on, "accepted_on": accepted_on, "step": step}
    if accepted_on >= begins or listed_step:
        why = (
            "khiếu nại được thụ lý từ ngày đó"
            if accepted_on >= begins
            else "bước này của vụ việc đang giải quyết theo quy định mới"
        )
        because = f"Theo quy định mới có hiệu lực từ ngày {shown(begins)}: {why}."
        return answer("complaint.follows_new_text", TRANSITION, on=on, result=True, because=because, inputs=inputs)
    because = (
        f"Theo quy định cũ: bước này diễn ra trước ngày {shown(begins)}."
        if on < begins
        else "Theo quy định cũ: Nghị định chỉ chuyển việc rút khiếu nại, tạm đình chỉ, đình chỉ và đối thoại sang mới."
    )
    return amended.answer("complaint.follows_new_text", TRANSITION, on=on, result=False, because=because, inputs=inputs)
