"""How often one address may try codes or send something: enough for a village's shared telephone, too few to guess."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

CODES_TRIED = (40, 10 * 60)
"""Codes that open nothing, and in how many seconds."""
REQUESTS_SENT = OBJECTIONS_SENT = (40, 60 * 60)
"""Of requests for information, and of objections to a list, in how many seconds."""


def is_over(request: HttpRequest, what: str, limit: tuple[int, int], *, count: bool = True) -> bool:
    """Whether this address did `what` more often than the limit allows; `count`: it does it now once more.

    The address is kept until the time is over, and nothing with it.
    """
    most, seconds = limit
    key = f"limits:{what}:{get_adapter().get_client_ip(request)}"
    tried: int = cache.get(key, 0)
    if count and tried <= most:
        cache.set(key, tried + 1, seconds)
    return tried >= most
