"""All settings, from the environment.

Without any variable this is the demo: SQLite in `var/`, debug off, one machine. With `WERKWIJS_MODE=production` the variables
in `REQUIRED_IN_PRODUCTION` must be set; a start without them stops and names each missing one.
"""

import os
import sqlite3
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
PRODUCTION = os.environ.get("WERKWIJS_MODE", "demo") == "production"
REQUIRED_IN_PRODUCTION = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_URL")

missing = [name for name in REQUIRED_IN_PRODUCTION if PRODUCTION and not os.environ.get(name)]
if missing:
    message = f"WERKWIJS_MODE=production needs these environment variables: {', '.join(missing)}. See docs/operations.md."
    raise ImproperlyConfigured(message)


def from_list(name: str, default: str) -> list[str]:
    """Read a comma-separated variable."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


# A demo keeps no sessions between starts, so it needs no lasting key; production must bring one.
SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()
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
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "accounts",
    "evidence",
    "catalogue",
    "api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "api.headers.ApiHeaders",
    "catalogue.headers.PageHeaders",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
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
                "catalogue.context.page",
            ],
        },
    },
]

# Databases: SQLite embedded by default, PostgreSQL by DATABASE_URL.
DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'werkwijs.sqlite3'}")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)}
USES_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if USES_SQLITE:
    # IMMEDIATE takes the write lock at BEGIN, so that a transaction waits instead of failing half-way; FULL survives power loss.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    # A file, not memory: the suite must see the same PRAGMAs as the server.
    DATABASES["default"]["TEST"] = {"NAME": BASE_DIR / "var" / "test.sqlite3"}
SQLITE_LIBRARY = sqlite3.sqlite_version_info

# Answers of the API and pages, per process, under a name that changes with the catalogue (api/kept.py, catalogue/headers.py).
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}

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
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
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
    "DEFAULT_SCHEMA_CLASS": "api.schema.DoorSchema",
    "EXCEPTION_HANDLER": "api.problems.handle",
    "UNAUTHENTICATED_USER": None,
}

# api/openapi.json is the same wherever it is made; the API gives it out with its own address and contact (api/views/documents.py).
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.0.3",
    "TITLE": "Werkwijs",
    "DESCRIPTION": "Wat bekend is over aanpakken die mensen met een migratieachtergrond helpen werk te vinden, te houden en verder "
    "te komen: welke er zijn, wat onderzoek erover zegt, hoe zeker dat is, en wat nog niemand onderzocht. Alles met de bron erbij.",
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
        {"name": "lessons", "description": "Lessen en aanbevelingen."},
        {"name": "countries", "description": "Landen en hun arbeidsmarktbeleid."},
        {"name": "sources", "description": "De documenten waar alles uit komt."},
        {"name": "organisations", "description": "Organisaties en hun rollen."},
        {"name": "schemes", "description": "Begrippenlijsten (SKOS)."},
        {"name": "changes", "description": "Wat er veranderde."},
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
