"""The clock is read here and nowhere else; everyone else is told what time it is."""

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def read() -> datetime:
    """The present moment, in UTC. Called by the middleware, the worker with its jobs, and the command line only."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where the clock is read


def legal_day(moment: datetime) -> date:
    """The day in Viet Nam: 18:00 UTC on 30 June is already 1 July at UTC+7."""
    return moment.astimezone(VIETNAM).date()
