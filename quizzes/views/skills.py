"""Students × skills, and the misconceptions behind wrong answers, over one quiz or all of a class."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.middleware import TeacherRequest
from quizzes.reports import skills
from quizzes.views.classes import class_head
from quizzes.views.results import page

STUDENTS_ON_A_PAGE = 60
"""Two classes; a year of a thousand students is paged."""


@require_safe
def assignment_skills(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    ctx = {
        **page(request, assignment, "skills"),
        **_map(request, skills.assignment_skills(assignment)),
    }
    return render(request, "quizzes/assignment_skills.html", ctx)


@require_safe
def classroom_skills(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk)
    ctx = {
        **class_head(request, classroom, "skills"),
        **_map(request, skills.classroom_skills(classroom)),
    }
    return render(request, "quizzes/classroom_skills.html", ctx)


def _map(request: TeacherRequest, found: skills.SkillMap) -> dict[str, Any]:
    rows = Paginator(found.rows, STUDENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return {"map": found, "rows": rows, "enough": skills.ENOUGH_ITEMS}
