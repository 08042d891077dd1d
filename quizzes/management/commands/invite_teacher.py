"""Makes an invitation by which one teacher opens an account, and prints its link."""

from __future__ import annotations

import smtplib
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from quizzes.flows.accounts import INVITATION_LASTS, invite_teacher
from quizzes.models import User


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--email", default="", help="the only address it is for; where mail is set up, it is sent there"
        )

    def handle(self, *, email: str, **options: Any) -> None:
        if settings.MEDIAQUIZ_SIGNUP == "off":
            raise CommandError("MEDIAQUIZ_SIGNUP is off: accounts are made by `manage.py create_teacher`.")
        if email:
            refuse_unusable(email)
        invitation = invite_teacher(email=email, at=timezone.now())
        link = settings.MEDIAQUIZ_ADDRESS + reverse("teacher-invitation", args=[invitation.token])
        whom = invitation.email or "one teacher"
        self.stdout.write(f"For {whom}, once, within {INVITATION_LASTS.days} days:\n{link}")
        if email and settings.MEDIAQUIZ_SENDS_MAIL:
            self.send(email, link)

    def send(self, email: str, link: str) -> None:
        text = (
            f"You are invited to MediaQuiz, where quizzes are made from several reports on one event.\n\n"
            f"Open your account within {INVITATION_LASTS.days} days:\n{link}\n\n"
            "You did not expect this? Then do nothing."
        )
        try:
            send_mail("MediaQuiz: your invitation", text, None, [email])
        except (smtplib.SMTPException, OSError) as error:
            self.stderr.write(f"It could not be sent ({error}): hand over the link.")
        else:
            self.stdout.write(f"It was sent to {email}.")


def refuse_unusable(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise CommandError(f"{email!r} is no e-mail address.") from error
    if User.objects.filter(email__iexact=email).exists():
        raise CommandError(f"{email} has an account; `manage.py password_link {email}` makes a new password.")
