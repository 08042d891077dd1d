"""A teacher looks at her quiz as a student: she answers it, sees the result, and nothing is saved."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from quizzes.factories import ArticleFactory, ItemFactory, QuizFactory, QuizItemFactory, TeacherFactory
from quizzes.models import Item, Option, Passage, Quiz, User
from tests.flows.telling import read_story

pytestmark = pytest.mark.django_db

OPEN_KEY = {"levels": ["None.", "One.", "Both."], "names": ["both"], "model": "Both say so."}
HURT = {"article": "A", "start": 19, "end": 63}


@pytest.fixture
def teacher(client: Client) -> User:
    teacher = TeacherFactory()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def quiz(teacher: User) -> Quiz:
    """A choice, an evidence and an open item over one article."""
    quiz = QuizFactory(story__teacher=teacher, title="Ferry", instructions="Read both first.")
    article = ArticleFactory(story=quiz.story, letter="A")
    article.reading = {"sentences": [{"start": 0, "end": 17}, {"start": 19, "end": 63}]}
    article.save()
    Passage.objects.create(article=article, role="body", start=0, end=len(article.text))
    for n, (kind, key) in enumerate([("choice", "o2"), ("evidence", [[HURT]]), ("open", OPEN_KEY)], 1):
        item = ItemFactory(
            story=quiz.story,
            kind=kind,
            key=key,
            state="kept",
            stem=f"Question {n}?",
            rationale=f"Reason {n}.",
        )
        QuizItemFactory(quiz=quiz, item=item, order=n, points=2)
    return quiz


def pks(quiz: Quiz) -> list[int]:
    return list(quiz.quiz_items.order_by("order").values_list("item", flat=True))


def ask(client: Client, quiz: Quiz, **sent: Any) -> Any:
    url = reverse("quiz-preview", kwargs={"pk": quiz.pk})
    if not sent:
        return client.get(url)
    if isinstance(sent.get("answers"), dict):
        sent["answers"] = json.dumps({str(pk): answer for pk, answer in sent["answers"].items()})
    return client.post(url, sent)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def test_the_preview_is_the_students_page_and_holds_no_secret(client: Client, quiz: Quiz) -> None:
    Option.objects.filter(code="o1").update(misconception="newest-is-truest")
    shown = ask(client, quiz).content.decode()
    for public in (
        "Question 1?",
        "The A Post",
        "Twelve people were hurt",
        "Read both first.",
        "Nothing is saved",
    ):
        assert public in shown
    for secret in ("Reason 1.", "newest-is-truest", "vague", "misconception", "Both say so."):
        assert secret not in shown


def test_answers_travel_with_the_page(client: Client, quiz: Quiz) -> None:
    choice, evidence, _ = pks(quiz)
    second = ask(client, quiz, item=choice, choice="o2", go="2")
    assert second.context["item"].number == 2
    assert json.loads(second.context["answers"]) == {str(choice): "o2"}
    third = ask(client, quiz, item=evidence, evidence="A:19:63", answers={choice: "o2"}, go="3")
    assert json.loads(third.context["answers"]) == {str(choice): "o2", str(evidence): [HURT]}


def test_a_removed_tick_stays_on_its_item(client: Client, quiz: Quiz) -> None:
    evidence = pks(quiz)[1]
    answer = ask(client, quiz, item=evidence, evidence="A:19:63", remove="A:19:63", at="2")
    assert answer.context["item"].number == 2
    assert json.loads(answer.context["answers"]) == {}


def test_the_review_says_what_is_open(client: Client, quiz: Quiz) -> None:
    choice = pks(quiz)[0]
    shown = ask(client, quiz, answers={choice: "o2"}, go="review").content.decode()
    assert "2 of 3 items have no answer yet" in shown


def test_the_result_is_that_of_a_student_after_release(client: Client, quiz: Quiz) -> None:
    choice, evidence, open_item = pks(quiz)
    answer = ask(client, quiz, answers={choice: "o1", evidence: [HURT], open_item: "Both."}, go="done")
    feedback, shown = answer.context["feedback"], answer.content.decode()
    assert (feedback.points, feedback.maximum, feedback.pending) == (2, 6, 1)
    assert [item.points for item in feedback.items] == [0, 2, None]
    for told in ("Reason 1.", "Both say so.", "1 answer still waits to be graded", "The B Post"):
        assert told in shown


def test_a_key_gives_all_points(client: Client, teacher: User) -> None:
    """Every kind of item that a small story gives can be previewed, answered by its key, and scored in full."""
    story = read_story(teacher)
    client.post(reverse("quiz-create", kwargs={"pk": story.pk}), {"title": "Ferry", "propose": "1"})
    quiz = Quiz.objects.get()
    assert ask(client, quiz).content.decode().count('class="stem') == quiz.quiz_items.count() >= 2
    keys = {item.pk: key_of(item) for item in Item.objects.filter(quiz_items__quiz=quiz)}
    feedback = ask(client, quiz, answers=keys, go="done").context["feedback"]
    assert all(item.is_right or item.is_open for item in feedback.items)


def key_of(item: Item) -> Any:
    match item.kind:
        case "open":
            return "Both."
        case "number":
            return str(item.key["low"])
        case "match":
            return dict(item.key)
        case "evidence":
            return [group[0] for group in item.key]
        case "claim_evidence":
            return {"choice": item.key["choice"], "evidence": [group[0] for group in item.key["groups"]]}
    return item.key


def test_nothing_is_saved(client: Client, quiz: Quiz) -> None:
    choice, evidence, open_item = pks(quiz)
    before, quiz_before = counts(), Quiz.objects.values().get()
    session = dict(client.session)
    ask(client, quiz)
    ask(client, quiz, item=choice, choice="o2", go="2")
    ask(client, quiz, answers={choice: "o2", evidence: [HURT], open_item: "Both."}, go="done")
    assert (counts(), Quiz.objects.values().get(), dict(client.session)) == (before, quiz_before, session)


@pytest.mark.parametrize(
    "answers", ["{", "[]", '{"x": "o2"}', '{"PK": "o9"}', '{"PK": ["o2"]}', '{"PK": {"a": 1}}', "[" * 9999]
)
def test_what_no_page_sends_is_refused(client: Client, quiz: Quiz, answers: str) -> None:
    answer = ask(client, quiz, answers=answers.replace("PK", str(pks(quiz)[0])), go="done")
    assert answer.status_code == 400


def test_answers_to_items_taken_out_meanwhile_are_left_away(client: Client, quiz: Quiz) -> None:
    answer = ask(client, quiz, answers={999_999: "o2"}, go="done")
    assert answer.context["feedback"].points == 0


def test_a_stale_item_is_shown_as_it_stands(client: Client, quiz: Quiz) -> None:
    Item.objects.update(is_stale=True)
    assert "Question 1?" in ask(client, quiz).content.decode()


def test_a_quiz_without_items_has_no_preview(client: Client, quiz: Quiz) -> None:
    quiz.quiz_items.all().delete()
    url = reverse("quiz-preview", kwargs={"pk": quiz.pk})
    assert "this quiz has no items" in client.get(url, follow=True).content.decode()
