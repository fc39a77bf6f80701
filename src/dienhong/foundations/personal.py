"""Personal data is declared on the model that holds it: which field, what for, how long it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class PersonalData:
    """`fields` maps each personal field of the model to why it is kept; `kept` says until when."""

    fields: Mapping[str, str | Promise]
    kept: str | Promise
