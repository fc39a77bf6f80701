"""Which days are worked."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Calendar:
    """The days that authorities work. An enterprise with its own weekly rest has a calendar of its own."""

    __slots__ = ()

    def is_working(self, day: date) -> bool:
        """Whether authorities work on this day."""
        return day.weekday() < SATURDAY

    def why_off(self, day: date) -> str:
        """Why a day is not worked, in Vietnamese: "thứ Bảy", "Tết Nguyên đán"; "" for a working day."""
        return "" if self.is_working(day) else ("thứ Bảy" if day.weekday() == SATURDAY else "Chủ nhật")

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether the days from the first to the last, both counted, hold one that is not decided yet."""
        del first, last
        return False


VIETNAM = Calendar()
