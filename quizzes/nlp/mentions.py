from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.types import Source


def find_unnamed(article: ArticleDoc) -> tuple[Source, ...]:
    return ()
