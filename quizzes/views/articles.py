"""One article of a story: its text as it was read, and what the teacher corrects of it."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import access, tasks
from quizzes.flows import importing
from quizzes.flows.drafting import compare_story
from quizzes.flows.importing import ArticleRefused
from quizzes.forms.stories import ArticleForm
from quizzes.middleware import TeacherRequest
from quizzes.models import Article, Story
from quizzes.reports import stories as reports
from quizzes.reports.article_text import paragraphs, suggested_outlet

FORM = ["GET", "HEAD", "POST"]


@require_safe
def article_detail(request: TeacherRequest, pk: int) -> HttpResponse:
    article = access.article_for_teacher(request.user, pk)
    prefetch_related_objects([article], "passages", "quotations", "claims", "positions")
    ctx = {
        "section": "stories",
        "story": article.story,
        "tab": "articles",
        "tabs": reports.story_tabs(article.story),
        "article": article,
        "paragraphs": paragraphs(article),
        "hint": suggested_outlet(article),
        "others": article.story.articles.exclude(pk=pk).only("letter", "outlet_read", "outlet_set"),
    }
    return render(request, "quizzes/article_detail.html", ctx)


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
