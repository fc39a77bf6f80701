"""The addresses of signing in, under the names the library asks for."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from dienhong.site import account_views as ours

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-nhap/ma/", mfa.authenticate, name="mfa_authenticate"),
    path("dang-nhap/khoa/", ours.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("dang-nhap/lai/", account.reauthenticate, name="account_reauthenticate"),
    path("dang-nhap/lai/ma/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("dang-nhap/lai/khoa/", ours.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("dang-nhap/da-dong/", account.account_inactive, name="account_inactive"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("tai-khoan/", mfa.index, name="mfa_index"),
    path("tai-khoan/mat-khau/", ours.password_change, name="account_change_password"),
    path("tai-khoan/ma-mot-lan/", ours.activate_totp, name="mfa_activate_totp"),
    path("tai-khoan/ma-mot-lan/da-bat/", mfa.index, name="mfa_deactivate_totp"),
    path("tai-khoan/ma-du-phong/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tai-khoan/ma-du-phong/moi/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tai-khoan/ma-du-phong/tai/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("tai-khoan/khoa/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("tai-khoan/khoa/them/", ours.add_passkey, name="mfa_add_webauthn"),
    path("tai-khoan/khoa/<int:pk>/ten/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("tai-khoan/khoa/<int:pk>/go/", ours.remove_passkey, name="mfa_remove_webauthn"),
]
