"""A teacher's classes: the list, one class, its settings, putting it away and deleting it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import classes, deleting
from quizzes.forms.classes import ClassroomForm
from quizzes.forms.confirming import ConfirmForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom, Membership
from quizzes.reports import classes as reports
from quizzes.timing import zone_name
from quizzes.views.class_code import join_address
from quizzes.views.undoing import say_undoable

FORM = ["GET", "HEAD", "POST"]


@require_safe
def classroom_list(request: TeacherRequest) -> HttpResponse:
    ctx = {"section": "classes", "shelf": reports.shelf(request.user, timezone.now())}
    return render(request, "quizzes/classroom_list.html", ctx)


@require_http_methods(FORM)
def classroom_create(request: TeacherRequest) -> HttpResponse:
    form = ClassroomForm(request.POST or None, initial={"time_zone": _usual_zone(request)})
    if request.method == "POST" and form.is_valid():
        classroom = classes.create_classroom(owner=request.user, **form.cleaned_data)
        messages.success(request, f"{classroom} is made. Now add its students.")
        return redirect("classroom-students", pk=classroom.pk)
    return render(request, "quizzes/classroom_form.html", {"section": "classes", "form": form})


def _usual_zone(request: TeacherRequest) -> str:
    """The zone of the teacher's newest class; nothing for her first, so that she chooses."""
    newest = Classroom.objects.of(request.user).order_by("-pk").first()
    return newest.time_zone if newest else ""


@require_safe
def classroom_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk)
    page = reports.class_page(classroom, timezone.now())
    ctx = {
        **class_head(request, classroom, "class"),
        "page": page,
        "newcomers": page.newcomers,
        "join": join_address(request, classroom),
        "joinings": Classroom.Joining.choices,
    }
    return render(request, "quizzes/classroom_detail.html", ctx)


def class_head(request: TeacherRequest, classroom: Classroom, tab: str) -> dict[str, Any]:
    """What every page of a class shows above its content."""
    role = access.role_in(request.user, classroom)
    return {
        "section": "classes",
        "classroom": classroom,
        "tab": tab,
        "may_manage": role in access.MANAGERS,
        "is_owner": role == Membership.Role.OWNER,
    }


@require_http_methods(FORM)
def classroom_settings(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    old_zone = classroom.time_zone
    form = ClassroomForm(request.POST or None, instance=classroom)
    if request.method == "POST" and form.is_valid():
        classes.change_classroom(classroom=classroom, **form.cleaned_data, by=request.user)
        messages.success(request, _changed(classroom, old_zone))
        return redirect("classroom-settings", pk=pk)
    shown = access.classroom_for_staff(request.user, pk) if form.errors else classroom
    ctx = {
        **class_head(request, shown, "settings"),
        "form": form,
        "joinings": Classroom.Joining.choices,
        "contents": reports.contents(shown, timezone.now()),
    }
    return render(request, "quizzes/classroom_settings.html", ctx, status=422 if form.errors else 200)


def _changed(classroom: Classroom, old_zone: str) -> str:
    if classroom.time_zone == old_zone:
        return "Saved."
    return (
        f"Saved. Times of this class are now shown in {zone_name(classroom.time_zone)}; "
        f"quizzes open and close at the same moment as before, so their hours read differently."
    )


@require_POST
def classroom_archive(request: TeacherRequest, pk: int) -> HttpResponse:
    """Put away, or (with `back`) taken out again."""
    classroom = access.classroom_for_staff(request.user, pk, {Membership.Role.OWNER})
    if "back" in request.POST:
        classes.unarchive(classroom=classroom, by=request.user)
        messages.success(request, f"{classroom} is among your classes again.")
        return redirect("classroom-detail", pk=pk)
    classes.archive(classroom=classroom, at=timezone.now(), by=request.user)
    say_undoable(request, f"{classroom} is in the archive.", request.path, back="1")
    return redirect("classroom-list")


@require_http_methods(FORM)
def classroom_delete(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, {Membership.Role.OWNER})
    form = ConfirmForm(request.POST or None, title=classroom.name, what="name of the class")
    now = timezone.now()
    if request.method == "POST" and form.is_valid():
        classes.delete_classroom(classroom=classroom, at=now, by=request.user)
        say_undoable(
            request,
            f"{classroom} is deleted, with its students and results. For an hour it can be taken back.",
            reverse("classroom-take-back", args=[pk]),
            button="Take it back",
        )
        return redirect("classroom-list")
    ctx = {
        **class_head(request, classroom, "settings"),
        "form": form,
        "contents": reports.contents(classroom, now),
    }
    return render(request, "quizzes/classroom_delete.html", ctx, status=422 if form.errors else 200)


@require_POST
def classroom_take_back(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = access.classroom_for_owner(request.user, pk)
    try:
        classes.take_back_classroom(classroom=classroom, at=timezone.now(), by=request.user)
    except deleting.TooLate:
        messages.error(request, f"The hour in which {classroom} could be taken back is over.")
        return redirect("classroom-list")
    messages.success(request, f"{classroom} is back, with its students and results.")
    return redirect("classroom-detail", pk=pk)
