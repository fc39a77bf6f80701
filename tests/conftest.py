"""What tests over the database and tests in a browser need."""

import os
import shutil

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no failure
settings.load_profile("any machine")

# The browser's own thread of events makes Django believe that it runs in one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Lift the triggers of what is append-only while a test database is emptied between tests: they refuse that too."""
    from django.db import connection  # noqa: PLC0415 - the tests of lawcore run without Django
    from django.test import TransactionTestCase  # noqa: PLC0415

    from dienhong.disclosures import triggers as disclosures  # noqa: PLC0415
    from dienhong.ledger import triggers as ledger  # noqa: PLC0415

    empty = TransactionTestCase._fixture_teardown

    def empty_append_only_tables(self):
        for triggers in (ledger, disclosures):
            triggers.remove(connection)
        empty(self)
        for triggers in (ledger, disclosures):
            triggers.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_append_only_tables)
        yield


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
def visit(chromium, live_server):
    """Opens a page as a Vietnamese reader would; `page.messages` gathers what the console says."""
    contexts = []

    def open_page(path, *, width=1280, dark=False, script=True, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            locale="vi-VN",
            **options,
        )
        page = context.new_page()
        page.messages = []
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto(live_server.url + path)
        contexts.append(context)
        return page

    yield open_page
    for context in contexts:
        context.close()
