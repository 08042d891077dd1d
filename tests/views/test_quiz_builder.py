"""The builder: order, points, balance, what no class can get, and what the next version changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    FindingFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    TeacherFactory,
)
from quizzes.flows.assigning import publish
from quizzes.models import Item, Quiz, User
from tests.views.quiz_pages import build, items_of, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def quiz(teacher: User) -> Quiz:
    """A quiz of three kept items."""
    quiz = QuizFactory(story__teacher=teacher, title="Ferry aground")
    for n in range(1, 4):
        QuizItemFactory(quiz=quiz, order=n, item__state="kept")
    return quiz


def test_the_order_of_the_page_is_saved(client: Client, quiz: Quiz) -> None:
    first, second, third = items_of(quiz)
    build(client, quiz, order=[third.pk, first.pk, second.pk])
    assert items_of(quiz) == [third, first, second]


def test_a_change_saved_by_htmx_brings_back_what_stands_beside(client: Client, quiz: Quiz) -> None:
    first = items_of(quiz)[0]
    url = reverse("quiz-detail", kwargs={"pk": quiz.pk})
    answer = client.post(url, sent(quiz, **{f"points_{first.pk}": "4"}), headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert shown.lstrip().startswith("<aside")
    assert "6 points" in shown
    assert "Saved" in shown


def test_a_change_that_is_refused_says_so_and_keeps_what_was(client: Client, quiz: Quiz) -> None:
    first = items_of(quiz)[0]
    url = reverse("quiz-detail", kwargs={"pk": quiz.pk})
    answer = client.post(url, sent(quiz, **{f"points_{first.pk}": "0"}), headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert "Not saved" in shown
    assert "Points for item 1" in shown
    assert quiz.quiz_items.get(item=first).points == 1


def test_an_item_put_in_from_another_window_keeps_its_points(client: Client, quiz: Quiz) -> None:
    data = sent(quiz, order=[item.pk for item in items_of(quiz)], title="Boat")
    new = QuizItemFactory(quiz=quiz, order=4, points=7, item__state="kept")
    client.post(reverse("quiz-detail", kwargs={"pk": quiz.pk}), data)
    new.refresh_from_db()
    assert (new.points, items_of(quiz)[-1]) == (7, new.item)


@pytest.mark.parametrize(("field", "value"), [("is_stale", True), ("state", "dropped")])
def test_an_item_that_no_class_can_get_says_what_to_do(
    client: Client, quiz: Quiz, field: str, value: Any
) -> None:
    second = items_of(quiz)[1]
    Item.objects.filter(pk=second.pk).update(**{field: value})
    shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    assert "1 item needs you before a class can get this quiz" in shown
    assert "or take it out" in shown
    assert reverse("assignment-create", kwargs={"pk": quiz.pk}) not in shown


def test_a_dropped_item_can_be_kept_again(client: Client, quiz: Quiz) -> None:
    second = items_of(quiz)[1]
    Item.objects.filter(pk=second.pk).update(state="dropped")
    assert "needs you" not in build(client, quiz, keep=str(second.pk))
    assert items_of(quiz)[1].state == "kept"


def test_the_balance_names_gaps_that_the_bank_could_fill(client: Client, teacher: User) -> None:
    quiz = QuizFactory(story__teacher=teacher)
    subjects = ("pier and crew", "fares on Monday", "a storm warning", "an owner of ships", "mayors abroad")
    for n, subject in enumerate(subjects):
        item = ItemFactory(
            story=quiz.story, state="kept", stem=f"{subject}?", finding=FindingFactory(story=quiz.story)
        )
        QuizItemFactory(quiz=quiz, item=item, order=n)
    words = FindingFactory(story=quiz.story, kind="loaded_language")
    ItemFactory(story=quiz.story, finding=words, skill="wording")
    agreed = FindingFactory(story=quiz.story, kind="agreement")
    ItemFactory(story=quiz.story, finding=agreed)
    shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    for gap in (
        "1 kind of findings; 5 make a quiz varied. There are items on: words that judge",
        "Fewer than two items ask for proof. The story gives none to add",
        "students may think that reports always differ. There is one to add.",
        "Nothing yet on: weigh the words.",
        "More than half of the points ask one thing",
    ):
        assert gap in shown


def test_two_items_that_give_each_other_away_are_named(client: Client, quiz: Quiz) -> None:
    shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    assert "Items 1 and 2 ask nearly the same" in shown


def test_the_builder_says_what_the_next_version_changes(client: Client, quiz: Quiz) -> None:
    AssignmentFactory(version=publish(quiz), classroom__name="8B")
    out = items_of(quiz)[0]
    shown = build(client, quiz, remove=str(out.pk))
    assert "Not given yet" in shown
    assert f"Taken out: item 1, “{out.stem[:20]}" in shown


def test_a_large_bank_takes_as_many_queries_as_a_small_one(
    client: Client, quiz: Quiz, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    finding = FindingFactory(story=quiz.story)
    for _ in range(200):
        ItemFactory(story=quiz.story, state="kept", finding=finding)
    for n in range(4, 14):
        QuizItemFactory(quiz=quiz, order=n, item__state="kept")
    publish(quiz)
    with django_assert_max_num_queries(30):
        shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    assert shown.count('name="add"') == 200
