"""Loads the demonstration, where it is asked for by name."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from quizzes import demonstration


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["demonstration"], help="what to load")

    def handle(self, **options: Any) -> None:
        demonstration.load(seeds=demonstration.seeds_folder(), at=timezone.now(), tell=self.stdout.write)
        self.stdout.write(demonstration.sign_ins())
