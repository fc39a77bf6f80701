"""The page that shows every component, and the switch between light and dark."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dienhong.foundations.specimen import specimen

THEMES = ("auto", "light", "dark")
A_YEAR = 365 * 24 * 3600


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component with invented data: what designers look at and axe reads."""
    return render(request, "foundations/styleguide.html", specimen(sent=request.GET if "ten" in request.GET else None))


@csrf_exempt  # changes nothing but a colour; without a token the pages that carry the switch can be kept for everybody
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep light, dark or "as the device says" in a cookie and go back to the page one came from."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    response = HttpResponseRedirect(target)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=A_YEAR, secure=request.is_secure(), samesite="Lax")
    return response
