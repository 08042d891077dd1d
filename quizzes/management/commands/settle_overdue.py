"""Hand in every attempt whose time has run out. A page that looks at an attempt does it too; run this from a timer."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from quizzes.flows.taking import settle_overdue


class Command(BaseCommand):
    help = "Hand in the attempts whose time has run out, as of their deadline."

    def handle(self, *args: Any, **options: Any) -> None:
        count = settle_overdue(at=timezone.now())
        self.stdout.write(f"{count} attempt{'' if count == 1 else 's'} handed in.")
