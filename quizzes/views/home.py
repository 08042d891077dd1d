"""The page after signing in."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quizzes import tasks
from quizzes.flows import trying
from quizzes.middleware import TeacherRequest
from quizzes.reports.home import home as home_of


@require_safe
def home(request: TeacherRequest) -> HttpResponse:
    now = timezone.now()
    ctx = {"section": "home", "now": now, "home": home_of(request.user, now)}
    return render(request, "quizzes/home.html", ctx)


@require_POST
def story_try(request: TeacherRequest) -> HttpResponse:
    """The demonstration's story in the teacher's own account, on its way to the worker; asked for twice it is one."""
    with transaction.atomic():
        story, is_new = trying.copy_story(teacher=request.user)
        if is_new:
            tasks.queue_reading(story)
    if is_new:
        messages.success(
            request, "This story is yours now: change what you like, and delete it when you are done."
        )
    return redirect("story-detail", pk=story.pk)
