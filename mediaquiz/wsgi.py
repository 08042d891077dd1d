"""WSGI entry point (gunicorn mediaquiz.wsgi)."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mediaquiz.settings")
os.environ.setdefault("MEDIAQUIZ_SERVES", "1")  # the settings then refuse a key that does not last
application = get_wsgi_application()
