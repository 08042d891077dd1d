"""Stories and their articles: progress, corrections."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from quizzes.factories import ArticleFactory, TeacherFactory
from quizzes.models import Article, Story, User
from tests.flows.telling import HERALD, read_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def story(teacher: User) -> Story:
    return read_story(teacher)


def page(client: Client, name: str, **kwargs: int) -> str:
    answer = client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, name: str, data: dict[str, Any] | None = None, **kwargs: int) -> str:
    """The page that a post leads to."""
    answer = client.post(reverse(name, kwargs=kwargs), data or {}, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


# --- The page of a story ---


def test_the_page_shows_what_is_known_of_each_article(client: Client, story: Story) -> None:
    story.articles.filter(letter="B").update(outlet_set="", outlet_read="Bay Courier")
    shown = page(client, "story-detail", pk=story.pk)
    assert "Ferry runs aground off Hollow Point" in shown
    assert "outlet not stated" in shown
    assert "no date given" in shown


def test_the_page_polls_while_the_reading_runs_and_not_after(client: Client, story: Story) -> None:
    polls = f'hx-get="{reverse("story-progress", kwargs={"pk": story.pk})}"'
    assert polls not in page(client, "story-detail", pk=story.pk)
    Story.objects.filter(pk=story.pk).update(state=Story.State.READING)
    story.articles.filter(letter="B").update(state=Article.State.READING)
    shown = page(client, "story-detail", pk=story.pk)
    assert polls in shown
    assert "Reading: 1 of 2 articles" in shown


def test_progress_is_a_part_for_htmx_and_the_page_for_others(client: Client, story: Story) -> None:
    url = reverse("story-progress", kwargs={"pk": story.pk})
    answer = client.get(url, headers={"HX-Request": "true"})
    part = answer.content.decode()
    assert answer.headers["HX-Refresh"] == "true"
    assert part.lstrip().startswith('<div id="story-articles"')
    assert client.get(url).headers["Location"] == reverse("story-detail", kwargs={"pk": story.pk})


def test_a_dead_workers_story_is_queued_again_when_looked_at(
    client: Client, story: Story, django_capture_on_commit_callbacks: Any
) -> None:
    long_ago = timezone.now() - dt.timedelta(hours=1)
    Story.objects.filter(pk=story.pk).update(state=Story.State.READING, reading_seen_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        page(client, "story-detail", pk=story.pk)
        page(client, "story-detail", pk=story.pk)
    assert DBTaskResult.objects.count() == 1
    story.refresh_from_db()
    assert story.state == Story.State.WAITING


def test_a_failed_story_can_be_tried_again(client: Client, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(state=Story.State.FAILED, failure="None could be read.")
    assert "None could be read." in page(client, "story-detail", pk=story.pk)
    post(client, "story-read", pk=story.pk)
    story.refresh_from_db()
    assert story.state == Story.State.WAITING


def test_all_articles_can_be_read_afresh(client: Client, story: Story) -> None:
    post(client, "story-read", {"afresh": "1"}, pk=story.pk)
    assert {a.state for a in story.articles.all()} == {Article.State.WAITING}


def test_a_story_is_renamed(client: Client, story: Story) -> None:
    assert "Boat aground" in post(client, "story-detail", {"title": "Boat aground"}, pk=story.pk)
    assert "A story needs a title." in post(client, "story-detail", {"title": " "}, pk=story.pk)


# --- One article ---


def test_an_article_shows_its_text_with_marks_and_places(client: Client, story: Story) -> None:
    article = story.articles.get(letter="A")
    shown = page(client, "article-detail", pk=article.pk)
    start = article.text.index("At least nine")
    assert f'id="at-{start}"' in shown
    assert ">At least nine</mark>" in shown
    assert "quotation: Mara Lindqvist" in shown


def test_an_article_with_markup_in_it_is_shown_as_text(client: Client, teacher: User) -> None:
    article = ArticleFactory(story__teacher=teacher, text="<script>alert(1)</script> & more")
    article.passages.create(role="body", start=0, end=len(article.text))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page(client, "article-detail", pk=article.pk)


def correction(article: Article, **changes: str) -> dict[str, str]:
    names = ("outlet", "headline", "byline")
    known = {name: getattr(article, f"{name}_read") for name in names}
    return known | {"published": str(article.published_read or "")} | changes


def test_a_corrected_outlet_is_compared_at_once(client: Client, story: Story) -> None:
    article = story.articles.get(letter="A")
    post(client, "article-edit", correction(article, outlet="Quay Online"), pk=article.pk)
    article.refresh_from_db()
    assert (article.outlet, article.headline_set, article.byline_set) == ("Quay Online", None, None)
    story.refresh_from_db()
    assert story.state == Story.State.READY
    assert "Quay Online" in story.findings.get(kind="discrepancy").summary


TOLD = "Nine hurt as ferry hits rocks\n\nThe harbour master told the Quay Herald on Friday that nine people were hurt."


def test_an_outlet_that_the_text_hints_at_is_taken_with_one_click(client: Client, story: Story) -> None:
    post(client, "article-add", {"text": TOLD}, pk=story.pk)
    article = story.articles.get(letter="C")
    assert article.outlet == ""
    for name in ("article-detail", "article-edit"):
        shown = page(client, name, pk=article.pk)
        assert "“told the Quay Herald” may be a hint" in shown
        assert '<input type="hidden" name="outlet" value="Quay Herald">' in shown
    post(client, "article-edit", correction(article, outlet="Quay Herald"), pk=article.pk)
    article.refresh_from_db()
    assert (article.outlet_set, article.headline_set, article.byline_set) == ("Quay Herald", None, None)
    assert "may be a hint" not in page(client, "article-detail", pk=article.pk)


def test_no_outlet_is_suggested_where_one_is_stated_or_denied(client: Client, story: Story) -> None:
    post(client, "article-add", {"text": f"---\noutlet: Cape Times\n---\n{TOLD}"}, pk=story.pk)
    article = story.articles.get(letter="C")
    assert "may be a hint" not in page(client, "article-detail", pk=article.pk)
    post(client, "article-edit", correction(article, outlet=""), pk=article.pk)
    assert "may be a hint" not in page(client, "article-detail", pk=article.pk)


def test_a_corrected_date_is_read_again(client: Client, story: Story) -> None:
    article = story.articles.get(letter="A")
    post(client, "article-edit", correction(article, published="2024-05-03"), pk=article.pk)
    article.refresh_from_db()
    story.refresh_from_db()
    assert (article.published, article.state) == (dt.date(2024, 5, 3), Article.State.WAITING)
    assert story.state == Story.State.WAITING


def test_a_date_can_be_denied_and_an_outlet_taken_away(client: Client, story: Story) -> None:
    article = story.articles.get(letter="A")
    Article.objects.filter(pk=article.pk).update(published_read=dt.date(2024, 5, 3))
    post(client, "article-edit", correction(article, outlet="", published=""), pk=article.pk)
    article.refresh_from_db()
    assert (article.outlet, article.published, article.published_denied) == ("", None, True)


def test_a_correction_that_makes_a_duplicate_comes_back(client: Client, story: Story) -> None:
    post(client, "article-add", {"text": HERALD.replace("Quay Herald", "Cape Times")}, pk=story.pk)
    copy = story.articles.get(letter="C")
    sent = correction(copy, outlet="The Quay Herald")
    answer = client.post(reverse("article-edit", kwargs={"pk": copy.pk}), sent)
    assert "This is the same text as article A." in answer.content.decode()
