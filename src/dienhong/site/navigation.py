"""The navigation of public and staff pages: what people do, in their words."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.actors import NOBODY, Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; `current` when the page shown stands below it."""

    label: str | Promise
    url: str
    current: bool = False


PUBLIC = (
    (_("Biết"), "/biet/"),
    (_("Bàn"), "/ban/"),
    (_("Làm"), "/lam/"),
    (_("Kiểm tra"), "/kiem-tra/"),
    (_("Giám sát"), "/giam-sat/"),
    (_("Thụ hưởng"), "/thu-huong/"),
)
STAFF = (
    (_("Việc của tôi"), "/viec-cua-toi/"),
    (_("Nghị quyết"), "/nghi-quyet/"),
    (_("Chương trình"), "/chuong-trinh/"),
    (_("Báo cáo"), "/bao-cao/"),
    (_("Danh bạ"), "/danh-ba/"),
    (_("Sổ cái"), "/so-cai/"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page: the navigation, who acts, whether the session is a member of staff's."""
    actor: Actor = getattr(request, "actor", NOBODY)
    entries = STAFF if actor.is_known else PUBLIC
    places = tuple(Place(label, url, current=request.path.startswith(url)) for label, url in entries)
    return {"navigation": places, "actor": actor, "is_staff_page": actor.is_known}
