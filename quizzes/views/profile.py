"""A teacher's own account: her name and address, the way out, and the link by which she was invited."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.accounts import SESSION_INVITATION
from quizzes.flows import accounts
from quizzes.forms.accounts import AddressForm, DeleteAccountForm, NameForm
from quizzes.middleware import TeacherRequest
from quizzes.models import User
from quizzes.reports.accounts import holdings

FORM = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(FORM)
def profile(request: TeacherRequest) -> HttpResponse:
    """Name, address, password, colours. Posted with `address`: a new address, where no mail could confirm it."""
    if request.method == "POST" and "address" in request.POST and not settings.MEDIAQUIZ_SENDS_MAIL:
        return _change_address(request)
    me = User.objects.get(
        pk=request.user.pk
    )  # a form writes into its instance, and the page names `request.user`
    form = NameForm(request.POST or None, instance=me)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your name is set.")
        return redirect("profile")
    return _page(request, name=form)


def _change_address(request: TeacherRequest) -> HttpResponse:
    form = AddressForm(request.POST, user=request.user)
    if form.is_valid():
        try:
            accounts.change_address(user=request.user, email=form.cleaned_data["email"])
        except accounts.AddressTaken:
            form.add_error("email", "Another account has this address. Yours is as it was.")
        else:
            messages.success(request, f"From now on you sign in with {request.user.email}.")
            return redirect("profile")
    return _page(request, address=form)


def _page(
    request: TeacherRequest, *, name: NameForm | None = None, address: AddressForm | None = None
) -> HttpResponse:
    ctx = {
        "section": "account",
        "name_form": name or NameForm(instance=request.user),
        "address_form": address or AddressForm(user=request.user),
    }
    refused = any(form is not None and form.errors for form in (name, address))
    return render(request, "quizzes/profile.html", ctx, status=422 if refused else 200)


@never_cache
@require_http_methods(FORM)
def profile_delete(request: TeacherRequest) -> HttpResponse:
    """The end of an account: what goes is named, her address and password are asked for, and there is no way back."""
    form = DeleteAccountForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        email = request.user.email
        accounts.delete_account(user=request.user, at=timezone.now())
        logout(request)
        messages.success(request, f"The account of {email} is deleted, with all it held.")
        return redirect("account_login")
    ctx = {"section": "account", "form": form, "holdings": holdings(request.user)}
    return render(request, "quizzes/profile_delete.html", ctx, status=422 if form.errors else 200)


@login_not_required
@never_cache
@require_safe
def teacher_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The administrator's link: whoever opens it may open an account."""
    invitation = accounts.usable_invitation(token=token, at=timezone.now())
    if invitation is None:
        return render(request, "quizzes/teacher_invitation_over.html", status=410)
    if request.user.is_authenticated:
        messages.info(request, "You have an account already. The invitation is still good for somebody else.")
        return redirect("home")
    request.session[SESSION_INVITATION] = token
    return redirect("account_signup")
