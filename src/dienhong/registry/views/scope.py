"""The place a page is about: chosen in the address, within what the actor's posts cover."""

from django.utils.translation import gettext as _

from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Locality


def place_of(request: CivicRequest, code: str | None = None) -> Locality:
    """The place with this code, or the topmost of the actor's; NotFound when it is not theirs to see."""
    if not request.actor.is_known:
        raise NotAllowed(_("Hãy đăng nhập để xem danh bạ."))
    place = Locality.objects.filter(code=code).first() if code else queries.places_of(request.actor).first()
    if place is None:
        raise NotFound(_("Không tìm thấy địa bàn này."))
    access.check(request.actor, Act.SEE_REGISTERS, place)
    return place
