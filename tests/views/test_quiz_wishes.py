"""A quiz asked for by length, level and skills."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.factories import (
    ItemFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Item, Quiz, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


def items_of(quiz: Quiz) -> list[Item]:
    return [entry.item for entry in quiz.quiz_items.select_related("item").order_by("order")]


def test_a_wish_is_met_and_what_is_not_is_said(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    for n, stem in enumerate(("Who counted them?", "Which day was it?", "Whose words are these?")):
        ItemFactory(story=story, skill="numbers" if n else "wording", difficulty=0.3, stem=stem)
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    wish = {
        "title": "Ferry",
        "propose": "1",
        "amount": "3",
        "unit": "items",
        "level": "easy",
        "skills": ["numbers"],
    }
    shown = client.post(url, wish, follow=True).content.decode()
    assert {item.skill for item in items_of(Quiz.objects.get())} == {"numbers"}
    assert "2 items, not 3: the bank has no more for these skills." in shown


def test_a_wish_by_minutes_fills_them(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    for stem in ("Who counted them?", "Which day was it?", "Whose words are these?", "Why at all?"):
        ItemFactory(story=story, stem=stem)
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    client.post(url, {"title": "Ferry", "propose": "1", "amount": "2", "unit": "minutes"})
    assert len(items_of(Quiz.objects.get())) == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"amount": "0"}, "greater than or equal to 1"),
        ({"amount": "61"}, "60 items at the most."),
        ({"amount": "181", "unit": "minutes"}, "180 minutes at the most."),
        ({"skills": ["juggling"]}, "Select a valid choice"),
        ({"level": "cruel"}, "Select a valid choice"),
        ({"title": " "}, "This field is required"),
    ],
)
def test_an_impossible_wish_comes_back(
    client: Client, teacher: User, wrong: dict[str, Any], words: str
) -> None:
    story = StoryFactory(teacher=teacher)
    ItemFactory(story=story)
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    assert words in client.post(url, {"title": "Ferry", "propose": "1", **wrong}).content.decode()
    assert not Quiz.objects.exists()


def test_no_quiz_is_made_where_no_item_fits(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    ItemFactory(story=story, skill="wording")
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    shown = client.post(url, {"title": "Ferry", "propose": "1", "skills": ["numbers"]}).content.decode()
    assert "No quiz was made." in shown
    assert not Quiz.objects.exists()
