"""What a grader keeps beside her marks: the draft, saved as she types, and comments to use again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from quizzes import access
from quizzes.flows import grading_notes, leases
from quizzes.forms.grading import DraftForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Assignment, FrozenItem, Response, SavedComment
from quizzes.reports.grading import token_of
from quizzes.reports.grading_sheet import saved_comments
from quizzes.views.grading import open_item_of, to_answer


@require_POST
def grading_draft(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    """What is chosen and written so far is kept, and the answer stays the grader's; `insert` adds a kept comment."""
    assignment = access.assignment_for_staff(request.user, pk)
    item = open_item_of(assignment, item_pk)
    token = request.GET.get("answer", "")
    response = _response(assignment, item, token)
    if response is None:
        messages.error(request, "This answer is not in the queue any more: its student has it back.")
        return to_answer(assignment, item, "")
    form = DraftForm(request.POST)
    form.is_valid()
    level = form.cleaned_data.get("level")
    comment = _with_inserted(request, form.cleaned_data.get("comment", ""))
    draft = grading_notes.save_draft(response=response, grader=request.user, level=level, comment=comment)
    now = timezone.now()
    is_ours = leases.keep(item=item, response=response.pk, grader=request.user, at=now)
    if request.htmx:
        ctx: dict[str, Any] = {
            "classroom": assignment.classroom,
            "is_ours": is_ours,
            "is_saved": draft is not None,
            "until": now + leases.LEASE,
        }
        return render(request, "quizzes/_grading_lease.html", ctx)
    if is_ours:
        messages.success(
            request, "Draft saved: nobody but you sees it." if draft else "There was nothing to keep."
        )
    return to_answer(assignment, item, token)


@require_POST
def grading_comments(request: TeacherRequest, pk: int, item_pk: int) -> HttpResponse:
    """`keep` what is written for the level chosen, `forget` a kept comment, `take_out` one that answers have."""
    assignment = access.assignment_for_staff(request.user, pk)
    item = open_item_of(assignment, item_pk)
    token = request.GET.get("answer", "")
    told = _change_comments(request, assignment, item)
    if request.htmx:
        ctx = {
            "saved": saved_comments(request.user),
            "told": told,
            "assignment": assignment,
            "item": item,
            "token": token,
        }
        return render(request, "quizzes/_grading_bank.html", ctx)
    if told:
        messages.info(request, told)
    form = DraftForm(request.POST)
    response = _response(assignment, item, token)
    if response and form.is_valid():  # the whole form was sent: what is in it is kept
        grading_notes.save_draft(
            response=response,
            grader=request.user,
            level=form.cleaned_data["level"],
            comment=form.cleaned_data["comment"],
        )
    return to_answer(assignment, item, token if response else "")


def _change_comments(request: TeacherRequest, assignment: Assignment, item: FrozenItem) -> str:
    """What was done, in words."""
    if forget := request.POST.get("forget", ""):
        grading_notes.drop_saved(grader=request.user, saved=int(forget) if forget.isdecimal() else 0)
        return "Forgotten. Answers that have this comment keep it."
    if text := request.POST.get("take_out", ""):
        lines = request.POST.getlist("lines")
        mine = item.responses.filter(attempt__assignment=assignment, comments__author=request.user)
        pks = [pk for pk in mine.values_list("pk", flat=True).distinct() if token_of(item.pk, pk) in lines]
        taken = grading_notes.take_out_comment(item=item, responses=pks, author=request.user, text=text)
        return (
            f"Taken out of {taken} answer{'' if taken == 1 else 's'}." if taken else "Nobody has it any more."
        )
    form = DraftForm(request.POST)
    form.is_valid()
    level, text = form.cleaned_data.get("level"), form.cleaned_data.get("comment", "")
    if level is None or not text.strip():
        return "Choose a level and write a comment first; then it can be kept for that level."
    grading_notes.keep_comment(grader=request.user, level=level, text=text)
    return "Kept: it is offered whenever you choose this level."


def _response(assignment: Assignment, item: FrozenItem, token: str) -> Response | None:
    """The answer that the page knows by a token."""
    given = item.responses.filter(attempt__assignment=assignment).only("pk", "item", "attempt")
    return next((response for response in given if token_of(item.pk, response.pk) == token), None)


def _with_inserted(request: TeacherRequest, comment: str) -> str:
    insert = request.POST.get("insert", "")
    saved = SavedComment.objects.filter(pk=int(insert) if insert.isdecimal() else 0, author=request.user)
    return (
        "\n".join(text for text in (comment.strip(), *(s.text for s in saved)) if text) if saved else comment
    )
