"""Signing in: accounts are given, not taken; a password and a second factor, in our own words."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dienhong.foundations import encryption
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.actions import accounts
from dienhong.registry.models import User

SECOND_FACTOR = "dienhong.mfa.secret"
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes only stand in for one
ALWAYS_OPEN = ("/dang-nhap/", "/dang-xuat/", "/ngon-ngu/", "/giao-dien/", "/tinh/")


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in only. A citizen needs no account; a member of staff gets one from the administrator."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đã đóng. Hãy hỏi người quản trị của địa phương."),
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
        "incorrect_password": _("Mật khẩu chưa đúng. Hãy gõ lại."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy gõ lại."),
        "invalid_login": _("Chưa đăng nhập được. Hãy gõ lại."),
        "too_many_login_attempts": _("Đã gõ sai nhiều lần. Hãy đợi 5 phút rồi thử lại."),
        "rate_limited": _("Đã thử nhiều lần. Hãy đợi ít phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def set_password(self, user: User, password: str) -> None:
        accounts.change_password(user=user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index" if is_mfa_enabled(request.user, SECOND_FACTORS) else "mfa_activate_totp")

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Accounts carry no address; what happens to them stands in the ledger."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of one-time codes are encrypted like every other secret; the last second factor stays."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã chưa đúng hoặc đã hết hạn. Hãy gõ mã đang hiện trên điện thoại."),
        "cannot_delete_authenticator": _(
            "Chưa gỡ được: tài khoản cán bộ luôn cần một lớp bảo vệ thứ hai. Hãy thêm một lớp khác trước."
        ),
    }

    def encrypt(self, text: str) -> str:
        return b64encode(encryption.encrypt(text, purpose=SECOND_FACTOR)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(b64decode(encrypted_text), purpose=SECOND_FACTOR)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """A member of staff always keeps one second factor; recovery codes do not count as one."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=SECOND_FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - the library's word
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Khóa %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Diên Hồng"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.person.name}


def own_password_required(
    get_response: Callable[[CivicRequest], HttpResponse],
) -> Callable[[CivicRequest], HttpResponse]:
    """Whoever signed in with a password that was handed over chooses their own before anything else."""

    def middleware(request: CivicRequest) -> HttpResponse:
        change = reverse("account_change_password")
        if getattr(request.user, "must_change_password", False) and not request.path.startswith((*ALWAYS_OPEN, change)):
            return redirect(change)
        return get_response(request)

    return middleware


def second_factor_required(
    get_response: Callable[[CivicRequest], HttpResponse],
) -> Callable[[CivicRequest], HttpResponse]:
    """Whoever signed in with a password alone sets up a second factor before anything else."""

    def middleware(request: CivicRequest) -> HttpResponse:
        if request.actor.is_known and not request.session.get("has_second_factor"):
            if shown_second_factor(request):
                request.session["has_second_factor"] = True
            elif is_mfa_enabled(request.user, SECOND_FACTORS):
                logout(request)  # set up elsewhere since this session began: it has to be shown here too
                return redirect("account_login")
            elif not request.path.startswith((*ALWAYS_OPEN, "/tai-khoan/")):
                return redirect("mfa_activate_totp")
        return get_response(request)

    return middleware


def shown_second_factor(request: HttpRequest) -> bool:
    """In this session a code or a passkey was shown: that the account has one does not prove who sits here."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))
