"""The calculator of a rule: a form made from the parameters of its question, and the address of what was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.lawbook.shelves import asked
from lawcore import readings
from lawcore.answers import Refused
from lawcore.asking import Holds, Parameter, Question

RADIOS: Final = 4
"""Up to so many choices are all shown; more are folded into one box."""
MOST: Final = 10_000_000
"""A sanity bound of ours, as in lawcore.answers; what a number may be is for the rule to say."""
YES_NO: Final = (("true", _("Có")), ("false", _("Không")))
APART: Final = frozenset({"on"} | {each.code for each in vars(readings).values() if isinstance(each, readings.Reading)})
"""What few people need: the day that selects the wording, and the choice where the texts are unclear."""

_GROUPED: Final = re.compile(r"\d{1,3}([.\s]\d{3})+")
_FOR_PROGRAMS: Final = re.compile(r"^true hoặc false$|^true nếu ")
_KEY: Final = re.compile(r" \((?:tham số )?([a-z_]+)\)")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class NumberField(forms.IntegerField):
    """A whole number, also typed as officials write it: "1.204"."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid": _("Nhập số nguyên, ví dụ 151")}
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-10"})
        super().__init__(min_value=-MOST, max_value=MOST, error_messages=wrong, widget=box, **kwargs)

    def to_python(self, value: Any) -> int | None:
        typed = str(value or "").strip()
        return super().to_python(re.sub(r"[.\s]", "", typed) if _GROUPED.fullmatch(typed) else typed[:20])


class Calculator(forms.Form):
    """The parameters of a question. `values` after validation are what `lawcore.asking.ask` reads."""

    def __init__(self, question: Question, typed: Mapping[str, str] | None = None) -> None:
        super().__init__(None if typed is None else _boxes(question, typed), auto_id="o-%s")
        self.question = question
        self.fields = {name: _field(each) for name, each in question.parameters.items()}

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that everybody fills in."""
        return [field for field in self if field.name not in APART]

    @property
    def apart(self) -> list[forms.BoundField]:
        """The fields that few people need."""
        return [field for field in self if field.name in APART]

    @property
    def apart_open(self) -> bool:
        """Whether one of the fields that few people need was filled in or must be corrected."""
        return any(field.errors or (self.is_bound and _said(field)) for field in self.apart)

    @property
    def values(self) -> dict[str, str]:
        """What was filled in, as it would be typed: 151, true, 2026-03-02. What is left empty is left out."""
        given = {name: _as_typed(value) for name, value in self.cleaned_data.items()}
        defaults = {name: each.default for name, each in self.question.parameters.items()}
        return {name: value for name, value in given.items() if value and value != defaults[name]}

    @property
    def query(self) -> str:
        """The address of the answer after its "?"."""
        return urlencode(self.values)

    def refuse(self, refusal: Refused) -> None:
        """The refusal at the field it speaks of, else above the form."""
        self.add_error(_spoken_of(refusal, self.question, self.values), said(str(refusal), self.question))


def said(sentence: str, question: Question | None = None) -> str:
    """A sentence of a rule without the keys that only programs type: "(tham số on)", "(households)"."""
    known = question.parameters if question else all_keys()
    return _KEY.sub(lambda found: "" if found[1] in known else found[0], sentence)


@cache
def all_keys() -> frozenset[str]:
    """Every key of every question."""
    return frozenset(name for question in asked().values() for name in question.parameters)


def _field(parameter: Parameter) -> forms.Field:
    hint = _FOR_PROGRAMS.sub("", parameter.hint)
    shared: dict[str, Any] = {
        "label": parameter.label,
        "help_text": hint and f"{hint[0].upper()}{hint[1:]}",
        "required": parameter.required,
    }
    field = _made(parameter, shared)
    if parameter.default is not None:
        field.need = ""  # type: ignore[attr-defined]  # read by the template of every field
    elif not parameter.required and parameter.name not in APART:
        field.need = _("(tùy trường hợp)")  # type: ignore[attr-defined]
    return field


def _made(parameter: Parameter, shared: dict[str, Any]) -> forms.Field:
    match parameter.holds:
        case Holds.NUMBER:
            return NumberField(initial=parameter.default, **shared)
        case Holds.DAY:
            return DayField(**shared)
        case Holds.YES_NO if parameter.default == "false":
            return forms.BooleanField(**shared)
        case Holds.YES_NO:
            return _choice(YES_NO, parameter, shared)
        case _:
            return _choice(tuple(parameter.choices.items()), parameter, shared)


def _choice(choices: tuple[tuple[str, Any], ...], parameter: Parameter, shared: dict[str, Any]) -> forms.Field:
    wrong = {"invalid_choice": _("Hãy chọn một trong các mục dưới đây")}
    if len(choices) <= RADIOS:
        radios = [(code, _capital(words)) for code, words in choices]
        return forms.ChoiceField(
            choices=radios, widget=forms.RadioSelect, initial=parameter.default, error_messages=wrong, **shared
        )
    listed = [(code, _capital(words)) for code, words in choices]
    empty = [] if parameter.default else [("", _("Hãy chọn"))]
    return forms.ChoiceField(choices=empty + listed, initial=parameter.default, error_messages=wrong, **shared)


def _capital(words: Any) -> Any:
    return f"{words[0].upper()}{words[1:]}" if isinstance(words, str) and words else words


def _boxes(question: Question, typed: Mapping[str, str]) -> dict[str, str]:
    """What the address says, as the boxes of the form hold it: a day stands in three, what is absent is its default."""
    boxes = dict(typed)
    for name, each in question.parameters.items():
        if name not in boxes and each.default and each.default != "false":
            boxes[name] = each.default
        if each.holds is Holds.DAY and name in typed:
            parts = _ISO.fullmatch(typed[name].strip())
            year, month, day = parts.groups() if parts else ("", "", typed[name][:2])
            boxes |= {f"{name}_0": day.removeprefix("0"), f"{name}_1": month.removeprefix("0"), f"{name}_2": year}
        if boxes.get(name) == "false" and each.default == "false":
            del boxes[name]
    return boxes


def _said(field: forms.BoundField) -> bool:
    value = field.value()
    return any(value) if isinstance(value, list) else bool(value) and value != field.field.initial


def _as_typed(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "true"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _spoken_of(refusal: Refused, question: Question, values: Mapping[str, str]) -> str | None:
    """The field that a refusal speaks of: one it names as missing, the day it writes, the label it begins with."""
    sentence = str(refusal).casefold()
    return next(_named(refusal, sentence, question, values), None)


def _named(refusal: Refused, sentence: str, question: Question, values: Mapping[str, str]) -> Iterator[str]:
    if refusal.code == "missing-key":
        yield from (name for name in refusal.allowed if name in question.parameters)
    for name, each in question.parameters.items():
        if each.holds is Holds.DAY and name in values:
            day = date.fromisoformat(values[name])
            if f"{day:%d/%m/%Y}" in sentence:
                yield name
    labels = {name: each.label.casefold() for name, each in question.parameters.items()}
    whole = [name for name, label in labels.items() if label in sentence]
    yield from sorted(whole, key=lambda name: (sentence.find(labels[name]), -len(labels[name])))
    begun = {name: _words_shared(label, sentence) for name, label in labels.items()}
    yield from sorted((name for name in begun if begun[name] > 1), key=lambda name: -begun[name])


def _words_shared(label: str, sentence: str) -> int:
    """How many words at the beginning of both are the same."""
    same = (one == other for one, other in zip(label.split(), sentence.split(), strict=False))
    return len(list(takewhile(bool, same)))


class ChosenLimit(forms.Form):
    """What is counted, and from which day; the rest stands on the page of that time limit."""

    def __init__(self, choices: Iterable[tuple[Any, Any]], typed: Mapping[str, str] | None = None) -> None:
        super().__init__(typed, auto_id="o-%s")
        wrong = {"invalid_choice": _("Hãy chọn một việc trong danh sách")}
        listed = [("", _("Hãy chọn")), *choices]
        self.fields["viec"] = forms.ChoiceField(label=_("Việc gì?"), choices=listed, error_messages=wrong)
        self.fields["ngay"] = DayField(
            label=_("Ngày nào?"),
            help_text=_("Ngày việc xảy ra, hoặc ngày việc sẽ diễn ra. Có thể để trống."),
            required=False,
        )


class ChosenYear(forms.Form):
    """A year whose days off can be shown."""

    def __init__(self, least: int, most: int, typed: Mapping[str, str] | None = None) -> None:
        super().__init__(typed, auto_id="o-%s")
        wrong = _("Nhập một năm từ {least} đến {most}, ví dụ {least}").format(least=least, most=most)
        self.fields["nam"] = forms.IntegerField(
            label=_("Xem năm khác"),
            min_value=least,
            max_value=most,
            widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-4"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value", "required"), wrong),
        )
