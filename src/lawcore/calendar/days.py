"""Which day it is in law."""

from datetime import date, datetime, timedelta, timezone
from typing import Final

HANOI: Final = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def legal_day(moment: datetime) -> date:
    """The day in Viet Nam: 18:00 UTC on 30 June is already 1 July at UTC+7. ValueError for a moment without zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone falls on no day")
    return moment.astimezone(HANOI).date()
