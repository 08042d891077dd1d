"""How teachers' accounts come to be, and who may sign in with one: allauth in the ways of this project."""

from __future__ import annotations

import logging
import smtplib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context as current
from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from quizzes.flows import accounts
from quizzes.models import Invitation, User

logger = logging.getLogger(__name__)

SESSION_INVITATION = "invitation"
"""Where the token is kept while an invited person signs in or opens an account."""


def invitation_of(request: HttpRequest) -> Invitation | None:
    """The invitation whose link this visitor has opened, as long as it can be used."""
    token = request.session.get(SESSION_INVITATION)
    return accounts.usable_invitation(token=token, at=timezone.now()) if token else None


def help_with_accounts(request: HttpRequest) -> dict[str, object]:
    """For every page: whether this server sends mail, and whom to ask where it does not."""
    return {
        "sends_mail": settings.MEDIAQUIZ_SENDS_MAIL,
        "contact": settings.MEDIAQUIZ_CONTACT or "whoever looks after this server",
        "signup": settings.MEDIAQUIZ_SIGNUP,
    }


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "This address and password do not go together.",
        "too_many_login_attempts": "Too many wrong tries. Wait five minutes, then try again.",
        "email_taken": "This address has an account already. Sign in with it, or ask for a new password.",
        "duplicate_email": "This is your address already.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether this visitor may open a teacher's account; elsewhere `manage.py create_teacher` makes them."""
        if settings.MEDIAQUIZ_SIGNUP == "invitation":
            return invitation_of(request) is not None
        return bool(settings.MEDIAQUIZ_SIGNUP == "open")

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> User:
        user.name = form.cleaned_data.get("name", "")
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def is_email_verified(self, request: HttpRequest, email: str) -> bool:
        """True for the address to which the administrator has made an invitation: nobody else has its link."""
        invitation = invitation_of(request)
        if invitation and invitation.classroom_id is None and invitation.email.lower() == email.lower():
            return True
        return bool(super().is_email_verified(request, email))

    def pre_login(self, request: HttpRequest, user: User, **hints: Any) -> HttpResponse | None:
        """An account that was not signed up for here was made by the administrator, who answers for its address."""
        accounts.answer_for_address(user=user, only_where_unknown=True)
        return super().pre_login(request, user, **hints)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Home, or the class to which the visitor was on the way."""
        return _class_invited_to(request) or str(super().get_login_redirect_url(request))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return _class_invited_to(request) or str(super().get_signup_redirect_url(request))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send it where the school has set mail up; a mail server that fails costs a sentence, not the page."""
        if not settings.MEDIAQUIZ_SENDS_MAIL:
            return
        try:
            super().send_mail(template_prefix, email, context)
        except (smtplib.SMTPException, OSError):
            logger.exception("The mail %s could not be sent", template_prefix)
            messages.error(
                current.request,
                "The mail could not be sent: the mail server did not take it. Try again later.",
            )


def _class_invited_to(request: HttpRequest) -> str:
    invitation = invitation_of(request)
    if invitation is None or invitation.classroom_id is None:
        return ""
    return reverse("invitation", args=[invitation.token])


class AccountBackend(AuthenticationBackend):
    def user_can_authenticate(self, user: User) -> bool:
        """False for the demonstration's teacher, whose password everybody knows, unless this site shows it."""
        if user.is_demo and not settings.MEDIAQUIZ_DEMO_SIGN_INS:
            return False
        return bool(super().user_can_authenticate(user))
