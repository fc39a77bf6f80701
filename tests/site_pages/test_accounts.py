"""Signing in: password, then a one-time code; nobody signs up; nothing works before the second factor."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as codes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.urls import NoReverseMatch, reverse

from dienhong.foundations.actors import Role
from dienhong.ledger.models import Entry
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


def change_password(client, old, new):
    return client.post("/tai-khoan/mat-khau/", {"oldpassword": old, "password1": new, "password2": new})


@pytest.fixture
def newcomer(officer):
    User.objects.filter(pk=officer.pk).update(must_change_password=True)
    return officer


def test_a_temporary_password_leads_to_ones_own_before_anything_else(client, newcomer):
    sign_in(client, newcomer)
    assert client.get("/danh-ba/")["Location"] == "/tai-khoan/mat-khau/"
    assert client.get("/tai-khoan/ma-mot-lan/")["Location"] == "/tai-khoan/mat-khau/"
    assert client.get("/tai-khoan/mat-khau/").status_code == 200


def test_the_temporary_password_is_not_taken_for_ones_own(client, newcomer):
    sign_in(client, newcomer)
    assert "phải khác" in change_password(client, PASSWORD, PASSWORD).content.decode()
    newcomer.refresh_from_db()
    assert newcomer.must_change_password


def test_from_the_temporary_password_to_the_recovery_codes_nothing_is_typed_twice(client, newcomer):
    sign_in(client, newcomer)
    assert change_password(client, PASSWORD, "lua chin vang dong")["Location"] == "/tai-khoan/ma-mot-lan/"
    page = client.get("/tai-khoan/ma-mot-lan/")
    answer = client.post("/tai-khoan/ma-mot-lan/", {"code": code_of(page.context["form"].secret)})
    assert answer["Location"] == "/tai-khoan/ma-du-phong/?buoc=3"
    page = client.get(answer["Location"])
    assert len(page.context["unused_codes"]) == 10
    assert "bước 3 trên 3" in page.content.decode()
    assert client.get("/danh-ba/").status_code == 200
    assert {"password.changed", "factor.added"} <= set(Entry.objects.values_list("kind", flat=True))


def test_a_session_that_showed_no_second_factor_ends_once_there_is_one(client, officer):
    sign_in(client, officer)
    TOTP.activate(officer, generate_totp_secret())
    assert client.get("/tai-khoan/ma-du-phong/")["Location"] == "/dang-nhap/"
    assert "_auth_user_id" not in client.session


def test_recovery_codes_alone_are_no_second_factor(client, officer):
    RecoveryCodes.activate(officer)
    sign_in(client, officer)
    assert client.get("/danh-ba/")["Location"] == "/tai-khoan/ma-mot-lan/"


def test_codes_move_to_another_telephone_without_being_off_in_between(client, officer):
    key = generate_totp_secret()
    TOTP.activate(officer, key)
    sign_in(client, officer)
    client.post("/dang-nhap/ma/", {"code": code_of(key)})
    again = client.get("/tai-khoan/ma-mot-lan/")["Location"]
    client.post(again, {"password": PASSWORD})
    page = client.get("/tai-khoan/ma-mot-lan/")
    client.post("/tai-khoan/ma-mot-lan/", {"code": "000000"})
    assert Authenticator.objects.filter(user=officer, type="totp").count() == 1
    client.post("/tai-khoan/ma-mot-lan/", {"code": code_of(page.context["form"].secret)})
    moved = Authenticator.objects.get(user=officer, type="totp")
    assert moved.wrap().validate_code(code_of(page.context["form"].secret))


MADE_UP = (
    "{}",
    "[1]",
    '{"id": "AAAA", "response": {}}',
    '{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"userHandle": "MQ"}}',
)


@pytest.mark.parametrize("credential", MADE_UP)
def test_a_passkey_made_up_by_somebody_does_not_come_in(client, officer, credential):
    client.get("/dang-nhap/khoa/", headers={"Accept": "application/json"})
    answer = client.post("/dang-nhap/khoa/", {"credential": credential}, follow=True)
    assert "_auth_user_id" not in client.session
    assert answer.status_code == 200
    assert answer.redirect_chain == [("/dang-nhap/", 302)]


@pytest.mark.parametrize("credential", MADE_UP)
def test_a_passkey_made_up_by_somebody_is_not_added(client, officer, credential):
    sign_in(client, officer)
    client.post("/dang-nhap/lai/?next=/tai-khoan/khoa/them/", {"password": PASSWORD})
    client.get("/tai-khoan/khoa/them/")
    page = client.post("/tai-khoan/khoa/them/", {"name": "Máy lạ", "credential": credential})
    assert page.status_code == 200
    assert not Authenticator.objects.filter(user=officer).exists()


def test_attempts_are_counted_where_every_process_sees_them(client, officer):
    for _attempt in range(5):
        sign_in(client, officer, "sai mat khau")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache")
        assert cursor.fetchone()[0] >= 2  # by address and by name
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_a_code_works_once(client, officer):
    key = generate_totp_secret()
    TOTP.activate(officer, key)
    assert Authenticator.objects.get(user=officer).wrap().validate_code(code_of(key))
    cache.close()
    assert not Authenticator.objects.get(user=officer).wrap().validate_code(code_of(key))


@pytest.fixture
def used_code(client, officer, monkeypatch):
    """A code that was right a moment ago, in a half minute that does not end while the test runs."""
    key = generate_totp_secret()
    TOTP.activate(officer, key)
    monkeypatch.setattr(codes, "yield_hotp_counters_from_time", lambda: iter([50]))
    sign_in(client, officer)
    code = f"{hotp_value(key, 50):06d}"
    client.post("/dang-nhap/ma/", {"code": code})
    assert "_auth_user_id" in client.session
    client.post("/dang-xuat/")
    assert "_auth_user_id" not in client.session
    return code


USED = "Mã này vừa dùng rồi. Chờ mã mới (khoảng 30 giây) rồi nhập lại."


def test_a_code_used_a_moment_ago_is_said_to_be_used(client, officer, used_code):
    sign_in(client, officer)
    assert USED in client.post("/dang-nhap/ma/", {"code": used_code}).content.decode()
    assert "_auth_user_id" not in client.session
    page = client.post("/dang-nhap/ma/", {"code": "000000" if used_code != "000000" else "000001"}).content.decode()
    assert "Mã chưa đúng" in page
    assert USED not in page


def test_nothing_is_said_of_a_code_to_who_typed_a_wrong_password(client, officer, used_code):
    sign_in(client, officer, "sai mat khau")
    page = client.post("/dang-nhap/ma/", {"code": used_code}, follow=True).content.decode()
    assert USED not in page
    assert "_auth_user_id" not in client.session
