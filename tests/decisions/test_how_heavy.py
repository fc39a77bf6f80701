"""What the pages of a telephone weigh on the way to it, and that the how-to of each says so."""

import gzip
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "dienhong" / "foundations" / "static" / "dienhong"
MOST = 16_000


@pytest.mark.parametrize(
    ("script", "told"),
    [("meeting.js", "hop-thon-tren-dien-thoai.md"), ("round.js", "phat-phieu-tren-dien-thoai.md")],
)
def test_script_style_and_worker_weigh_what_the_how_to_says(script, told):
    names = (script, "meeting.css", "phone-worker.js")
    weight = sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names)
    assert weight <= MOST
    assert f"khoảng {round(weight / 1000)} kB" in (ROOT / "docs" / "how-to" / told).read_text()
