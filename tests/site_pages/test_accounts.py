"""Signing in: password, then a one-time code; nobody signs up; nothing works before the second factor."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.urls import NoReverseMatch, reverse

from dienhong.foundations.actors import Role
from dienhong.registry.models import User
from tests.registry.conftest import *  # noqa: F403 - the commune and its people
from tests.registry.conftest import actor_in

PASSWORD = "mot cau de nho"


def code_of(key):
    return f"{hotp_value(key, int(time.time()) // 30):06d}"


@pytest.fixture
def officer(commune):
    user = User.objects.get(pk=actor_in(commune, Role.OFFICER).user_id)
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user


def sign_in(client, user, password=PASSWORD):
    return client.post("/dang-nhap/", {"login": user.username, "password": password})


def test_password_then_code_leads_to_todays_work(client, officer):
    key = generate_totp_secret()
    TOTP.activate(officer, key)
    assert sign_in(client, officer)["Location"] == "/dang-nhap/ma/"
    assert "_auth_user_id" not in client.session
    assert client.post("/dang-nhap/ma/", {"code": code_of(key)})["Location"] == "/viec-cua-toi/"
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_the_key_of_one_time_codes_is_not_readable_in_the_database(officer):
    key = generate_totp_secret()
    TOTP.activate(officer, key)
    assert key not in str(Authenticator.objects.get(user=officer).data)


def test_a_wrong_code_says_what_to_type(client, officer):
    TOTP.activate(officer, generate_totp_secret())
    sign_in(client, officer)
    page = client.post("/dang-nhap/ma/", {"code": "000000"}).content.decode()
    assert "Hãy gõ mã đang hiện trên điện thoại" in page
    assert "_auth_user_id" not in client.session


def test_a_wrong_password_is_said_in_vietnamese_and_keeps_the_name(client, officer):
    page = sign_in(client, officer, "sai mat khau").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page
    assert officer.username in page


def test_after_five_wrong_passwords_one_has_to_wait(client, officer):
    for _attempt in range(5):
        sign_in(client, officer, "sai mat khau")
    assert "Hãy đợi 5 phút" in sign_in(client, officer).content.decode()


def test_with_a_password_alone_one_is_led_to_set_up_codes(client, officer):
    sign_in(client, officer)
    assert client.get("/danh-ba/")["Location"] == "/tai-khoan/ma-mot-lan/"


def test_nobody_signs_up():
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_closed_account_does_not_come_in(client, officer):
    User.objects.filter(pk=officer.pk).update(is_active=False)
    sign_in(client, officer)
    assert "_auth_user_id" not in client.session
