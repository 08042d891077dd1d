from __future__ import annotations

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.types import Quotation


def find_quotations(article: ArticleDoc) -> tuple[Quotation, ...]:
    return ()
