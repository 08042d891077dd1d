"""Deleting stories and quizzes, removing articles: what is said before, and taking it back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    ClassroomFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    QuizVersionFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.flows import deleting, fetching
from quizzes.models import Article, Assignment, Item, Quiz, RemovedArticle, Story, User
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


def page(client: Client, name: str, pk: int) -> str:
    answer = client.get(reverse(name, kwargs={"pk": pk}))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, name: str, pk: int, **sent: str) -> str:
    return client.post(reverse(name, kwargs={"pk": pk}), sent, follow=True).content.decode()


def an_hour_ago() -> dt.datetime:
    return timezone.now() - deleting.UNDO_FOR - dt.timedelta(minutes=1)


# --- A story ---


def test_the_page_names_what_hangs_on_a_story(client: Client, story: Story) -> None:
    ItemFactory(story=story, state="kept")
    quiz = QuizFactory(story=story, title="Ferry quiz")
    QuizFactory(story=story, title="Gone before", deleted_at=timezone.now())
    version = QuizVersionFactory(quiz=quiz)
    for name in ("8B", "7A"):
        AssignmentFactory(version=version, classroom=ClassroomFactory(owner=story.teacher, name=name))
    shown = page(client, "story-delete", story.pk)
    assert "2 articles" in shown and "1 item that you have kept" in shown
    assert "the quiz “Ferry quiz”" in shown and "Gone before" not in shown
    assert "<b>7A, 8B</b> have been given a quiz of this story and keep it" in shown


@pytest.mark.parametrize("typed", ["", "Ferry", "Ferry agrund"])
def test_a_story_is_not_deleted_without_its_title(client: Client, story: Story, typed: str) -> None:
    assert "field-error" in post(client, "story-delete", story.pk, title=typed)
    assert Story.objects.of(story.teacher).exists()


@pytest.mark.parametrize("typed", ["Ferry aground", " ferry   AGROUND ", "ferry aground."])
def test_a_story_is_deleted_and_can_be_taken_back(client: Client, story: Story, typed: str) -> None:
    shown = post(client, "story-delete", story.pk, title=typed)
    assert "“Ferry aground” is deleted." in shown
    back = reverse("story-take-back", kwargs={"pk": story.pk})
    assert shown.count(f'action="{back}"') == 2  # in the message, and at the foot of the list
    assert "60 minutes left" in shown
    assert client.get(reverse("story-detail", kwargs={"pk": story.pk})).status_code == 404
    assert "“Ferry aground” is back." in post(client, "story-take-back", story.pk)
    assert story.articles.count() == 2 and not DBTaskResult.objects.exists()


def test_the_class_keeps_what_it_was_given(client: Client, story: Story) -> None:
    classroom = ClassroomFactory(owner=story.teacher)
    assignment = AssignmentFactory(version__quiz=QuizFactory(story=story), classroom=classroom)
    post(client, "story-delete", story.pk, title=story.title)
    assert Assignment.objects.filter(pk=assignment.pk).exists()
    assert client.get(reverse("assignment-results", kwargs={"pk": assignment.pk})).status_code == 200


def test_after_the_hour_it_is_said_that_it_is_gone(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher, deleted_at=an_hour_ago(), title="Old")
    assert "Old" not in client.get(reverse("story-list")).content.decode()
    assert "The hour is over: “Old” is gone for good." in post(client, "story-take-back", story.pk)


def test_a_story_whose_reading_was_stopped_is_queued_again(
    client: Client, story: Story, django_capture_on_commit_callbacks: Any
) -> None:
    Story.objects.filter(pk=story.pk).update(state=Story.State.READING)
    fetching.ask_for(story=story, urls=["https://news.example/a"], at=timezone.now())
    post(client, "story-delete", story.pk, title=story.title)
    with django_capture_on_commit_callbacks(execute=True):
        post(client, "story-take-back", story.pk)
    tasks = set(DBTaskResult.objects.values_list("task_path", flat=True))
    assert tasks == {"quizzes.tasks.read_story", "quizzes.tasks.fetch_address"}
    story.refresh_from_db()
    assert story.state == Story.State.WAITING and story.reading_token


def test_nothing_is_fetched_into_a_deleted_story(story: Story) -> None:
    address = fetching.ask_for(story=story, urls=["https://news.example/a"], at=timezone.now())[0]
    deleting.delete(thing=story, at=timezone.now())
    assert fetching.fetch(address_id=address.pk) is None
    address.refresh_from_db()
    assert address.state == address.State.WAITING


# --- A quiz ---


def test_the_page_names_what_hangs_on_a_quiz(client: Client, teacher: User) -> None:
    quiz = QuizItemFactory(quiz__story__teacher=teacher).quiz
    assert "No class has been given it." in page(client, "quiz-delete", quiz.pk)
    AssignmentFactory(version__quiz=quiz, classroom__owner=teacher, classroom__name="8B")
    shown = page(client, "quiz-delete", quiz.pk)
    assert "Its 1 item stays with the story" in shown
    assert "<b>8B</b> has been given it and keeps it" in shown


def test_a_quiz_is_deleted_by_its_title_and_taken_back(client: Client, teacher: User) -> None:
    entry = QuizItemFactory(quiz__story__teacher=teacher, quiz__title="Ferry")
    assert "This is not the title" in post(client, "quiz-delete", entry.quiz_id, title="Boat")
    shown = post(client, "quiz-delete", entry.quiz_id, title="ferry")
    assert "The quiz “Ferry” is deleted" in shown and "Deleted in the last hour" in shown
    assert client.get(reverse("quiz-detail", kwargs={"pk": entry.quiz_id})).status_code == 404
    assert "The quiz “Ferry” is back." in post(client, "quiz-take-back", entry.quiz_id)
    assert Quiz.objects.of(teacher).exists() and Item.objects.exists()


def test_a_quiz_deleted_long_ago_is_gone(client: Client, teacher: User) -> None:
    quiz = QuizFactory(story__teacher=teacher, deleted_at=an_hour_ago())
    assert "is gone for good" in post(client, "quiz-take-back", quiz.pk)


def test_a_deleted_storys_quiz_comes_back_with_it_alone(client: Client, teacher: User) -> None:
    now = timezone.now()
    quiz = QuizFactory(story__teacher=teacher, story__deleted_at=now, deleted_at=now)
    assert client.post(reverse("quiz-take-back", kwargs={"pk": quiz.pk})).status_code == 404


# --- An article ---


def test_the_page_says_which_kept_items_and_quizzes_rest_on_an_article(client: Client, story: Story) -> None:
    rests = ItemFactory(
        story=story, state="kept", evidence=[{"article": "B", "start": 0, "end": 5, "text": "Ferry"}]
    )
    other = ItemFactory(
        story=story, state="kept", evidence=[{"article": "A", "start": 0, "end": 5, "text": "Ferry"}]
    )
    named = ItemFactory(story=story, state="kept")
    named.options.filter(code="o1").update(article="B")
    QuizItemFactory(quiz__story=story, quiz__title="Ferry quiz", item=rests)
    shown = page(client, "article-remove", story.articles.get(letter="B").pk)
    assert "2 kept items rest on it" in shown
    assert rests.stem in shown and named.stem in shown and other.stem not in shown
    assert "Ferry quiz</a> asks 1 of them" in shown


def test_two_hundred_items_take_as_many_queries_as_two(
    client: Client, story: Story, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    evidence = [{"article": "B", "start": 0, "end": 5, "text": "Ferry"}]
    Item.objects.bulk_create(
        Item(story=story, uid=f"x{n}", stem=f"Which, {n}?", key="o1", state="kept", evidence=evidence)
        for n in range(200)
    )
    pk = story.articles.get(letter="B").pk
    # session, user, article, counts for the tabs, items, their options, quizzes
    with django_assert_num_queries(7):
        shown = page(client, "article-remove", pk)
    assert "200 kept items rest on it" in shown and "and 192 more" in shown


def test_an_article_is_removed_the_rest_compared_and_put_back(
    client: Client, story: Story, django_capture_on_commit_callbacks: Any
) -> None:
    article = story.articles.get(letter="B")
    assert "No item that you have kept rests on it." in page(client, "article-remove", article.pk)
    shown = post(client, "article-remove", article.pk)
    removed = RemovedArticle.objects.get()
    assert "Article B is removed." in shown
    assert shown.count(reverse("article-put-back", kwargs={"pk": removed.pk})) == 2
    assert "Article B, Bay Courier: Ferry hits rocks off Hollow Point" in shown
    assert not story.findings.filter(kind="discrepancy").exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert "Article B is back, and is read again." in post(client, "article-put-back", removed.pk)
    assert story.articles.get(letter="B").state == Article.State.WAITING
    assert DBTaskResult.objects.count() == 1


def test_the_last_article_leaves_an_empty_story(client: Client, teacher: User) -> None:
    story = read_story(teacher, HERALD)
    post(client, "article-remove", story.articles.get().pk)
    story.refresh_from_db()
    assert story.state == Story.State.EMPTY


def test_an_article_is_not_put_back_after_the_hour(client: Client, story: Story) -> None:
    post(client, "article-remove", story.articles.get(letter="B").pk)
    RemovedArticle.objects.update(removed_at=an_hour_ago())
    removed = RemovedArticle.objects.get()
    assert "article B is gone for good" in post(client, "article-put-back", removed.pk)
    assert "Removed in the last hour" not in page(client, "story-detail", story.pk)


def test_an_article_that_came_in_again_stays_out_and_it_is_said_why(client: Client, story: Story) -> None:
    post(client, "article-remove", story.articles.get(letter="A").pk)
    client.post(reverse("article-add", kwargs={"pk": story.pk}), {"text": HERALD})
    shown = post(client, "article-put-back", RemovedArticle.objects.get().pk)
    assert "Article A stays out. This is the same text as article C." in shown
