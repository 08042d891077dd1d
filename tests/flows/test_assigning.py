"""Publishing freezes everything a student sees or is scored by; assigning gives it to a class."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from quizzes.factories import (
    ArticleFactory,
    ClassroomFactory,
    FindingFactory,
    ItemFactory,
    PositionFactory,
    QuizFactory,
    QuizItemFactory,
)
from quizzes.flows.assigning import NotPublishable, assign_quiz, publish
from quizzes.flows.terms import NotAssignable
from quizzes.models import Assignment, Item, Occurrence, Option, Passage, Quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> Quiz:
    """A quiz of one choice item over a finding in articles A and B."""
    quiz = QuizFactory(title="Ferry")
    story = quiz.story
    for letter in "AB":
        article = ArticleFactory(story=story, letter=letter)
        article.reading = {"sentences": [{"start": 0, "end": 17}, {"start": 19, "end": 63, "order": 2}]}
        article.save()
        Passage.objects.create(article=article, role="headline", start=0, end=17)
        Passage.objects.create(article=article, role="body", start=19, end=63, role_set="caption")
    occurrence = Occurrence.objects.create(story=story, uid="o", label="fire on the ferry")
    finding = FindingFactory(story=story, occurrence=occurrence)
    PositionFactory(finding=finding, article=story.articles.get(letter="A"))
    item = ItemFactory(
        story=story, finding=finding, proof="injured[o]", misconceptions={"9": "other-measure"}
    )
    QuizItemFactory(quiz=quiz, item=item, order=1, points=3)
    return quiz


def terms(**changed: Any) -> dict[str, Any]:
    now = timezone.now()
    return {
        "classroom": ClassroomFactory(),
        "opens_at": now,
        "closes_at": now + dt.timedelta(days=1),
        **changed,
    }


def test_publishing_freezes_article_and_item(quiz: Quiz) -> None:
    version = publish(quiz)
    article, item = version.articles.first(), version.items.get()
    assert (article.letter, article.outlet, article.headline) == ("A", "The A Post", "Fire on the ferry")
    assert article.passages == [
        {"role": "headline", "start": 0, "end": 17},
        {"role": "caption", "start": 19, "end": 63},
    ]
    assert article.sentences == [{"start": 0, "end": 17}, {"start": 19, "end": 63}]
    assert (item.points, item.key, item.proof) == (3, "o2", "injured[o]")
    assert item.options[0] == {
        "id": "o1",
        "text": "The A Post",
        "misconception": "vague-taken-for-high",
        "article": None,
    }
    assert (item.finding_kind, item.relation) == ("discrepancy", "conflict")
    assert item.row_title == "People injured: fire on the ferry"
    assert [(entry["letter"], entry["value"]) for entry in item.row] == [("A", "Twelve people")]


def test_nothing_done_later_changes_a_published_version(quiz: Quiz) -> None:
    version = publish(quiz)
    before = [list(version.articles.values()), list(version.items.values())]
    quiz.story.articles.update(outlet_set="Another", text="Quite another text of an article, long enough.")
    Passage.objects.all().delete()
    Item.objects.update(stem="Other?", key="o1", rationale="Other.", finding=None)
    Option.objects.update(text="Other", misconception="")
    quiz.story.findings.all().delete()
    assert [list(version.articles.values()), list(version.items.values())] == before


def test_an_unchanged_quiz_is_not_published_twice(quiz: Quiz) -> None:
    assert publish(quiz) == publish(quiz)


@pytest.mark.parametrize(
    "change",
    [
        lambda quiz: quiz.story.articles.update(outlet_set="Another"),
        lambda quiz: Option.objects.filter(code="o1").update(text="Other"),
        lambda quiz: quiz.quiz_items.update(points=5),
        lambda quiz: Quiz.objects.filter(pk=quiz.pk).update(instructions="Read first."),
        lambda quiz: Passage.objects.filter(role="body").update(role_set=""),
    ],
)
def test_a_changed_quiz_becomes_a_new_version(quiz: Quiz, change: Any) -> None:
    first = publish(quiz)
    change(quiz)
    second = publish(quiz)
    assert (first.number, second.number) == (1, 2)


def test_match_options_are_frozen_by_side() -> None:
    quiz = QuizFactory()
    item = ItemFactory(story=quiz.story, kind="match", key=[["l1", "r1"]])
    Option.objects.create(item=item, code="l1", side="left", text="The A Post", article="A")
    Option.objects.create(item=item, code="r1", side="right", text="twelve")
    QuizItemFactory(quiz=quiz, item=item, order=1)
    options = publish(quiz).items.get().options
    assert [option["id"] for option in options["left"]] == ["l1"]
    assert [option["id"] for option in options["right"]] == ["r1"]


def test_an_article_set_aside_is_not_shown_unless_an_item_cites_it(quiz: Quiz) -> None:
    quiz.story.set_aside = ["A", "B"]
    quiz.story.save()
    Item.objects.update(evidence=[{"article": "B", "start": 19, "end": 63, "text": "…"}])
    assert [article.letter for article in publish(quiz).articles.all()] == ["B"]


def test_a_quiz_without_items_is_refused() -> None:
    with pytest.raises(NotPublishable, match="no items yet"):
        publish(QuizFactory())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"state": "dropped"}, "Item 1 has been dropped"),
        ({"is_stale": True}, "no longer proves the key of item 1"),
    ],
)
def test_an_item_that_cannot_be_asked_is_refused(quiz: Quiz, fields: dict[str, Any], told: str) -> None:
    Item.objects.update(**fields)
    with pytest.raises(NotPublishable, match=told):
        publish(quiz)


def test_assigning_publishes_and_keeps_the_terms(quiz: Quiz) -> None:
    given = terms(limit_minutes=30, attempts_allowed=2, feedback=Assignment.Feedback.AFTER_CLOSE)
    assignment = assign_quiz(quiz=quiz, **given)
    assert assignment.version == publish(quiz)
    assert {name: getattr(assignment, name) for name in given} == given


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"closes_at": timezone.now() - dt.timedelta(days=1)}, "close after it opens"),
        ({"limit_minutes": 0}, "time limit"),
        ({"limit_minutes": 24 * 60 + 1}, "time limit"),
        ({"attempts_allowed": 0}, "attempts"),
        ({"attempts_allowed": 2, "feedback": Assignment.Feedback.ON_SUBMIT}, "holds the keys"),
    ],
)
def test_terms_that_do_not_hold_together_are_refused(quiz: Quiz, changed: dict[str, Any], told: str) -> None:
    with pytest.raises(NotAssignable, match=told):
        assign_quiz(quiz=quiz, **terms(**changed))
    assert not Assignment.objects.exists()


def test_a_quiz_whose_item_cites_a_removed_article_is_not_given() -> None:
    cited = [{"article": "Z", "start": 0, "end": 4, "text": "Fire"}]
    entry = QuizItemFactory(item__evidence=cited, item__is_own=True)
    with pytest.raises(NotPublishable, match="cites article Z"):
        publish(entry.quiz)
