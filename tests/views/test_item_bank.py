"""The bank: items of all stories, searched, and put into quizzes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import FindingFactory, ItemFactory, QuizFactory, StoryFactory, TeacherFactory
from quizzes.models import Item, Quiz, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


def bank(client: Client, **query: Any) -> str:
    answer = client.get(reverse("item-bank"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def put(client: Client, quiz: object, *items: Item) -> str:
    sent = {"items": [item.pk for item in items], "quiz": str(quiz)}
    return client.post(reverse("item-bank-add"), sent, follow=True).content.decode()


def test_it_holds_the_items_of_all_her_stories_and_of_no_other(client: Client, teacher: User) -> None:
    one, two = (ItemFactory(story__teacher=teacher, stem=f"Who says {word}?") for word in ("this", "that"))
    strange = ItemFactory(stem="Whose is this?")
    shown = bank(client)
    assert one.stem in shown
    assert two.stem in shown
    assert strange.stem not in shown


def test_items_of_deleted_stories_are_not_there(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, story__deleted_at=timezone.now())
    assert item.stem not in bank(client)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "flood harbour"}, True),
        ({"q": "FLOOD"}, True),
        ({"q": "flood fire"}, False),
        ({"q": "third option"}, True),
        ({"q": "because rivers"}, True),
        ({"skill": "omission"}, True),
        ({"skill": "sourcing"}, False),
        ({"kind": "choice"}, True),
        ({"kind": "open"}, False),
        ({"difficulty": "hard"}, True),
        ({"difficulty": "easy"}, False),
        ({"state": "kept"}, True),
        ({"state": "draft"}, False),
        ({"state": "stale"}, False),
        ({"story": "@"}, True),
        ({"story": "999"}, False),
        ({"story": "evil", "kind": "evil", "state": "evil"}, True),
        ({"q": "\0"}, True),
    ],
)
def test_it_is_searched(client: Client, teacher: User, query: dict[str, str], found: bool) -> None:
    item = ItemFactory(
        story__teacher=teacher,
        stem="Which flood in the harbour?",
        options=["One", "Two", "The third option"],
        rationale="Because rivers rise.",
        skill="omission",
        difficulty=0.8,
        state="kept",
    )
    asked = {name: str(item.story_id) if value == "@" else value for name, value in query.items()}
    assert (item.stem in bank(client, **asked)) is found


def test_dropped_items_are_shown_where_asked_for(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher, state="dropped")
    assert item.stem not in bank(client)
    assert item.stem in bank(client, state="dropped")


def test_difficulty_and_skill_are_in_words(client: Client, teacher: User) -> None:
    ItemFactory(story__teacher=teacher, difficulty=0.3, skill="numbers")
    shown = bank(client)
    assert "<span>easy</span>" in shown
    assert "Read numbers closely (CCSS RI.8.9)" in shown


def test_two_hundred_items_in_eight_queries(
    client: Client, teacher: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    stories = StoryFactory.create_batch(4, teacher=teacher)
    for n in range(200):
        ItemFactory(story=stories[n % 4], finding=FindingFactory(story=stories[n % 4]))
    with django_assert_max_num_queries(8):
        shown = bank(client)
    assert "200 items" in shown
    assert "Page 1 of 8" in shown
    with django_assert_max_num_queries(8):
        assert "176 to 200" in bank(client, page="8")


# --- Into a quiz ---


def test_items_go_to_the_end_of_a_quiz_of_their_story(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    quiz = QuizFactory(story=item.story, title="Harbour")
    assert "1 item put at the end of “Harbour”" in put(client, quiz.pk, item)
    assert "1 item stood there already" in put(client, quiz.pk, item)
    item.refresh_from_db()
    assert item.state == "kept"
    assert quiz.quiz_items.count() == 1


def test_a_new_quiz_is_made_of_them(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    put(client, f"new-{item.story_id}", item)
    assert Quiz.objects.get().quiz_items.get().item == item


def test_items_of_another_story_are_refused_and_nothing_is_put_in(client: Client, teacher: User) -> None:
    item, other = ItemFactory(story__teacher=teacher), ItemFactory(story__teacher=teacher)
    quiz = QuizFactory(story=item.story)
    shown = put(client, quiz.pk, item, other)
    assert "Nothing was put in" in shown
    assert other.story.title in shown
    assert not quiz.quiz_items.exists()


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"state": "dropped"}, "has been dropped"), ({"is_stale": True}, "no longer proves")],
)
def test_items_that_cannot_be_asked_are_refused(
    client: Client, teacher: User, changes: dict[str, Any], why: str
) -> None:
    item = ItemFactory(story__teacher=teacher, **changes)
    assert why in put(client, QuizFactory(story=item.story).pk, item)


def test_nothing_ticked_and_no_quiz_are_said(client: Client, teacher: User) -> None:
    item = ItemFactory(story__teacher=teacher)
    assert "No item is ticked" in put(client, QuizFactory(story=item.story).pk)
    assert "Choose the quiz" in put(client, "", item)


def test_anothers_item_or_quiz_is_as_if_it_were_not(client: Client, teacher: User) -> None:
    item, strange = ItemFactory(story__teacher=teacher), ItemFactory()
    quiz = QuizFactory(story=item.story)
    assert "No item is ticked" in put(client, quiz.pk, strange)
    sent = {"items": [item.pk], "quiz": QuizFactory().pk}
    assert client.post(reverse("item-bank-add"), sent).status_code == 404
