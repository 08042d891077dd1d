"""What picking another than the right speaker shows, as the text around the words has it."""

from __future__ import annotations

import re

from quizzes.items.matrix import Matrix
from quizzes.items.speakers import speaks_of
from quizzes.items.texts import sources_of
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Quotation, Reading, SourceKind

NEARBY = 400
"""Characters within which a name is taken for the speaker's because it stands near."""


def why_picked(matrix: Matrix, quotation: Quotation, speaker: str | None, name: str) -> str:
    """The misconception that picks `name` for the words of `speaker`: the nearest other name, another voice of the
    article, somebody of whom it only speaks, or one who is in other articles alone."""
    reading = matrix.reading(quotation.article)
    names = {
        surname(s.name) for a in matrix.readings for s in sources_of(matrix, a) if s.kind is SourceKind.PERSON
    }
    gaps = {
        n: gap
        for n in names
        if n and n != surname(speaker or "") and (gap := _gap(reading, quotation, n)) is not None
    }
    nearest = min(gaps.items(), key=lambda found: (found[1], found[0]), default=("", NEARBY + 1))
    if nearest[0] == surname(name) and nearest[1] <= NEARBY:
        return "nearest-name-taken"
    own = {surname(s.name) for s in sources_of(matrix, quotation.article)}
    if not speaks_of(reading, name):
        return "source-from-elsewhere"
    return "attribution-overlooked" if surname(name) in own else "spoken-of-read-as-heard"


def _gap(reading: Reading, quotation: Quotation, last: str) -> int | None:
    """Characters between the words and the nearest place with the surname; None where it stands nowhere."""
    text = fold(reading.text)
    # folding may change a letter's length; the places then are off by as little
    gaps = (
        max(quotation.start - found.end(), found.start() - quotation.end, 0)
        for found in re.finditer(rf"\b{re.escape(last)}\b", text)
    )
    return min(gaps, default=None)
