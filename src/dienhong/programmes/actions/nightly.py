"""Count everything anew, so that what drifted or fell due overnight is right in the morning."""

from datetime import datetime

from django.db import transaction

from dienhong.foundations import clock
from dienhong.programmes.actions import cells, standing
from dienhong.programmes.models import Programme


def rebuild_all(*, at: datetime) -> int:
    """Every programme under way, each in its own transaction; safe to run twice and to be killed."""
    running = Programme.objects.exclude(stage=Programme.Stage.CLOSED).select_related("locality").order_by("pk")
    for programme in running:
        with transaction.atomic():
            standing.recount_tasks(programme=programme)
            cells.rebuild_programme(programme=programme, on=clock.legal_day(at))
    return len(running)
