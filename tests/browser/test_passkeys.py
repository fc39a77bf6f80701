"""Passkeys in a real browser, with the authenticator that Chromium plays: made, shown, used alone, removed."""

from datetime import date
from urllib.parse import urljoin

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from browser.axe import violations
from dienhong.ledger.models import Entry
from dienhong.registry.models import User
from dienhong.site import setup

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEMPORARY, OWN = "mat khau tam thoi", "lua chin vang dong"


@pytest.fixture
def user(db):
    cache.clear()
    user = setup.begin(
        province="tỉnh Lam Giang",
        commune="xã Bến Sậy",
        since=date(2025, 7, 1),
        name="Đinh Văn Lực",
        username="luc",
        password=TEMPORARY,
    )
    User.objects.filter(pk=user.pk).update(must_change_password=True)
    return user


@pytest.fixture
def phone(visit):
    """A telephone that unlocks by finger: every question of the site is answered at once."""

    def open_page(path, **options):
        page = visit(path, width=360, **options)
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        session.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        return page

    return open_page


def press(page, words):
    page.get_by_role("button", name=words, exact=True).click()


def looks_right(page):
    assert violations(page) == []
    assert page.messages == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def type_password(page, password):
    page.get_by_label("Tên đăng nhập").fill("luc")
    page.get_by_label("Mật khẩu").fill(password)
    press(page, "Đăng nhập")


def first_sign_in(page):
    """From the temporary password to the first passkey and the recovery codes."""
    type_password(page, TEMPORARY)
    page.wait_for_url("**/tai-khoan/mat-khau/")
    looks_right(page)
    page.get_by_label("Mật khẩu tạm đã được đưa").fill(TEMPORARY)
    page.get_by_label("Mật khẩu mới", exact=False).first.fill(OWN)
    page.get_by_label("Gõ lại mật khẩu mới").fill(OWN)
    press(page, "Đổi mật khẩu")
    page.wait_for_url("**/tai-khoan/ma-mot-lan/")
    looks_right(page)
    page.get_by_role("link", name="Tạo khóa truy cập").click()
    page.wait_for_url("**/tai-khoan/khoa/them/")
    looks_right(page)
    press(page, "Tạo khóa trên máy này")
    page.wait_for_url("**/tai-khoan/ma-du-phong/?buoc=3")
    looks_right(page)


def go(page, path):
    page.goto(urljoin(page.url, path))


def sign_out(page):
    with page.expect_navigation():  # first the page empties what this machine keeps
        press(page, "Đăng xuất")
    go(page, "/dang-nhap/")


def test_a_village_head_signs_in_for_the_first_time_and_then_by_finger_alone(phone, user):
    page = phone("/dang-nhap/")
    looks_right(page)
    first_sign_in(page)
    assert page.locator(".dh-code-list li").count() == 10
    assert page.get_by_role("button", name="In", exact=True).is_visible()
    page.get_by_role("link", name="Đã cất, vào làm việc").click()
    page.wait_for_url("**/viec-cua-toi/")

    sign_out(page)
    press(page, "Đăng nhập bằng khóa truy cập")
    page.wait_for_url("**/viec-cua-toi/")
    assert page.get_by_role("link", name="Đinh Văn Lực").is_visible()
    assert page.messages == []
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"password.changed", "factor.added"} <= kinds


def test_a_passkey_is_the_second_factor_after_a_password(phone, user):
    page = phone("/dang-nhap/")
    first_sign_in(page)
    sign_out(page)
    type_password(page, OWN)
    page.wait_for_url("**/dang-nhap/ma/")
    looks_right(page)
    assert page.get_by_label("Mã 6 chữ số trên điện thoại").is_visible()
    press(page, "Dùng khóa truy cập")
    page.wait_for_url("**/viec-cua-toi/")


def test_a_telephone_without_the_passkey_says_what_else_there_is(phone, user):
    page = phone("/dang-nhap/")
    press(page, "Đăng nhập bằng khóa truy cập")
    page.get_by_role("status").filter(has_text="Chưa nhận được khóa truy cập").wait_for()
    looks_right(page)


def test_the_last_passkey_stays_and_an_earlier_one_goes(phone, user):
    page = phone("/dang-nhap/")
    first_sign_in(page)
    first = Authenticator.objects.get(type="webauthn")

    go(page, "/tai-khoan/khoa/")
    looks_right(page)
    page.get_by_role("link", name="đổi tên").click()
    looks_right(page)
    page.get_by_label("Tên gọi").fill("Điện thoại cũ")
    press(page, "Lưu")
    page.wait_for_url("**/tai-khoan/khoa/")
    assert page.get_by_text("Điện thoại cũ").first.is_visible()

    go(page, f"/tai-khoan/khoa/{first.pk}/go/")
    looks_right(page)
    press(page, "Gỡ")
    page.get_by_text("tài khoản cán bộ luôn cần một lớp bảo vệ thứ hai").first.wait_for()
    assert Authenticator.objects.filter(pk=first.pk).exists()

    Authenticator.objects.create(user=user, type="totp", data={"secret": "unused"})
    press(page, "Gỡ")
    page.wait_for_url("**/tai-khoan/khoa/")
    assert not Authenticator.objects.filter(pk=first.pk).exists()
    assert Entry.objects.filter(kind="factor.removed").count() == 1


def test_who_one_is_can_be_shown_again_by_passkey(phone, user):
    page = phone("/dang-nhap/")
    first_sign_in(page)
    sign_out(page)
    press(page, "Đăng nhập bằng khóa truy cập")
    page.wait_for_url("**/viec-cua-toi/")
    go(page, "/tai-khoan/ma-du-phong/")
    page.wait_for_url("**/dang-nhap/lai/**")
    looks_right(page)
    page.get_by_role("link", name="dùng khóa truy cập").click()
    page.wait_for_url("**/dang-nhap/lai/khoa/**")
    looks_right(page)
    press(page, "Dùng khóa truy cập")
    page.wait_for_url("**/tai-khoan/ma-du-phong/")


def test_without_scripts_the_password_and_the_code_are_offered(visit, user):
    page = visit("/dang-nhap/", width=360, script=False)
    assert page.get_by_label("Mật khẩu").is_visible()
    assert not page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").is_visible()
