"""All settings, from the environment.

Without any variable this is the demo: SQLite in `var/`, debug off, one machine. With `WERKWIJS_MODE=production` the
variables in `REQUIRED_IN_PRODUCTION` must be set; a start without them stops and names each missing one.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = os.environ.get("WERKWIJS_MODE", "demo") == "production"
REQUIRED_IN_PRODUCTION = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_URL", "EMAIL_URL")

missing = [name for name in REQUIRED_IN_PRODUCTION if PRODUCTION and not os.environ.get(name)]
if missing:
    message = (
        f"WERKWIJS_MODE=production needs these environment variables: {', '.join(missing)}. See docs/operations.md."
    )
    raise ImproperlyConfigured(message)


def from_list(name: str, default: str) -> list[str]:
    """Read a comma-separated variable."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def demo_key() -> str:
    """Return the key of this demo, made once and kept in `var/`: sessions and logins outlive a restart."""
    kept = BASE_DIR / "var" / "demo.key"
    try:
        kept.parent.mkdir(exist_ok=True)
        fresh = kept.with_name(f"demo.key.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(get_random_secret_key())
        # A link, not a rename: of two processes that start at once, the first one's key stays.
        with contextlib.suppress(FileExistsError):
            os.link(fresh, kept)
        fresh.unlink()
        return kept.read_text()
    except OSError:  # a folder that cannot be written: a key for this start
        return get_random_secret_key()


# Production must bring its key.
SECRET_KEY = os.environ.get("SECRET_KEY") or demo_key()
DEBUG = os.environ.get("DEBUG") == "yes" and not PRODUCTION
ALLOWED_HOSTS = from_list("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
PUBLIC_URL = os.environ.get("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
CONTACT_URL = os.environ.get("CONTACT_URL", PUBLIC_URL)
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "redactie@werkwijs.example")
CONTACT_NAME = os.environ.get("CONTACT_NAME", "Redactie Werkwijs")
# Printed in the accessibility statement: not-examined, partly or fully; nothing is claimed that nobody examined.
ACCESSIBILITY_STATUS = os.environ.get("ACCESSIBILITY_STATUS", "not-examined")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "letters",
    "accounts",
    "evidence",
    "submissions",
    "dialogue",
    "catalogue",
    "api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "api.middleware.ApiHeaders",
    "catalogue.middleware.PageHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.EditorialAccessMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "catalogue.context_processors.page_frame",
            ],
        },
    },
]

# Databases: SQLite embedded by default, PostgreSQL by DATABASE_URL.
DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'werkwijs.sqlite3'}")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)}
USES_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if USES_SQLITE:
    # IMMEDIATE takes the write lock at BEGIN, so that a transaction waits instead of failing half-way.
    # FULL survives power loss.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    # A file, not memory: the suite must see the same PRAGMAs as the server.
    DATABASES["default"]["TEST"] = {"NAME": Path(DATABASES["default"]["NAME"]).with_name("test.sqlite3")}
SQLITE_LIBRARY = sqlite3.sqlite_version_info

# `default` counts attempts, for all processes together (allauth's limits and ours); its table is made by a migration of
# accounts. `answers` holds answers of the API and pages, per process, under a name that changes with the catalogue.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Room for everyone's count: a full table throws counts away, and with them the limits.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}


def transport(url: str) -> dict[str, object]:
    """Read how letters leave: `console:`, or `smtp://user:password@host:587?tls=yes`, or `smtps://user:password@host`."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"backend": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        message = "EMAIL_URL is console:, smtp://user:password@host:587?tls=yes or smtps://user:password@host."
        raise ImproperlyConfigured(message)
    return {
        "backend": "django.core.mail.backends.smtp.EmailBackend",
        "host": parts.hostname,
        "port": parts.port or {"smtp": 25, "smtps": 465}[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": parse_qs(parts.query).get("tls") == ["yes"],
        "timeout": 4,
    }


# Mail goes into the outbox (letters/outbox.py), in the transaction that it is about, and from there by this transport.
EMAIL_BACKEND = "letters.outbox.OutboxBackend"
EMAIL_TRANSPORT = transport(os.environ.get("EMAIL_URL", "console:"))
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or f"{CONTACT_NAME} <{CONTACT_EMAIL}>"

# Language: Dutch first, English second.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Nothing runs or loads that does not come from this host. The API answers under a policy of its own (api/headers.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
# Who signs in: an e-mail address with a password or a passkey, or an account elsewhere (OpenID Connect).
# accounts/ has the rest.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "accounts.passwords.NotLikeTheAddress", "OPTIONS": {"user_attributes": ("email",)}},
    {"NAME": "accounts.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "submission-list"
LOGOUT_REDIRECT_URL = "home"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_SESSION_REMEMBER = True
# allauth's limits: by address and by account, in the shared cache. A limit passes by itself: the mistakes of another
# lock nobody out for good.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,10/5m/key",
    "signup": "20/m/ip,60/h/ip",
    "reset_password": "20/m/ip,5/10m/key",
    "reset_password_from_key": "20/m/ip",
    "confirm_email": "1/2m/key",
    "manage_email": "20/h/user",
    "change_password": "10/5m/user",
    "reauthenticate": "10/5m/user",
}
# Ours, in words (accounts/rate_limits.py): what visitors send without an account, messages between organisations, and
# keys of the API that do not work.
RATE_LIMITS = {
    "correction": ["20 per hour per visitor", "5 per hour per address"],
    "follow": ["20 per hour per visitor", "10 per hour per address"],
    "contact": ["30 per hour per user"],
    "wrong-token": ["30 per 5 minutes per visitor"],
}
# How many proxies of ours add themselves to X-Forwarded-For; without any, that header is not believed.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "0"))
ACCOUNT_FORMS = {
    "login": "accounts.forms.account.LoginForm",
    "signup": "accounts.forms.account.SignupForm",
    "reset_password": "accounts.forms.account.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.account.ResetPasswordKeyForm",
    "add_email": "accounts.forms.account.AddEmailForm",
    "change_password": "accounts.forms.account.ChangePasswordForm",
    "set_password": "accounts.forms.account.SetPasswordForm",
    "reauthenticate": "accounts.forms.account.ReauthenticateForm",
}
MFA_ADAPTER = "accounts.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Werkwijs"
MFA_TOTP_TOLERANCE = 1
# Passkeys want https; the demo runs on http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_FORMS = {
    "authenticate": "accounts.forms.second_step.AuthenticateCodeForm",
    "authenticate_webauthn": "accounts.forms.second_step.AuthenticateKeyForm",
    "reauthenticate": "accounts.forms.second_step.ReauthenticateCodeForm",
    "reauthenticate_webauthn": "accounts.forms.second_step.ReauthenticateKeyForm",
    "activate_totp": "accounts.forms.second_step.ActivateAppForm",
    "add_webauthn": "accounts.forms.second_step.AddKeyForm",
    "edit_webauthn": "accounts.forms.second_step.NameKeyForm",
    "login_webauthn": "accounts.forms.second_step.LoginKeyForm",
}
SOCIALACCOUNT_ADAPTER = "accounts.adapters.OpenIdConnectAdapter"
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.account.OpenIdConnectSignupForm"}
SOCIALACCOUNT_PROVIDERS = {}
OIDC_SERVER_URL = os.environ.get("OIDC_SERVER_URL", "")
if OIDC_SERVER_URL:
    missing = [name for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME") if not os.environ.get(name)]
    if missing:
        message = (
            f"OIDC_SERVER_URL needs these environment variables too: {', '.join(missing)}. See docs/operations.md."
        )
        raise ImproperlyConfigured(message)
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ["OIDC_NAME"],
                "client_id": os.environ["OIDC_CLIENT_ID"],
                "secret": os.environ["OIDC_CLIENT_SECRET"],
                "settings": {"server_url": OIDC_SERVER_URL, "oauth_pkce_enabled": True},
            }
        ]
    }
    # Browsers hold the address that a posted form is sent on to against this list too.
    provider_address = urlsplit(OIDC_SERVER_URL)
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append(
        f"{provider_address.scheme}://{provider_address.netloc}"
    )

# A working day; drafts are kept at every step, so that a session that ends loses nothing.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Gone with the browser.
CSRF_COOKIE_AGE = None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "catalogue.expired_forms.handle_lost_token"
# A proxy in front that ends TLS says so in this header; without one, nobody may claim it.
if os.environ.get("TRUST_PROXY") == "yes":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.negotiation.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "api.problems.handle",
    "UNAUTHENTICATED_USER": None,
}

# api/openapi.json is the same wherever it is made.
# The API gives it out with its own address and contact (api/views/documents.py).
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.0.3",
    "TITLE": "Werkwijs",
    "DESCRIPTION": (
        "Wat bekend is over aanpakken die mensen met een migratieachtergrond helpen werk te vinden, te houden en "
        "verder te komen: welke er zijn, wat onderzoek erover zegt, hoe zeker dat is, en wat nog niemand onderzocht. "
        "Alles met de bron erbij."
    ),
    "CONTACT": {"name": "Redactie Werkwijs", "url": "https://werkwijs.example", "email": "redactie@werkwijs.example"},
    "SERVERS": [{"url": "https://werkwijs.example/api/v1"}],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "POSTPROCESSING_HOOKS": ["api.schema.complete"],
    "TAGS": [
        {"name": "interventions", "description": "Interventies: aanpakken, werkwijzen, wetten en afspraken."},
        {"name": "evidence-map", "description": "Waar kennis is, en waar gaten zijn."},
        {"name": "studies", "description": "Onderzoeken en hun niveau op de Maryland-schaal."},
        {"name": "findings", "description": "Uitkomsten, bereik en kosten."},
        {"name": "figures", "description": "Cijfers over het probleem of de omgeving."},
        {"name": "lessons", "description": "Lessen en aanbevelingen."},
        {"name": "provisions", "description": "Regelingen en loketten: wat aanpakken gebruiken."},
        {"name": "countries", "description": "Landen en hun arbeidsmarktbeleid."},
        {"name": "sources", "description": "De documenten waar alles uit komt."},
        {"name": "organisations", "description": "Organisaties en hun rollen."},
        {"name": "schemes", "description": "Begrippenlijsten (SKOS)."},
        {"name": "changes", "description": "Wat er veranderde."},
        {
            "name": "submissions",
            "description": "Inzendingen van uw eigen organisatie, met een sleutel; en de vragen, zonder.",
        },
        {"name": "openapi", "description": "De beschrijving van de API."},
    ],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
