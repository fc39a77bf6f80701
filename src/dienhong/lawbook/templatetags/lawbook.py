"""What the components of the book need that templates cannot say themselves."""

from collections.abc import Mapping
from typing import Any

from django import template

from dienhong.lawbook import why
from lawcore.answers import Answer

register = template.Library()


@register.simple_tag
def why_of(answer: Answer[object] | Mapping[str, Any]) -> why.Why:
    """An answer, or its stored JSON, as pages show it."""
    return why.why_of(answer)
