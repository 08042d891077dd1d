"""A teacher's stories: the list and the archive, one story with the progress of its reading."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access, tasks
from quizzes.flows import archiving, copying, deciding, reading
from quizzes.forms.stories import CopyForm, StoryTitleForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Story
from quizzes.reports import stories as reports
from quizzes.reports.deleting import deleted_stories, removed_articles
from quizzes.timing import desk_zone
from quizzes.views.undoing import say_undoable

FORM = ["GET", "HEAD", "POST"]


STORIES_ON_A_PAGE = 20


@require_safe
def story_list(request: TeacherRequest) -> HttpResponse:
    archived, words = request.GET.get("show") == "archived", request.GET.get("q", "").strip()[:200]
    stories = reports.story_list(request.user, archived=archived, words=words)
    current_total, archived_total = reports.shelf_totals(request.user)
    ctx = {
        "section": "stories",
        "page": Paginator(stories, STORIES_ON_A_PAGE).get_page(request.GET.get("page")),
        "archived": archived,
        "words": words,
        "kept": _address(show="archived" if archived else "", q=words),
        "current_total": current_total,
        "archived_total": archived_total,
        "gone": deleted_stories(request.user, timezone.now()),
        "zone": desk_zone(request.user),
    }
    return render(request, "quizzes/story_list.html", ctx)


def _address(**asked: str) -> str:
    """What a link to another page of the list keeps: "show=archived&q=fire&"."""
    return "".join(f"{urlencode({name: value})}&" for name, value in asked.items() if value)


@require_POST
def story_archive(request: TeacherRequest, pk: int) -> HttpResponse:
    """Into the archive; with "back" out of it."""
    story = access.story_for_teacher(request.user, pk)
    if "back" in request.POST:
        archiving.bring_back(story=story)
        messages.success(request, f"“{story.title}” is on your list again.")
        return redirect("story-detail", pk=pk)
    archiving.archive(story=story, at=timezone.now())
    say_undoable(request, f"“{story.title}” is in the archive.", request.path, back="1")
    return redirect("story-list")


@require_http_methods(FORM)
def story_copy(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    form = CopyForm(request.POST or None, story=story)
    if request.method == "POST" and form.is_valid():
        copy = copying.copy_story(story=story, **form.cleaned_data)
        if copy.state == Story.State.WAITING:
            tasks.queue_reading(copy)
        messages.success(request, f"This is the copy; “{story.title}” stays as it is.")
        return redirect("story-detail", pk=copy.pk)
    ctx = {"section": "stories", "story": story, "form": form, "tabs": reports.story_tabs(story)}
    return render(request, "quizzes/story_copy.html", ctx)


@require_http_methods(FORM)
def story_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    story = access.story_for_teacher(request.user, pk)
    if request.method != "POST":
        return render(request, "quizzes/story_detail.html", _articles_page(story))
    form = StoryTitleForm(request.POST)
    if form.is_valid():
        deciding.rename_story(story=story, title=form.cleaned_data["title"])
    else:
        messages.error(request, "A story needs a title.")
    return redirect("story-detail", pk=pk)


def _articles_page(story: Story) -> dict[str, Any]:
    """The articles with the progress of their reading; a reading whose worker has died is taken up again here."""
    now = timezone.now()
    if reading.is_stalled(story, now):
        tasks.queue_again(story, now)
        story.refresh_from_db()
    articles = reports.article_lines(story)
    addresses = reports.address_lines(story, now)
    progress = reports.story_progress(story, articles, now)
    fetching = sum(line.is_unsettled for line in addresses)
    return {
        "section": "stories",
        "story": story,
        "tabs": reports.story_tabs(story),
        "tab": "articles",
        "articles": articles,
        "addresses": addresses,
        "progress": progress,
        "fetching": fetching,
        "polls": progress.is_running or fetching or reports.is_about_to_be_read(story, articles),
        "stale": story.items.kept().filter(is_stale=True).count(),
        "removed": removed_articles(story, now),
        "title_form": StoryTitleForm(initial={"title": story.title}),
    }


@require_safe
def story_progress(request: TeacherRequest, pk: int) -> HttpResponse:
    """What the page of a story polls; without htmx the whole page."""
    story = access.story_for_teacher(request.user, pk)
    if not request.htmx:
        return redirect("story-detail", pk=pk)
    ctx = _articles_page(story)
    answer = render(request, "quizzes/_story_articles.html", ctx)
    if not ctx["polls"]:
        answer["HX-Refresh"] = "true"  # the tabs around it count what has been found
    return answer


@require_POST
def story_read(request: TeacherRequest, pk: int) -> HttpResponse:
    """Try again: read what has not been read; with "afresh" all of it."""
    story = access.story_for_teacher(request.user, pk)
    if story.articles.exists():
        tasks.queue_reading(story, afresh="afresh" in request.POST)
    return redirect("story-detail", pk=pk)
