"""What a legal rule answers: the result with its inputs, its article, its version and its reason in Vietnamese.

Words    answer, rule, assumption, provisional
Promise  no result without its citation and an explanation that a villager can follow; an impossible question is
         refused with a typed error, never answered with a wrong number
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from lawcore.dated import Dated
from lawcore.sources import cited

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)
Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Counted:
    """Which days were counted between an event and a result that is a day, so that a page can draw them.

    From `first` to `last`, both counted; days off between them are passed over where only `working` days count.
    """

    event: date
    first: date
    last: date
    working: bool = False


@dataclass(frozen=True, slots=True)
class Answer(Generic[Result_co]):
    """A rule's answer, as it is stored with whatever it decided and shown when somebody asks why.

    `rule` is the stable code ("decision.required"); `citation` the provision as officials write it; `version` the day
    since which the wording used is in force; `provisional` whether it rests on days not yet decided, on an open
    reading of the text or on a text not read here; `assumptions` says in Vietnamese what was taken for granted.
    `counted` are the days between an event and the result, where a time limit gave it.
    """

    result: Result_co
    rule: str
    citation: str
    version: date
    explanation: str
    inputs: Mapping[str, object]
    provisional: bool = False
    assumptions: tuple[str, ...] = ()
    counted: Counted | None = None

    def as_json(self) -> dict[str, Json]:
        """The answer in plain JSON values: days as YYYY-MM-DD, choices as their codes."""
        return {
            "result": plain(self.result),
            "rule": self.rule,
            "citation": self.citation,
            "version": self.version.isoformat(),
            "explanation": self.explanation,
            "provisional": self.provisional,
            "assumptions": list(self.assumptions),
        }

    def stored(self) -> dict[str, Json]:
        """What is kept with whatever the answer decided: the same, with the inputs it was given."""
        given = {key: plain(value) for key, value in self.inputs.items() if value is not None}
        return {**self.as_json(), "inputs": given}


def answer(
    rule: str,
    law: Dated[object],
    *,
    on: date,
    result: Result,
    because: str,
    inputs: Mapping[str, object],
    provisional: bool = False,
    assumptions: tuple[str, ...] = (),
    counted: Counted | None = None,
) -> Answer[Result]:
    """An answer that rests on the version of `law` in force on the day. NotYetInForce before the first."""
    version = law.version_on(on)
    return Answer(result, rule, cited(version.cite), version.since, because, inputs, provisional, assumptions, counted)


class Refused(ValueError):
    """A question that cannot be answered: `code` for programs, the message for people, `allowed` what can be asked.

    Codes: "unknown-rule", "unknown-key", "missing-key", "impossible-value", "not-in-force".
    """

    def __init__(self, code: str, message: str, *, allowed: Iterable[str] = ()) -> None:
        self.code = code
        self.allowed = tuple(allowed)
        super().__init__(message)


def impossible(message: str, *, allowed: Iterable[str] = ()) -> Refused:
    """A value that cannot be: a negative count, more agreeing than exist."""
    return Refused("impossible-value", message, allowed=allowed)


def missing(key: str, what: str) -> Refused:
    """A value that the question needs and was not given."""
    return Refused("missing-key", f"Còn thiếu {what} ({key}).", allowed=(key,))


MOST = 10_000_000
"""No count of households, people or villages is larger than this: a sanity bound of ours, not a legal number."""


def check_count(value: object, what: str, *, least: int = 0) -> None:
    """Refuses what is no whole number between `least` and ten million. `what` names it: "số hộ của thôn"."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= MOST:
        raise impossible(
            f"{what[0].upper()}{what[1:]} phải là số nguyên từ {least} đến {MOST}.", allowed=(f"{least}…{MOST}",)
        )


def check_at_most(value: int, most: int, what: str, of: str) -> None:
    """Refuses more than there are: "số hộ tán thành" above "số hộ của thôn"."""
    check_count(value, what)
    if value > most:
        raise impossible(f"{what[0].upper()}{what[1:]} ({value}) nhiều hơn {of} ({most}). Kiểm tra lại số đã nhập.")


def plain(value: object) -> Json:
    """A result as JSON holds it."""
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case Iterable():
            return [plain(each) for each in value]
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
