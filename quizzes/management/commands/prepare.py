"""Brings the site up to date before it starts: tables, static files, and the demonstration where it is on."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

UNASKED = ("bootstrap-*", "bootstrap.rtl.*", "bootstrap.css*", "bootstrap*.js*")
"""Of Bootstrap the pages ask for one style sheet; to compress its other editions would take most of the first start."""


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        refuse_unreachable_database()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        if not settings.DEBUG:  # the development server finds static files where they lie
            collect_changed_static_files()
        if settings.MEDIAQUIZ_DEMO_SIGN_INS:
            call_command("seed", "demonstration")


def refuse_unreachable_database() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        where = "DATABASE_URL" if connection.vendor == "postgresql" else connection.settings_dict["NAME"]
        raise CommandError(
            f"The database does not answer ({where}): {' '.join(str(error).split())}"
        ) from error


def collect_changed_static_files() -> None:
    """Collect and compress the static files where one of them is not as it was the last time."""
    stamp = settings.STATIC_ROOT / ".collected"
    now = fingerprint_of_static_files()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=list(UNASKED))
    stamp.write_text(now, encoding="ascii")


def fingerprint_of_static_files() -> str:
    """A digest of every static file's name, size and time of change, ours and the packages'."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = (name, storage.size(name), storage.get_modified_time(name).timestamp())
            digest.update(repr(facts).encode())
    return digest.hexdigest()
