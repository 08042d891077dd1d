"""The record of a class: who changed which grade, key, rubric, date, release or roster, when and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.exchange.gradebook import table_csv
from quizzes.forms.audits import wanted_from
from quizzes.middleware import TeacherRequest
from quizzes.reports import audits
from quizzes.reports.audit_words import Kind
from quizzes.views.classes import class_head
from quizzes.views.grade_files import csv_file

FILTERS = ("kind", "actor", "student", "quiz", "since", "until")


@require_safe
def classroom_audit(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    wanted, page = wanted_from(request.GET), request.GET.get("page", "")
    ctx = {
        **class_head(request, classroom, "audit"),
        "wanted": wanted,
        "kinds": [kind.value for kind in Kind],
        "choices": audits.choices_of(classroom),
        "entries": audits.record_of(classroom, wanted, int(page) if page.isdecimal() else 1),
        "kept": urlencode({name: request.GET[name] for name in FILTERS if request.GET.get(name)}),
    }
    return render(request, "quizzes/classroom_audit.html", ctx)


@require_safe
def classroom_audit_csv(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    table = audits.record_table(classroom, wanted_from(request.GET))
    return csv_file(table_csv(table), table.title)
