"""Who teaches and grades in a class: invitations sent and taken back, roles, and the link a colleague opens."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.accounts import SESSION_INVITATION
from quizzes.flows import inviting
from quizzes.flows.accounts import INVITATION_LASTS, InvitationOver
from quizzes.forms.classes import STAFF_ROLES, InvitationForm, RoleForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom, Invitation, Membership
from quizzes.reports.classes import open_invitations
from quizzes.views.classes import class_head

FORM = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(FORM)
def classroom_staff(request: TeacherRequest, pk: int) -> HttpResponse:
    """Staff and open invitations; posted: invite, or `remove`, `change`, `revoke`."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    if request.method != "POST":
        return _page(request, classroom, InvitationForm())
    for name, act in (("remove", _remove), ("change", _change), ("revoke", _revoke)):
        if name in request.POST:
            return act(request, classroom, request.POST[name])
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _page(request, classroom, form)
    invitation = inviting.invite(classroom=classroom, **form.cleaned_data, by=request.user, at=timezone.now())
    link = _link(request, invitation)
    if inviting.send(invitation=invitation, link=link):
        messages.success(request, f"The invitation was sent to {invitation.email}. Its link is below, too.")
    else:
        messages.success(request, "The invitation is made. Copy its link and hand it to your colleague.")
    return redirect("classroom-staff", pk=pk)


def _page(request: TeacherRequest, classroom: Classroom, form: InvitationForm) -> HttpResponse:
    invitations = [(i, _link(request, i)) for i in open_invitations(classroom, timezone.now())]
    ctx: dict[str, Any] = {
        **class_head(request, classroom, "staff"),
        "staff": classroom.memberships.staff().select_related("user").order_by("joined_at", "pk"),
        "invitations": invitations,
        "form": form,
        "roles": STAFF_ROLES,
        "mail": settings.MEDIAQUIZ_SENDS_MAIL,
        "days": INVITATION_LASTS.days,
    }
    return render(request, "quizzes/classroom_staff.html", ctx, status=422 if form.errors else 200)


def _link(request: HttpRequest, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("invitation", args=[invitation.token]))


def _member(classroom: Classroom, sent: str) -> Membership:
    staff = classroom.memberships.staff().select_related("user", "classroom")
    return get_object_or_404(staff, pk=int(sent) if sent.isdecimal() else 0)


def _remove(request: TeacherRequest, classroom: Classroom, sent: str) -> HttpResponse:
    membership = _member(classroom, sent)
    is_me = membership.user == request.user
    try:
        inviting.remove_staff(membership=membership, by=request.user)
    except inviting.OwnerStays:
        messages.error(request, "The owner stays in the class.")
        return redirect("classroom-staff", pk=classroom.pk)
    messages.success(request, f"{membership.user} is no longer in {classroom}. What was graded stays.")
    return redirect("classroom-list") if is_me else redirect("classroom-staff", pk=classroom.pk)


def _change(request: TeacherRequest, classroom: Classroom, sent: str) -> HttpResponse:
    membership, form = _member(classroom, sent), RoleForm(request.POST)
    if form.is_valid():
        try:
            inviting.change_role(membership=membership, role=form.cleaned_data["role"], by=request.user)
        except inviting.OwnerStays:
            messages.error(request, "The owner stays the owner.")
        else:
            messages.success(request, f"{membership.user} is now {membership.get_role_display().lower()}.")
    return redirect("classroom-staff", pk=classroom.pk)


def _revoke(request: TeacherRequest, classroom: Classroom, sent: str) -> HttpResponse:
    invitation = get_object_or_404(classroom.invitations, pk=int(sent) if sent.isdecimal() else 0)
    try:
        inviting.revoke(invitation=invitation, by=request.user, at=timezone.now())
    except InvitationOver:
        messages.warning(request, "This invitation has been taken up or has run out already.")
    else:
        messages.success(request, "The invitation is taken back: its link opens nothing any more.")
    return redirect("classroom-staff", pk=classroom.pk)


@login_not_required
@never_cache
@require_http_methods(FORM)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the link opens: who invites to what; a signed-in teacher comes in by a click."""
    found = access.invitation_by_token(token)
    is_usable = found.is_usable(timezone.now())
    if request.method == "POST" and is_usable:
        return _accept(request, found)
    if is_usable and not request.user.is_authenticated:
        request.session[SESSION_INVITATION] = token
    ctx = {
        "invitation": found,
        "classroom": found.classroom,
        "is_usable": is_usable,
        "own_role": access.role_in(request.user, found.classroom)  # type: ignore[arg-type]
        if request.user.is_authenticated
        else None,
        "here": request.path,
    }
    return render(request, "quizzes/invitation.html", ctx, status=200 if is_usable else 410)


def _accept(request: HttpRequest, found: Invitation) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    try:
        membership = inviting.accept(invitation=found, user=request.user, at=timezone.now())
    except inviting.AlreadyStaff:
        messages.info(
            request, "You are in this class already. The invitation is still good for somebody else."
        )
    except InvitationOver:
        return redirect("invitation", token=found.token)
    else:
        request.session.pop(SESSION_INVITATION, None)
        messages.success(
            request,
            f"Welcome to {membership.classroom}: you are {membership.get_role_display().lower()} here.",
        )
    return redirect("classroom-detail", pk=found.classroom_id)
