"""Thirty forged records, thirty found: by a stranger with the public export, or by comparing tables with the ledger."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test import override_settings

from dienhong.ledger import keys
from dienhong.site import appended
from tests.forgeries import sealed_world
from tests.forgeries.forged_records import ATTACKS, EXPORT, VERIFY, by_export, by_verify, found

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sealed(django_db_setup, django_db_blocker, tmp_path_factory):
    """The world, built once: every attack is taken back, and the world itself after the last one."""
    folder = tmp_path_factory.mktemp("sealed")
    places = {"DIENHONG_FILES": folder / "files", "DIENHONG_KEY_FILE": folder / "keys" / "ledger.key"}
    with override_settings(**places), django_db_blocker.unblock(), transaction.atomic():
        appended.install(connection)
        keys.create()
        yield SimpleNamespace(world=sealed_world.build(), folder=folder)
        transaction.set_rollback(True)


def test_what_nobody_touched_is_intact(sealed):
    assert by_export(sealed.world, sealed.folder) == []
    assert by_verify() == []


@pytest.mark.parametrize("name", ATTACKS)
def test_a_forged_record_is_found(sealed, name):
    attack = ATTACKS[name]
    export, verify = found(sealed.world, sealed.folder, attack.change)
    assert {EXPORT: export, VERIFY: verify}[attack.found_by]
    if attack.found_by == VERIFY:
        assert export == []  # nothing of it is public, as the attack says


def test_there_are_thirty_of_them():
    assert len(ATTACKS) == 30
    assert {attack.found_by for attack in ATTACKS.values()} == {EXPORT, VERIFY}


def test_every_attack_was_taken_back(sealed):
    test_what_nobody_touched_is_intact(sealed)
