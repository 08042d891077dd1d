"""Making a quiz of kept items, the builder, the preview."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    AssignmentFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
    StoryFactory,
    TeacherFactory,
)
from quizzes.models import Item, Quiz, Story, User
from tests.flows.telling import read_story
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


def test_a_quiz_is_made_of_the_ticked_items(client: Client, teacher: User) -> None:
    story = StoryFactory(teacher=teacher)
    one, _, three = (ItemFactory(story=story, state="kept") for _ in range(3))
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    assert client.get(url).content.decode().count("checked") == 3
    answer = client.post(url, {"title": "Ferry", "items": [one.pk, three.pk]})
    quiz = Quiz.objects.get()
    assert answer.headers["Location"] == reverse("quiz-detail", kwargs={"pk": quiz.pk})
    assert items_of(quiz) == [one, three]


def test_the_best_drafts_make_a_quiz_by_one_button(client: Client, teacher: User) -> None:
    story = read_story(teacher)
    client.post(reverse("quiz-create", kwargs={"pk": story.pk}), {"title": story.title, "propose": "1"})
    quiz = Quiz.objects.get()
    assert items_of(quiz)
    assert {item.state for item in items_of(quiz)} == {"kept"}


def test_another_storys_items_cannot_be_taken(client: Client, teacher: User) -> None:
    story, foreign = StoryFactory(teacher=teacher), ItemFactory(state="kept")
    url = reverse("quiz-create", kwargs={"pk": story.pk})
    assert client.post(url, {"title": "Ferry", "items": [foreign.pk]}).status_code == 200
    assert not Quiz.objects.exists()


def test_a_quiz_needs_a_title(client: Client, teacher: User) -> None:
    story: Story = StoryFactory(teacher=teacher)
    client.post(reverse("quiz-create", kwargs={"pk": story.pk}), {"title": "  "})
    assert not Quiz.objects.exists()


def test_the_builder_saves_title_instructions_and_points(client: Client, quiz: Quiz) -> None:
    first = items_of(quiz)[0]
    shown = build(client, quiz, title="Boat", instructions="Read both.", **{f"points_{first.pk}": "4"})
    assert "Saved." in shown
    assert "6 points" in shown
    assert (quiz.title, quiz.instructions) == ("Boat", "Read both.")


def test_a_move_saves_what_was_typed_too(client: Client, quiz: Quiz) -> None:
    first, second, third = items_of(quiz)
    build(client, quiz, up=str(third.pk), **{f"points_{first.pk}": "5"})
    assert items_of(quiz) == [first, third, second]
    assert quiz.quiz_items.get(item=first).points == 5
    build(client, quiz, down=str(first.pk))
    assert items_of(quiz)[0] == third


def test_items_are_taken_out_and_kept_ones_put_in(client: Client, quiz: Quiz) -> None:
    out, new = items_of(quiz)[0], ItemFactory(story=quiz.story, state="kept")
    build(client, quiz, remove=str(out.pk))
    assert new.stem in build(client, quiz, add=str(new.pk))
    assert items_of(quiz)[-1] == new
    assert out not in items_of(quiz)


def test_a_draft_that_is_not_kept_is_not_put_in(client: Client, quiz: Quiz) -> None:
    draft = ItemFactory(story=quiz.story)
    build(client, quiz, add=str(draft.pk))
    assert draft not in items_of(quiz)


@pytest.mark.parametrize("pk", ["0", "x", "-1"])
def test_a_button_of_no_item_is_hidden(client: Client, quiz: Quiz, pk: str) -> None:
    url = reverse("quiz-detail", kwargs={"pk": quiz.pk})
    assert client.post(url, sent(quiz, remove=pk)).status_code == 404


def test_another_storys_item_cannot_be_put_in(client: Client, quiz: Quiz) -> None:
    url = reverse("quiz-detail", kwargs={"pk": quiz.pk})
    foreign = ItemFactory(state="kept")
    assert client.post(url, sent(quiz, add=str(foreign.pk))).status_code == 404


@pytest.mark.parametrize("points", ["0", "", "101", "two"])
def test_impossible_points_come_back(client: Client, quiz: Quiz, points: str) -> None:
    first = items_of(quiz)[0]
    assert "field-error" in build(client, quiz, **{f"points_{first.pk}": points})
    assert quiz.quiz_items.get(item=first).points == 1


def test_the_builder_warns_of_what_is_not_proved_and_of_one_sided_points(client: Client, quiz: Quiz) -> None:
    Item.objects.filter(pk=items_of(quiz)[1].pk).update(is_stale=True)
    QuizItemFactory(quiz=quiz, order=4, item__state="kept")
    shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    assert "no longer proves the key of item 2" in shown
    assert "More than half of the points ask one thing" in shown


def test_the_builder_says_which_classes_have_it(client: Client, quiz: Quiz) -> None:
    AssignmentFactory(version__quiz=quiz, classroom__name="8B", classroom__owner=quiz.teacher)
    shown = client.get(reverse("quiz-detail", kwargs={"pk": quiz.pk})).content.decode()
    assert "8B" in shown
    assert "classes keep the version they were given" in shown


def test_twenty_quizzes_take_as_many_queries_as_one(
    client: Client, teacher: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        quiz = QuizFactory(story__teacher=teacher)
        for n in range(2):
            QuizItemFactory(quiz=quiz, order=n)
        AssignmentFactory(version__quiz=quiz, classroom__owner=teacher)
    with django_assert_num_queries(5):  # session, user, how many, quizzes with counts, the deleted
        shown = client.get(reverse("quiz-list")).content.decode()
    assert shown.count("2 items, 2 points") == 20
    assert shown.count("given to 1 class") == 20


def test_the_list_has_pages(client: Client, teacher: User) -> None:
    QuizFactory.create_batch(21, story__teacher=teacher)
    assert client.get(reverse("quiz-list")).content.decode().count("As a student") == 20
    assert client.get(reverse("quiz-list"), {"page": "2"}).content.decode().count("As a student") == 1
