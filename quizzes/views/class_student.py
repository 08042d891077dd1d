"""One student as her teacher sees her: name, extra time, another class, twice on the list, gone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access
from quizzes.flows import merging, rosters
from quizzes.flows.assigning import classes_to_assign
from quizzes.forms.confirming import ConfirmForm
from quizzes.forms.rosters import ExtraTimeForm, MoveForm, OtherStudentForm, StudentNameForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom, Membership
from quizzes.reports.classes import begun_by
from quizzes.views.classes import class_head

FORM = ["GET", "HEAD", "POST"]


def _student(request: TeacherRequest, pk: int, membership_pk: int) -> tuple[Classroom, Membership]:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    return classroom, access.student_in_class(request.user, classroom, membership_pk)


@require_http_methods(FORM)
def student_detail(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    """The page, and (posted) another name."""
    classroom, student = _student(request, pk, membership_pk)
    if request.method != "POST":
        return _page(request, classroom, student)
    form, old = StudentNameForm(request.POST), student.display_name
    if not form.is_valid():
        return _page(request, classroom, student, name_form=form)
    try:
        rosters.rename_student(student=student, name=form.cleaned_data["name"], by=request.user)
    except rosters.NameTaken as taken:
        form.add_error(
            "name", f"There is a “{taken}” in this class already. Add an initial: “{taken} B”, say."
        )
        return _page(request, classroom, student, name_form=form)
    messages.success(request, f"{old} is now {student}. The PIN stays; the student joins under the new name.")
    return redirect("student-detail", pk=pk, membership_pk=membership_pk)


def _page(request: TeacherRequest, classroom: Classroom, student: Membership, **refused: Any) -> HttpResponse:
    ctx = {
        **class_head(request, classroom, "students"),
        "student": student,
        "begun": begun_by(student),
        "name_form": StudentNameForm(initial={"name": student.display_name}),
        "time_form": ExtraTimeForm(initial={"factor": f"{student.extra_time:.2f}"}),
        "move_form": MoveForm(classes=_other_classes(request, classroom)),
        "other_form": OtherStudentForm(others=_others(student)),
        **refused,
    }
    return render(request, "quizzes/student_detail.html", ctx, status=422 if refused else 200)


def _other_classes(request: TeacherRequest, classroom: Classroom) -> Any:
    """Where the teacher may put a student: classes whose roster she keeps, too."""
    return classes_to_assign(request.user).exclude(pk=classroom.pk)


def _others(student: Membership) -> Any:
    return student.classroom.memberships.admitted().exclude(pk=student.pk)


@require_POST
def student_time(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    _, student = _student(request, pk, membership_pk)
    form = ExtraTimeForm(request.POST)
    if form.is_valid():
        rosters.set_extra_time(student=student, factor=form.cleaned_data["factor"], by=request.user)
        messages.success(request, f"{student}’s time is set, also on a quiz that is running.")
    return redirect("student-detail", pk=pk, membership_pk=membership_pk)


@require_POST
def student_move(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    classroom, student = _student(request, pk, membership_pk)
    form = MoveForm(request.POST, classes=_other_classes(request, classroom))
    if not form.is_valid():
        return _page(request, classroom, student, move_form=form)
    to = form.cleaned_data["to"]
    try:
        moved = merging.move_student(student=student, to=to, by=request.user)
    except rosters.NameTaken as taken:
        form.add_error(
            "to", f"There is a “{taken}” in {to} already. Give one of the two an initial, then move."
        )
    except rosters.ClassFull:
        form.add_error("to", f"{to} is full: a class holds {rosters.MAX_STUDENTS} names.")
    else:
        messages.success(request, _moved(student, classroom, to, moved))
        return redirect("classroom-students", pk=pk)
    return _page(request, classroom, student, move_form=form)


def _moved(student: Membership, left: Classroom, to: Classroom, moved: merging.Moved) -> str:
    words = [f"{student} is in {to} now, with the same PIN; the code is {to.spaced_code}."]
    if moved.taken_along:
        words.append(f"Quizzes that both classes were given count there now: {moved.taken_along}.")
    if moved.left:
        words.append(f"Quizzes that stay among the results of {left}: {moved.left}.")
    return " ".join(words)


@require_http_methods(FORM)
def student_merge(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    """Two names, one person: `other` is the second; asked which name and PIN stay (`keep`), then done."""
    classroom, student = _student(request, pk, membership_pk)
    form = OtherStudentForm(request.POST or request.GET, others=_others(student))
    if not form.is_valid():
        return _page(request, classroom, student, other_form=form)
    other = form.cleaned_data["other"]
    if request.method == "POST":
        kept, gone = (other, student) if request.POST.get("keep") == str(other.pk) else (student, other)
        try:
            merging.merge_students(kept=kept, gone=gone, by=request.user)
        except merging.BothRunning as running:
            messages.error(
                request,
                f"Both are in the middle of “{running}”, so nothing was changed. "
                "Merge them when one of the two has handed in.",
            )
        else:
            messages.success(request, f"There is one {kept} now, with the answers of both.")
            return redirect("student-detail", pk=pk, membership_pk=kept.pk)
    two = [(one, begun_by(one)) for one in (student, other)]
    ctx = {**class_head(request, classroom, "students"), "student": student, "other": other, "two": two}
    return render(request, "quizzes/student_merge.html", ctx)


@require_http_methods(FORM)
def student_remove(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    """Say what goes; typed to confirm where there are answers."""
    classroom, student = _student(request, pk, membership_pk)
    begun = begun_by(student)
    form = ConfirmForm(request.POST or None, title=student.display_name, what="name") if begun else None
    if request.method == "POST" and (form is None or form.is_valid()):
        rosters.remove_student(student=student, by=request.user)
        messages.success(request, f"{student} is no longer in {classroom}.")
        return redirect("classroom-students", pk=pk)
    ctx = {**class_head(request, classroom, "students"), "student": student, "begun": begun, "form": form}
    return render(request, "quizzes/student_remove.html", ctx, status=422 if form and form.errors else 200)
