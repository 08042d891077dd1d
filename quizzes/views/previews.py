"""A quiz as a student sees it: the teacher answers it herself and sees the result. Her answers travel with the page."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes import access
from quizzes.flows.freezing import NotPublishable
from quizzes.forms.answers import answer_from
from quizzes.middleware import TeacherRequest
from quizzes.models import Quiz
from quizzes.reports.previews import Answers, Preview, preview
from quizzes.scoring.responses import ResponseMalformed
from quizzes.views.attempts import shown_columns

REVIEW, DONE = "review", "done"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def quiz_preview(request: TeacherRequest, pk: int) -> HttpResponse:
    """An item beside the articles; posted with "go" another one, the review, or the result. Nothing is saved."""
    quiz = access.quiz_for_teacher(request.user, pk)
    try:
        shown = preview(quiz)
    except NotPublishable as error:
        messages.error(request, str(error))
        return redirect("quiz-detail", pk=pk)
    if not shown.items:
        messages.error(request, "There is nothing to see yet: this quiz has no items.")
        return redirect("quiz-detail", pk=pk)
    if request.method != "POST":
        return _item_page(request, quiz, shown, {}, request.GET.get("item"))
    try:
        answers = _answers(request, shown)
    except ResponseMalformed as error:
        return HttpResponse(f"This is no answer: {error}.", status=400, content_type="text/plain")
    go = request.POST.get("go") or request.POST.get("at")
    if go == REVIEW:
        return render(request, "quizzes/quiz_preview_review.html", _page(quiz, shown, answers))
    if go == DONE:
        ctx = _page(quiz, shown, answers) | {"feedback": shown.feedback(answers)}
        return render(request, "quizzes/quiz_preview_result.html", ctx)
    return _item_page(request, quiz, shown, answers, go)


def _answers(request: TeacherRequest, shown: Preview) -> dict[int, Any]:
    """All answers so far, that to the item of the sent form among them. Raises ResponseMalformed."""
    try:
        sent = json.loads(request.POST.get("answers") or "{}")
    except (ValueError, RecursionError) as error:
        raise ResponseMalformed("answers come as JSON") from error
    answers = shown.answers(sent)
    pk = request.POST.get("item", "")
    item = shown.item(int(pk)) if pk.isascii() and pk.isdigit() else None
    if item:
        answers[item.pk] = answer_from(item, request.POST)
        shown.check(item, answers[item.pk])
    return {pk: answer for pk, answer in answers.items() if answer is not None}


def _item_page(
    request: TeacherRequest, quiz: Quiz, shown: Preview, answers: Answers, number: str | None
) -> HttpResponse:
    ctx = _page(quiz, shown, answers)
    ctx |= {
        "item": ctx["sheet"].item(number),
        "columns": shown_columns(request.GET.get("show", ""), ctx["sheet"]),
    }
    return render(request, "quizzes/quiz_preview.html", ctx)


def _page(quiz: Quiz, shown: Preview, answers: Answers) -> dict[str, Any]:
    return {
        "quiz": quiz,
        "version": shown.version,
        "sheet": shown.sheet(answers),
        "answers": json.dumps({str(pk): answer for pk, answer in answers.items()}),
    }
