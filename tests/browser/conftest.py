"""A headless Chromium, when there is one: DIENHONG_CHROMIUM names it, or it is found on the path."""

import os
import shutil

import pytest

# The browser's own thread of events makes Django believe that it runs in one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium():
    program = os.environ.get("DIENHONG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("no Chromium: install Debian's package chromium, or name one in DIENHONG_CHROMIUM")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
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
