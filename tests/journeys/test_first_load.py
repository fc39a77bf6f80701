"""The first page over a slow line: what a browser that has never been here must fetch."""

import pytest
from django.core.management import call_command
from django.db import connections
from django.test.testcases import LiveServerThread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KILOBYTES_ALLOWED = 100
REQUESTS_ALLOWED = 12
MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def site(settings, tmp_path):
    """The site with its static files as an installation serves them: packed, named by their content."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": MANIFEST}}
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    call_command("collectstatic", verbosity=0, interactive=False)
    shared = {alias: one for alias, one in connections.settings.items() if one["ENGINE"].endswith("sqlite3")}
    for alias in shared:
        connections[alias].inc_thread_sharing()
    server = LiveServerThread("localhost", lambda application: application, {a: connections[a] for a in shared})
    server.daemon = True
    server.start()
    server.is_ready.wait()
    assert server.error is None
    yield f"http://localhost:{server.port}"
    server.terminate()
    for alias in shared:
        connections[alias].dec_thread_sharing()


def test_the_first_page_is_small_and_asks_for_little(site, chromium):
    context = chromium.new_context(locale="vi-VN")
    page = context.new_page()
    network = context.new_cdp_session(page)
    asked, sizes = [], []
    network.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    network.send("Network.enable")
    page.goto(f"{site}/", wait_until="networkidle")
    context.close()
    kilobytes = sum(sizes) / 1000
    print(f"first page: {kilobytes:.0f} kB in {len(asked)} requests")  # noqa: T201 - the measured figure
    assert any(url.endswith(".css") for url in asked)
    assert len(asked) <= REQUESTS_ALLOWED, asked
    assert kilobytes <= KILOBYTES_ALLOWED
