"""One file of settings. Everything a place may set comes from the environment, `docs/how-to/cai-dat.md` lists it."""

import secrets
import sys
from pathlib import Path

from django.contrib.messages import constants as message_levels
from django.utils.translation import gettext_lazy as _

from dienhong.site import environment

PACKAGE = Path(__file__).resolve().parent.parent
TESTING = "pytest" in sys.modules

# Everything the installation keeps: database, files, keys. Back this folder up.
HOME = environment.scratch() if TESTING else environment.folder("DIENHONG_HOME", Path.cwd() / "var")
DEBUG = environment.switch("DIENHONG_DEBUG", default=False)

DIENHONG_FILES = environment.folder("DIENHONG_FILES", HOME / "files")
DIENHONG_KEY_FILE = environment.folder("DIENHONG_KEY_FILE", HOME / "keys" / "ledger.key")
DIENHONG_SECRET_FILE = environment.folder("DIENHONG_SECRET_FILE", HOME / "keys" / "secret.key")
DIENHONG_PAPER_WORDING = environment.folder("DIENHONG_PAPER_WORDING", HOME / "mau-giay.toml")
DIENHONG_URL = environment.text("DIENHONG_URL", "http://localhost:8000")


def _secret() -> str:
    """The installation's secret: a file made once, readable by its owner only."""
    if not DIENHONG_SECRET_FILE.exists():
        DIENHONG_SECRET_FILE.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = DIENHONG_SECRET_FILE.with_suffix(f".{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        try:
            DIENHONG_SECRET_FILE.hardlink_to(fresh)  # fails when another process was first: its secret stands
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return DIENHONG_SECRET_FILE.read_text()


SECRET_KEY = _secret()
ALLOWED_HOSTS = environment.text("DIENHONG_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [DIENHONG_URL] if DIENHONG_URL.startswith("https://") else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "dienhong.foundations",
    "dienhong.ledger",
    "dienhong.registry",
    "dienhong.documents",
    "dienhong.notifications",
    "dienhong.lawbook",
    "dienhong.resolutions",
    "dienhong.rolls",
    "dienhong.programmes",
    "dienhong.disclosures",
    "dienhong.dissemination",
    "dienhong.information_requests",
    "dienhong.spot_checks",
    "dienhong.decisions",
    "dienhong.funds",
    "dienhong.conferences",
    "dienhong.opendata",
    "dienhong.reports",
    "dienhong.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dienhong.site.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dienhong.site.middleware.who_and_when",
    "dienhong.site.accounts.own_password_required",
    "dienhong.site.accounts.second_factor_required",
    "dienhong.site.middleware.refusals_become_pages",
]

ROOT_URLCONF = "dienhong.site.urls"
WSGI_APPLICATION = "dienhong.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],  # before the libraries' own pages
        "OPTIONS": {
            # Written by hand: the automatic configuration of cotton rewrites what others rewrite too.
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                ),
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dienhong.site.navigation.frame",
            ],
        },
    },
]
FORM_RENDERER = "dienhong.foundations.rendering.PageFormRenderer"

DATABASES = {
    "default": environment.database(
        environment.text("TEST_DATABASE_URL", "")
        if TESTING and environment.text("TEST_DATABASE_URL", "")
        else environment.text("DIENHONG_DATABASE_URL", f"sqlite:///{HOME / 'dienhong.sqlite3'}"),
    ),
}
if DATABASES["default"]["NAME"] and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    HOME.mkdir(parents=True, exist_ok=True)
# Counts of attempts and one-time codes already used have to hold for every process of the server.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    # Public pages, in the memory of each process: the state they were drawn in is read from the database each time.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 5_000},  # packed, about 5 KB each: the three pages of some 1,500 villages
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "registry.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/viec-cua-toi/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the working day
ACCOUNT_ADAPTER = "dienhong.site.accounts.StaffAccountAdapter"
# An office behind one address: many people may mistype, each account only a few times.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/5m/ip,5/5m/key", "login": "60/m/ip"}
ACCOUNT_FORMS = {
    "login": "dienhong.site.account_forms.SignInForm",
    "change_password": "dienhong.site.account_forms.NewPasswordForm",
    "reauthenticate": "dienhong.site.account_forms.PasswordAgain",
}
MFA_ADAPTER = "dienhong.site.accounts.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "dienhong.site.account_forms.CodeForm",
    "reauthenticate": "dienhong.site.account_forms.CodeAgainForm",
    "activate_totp": "dienhong.site.account_forms.FirstCodeForm",
    "login_webauthn": "dienhong.site.account_forms.PasskeySignInForm",
    "authenticate_webauthn": "dienhong.site.account_forms.PasskeyForm",
    "reauthenticate_webauthn": "dienhong.site.account_forms.PasskeyAgainForm",
    "add_webauthn": "dienhong.site.account_forms.NewPasskeyForm",
    "edit_webauthn": "dienhong.site.account_forms.PasskeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True  # over https, and over http on localhost only: the browsers' own rule
MFA_TOTP_ISSUER = "Diên Hồng"

# The place this installation serves, shown beside the name on every page: "xã Bến Sậy, tỉnh Lam Giang".
DIENHONG_PLACE_NAME = environment.text("DIENHONG_PLACE_NAME", "")

# Under which terms the open data may be used again: an address.
DIENHONG_DATA_LICENCE = environment.text("DIENHONG_DATA_LICENCE", "https://creativecommons.org/licenses/by/4.0/")

# A class that confirms who somebody is (dienhong.registry.ports.IdentityProvider); empty: codes in person only.
DIENHONG_IDENTITY_PROVIDER = environment.text("DIENHONG_IDENTITY_PROVIDER", "")

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "site" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["dienhong.site.formats"]

STATIC_URL = "/tinh/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
# Found in the packages themselves: no `collectstatic` step on a developer's machine.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TESTING or DEBUG
# Fonts for paper are served as they are: packing them takes longer than everything else together.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("ttf", "woff2", "png", "jpg", "zip", "gz", "br")
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_HTTPS = DIENHONG_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.switch("DIENHONG_PROXY", default=False) else None
)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0  # else everybody shares the proxy's address
CSRF_FAILURE_VIEW = "dienhong.site.views.form_expired"

# What is larger than a file may be is dropped while it comes in and refused in words (docs/how-to/cai-dat.md).
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DIENHONG_SIGNED_NAMES_YEARS = (
    environment.number("DIENHONG_SIGNED_NAMES_YEARS", 1, most=100)
    if environment.text("DIENHONG_SIGNED_NAMES_YEARS", "")
    else None
)
"""How long this place keeps the names on signed papers; None for ever, since the texts read here name no time."""
DIENHONG_UPLOAD_LIMIT = environment.number("DIENHONG_UPLOAD_MB", 30, most=1024) * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "dienhong.site.uploads.BoundedUploadHandler",
]

DIENHONG_DISCLOSED = "dienhong.disclosures.facts.disclosed"
DIENHONG_SUBSCRIBERS = "dienhong.site.wiring.SUBSCRIBERS"
DIENHONG_DAY_ENTRIES = "dienhong.site.wiring.DAY_ENTRIES"
DIENHONG_BESIDE = "dienhong.site.wiring.BESIDE"
DIENHONG_PUBLISHED = "dienhong.site.wiring.PUBLISHED"
DIENHONG_PLACE_NAMES = "dienhong.registry.queries.names_of_places"  # the ledger stands below the registry
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "slow"]}}
if TESTING:
    CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # another test, the same keys
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default", "slow"]}}
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

EMAIL_BACKEND = environment.text("DIENHONG_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = str(HOME / "mail")
EMAIL_HOST = environment.text("DIENHONG_EMAIL_HOST", "localhost")
EMAIL_PORT = int(environment.text("DIENHONG_EMAIL_PORT", "25"))
EMAIL_HOST_USER = environment.text("DIENHONG_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("DIENHONG_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.switch("DIENHONG_EMAIL_TLS", default=False)
DEFAULT_FROM_EMAIL = environment.text("DIENHONG_EMAIL_FROM", "dienhong@localhost")

MESSAGE_TAGS = {message_levels.ERROR: "danger"}  # the word of c-notice

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
