"""How teachers' accounts come to be, and who may sign in with one."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.http import HttpRequest

from quizzes.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "This address and password do not go together.",
        "too_many_login_attempts": "Too many wrong tries. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """True where the school lets teachers open accounts themselves; else `manage.py create_teacher` makes them."""
        return bool(settings.MEDIAQUIZ_OPEN_SIGNUP)


class AccountBackend(AuthenticationBackend):
    def user_can_authenticate(self, user: User) -> bool:
        """False for the demonstration's teacher, whose password everybody knows, unless this site shows it."""
        if user.is_demo and not settings.MEDIAQUIZ_DEMO_SIGN_INS:
            return False
        return bool(super().user_can_authenticate(user))
