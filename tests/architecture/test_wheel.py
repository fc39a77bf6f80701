"""What `pip install` brings: every file of the packages, not only the code.

hatchling leaves out what .gitignore names, so a new rule there, or a folder called `build`, can empty a page.
"""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
MADE_BY_PYTHON = {".pyc"}


def test_the_wheel_holds_every_file_of_the_packages():
    there = {
        str(path.relative_to(ROOT / "src"))
        for package in ("dienhong", "lawcore")
        for path in (ROOT / "src" / package).rglob("*")
        if path.is_file() and path.suffix not in MADE_BY_PYTHON
    }
    carried = {each.distribution_path for each in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert {Path(name).suffix for name in there} >= {".html", ".css", ".js", ".mo", ".txt", ".xsd", ".woff2"}
    assert there - carried == set()
