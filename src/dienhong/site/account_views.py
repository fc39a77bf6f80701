"""The library's pages of signing in, where ours do more: sessions prove a second factor, acts are recorded."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.views import PasswordChangeView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator

from dienhong.foundations.requests import CivicRequest
from dienhong.registry.actions import accounts
from dienhong.registry.models import User
from dienhong.site.account_forms import PasskeyRemovalForm


def _record(request: CivicRequest, kind: str) -> None:
    user = User.objects.select_related("person__locality").get(pk=request.actor.account_id)
    accounts.record(kind=kind, user=user, by=f"user:{user.pk}")


def _tell(request: HttpRequest, form: Form) -> None:
    for mistakes in form.errors.values():
        for mistake in mistakes:
            messages.error(request, str(mistake))


class PasswordPage(PasswordChangeView):  # type: ignore[misc]
    """Whoever has just typed the old password is not asked for it again to set up a second factor."""

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        reauthenticate_by_password(self.request)
        return response


class _SetUp:
    """A second factor set up in this session is shown by it; the first one comes with recovery codes to keep."""

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        request: CivicRequest = self.request  # type: ignore[attr-defined]
        request.session["has_second_factor"] = True
        _record(request, "factor.added")
        return response

    def get_success_url(self) -> str:
        url: str = super().get_success_url()  # type: ignore[misc]
        return f"{url}?buoc=3" if url == reverse("mfa_view_recovery_codes") else url


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class CodesPage(_SetUp, ActivateTOTPView):  # type: ignore[misc]
    """Sets one-time codes up, or moves them to another telephone: the library would have them off in between."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super(ActivateTOTPView, self).dispatch(request, *args, **kwargs)
        return response

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.TOTP).delete()
        return super().form_valid(form)


class AddPasskeyPage(_SetUp, AddWebAuthnView):  # type: ignore[misc]
    """Asks for a passkey that the device keeps and unlocks itself, so that it can sign in alone."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": auth.begin_registration(self.request.user, passwordless=True)}
        return context


class RemovePasskeyPage(RemoveWebAuthnView):  # type: ignore[misc]
    form_class = PasskeyRemovalForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "authenticator": self.object}

    @transaction.atomic
    def post(self, request: CivicRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        User.objects.select_for_update().get(pk=request.actor.account_id)  # of two last ones removed at once, one stays
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        _record(self.request, "factor.removed")
        return response


class PasskeySignInPage(LoginWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Form) -> HttpResponse:
        _tell(self.request, form)
        return redirect("account_login")


class PasskeyAgainPage(ReauthenticateWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Form) -> HttpResponse:
        _tell(self.request, form)
        return redirect(self.request.get_full_path())


password_change = login_required(PasswordPage.as_view())
activate_totp = CodesPage.as_view()
add_passkey = AddPasskeyPage.as_view()
remove_passkey = RemovePasskeyPage.as_view()
sign_in_by_passkey = PasskeySignInPage.as_view()
passkey_again = PasskeyAgainPage.as_view()
