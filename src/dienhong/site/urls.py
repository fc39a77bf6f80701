"""Addresses, in Vietnamese without diacritics."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from dienhong.foundations import views as foundations
from dienhong.programmes.views import my_day
from dienhong.registry.views import codes
from dienhong.site import views
from dienhong.site.rights import HEADINGS

handler400 = "dienhong.site.views.bad_request"
handler403 = "dienhong.site.views.forbidden"
handler404 = "dienhong.site.views.not_found"
handler500 = "dienhong.site.views.broken"

urlpatterns = [
    path("", views.home, name="home"),
    *(path(f"{slug}/", views.heading, {"slug": slug}, name=f"heading-{slug}") for slug in HEADINGS),
    path("thiet-ke/", foundations.styleguide, name="styleguide"),
    path("giao-dien/", foundations.choose_theme, name="choose-theme"),
    path("", include("dienhong.site.account_urls")),
    path("danh-ba/", include("dienhong.registry.urls")),
    path("", include("dienhong.documents.urls")),
    path("", include("dienhong.ledger.urls")),
    path("nghi-quyet/", include("dienhong.resolutions.urls")),
    path("chuong-trinh/", include("dienhong.programmes.urls")),
    path("viec-cua-toi/", my_day.my_day, name="my-day"),
    path("thong-bao/", include("dienhong.notifications.urls")),
    path("cong-khai/", include("dienhong.disclosures.urls")),
    path("phat-tin/", include("dienhong.dissemination.urls")),
    path("hoi-thong-tin/", include("dienhong.information_requests.urls")),
    path("danh-sach-ho/", include("dienhong.rolls.urls")),
    path("quy-thon/", include("dienhong.funds.urls")),
    path("hoi-nghi-thon/", include("dienhong.conferences.urls")),
    path("doi-chieu/", include("dienhong.spot_checks.urls")),
    path("ban-quyet-dinh/", include("dienhong.decisions.urls")),
    path("", include("dienhong.opendata.urls")),
    path("bao-cao/", include("dienhong.reports.urls")),
    path("luat/", include("dienhong.lawbook.urls")),
    path("xac-minh/", codes.redeem, name="redeem-code"),
    # No token: it changes nothing but the language of the words, and stands on pages that are kept for everybody.
    path("ngon-ngu/setlang/", csrf_exempt(set_language), name="set_language"),
]
