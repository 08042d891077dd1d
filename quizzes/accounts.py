"""How teachers' accounts come to be."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """True where the school lets teachers open accounts themselves; else `manage.py create_teacher` makes them."""
        return bool(settings.MEDIAQUIZ_OPEN_SIGNUP)
