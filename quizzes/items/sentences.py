"""Sentences as answers: where one stands, and whether it surely belongs to the story."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.types import Reading, Role, Span

TELLING = 5
"""Letters of a word by which a statement is known again, and of it those that other forms of the word have too."""


def sentence_at(reading: Reading, start: str) -> Span:
    """The sentence that starts at the offset, NotInMatrix where none does."""
    found = next((s for s in reading.sentences if str(s.start) == start), None)
    if found is None:
        raise NotInMatrix(f"{reading.article}@{start}")
    return found


def tells_of_the_story(matrix: Matrix, reading: Reading, sentence: Span) -> bool:
    """True for a body sentence that speaks of a happening which another article tells too."""
    if role_at(reading, sentence.start) is not Role.BODY:
        return False
    shared = _shared_happenings(matrix)
    return any(
        sentence.covers(m.start, m.end) for h in reading.happenings if h.id in shared for m in h.mentions
    )


def _shared_happenings(matrix: Matrix) -> frozenset[str]:
    """The happenings of occurrences that two articles tell."""
    article = {h.id: r.article for r in matrix.readings.values() for h in r.happenings}
    told = (o.happenings for o in matrix.occurrences.values())
    return frozenset(
        h for happenings in told if len({article.get(h) for h in happenings}) > 1 for h in happenings
    )


@lru_cache(maxsize=4096)
def telling_stems(text: str) -> frozenset[str]:
    """The beginnings of the long words, by which a statement is known again in another sentence."""
    return frozenset(w[:TELLING] for w in re.findall(r"[^\W_]+", text.casefold()) if len(w) >= TELLING)
