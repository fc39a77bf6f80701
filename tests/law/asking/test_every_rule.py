"""Every rule, asked with values that are right, absurd and missing: an answer or a refusal, nothing else."""

import json
import random
from datetime import date

import pytest

from lawcore import asking
from lawcore.answers import Refused
from lawcore.asking import Holds
from lawcore.asking.speaking import spoken

TODAY = date(2026, 11, 22)
NUMBERS = ["-1", "0", "1", "2", "3", "5", "7", "8", "9", "10", "51", "100", "151", "2026", "10000000", "999999999999"]
DAYS = ["0001-01-01", "1900-01-01", "2012-07-01", "2023-06-30", "2023-07-01", "2023-08-20", "2024-02-29"]
DAYS += ["2026-03-02", "2026-05-26", "2026-08-31", "2026-09-01", "2026-12-31", "2027-01-15", "2199-12-31"]
REFUSALS = {"missing-key", "impossible-value", "not-in-force"}
ASKED = [
    pytest.param(top.code, kind, each, id=each.code)
    for top in asking.questions().values()
    for kind, each in (top.kinds or {"": top}).items()
]


def typed(question, kind, draw):
    values = {"kind": kind} if kind else {}
    for name, key in question.parameters.items():
        if key.required or draw.random() < 0.7:
            match key.holds:
                case Holds.NUMBER:
                    values[name] = draw.choice(NUMBERS)
                case Holds.YES_NO:
                    values[name] = draw.choice(["true", "false"])
                case Holds.DAY:
                    values[name] = draw.choice(DAYS)
                case Holds.CHOICE:
                    values[name] = draw.choice(list(key.choices))
    return values


@pytest.mark.parametrize(("code", "kind", "question"), ASKED)
def test_an_answer_or_a_refusal(code, kind, question):
    """Drawn until five are answered; the same values on every run."""
    draw = random.Random(question.code)  # noqa: S311 - values to try, no secret
    answered = 0
    for _ in range(400):
        answer = outcome(code, typed(question, kind, draw))
        if isinstance(answer, Refused):
            check_refusal(answer)
            continue
        check_answer(answer, question.code)
        answered += 1
        if answered == 5:
            break
    assert answered, f"{question.code} refused all that was tried"


def outcome(code, values):
    try:
        return asking.ask(code, values, TODAY)
    except Refused as refusal:
        return refusal


def check_refusal(refusal):
    assert refusal.code in REFUSALS
    assert str(refusal).endswith((".", "?"))


def check_answer(answer, code):
    assert answer.rule == code
    assert answer.citation
    assert answer.explanation.endswith(".")
    assert json.dumps(answer.as_json())
    assert spoken(answer.result)
