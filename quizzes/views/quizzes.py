"""Quizzes being built: from kept items, in an order, with points."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import building
from quizzes.forms.quizzes import QuizCreateForm, QuizForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Item, Quiz
from quizzes.reports import quizzes as reports
from quizzes.reports.deleting import deleted_quizzes
from quizzes.reports.stories import story_tabs

QUIZZES_ON_A_PAGE = 20


@require_safe
def quiz_list(request: TeacherRequest) -> HttpResponse:
    quizzes = Paginator(reports.quiz_list(request.user), QUIZZES_ON_A_PAGE)
    ctx = {
        "section": "quizzes",
        "page": quizzes.get_page(request.GET.get("page")),
        "gone": deleted_quizzes(request.user, timezone.now()),
    }
    return render(request, "quizzes/quiz_list.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def quiz_create(request: TeacherRequest, pk: int) -> HttpResponse:
    """A quiz from the kept items that are ticked, or (posted with "propose") from the best drafts."""
    story = access.story_for_teacher(request.user, pk)
    kept = list(story.items.kept().order_by("order", "pk"))
    initial = {"title": story.title, "items": [item.pk for item in kept]}
    form = QuizCreateForm(request.POST or None, story=story, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = {"story": story, "teacher": request.user, "title": form.cleaned_data["title"]}
        if "propose" in request.POST:
            quiz = building.propose_quiz(**made)
        else:
            quiz = building.make_quiz(**made, items=form.cleaned_data["items"])
        return redirect("quiz-detail", pk=quiz.pk)
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "quizzes",
        "tabs": story_tabs(story),
        "form": form,
        "kept": kept,
        "quizzes": reports.quiz_list(request.user).filter(story=story),
        "proposed": building.PROPOSED,
    }
    return render(request, "quizzes/quiz_form.html", ctx)


@require_http_methods(["GET", "HEAD", "POST"])
def quiz_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = access.quiz_for_teacher(request.user, pk)
    entries = list(quiz.quiz_items.select_related("item"))
    form = QuizForm(request.POST or None, instance=quiz, entries=entries)
    if request.method == "POST" and form.is_valid():
        _change(quiz, form, request)
        return redirect("quiz-detail", pk=pk)
    ctx = {"section": "quizzes", "quiz": quiz, "form": form, "builder": reports.builder(quiz, form)}
    return render(request, "quizzes/quiz_detail.html", ctx)


def _change(quiz: Quiz, form: QuizForm, request: TeacherRequest) -> None:
    """Everything on the page is saved whichever button was pressed; then what the button says is done."""
    building.change_quiz(
        quiz=quiz,
        title=form.cleaned_data["title"],
        instructions=form.cleaned_data["instructions"],
        points=form.points(),
    )
    for action in ("up", "down", "remove", "add"):
        pk = request.POST.get(action)
        if pk is None:
            continue
        item = get_object_or_404(Item, pk=pk if pk.isdecimal() else 0, story=quiz.story_id)
        match action:
            case "up":
                building.move_item(quiz=quiz, item=item, by=-1)
            case "down":
                building.move_item(quiz=quiz, item=item, by=1)
            case "remove":
                building.remove_item(quiz=quiz, item=item)
            case "add":
                building.add_items(quiz=quiz, items=[item] if item.state == Item.State.KEPT else [])
        return
    messages.success(request, "Saved.")


@require_safe
def quiz_preview(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = access.quiz_for_teacher(request.user, pk)
    ctx = {"section": "quizzes", "quiz": quiz, **reports.quiz_preview(quiz)}
    return render(request, "quizzes/quiz_preview.html", ctx)
