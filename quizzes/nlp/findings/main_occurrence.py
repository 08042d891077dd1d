"""What a story is about, of all the happenings that its articles tell."""

from __future__ import annotations

from collections.abc import Iterable

from quizzes.nlp.types import Occurrence, Reading


def main_occurrence(readings: Iterable[Reading], occurrences: Iterable[Occurrence]) -> Occurrence | None:
    """The occurrence that most articles tell, and of those the one spoken of most; None where none is told."""
    told = {h.id: (r.article, len(h.mentions)) for r in readings for h in r.happenings}

    def weight(occurrence: Occurrence) -> tuple[int, int, str]:
        joined = [told[h] for h in occurrence.happenings if h in told]
        return len({article for article, _ in joined}), sum(times for _, times in joined), occurrence.id

    return max(occurrences, key=weight, default=None)
