"""Signing in: accounts are given, not taken; a password and a one-time code, in our own words."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as PasswordAgainForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from dienhong.foundations import encryption
from dienhong.foundations.requests import CivicRequest

SECOND_FACTOR = "dienhong.mfa.secret"
WITHOUT_SECOND_FACTOR = ("/dang-nhap/", "/dang-xuat/", "/tai-khoan/", "/ngon-ngu/", "/giao-dien/", "/tinh/")


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in only. A citizen needs no account; a member of staff gets one from the administrator."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đã đóng. Hãy hỏi người quản trị của địa phương."),
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
        "incorrect_password": _("Mật khẩu chưa đúng. Hãy gõ lại."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy gõ lại."),
        "invalid_login": _("Chưa đăng nhập được. Hãy gõ lại."),
        "too_many_login_attempts": _("Đã thử sai nhiều lần. Hãy đợi 5 phút rồi thử lại."),
        "rate_limited": _("Đã thử nhiều lần. Hãy đợi ít phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time-code secrets are encrypted like every other secret of a person."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã chưa đúng hoặc đã hết hạn. Hãy gõ mã đang hiện trên điện thoại."),
        "cannot_delete_authenticator": _("Không tắt được mã một lần: tài khoản cán bộ luôn cần lớp bảo vệ thứ hai."),
    }

    def encrypt(self, text: str) -> str:
        return b64encode(encryption.encrypt(text, purpose=SECOND_FACTOR)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(b64decode(encrypted_text), purpose=SECOND_FACTOR)

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Accounts carry no address; what happens to them stands in the ledger."""

    def can_delete_authenticator(self, authenticator: object) -> bool:  # noqa: ARG002
        return False


def _one_time_code(label: Any) -> forms.CharField:
    attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
    return forms.CharField(label=label, widget=forms.TextInput(attrs=attributes))


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"), widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True})
        )
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields.pop("remember", None)
        self.order_fields(["login", "password"])


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    code = _one_time_code(_("Mã 6 chữ số trên điện thoại"))


class CodeAgainForm(ReauthenticateForm):  # type: ignore[misc]
    code = _one_time_code(_("Mã 6 chữ số trên điện thoại"))


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    code = _one_time_code(_("Mã 6 chữ số vừa hiện trên điện thoại"))


class PasswordAgain(PasswordAgainForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].widget.attrs.pop("placeholder", None)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Mật khẩu hiện tại"),
            "password1": _("Mật khẩu mới"),
            "password2": _("Gõ lại mật khẩu mới"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = _("Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là mật khẩu tốt.")


def second_factor_required(
    get_response: Callable[[CivicRequest], HttpResponse],
) -> Callable[[CivicRequest], HttpResponse]:
    """Whoever signed in with a password alone sets up one-time codes before anything else."""

    def middleware(request: CivicRequest) -> HttpResponse:
        if request.actor.is_known and not request.session.get("has_second_factor"):
            if is_mfa_enabled(request.user):
                request.session["has_second_factor"] = True
            elif not request.path.startswith(WITHOUT_SECOND_FACTOR):
                return redirect("mfa_activate_totp")
        return get_response(request)

    return middleware
