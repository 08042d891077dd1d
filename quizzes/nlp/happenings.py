from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.types import Happening


def find_happenings(article: ArticleDoc) -> tuple[Happening, ...]:
    return ()
