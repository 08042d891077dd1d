"""Which of its happenings an article is about. Free of spaCy."""

from __future__ import annotations

from quizzes.nlp.types import Happening, Passage, Role

OPENING = 2
"""What standing in the first body passage weighs, in mentions: news opens with its subject."""


def is_series(happening: Happening) -> bool:
    """True for several acts told as one ("attacks"): no toll is of them, and no article's own happening is."""
    return happening.act.endswith("s")


def main_happening(happenings: tuple[Happening, ...], passages: tuple[Passage, ...]) -> Happening | None:
    """The headline's happening, else the one told most, with a start for the one that the body opens with."""
    single = [h for h in happenings if not is_series(h)]
    headline = [p for p in passages if p.role is Role.HEADLINE]
    for happening in single:
        if any(p.start <= m.start < p.end for p in headline for m in happening.mentions):
            return happening
    opening = next((p for p in passages if p.role is Role.BODY), None)

    def weight(happening: Happening) -> int:
        opens = opening and any(opening.start <= m.start < opening.end for m in happening.mentions)
        return len(happening.mentions) + (OPENING if opens else 0)

    return max(single, key=weight, default=None)
