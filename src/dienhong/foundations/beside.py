"""What a higher package shows on a page of a lower one; `dienhong/site/wiring.py` says which, for which page.

The lower page names the spot, "disclosure.public"; it knows nothing of who answers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from dienhong.foundations.requests import CivicRequest


@dataclass(frozen=True, slots=True)
class Panel:
    """A template and what it is drawn with; the template finds it as `panel`."""

    template: str
    given: Mapping[str, Any]


Maker = Callable[[CivicRequest, Any], Panel | None]
"""Asked for a request and the thing the page is about; in at most four queries, None where there is nothing."""


def panels(spot: str, request: CivicRequest, about: Any) -> list[Panel]:
    """What is shown at this spot of the page about this thing, in the order of the wiring."""
    return list(_made(spot, request, about))


def _made(spot: str, request: CivicRequest, about: Any) -> Iterator[Panel]:
    makers: Mapping[str, tuple[Maker, ...]] = import_string(settings.DIENHONG_BESIDE)
    for make in makers.get(spot, ()):
        panel = make(request, about)
        if panel is not None:
            yield panel
