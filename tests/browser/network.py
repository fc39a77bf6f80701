"""The network between a test's browser and its server: cut and given back, and emptied before the database goes."""

import time
from contextlib import contextmanager
from threading import Lock

import pytest
from django.test.testcases import QuietWSGIRequestHandler

PATIENCE = 20  # seconds that the last answer of a busy machine may take


@contextmanager
def no_signal(*pages):
    """No page, and no worker behind it, is answered: the browser is told so, and the server hangs up on whoever asks.

    The browser alone does not suffice: a service worker that it starts again asks before it hears of it. What is
    given gives the signal back to one page before the others: the server then hears who is signed in there.
    """
    for page in pages:
        page.wait_for_load_state("networkidle")  # what was asked with a signal is answered
    parse, heard = QuietWSGIRequestHandler.parse_request, []

    def parse_request(handler):
        if heard and parse(handler) and any(each in handler.headers.get("Cookie", "") for each in heard):
            return True
        return hang_up(handler)

    def give_back(page):
        heard.extend(each["value"] for each in page.context.cookies() if each["name"] == "sessionid")
        page.context.set_offline(False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuietWSGIRequestHandler, "parse_request", parse_request)
        for page in pages:
            page.context.set_offline(True)
        yield give_back
    for page in pages:
        page.context.set_offline(False)


def hang_up(handler):
    """Closes the connection without a word: what a request comes to on a dead network."""
    handler.close_connection = True
    return False


@contextmanager
def answered():
    """Leaves only when the server has answered all it was asked; what is asked meanwhile is not heard.

    A page or worker that was put away may still have a request on its way, and the database is emptied next.
    """
    parse, handle = QuietWSGIRequestHandler.parse_request, QuietWSGIRequestHandler.handle_one_request
    lock, open_ones = Lock(), []

    def parse_request(handler):
        with lock:
            heard = parse(handler)
            if heard:
                open_ones.append(handler)
        return heard

    def handle_one_request(handler):
        try:
            handle(handler)
        finally:
            if handler in open_ones:
                open_ones.remove(handler)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuietWSGIRequestHandler, "parse_request", parse_request)
        patch.setattr(QuietWSGIRequestHandler, "handle_one_request", handle_one_request)
        yield
        with lock:
            patch.setattr(QuietWSGIRequestHandler, "parse_request", hang_up)
        last = time.monotonic() + PATIENCE
        while open_ones and time.monotonic() < last:
            time.sleep(0.02)
