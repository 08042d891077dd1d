"""What differs between versions of a quiz, in words."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from quizzes.factories import (
    ArticleFactory,
    AssignmentFactory,
    ItemFactory,
    QuizFactory,
    QuizItemFactory,
)
from quizzes.flows import building
from quizzes.flows.assigning import publish
from quizzes.models import Article, FrozenArticle, FrozenItem, Item, Option, Quiz, QuizVersion
from quizzes.reports.versions import Edition, differences, versions

pytestmark = pytest.mark.django_db

OPTIONS = [{"id": "o1", "text": "The A Post"}, {"id": "o2", "text": "The B Post"}]


def item(pk: int, order: int, **fields: Any) -> FrozenItem:
    known: dict[str, Any] = {
        "kind": "choice",
        "stem": f"Question {pk}?",
        "options": OPTIONS,
        "key": "o1",
        "points": 1,
    }
    return FrozenItem(item_id=pk, order=order, **known | fields)


def article(letter: str, **fields: Any) -> FrozenArticle:
    return FrozenArticle(
        letter=letter, **{"outlet": f"The {letter} Post", "text": "Fire.", "passages": []} | fields
    )


def edition(*items: FrozenItem, articles: tuple[FrozenArticle, ...] = (), **fields: str) -> Edition:
    return Edition(QuizVersion(number=1, **{"title": "Ferry"} | fields), articles, items)


def said(old: Edition, new: Edition) -> list[str]:
    return list(differences(old, new))


def test_the_same_differs_in_nothing() -> None:
    assert said(edition(item(1, 1)), edition(item(1, 1))) == []


def test_items_put_in_and_taken_out_are_named() -> None:
    assert said(edition(item(1, 1), item(2, 2)), edition(item(2, 1), item(3, 2))) == [
        "Added: item 2, “Question 3?”.",
        "Taken out: item 1, “Question 1?”.",
    ]


def test_only_the_item_that_moved_is_said_to_have_moved() -> None:
    old = edition(*(item(pk, pk) for pk in (1, 2, 3, 4)))
    new = edition(item(4, 1), item(1, 2), item(2, 3), item(3, 4))
    assert said(old, new) == ["Moved: item 1, “Question 4?”, was item 4."]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"stem": "Who says so?"}, "Item 1: asked anew: “Who says so?”, was “Question 1?”."),
        ({"points": 3}, "Item 1: 3 points, was 1."),
        ({"key": "o2"}, "Item 1: another key: “The B Post”, was “The A Post”."),
        (
            {"options": [OPTIONS[0], {"id": "o2", "text": "The C Post"}]},
            "Item 1: option reworded, “The C Post”, was “The B Post”.",
        ),
        ({"options": [*OPTIONS, {"id": "o3", "text": "None"}]}, "Item 1: option added, “None”."),
        ({"options": OPTIONS[:1]}, "Item 1: option taken out, “The B Post”."),
        ({"options": OPTIONS[::-1]}, "Item 1: options in another order."),
        ({"rationale": "So it is."}, "Item 1: another reason is given after release."),
        ({"evidence": [{"article": "A"}]}, "Item 1: other evidence is shown after release."),
    ],
)
def test_each_change_of_an_item_is_said(change: dict[str, Any], words: str) -> None:
    assert said(edition(item(1, 1)), edition(item(1, 1, **change))) == [words]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"outlet": ""}, "Article A: outlet taken out: “The A Post”."),
        ({"headline": "Fire"}, "Article A: headline now “Fire”, was empty."),
        ({"text": "Smoke."}, "Article A: another text."),
        (
            {"passages": [{"role": "caption", "start": 0, "end": 4}]},
            "Article A: other parts of the text count as the article, its captions or what is not shown.",
        ),
    ],
)
def test_each_change_of_an_article_is_said(change: dict[str, Any], words: str) -> None:
    old, new = (edition(articles=(article("A", **fields),)) for fields in ({}, change))
    assert said(old, new) == [words]


def test_articles_added_and_taken_out_are_named() -> None:
    assert said(edition(articles=(article("A"),)), edition(articles=(article("B"),))) == [
        "Article B added: The B Post.",
        "Article A taken out: The A Post.",
    ]


def test_title_and_instructions_are_compared() -> None:
    assert said(edition(), edition(title="Boat", instructions="Read.")) == [
        "Title: “Boat”, was “Ferry”.",
        "Instructions now “Read.”, was empty.",
    ]


# --- Of a quiz ---


@pytest.fixture
def quiz() -> Quiz:
    quiz = QuizFactory()
    ArticleFactory(story=quiz.story, letter="A")
    for n in (1, 2):
        QuizItemFactory(quiz=quiz, order=n, item__state="kept", item__stem=f"Question {n}?")
    return quiz


def test_a_quiz_that_was_never_given_has_no_versions(quiz: Quiz) -> None:
    assert versions(quiz).lines == ()
    assert versions(quiz).coming == ()


def test_versions_come_newest_first_with_who_has_them_and_what_is_new(quiz: Quiz) -> None:
    AssignmentFactory(version=publish(quiz), classroom__name="8B")
    building.remove_item(quiz=quiz, item=Item.objects.get(stem="Question 2?"))
    AssignmentFactory(version=publish(quiz), classroom__name="9A")
    second, first = versions(quiz).lines
    assert (second.version.number, first.version.number) == (2, 1)
    assert [a.classroom.name for a in (*second.given, *first.given)] == ["9A", "8B"]
    assert second.differences == ("Taken out: item 2, “Question 2?”.",)
    assert first.differences == ()
    assert versions(quiz).coming == ()


def test_what_the_next_version_would_change_is_said(quiz: Quiz) -> None:
    publish(quiz)
    Option.objects.filter(item__stem="Question 1?", code="o3").update(text="The D Post")
    Article.objects.update(outlet_set="The Wire")
    assert versions(quiz).coming == (
        "Item 1: option reworded, “The D Post”, was “The C Post”.",
        "Article A: outlet now “The Wire”, was “The A Post”.",
    )


def test_a_published_version_stays_as_it_was(quiz: Quiz) -> None:
    version = publish(quiz)
    before = list(version.items.values())
    building.change_quiz(quiz=quiz, title="Boat", instructions="", points={Item.objects.all()[0].pk: 9})
    Item.objects.update(stem="Another?")
    assert list(version.items.values()) == before
    assert publish(quiz).number == 2


def test_the_versions_take_as_many_queries_for_many_as_for_one(
    quiz: Quiz, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(5):
        building.change_quiz(quiz=quiz, title=f"Ferry {n}", instructions="", points={})
        AssignmentFactory(version=publish(quiz))
    ItemFactory(story=quiz.story)
    with django_assert_max_num_queries(13):
        assert len(versions(quiz).lines) == 5
