"""Everything `make test` does, in order, with a summary that says what ran and what did not.

Cheap checks first. What tests lawcore alone runs once, without Django, and fails where it leaves a branch out.
The suite runs on SQLite, then on PostgreSQL when one answers; browser tests run when
Chromium is found. In CI both are required: DIENHONG_REQUIRE_POSTGRESQL=1, DIENHONG_REQUIRE_BROWSER=1.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
LAW_PYTHON = Path(__file__).parents[1] / "var" / "law" / "bin" / "python"
"""An environment without Django, made by the Makefile."""
OF_LAWCORE = ("tests/law", "tests/texts", "tests/verification", "tests/command")
EVERY_BRANCH = ("--cov=lawcore", "--cov-branch", "--cov-fail-under=100", "--cov-report=term-missing:skip-covered")
DEFAULT_POSTGRESQL = "postgres://postgres@127.0.0.1:5432/postgres"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def step(name: str, *command: str, **extra: str) -> tuple[str, bool, float]:
    """Runs one command, showing its output; its name, whether it passed, and its seconds."""
    print(f"\n== {name}", flush=True)
    begin = time.monotonic()
    done = subprocess.run(command, env={**os.environ, **extra}, check=False)  # noqa: S603
    return name, done.returncode == 0, time.monotonic() - begin


def postgresql() -> str | None:
    """The address of a PostgreSQL that answers, or None."""
    import psycopg  # noqa: PLC0415 - only here, after the environment is known to hold it

    url = os.environ.get("TEST_DATABASE_URL", DEFAULT_POSTGRESQL)
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.Error:
        return None
    return url


def main() -> int:
    python = str(BIN / "python")
    workers = os.environ.get("DIENHONG_TEST_WORKERS", "2")
    rest = tuple(f"--ignore={folder}" for folder in OF_LAWCORE)
    suite = (python, "-m", "pytest", "-q", "-rfEsR", "-n", workers, "--dist", "loadfile", *rest)
    browser = next((name for name in BROWSERS if shutil.which(name)), None)
    lawcore = (str(LAW_PYTHON), "-m", "pytest", "-q", "-c", "tests/law/pytest.toml", *OF_LAWCORE, *EVERY_BRANCH)
    database = postgresql()
    documents = os.environ.get("DIENHONG_DOCUMENTS")
    marks = [] if browser else ["not browser"]

    os.environ.pop("TEST_DATABASE_URL", None)
    results = [
        step("ruff format", str(BIN / "ruff"), "format", "--check", "."),
        step("ruff check", str(BIN / "ruff"), "check", "."),
        step("import contracts", str(BIN / "lint-imports")),
        step("mypy --strict", str(BIN / "mypy")),
        step("migrations", python, "-m", "dienhong.site.cli", "manage", "makemigrations", "--check", "--dry-run"),
        step("lawcore without Django, every branch of it", *lawcore, COVERAGE_FILE="var/law/.coverage"),
        step(
            "tests on SQLite",
            *suite,
            *(["-m", " and ".join(marks)] if marks else []),
            DIENHONG_REPEAT="1",
        ),
    ]
    if database:
        results.append(
            step(
                "tests on PostgreSQL",
                *suite,
                "-m",
                "not browser",
                TEST_DATABASE_URL=database,
                DIENHONG_REPEAT="1",
            ),
        )

    print("\n== summary")
    for name, passed, seconds in results:
        print(f"{'passed' if passed else 'FAILED':7} {name} ({seconds:.0f} s)")
    missing = []
    if not database:
        missing.append(("PostgreSQL", "no server answers at TEST_DATABASE_URL", "DIENHONG_REQUIRE_POSTGRESQL"))
    if not browser:
        missing.append(("browser tests", "no Chromium found (Debian: chromium)", "DIENHONG_REQUIRE_BROWSER"))
    for name, why, _ in missing:
        print(f"NOT RUN {name}: {why}")
    if not documents:
        print("NOT RUN tests over the five council resolutions: DIENHONG_DOCUMENTS is not set")
    required = [name for name, _, variable in missing if os.environ.get(variable)]
    return 0 if all(passed for _, passed, _ in results) and not required else 1


if __name__ == "__main__":
    sys.exit(main())
