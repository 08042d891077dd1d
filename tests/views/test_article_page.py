"""One article: what each passage is, what is known of it, and what the teacher says of both."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import ItemFactory, TeacherFactory
from quizzes.flows import importing, reading
from quizzes.flows.reading import start_reading
from quizzes.models import Article, Item, Passage, Story, User
from tests.flows.telling import hand_reading, told_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher() -> User:
    return TeacherFactory()


@pytest.fixture
def article(client: Client, teacher: User, monkeypatch: pytest.MonkeyPatch) -> Article:
    """The first article of a story that has been read, by hand."""
    monkeypatch.setattr(reading, "_reading", hand_reading)
    story = told_story(teacher)
    reading.read_story(story_id=story.pk, token=start_reading(story=story))
    client.force_login(teacher)
    return story.articles.get(letter="A")


def shown(client: Client, article: Article, **query: str) -> str:
    answer = client.get(reverse("article-detail", args=[article.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def last_passage(article: Article) -> Passage:
    passage = article.passages.filter(role="body").last()
    assert passage is not None
    return passage


def set_role(client: Client, article: Article, role: str, **changed: Any) -> Any:
    sent = {"start": last_passage(article).start, "role": role, **changed}
    return client.post(reverse("article-role", args=[article.pk]), sent)


# --- Roles ---


def test_a_passage_becomes_what_the_teacher_says_and_is_read_again(client: Client, article: Article) -> None:
    answer = set_role(client, article, "furniture")
    assert answer["Location"].endswith(f"#p-{last_passage(article).start}")
    article.refresh_from_db()
    assert (last_passage(article).role_set, article.state) == ("furniture", Article.State.WAITING)
    assert article.story.state != Story.State.READY or Story.objects.get(pk=article.story_id).reading_token
    page = shown(client, article)
    assert "Not part of this article: set by you" in page and "Read as “part of the story”" in page


def test_the_role_that_was_read_takes_the_teachers_word_away(client: Client, article: Article) -> None:
    set_role(client, article, "furniture")
    set_role(client, article, "body")
    assert last_passage(article).role_set == ""


def test_a_role_set_while_the_article_is_being_read_holds(article: Article) -> None:
    """The reader had the article before: its result must neither overwrite the role nor pass for current."""
    token = start_reading(story=article.story, afresh=True)
    given = Article.objects.prefetch_related("passages").get(pk=article.pk)
    list(given.passages.all())
    result = hand_reading(given)
    importing.set_role(article=article, start=last_passage(article).start, role="furniture")
    reading.store_reading(article=given, reading=result, token=token)
    article.refresh_from_db()
    assert (last_passage(article).role_set, article.state) == ("furniture", Article.State.WAITING)


def test_it_is_said_before_how_many_kept_items_quote_a_passage(client: Client, article: Article) -> None:
    piece = {
        "article": "A",
        "start": last_passage(article).start,
        "end": last_passage(article).end,
        "text": "…",
    }
    ItemFactory(story=article.story, state=Item.State.KEPT, evidence=[piece])
    ItemFactory(story=article.story, state=Item.State.DRAFT, evidence=[piece])
    assert "1 item that you have kept quotes this passage" in shown(client, article)


@pytest.mark.parametrize("changed", [{"role": "headlines"}, {"role": ""}, {"start": "abc"}, {"start": "-1"}])
def test_what_no_page_sends_is_refused(client: Client, article: Article, changed: dict[str, str]) -> None:
    assert set_role(client, article, **{"role": "furniture", **changed}).status_code == 400
    assert last_passage(article).role_set == ""


def test_a_passage_that_is_not_there_any_more_is_said(client: Client, article: Article) -> None:
    answer = client.post(
        reverse("article-role", args=[article.pk]), {"start": "99999", "role": "body"}, follow=True
    )
    assert "cut in another way now" in answer.content.decode()


# --- What is known ---


def test_what_was_read_and_what_was_set_are_told_apart(client: Client, article: Article) -> None:
    importing.correct_article(
        article=article, outlet="The Other", headline=None, byline="", published=dt.date(2024, 5, 4)
    )
    page = shown(client, article)
    assert f"set by you; the text says “{article.outlet_read}”" in page
    assert "read in the text" in page and "4 May 2024" in page


@pytest.mark.parametrize("marks", ["figures", "quotations", "none"])
def test_marks_can_be_taken_away(client: Client, article: Article, marks: str) -> None:
    assert f"marks-{marks}" in shown(client, article, marks=marks)


def test_other_marks_than_these_are_all(client: Client, article: Article) -> None:
    assert "marks-all" in shown(client, article, marks='"><script>')


def test_the_page_takes_few_queries_however_long_the_article(
    client: Client, article: Article, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(14):
        shown(client, article)
