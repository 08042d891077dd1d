from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from quizzes.factories import ArticleFactory
from quizzes.forms.stories import ArticleForm, ArticlesForm, StoryForm
from quizzes.models import Article
from quizzes.nlp.texts.intake import MOST_BYTES

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


def upload(*files: tuple[str, bytes]) -> MultiValueDict[str, Any]:
    return MultiValueDict({"files": [SimpleUploadedFile(name, data) for name, data in files]})


def test_several_files_come_with_their_names() -> None:
    form = ArticlesForm({}, upload(("a.txt", b"one"), ("b.txt", b"")))
    assert form.is_valid(), form.errors
    assert form.uploads() == [("a.txt", b"one"), ("b.txt", b"")]


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large() -> None:
    form = ArticlesForm({}, upload(("a.txt", b"x" * (MOST_BYTES + 100))))
    assert form.is_valid()
    assert len(form.uploads()[0][1]) == MOST_BYTES + 1


def test_documents_may_be_larger_than_plain_text() -> None:
    form = ArticlesForm({}, upload(("a.pdf", b"x" * (MOST_BYTES + 100))))
    assert form.is_valid()
    assert len(form.uploads()[0][1]) == MOST_BYTES + 100


def test_the_field_asks_for_the_kinds_of_file_that_can_be_read() -> None:
    shown = str(ArticlesForm()["files"])
    assert 'accept=".txt,.md,.html,.htm,.docx,.pdf"' in shown


@pytest.mark.parametrize("sent", [{}, {"text": " \n "}])
def test_nothing_at_all_comes_back(sent: dict[str, str]) -> None:
    assert not ArticlesForm(sent, {}).is_valid()


def test_a_story_needs_a_title() -> None:
    assert not StoryForm({"title": " ", "text": "Ferry aground."}, {}).is_valid()
    assert StoryForm({"title": "Ferry", "text": "Ferry aground."}, {}).is_valid()
