"""The whole of "because of": which job runs when something happened below."""

from collections.abc import Mapping
from typing import Any

SUBSCRIBERS: Mapping[str, tuple[Any, ...]] = {}
