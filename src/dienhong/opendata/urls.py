"""/du-lieu/: data sets, feeds, calendars; /sitemap.xml and /robots.txt, where programs look for them."""

from django.urls import path, register_converter

from dienhong.opendata.views import decisions, feeds, sets, sitemaps

app_name = "opendata"


class FileKind:
    """The ending of a file of the register."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FileKind, "kind")
urlpatterns = [
    path("du-lieu/", sets.index, name="index"),
    path("du-lieu/tu-dien/", sets.dictionary, name="dictionary"),
    path("du-lieu/danh-muc.jsonld", sets.catalogue, name="catalogue"),
    path("du-lieu/cong-khai-<int:year>.<kind:kind>", sets.everything, name="everything"),
    path("du-lieu/cong-khai-<int:year>.csv-metadata.json", sets.metadata, name="everything-metadata"),
    path("du-lieu/xa/<slug:code>/", sets.commune, name="commune"),
    path("du-lieu/xa/<slug:code>/danh-muc.jsonld", sets.catalogue, name="commune-catalogue"),
    path("du-lieu/xa/<slug:code>/cong-khai-<int:year>.<kind:kind>", sets.register, name="register"),
    path("du-lieu/xa/<slug:code>/cong-khai-<int:year>.csv-metadata.json", sets.metadata, name="register-metadata"),
    path("du-lieu/xa/<slug:code>/tin.atom", feeds.atom, name="atom"),
    path("du-lieu/xa/<slug:code>/niem-yet.ics", feeds.hanging, name="hanging"),
    path("du-lieu/xa/<slug:code>/han.ics", feeds.due, name="due"),
    path("du-lieu/xa/<slug:code>/noi-dung/<int:topic>/tin.atom", feeds.atom, name="topic-atom"),
    path("du-lieu/xa/<slug:code>/thon/<slug:village>/tin.atom", feeds.atom, name="village-atom"),
    path("du-lieu/xa/<slug:code>/thon/<slug:village>/niem-yet.ics", feeds.hanging, name="village-hanging"),
    path("du-lieu/xa/<slug:code>/thon/<slug:village>/han.ics", feeds.due, name="village-due"),
    path("du-lieu/tu-dien/quyet-dinh/", decisions.dictionary, name="decisions-dictionary"),
    path("du-lieu/xa/<slug:code>/quyet-dinh-<int:year>.<kind:kind>", decisions.of_commune, name="decisions"),
    path(
        "du-lieu/xa/<slug:code>/quyet-dinh-<int:year>.csv-metadata.json", decisions.metadata, name="decisions-metadata"
    ),
    path("du-lieu/thon/<slug:code>/quyet-dinh-<int:year>.<kind:kind>", decisions.of_village, name="village-decisions"),
    path(
        "du-lieu/thon/<slug:code>/quyet-dinh-<int:year>.csv-metadata.json",
        decisions.village_metadata,
        name="village-decisions-metadata",
    ),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap/trang.xml", sitemaps.site, name="site-map"),
    path("sitemap/xa/<slug:code>.xml", sitemaps.commune, name="commune-map"),
    path("sitemap/xa/<slug:code>/quyet-dinh.xml", sitemaps.decided, name="decisions-map"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
