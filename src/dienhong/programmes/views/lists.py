"""What every list of a programme shares: its pages on the screen, the year it shows."""

from typing import Any

from django.core.paginator import Page, Paginator

from dienhong.foundations.requests import CivicRequest, number_asked

PER_PAGE = 50


def paged(request: CivicRequest, rows: Any) -> "Page[Any]":
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))


def year_of(request: CivicRequest) -> int:
    """The year asked for in the address, else the present one."""
    return number_asked(request, "nam", least=2001, most=2199) or request.on.year
