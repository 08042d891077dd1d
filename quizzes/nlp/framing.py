from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.types import HeadlineFrame, Label


def find_labels(article: ArticleDoc) -> tuple[Label, ...]:
    return ()


def frame_headline(article: ArticleDoc) -> HeadlineFrame | None:
    return None
