"""A teacher's classes: list, roster with PINs, staff."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.flows import classes
from quizzes.forms.classes import ClassroomForm, ExtraTimeForm, NamesForm, StaffForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom
from quizzes.reports.classes import class_list, class_page


@require_safe
def classroom_list(request: TeacherRequest) -> HttpResponse:
    ctx = {"section": "classes", "classes": class_list(request.user)}
    return render(request, "quizzes/classroom_list.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def classroom_create(request: TeacherRequest) -> HttpResponse:
    form = ClassroomForm(request.POST or None, initial={"time_zone": _usual_zone(request)})
    if request.method == "POST" and form.is_valid():
        classroom = classes.create_classroom(owner=request.user, **form.cleaned_data)
        return redirect("classroom-detail", pk=classroom.pk)
    return render(request, "quizzes/classroom_form.html", {"section": "classes", "form": form})


def _usual_zone(request: TeacherRequest) -> str:
    """The zone of the teacher's newest class; nothing for her first, so that she chooses."""
    newest = Classroom.objects.of(request.user).order_by("-pk").first()
    return newest.time_zone if newest else ""


@require_http_methods(["GET", "HEAD", "POST"])
def classroom_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    if request.method != "POST":
        return _class_page(request, access.classroom_for_staff(request.user, pk))
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    classes.set_open(classroom=classroom, is_open=request.POST.get("is_open") == "yes")
    return redirect("classroom-detail", pk=pk)


def _class_page(
    request: TeacherRequest,
    classroom: Classroom,
    *,
    names: NamesForm | None = None,
    staff: StaffForm | None = None,
) -> HttpResponse:
    refused = names or staff
    ctx = {
        "section": "classes",
        "classroom": classroom,
        "may_manage": access.role_in(request.user, classroom) in access.MANAGERS,
        "page": class_page(classroom, timezone.now()),
        "join_url": request.build_absolute_uri(reverse("join-code", args=[classroom.code])),
        "names_form": names or NamesForm(),
        "staff_form": staff or StaffForm(),
        "extra_times": ExtraTimeForm.base_fields["factor"].choices,  # type: ignore[attr-defined]
    }
    return render(request, "quizzes/classroom_detail.html", ctx, status=422 if refused else 200)


@never_cache
@require_POST
def classroom_roster(request: TeacherRequest, pk: int) -> HttpResponse:
    """Add names; the answer itself shows the new PINs, once."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    form = NamesForm(request.POST)
    if not form.is_valid():
        return _class_page(request, classroom, names=form)
    try:
        result = classes.add_names(classroom=classroom, names=form.cleaned_data["names"])
    except classes.ClassFull:
        form.add_error("names", f"A class holds {classes.MAX_STUDENTS} names at the most.")
        return _class_page(request, classroom, names=form)
    return _pins(request, classroom, result.added, result.known)


@never_cache
@require_POST
def student_pin(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    student = access.student_in_class(request.user, classroom, membership_pk)
    return _pins(request, classroom, (classes.reset_pin(student=student),))


def _pins(
    request: TeacherRequest,
    classroom: Classroom,
    pins: tuple[classes.NewPin, ...],
    known: tuple[str, ...] = (),
) -> HttpResponse:
    ctx = {
        "section": "classes",
        "classroom": classroom,
        "pins": pins,
        "known": known,
        "join_url": request.build_absolute_uri(reverse("join-code", args=[classroom.code])),
    }
    return render(request, "quizzes/classroom_pins.html", ctx)


@require_POST
def student_time(request: TeacherRequest, pk: int, membership_pk: int) -> HttpResponse:
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    student = access.student_in_class(request.user, classroom, membership_pk)
    form = ExtraTimeForm(request.POST)
    if form.is_valid():
        classes.set_extra_time(student=student, factor=form.cleaned_data["factor"])
        messages.success(request, f"{student}’s time is set, also on a quiz that is running.")
    return redirect("classroom-detail", pk=pk)


@require_POST
def classroom_staff(request: TeacherRequest, pk: int) -> HttpResponse:
    """Add a colleague by e-mail, or take one out (`remove`)."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    if "remove" in request.POST:
        return _remove_staff(request, classroom)
    form = StaffForm(request.POST)
    if form.is_valid():
        try:
            added = classes.add_staff(classroom=classroom, **form.cleaned_data)
        except classes.NoSuchUser:
            form.add_error("email", "No account has this address. Ask for the address used to sign in.")
        except classes.AlreadyStaff:
            form.add_error("email", "This person is in the class already.")
        else:
            messages.success(request, f"{added} is now {added.get_role_display().lower()} of {classroom}.")
            return redirect("classroom-detail", pk=pk)
    return _class_page(request, classroom, staff=form)


def _remove_staff(request: TeacherRequest, classroom: Classroom) -> HttpResponse:
    sent = request.POST["remove"]
    staff = classroom.memberships.staff().select_related("user")
    membership = get_object_or_404(staff, pk=int(sent) if sent.isdecimal() else 0)
    try:
        classes.remove_staff(membership=membership)
    except classes.OwnerStays:
        messages.error(request, "The owner stays in the class.")
    else:
        messages.success(request, f"{membership.user} is no longer in {classroom}.")
    if membership.user == request.user and membership.pk is None:
        return redirect("classroom-list")
    return redirect("classroom-detail", pk=classroom.pk)
