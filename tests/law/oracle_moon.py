"""The lunar new year found another way, to check the calendar by: day by day, from where the Moon and the Sun stand.

Written from the definitions alone, without lawcore: the Moon's longitude from its largest periodic terms, the Sun's from
Kepler's equation solved by repetition. The midnights of Hà Nội are walked through to see on which days the Moon overtakes
the Sun; solstice month and leap months are then read off the list of those days.
"""

import math
from datetime import date, timedelta
from itertools import pairwise

# Periodic terms of the Moon's longitude: multiples of elongation, Sun's anomaly, Moon's anomaly, latitude; degrees.
MOON = (
    (0, 0, 1, 0, 6.288774), (2, 0, -1, 0, 1.274027), (2, 0, 0, 0, 0.658314), (0, 0, 2, 0, 0.213618),
    (0, 1, 0, 0, -0.185116), (0, 0, 0, 2, -0.114332), (2, 0, -2, 0, 0.058793), (2, -1, -1, 0, 0.057066),
    (2, 0, 1, 0, 0.053322), (2, -1, 0, 0, 0.045758), (0, 1, -1, 0, -0.040923), (1, 0, 0, 0, -0.034720),
    (0, 1, 1, 0, -0.030383), (2, 0, 0, -2, 0.015327), (0, 0, 1, 2, -0.012528), (0, 0, 1, -2, 0.010980),
    (4, 0, -1, 0, 0.010675), (0, 0, 3, 0, 0.010034), (4, 0, -2, 0, 0.008548), (2, 1, -1, 0, -0.007888),
    (2, 1, 0, 0, -0.006766), (1, 0, -1, 0, -0.005163), (1, 1, 0, 0, 0.004987), (2, -1, 1, 0, 0.004036),
    (2, 0, 2, 0, 0.003994), (4, 0, 0, 0, 0.003861), (2, 0, -3, 0, 0.003665), (0, 1, -2, 0, -0.002689),
    (2, 0, -1, 2, -0.002602), (2, -1, -2, 0, 0.002390), (1, 0, 1, 0, -0.002348), (2, -2, 0, 0, 0.002236),
)  # fmt: skip


def midnight(day):
    """Centuries since 2000 when the day begins in Hà Nội."""
    return ((day - date(2000, 1, 1)).days - 0.5 - 7 / 24 + 69 / 86400) / 36525


def sun_on(day):
    return longitude_of_sun(midnight(day))


def lead_on(day):
    """How far the Moon is ahead of the Sun as the day begins, in degrees."""
    return (longitude_of_moon(midnight(day)) - sun_on(day)) % 360


def overtakings(day, last):
    """The days on which the Moon overtakes the Sun; it gains less than 16 degrees a day."""
    lead = lead_on(day)
    while day <= last:
        following = day + timedelta(days=max(1, int((360 - lead) / 16)))
        next_lead = lead_on(following)
        if next_lead < lead:
            yield day
        day, lead = following, next_lead


def solstice(year):
    """The day of December in which the Sun passes 270 degrees."""
    days = (date(year, 12, number) for number in range(18, 26))
    return next(day for day in days if sun_on(day) < 270 <= sun_on(day + timedelta(days=1)))


def longitude_of_sun(t):
    """From the Earth's ellipse: mean anomaly → eccentric anomaly → true anomaly, less aberration."""
    mean = math.radians((357.52911 + 35999.05029 * t - 0.0001537 * t * t) % 360)
    eccentricity = 0.016708634 - 0.000042037 * t
    eccentric = mean
    for _ in range(12):
        eccentric = mean + eccentricity * math.sin(eccentric)
    stretch = math.sqrt((1 + eccentricity) / (1 - eccentricity))
    true = 2 * math.atan(stretch * math.tan(eccentric / 2))
    perihelion = 280.46646 - 357.52911 + (36000.76983 - 35999.05029) * t + 0.000457 * t * t
    return (math.degrees(true) + perihelion - 0.00569) % 360


def longitude_of_moon(t):
    mean = 218.3164477 + 481267.88123421 * t - 0.0015786 * t * t
    d = math.radians((297.8501921 + 445267.1114034 * t - 0.0018819 * t * t) % 360)
    m = math.radians((357.5291092 + 35999.0502909 * t - 0.0001536 * t * t) % 360)
    n = math.radians((134.9633964 + 477198.8675055 * t + 0.0087414 * t * t) % 360)
    f = math.radians((93.2720950 + 483202.0175233 * t - 0.0036539 * t * t) % 360)
    shrink = 1 - 0.002516 * t
    swing = sum(size * shrink ** abs(b) * math.sin(a * d + b * m + c * n + e * f) for a, b, c, e, size in MOON)
    planets = 0.003958 * math.sin(math.radians(119.75 + 131.849 * t)) + 0.000318 * math.sin(
        math.radians(53.09 + 479264.29 * t)
    )
    return (mean + swing + planets) % 360


def new_years(first, last):
    """Year → mùng 1 Tết, for the years from the first to the last."""
    starts = list(overtakings(date(first - 1, 11, 1), date(last + 1, 1, 31)))
    sign = {start: int(sun_on(start) // 30) for start in starts}
    solstices = [solstice(year) for year in range(first - 1, last + 1)]
    winter = [max(start for start in starts if start <= day) for day in solstices]
    found = {}
    for begin, end in pairwise(winter):
        months = [start for start in starts if begin <= start <= end]
        names, skipped = [11], False
        for here, following in pairwise(months[1:]):
            if len(months) == 14 and not skipped and sign[here] == sign[following]:
                names.append(None)
                skipped = True
            else:
                names.append((next(name for name in reversed(names) if name) % 12) + 1)
        found[end.year] = months[names.index(1)]
    return found
