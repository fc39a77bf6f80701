"""A second way to find the last lawful day, to check time limits by: a wall calendar and a finger.

Written from the articles alone, without lawcore. Every year is written out by hand, as a wall calendar is marked; each
term is counted by stepping from one day to the next. Labour Code art. 111, 112 and the yearly notices give the marks;
from 2027 on Tết is marked two days before the lunar year and three days of it. Civil Code art. 147, 148 give the counting.
"""

from datetime import date, timedelta

# Days off besides Saturdays and Sundays; after the slash, Saturdays that are worked.
MARKED = """
2023: 1.1 2.1  20.1 21.1 22.1 23.1 24.1 25.1 26.1  29.4 30.4 1.5 2.5 3.5  1.9 2.9 4.9 /
2024: 1.1  8.2 9.2 10.2 11.2 12.2 13.2 14.2  18.4  29.4 30.4 1.5  2.9 3.9 / 4.5
2025: 1.1  27.1 28.1 29.1 30.1 31.1  7.4  30.4 1.5 2.5  1.9 2.9 / 26.4
2026: 1.1 2.1  16.2 17.2 18.2 19.2 20.2  26.4 27.4  30.4 1.5  31.8 1.9 2.9  24.11 / 10.1 22.8
2027: 1.1  4.2 5.2 6.2 7.2 8.2 9.2 10.2  16.4  30.4 1.5 3.5  2.9 3.9  24.11 /
2028: 1.1 3.1  24.1 25.1 26.1 27.1 28.1  4.4  30.4 1.5 2.5  1.9 2.9 4.9  24.11 /
2029: 1.1  11.2 12.2 13.2 14.2 15.2 16.2  23.4  30.4 1.5  1.9 2.9 3.9 4.9  24.11 26.11 /
2030: 1.1  31.1 1.2 2.2 3.2 4.2 5.2 6.2  12.4  30.4 1.5  2.9 3.9  24.11 25.11 /
2031: 1.1  21.1 22.1 23.1 24.1 25.1 27.1  1.4  30.4 1.5  1.9 2.9  24.11 /
2032: 1.1  9.2 10.2 11.2 12.2 13.2  19.4  30.4 1.5 3.5  2.9 3.9  24.11 /
"""


def wall():
    """Day → whether it is worked, for every day of the years marked."""
    days = {}
    for row in MARKED.strip().splitlines():
        year, marks = row.split(":")
        off, _, worked = marks.partition("/")
        day = date(int(year), 1, 1)
        while day.year == int(year):
            days[day] = day.strftime("%A") not in {"Saturday", "Sunday"}
            day += timedelta(days=1)
        for text, state in [(text, False) for text in off.split()] + [(text, True) for text in worked.split()]:
            number, month = text.split(".")
            days[date(int(year), int(month), int(number))] = state
    return days


WALL = wall()
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def deadline(since, number, unit):
    """The last lawful day after an event, by stepping."""
    return _on_a_worked_day(term(since, number, unit))


def term(since, number, unit):
    """Where a term ends, before it is moved off a day of rest."""
    if unit == "working-day":
        return _stepped(since, number, +1)
    if unit == "day":
        return _walked(since, number, +1)
    return _turned(since, number * (12 if unit == "year" else 1), +1)


def latest(before, number, unit):
    """The latest day before an event; it stays where it falls."""
    if unit == "working-day":
        return _stepped(before, number, -1)
    if unit == "day":
        return _walked(before, number, -1)
    return _turned(before, number * (12 if unit == "year" else 1), -1)


def removal(posted, number, *, inclusive):
    """The day after the last whole day of a posting."""
    last = posted
    shown_for = 1 if inclusive else 0
    while shown_for < number:
        last = _walked(last, 1, +1)
        shown_for += 1
    return _walked(last, 1, +1)


def _on_a_worked_day(day):
    while not WALL[day]:
        day = _walked(day, 1, +1)
    return day


def _stepped(day, number, direction):
    counted = 0
    while counted != number:
        day = _walked(day, 1, direction)
        counted += 1 if WALL[day] else 0
    return day


def _walked(day, number, direction):
    for _ in range(number):
        day += timedelta(days=direction)
    return day


def _turned(day, pages, direction):
    """Pages of the wall calendar turned, one a month, looking for the same number on the last one."""
    year, month = day.year, day.month
    for _ in range(pages):
        month += direction
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    length = LENGTHS[month - 1] + (1 if month == 2 and year % 4 == 0 else 0)
    return date(year, month, min(day.day, length))
