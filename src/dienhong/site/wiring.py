"""The whole of "because of": which job runs when something happened below."""

from collections.abc import Mapping
from typing import Any

from dienhong.reports import tasks as reports
from dienhong.resolutions import tasks as resolutions

SUBSCRIBERS: Mapping[str, tuple[Any, ...]] = {
    "resolution.uploaded": (resolutions.read_version,),
    "report.numbered": (reports.finish_issue,),
}
