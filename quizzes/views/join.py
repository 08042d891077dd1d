"""A student's way in and out: class code, name, PIN; no account."""

from __future__ import annotations

import datetime as dt

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from quizzes.flows import joining
from quizzes.flows.holding import let_go
from quizzes.forms.join import JoinForm
from quizzes.middleware import StudentRequest, admit, newcomers_too, student_page

SESSION_LASTS = dt.timedelta(hours=12)
"""A school day: a shared computer that nobody signed out of forgets its student over night."""


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    if request.method != "POST":
        ctx = {"form": JoinForm(initial={"code": code}), "code": code, "is_out": "out" in request.GET}
        return render(request, "quizzes/join.html", ctx)
    form, offers_new, status = JoinForm(request.POST), False, 200
    if form.is_valid():
        try:
            return _welcome(request, form)
        except joining.NameUnknown as error:
            offers_new = True
            form.add_error("name", str(error))
        except joining.NameTaken as error:
            form.add_error("name", str(error))
        except joining.JoinRefused as error:
            form.add_error(None, str(error))
        except joining.JoinSlowed as error:
            form.add_error(None, str(error))
            status = 429
    ctx = {"form": form, "code": code, "offers_new": offers_new}
    return render(request, "quizzes/join.html", ctx, status=status)


def _welcome(request: HttpRequest, form: JoinForm) -> HttpResponse:
    given = form.cleaned_data
    joined = joining.join(
        code=given["code"],
        name=given["name"],
        pin=given["pin"],
        as_new=given["new"],
        address=get_adapter(request).get_client_ip(request),  # the visitor's, also behind a proxy
        at=timezone.now(),
    )
    admit(request, joined.student)
    request.session.set_expiry(SESSION_LASTS)
    if joined.is_new:
        messages.success(
            request,
            f"Hello, {joined.student}. Note your PIN {given['pin']}: you need it each time you join.",
        )
    return redirect("student-home")


@student_page
@newcomers_too
@require_POST
def leave(request: StudentRequest) -> HttpResponse:
    code = request.membership.classroom.code
    let_go(student=request.membership)
    request.session.flush()
    messages.success(request, "You are signed out here. Your answers are saved under your name.")
    return redirect(reverse("join-code", args=[code]))
