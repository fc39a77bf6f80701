"""LDC art. 27: hearing the citizens whom a decision binds or restricts."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.dated import Dated, Version

HEARING: Final = Dated(Version(date(2023, 7, 1), "được biết và trình bày ý kiến", cite="LDC art. 27 cl. 1"))
SIGNING: Final = Dated(Version(date(2023, 7, 1), "lưu cùng hồ sơ trình ký", cite="LDC art. 27 cl. 1, 3"))


def hearing_required(
    *, binds: bool, secret: bool = False, penalty: bool = False, asked: bool, on: date
) -> Answer[bool]:
    """LDC art. 27 cl. 1: whether the commune must hear a citizen before it decides.

    `binds`: the decision sets a duty or ends or limits a right of the citizen; `secret`: its content is a state
    secret; `penalty`: it fines for an administrative offence; `asked`: the citizen wants to be heard.
    """
    exempt = _exempt(binds=binds, secret=secret, penalty=penalty)
    required = asked and not exempt
    if exempt:
        because = f"Không buộc nghe ý kiến theo Điều 27: {exempt}."
    elif asked:
        because = "Phải để công dân, hoặc người được ủy quyền, trình bày ý kiến trước khi ký: công dân đã yêu cầu."
    else:
        because = "Công dân chưa yêu cầu nên không buộc nghe; vẫn phải báo trước để công dân biết và có thể yêu cầu."
    return answer(
        "consultation.hearing_required",
        HEARING,
        on=on,
        result=required,
        because=because,
        inputs={"binds": binds, "secret": secret, "penalty": penalty, "asked": asked, "on": on},
    )


def may_sign(
    *,
    binds: bool,
    secret: bool = False,
    penalty: bool = False,
    informed: bool,
    asked: bool,
    heard: bool,
    filed: bool,
    on: date,
) -> Answer[bool]:
    """LDC art. 27 cl. 1, 3: whether the commune may sign a decision that binds or restricts a citizen.

    `informed`: the citizen was told beforehand; `heard`: stated views; `filed`: views and explanation are in the file
    for signing and went to those concerned. See `hearing_required` for the rest.
    """
    exempt = _exempt(binds=binds, secret=secret, penalty=penalty)
    gaps = {
        "chưa báo cho công dân biết": not informed,
        "công dân yêu cầu mà chưa được trình bày ý kiến": asked and not heard,
        "chưa lưu ý kiến và giải trình trong hồ sơ trình ký": heard and not filed,
    }
    lacking = [] if exempt else [gap for gap, there in gaps.items() if there]
    if exempt:
        because = f"Được ký: Điều 27 không áp dụng, vì {exempt}."
    elif lacking:
        because = f"Chưa được ký, sai thủ tục: {'; '.join(lacking)}."
    else:
        because = f"Được ký: đã báo trước, {_views(heard=heard)}."
    return answer(
        "consultation.may_sign",
        SIGNING,
        on=on,
        result=not lacking,
        because=because,
        inputs={
            "binds": binds,
            "secret": secret,
            "penalty": penalty,
            "informed": informed,
            "asked": asked,
            "heard": heard,
            "filed": filed,
            "on": on,
        },
    )


def _views(*, heard: bool) -> str:
    """What became of the citizen's views, when nothing is lacking."""
    return "đã nghe công dân trình bày và lưu đủ hồ sơ" if heard else "công dân không yêu cầu trình bày ý kiến"


def _exempt(*, binds: bool, secret: bool, penalty: bool) -> str:
    if not binds:
        return "quyết định không đặt nghĩa vụ, không chấm dứt, không hạn chế quyền, lợi ích của công dân"
    if secret:
        return "nội dung thuộc bí mật nhà nước"
    return "đây là quyết định xử phạt vi phạm hành chính" if penalty else ""
