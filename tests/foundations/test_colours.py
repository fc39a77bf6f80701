"""Every pair of text and ground can be read at sixty, by day and by night (WCAG 2.2, contrast ratio)."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "assets" / "styles" / "_colours.scss"
ENOUGH, AMPLE, VISIBLE = 5.5, 7.0, 3.0
TEXT = [
    ("ink", "paper", AMPLE),
    ("ink", "card", AMPLE),
    ("ink", "sunken", AMPLE),
    ("ink", "teal-wash", AMPLE),
    ("ink", "bad-wash", AMPLE),
    ("ink", "warn-wash", AMPLE),
    ("muted", "paper", ENOUGH),
    ("muted", "card", ENOUGH),
    ("muted", "sunken", ENOUGH),
    ("teal", "paper", AMPLE),
    ("teal", "teal-wash", ENOUGH),
    ("on-teal", "teal", AMPLE),
    ("on-teal", "teal-hover", AMPLE),
    ("lacquer", "paper", ENOUGH),
    ("good", "good-wash", ENOUGH),
    ("bad", "bad-wash", ENOUGH),
    ("bad", "card", ENOUGH),
    ("warn", "warn-wash", ENOUGH),
    ("unknown", "unknown-wash", ENOUGH),
    ("on-ground", "ground", AMPLE),
    ("on-ground-muted", "ground", ENOUGH),
]
SIGNS = [("good", "card"), ("bad", "card"), ("unknown", "card"), ("teal", "sunken")]


def colours(theme):
    block = re.search(rf"@mixin {theme} \{{(.*?)\n\}}", SOURCE.read_text(), re.DOTALL)[1]
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block))


def luminance(code):
    code = code if len(code) == 6 else "".join(2 * digit for digit in code)
    channels = [int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), TEXT)
def test_text_stands_out_from_its_ground(theme, text, ground, least):
    known = colours(theme)
    assert contrast(known[text], known[ground]) >= least


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_the_parts_of_a_bar_stand_out_from_their_ground(theme, sign, ground):
    known = colours(theme)
    assert contrast(known[sign], known[ground]) >= VISIBLE


def test_light_and_dark_name_the_same_colours():
    assert set(colours("light")) == {name for name in colours("dark") if not name.startswith("govuk-")}
