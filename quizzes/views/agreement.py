"""Double marking: which share two graders mark, how far they agree, and what counts where they differ."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import double_marking, grading
from quizzes.forms.grading import DoubleMarkingForm, SettleForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Response, RubricMark
from quizzes.reports.agreement import agreements
from quizzes.reports.grading_progress import progress
from quizzes.views.results import page


@require_safe
def grading_agreement(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk)
    ctx = {
        **page(request, assignment, "grading"),
        "found": agreements(assignment),
        "progress": progress(assignment, request.user, timezone.now()),
        "levels": RubricMark.Level.choices,
    }
    return render(request, "quizzes/grading_agreement.html", ctx)


@require_POST
def grading_double(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    form = DoubleMarkingForm(request.POST, now=assignment.double_marked)
    if form.is_valid():
        share = form.cleaned_data["share"]
        double_marking.set_share(assignment=assignment, per_cent=share, actor=request.user)
        told = (
            f"{share} % of the answers are marked by two graders."
            if share
            else "No answer waits for a second mark."
        )
        messages.success(request, told)
    else:
        messages.error(request, "Choose one of the shares. Nothing was changed.")
    return redirect("grading-list", pk=pk)


@require_POST
def grading_settle(request: TeacherRequest, pk: int) -> HttpResponse:
    """The level that counts for an answer on which two graders differ."""
    assignment = access.assignment_for_staff(request.user, pk, access.MANAGERS)
    pairs = {pair.token: pair for line in agreements(assignment) for pair in line.differing}
    form = SettleForm(request.POST, tokens=pairs)
    if not form.is_valid():
        messages.error(request, "Nothing was settled: choose Basic, Emergent or Proficient for one answer.")
        return redirect("grading-agreement", pk=pk)
    known = Response.objects.select_related("attempt__membership", "attempt__assignment__version", "item")
    response = get_object_or_404(known, pk=pairs[form.cleaned_data["answer"]].response)
    try:
        mark = double_marking.settle(
            assignment=assignment,
            response=response,
            level=form.cleaned_data["level"],
            reason=form.cleaned_data["reason"],
            actor=request.user,
            at=timezone.now(),
        )
        messages.success(request, f"Settled: {mark.get_level_display()} counts.")
    except grading.HeldByOther:
        messages.error(
            request, "Somebody else has this answer before her now. Nothing was settled; try in some minutes."
        )
    except grading.NotGradable:
        messages.error(request, "Nothing was settled: the student has the attempt back.")
    return redirect("grading-agreement", pk=pk)
