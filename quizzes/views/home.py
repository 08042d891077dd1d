"""The page after signing in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from quizzes.middleware import TeacherRequest
from quizzes.reports.home import home as home_of


@require_safe
def home(request: TeacherRequest) -> HttpResponse:
    now = timezone.now()
    ctx = {"section": "home", "now": now, "home": home_of(request.user, now)}
    return render(request, "quizzes/home.html", ctx)
