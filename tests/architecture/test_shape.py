"""What import contracts cannot say about the shape of the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
FILES = sorted(path for path in SRC.rglob("*.py") if "migrations" not in path.parts)
LONGEST = 400


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _domain(path):
    parts = path.relative_to(SRC).parts
    return parts[1] if parts[0] == "dienhong" and len(parts) > 2 else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_file_is_at_most_400_lines(path):
    assert len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize(
    "path", [path for path in FILES if _domain(path) is not None], ids=lambda path: str(path.relative_to(SRC))
)
def test_no_signals(path):
    assert not [name for name in _imports(path) if name.startswith(("django.dispatch", "django.db.models.signals"))]


# Its exports are loaded when first asked for, so that a file's reader starts quickly; the types are those exports.
LAZY = {SRC / "lawcore" / "provisions" / "__init__.py"}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path not in LAZY], ids=lambda path: str(path.relative_to(SRC))
)
def test_no_import_is_hidden_under_type_checking(path):
    assert "TYPE_CHECKING" not in path.read_text()


def test_lawcore_is_imported_with_no_framework_in_sight():
    modules = [
        ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
        for path in FILES
        if path.relative_to(SRC).parts[0] == "lawcore"
    ]
    script = (
        f"import sys; [__import__(name) for name in {modules!r} if not name.endswith('__main__')];"
        "print(sorted(name for name in ('django', 'lxml', 'numpy', 'psycopg') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_clock_is_read_in_one_file():
    allowed = SRC / "dienhong" / "foundations" / "clock.py"
    readers = [
        path
        for path in FILES
        if path != allowed
        and any(call in path.read_text() for call in ("datetime.now(", "date.today(", "timezone.now(", "utcnow("))
    ]
    assert readers == []
