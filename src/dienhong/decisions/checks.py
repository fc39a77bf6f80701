"""What `manage check` says of this installation's own wording of papers."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register  # noqa: A004 - the framework's word

from dienhong.decisions.papers import wording


@register()
def wording_of_papers(**_given: Any) -> Sequence[CheckMessage]:
    """Each fault of the file as a warning: papers are printed with our sentence instead."""
    return [Warning(fault, id="decisions.W001") for fault in wording.faults(settings.DIENHONG_PAPER_WORDING)]
