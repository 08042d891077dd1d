"""One article of a story: its text as it was read, and what the teacher corrects of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access, tasks
from quizzes.flows import importing
from quizzes.flows.drafting import compare_story
from quizzes.flows.importing import ArticleRefused
from quizzes.forms.stories import ArticleForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Article, Passage, Story
from quizzes.nlp.types import Role
from quizzes.reports import stories as reports
from quizzes.reports.article_page import ROLES, article_page
from quizzes.reports.article_text import suggested_outlet

FORM = ["GET", "HEAD", "POST"]
MARKS = {"all": "all", "figures": "figures", "quotations": "quotations", "none": "none"}
"""What the page can mark in the text."""


@require_safe
def article_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    article = access.article_for_teacher(request.user, pk)
    marks = request.GET.get("marks", "")
    ctx = {
        "section": "stories",
        "story": article.story,
        "tab": "articles",
        "tabs": reports.story_tabs(article.story),
        "article": article,
        "page": article_page(article),
        "marks": marks if marks in MARKS else "all",
        "all_marks": MARKS.items(),
    }
    return render(request, "quizzes/article_detail.html", ctx)


@require_POST
def article_role(request: TeacherRequest, pk: int) -> HttpResponse:
    """Say what a passage is; the article is read again, and the page comes back where it was."""
    article = access.article_for_teacher(request.user, pk)
    start, role = request.POST.get("start", ""), request.POST.get("role", "")
    if not start.isdecimal() or role not in {r.value for r in ROLES}:
        return HttpResponseBadRequest("No such passage or role.")
    try:
        is_changed = importing.set_role(article=article, start=int(start), role=role)
    except Passage.DoesNotExist:
        messages.error(request, "This passage is cut in another way now. Look at the text again.")
        return redirect("article-detail", pk=pk)
    if is_changed:
        read_or_compare(article.story)
        messages.success(
            request,
            f"“{ROLES[Role(role)]}” it is, whatever a new reading says. The article is being read again; "
            "what rests on it is then compared anew.",
        )
    return redirect(f"{reverse('article-detail', kwargs={'pk': pk})}#p-{start}")


@require_http_methods(FORM)
def article_edit(request: TeacherRequest, pk: int) -> HttpResponse:
    article = access.article_for_teacher(request.user, pk)
    form = ArticleForm(request.POST or None, article=article)
    if request.method == "POST" and form.is_valid():
        try:
            article = importing.correct_article(article=article, **form.corrections())
        except ArticleRefused as refusal:
            form.add_error("outlet", str(refusal))
        else:
            read_or_compare(article.story)
            messages.success(request, f"Article {article.letter} is corrected.")
            if request.POST.get("back") == "article":
                return redirect("article-detail", pk=pk)
            return redirect("story-detail", pk=article.story_id)
    ctx = {
        "section": "stories",
        "story": article.story,
        "tab": "articles",
        "tabs": reports.story_tabs(article.story),
        "article": article,
        "form": form,
        "hint": suggested_outlet(article),
    }
    return render(request, "quizzes/article_form.html", ctx)


def read_or_compare(story: Story) -> None:
    """After a correction: compare at once where all is read (no spaCy is needed), else read what waits."""
    story.refresh_from_db()
    if story.state != Story.State.READY:
        return
    if story.articles.filter(state=Article.State.WAITING).exists():
        tasks.queue_reading(story)
    else:
        compare_story(story_id=story.pk, token=story.reading_token, corrected=True)
