"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.types import Reading


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The project's own pipeline, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Reading]:
    """A function from a text (and what is known of it) to its Reading."""

    def read_text(text: str, article: str = "a", **known: str | None) -> Reading:
        return next(read_articles([ArticleText(article, text, known)], nlp))

    return read_text
