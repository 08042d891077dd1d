"""Questions on items: a student asks on her result, the teacher answers on a page of all that wait."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quizzes import access
from quizzes.flows import asking
from quizzes.forms.questions import AnswerForm, QuestionForm
from quizzes.middleware import StudentRequest, TeacherRequest, student_page
from quizzes.models import StudentQuestion
from quizzes.reports import questions as reports

MOST_TEXT_GIVEN_BACK = 2000


@student_page
@never_cache
@require_POST
def question_ask(request: StudentRequest, pk: int, item_pk: int) -> HttpResponse:
    attempt = access.attempt_for_student(request.membership, pk)
    item = get_object_or_404(attempt.assignment.version.items, pk=item_pk)
    back = f"{reverse('attempt-feedback', args=[pk])}?ask={item.pk}#q{item.pk}"
    form = QuestionForm(request.POST)
    if not form.is_valid():
        _refuse(request, " ".join(map(str, form.errors["text"])))
        return redirect(back)
    try:
        asking.ask(attempt=attempt, item=item, text=form.cleaned_data["text"], at=timezone.now())
    except asking.NotShown:
        _refuse(request, "You cannot ask about this result now.")
    except asking.TooMany:
        _refuse(request, f"You have asked {asking.MOST_ON_AN_ITEM} times about this item. Ask in class.")
    else:
        messages.success(request, "Your question is sent. The answer will stand here, under the item.")
    return redirect(back)


def _refuse(request: StudentRequest, why: str) -> None:
    """Say why nothing was sent, and give the text back."""
    text = request.POST.get("text", "").strip()[:MOST_TEXT_GIVEN_BACK]
    messages.error(request, f"Your question was not sent. {why}" + (f" You wrote: “{text}”" if text else ""))


@never_cache
@require_safe
def question_list(request: TeacherRequest) -> HttpResponse:
    ctx = {"section": "home", "questions": reports.questions(request.user)}
    return render(request, "quizzes/question_list.html", ctx)


@require_POST
def question_answer(request: TeacherRequest, pk: int) -> HttpResponse:
    """Answer, or say with `seen` that no answer is needed; for htmx the question as it is now."""
    question = access.question_for_staff(request.user, pk)
    form = AnswerForm(request.POST)
    is_seen = "seen" in request.POST
    if not is_seen and not form.is_valid():
        return _not_answered(request, question, " ".join(map(str, form.errors["answer"])))
    text = "" if is_seen else form.cleaned_data["answer"]
    asking.answer(question=question, text=text, by=request.user, at=timezone.now())
    if request.htmx:
        return render(request, "quizzes/_question.html", {"asked": reports.asked(question), "is_new": True})
    messages.success(
        request, f"{question.membership} sees your answer under the item." if text else "Set aside."
    )
    return redirect("question-list")


def _not_answered(request: TeacherRequest, question: StudentQuestion, why: str) -> HttpResponse:
    ctx = {
        "section": "home",
        "asked": reports.asked(question),
        "typed": request.POST.get("answer", ""),
        "why": why,
    }
    template = "quizzes/_question.html" if request.htmx else "quizzes/question_detail.html"
    # htmx swaps answers of 200 alone
    return render(request, template, ctx, status=200 if request.htmx else 422)
