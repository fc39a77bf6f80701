"""A lower package says what happened; `dienhong/site/wiring.py` says who wants to know.

The announcement is one job row per listener, written in the transaction of the action: it is lost with
the action or kept with it. Listeners take ids, call one action, and are safe to run twice.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def publish(kind: str, **ids: int | str) -> None:
    """Tells every listener of `kind` ("resolution.published"); call inside the action's transaction."""
    subscribers: Mapping[str, tuple[Any, ...]] = import_string(settings.DIENHONG_SUBSCRIBERS)
    for listener in subscribers.get(kind, ()):
        listener.enqueue(**ids)
