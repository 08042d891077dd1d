"""Comparing the articles of one story: from readings to claims with occurrences, and findings. Free of spaCy."""

from __future__ import annotations

from collections.abc import Iterable

from quizzes.nlp.occurrences import group_occurrences
from quizzes.nlp.types import Comparison, Reading


def compare(readings: Iterable[Reading]) -> Comparison:
    """The readings set side by side. The order of the articles changes nothing but their letters."""
    readings = tuple(readings)
    claims = tuple(c for r in readings for c in r.claims)
    return Comparison(readings, claims, group_occurrences(readings), ())
