"""An installation backed up and made again with the commands of the how-to, on each database."""

import json
import os
import subprocess
import sys
import uuid

import psycopg
import pytest
from django.db import connection

SIGN_IN = "quan-tri"


def dienhong(home, *arguments, database=None):
    environment = {**os.environ, "DIENHONG_HOME": str(home)}
    environment.pop("DIENHONG_DATABASE_URL", None)
    if database:
        environment["DIENHONG_DATABASE_URL"] = database
    command = [sys.executable, "-m", "dienhong.site.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def databases():
    """Two empty databases' addresses on the server under test; None and None on SQLite."""
    if connection.vendor == "sqlite":
        yield None, None
        return
    url = os.environ["TEST_DATABASE_URL"]
    names = [f"dienhong_{uuid.uuid4().hex[:10]}" for _each in range(2)]

    def run(statement):
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(statement)

    for name in names:
        run(f'CREATE DATABASE "{name}"')
    yield tuple(f"{url.rsplit('/', 1)[0]}/{name}" for name in names)
    for name in names:
        run(f'DROP DATABASE "{name}" WITH (FORCE)')


def begin(home, database):
    """The first place and ledger key, without the password prompt of `setup`."""
    script = (
        "import os; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'dienhong.site.settings')\n"
        "import django; django.setup()\n"
        "from datetime import date\n"
        "from dienhong.site import serving, setup\n"
        "serving.prepare()\n"
        "setup.begin(province='tỉnh Lam Giang', commune='xã Bến Sậy', since=date(2025, 7, 1),"
        f" name='Đặng Thị Mây', username='{SIGN_IN}', password='mot cau de nho')\n"
    )
    environment = {**os.environ, "DIENHONG_HOME": str(home)}
    environment.pop("DIENHONG_DATABASE_URL", None)
    if database:
        environment["DIENHONG_DATABASE_URL"] = database
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, timeout=120)
    assert dienhong(home, "ledger", "key", "new", database=database).returncode == 0
    assert dienhong(home, "ledger", "seal", database=database).returncode == 0


def test_an_installation_comes_back_with_its_people_files_keys_and_ledger(tmp_path, db, databases):
    first, second = databases
    begin(tmp_path / "cu", first)
    backed = dienhong(tmp_path / "cu", "backup", str(tmp_path / "ban.tar"), database=first)
    assert backed.returncode == 0, backed.stderr
    restored = dienhong(tmp_path / "moi", "restore", str(tmp_path / "ban.tar"), database=second)
    assert restored.returncode == 0, restored.stderr
    assert "Sổ cái nguyên vẹn" in restored.stdout
    shown = dienhong(tmp_path / "moi", "manage", "dumpdata", "registry.user", database=second)
    assert [row["fields"]["username"] for row in json.loads(shown.stdout)] == [SIGN_IN]
    again = dienhong(tmp_path / "moi", "restore", str(tmp_path / "ban.tar"), database=second)
    assert again.returncode == 2
    assert "đã có dữ liệu" in again.stderr
