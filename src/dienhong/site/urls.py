"""Addresses, in Vietnamese without diacritics."""

from django.urls import include, path

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
    path("bao-cao/", include("dienhong.reports.urls")),
    path("luat/", include("dienhong.lawbook.urls")),
    path("xac-minh/", codes.redeem, name="redeem-code"),
    path("ngon-ngu/", include("django.conf.urls.i18n")),
]
