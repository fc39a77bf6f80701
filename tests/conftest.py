"""What tests over the database and tests in a browser need."""

import os
import shutil

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no failure
settings.load_profile("any machine")

# The browser's own thread of events makes Django believe that it runs in one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    """In `make test` alone a test that fails is tried once more, and the summary says so: what fails twice fails.

    Thousands of tests draw salts, codes and examples by chance, and a browser is a second machine with a clock of its
    own. A test named RERUN in the summary is a fault to be mended, of the project or of the test; it does not
    throw away the other thousands. What Hypothesis found is kept and tried again as it was.
    """
    if os.environ.get("DIENHONG_REPEAT"):
        for item in items:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Lift the triggers of what is append-only while a test database is emptied between tests: they refuse that too."""
    from django.db import connection  # noqa: PLC0415 - the tests of lawcore run without Django
    from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: PLC0415
    from django.test import TransactionTestCase  # noqa: PLC0415

    from dienhong.site import appended  # noqa: PLC0415

    empty = TransactionTestCase._fixture_teardown

    def empty_append_only_tables(self):
        appended.remove(connection)
        empty(self)
        appended.install(connection)

    obsolete = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def close_between_tests_only(self):
        """A response that a test closes itself ends a request: not the connection that the test's transaction is on."""
        if not self.in_atomic_block:
            obsolete(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_append_only_tables)
        patch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", close_between_tests_only)
        yield
    if connection.vendor == "postgresql":  # a thread that a test left behind may still hold a session
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium, when there is one: DIENHONG_CHROMIUM names it, or it is found on the path."""
    program = os.environ.get("DIENHONG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("no Chromium: install Debian's package chromium, or name one in DIENHONG_CHROMIUM")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        # A page one goes back to is the page as it was left, as in everybody's browser.
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
        )
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium, live_server):
    """Opens browsers that share nothing: each a person with a machine. They are gone before the database is emptied."""
    from browser.network import answered  # noqa: PLC0415 - the tests of lawcore run without Django

    contexts = []

    def opened(**options):
        contexts.append(chromium.new_context(locale="vi-VN", **options))
        return contexts[-1]

    with answered():
        yield opened
        for context in contexts:
            context.close()


@pytest.fixture
def visit(new_context, live_server):
    """Opens a page as a Vietnamese reader would; `page.messages` gathers what the console says."""

    def open_page(path, *, width=1280, dark=False, script=True, **options):
        context = new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            **options,
        )
        page = context.new_page()
        page.messages = []
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto(live_server.url + path)
        return page

    return open_page
