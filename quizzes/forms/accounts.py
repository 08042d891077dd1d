"""The forms about a teacher's account: allauth's in the words of our pages, and our own for the profile."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import AddEmailForm, LoginForm, ResetPasswordForm, SignupForm
from allauth.core import context as current
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from quizzes.accounts import invitation_of
from quizzes.flows import accounts
from quizzes.models import User

ADDRESS = "E-mail address"


class SignInForm(LoginForm):
    """allauth's form in the words of our pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = ADDRESS
        self.fields["remember"].label = "Stay signed in on this device"


class SignUpForm(SignupForm):
    """A name, and the address: where somebody was invited under one, that one."""

    name = forms.CharField(
        label="Your name",
        max_length=120,
        help_text="As students and colleagues see it: “Ms Okafor”.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1", "password2")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label = ADDRESS
        self.fields["password2"].label = "Password, once more"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.invitation = invitation_of(current.request)
        if self.invitation and self.invitation.classroom_id is None and self.invitation.email:
            email.initial, email.disabled = self.invitation.email, True
            email.help_text = "You were invited under this address. You can change it later."

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """The new user; an invitation to an account is used up with it."""
        try:
            with transaction.atomic():
                user, answer = super().try_save(request)
                if user and self.invitation and self.invitation.classroom_id is None:
                    accounts.take_up(invitation=self.invitation, user=user, at=timezone.now())
        except accounts.InvitationOver:
            messages.error(request, "Somebody else has just used this invitation. No account was opened.")
            return None, redirect("account_signup")
        return user, answer


class ForgottenPasswordForm(ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = ADDRESS
        self.fields["email"].widget.attrs.pop("placeholder", None)


class NewAddressForm(AddEmailForm):
    """Another address, which a mail confirms; where no mail is sent the profile changes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "New e-mail address"
        self.fields["email"].widget.attrs.pop("placeholder", None)

    def clean_email(self) -> str:
        if not settings.MEDIAQUIZ_SENDS_MAIL:
            raise forms.ValidationError(
                "This server sends no mail. Change the address on your account’s page."
            )
        return str(super().clean_email())


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": "As students and colleagues see it"}
        help_texts = {"name": "“Ms Okafor”, say. Left empty, they see your e-mail address."}
        widgets = {"name": forms.TextInput({"autocomplete": "name"})}


class OwnPasswordForm(forms.Form):
    """Asks for the password once more, before what only the owner of the account may do."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Counted among the wrong tries of signing in. Raises ValidationError for a wrong one."""
        password: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, password):
            raise forms.ValidationError("This is not your password.")
        return password


class AddressForm(OwnPasswordForm):
    email = forms.EmailField(
        label="New e-mail address",
        help_text="You sign in with it from then on.",
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    field_order = ("email", "password")


class DeleteAccountForm(OwnPasswordForm):
    email = forms.CharField(
        label="Type your e-mail address to confirm",
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
    )
    field_order = ("email", "password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = self.user.email

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"]
        if typed.strip().lower() != self.user.email:
            raise forms.ValidationError("This is not the address of your account. Nothing was deleted.")
        return typed
