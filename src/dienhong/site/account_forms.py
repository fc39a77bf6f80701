"""The forms of signing in, in our words; what they check is the library's."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as PasswordAgainForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.registry.models import User

AS_TYPED = {"autocapitalize": "none", "spellcheck": "false"}  # a telephone corrects nothing here


def _one_time_code(label: Any, help_text: Any = "", *, autofocus: bool = True) -> forms.CharField:
    attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": autofocus}
    return forms.CharField(label=label, help_text=help_text, widget=forms.TextInput(attrs=attributes))


def _whose(user: User) -> forms.CharField:
    """The name beside the password, for the person and for what keeps passwords in their browser."""
    shown = forms.TextInput(attrs={"autocomplete": "username", "readonly": True})
    return forms.CharField(label=_("Tên đăng nhập"), initial=user.username, required=False, widget=shown)


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"),
            widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, **AS_TYPED}),
        )
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields.pop("remember", None)
        self.order_fields(["login", "password"])


class _CodeShown:
    """Somebody whose password was right and whose code was right a moment ago is told what to wait for."""

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError as refusal:
            if refusal.code != "incorrect_code" or not self._is_right():
                raise
            raise forms.ValidationError(
                _("Mã này vừa dùng rồi. Chờ mã mới (khoảng 30 giây) rồi nhập lại."), code="used_code"
            ) from refusal
        return code

    def _is_right(self) -> bool:
        """Whether the telephone shows this code now: refused all the same, it has been used."""
        form: Any = self
        telephones = Authenticator.objects.filter(user=form.user, type=Authenticator.Type.TOTP)
        secrets = [get_adapter().decrypt(telephone.data["secret"]) for telephone in telephones]
        return any(validate_totp_code(secret, form.cleaned_data["code"]) for secret in secrets)


class CodeForm(_CodeShown, AuthenticateForm):  # type: ignore[misc]
    code = _one_time_code(
        _("Mã 6 chữ số trên điện thoại"), _("Không có điện thoại: gõ một mã dự phòng 8 chữ số đã in.")
    )


class CodeAgainForm(_CodeShown, ReauthenticateForm):  # type: ignore[misc]
    code = _one_time_code(
        _("Mã 6 chữ số trên điện thoại"), _("Không có điện thoại: gõ một mã dự phòng 8 chữ số đã in.")
    )


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    code = _one_time_code(_("Mã 6 chữ số vừa hiện trên điện thoại"), autofocus=False)  # what to do stands above


class PasswordAgain(PasswordAgainForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["username"] = _whose(self.user)
        self.order_fields(["username"])


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """A password of one's own. Where the old one was handed over, it is called what it is."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Mật khẩu tạm đã được đưa") if self.user.must_change_password else _("Mật khẩu hiện tại"),
            "password1": _("Mật khẩu mới"),
            "password2": _("Gõ lại mật khẩu mới"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["username"] = _whose(self.user)
        self.order_fields(["username"])
        self.fields["password1"].help_text = _("Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là mật khẩu tốt.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("password1") and cleaned["password1"] == cleaned.get("oldpassword"):
            self.add_error("password1", _("Mật khẩu mới phải khác mật khẩu đang dùng."))
        return cleaned


# What the library lets through of an answer that no browser gave: not whole, or not signed by this key.
MADE_UP = (KeyError, TypeError, ValueError, InvalidSignature)


def _not_accepted() -> forms.ValidationError:
    return forms.ValidationError(
        _("Khóa truy cập này không dùng được ở đây. Hãy thử lại, hoặc đăng nhập bằng mật khẩu và mã.")
    )


class _PasskeyShown:
    """The library calls every refusal a wrong code; here nobody typed one."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except forms.ValidationError as refusal:
            if getattr(refusal, "code", "") != "incorrect_code":
                raise
            raise _not_accepted() from refusal
        except MADE_UP as mistake:
            raise _not_accepted() from mistake


class PasskeySignInForm(_PasskeyShown, LoginWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyForm(_PasskeyShown, AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyAgainForm(_PasskeyShown, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class NewPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey that signs in by itself: what it unlocks with (finger, face, PIN) is the second factor."""

    name = forms.CharField(
        label=_("Tên gọi, để phân biệt các máy"),
        help_text=_("Ví dụ: Điện thoại của tôi, Máy ở ủy ban."),
        max_length=60,
        required=False,
    )
    passwordless = None  # always

    def clean(self) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError as refusal:
            raise _not_made() from refusal
        except MADE_UP as mistake:
            raise _not_made() from mistake
        return cleaned


def _not_made() -> forms.ValidationError:
    return forms.ValidationError(_("Chưa tạo được khóa truy cập. Hãy thử lại, hoặc dùng mã một lần."))


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("Tên gọi, để phân biệt các máy"), max_length=60)


class PasskeyRemovalForm(forms.Form):
    """Refuses to remove the last second factor."""

    def __init__(self, *args: Any, authenticator: Authenticator, **kwargs: Any) -> None:
        self.authenticator = authenticator
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        if not get_adapter().can_delete_authenticator(self.authenticator):
            raise get_adapter().validation_error("cannot_delete_authenticator")
