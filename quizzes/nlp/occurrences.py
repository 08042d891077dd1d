from __future__ import annotations

from quizzes.nlp.types import Occurrence, Reading


def group_occurrences(readings: tuple[Reading, ...]) -> tuple[Occurrence, ...]:
    """The happenings of all articles joined into occurrences; a happening told by one article is an occurrence too."""
    return ()
