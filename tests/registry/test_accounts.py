"""Accounts are opened with a temporary password; access is given again to who lost it, by somebody else."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ValidationError

from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.ledger.models import Entry
from dienhong.registry.actions import accounts, people
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Post, User

from .conftest import AT, ON

TEMPORARY = "mot cau tam thoi"


@pytest.fixture
def may(commune, registrar):
    return people.add_person(locality=commune, particulars=Particulars(name="Đặng Thị Mây"), by=registrar)


@pytest.fixture
def account(may, administrator):
    user = accounts.open_account(person=may, username="may", password="cau thu nhat", on=ON, by=administrator)
    accounts.change_password(user=user, password="cau cua rieng toi")
    TOTP.activate(user, generate_totp_secret())
    return user


def give_role(person, place, *, ends_on=None):
    return Post.objects.create(
        person=person, locality=place, title="Chủ tịch", role=Role.CHAIR, starts_on=date(2025, 7, 1), ends_on=ends_on
    )


def test_the_password_of_a_new_account_has_to_be_changed(may, administrator):
    user = accounts.open_account(person=may, username="may", password=TEMPORARY, on=ON, by=administrator)
    assert User.objects.get(pk=user.pk).must_change_password


def test_a_person_has_one_account(may, account, administrator):
    with pytest.raises(accounts.HasAccount, match="Cấp lại quyền đăng nhập"):
        accounts.open_account(person=may, username="may-2", password=TEMPORARY, on=ON, by=administrator)
    assert User.objects.filter(person=may).count() == 1


def test_a_password_of_ones_own_ends_the_temporary_one_and_is_recorded(may, administrator):
    user = accounts.open_account(person=may, username="may", password=TEMPORARY, on=ON, by=administrator)
    accounts.change_password(user=user, password="cau cua rieng toi")
    user.refresh_from_db()
    assert not user.must_change_password
    assert user.check_password("cau cua rieng toi")
    assert Entry.objects.get(kind="password.changed").actor == f"user:{user.pk}"


def test_access_given_again_takes_the_second_factor_and_asks_for_a_new_password(may, account, administrator):
    accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=administrator)
    account.refresh_from_db()
    assert account.check_password(TEMPORARY)
    assert account.must_change_password
    assert not Authenticator.objects.filter(user=account).exists()
    entry = Entry.objects.get(kind="account.reset")
    assert (entry.subject, entry.actor) == (f"registry.user:{account.pk}", administrator.key)


def test_sessions_end_when_access_is_given_again(client, may, account, administrator):
    client.force_login(account)
    accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=administrator)
    client.get("/")
    assert "_auth_user_id" not in client.session


def test_sessions_and_second_factors_end_when_a_person_is_erased(client, may, account, registrar):
    client.force_login(account)
    people.erase_person(person=may, by=registrar, at=AT, on=ON)
    assert client.get("/tai-khoan/")["Location"].startswith("/dang-nhap/")
    assert not Authenticator.objects.filter(user=account).exists()


def test_nobody_gives_access_again_to_themselves(administrator):
    myself = User.objects.get(pk=administrator.user_id).person
    with pytest.raises(accounts.ResetByOneself, match="người quản trị khác"):
        accounts.reset_access(person=myself, password=TEMPORARY, on=ON, by=administrator)


def test_only_an_administrator_of_the_place_gives_access_again(may, account, registrar, stranger):
    with pytest.raises(NotAllowed):
        accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=registrar)
    with pytest.raises(NotFound):
        accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=stranger)
    account.refresh_from_db()
    assert account.check_password("cau cua rieng toi")


def test_an_administrator_of_a_commune_does_not_reach_the_account_of_a_province(commune, may, account, administrator):
    """The person lives here and acts for the province: whoever hands them a password could act so too."""
    post = give_role(may, commune.parent)
    with pytest.raises(NotAllowed, match="cấp trên"):
        accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=administrator)
    Post.objects.filter(pk=post.pk).update(ends_on=date(2026, 3, 1))
    accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=administrator)


def test_an_administrator_of_a_commune_opens_no_account_for_who_acts_for_a_province(commune, may, administrator):
    give_role(may, commune.parent)
    with pytest.raises(NotAllowed, match="cấp trên"):
        accounts.open_account(person=may, username="may", password=TEMPORARY, on=ON, by=administrator)


def test_a_closed_account_is_not_given_access_again(may, account, administrator):
    User.objects.filter(pk=account.pk).update(is_active=False)
    with pytest.raises(accounts.NoAccount, match="mở tài khoản"):
        accounts.reset_access(person=may, password=TEMPORARY, on=ON, by=administrator)


def test_a_weak_temporary_password_changes_nothing(may, account, administrator):
    with pytest.raises(ValidationError):
        accounts.reset_access(person=may, password="123", on=ON, by=administrator)
    assert Authenticator.objects.filter(user=account).exists()


@pytest.fixture
def desk(client, administrator):
    """The browser of the administrator, past the second factor."""
    client.force_login(User.objects.get(pk=administrator.user_id))
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


def test_the_page_of_a_person_leads_to_giving_access_again(desk, may, account):
    assert f"/danh-ba/nguoi/{may.pk}/cap-lai/" in desk.get(f"/danh-ba/nguoi/{may.pk}/").content.decode()
    answer = desk.post(f"/danh-ba/nguoi/{may.pk}/cap-lai/", {"password": TEMPORARY})
    assert answer["Location"] == f"/danh-ba/nguoi/{may.pk}/"
    account.refresh_from_db()
    assert account.check_password(TEMPORARY)
    assert "chưa đổi mật khẩu tạm" in desk.get(answer["Location"]).content.decode()


def test_ones_own_page_offers_no_reset(desk, administrator):
    myself = User.objects.get(pk=administrator.user_id).person
    assert "cap-lai" not in desk.get(f"/danh-ba/nguoi/{myself.pk}/").content.decode()


def test_a_name_that_is_taken_is_said_beside_the_field(desk, may, account, commune, registrar):
    other = people.add_person(locality=commune, particulars=Particulars(name="Lò Văn Pành"), by=registrar)
    answer = desk.post(f"/danh-ba/nguoi/{other.pk}/tai-khoan/", {"username": "May", "password": TEMPORARY})
    assert "Tên đăng nhập này đã có người dùng" in answer.content.decode()
