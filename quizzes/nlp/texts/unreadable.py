"""The refusal of intake: why a file or text cannot be read as an article."""

from __future__ import annotations


class ArticleUnreadable(ValueError):
    """`reason` says in a sentence, to a teacher, why this cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
