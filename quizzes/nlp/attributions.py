from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.types import Attribution


def find_attributions(article: ArticleDoc) -> tuple[Attribution, ...]:
    return ()
