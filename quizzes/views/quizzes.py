"""Quizzes being built: from kept items, in an order, with points."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access
from quizzes.flows import building, deciding
from quizzes.forms.quizzes import ProposeForm, QuizCreateForm, QuizForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Item, Quiz, Story
from quizzes.reports import quizzes as reports
from quizzes.reports.balance import article_minutes
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
    """A quiz (posted with "propose") as wished for, or from the kept items that are ticked."""
    story = access.story_for_teacher(request.user, pk)
    kept = list(story.items.kept().order_by("order", "pk"))
    is_wish = "propose" in request.POST
    initial = {"title": story.title, "items": [item.pk for item in kept]}
    wish = ProposeForm(
        request.POST if is_wish else None, story=story, initial={"title": story.title}, auto_id="wish_%s"
    )
    form = QuizCreateForm(None if is_wish else request.POST or None, story=story, initial=initial)
    if request.method == "POST":
        quiz = _propose(request, story, wish) if is_wish else _make(request, story, form)
        if quiz:
            return redirect("quiz-detail", pk=quiz.pk)
    ctx = {
        "section": "stories",
        "story": story,
        "tab": "quizzes",
        "tabs": story_tabs(story),
        "wish": wish,
        "reading": article_minutes(story),
        "form": form,
        "kept": kept,
        "quizzes": reports.quiz_list(request.user).filter(story=story),
    }
    return render(request, "quizzes/quiz_form.html", ctx)


def _propose(request: TeacherRequest, story: Story, wish: ProposeForm) -> Quiz | None:
    """The proposed quiz, with what it could not meet said; None, with the reason in the form, where there is none."""
    if not wish.is_valid():
        return None
    try:
        proposed = building.propose_quiz(
            story=story, teacher=request.user, title=wish.cleaned_data["title"], wish=wish.wish()
        )
    except building.NothingToPropose as error:
        wish.add_error(None, str(error))
        return None
    if proposed.unmet:
        messages.warning(request, f"Not all of the wish could be met. {' '.join(proposed.unmet)}")
    return proposed.quiz


def _make(request: TeacherRequest, story: Story, form: QuizCreateForm) -> Quiz | None:
    if not form.is_valid():
        return None
    chosen = form.cleaned_data
    return building.make_quiz(story=story, teacher=request.user, title=chosen["title"], items=chosen["items"])


@require_http_methods(["GET", "HEAD", "POST"])
def quiz_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    """The builder. Posted by htmx without a button, a change is saved and what it changes beside the items comes back."""
    quiz = access.quiz_for_teacher(request.user, pk)
    entries = reports.entries_of(quiz)
    form = QuizForm(request.POST or None, instance=quiz, entries=entries)
    is_save = request.method == "POST" and form.is_valid()
    action, item = _pressed(request, quiz)
    if is_save:
        _save(quiz, form)
        if item:
            _change(quiz, action, item)
            place = PLACES.get(action, f"item-{item.pk}")
            return redirect(f"{reverse('quiz-detail', args=[pk])}#{place}")
        if not request.htmx:
            messages.success(request, "Saved.")
            return redirect("quiz-detail", pk=pk)
        entries = reports.entries_of(quiz)
    is_part = request.method == "POST" and bool(request.htmx) and not action
    ctx = {
        "section": "quizzes",
        "quiz": quiz,
        "form": form,
        "builder": reports.builder(quiz, entries, form),
        "is_saved": is_save,
        "is_part": is_part,
    }
    return render(request, "quizzes/_quiz_aside.html" if is_part else "quizzes/quiz_detail.html", ctx)


PLACES = {"add": "bank", "remove": "items"}
"""Where on the page one goes on after a button that takes its item away."""
ACTIONS = ("up", "down", "remove", "add", "keep")


def _pressed(request: TeacherRequest, quiz: Quiz) -> tuple[str, Item | None]:
    """The button that was pressed and its item of the story; "" for saving alone."""
    action = next((name for name in ACTIONS if name in request.POST), "")
    if not action:
        return "", None
    pk = request.POST[action]
    return action, get_object_or_404(Item, pk=pk if pk.isdecimal() else 0, story=quiz.story_id)


def _save(quiz: Quiz, form: QuizForm) -> None:
    """Everything on the page is saved whichever button was pressed."""
    cleaned = form.cleaned_data
    building.change_quiz(
        quiz=quiz, title=cleaned["title"], instructions=cleaned["instructions"], points=form.points()
    )
    if order := form.order():
        building.order_items(quiz=quiz, items=order)


def _change(quiz: Quiz, action: str, item: Item) -> None:
    match action:
        case "up":
            building.move_item(quiz=quiz, item=item, by=-1)
        case "down":
            building.move_item(quiz=quiz, item=item, by=1)
        case "remove":
            building.remove_item(quiz=quiz, item=item)
        case "add":
            building.add_items(quiz=quiz, items=[item] if item.state == Item.State.KEPT else [])
        case "keep":
            deciding.keep(items=[item])
