"""The code by which a class joins: shown large with its QR code, opened, closed, renewed."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import classes
from quizzes.forms.classes import JoiningForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Classroom

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
JOINING_WORDS = {
    Classroom.Joining.EVERYBODY: "Everybody with the code may join; a new name waits until you let it in.",
    Classroom.Joining.ROSTER: "Only names on the list may join now.",
    Classroom.Joining.NOBODY: "The code is closed: nobody joins by it. Who is in already stays in.",
}


@dataclass(frozen=True)
class JoinAddress:
    """Where a class joins: `url` with the code in it, `typed` as one writes it on a board."""

    url: str
    typed: str
    is_local: bool
    """True where only this computer finds the address, so that no phone will."""


def join_address(request: HttpRequest, classroom: Classroom) -> JoinAddress:
    host = request.get_host()
    return JoinAddress(
        url=request.build_absolute_uri(reverse("join-code", args=[classroom.code])),
        typed=f"{host}{reverse('join')}",
        is_local=host.rsplit(":", 1)[0] in LOOPBACK or host in LOOPBACK,
    )


@require_safe
def classroom_code(request: TeacherRequest, pk: int) -> HttpResponse:
    """For the projector: code, QR code and address, and no name of a student."""
    classroom = access.classroom_for_staff(request.user, pk)
    ctx = {"classroom": classroom, "join": join_address(request, classroom)}
    return render(request, "quizzes/classroom_code.html", ctx)


@require_POST
def classroom_joining(request: TeacherRequest, pk: int) -> HttpResponse:
    """Who may join by the code, or (with `renew`) another code."""
    classroom = access.classroom_for_staff(request.user, pk, access.MANAGERS)
    form = JoiningForm(request.POST)
    if "renew" in request.POST:
        classes.renew_code(classroom=classroom, by=request.user)
        messages.success(
            request,
            f"The code is now {classroom.spaced_code}. The old one opens nothing any more; PINs are as they were.",
        )
    elif form.is_valid():
        joining = form.cleaned_data["joining"]
        classes.set_joining(classroom=classroom, joining=joining, by=request.user)
        messages.success(request, JOINING_WORDS[joining])
    return redirect(_back(request, pk))


def _back(request: HttpRequest, pk: int) -> str:
    """The page of the class that the form was on."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if back.startswith("/") and is_ours else reverse("classroom-detail", args=[pk])
