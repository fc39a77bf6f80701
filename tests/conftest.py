"""What every test over the database needs."""

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Lift the ledger's triggers while a test database is emptied between tests: they refuse that too."""
    from django.db import connection  # noqa: PLC0415 - the tests of lawcore run without Django
    from django.test import TransactionTestCase  # noqa: PLC0415

    from dienhong.ledger import triggers  # noqa: PLC0415

    empty = TransactionTestCase._fixture_teardown

    def empty_append_only_tables(self):
        triggers.remove(connection)
        empty(self)
        triggers.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_append_only_tables)
        yield
