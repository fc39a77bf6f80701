"""What the pages of the book share: its parts, where a page stands in it."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.requests import CivicRequest

UNPROCESSABLE: Final = 422
"""What was typed cannot be answered; the page says why."""

PARTS: Final = (
    (_("Câu hỏi"), "lawbook:index"),
    (_("Tính hạn"), "lawbook:counting"),
    (_("Lịch nghỉ"), "lawbook:this-year"),
    (_("Danh mục"), "lawbook:catalogues"),
    (_("Thủ tục"), "lawbook:procedures"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book."""

    label: str | Promise
    url: str
    current: bool


def parts(current: str) -> tuple[Part, ...]:
    """The parts of the book; `current` names the address of the one that is shown."""
    return tuple(Part(label, reverse(name), name == current) for label, name in PARTS)


def trail(*further: tuple[str | Promise, str]) -> list[tuple[str | Promise, str]]:
    """The place of a page: the book, then what is given."""
    return [(_("Luật nói gì"), reverse("lawbook:index")), *further]


def typed(request: HttpRequest) -> dict[str, str]:
    """What the address says after its "?", the last of each key."""
    return {key: str(value) for key, value in request.GET.items()}


def shared(request: CivicRequest, part: str) -> dict[str, object]:
    """Context of every page of the book."""
    return {"parts": parts(part), "printed": request.on, "address": request.build_absolute_uri()}
