"""All that can be asked, as plain JSON values: for programs, for pages, for people who look for a code."""

from typing import cast

from lawcore.answers import Json, plain
from lawcore.asking.questions import Listed, Parameter, Question, catalogues, lifecycles, questions
from lawcore.sources import cited


def summary() -> dict[str, Json]:
    """Rules with their parameters, allowed values, defaults and kinds; the lists of the texts; the procedures."""
    return {
        "rules": [_question(each) for each in questions().values()],
        "catalogues": [
            {"code": code, "items": [_item(each) for each in items]} for code, items in catalogues().items()
        ],
        "lifecycles": [
            {"code": each.code, "name": each.name, "states": plain(each.states), "events": plain(each.events)}
            for each in lifecycles()
        ],
    }


def _question(question: Question) -> dict[str, Json]:
    shown: dict[str, Json] = {
        "code": question.code,
        "title": question.title,
        "purpose": question.purpose,
        "citation": cited(question.cite) if question.cite else "",
        "parameters": [_parameter(each) for each in question.parameters.values()],
    }
    if question.kinds:
        shown["kinds"] = [{"kind": kind, **_question(each)} for kind, each in question.kinds.items()]
    return shown


def _parameter(parameter: Parameter) -> dict[str, Json]:
    return {
        "name": parameter.name,
        "type": parameter.holds.value,
        "label": parameter.label,
        "hint": parameter.hint,
        "required": parameter.required,
        "default": parameter.default,
        "allowed": list(parameter.choices),
        "words": plain(parameter.choices),
    }


def _item(item: Listed) -> Json:
    """An item of a list, with its citation also as officials write it."""
    return {**cast("dict[str, Json]", plain(item)), "citation": cited(item.cite)}
