"""What is to be done whether anybody looks or not, again and again: a program beside web server and worker."""

from __future__ import annotations

import logging
import threading
from argparse import ArgumentParser
from signal import SIGINT, SIGTERM, signal
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from quizzes import housekeeping

logger = logging.getLogger(__name__)

EVERY = 15.0  # seconds: with the longest silence of a reading, a dead worker is noticed within a minute


class Command(BaseCommand):
    help = (
        "Hands in attempts whose time has run out, takes up readings whose worker has died, and removes what was "
        "deleted more than an hour ago. Goes on until it is stopped; with --once does it once, for a timer of your own."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do it once and say what was done")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        if once:
            self.stdout.write(str(housekeeping.keep_house(at=timezone.now())))
            return
        stop = threading.Event()
        for number in (SIGINT, SIGTERM):
            signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            try:
                housekeeping.keep_house(at=timezone.now())
            except DatabaseError:
                logger.exception("the database did not let the house be kept: trying again in %d s", EVERY)
            stop.wait(EVERY)
