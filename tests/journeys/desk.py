"""People at their desks and telephones: each signs in once and keeps one browser window."""

import time

from allauth.mfa.totp.internal.auth import hotp_value

STEP = 30  # seconds that a one-time code lives


def code_of(key):
    """What the telephone shows for a key now."""
    return f"{hotp_value(key, int(time.time()) // STEP):06d}"


class Desk:
    """One person's window on the site; everything is done as that person would: by links, buttons and keys."""

    def __init__(self, visit, who, *, width=1280):
        self.page = visit("/", width=width)
        self.base = self.page.url.rstrip("/")
        self.page.get_by_role("link", name="Cán bộ đăng nhập").click()
        self.page.get_by_label("Tên đăng nhập").fill(who.username)
        self.page.get_by_label("Mật khẩu").fill(who.password)
        self.press("Đăng nhập")
        self.page.get_by_label("Mã 6 chữ số trên điện thoại").fill(code_of(who.totp_key))
        self.press("Đăng nhập")
        assert self.heading() == "Việc của tôi hôm nay"

    def go(self, path):
        self.page.goto(self.base + path)

    def follow(self, name, **more):
        """The first link of the page's own part that is named so."""
        self.page.locator("main").get_by_role("link", name=name, **more).first.click()
        self.page.wait_for_load_state()

    def press(self, name):
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name).first.click()

    def heading(self):
        return self.page.locator("h1").inner_text().strip()

    def said(self):
        """What the page says of the act just done."""
        return self.page.locator("main .dh-notice").first.inner_text()

    def address(self):
        return self.page.url.removeprefix(self.base)

    def figures(self):
        """Each figure of the page as it is read: label, value."""
        return [each.inner_text().strip() for each in self.page.locator(".dh-figure__value").all()]

    def download(self, name, folder):
        with self.page.expect_download() as waiting:
            self.page.locator("main").get_by_role("link", name=name).first.click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def fill(self, label, text):
        self.page.locator("main").get_by_label(label).first.fill(text)
