"""/luat/: what the law says, for everybody."""

from django.urls import path

from dienhong.lawbook.views import days, lists, rules

app_name = "lawbook"
urlpatterns = [
    path("", rules.index, name="index"),
    path("han/", rules.counting, name="counting"),
    path("lich/", days.this_year, name="this-year"),
    path("lich/<int:year>/", days.year, name="year"),
    path("danh-muc/", lists.catalogues, name="catalogues"),
    path("danh-muc/<str:code>/", lists.catalogue, name="catalogue"),
    path("thu-tuc/", lists.procedures, name="procedures"),
    path("thu-tuc/<str:code>/", lists.procedure, name="procedure"),
    path("<str:code>/", rules.rule, name="rule"),
]
