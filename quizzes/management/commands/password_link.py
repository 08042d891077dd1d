"""Makes a link by which a teacher sets a new password, where no mail can bring her one."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from quizzes.flows.accounts import answer_for_address
from quizzes.models import User

HOURS = settings.PASSWORD_RESET_TIMEOUT // 3600


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address she signs in with")

    def handle(self, *, email: str, **options: Any) -> None:
        teacher = User.objects.filter(email=email.lower()).first()
        if teacher is None:
            raise CommandError(f"No account has the address {email}.")
        if not teacher.is_active:
            raise CommandError(f"The account of {email} is closed.")
        answer_for_address(user=teacher)
        key = default_token_generator.make_token(teacher)
        uid = user_pk_to_url_str(teacher)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": key})
        self.stdout.write(f"For {teacher}, once, within {HOURS} hours:\n{settings.MEDIAQUIZ_ADDRESS}{path}")
