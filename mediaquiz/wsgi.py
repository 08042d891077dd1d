"""WSGI entry point (gunicorn mediaquiz.wsgi)."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from mediaquiz.whole_requests import whole_requests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mediaquiz.settings")
os.environ.setdefault("MEDIAQUIZ_SERVES", "1")  # the settings then refuse a key that does not last
application = whole_requests(get_wsgi_application())
get_resolver().url_patterns  # noqa: B018  # load every page now, not while the first visitor waits
