"""Whom the law names, in the words of a given village."""

from dienhong.registry.heads import head_of
from dienhong.registry.models import Locality
from lawcore.ballots.matters import Who


def words_of(who: Who, village: Locality | None) -> str:
    """Somebody of the law in words; the village's own head by the village's own word."""
    return head_of(village) if who is Who.VILLAGE_HEAD and village is not None else who.words
