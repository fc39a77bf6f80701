"""What the page of a meeting weighs on the way to a telephone, and that the how-to says so."""

import gzip
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "dienhong" / "foundations" / "static" / "dienhong"
MOST = 16_000


def test_script_style_and_worker_weigh_what_the_how_to_says():
    weight = sum(
        len(gzip.compress((STATIC / name).read_bytes(), 9))
        for name in ("meeting.js", "meeting.css", "meeting-worker.js")
    )
    assert weight <= MOST
    told = (ROOT / "docs" / "how-to" / "hop-thon-tren-dien-thoai.md").read_text()
    assert f"khoảng {round(weight / 1000)} kB" in told
