from datetime import UTC, datetime

import pytest
from django.db import transaction

from dienhong.ledger import actions, keys


@pytest.fixture(autouse=True)
def signing_key(tmp_path, settings):
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    return keys.create()


@pytest.fixture
def at():
    """The present: the database's clock sets the recorded time, so sealing happens now."""
    return datetime.now(UTC)  # noqa: TID251


@pytest.fixture
def append():
    """Append one entry with only what the test cares about."""

    def appended(locality="xa-an-lac", **parts):
        usual = {
            "kind": "posting.published",
            "subject": "disclosures.posting:7",
            "by": "user:1",
            "data": {"title": "a"},
        }
        with transaction.atomic():
            return actions.append(locality=locality, **{**usual, **parts})

    return appended
