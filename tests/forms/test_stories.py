from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quizzes.factories import ArticleFactory
from quizzes.forms.stories import ArticleForm
from quizzes.models import Article

READ = {"outlet_read": "The Quay Herald", "headline_read": "Ferry aground", "byline_read": ""}
AS_READ = {"outlet": "The Quay Herald", "headline": "Ferry aground", "byline": "", "published": "2024-05-03"}


@pytest.fixture
def article() -> Article:
    return ArticleFactory.build(story=None, published_read=dt.date(2024, 5, 3), **READ)


def corrections(article: Article, **changes: str) -> dict[str, Any]:
    form = ArticleForm(AS_READ | changes, article=article)
    assert form.is_valid(), form.errors
    return form.corrections()


def test_what_is_left_as_it_was_read_is_not_set(article: Article) -> None:
    assert corrections(article) == {
        "outlet": None,
        "headline": None,
        "byline": None,
        "published": None,
        "published_denied": False,
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"outlet": " Quay Online "}, {"outlet": "Quay Online"}),
        ({"outlet": ""}, {"outlet": ""}),
        ({"byline": "Mara Lindqvist"}, {"byline": "Mara Lindqvist"}),
        ({"published": "2024-05-04"}, {"published": dt.date(2024, 5, 4), "published_denied": False}),
        ({"published": ""}, {"published": None, "published_denied": True}),
    ],
)
def test_what_is_changed_is_set(article: Article, changes: dict[str, str], expected: dict[str, Any]) -> None:
    assert corrections(article, **changes).items() >= expected.items()


def test_a_date_that_is_none_comes_back(article: Article) -> None:
    assert not ArticleForm(AS_READ | {"published": "Friday"}, article=article).is_valid()


def test_the_form_says_what_was_read(article: Article) -> None:
    form = ArticleForm(article=article)
    assert form["published"].help_text == "Read in the text: 3 May 2024"
    assert form["byline"].help_text == "The text does not say it."
