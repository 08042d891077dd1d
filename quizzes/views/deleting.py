"""Deleting a story or a quiz, removing an article, and taking that back within the hour."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import access, tasks
from quizzes.flows import deleting
from quizzes.flows.deleting import TooLate
from quizzes.flows.importing import ArticleRefused
from quizzes.forms.confirming import ConfirmForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Story
from quizzes.reports import deleting as reports
from quizzes.reports.stories import story_tabs
from quizzes.views.articles import read_or_compare
from quizzes.views.undoing import say_undoable

FORM = ["GET", "HEAD", "POST"]
TOO_LATE = "The hour is over: “%s” is gone for good."


@require_http_methods(FORM)
def story_delete(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    form = ConfirmForm(request.POST or None, title=story.title)
    if request.method == "POST" and form.is_valid():
        deleting.delete(thing=story, at=timezone.now())
        say_undoable(request, f"“{story.title}” is deleted.", reverse("story-take-back", kwargs={"pk": pk}))
        return redirect("story-list")
    ctx = {
        "section": "stories",
        "story": story,
        "form": form,
        "hanging": reports.hanging_on_story(story),
    }
    return render(request, "quizzes/story_delete.html", ctx)


@require_POST
def story_take_back(request: TeacherRequest, pk: int) -> HttpResponse:
    """The story is back; what it waited for when it was deleted goes on."""
    story = access.deleted_story_for_teacher(request.user, pk)
    try:
        deleting.take_back(thing=story, at=timezone.now())
    except TooLate:
        messages.error(request, TOO_LATE % story.title)
        return redirect("story-list")
    tasks.queue_rest(story)
    messages.success(request, f"“{story.title}” is back.")
    return redirect("story-detail", pk=pk)


@require_http_methods(FORM)
def quiz_delete(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = access.quiz_for_teacher(request.user, pk)
    form = ConfirmForm(request.POST or None, title=quiz.title)
    if request.method == "POST" and form.is_valid():
        deleting.delete(thing=quiz, at=timezone.now())
        words = f"The quiz “{quiz.title}” is deleted; its items stay with the story."
        say_undoable(request, words, reverse("quiz-take-back", kwargs={"pk": pk}))
        return redirect("quiz-list")
    ctx = {"section": "quizzes", "quiz": quiz, "form": form, "hanging": reports.hanging_on_quiz(quiz)}
    return render(request, "quizzes/quiz_delete.html", ctx)


@require_POST
def quiz_take_back(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = access.deleted_quiz_for_teacher(request.user, pk)
    try:
        deleting.take_back(thing=quiz, at=timezone.now())
    except TooLate:
        messages.error(request, TOO_LATE % quiz.title)
        return redirect("quiz-list")
    messages.success(request, f"The quiz “{quiz.title}” is back.")
    return redirect("quiz-detail", pk=pk)


# --- One article ---


@require_http_methods(FORM)
def article_remove(request: TeacherRequest, pk: int) -> HttpResponse:
    article = access.article_for_teacher(request.user, pk)
    if request.method == "POST":
        story = deleting.remove_article(article=article, at=timezone.now())
        if story.state != Story.State.EMPTY:
            read_or_compare(story)
        removed = story.removed_articles.filter(letter=article.letter).latest("removed_at")
        undo = reverse("article-put-back", kwargs={"pk": removed.pk})
        say_undoable(request, f"Article {article.letter} is removed.", undo, button="Put it back")
        return redirect("story-detail", pk=story.pk)
    ctx = {
        "section": "stories",
        "story": article.story,
        "tab": "articles",
        "tabs": story_tabs(article.story),
        "article": article,
        "resting": reports.resting_on(article),
    }
    return render(request, "quizzes/article_remove.html", ctx)


@require_POST
def article_put_back(request: TeacherRequest, pk: int) -> HttpResponse:
    """The article is in the story again, and is read."""
    removed = access.removed_article_for_teacher(request.user, pk)
    story = removed.story
    try:
        article = deleting.put_back(removed=removed, at=timezone.now())
    except TooLate:
        messages.error(request, f"The hour is over: article {removed.letter} is gone for good.")
    except ArticleRefused as refusal:
        messages.error(request, f"Article {removed.letter} stays out. {refusal}")
    else:
        tasks.queue_reading(story)
        messages.success(request, f"Article {article.letter} is back, and is read again.")
    return redirect("story-detail", pk=story.pk)
