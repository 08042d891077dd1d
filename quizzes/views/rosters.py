"""The students of a class as a list: names added, PIN cards made."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import rosters
from quizzes.forms.rosters import NamesForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom
from quizzes.reports import classes as reports
from quizzes.views.class_code import join_address
from quizzes.views.classes import class_head

FEW = 6
"""Names that were there already and are offered once more, to be told apart by an initial; past it a list was sent again."""


@require_safe
def classroom_students(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    return _students_page(request, classroom, NamesForm())


def _students_page(request: TeacherRequest, classroom: Classroom, form: NamesForm) -> HttpResponse:
    ctx = {
        **class_head(request, classroom, "students"),
        "students": list(reports.roster(classroom)),
        "newcomers": list(classroom.memberships.newcomers()),
        "form": form,
    }
    return render(request, "quizzes/classroom_students.html", ctx, status=422 if form.errors else 200)


@never_cache
@require_POST
def classroom_roster(request: TeacherRequest, pk: int) -> HttpResponse:
    """Add names; the answer itself shows the new PINs, once, and what was not taken."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    form = NamesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _students_page(request, classroom, form)
    read = form.cleaned_data["read"]
    try:
        result = rosters.add_names(classroom=classroom, names=read.names, by=request.user)
    except rosters.ClassFull:
        form.add_error(
            "names", f"A class holds {rosters.MAX_STUDENTS} names at the most. Nothing was taken in."
        )
        return _students_page(request, classroom, form)
    alike = [*read.twice, *(result.known if len(result.known) <= FEW else ())]
    ctx = {
        "known": result.known,
        "waiting": result.waiting,
        "twice": read.twice,
        "refused": read.refused,
        "again": NamesForm(initial={"names": "\n".join(f"{name} " for name in alike)}) if alike else None,
    }
    return _cards(request, classroom, result.added, ctx)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def classroom_cards(request: TeacherRequest, pk: int) -> HttpResponse:
    """Ask whose PINs are to be made anew, then show the cards."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    students = list(reports.roster(classroom))
    if request.method != "POST":
        ctx = {**class_head(request, classroom, "students"), "students": students}
        return render(request, "quizzes/classroom_cards_ask.html", ctx)
    chosen = set(request.POST.getlist("student"))
    picked = [student for student in students if str(student.pk) in chosen]
    if not picked:
        messages.error(request, "Nobody was chosen, so no PIN was changed.")
        return redirect("classroom-cards", pk=pk)
    return _cards(request, classroom, rosters.renew_pins(students=picked, by=request.user), {})


@never_cache
@require_POST
def student_pin(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    student = access.student_in_class(request.user, classroom, membership_pk)
    return _cards(request, classroom, rosters.renew_pins(students=[student], by=request.user), {})


def _cards(
    request: TeacherRequest, classroom: Classroom, pins: Sequence[rosters.NewPin], told: dict[str, object]
) -> HttpResponse:
    ctx = {
        **class_head(request, classroom, "students"),
        "pins": pins,
        "join": join_address(request, classroom),
        "now": timezone.now(),
        **told,
    }
    return render(request, "quizzes/classroom_cards.html", ctx)
