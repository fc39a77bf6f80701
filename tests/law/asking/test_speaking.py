"""Results as people say them; every part and choice of every rule's result has words."""

import inspect
import typing
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum

import pytest

from lawcore import asking
from lawcore.asking.speaking import _NOT_SHOWN, spoken
from lawcore.asking.words import choice_words, field_words
from lawcore.ballots import Matter
from lawcore.timelimits import Period, working_days


@dataclass(frozen=True)
class Part:
    code: str
    name: str
    most: int | None
    places: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (None, "không có"),
        (True, "có"),
        (False, "không"),
        (101, "101"),
        ("08:00", "08:00"),
        (date(2026, 3, 2), "02/03/2026"),
        (Matter.CONVENTION, "hương ước, quy ước (khoản 3)"),
        (working_days(5), "5 ngày làm việc"),
        ((), "không có"),
        ((date(2026, 3, 2), True), "\n  - 02/03/2026\n  - có"),
        (Part("x", "a", None), "tên: a; nhiều nhất: không nêu; nơi niêm yết: không có"),
        ((Part("x", "a", 2, ("b", "c")),), "\n  - tên: a; nhiều nhất: 2; nơi niêm yết: b, c"),
    ],
)
def test_a_result_in_words(result, words):
    assert spoken(result) == words


def test_what_has_no_words_is_an_error():
    with pytest.raises(TypeError, match="no words for object"):
        spoken(object())


def _kinds(kind):
    if typing.get_origin(kind) is not None:
        for part in typing.get_args(kind):
            yield from _kinds(part)
    elif isinstance(kind, type):
        yield kind
        if is_dataclass(kind):
            for part in typing.get_type_hints(kind).values():
                yield from _kinds(part)


def test_every_result_of_every_rule_has_words():
    results = {
        kind
        for top in asking.questions().values()
        for each in top.kinds.values() or (top,)
        for kind in _kinds(inspect.signature(each.function, eval_str=True).return_annotation)
    }
    choices = {choice for kind in results if issubclass(kind, StrEnum) for choice in kind}
    parts = {
        part.name
        for kind in results
        if is_dataclass(kind) and not issubclass(kind, Period)
        for part in fields(kind)
        if part.name not in _NOT_SHOWN
    }
    assert {choice for choice in choices if choice_words(choice) == choice.value} == set()
    assert {part for part in parts if field_words(part) == part} == set()
    assert choices
    assert parts
