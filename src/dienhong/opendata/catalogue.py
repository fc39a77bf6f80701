"""The data sets of this installation as a catalogue (DCAT-AP 2, JSON-LD)."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.opendata import shown
from dienhong.registry.models import Locality

CONTEXT: Mapping[str, object] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPES = {"csv": "text/csv", "json": "application/json"}
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
CONTINUOUS = "http://publications.europa.eu/resource/authority/frequency/CONT"
VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"


Yearly = Iterable[tuple[Locality, Iterable[int]]]
"""Communes with the years of which there is something."""


def catalogue(years: Iterable[int], communes: Yearly, decisions: Yearly = ()) -> dict[str, object]:
    """All communes in one data set, one for each of these communes, and one for what the villages of each decide."""
    home = shown.absolute("opendata:index")
    name = settings.DIENHONG_PLACE_NAME or "Diên Hồng"
    publisher = _publisher(f"{home}#noi-phat-hanh", name)
    sets = [_data_set(None, list(years), publisher)]
    sets += [_data_set(each, list(its), publisher) for each, its in communes]
    sets += [_decisions(each, list(its)) for each, its in decisions]
    return {
        "@context": CONTEXT,
        "@id": home,
        "@type": "dcat:Catalog",
        "dct:title": _words(_("Dữ liệu mở về công khai ở cơ sở: %(place)s") % {"place": name}),
        "dct:description": _words(_("Những gì chính quyền xã phải công khai, đã công khai, đúng hạn hay muộn.")),
        "dct:publisher": publisher,
        "dct:language": {"@id": VIETNAMESE},
        "dct:license": {"@id": settings.DIENHONG_DATA_LICENCE},
        "foaf:homepage": {"@id": home},
        "dcat:dataset": sets,
    }


def _data_set(place: Locality | None, years: list[int], publisher: Mapping[str, object]) -> dict[str, object]:
    where = str(place) if place else _("mọi xã trên hệ thống này")
    home = shown.absolute("opendata:commune", place.code) if place else shown.absolute("opendata:index")
    owner = _publisher(f"{home}#uy-ban", _("Ủy ban nhân dân %(place)s") % {"place": place}) if place else publisher
    return {
        "@id": f"{home}#du-lieu",
        "@type": "dcat:Dataset",
        "dct:title": _words(_("Sổ công khai của %(place)s") % {"place": where}),
        "dct:description": _words(
            _("Từng lần công khai theo Điều 11 Luật Thực hiện dân chủ ở cơ sở: hạn, ngày, cách, nơi, mã băm của tệp.")
        ),
        "dct:identifier": f"{home}#du-lieu",
        "dct:publisher": owner,
        "dct:accrualPeriodicity": {"@id": CONTINUOUS},
        "dct:language": {"@id": VIETNAMESE},
        "dcat:keyword": [_words(each) for each in (_("công khai"), _("dân chủ ở cơ sở"), _("ngân sách xã"))],
        "dcat:landingPage": {"@id": home},
        "dct:conformsTo": {"@id": shown.absolute("opendata:dictionary")},
        "dcat:distribution": [_distribution(place, year, kind) for year in years for kind in TYPES],
    }


def _decisions(place: Locality, years: list[int]) -> dict[str, object]:
    """What the villages of a commune decided: no household, nobody's name."""
    home = shown.absolute("decisions:commune", place.code)
    return {
        "@id": f"{home}#du-lieu",
        "@type": "dcat:Dataset",
        "dct:title": _words(_("Sổ quyết định của cộng đồng dân cư, %(place)s") % {"place": place}),
        "dct:description": _words(
            _("Từng việc các thôn đã quyết định: câu hỏi, số hộ tán thành, hiệu lực, tình trạng, mã băm biên bản.")
        ),
        "dct:identifier": f"{home}#du-lieu",
        "dct:publisher": _publisher(f"{home}#uy-ban", _("Ủy ban nhân dân %(place)s") % {"place": place}),
        "dct:accrualPeriodicity": {"@id": CONTINUOUS},
        "dct:language": {"@id": VIETNAMESE},
        "dcat:keyword": [_words(each) for each in (_("cộng đồng dân cư"), _("dân chủ ở cơ sở"))],
        "dcat:landingPage": {"@id": home},
        "dct:conformsTo": {"@id": shown.absolute("opendata:decisions-dictionary")},
        "dcat:distribution": [
            _file(shown.absolute("opendata:decisions", place.code, year, kind), year, kind)
            for year in years
            for kind in TYPES
        ],
    }


def _distribution(place: Locality | None, year: int, kind: str) -> dict[str, object]:
    return _file(address_of(place, year, kind), year, kind)


def _file(address: str, year: int, kind: str) -> dict[str, object]:
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _words(_("Năm %(year)s, tệp %(kind)s") % {"year": year, "kind": kind.upper()}),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{TYPES[kind]}"},
        "dct:format": {"@id": f"{FILE_TYPE}{kind.upper()}"},
        "dct:license": {"@id": settings.DIENHONG_DATA_LICENCE},
    }


def address_of(place: Locality | None, year: int, kind: str) -> str:
    """The whole address of a file of the register."""
    if place is None:
        return shown.site() + reverse("opendata:everything", args=[year, kind])
    return shown.site() + reverse("opendata:register", args=[place.code, year, kind])


def _publisher(address: str, name: str) -> dict[str, object]:
    return {"@id": address, "@type": "foaf:Organization", "foaf:name": _words(name)}


def _words(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "vi"}
