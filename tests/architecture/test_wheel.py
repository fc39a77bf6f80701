"""What `pip install` brings: every file of the packages, not only the code.

hatchling leaves out what .gitignore names, so a new rule there, or a folder called `build`, can empty a page.
"""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

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


def test_the_law_can_be_installed_alone(tmp_path):
    made = next(iter(WheelBuilder(str(ROOT / "packaging" / "lawcore")).build(directory=str(tmp_path))))
    with ZipFile(made) as wheel:
        names = {name for name in wheel.namelist() if not name.startswith("lawcore-")}
        wheel.extractall(tmp_path / "installed")
    code = {
        str(path.relative_to(ROOT / "src")) for path in (ROOT / "src" / "lawcore").rglob("*") if path.suffix != ".pyc"
    }
    assert {name for name in code if "." in name} <= names
    assert not [name for name in names if not name.startswith("lawcore/") or name.endswith(".pyc")]
    question = (
        "from datetime import date; from lawcore.asking import ask;"
        "print(ask('decision.required', {'matter': '15.1', 'households': '151'}, today=date(2026, 11, 22)).result)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r}); {question}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "101"
