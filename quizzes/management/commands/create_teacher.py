"""Makes a teacher's account, as the first one on a school's server."""

from __future__ import annotations

import secrets
import sys
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from quizzes.models import User


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address she signs in with")
        parser.add_argument("--name", default="", help="her name as pages show it")
        parser.add_argument(
            "--generate",
            action="store_true",
            help="make up a password and print it, instead of asking for one",
        )

    def handle(self, *, email: str, name: str, generate: bool, **options: Any) -> None:
        refuse_unusable_email(email)
        generated = generate or not sys.stdin.isatty()
        password = (
            secrets.token_urlsafe(12) if generated else self.asked_password(User(email=email, name=name))
        )
        teacher = User.objects.create_user(email=email, password=password, name=name)
        self.stdout.write(f"{teacher.email} can sign in.")
        if generated:
            self.stdout.write(f"Password (shown only now): {password}")

    def asked_password(self, teacher: User) -> str:
        """A password typed twice alike and good enough; asks until it is."""
        while True:
            password = getpass("Password: ")
            try:
                validate_password(password, teacher)
            except ValidationError as error:
                self.stderr.write("\n".join(error.messages))
                continue
            if password == getpass("Again: "):
                return password
            self.stderr.write("The two are not the same.")


def refuse_unusable_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise CommandError(f"{email!r} is no e-mail address.") from error
    if User.objects.filter(email__iexact=email).exists():
        raise CommandError(f"{email} has an account; `manage.py password_link {email}` makes a new password.")
