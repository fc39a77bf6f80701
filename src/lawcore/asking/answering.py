"""From words typed by people to a rule's answer, or to a refusal that says what is allowed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from lawcore.answers import MOST, Answer, Refused, impossible
from lawcore.asking.questions import ON, Holds, Parameter, Question, questions
from lawcore.dated import NotYetInForce
from lawcore.sources import cited

LOOKED_BACK_AT: Final = frozenset({"accepted_on", "born", "held_on", "since"})
"""Days that a rule looks back at from `on`: a birthday, the start of something that may be overdue by now."""

LAST_DAY: Final = date(2199, 12, 31)
"""Days after this one are refused: a bound of ours, past every lunar table, not a legal one."""

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def typed(arguments: Iterable[str]) -> dict[str, str]:
    """The values of arguments typed as `key=value`. Refused for one without "=", and for a key typed twice."""
    values: dict[str, str] = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals:
            raise Refused("unknown-key", f"“{argument}” phải viết dạng khóa=giá trị, ví dụ households=151.")
        if key in values:
            raise impossible(f"Khóa {key} được nêu hai lần. Chỉ nêu một lần.")
        values[key] = value
    return values


def ask(code: str, values: Mapping[str, str], today: date) -> Answer[object]:
    """A rule's answer to typed values: whole numbers, `true` or `false`, days as YYYY-MM-DD, the codes of choices.

    `on`, when not given, is the first other day given that is not in LOOKED_BACK_AT, else `today`; the answer says so.
    Refused for an unknown rule or key, a missing key, an impossible value, and a day before the law.
    """
    question, values = _chosen(code, values)
    unknown = [name for name in values if name not in question.parameters]
    if unknown:
        raise Refused(
            "unknown-key",
            f"“{question.title}” không có khóa {unknown[0]}. Các khóa: {', '.join(question.parameters)}.",
            allowed=question.parameters,
        )
    given = {name: _read(question.parameters[name], value.strip()) for name, value in values.items()}
    assumed = _assume_day(question, given, today)
    _check_complete(question, given)
    answer = _answered(question, given)
    return replace(answer, assumptions=(*answer.assumptions, assumed)) if assumed else answer


def _chosen(code: str, values: Mapping[str, str]) -> tuple[Question, Mapping[str, str]]:
    """The question that is asked, and the values that remain when `kind` has chosen it."""
    known = questions()
    if code not in known:
        raise Refused(
            "unknown-rule", f"Không có quy tắc nào mang mã “{code}”. Mọi mã: dienhong law list.", allowed=known
        )
    question = known[code]
    if not question.kinds:
        return question, values
    kind = question.parameters["kind"]
    if "kind" not in values:
        raise _missing([kind])
    chosen = question.kinds[str(_read(kind, values["kind"].strip()))]
    return chosen, {name: value for name, value in values.items() if name != "kind"}


def _read(parameter: Parameter, value: str) -> object:
    match parameter.holds:
        case Holds.NUMBER:
            return _number(parameter, value)
        case Holds.YES_NO:
            return _truth(parameter, value)
        case Holds.DAY:
            return _day(parameter, value)
        case _:
            return _choice(parameter, value)


def _number(parameter: Parameter, value: str) -> int:
    if not _NUMBER.fullmatch(value):
        raise impossible(f"{_named(parameter)} phải là số nguyên viết liền, ví dụ 151; nhận được “{value}”.")
    number = int(value)
    if abs(number) > MOST:
        raise impossible(f"{_named(parameter)} quá lớn: nhiều nhất {MOST}.", allowed=(f"…{MOST}",))
    return number


def _truth(parameter: Parameter, value: str) -> bool:
    if value not in parameter.choices:
        raise impossible(f"{_named(parameter)} là true (có) hoặc false (không).", allowed=parameter.choices)
    return value == "true"


def _day(parameter: Parameter, value: str) -> date:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or day > LAST_DAY:
        raise impossible(
            f"{_named(parameter)} phải là một ngày có thật, viết năm-tháng-ngày như 2026-03-02 và không sau "
            f"{LAST_DAY:%d/%m/%Y}; nhận được “{value}”.",
            allowed=("YYYY-MM-DD",),
        )
    return day


def _choice(parameter: Parameter, value: str) -> object:
    if value not in parameter.choices:
        raise impossible(
            f"{_named(parameter)} không thể là “{value}”. Chọn một trong: {', '.join(parameter.choices)}.",
            allowed=parameter.choices,
        )
    return parameter.made(value)


def _named(parameter: Parameter) -> str:
    return f"{parameter.label} ({parameter.name})"


def _assume_day(question: Question, given: dict[str, object], today: date) -> str:
    """Sets `on` when the question has it and it is not given; the sentence that says so, "" when nothing was set."""
    if ON not in question.parameters or ON in given:
        return ""
    others = [given[name] for name in question.parameters if name not in LOOKED_BACK_AT and _is_day(given.get(name))]
    day = others[0] if others else today
    given[ON] = day
    what = "ngày khác đã nêu" if others else "ngày hôm nay"
    return f"Không nêu ngày áp dụng quy định nên lấy {what}: {day:%d/%m/%Y} (tham số on)."


def _is_day(value: object) -> bool:
    return isinstance(value, date)


def _check_complete(question: Question, given: Mapping[str, object]) -> None:
    absent = [each for name, each in question.parameters.items() if each.required and name not in given]
    if absent:
        raise _missing(absent)


def _missing(absent: list[Parameter]) -> Refused:
    names = ", ".join(f"{each.label[0].lower()}{each.label[1:]} ({each.name})" for each in absent)
    return Refused("missing-key", f"Còn thiếu {names}.", allowed=(each.name for each in absent))


def _answered(question: Question, given: Mapping[str, object]) -> Answer[object]:
    try:
        return question.function(**given)
    except NotYetInForce as early:
        raise Refused(
            "not-in-force",
            f"Ngày {early.day:%d/%m/%Y} chưa có quy định nào áp dụng: {cited(early.cite)} chỉ có hiệu lực "
            f"từ ngày {early.first:%d/%m/%Y}. Kiểm tra lại ngày đã nhập.",
        ) from early
