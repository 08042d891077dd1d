"""Who is asking: a student's membership from the signed session, and the rule that every page needs somebody.

Default deny: a view is for a signed-in teacher unless `student_page` marks it as a student's or Django's
`login_not_required` as anybody's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject
from django_htmx.middleware import HtmxDetails

from quizzes.models import Membership, User

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class TeacherRequest(HttpRequest):
    """What a teacher's page is given, by the rule below: somebody is signed in."""

    user: User
    htmx: HtmxDetails


class StudentRequest(HttpRequest):
    """What a student's page is given: a membership, and no user."""

    membership: Membership
    htmx: HtmxDetails


SESSION_MEMBERSHIP = "membership"
SESSION_KEY = "membership_key"
SESSION_CODE = "class_code"
"""The code by which the student came in: where she is led when her place is gone."""
SEEN_EVERY = dt.timedelta(minutes=1)
"""How exactly a teacher sees who is there; a class that answers every few seconds writes once a minute each."""


def student_page(view: View) -> View:
    """Mark a view as one for students: `request.membership` is a student's, or the visitor is sent to join."""
    view.login_required = False  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    view.student_required = True  # type: ignore[attr-defined]
    return view


def newcomers_too(view: View) -> View:
    """Mark a student's page as one for those also who wait for the teacher to let them in: they see no other."""
    view.newcomers_too = True  # type: ignore[attr-defined]
    return view


def admit(request: HttpRequest, membership: Membership) -> None:
    """Open a student's session in this browser, in place of whoever used it before."""
    request.session.flush()
    request.session[SESSION_MEMBERSHIP] = membership.pk
    request.session[SESSION_KEY] = membership.session_key
    request.session[SESSION_CODE] = membership.classroom.code


def student_of(request: HttpRequest) -> Membership | None:
    """The student whose session this is; None where there is none or a new PIN has ended it."""
    pk = request.session.get(SESSION_MEMBERSHIP)
    if pk is None:
        return None
    students = Membership.objects.students().filter(classroom__deleted_at__isnull=True)
    membership = students.select_related("classroom").filter(pk=pk).first()
    if membership and constant_time_compare(request.session.get(SESSION_KEY, ""), membership.session_key):
        return membership
    return None


class StudentMiddleware:
    """Sets `request.membership` (lazily, so that a teacher's request asks the database nothing)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.membership = SimpleLazyObject(lambda: student_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view, "student_required", False):
            return None
        membership: Membership = request.membership  # type: ignore[attr-defined]  # set above
        if not membership:
            return send_to(request, _door(request))
        if membership.awaits_approval and not getattr(view, "newcomers_too", False):
            return send_to(request, reverse("student-waiting"))
        _see(membership)
        return None


def _see(membership: Membership) -> None:
    """Note that the student is here, at most once a minute; of two pages at once one writes."""
    now = timezone.now()
    before = now - SEEN_EVERY
    if membership.seen_at is None or membership.seen_at <= before:
        is_due = Q(seen_at__isnull=True) | Q(seen_at__lte=before)
        Membership.objects.filter(is_due, pk=membership.pk).update(seen_at=now)


def _door(request: HttpRequest) -> str:
    """Where somebody without a place is sent; who had one is told that it is gone, and finds her code filled in."""
    code = request.session.get(SESSION_CODE)
    return f"{reverse('join-code', args=[code])}?out=yes" if code else reverse("join")


def send_to(request: HttpRequest, url: str) -> HttpResponse:
    """The browser at another page, also where htmx asked for a part of this one."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


class TeacherRequiredMiddleware(LoginRequiredMiddleware):
    """Sends everybody who is not signed in to the sign-in page, except where a view is marked otherwise."""
