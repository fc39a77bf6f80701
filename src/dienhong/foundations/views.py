"""The living page of the design: every component, with invented data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "foundations/styleguide.html")
