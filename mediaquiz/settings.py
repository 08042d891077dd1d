"""All settings; what varies between machines comes from the environment.

Names of this project's own variables: MEDIAQUIZ_DATA (the folder that keeps what a server makes),
MEDIAQUIZ_SIGNUP, MEDIAQUIZ_CONTACT, MEDIAQUIZ_ADDRESS, MEDIAQUIZ_DEMO_SIGN_INS, MEDIAQUIZ_SPACY_PIPELINE; HTTPS=1
behind a proxy with TLS.
"""

from __future__ import annotations

from pathlib import Path

import bootstrap_wrapper
import environ
from csp.constants import SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from whitenoise.compress import Compressor

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
DATA_DIR = Path(env.str("MEDIAQUIZ_DATA", default=str(BASE_DIR / ".local"))).absolute()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY and (DATA_DIR / "secret_key").exists():
    SECRET_KEY = (DATA_DIR / "secret_key").read_text(encoding="ascii").strip()
if not SECRET_KEY:
    if env.bool("MEDIAQUIZ_SERVES", default=False):  # set by wsgi.py and asgi.py
        raise ImproperlyConfigured(
            f"Set SECRET_KEY, or start with make run, which keeps one in {DATA_DIR / 'secret_key'}: "
            "without a lasting key every restart signs everybody out."
        )
    SECRET_KEY = get_random_secret_key()  # lasts for one command or one run of the tests

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "quizzes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "mediaquiz.whole_requests.BrokenRequestMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "quizzes.middleware.StudentMiddleware",
    "quizzes.middleware.TeacherRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "mediaquiz.urls"
WSGI_APPLICATION = "mediaquiz.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quizzes.views.looks.looks",
                "quizzes.accounts.help_with_accounts",
            ],
            "builtins": ["django.templatetags.static", "quizzes.templatetags.signs"],
        },
    },
]

# --- Database -------------------------------------------------------------------------------
database_url = env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'mediaquiz.sqlite3'}"
database = env.db_url_config(database_url) | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
database.setdefault("OPTIONS", {})
match database.get("ENGINE"):
    case "django.db.backends.sqlite3":
        # WAL and immediate transactions: a class of students writes while the worker reads.
        # Synchronous in full: what a page has called saved is on the disk, also when the power fails a moment later.
        database["OPTIONS"] |= {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "timeout": 20,
        }
    case "django.db.backends.postgresql":
        database["OPTIONS"].setdefault("connect_timeout", 5)
    case _:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgres://.")
DATABASES = {"default": database}
# Counts of failed sign-ins must hold across processes and restarts; they are too few to load a database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # a school's worth: past it counts would be thrown away early
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Accounts -------------------------------------------------------------------------------
AUTH_USER_MODEL = "quizzes.User"
AUTHENTICATION_BACKENDS = ["quizzes.accounts.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_REDIRECT_URL = "home"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "quizzes.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "quizzes.forms.accounts.SignInForm",
    "signup": "quizzes.forms.accounts.SignUpForm",
    "reset_password": "quizzes.forms.accounts.ForgottenPasswordForm",
    "add_email": "quizzes.forms.accounts.NewAddressForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True  # one address an account, changed once the new one has been confirmed
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # who finds a screen left open changes no address
ACCOUNT_EMAIL_SUBJECT_PREFIX = "MediaQuiz: "
ACCOUNT_EMAIL_CONFIRMATION_ANONYMOUS_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, and in no other
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords: by address on the network (a school is often one), and by account.
    "login_failed": "30/m/ip,5/300s/key",
}
MEDIAQUIZ_SIGNUP = env.str("MEDIAQUIZ_SIGNUP", default="") or "invitation"
if MEDIAQUIZ_SIGNUP not in ("open", "invitation", "off"):
    raise ImproperlyConfigured("MEDIAQUIZ_SIGNUP must be open, invitation or off.")
MEDIAQUIZ_CONTACT = env.str("MEDIAQUIZ_CONTACT", default="")
MEDIAQUIZ_DEMO_SIGN_INS = env.bool("MEDIAQUIZ_DEMO_SIGN_INS", default=False)

# The address that links printed by a command begin with; `make run` keeps the one it has announced.
MEDIAQUIZ_ADDRESS = env.str("MEDIAQUIZ_ADDRESS", default="")
if not MEDIAQUIZ_ADDRESS and (DATA_DIR / "address").exists():
    MEDIAQUIZ_ADDRESS = (DATA_DIR / "address").read_text(encoding="utf-8").strip()
MEDIAQUIZ_ADDRESS = (MEDIAQUIZ_ADDRESS or "http://127.0.0.1:8000").rstrip("/")

# --- Mail -----------------------------------------------------------------------------------
EMAIL_URL = env.str("EMAIL_URL", default="")
EMAIL_CONFIG = env.email_url_config(EMAIL_URL or "consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs must not keep a page waiting longer
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="mediaquiz@localhost")
# Without it nothing is asked of a teacher that only a mail could do.
MEDIAQUIZ_SENDS_MAIL = bool(EMAIL_URL)
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MEDIAQUIZ_SENDS_MAIL else "none"

# --- Reading --------------------------------------------------------------------------------
MEDIAQUIZ_SPACY_PIPELINE = env.str("MEDIAQUIZ_SPACY_PIPELINE", default="")
MEDIAQUIZ_FETCH_LOOPBACK = False  # only the tests fetch from this machine
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # several articles of 1 MB pasted or uploaded at once
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an attempt's page sends a check box for each sentence

# --- Language and time ----------------------------------------------------------------------
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Static files and pages -----------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [("bootstrap", bootstrap_wrapper.get_bootstrap_dir())]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Pages ask for files by their hashed names alone: one copy of each is enough, and compressed in half the time.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Source maps are 17 MB that only a developer's browser asks for: not worth ten seconds of the first start.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Security -------------------------------------------------------------------------------
HTTPS = env.bool("HTTPS", default=False)  # set where a proxy in front of gunicorn speaks TLS
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's icons are data URLs in its style sheet
        "frame-ancestors": ["'none'"],
        "form-action": [SELF],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30 if HTTPS else 0
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # failed sign-ins are counted by the visitor's address, not the proxy's
# Promises about a school's other sites (sub-domains, browsers' preload lists) are the school's to make.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "brief": {"()": "mediaquiz.brief_log.BriefFormatter", "format": "{asctime} {message}", "style": "{"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "brief": {"class": "logging.StreamHandler", "formatter": "brief"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own console handler works under DEBUG only and would then print everything twice.
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # One line for a name that we do not answer to, without the way through the code.
        "django.security.DisallowedHost": {"handlers": ["brief"], "propagate": False},
    },
}
